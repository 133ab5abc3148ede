"""The last step: the import runs, can be stopped, and says what came of it."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from jewelcrm.imports.commands import Summary
from ui.i18n import N_
from ui.imports.counts import Counts, Running
from ui.widgets import Button, Card, DangerButton, Label, Row, Scroll, VBox, heading, restyle


class ResultStep(QWidget):
    """Signals: stop_wanted, again_wanted (another file), mend_wanted (the rejects, mended)."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.running, self.counts = Running(), Counts()
        self.title = heading(N_("Importing"))
        self.verdict = Label(look="fine", wrap=True)
        self.rejects = Label(look="note", wrap=True)
        self.stop = DangerButton(N_("Stop"), "stop-circle", self.stop_wanted.emit)
        self.open = Button(N_("Open the rejected rows"), "open-in-new", self._open)
        self.again = Button(N_("Another file"), "imports", self.again_wanted.emit)
        self._file = ""
        inside = QWidget()
        inside.setLayout(VBox(self.verdict, self.counts, self.rejects, None, spacing=16))
        foot = Row(self.stop, self.open, self.again, None)
        card = Card(self.title, self.running, Scroll(inside), foot)
        card.box.setStretch(2, 1)
        self.setLayout(VBox(card))

    def begin(self) -> None:
        """It runs."""
        self.title.words(N_("Importing"))
        self.running.begin()
        self._show(running=True)
        self.stop.setEnabled(True)
        self.stop.setFocus()

    def _show(self, *, running: bool) -> None:
        self.running.setVisible(running)
        self.stop.setVisible(running)
        for part in (self.counts, self.verdict, self.again):
            part.setVisible(not running)
        self.rejects.hide()
        self.open.hide()

    def stopping(self) -> None:
        """It stops after the batch it is in."""
        self.stop.setEnabled(False)
        self.running.words.words(N_("Stopping after these rows…"))

    def show_summary(self, summary: Summary) -> None:
        """It is over."""
        self.title.words(N_("Import stopped") if summary.stopped else N_("Import done"))
        self._show(running=False)
        self.counts.show_summary(summary)
        restyle(self.verdict, look="note" if summary.stopped else "fine")
        if summary.stopped:
            self.verdict.words(
                N_("What was taken so far is kept. Choose the same file again to go on.")
            )
        elif summary.resumed:
            self.verdict.words(
                N_("It went on where the last import was broken off, and is complete.")
            )
        else:
            self.verdict.words(N_("Everything that could be taken is in the store."))
        self._show_rejects(summary)
        self.again.setFocus()

    def _show_rejects(self, summary: Summary) -> None:
        self._file = summary.rejects_file or ""
        self.rejects.setVisible(bool(self._file))
        self.open.setVisible(bool(self._file))
        if self._file:
            self.rejects.words(
                N_(
                    "Rejected rows with their reasons: {file}. Mend it and import it like any file."
                ),
                file=self._file,
            )

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._file))
