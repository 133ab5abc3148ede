"""Where one is on the way: numbered steps in a row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from ui.i18n import N_, bind, later, say
from ui.widgets import Row, restyle

NAMES = (
    N_("File"),
    N_("Look"),
    N_("Columns"),
    N_("Try"),
    N_("Import"),
)


class Steps(QWidget):
    """The step one is at is marked, those behind are ticked."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[QLabel] = []
        for place, name in enumerate(NAMES):
            label = QLabel()
            label.setProperty("pill", "muted")
            bind(label.setText, _named(place + 1, name))
            self._labels.append(label)
        self.setLayout(Row(*self._labels, None, spacing=8))
        say(self.setAccessibleName, "Steps of the import")

    def show_step(self, at: int) -> None:
        """Mark a step."""
        for place, label in enumerate(self._labels):
            restyle(label, pill="accent" if place == at else "ok" if place < at else "muted")


def _named(number: int, name: str) -> Callable[[], str]:
    return lambda: f"{number}  {later(name)}"
