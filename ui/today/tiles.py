"""The counts at the top of Today: each a button that brings its section into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.customers.parts import Glyph
from ui.i18n import N_, later, say
from ui.widgets import Label, Row, VBox
from ui.widgets.labels import ElidedLabel
from ui.widgets.tile import TileButton

TILES = (
    ("overdue", N_("Overdue"), "clock-alert-outline", "danger"),
    ("due", N_("Due today"), "bell-ring", "accent_text"),
    ("promised_today", N_("Promised today"), "calendar-check", "info"),
    ("ready_waiting", N_("Ready"), "package-variant-closed", "ok"),
    ("money_due", N_("Money due"), "cash", "gold"),
    ("birthdays", N_("Birthdays"), "cake-variant", "gold"),
    ("unread", N_("Unread"), "email", "info"),
)


class CountTile(TileButton):
    """An icon, a number, and what it counts."""

    def __init__(self, name: str, icon: str, tone: str) -> None:
        super().__init__()
        self._english = name
        self.number = Label("", "big").raw("–")
        say(self.setAccessibleName, name)
        label = ElidedLabel(name, "muted")
        glyph = Glyph(icon, tone, 22)
        self.quiet(self.number, label, glyph)
        head = Row(self.number, None, spacing=8)
        head.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        column = VBox(head, label, spacing=0)  # the words have the room below the icon too
        column.setContentsMargins(14, 10, 10, 10)
        self.setLayout(column)

    def show_count(self, count: int, *, more: bool = False) -> None:
        """Put the number in."""
        self.number.raw(f"{count:,}{'+' if more else ''}")
        self.setAccessibleName(f"{later(self._english)} {count}")


class Tiles(QWidget):
    """As many tiles in a line as there is room for."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._columns = 0
        self.tiles = {key: CountTile(name, icon, tone) for key, name, icon, tone in TILES}
        for key, tile in self.tiles.items():
            tile.clicked.connect(self._teller(key))
        self._place(len(self.tiles))

    def _teller(self, key: str) -> Callable[[], None]:
        return lambda: self.pressed.emit(key)

    def show_counts(self, counts: Mapping[str, int], more: Mapping[str, bool]) -> None:
        """Put all the numbers in."""
        for key, tile in self.tiles.items():
            tile.show_count(counts.get(key, 0), more=more.get(key, False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(1, (self.width() + 10) // (theme.px(CountTile.least) + 10))
        self._place(min(len(self.tiles), room if room >= len(self.tiles) else max(2, min(room, 4))))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(len(self.tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
