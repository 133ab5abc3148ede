"""A person's own PIN and password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from ui.i18n import N_, t
from ui.signin.strength import StrongPassword
from ui.widgets.dialog import Dialog
from ui.widgets.fields import Field, secret
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate


class SetPin(Dialog):
    """6 to 8 digits for switching quickly at the counter."""

    help = "signin#PIN and switching persons"

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, "Set your PIN", width=440)
        self.gate = gate
        self.pin = Field("New PIN", secret(), name="pin", hint="6 to 8 digits")
        self.again = Field("The same again", secret(), name="again")
        words = N_(
            "With a PIN you can switch quickly at a shared counter, for 12 hours after you signed "
            "in with your password. The PIN works on this computer only."
        )
        self.box.addWidget(Label(words, "muted", wrap=True))
        for field in (self.pin, self.again):
            box = field.input
            assert isinstance(box, QLineEdit)
            digits = QRegularExpression("[0-9]{0,8}")
            box.setValidator(QRegularExpressionValidator(digits, box))
            self.box.addWidget(field)

    def save(self) -> None:
        """Keep it."""
        if self.pin.text() != self.again.text():
            self.again.error(N_("The two PINs are not the same."))
            return
        pin = self.pin.text()
        self.submit(lambda ctx: self.gate.set_pin(ctx, pin), self._saved)

    def _saved(self, _nothing: None) -> None:
        self.desk.toast(t("Your PIN is set."))
        self.accept()


class ChangePassword(Dialog):
    """The old one, and the new one twice."""

    help = "signin"

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, "Change your password", width=480)
        self.gate = gate
        self.old = Field("Present password", secret(), name="old")
        self.new = StrongPassword(desk, "New password")
        self.box.addWidget(self.old)
        self.box.addWidget(self.new)

    def save(self) -> None:
        """Keep it."""
        box = self.old.input
        old = box.text() if isinstance(box, QLineEdit) else ""
        if not old:
            self.old.error(N_("Type your present password."))
        elif self.new.agrees():
            new = self.new.text()
            self.submit(lambda ctx: self.gate.change_password(ctx, old, new), self._saved)

    def _saved(self, _nothing: None) -> None:
        self.desk.toast(t("Your password is changed."))
        self.accept()
