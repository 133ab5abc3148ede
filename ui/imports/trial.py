"""Fourth step: what the import would do, found out without writing anything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jewelcrm.imports.commands import Summary
from ui.i18n import N_, t
from ui.imports.counts import Counts, Running
from ui.widgets import Button, Card, Field, Label, Row, Scroll, VBox, heading


class TrialStep(QWidget):
    """Counts of a dry run, and where the rejected rows will go."""

    def __init__(self) -> None:
        super().__init__()
        self.running, self.counts = Running(), Counts()
        self.verdict = Label(look="fine", wrap=True)
        self.where = Field(N_("Rejected rows are written to"), name="rejects_to")
        self.choose = Button(N_("Choose…"), "folder-open", self._ask)
        self._rejects = QWidget()
        row = Row(self.where, VBox(22, self.choose, None, spacing=0))
        row.setStretch(0, 1)
        self._rejects.setLayout(row)
        inside = QWidget()
        inside.setLayout(VBox(self.verdict, self.counts, self._rejects, None, spacing=16))
        card = Card(heading(N_("What would happen")), self.running, Scroll(inside))
        card.box.setStretch(2, 1)
        self.setLayout(VBox(card))

    def begin(self, rejects_to: Path) -> None:
        """A trial has begun."""
        self.where.set_text(str(rejects_to))
        self.running.begin()
        self.running.show()
        for part in (self.counts, self.verdict, self._rejects):
            part.hide()

    def show_summary(self, summary: Summary) -> None:
        """The trial is over."""
        self.running.end()
        self.running.hide()
        self.counts.show_summary(summary)
        self.counts.show()
        self.verdict.show()
        self._rejects.setVisible(bool(summary.rejected))
        if summary.new:
            self.verdict.words(N_("Nothing was written yet. It looks ready."))
        else:
            self.verdict.words(
                N_("Nothing in it is new: everything is here already, or is rejected.")
            )

    def rejects_to(self) -> Path | None:
        """Where the person wants the rejected rows."""
        text = self.where.text()
        return Path(text).expanduser() if text else None

    def _ask(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, t("Rejected rows are written to"), self.where.text(), "CSV (*.csv)"
        )
        if path:
            self.where.set_text(path)
