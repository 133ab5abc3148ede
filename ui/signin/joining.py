"""A computer without a store becomes a PC of a company; and one that was taken off says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.i18n import N_
from ui.signin.panel import Panel
from ui.sync.enrol import JoinForm
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.frames import Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.sync.enrolling import Enrolled
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate


class JoinPage(Panel):
    """Tells `joined(login, password, recovery code, six words)`, or `back`."""

    help = "sync#Joining head office"
    joined = Signal(str, str, str, str)
    back = Signal()

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=620)
        self.form = JoinForm(desk, gate.folder, brings=False)
        self.button = self.main = PrimaryButton(N_("Join"), "link", self.form.begin)
        self.stop = Button(N_("Break off"), pressed=self.form.cancel)
        self.stop.hide()
        self.other = LinkButton(N_("Back"), "arrow-left", self.back.emit)
        self.means = LinkButton(N_("What this means"), "help", self._explain)
        words = N_(
            "Head office gives you its address and a one-time code. People and branches come "
            "first; the rest is copied while you work."
        )
        for part in (Label(N_("Join a head office"), "title"), Label(words, "muted", wrap=True)):
            self.box.addWidget(part)
        self.box.addWidget(self.form)
        self.foot()
        self.box.addLayout(Row(self.other, self.means, None, self.stop, self.button))
        self.form.working.connect(self.under_way)
        self.form.joined.connect(self._joined)

    def _explain(self) -> None:
        self.desk.helpWanted.emit(self.help)

    def start(self) -> None:
        """Ready to be filled in."""
        self.form.url.input.setFocus()

    def under_way(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Nothing else can be pressed than to break it off."""
        self.stop.setVisible(on)
        for part in (self.button, self.other):
            part.setEnabled(not on)

    def _joined(self, enrolled: Enrolled) -> None:
        typed = self.form.password.text()
        self.joined.emit(enrolled.login, typed, enrolled.recovery_code, enrolled.words)
