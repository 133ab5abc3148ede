"""In with the printed recovery code, and a new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.i18n import N_
from ui.signin.panel import Panel
from ui.signin.strength import StrongPassword
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.frames import Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate


class Recover(Panel):
    """The code, the log-in of the person holding it, and her new password twice."""

    help = "signin#The recovery code"
    entered = Signal(object)
    back = Signal()

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=520)
        self.gate = gate
        self.code = Field(
            "Recovery code", QLineEdit(), name="code", example="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
        )
        self.login = Field("Log-in name", QLineEdit(), name="login")
        self.password = StrongPassword(desk, "New password")
        self.button = self.main = PrimaryButton("Open the store", "lock-open", self.recover)
        for part in (
            Label("Open with the recovery code", "title"),
            Label(
                "The code was printed when this shop was set up. It opens the store when a "
                "password or this computer's half of the key is lost. Afterwards everybody else "
                "needs a new password from the administrator.",
                "muted",
                wrap=True,
            ),
            self.code,
            self.login,
            self.password,
        ):
            self.box.addWidget(part)
        self.foot()
        self.box.addLayout(Row(Button("Back", pressed=self.back.emit), None, self.button))

    def start(self, login: str = "") -> None:
        """Empty boxes."""
        self.code.set_text("")
        self.login.set_text(login)
        self.password.clear()
        self.wrong.hide()
        self.code.input.setFocus()

    def recover(self) -> None:
        """Open it off the UI thread."""
        code, login, password = self.code.text(), self.login.text(), self.password.text()
        if not code or not login:
            (self.login if code else self.code).error(N_("This is needed."))
            return
        if self.password.agrees():
            self.run(
                lambda: self.gate.recover(code, login, password),
                self._in,
                N_("Opening the store…"),
            )

    def _in(self, ctx: Context) -> None:
        self.start()
        self.entered.emit(ctx)

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works or waits."""
        self.button.setEnabled(ready and not self.waiting())
