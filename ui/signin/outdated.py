"""What a window says whose store a newer program has changed under it: close me, open me again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.i18n import N_
from ui.signin.panel import Panel
from ui.widgets.buttons import PrimaryButton
from ui.widgets.frames import Row
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from ui.shell.desk import Desk

SAID = N_(
    "A newer JewelCRM has brought the store up to date while this window was open. Nothing of this "
    "was saved. Close the window and open it again."
)
"""What `db.store` says to whoever would write."""


class Outdated(Panel):
    """Tells `over` when the window is to be closed."""

    over = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, width=520)
        self.box.addWidget(Label(N_("The program was updated"), "title"))
        self.box.addWidget(
            note(
                N_(
                    "A newer JewelCRM has brought the store of this computer up to date. This "
                    "window is the one from before and does not write into it."
                ),
                "tip",
            )
        )
        self.box.addWidget(
            Label(
                N_(
                    "Everything that was saved is there. What was only typed is to be typed again. "
                    "Close the window and open JewelCRM again."
                ),
                wrap=True,
            )
        )
        self.foot()
        self.box.addLayout(
            Row(None, PrimaryButton(N_("Close the window"), "close", self.over.emit))
        )
