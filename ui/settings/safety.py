"""When the desk locks, and the person's own PIN and password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.i18n import N_
from ui.settings.keyring import UseKeyring, is_offered
from ui.settings.part import Part
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.frames import Column, Row, line
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.settings import Value
    from ui.shell.desk import Desk

_MINUTES = (
    ("1", N_("After 1 minute")),
    ("2", N_("After 2 minutes")),
    ("3", N_("After 3 minutes")),
    ("5", N_("After 5 minutes")),
    ("10", N_("After 10 minutes")),
    ("15", N_("After 15 minutes")),
)


class Safety(Part):
    """Locking and ways in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Sign-in", "Nobody at the counter? The desk locks by itself.")
        self.minutes = Choice(_MINUTES)
        self.lock = Field("Lock when nobody touches it", self.minutes, name="lock_minutes")
        self.minutes.chosen.connect(lambda key: self.keep("lock_minutes", int(key)))
        self.box.addWidget(self.lock)
        self.box.addWidget(line())
        self.box.addWidget(Label("Your own way in", "strong"))
        self.box.addLayout(
            Row(
                Button("Set your PIN…", "lock", self._pin),
                Button("Change your password…", "key", self._password),
                None,
            )
        )
        self.keyring = self._keyring()
        self.box.addWidget(self.keyring)

    def _keyring(self) -> QWidget:
        """Out of sight unless this computer has a keyring that keeps nothing of the key."""
        words = N_("This computer has a keyring now, which can keep half of the store's key.")
        made = QWidget()
        made.setLayout(
            Column(
                line(),
                Label(N_("The password alone protects the store"), "strong"),
                Label(words, "muted", wrap=True),
                Row(Button(N_("Use this computer's keyring…"), "shield-account", self._use), None),
                spacing=14,
            )
        )
        made.hide()
        return made

    def load(self) -> None:
        """What is in force, and whether a keyring waits, which may take it seconds to say."""
        super().load()
        ctx = self.desk.ctx
        if ctx is not None and self.may_edit():
            look, show = partial(is_offered, ctx), self.keyring.setVisible
            self.desk.background.ask(self, look, show, lane="slow", key="keyring")

    def _use(self) -> None:
        dialog = UseKeyring(self.desk)
        dialog.accepted.connect(self.load)
        dialog.open()

    def show_settings(self, settings: dict[str, Value]) -> None:
        """What is in force; an odd number of minutes is shown as well."""
        key = str(settings["lock_minutes"])
        if self.minutes.findData(key) < 0:
            self.minutes.offer([*_MINUTES, (key, key)])
        self.minutes.choose(key)
        self.minutes.setEnabled(self.may_edit())

    def _pin(self) -> None:
        if (window := self.shell()) is not None:
            window.pin_wanted.emit()

    def _password(self) -> None:
        if (window := self.shell()) is not None:
            window.password_wanted.emit()
