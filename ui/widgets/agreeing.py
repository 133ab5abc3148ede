"""Who agrees when many rows about people leave: somebody else, or the owner of a shop of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from jewelcrm.errors import CanFix
from ui.i18n import N_, say
from ui.widgets.fields import Field, secret
from ui.widgets.frames import Row, VBox
from ui.widgets.labels import note

if TYPE_CHECKING:
    from jewelcrm.extraction import Second
    from ui.shell.desk import Desk

_ANOTHER = N_("So many rows about people leave only when somebody else agrees, here and now.")
_ALONE = N_(
    "So many rows about people leave only when somebody agrees. Nobody else here may, so type your"
    " own password again; it is noted that you agreed alone."
)


class Agreed(QWidget):
    """Log-in and secret of who agrees; hidden until somebody has to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.login = Field(N_("Log-in of a second person"), name="second")
        self.secret = Field(N_("Their password or PIN"), secret(), name="secret")
        self.why = note(_ANOTHER)
        both = Row()
        for field in (self.login, self.secret):
            both.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(VBox(self.why, both, spacing=10))
        self.hide()

    def ask(self, *, alone: bool) -> None:
        """Somebody has to agree; `alone`: it can only be whoever sits here."""
        self.login.setVisible(not alone)
        self.why.words(_ALONE if alone else _ANOTHER)
        label = N_("Your own password") if alone else N_("Their password or PIN")
        say(self.secret.label.setText, label)
        say(self.secret.input.setAccessibleName, label)
        self.show()

    def ask_for(self, error: Exception) -> None:
        """When the refusal is about who agrees."""
        if isinstance(error, CanFix) and error.field in ("second", "secret") and self.isHidden():
            self.ask(alone=error.field == "secret")

    def second(self) -> Second | None:
        """Who agrees, once somebody was asked for."""
        box = self.secret.input
        if self.isHidden() or not isinstance(box, QLineEdit):
            return None
        from jewelcrm.extraction import Second

        own = self._desk.context().staff.login
        return Second(own if self.login.isHidden() else self.login.text(), box.text())
