"""A keyring that came to this computer after the store: it may keep half of the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ui.i18n import N_, t
from ui.widgets.dialog import Dialog
from ui.widgets.fields import Field, secret
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk


class UseKeyring(Dialog):
    """What it means, and the password, which wraps the key anew."""

    help = "signin#The computer's keyring"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Use this computer's keyring"), save=N_("Use it"), width=520)
        self.password = Field(N_("Your password"), secret(), name="password")
        words = N_(
            "The keyring then keeps half of the store's key: whoever copies the store's files and "
            "knows a password opens nothing without this computer. Passwords stay as they are; "
            "your colleagues' follow when they next sign in with theirs. Keep the printed recovery "
            "code: it helps when the keyring is lost. Each account of the computer has a keyring "
            "of its own, so do it in the one in which the shop works."
        )
        self.box.addWidget(Label(words, "muted", wrap=True))
        self.box.addWidget(self.password)

    def save(self) -> None:
        """Let it keep half."""
        box = self.password.input
        password = box.text() if isinstance(box, QLineEdit) else ""
        if not password:
            self.password.error(N_("Type your password."))
            return
        self.submit(lambda ctx: _take_up(ctx, password), self._saved)

    def _saved(self, _nothing: None) -> None:
        self.desk.toast(t("The keyring keeps half of the key now."))
        self.accept()


def is_offered(ctx: Context) -> bool:
    """Whether there is a keyring that keeps nothing of this store's key."""
    from jewelcrm.access import taking_up

    return taking_up.is_offered(ctx)


def _take_up(ctx: Context, password: str) -> None:
    from jewelcrm.access import taking_up

    taking_up.take_up(ctx, password)
