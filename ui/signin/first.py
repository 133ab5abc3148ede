"""The first sign-in of the day: name and password open the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.i18n import N_
from ui.signin.panel import Panel
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.fields import Field, secret
from ui.widgets.frames import Row
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate


_NEW_HERE = "on this PC yet"  # in what jewelcrm.sync.arriving says: it tells what to do


class SignIn(Panel):
    """Tells `entered(ctx)` when somebody is in, `lost` when the recovery code is needed."""

    entered = Signal(object)
    lost = Signal()

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk)
        self.gate = gate
        self.login = Field("Log-in name", QLineEdit(), name="login", example="mei.chan")
        self.password = Field("Password", secret(), name="password")
        self.button = PrimaryButton("Sign in", "login", self.sign_in)
        self.button.setDefault(True)
        self.recovery = LinkButton("Password or key lost?", pressed=self.lost.emit)
        self.demo = note("", "tip")
        self.demo.hide()
        for part in (Label("Sign in", "title"), self.demo, self.login, self.password):
            self.box.addWidget(part)
        self.foot()
        self.box.addLayout(Row(self.recovery, None, self.button))
        for field in (self.login, self.password):
            field.input.installEventFilter(self)
        self.login.input.returnPressed.connect(self._next)  # type: ignore[attr-defined]
        self.login.input.textEdited.connect(self._another)  # type: ignore[attr-defined]
        self.password.input.returnPressed.connect(self.sign_in)  # type: ignore[attr-defined]

    def show_demo(self, login: str, password: str) -> None:
        """The demo store: the sign-in is shown and filled in."""
        self.demo.words(
            "This is a demo store with made-up customers.\nLog-in: {login}   Password: {password}",
            login=login,
            password=password,
        )
        self.demo.show()
        self.login.set_text(login)
        self.password.set_text(password)
        self.button.setFocus()

    def start(self) -> None:
        """Ready for the next person."""
        self.password.set_text("")
        self.begin_again()
        (self.password if self.login.text() else self.login).input.setFocus()

    def _another(self, _login: str) -> None:
        """Who mistyped waits; a colleague does not."""
        if self.waiting():
            self.begin_again()

    def _next(self) -> None:
        self.password.input.setFocus()

    def sign_in(self) -> None:
        """Open the store off the UI thread."""
        login, password = self.login.text(), self._typed()
        if not login:
            self.login.error(N_("Type your log-in name."))
            return
        if not password:
            self.password.error(N_("Type your password."))
            return
        self.run(lambda: self.gate.sign_in(login, password), self._in, N_("Opening the store…"))

    def _typed(self) -> str:
        box = self.password.input
        return box.text() if isinstance(box, QLineEdit) else ""

    def _in(self, ctx: Context) -> None:
        self.password.set_text("")
        self.entered.emit(ctx)

    def failed(self, error: Exception) -> None:
        """A lost keyring half is no fault of the person: offer the recovery code."""
        from db.errors import KeyringMissing, WrongKey

        super().failed(error)
        if isinstance(error, KeyringMissing):
            self.say_wrong(
                N_(
                    "This computer has lost its half of the key, perhaps because Windows or the "
                    "user account was set up anew. The store is whole. Open it with the printed "
                    "recovery code."
                )
            )
            self.recovery.setFocus()
        elif isinstance(error, WrongKey):
            if _NEW_HERE not in str(error):
                self.say_wrong(N_("The log-in name or the password is not right."))
            self.password.input.setFocus()
            box = self.password.input
            if isinstance(box, QLineEdit):
                box.selectAll()

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works or waits."""
        self.button.setEnabled(ready and not self.waiting())
        self.login.input.setEnabled(ready or self.waiting())
        self.password.input.setEnabled(ready)
