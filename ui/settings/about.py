"""Health of this computer's store, and what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.settings.health import Health
from ui.settings.part import Part
from ui.widgets.frames import line
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class About(Part):
    """The doctor's lines, and what the program is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Health",
            "Checks the store, its keys, the disk and this computer. You can go on working.",
        )
        self.health = Health(desk)
        self.box.addWidget(self.health)
        self.box.addWidget(line())
        self.box.addWidget(Label("About", "heading"))
        for label in self._about():
            self.box.addWidget(label)

    def _about(self) -> list[Label]:
        from ui.shell.trouble import version

        name, place = Label(), Label(look="muted", wrap=True)
        name.words("JewelCRM, version {version}", version=version())
        ctx = self.desk.ctx
        if ctx is not None:
            place.words("The store is in {folder}", folder=str(ctx.store.folder))
        free = Label(
            "Free software under the Apache License 2.0. Uses Qt under the LGPL, Inter and Noto "
            "under the Open Font License.",
            "muted",
            wrap=True,
        )
        return [name, place, free]

    def load(self) -> None:
        """Nothing by itself: checking a large store takes minutes."""

    def examine(self) -> None:
        """Ask the doctor."""
        self.health.examine()
