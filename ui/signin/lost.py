"""Nobody gets in: what is the matter, in a sentence, and ways back that throw nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.i18n import N_
from ui.signin.panel import Panel
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.frames import Row
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from jewelcrm.access import lost
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate

_MATTERS = {
    "password": N_(
        "This computer is as it should be. If somebody else can still sign in, the administrator "
        "gives you a new password under Settings, People. Otherwise:"
    ),
    "no_keyring": N_(
        "The keyring of this computer, which keeps half of the key, is not there. Sign in to the "
        "computer as usual and unlock it, then try again. If that does not help:"
    ),
    "half_lost": N_(
        "This computer's keyring has lost its half of the key, perhaps because the Windows "
        "password was reset or the account was set up anew. The store is whole."
    ),
    "half_other": N_(
        "This computer's keyring holds another half than this store's. The store is whole."
    ),
    "other_computer": N_(
        "This store was made on another computer; the half of its key that is kept there did not "
        "come along. Work on one of the two only. The store is whole."
    ),
    "key_file": N_(
        "Both copies of the key file beside the store are lost or damaged. The store itself is "
        "left as it is. The key file comes back with a backup:"
    ),
    "no_file": N_("The key file is there, but the store is not. It comes back with a backup:"),
    "no_store": N_("There is no store in this folder. It comes back with a backup:"),
    "no_access": N_("The folder of the store may not be opened. Ask whoever set the computer up."),
    "newer": N_("The store was written by a newer JewelCRM. Update the program on this computer."),
}


class Lost(Panel):
    """Tells `code`, `office` or `backup`: which way somebody takes."""

    help = "signin#Nobody gets in"
    code = Signal()
    office = Signal()
    backup = Signal()
    back = Signal()

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=560)
        self.gate = gate
        self.matter = Label(wrap=True)
        self.ways = {
            "code": Button(N_("Open with the printed recovery code"), "key", self.code.emit),
            "office": Button(N_("Ask head office for the key"), "shield-account", self.office.emit),
            "backup": Button(N_("Put a backup back"), "backup-restore", self.backup.emit),
        }
        self.safe = note(N_("Nothing is deleted on any of these ways."), "tip")
        self.box.addWidget(Label(N_("Password or key lost"), "title"))
        self.box.addWidget(self.matter)
        for button in self.ways.values():
            self.box.addWidget(button)
            button.hide()
        self.box.addWidget(self.safe)
        self.foot()
        self.box.addLayout(Row(LinkButton(N_("Back"), "arrow-left", self.back.emit), None))

    def start(self) -> None:
        """Look what is the matter."""
        self.matter.words(N_("Looking…"))
        self.desk.background.ask(self, self.gate.look_lost, self._tell, self.failed, "slow")

    def _tell(self, found: lost.Lost) -> None:
        self.matter.words(_MATTERS[found.matter])
        shown = {"office" if way == "paper" else way for way in found.ways}
        for way, button in self.ways.items():
            button.setVisible(way in shown)
        first = next((b for w, b in self.ways.items() if w in shown), None)
        if first is not None:
            first.setFocus()
