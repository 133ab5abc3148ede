"""Take a list out of the program: what for, as which file, where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.imports.exports import EXPORTS, Exported
from ui.customers.forms import Form, area
from ui.format import number
from ui.i18n import N_, t
from ui.imports.words import KINDS
from ui.reports.leave import SavedSealed
from ui.shell.desk import Desk
from ui.widgets import Button, Chips, Field, Row, VBox, note
from ui.widgets.agreeing import Agreed

_FORMS = ((".xlsx", "XLSX"), (".csv", "CSV"))


def show(desk: Desk, *, kind: str = "customers") -> ExportDialog:
    """Open the dialog for one list."""
    dialog = ExportDialog(desk, kind)
    dialog.open()
    return dialog


class ExportDialog(Form):
    """What leaves the program is personal data: it is asked what for."""

    help = "import#Take a list out"

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__(
            desk, N_("Take a list out of the program"), save=N_("Write the file"), width=620
        )
        kinds = [(kind, words) for kind, words in KINDS if kind in EXPORTS]
        self.kind = Chips(kinds, N_("Which list"))
        self.kind.choose(kind)
        self.form = Chips(_FORMS, N_("Kind of file"))
        self.path = Field(N_("File"), name="file")
        self.purpose = area(N_("What it is needed for"), 2, name="purpose")
        self.warning = note()
        self.warning.words(
            N_("What names people is encrypted; the password is shown once, when it is written.")
        )
        self.agreed = Agreed(desk)
        choose = Button(N_("Choose…"), "folder-open", self._ask)
        row = Row(self.path, VBox(22, choose, None, spacing=0))
        row.setStretch(0, 1)
        self.add(self.kind, self.form)
        self.box.addLayout(row)
        self.add(self.purpose, self.agreed, self.warning)
        self.kind.chosen.connect(lambda _kind: self._name())
        self.form.chosen.connect(lambda _form: self._name())
        self._name()

    def _name(self) -> None:
        """A usual name, in the folder chosen so far."""
        folder = Path(self.path.text()).parent if self.path.text() else Path.home()
        today = self.desk.context().today()
        self.path.set_text(str(folder / f"{self.kind.value()}-{today:%Y%m%d}{self.form.value()}"))

    def _ask(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, t("File"), self.path.text(), "XLSX (*.xlsx);;CSV (*.csv)"
        )
        if path:
            self.path.set_text(path)

    def work(self) -> Callable[[Context], object]:
        if not self.purpose.text():
            raise CanFix(N_("Say what the list is needed for."), field="purpose")
        if not self.path.text():
            raise CanFix(N_("Say where the file goes."), field="file")
        path, write, why = (
            Path(self.path.text()).expanduser(),
            EXPORTS[self.kind.value()],
            self.purpose.text(),
        )
        second = self.agreed.second()
        return lambda ctx: write(ctx, path, purpose=why, second=second)

    def show_error(self, error: Exception) -> None:
        """So many rows need a second person: the fields for one appear."""
        self.agreed.ask_for(error)
        super().show_error(error)

    def saved(self, answer: object) -> None:
        """Say where it is."""
        assert isinstance(answer, Exported)
        self.accept()
        self.desk.toast(t("{n} rows written to {path}", n=number(answer.rows), path=answer.path))
        if answer.password is not None:
            SavedSealed(self.desk, answer.path, answer.password).open()
