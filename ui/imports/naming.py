"""The name that a mapping is kept by."""

from __future__ import annotations

from collections.abc import Callable

from ui.i18n import N_
from ui.shell.desk import Desk
from ui.widgets import Dialog, Field


class NameMapping(Dialog):
    """Asks for a name, the one it has now filled in; `then` is told."""

    help = "import"

    def __init__(self, desk: Desk, name: str, then: Callable[[str], object]) -> None:
        super().__init__(desk, N_("Keep this mapping"), width=440)
        self._then = then
        self.name = Field(N_("Name of the mapping"), name="name")
        self.name.set_text(name)
        self.box.addWidget(self.name)

    def save(self) -> None:
        """Nothing without a name."""
        if not self.name.text():
            self.name.error(N_("Give it a name."))
            return
        self.accept()
        self._then(self.name.text())
