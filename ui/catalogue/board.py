"""The gold price board: what we sell and buy back at, and how the price went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from jewelcrm.catalogue import queries
from jewelcrm.catalogue.model import GoldRate
from jewelcrm.context import Context
from ui import theme
from ui.catalogue.words import GRADES, METALS, UNITS, word_of
from ui.customers.filling import empty, fill
from ui.customers.parts import today_of
from ui.customers.words import joined
from ui.format import capital, moment, money
from ui.i18n import N_, bind, t
from ui.shell.desk import Desk
from ui.widgets import (
    Card,
    ElidedLabel,
    EmptyState,
    Label,
    LinkButton,
    PrimaryButton,
    Row,
    Scroll,
    VBox,
    heading,
    line,
)

_ROOM_FOR_BOTH = 960
_SELL, _BUY = 112, 98  # pixels of a price of six figures


def rate_name(rate: GoldRate) -> str:
    """Gold, ornaments, per tael."""
    words = (word_of(METALS, rate.metal), word_of(GRADES, rate.grade), word_of(UNITS, rate.unit))
    return " · ".join(words)


class RateButton(QPushButton):
    """A line of the board: name, sell and buy; pressed, its history is shown."""

    def __init__(self, rate: GoldRate, zone: str) -> None:
        super().__init__()
        self.rate = rate
        self.setCheckable(True)
        name, since = ElidedLabel(look="strong"), ElidedLabel(look="muted")
        bind(name.setText, lambda: rate_name(rate))
        bind(since.setText, lambda: moment(rate.at, zone))
        buy = money(rate.buy) if rate.buy is not None else "–"
        row = Row(
            VBox(name, since, spacing=2),
            _price(N_("Sell"), money(rate.sell)),
            _price(N_("Buy back"), buy),
            spacing=16,
        )
        row.setStretch(0, 1)
        row.setContentsMargins(16, 10, 16, 10)
        self.setLayout(row)
        bind(self.setAccessibleName, lambda: f"{rate_name(rate)} {money(rate.sell)}")
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        inner = layout.sizeHint() if layout is not None else QSize()
        return inner.expandedTo(QSize(240, theme.px(72)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
            painter.end()


def _price(words: str, amount: str) -> VBox:
    name, value = Label(words, "muted"), Label(look="value").raw(amount)
    for label in (name, value):
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return VBox(name, value, spacing=2)


class Curve(QWidget):
    """A price over time, as a line."""

    def __init__(self) -> None:
        super().__init__()
        self._points: list[tuple[dt.datetime, int]] = []
        self._ends = ("", "")
        self.setMinimumHeight(150)

    def show_rates(self, rates: Sequence[GoldRate]) -> None:
        """Draw these, newest first."""
        self._points = [(rate.at, rate.sell.cents) for rate in reversed(rates)]
        prices = sorted((rate.sell for rate in rates), key=lambda price: price.cents)
        self._ends = (money(prices[0]), money(prices[-1])) if prices else ("", "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._name_ends(painter, QRectF(self.rect()).adjusted(8, 12, -8, -12))
        painter.setPen(QPen(theme.color("line"), 1))
        for part in range(4):
            y = area.top() + area.height() * part / 3
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        places = self._places(area)
        painter.setPen(QPen(theme.color("accent"), 2.5))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(theme.color("accent"))
        for place in places[-1:]:
            painter.drawEllipse(place, 4, 4)
        painter.end()

    def _name_ends(self, painter: QPainter, area: QRectF) -> QRectF:
        """The lowest and the highest price, beside their lines; what is left for the curve."""
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("muted"))
        metrics = painter.fontMetrics()
        wide = max(metrics.horizontalAdvance(end) for end in self._ends)
        half = metrics.height() / 2
        for end, y in zip(self._ends, (area.bottom(), area.top()), strict=True):
            place = QRectF(area.left(), y - half, wide, 2 * half)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, end)
        return area.adjusted(wide + 10, 0, 0, 0)

    def _places(self, area: QRectF) -> list[QPointF]:
        if not self._points:
            return []
        first, last = self._points[0][0], self._points[-1][0]
        span = max(1.0, (last - first).total_seconds())
        prices = [price for _at, price in self._points]
        low, high = min(prices), max(prices)
        room = max(1, high - low)
        return [
            QPointF(
                area.left()
                + area.width() * ((at - first).total_seconds() / span if len(prices) > 1 else 1),
                area.bottom() - area.height() * ((price - low) / room if high > low else 0.5),
            )
            for at, price in self._points
        ]


class GoldBoard(QWidget):
    """The prices in force at the left, the history of one at the right."""

    set_wanted = Signal(object)  # GoldRate | None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self._history = QVBoxLayout()
        self._history.setSpacing(6)
        self.curve = Curve()
        self.rule = line()
        self.name = Label(look="heading")
        self._chosen: GoldRate | None = None
        self._arrange()
        self._group.buttonClicked.connect(self._pressed)

    def _arrange(self) -> None:
        board, past = QWidget(), QWidget()
        board.setLayout(VBox(self._lines, None))
        rows = VBox(self._history, None)
        rows.setContentsMargins(0, 0, 14, 0)  # the scroll bar's
        past.setLayout(rows)
        self.new = LinkButton(N_("Another metal"), "plus", lambda: self.set_wanted.emit(None))
        self.change = PrimaryButton(N_("Set today's price"), "gold", self._change)
        head = Row(heading(N_("Prices in force")), None, self.new)
        left = Card(head, Scroll(board), margins=18)
        right = Card(
            Row(self.name, None, self.change), self.curve, self.rule, Scroll(past), margins=18
        )
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(14)
        self._both.addWidget(left, 6)
        self._both.addWidget(right, 5)
        self._parts = (left, right)
        inside = QWidget()
        inside.setLayout(self._both)
        self.setLayout(VBox(Scroll(inside)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _ROOM_FOR_BOTH
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        for part in self._parts:
            part.setMinimumHeight(0 if wide else 340)

    def _change(self) -> None:
        self.set_wanted.emit(self._chosen)

    def reload(self) -> None:
        """Read the board again."""
        may = self.desk.allows("catalogue.edit")
        self.new.setVisible(may)
        self.change.setVisible(may)
        self.desk.read(self, _board, self._show, key="board")

    def _show(self, rates: list[GoldRate]) -> None:
        empty(self._lines)
        zone = self.desk.context().branch.time_zone
        chosen = next((one for one in rates if self._is_chosen(one)), rates[0] if rates else None)
        for rate in rates:
            button = RateButton(rate, zone)
            button.setChecked(rate is chosen)
            self._group.addButton(button)
            self._lines.addWidget(button)
        if not rates:
            self._lines.addWidget(
                EmptyState(
                    "gold", N_("No prices yet"), N_("Pieces sold by weight need today's price.")
                )
            )
        self._choose(chosen)

    def _is_chosen(self, rate: GoldRate) -> bool:
        before = self._chosen
        key = (rate.metal, rate.grade, rate.unit)
        return before is not None and key == (before.metal, before.grade, before.unit)

    def _pressed(self, button: QWidget) -> None:
        assert isinstance(button, RateButton)
        self._choose(button.rate)

    def _choose(self, rate: GoldRate | None) -> None:
        self._chosen = rate
        bind(self.name.setText, lambda: rate_name(rate) if rate else t("History"))
        if rate is None:
            self._past([])
            return

        def read(ctx: Context) -> list[GoldRate]:
            found = queries.gold_history(ctx, rate.metal, rate.grade, limit=200)
            return [one for one in found if one.unit == rate.unit]

        self.desk.read(self, read, self._past, key="history")

    def _past(self, rates: list[GoldRate]) -> None:
        self.curve.show_rates(rates)
        self.curve.setVisible(bool(rates))
        self.rule.setVisible(bool(rates))
        zone, today = self.desk.context().branch.time_zone, today_of(self.desk)
        fill(self._history, (_past_line(rate, zone, today) for rate in rates[:60]))


def _board(ctx: Context) -> list[GoldRate]:
    return queries.gold_board(ctx)


def _past_line(rate: GoldRate, zone: str, today: dt.date) -> QWidget:
    box = QWidget()
    when = ElidedLabel(look="muted")
    bind(when.setText, lambda: joined(capital(moment(rate.at, zone, today)), rate.source))
    sell = Label(look="strong").raw(money(rate.sell))
    buy = Label(look="muted").raw(money(rate.buy) if rate.buy is not None else "–")
    for amount, least in ((sell, _SELL), (buy, _BUY)):  # one under the other
        amount.setMinimumWidth(theme.px(least))
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = Row(when, sell, buy)
    row.setStretch(0, 1)
    box.setLayout(row)
    return box
