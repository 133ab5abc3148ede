"""Charts in the colours of the theme: bars over time beside those before, and bars by name.

A bar is pressed by mouse, or marked with the arrows and opened with Enter; what it stands for is
told to screen readers and shown as a tool tip. Nothing can be dragged or zoomed by accident.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsGridLayout, QToolTip, QWidget

from ui import theme
from ui.dashboard.plots import pg
from ui.i18n import say
from ui.widgets import Label, VBox

_TALL, _LINE = 300, 27
_GRID = 120  # of 255: how much of the lines is seen
_TOP = Qt.AlignmentFlag.AlignTop
_RESTYLED = QEvent.Type.StyleChange
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WALK = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


@dataclass(frozen=True)
class Stroke:
    """One bar: what stands under it, its value, the value before, and its words in full."""

    label: str
    value: float
    said: str
    before: float | None = None
    shown: str = ""


class _Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph carries no types
    """An axis with words of ours and no line."""

    def __init__(self, orientation: str, words: Callable[[float], str] | None = None) -> None:
        super().__init__(orientation)
        self._words = words
        self.setStyle(tickLength=0, autoExpandTextSpace=True, maxTickLevel=0)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self._words is None:
            return list(super().tickStrings(values, scale, spacing))
        return [self._words(value * scale) for value in values]


class _Field(pg.GraphicsWidget):  # type: ignore[misc]  # the same
    """Where the bars stand, an axis at its left and one below.

    pyqtgraph's own plot makes a hidden form of sixty controls besides, for each chart.
    """

    def __init__(self, left: _Axis, bottom: _Axis) -> None:
        super().__init__()
        self.view = pg.ViewBox(parent=self, enableMenu=False)
        self.view.setMouseEnabled(x=False, y=False)
        self.view.setDefaultPadding(0.02)
        layout = QGraphicsGridLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part, row, column in ((self.view, 0, 1), (left, 0, 0), (bottom, 1, 1)):
            layout.addItem(part, row, column)
        layout.setRowStretchFactor(0, 100)
        layout.setColumnStretchFactor(1, 100)
        for axis in (left, bottom):
            axis.linkToView(self.view)
            axis.setZValue(-1)  # its grid lies behind the bars


class Chart(pg.GraphicsView):  # type: ignore[misc]  # the same
    """What both kinds share: theme, marking, pressing, words."""

    chosen = Signal(int)
    flat = False  # bars lie

    def __init__(self, name: str, words: Callable[[float], str] | None = None) -> None:
        bottom = "left" if self.flat else "bottom"
        along = "bottom" if self.flat else "left"
        axes = {bottom: _Axis(bottom), along: _Axis(along, words)}
        super().__init__()
        self.strokes: Sequence[Stroke] = ()
        self.at = -1
        self._over = -1
        self._base, self._along = axes[bottom], axes[along]
        self._field = _Field(axes["left"], axes["bottom"])
        self.view = self._field.view
        self.enableMouse(False)
        self.setCentralItem(self._field)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFixedHeight(theme.px(_TALL))
        say(self.setAccessibleName, name)

    # What is shown ---------------------------------------------------------------------------

    def put(self, strokes: Sequence[Stroke]) -> None:
        """Show these."""
        self.strokes = tuple(strokes)
        self.at = min(self.at, len(self.strokes) - 1)
        self._tell()
        self.draw()

    def draw(self) -> None:
        """Paint all of it in the theme in force."""
        self.view.clear()
        self.setBackground(theme.color("surface"))
        for axis in (self._base, self._along):
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(pg.mkPen(theme.color("muted")))
            axis.setStyle(tickFont=theme.font(12))
        if self.strokes:
            self.bars()

    def bars(self) -> None:
        """Draw the bars."""
        raise NotImplementedError

    def brushes(self) -> list[Any]:
        """The accent for all but the marked one."""
        marked = self.at if self.hasFocus() else self._over
        names = ("brand" if at == marked else "accent" for at in range(len(self.strokes)))
        return [pg.mkBrush(theme.color(name)) for name in names]

    def _tell(self) -> None:
        """All of it in words, and the marked one first."""
        said = [one.said for one in self.strokes]
        if 0 <= self.at < len(said):
            said.insert(0, said[self.at])
        self.setAccessibleDescription("; ".join(said))

    # Marking and pressing --------------------------------------------------------------------

    def index_at(self, point: QPointF) -> int:
        """The bar at a point of the widget; -1 for none."""
        inside = self.view.mapSceneToView(self.mapToScene(point.toPoint()))
        at = round(-inside.y() if self.flat else inside.x())
        return at if 0 <= at < len(self.strokes) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.index_at(event.position())
        if at != self._over:
            self._over = at
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.draw()
        if at >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self.strokes[at].said, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.index_at(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.at = at
            self.chosen.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: Any) -> None:
        """The page scrolls, not the chart."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._over >= 0:
            self._over = -1
            self.draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WALK and self.strokes:
            self.at = max(0, min(len(self.strokes) - 1, self.at + _WALK[key]))
            self._tell()
            self.draw()
        elif key in _ENTER and 0 <= self.at < len(self.strokes):
            self.chosen.emit(self.at)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.at = max(self.at, 0)
        self.draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == _RESTYLED and hasattr(self, "strokes"):
            self.draw()


class TimeChart(Chart):
    """Bars that stand side by side in time; those of the period before as a quiet line."""

    def bars(self) -> None:
        places = list(range(len(self.strokes)))
        heights = [one.value for one in self.strokes]
        self.view.addItem(
            pg.BarGraphItem(
                x=places, height=heights, width=0.66, brushes=self.brushes(), pen=pg.mkPen(None)
            )
        )
        before = [one.before for one in self.strokes]
        if any(before):
            pen = pg.mkPen(theme.color("edge"), width=2, style=Qt.PenStyle.DotLine)
            heard = [(at, value) for at, value in enumerate(before) if value is not None]
            xs, ys = [at for at, _ in heard], [value for _, value in heard]
            self.view.addItem(pg.PlotCurveItem(xs, ys, pen=pen))
        every = max(1, -(-len(places) // 12))
        ticks = [(at, one.label) for at, one in enumerate(self.strokes) if at % every == 0]
        self._base.setTicks([ticks])
        self._along.setTickPen(pg.mkPen(theme.color("edge")))
        self._along.setGrid(_GRID)
        most = max([*heights, *(value or 0.0 for value in before), 1.0])
        least = min([*heights, 0.0])
        self.view.setYRange(least, most * 1.05, padding=0.02)
        self.view.setXRange(-0.6, len(places) - 0.4, padding=0)


class NameChart(Chart):
    """Bars that lie one under the other, each with its name before and its value behind."""

    flat = True

    def bars(self) -> None:
        places = [-at for at in range(len(self.strokes))]
        self.setFixedHeight(theme.px(_LINE * len(self.strokes) + 12))
        widths = [max(0.0, one.value) for one in self.strokes]
        self.view.addItem(
            pg.BarGraphItem(
                x0=0.0,
                y=places,
                height=0.62,
                width=widths,
                brushes=self.brushes(),
                pen=pg.mkPen(None),
            )
        )
        most = max([*widths, 1.0])
        for at, one in enumerate(self.strokes):
            words = pg.TextItem(one.shown, color=theme.color("text"), anchor=(0, 0.5))
            words.setFont(theme.font(12, theme.SEMIBOLD))
            words.setPos(widths[at], -at)
            self.view.addItem(words)
        self._base.setTicks([[(-at, one.label) for at, one in enumerate(self.strokes)]])
        self._along.setTicks([[]])
        self._along.setHeight(4)
        self.view.setXRange(0, most * 1.25, padding=0)
        self.view.setYRange(0.6 - len(self.strokes), 0.6, padding=0)


class Titled(QWidget):
    """A chart under its name, or words when there is nothing to draw."""

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self.name = Label(name, "heading")
        self.nothing = Label(nothing, "muted", wrap=True)
        self.note = Label("", "muted", wrap=True)
        self.chart: Chart | None = None
        self._column = VBox(self.name, self.note, self.nothing, spacing=6)
        self._column.setStretchFactor(self.nothing, 1)
        self.nothing.setAlignment(_TOP)
        self.setLayout(self._column)
        self.note.hide()

    def hold(self, chart: Chart) -> None:
        """The chart, made when there was time for it."""
        self.chart = chart
        self._column.addWidget(chart, 1)
        self._column.setAlignment(chart, _TOP)  # the card beside it may be higher
        chart.hide()

    def chart_chosen(self, then: Callable[[int], None]) -> None:
        """Who is told when a bar is pressed."""
        if self.chart is not None:
            self.chart.chosen.connect(then)

    def tell(self, words: str) -> None:
        """A quiet line under the name."""
        self.note.raw(words)
        self.note.setVisible(bool(words))

    def put(self, strokes: Sequence[Stroke]) -> None:
        """Show these."""
        if self.chart is not None:
            self.chart.put(strokes)
            self.chart.setVisible(bool(strokes))
        self.nothing.setVisible(not strokes)
