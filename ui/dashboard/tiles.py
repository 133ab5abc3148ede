"""Figures on tiles: the actual one large, its target below, a bar of how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.customers.parts import Glyph
from ui.dashboard.words import NAMES, before_told, before_words, figure, target_words
from ui.format import listed
from ui.i18n import later, say
from ui.widgets import ElidedLabel, Label, Pill, Row, VBox, restyle
from ui.widgets.tile import TileButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jewelcrm.dashboard.model import Tile

_BAR = 6
_LARGE = 30  # pixels of a label that is `big`


class FigureTile(TileButton):
    """One figure."""

    least = 184

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        words, icon = NAMES[name]
        self.tile: Tile | None = None
        self._currency = ""
        self.value = Label("", "big").raw("–")
        self.label, self.target = ElidedLabel(words, "muted"), ElidedLabel("", "muted")
        self.before = Pill()
        self.before.setProperty("tight", True)
        self.before.hide()
        self.glyph = Glyph(icon, "muted", 20)
        self.quiet(self.value, self.label, self.target, self.before, self.glyph)
        head = Row(self.label, self.before, self.glyph, spacing=2)
        head.setStretch(0, 1)
        self.label.setMinimumHeight(22)
        column = VBox(head, self.value, self.target, spacing=2)
        column.setContentsMargins(14, 12, 10, 18)
        self.setLayout(column)
        say(self.setAccessibleName, words)

    def put(self, tile: Tile | None, currency: str) -> None:
        """Show it; None: it is still being read."""
        self.tile, self._currency = tile, currency
        if tile is None:
            self.value.raw("–")
            self.target.raw("")
            self._compare("", "muted")
        else:
            self._say(tile, currency)
        self.update()

    def _say(self, tile: Tile, currency: str) -> None:
        actual = figure(tile.measure, tile.actual, currency)
        aim = target_words(tile, currency)
        change, tone = before_words(tile)
        self._fit()
        self.target.raw(aim)
        self._compare(change, tone)
        self.before.setToolTip(before_told(tile, currency))
        name = later(NAMES[self.name][0])
        self.setAccessibleName(listed((name, actual, aim, change, before_told(tile, currency))))

    def _compare(self, change: str, tone: str) -> None:
        """More or less than before, in the place of the picture."""
        self.before.setText(change)
        restyle(self.before, pill=tone)
        self.before.setVisible(bool(change))
        self.glyph.setVisible(not change)

    def _fit(self) -> None:
        """The whole amount where there is room for it, else in few letters."""
        if self.tile is None:
            return
        whole = figure(self.tile.measure, self.tile.actual, self._currency)
        room = self.width() - 28
        measured = QFontMetrics(theme.font(_LARGE, theme.BOLD)).horizontalAdvance
        wide = measured(whole) > room
        brief = figure(self.tile.measure, self.tile.actual, self._currency, brief=True)
        shown = brief if wide else whole
        self.value.raw(shown)
        look = "big" if measured(shown) <= room else "title"
        if self.value.property("look") != look:
            restyle(self.value, look=look)
        self.setToolTip(whole if wide else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paint_more(self, painter: QPainter) -> None:
        """How far it is to the target."""
        reached = self.tile.reached if self.tile is not None else None
        if reached is not None:
            self._bar(painter, min(1.0, max(0.0, reached / 10_000)))

    def _bar(self, painter: QPainter, part: float) -> None:
        room = QRectF(14, self.height() - 13, self.width() - 28, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, color in ((room.width(), "surface2"), (room.width() * part, "accent")):
            painter.setBrush(theme.color("line" if color == "surface2" else color))
            painter.drawRoundedRect(
                QRectF(room.x(), room.y(), max(_BAR, width), _BAR), _BAR / 2, _BAR / 2
            )


class FigureTiles(QWidget):
    """As many in a line as there is room for."""

    pressed = Signal(str)

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._columns = 0
        self._shown: list[FigureTile] = []
        self.tiles = {name: FigureTile(name) for name in names}
        for tile in self.tiles.values():
            tile.setParent(self)
            tile.clicked.connect(lambda _checked=False, tile=tile: self.pressed.emit(tile.name))
        self.only(self.tiles)

    def only(self, names: Iterable[str]) -> None:
        """These, in this order."""
        shown = [self.tiles[name] for name in names]
        if shown == self._shown:
            return
        self._shown, self._columns = shown, 0
        for tile in self.tiles.values():
            tile.setVisible(tile in shown)
        self._place(self._fitting())

    def put(self, tiles: Iterable[Tile], currency: str) -> None:
        """Show these figures."""
        for tile in tiles:
            self.tiles[tile.measure.name].put(tile, currency)

    def _fitting(self) -> int:
        return max(2, min(5, (self.width() + 10) // (theme.px(FigureTile.least) + 10)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self._fitting())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.takeAt(0) is not None:
            pass
        for number, tile in enumerate(self._shown):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(len(self.tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
