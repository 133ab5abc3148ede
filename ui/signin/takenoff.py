"""What a PC says that head office has taken off: why nothing is here any more, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.i18n import N_
from ui.signin.panel import Panel
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.frames import Row
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class TakenOff(Panel):
    """Tells `again` (join with a new code) or `alone` (set up a shop of its own)."""

    help = "sync#This PC was taken off"
    again = Signal()
    alone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, width=520)
        self.box.addWidget(Label(N_("This PC was taken off"), "title"))
        self.box.addWidget(
            note(
                N_(
                    "Head office has taken this PC off, and what it held is erased. Ask head "
                    "office for a new code to enrol it again."
                ),
                "bad",
            )
        )
        self.box.addWidget(
            Label(
                N_(
                    "Everything that had been sent is safe at head office. If the PC was lost or "
                    "stolen and has come back, tell head office."
                ),
                wrap=True,
            )
        )
        self.foot()
        self.main = PrimaryButton(N_("Join a head office"), "link", self.again.emit)
        alone = LinkButton(N_("Set up a shop of its own"), "store", self.alone.emit)
        self.box.addLayout(Row(alone, None, self.main))
