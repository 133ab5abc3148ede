"""Cards of the board: one painted sheet per order, in a list that scrolls like any other."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jewelcrm.orders.model import OrderRow
from ui import icons, theme
from ui.format import listed, money, names
from ui.i18n import t
from ui.orders.words import (
    customer_word,
    kind_icon,
    kind_word,
    promise_tone,
    promise_words,
    stay_words,
)
from ui.widgets.cells import RIGHT, Brush

MIME = "application/x-jewelcrm-order"
HEIGHT = 132
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SAID = Qt.ItemDataRole.AccessibleTextRole
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_SMOOTH = QPainter.RenderHint.Antialiasing
Index = QModelIndex | QPersistentModelIndex


def said(row: OrderRow, today: dt.date, branch: str = "") -> str:
    """A card in words, for screen readers; `branch`: another one that took the order."""
    who = " ".join(names(row.customer_name, row.customer_name_zh)).strip()
    parts = (
        who or customer_word(None, None),
        row.summary,
        row.number,
        branch,
        kind_word(row.kind),
        promise_words(row, today),
        t("Rush") if row.rush else "",
        stay_words(row.days_in_stage),
        money(row.balance),
    )
    return listed(parts)


class CardModel(QAbstractListModel):
    """The orders of one stage."""

    def __init__(self, parent: QWidget, branch: Callable[[OrderRow], str]) -> None:
        super().__init__(parent)
        self.branch = branch
        self.rows: list[OrderRow] = []
        self.today = dt.date.min

    def show_rows(self, rows: Sequence[OrderRow], today: dt.date) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.rows, self.today = list(rows), today
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role in (_DISPLAY, _SAID) and index.row() < len(self.rows):
            row = self.rows[index.row()]
            return said(row, self.today, self.branch(row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else plain

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        row = self.rows[indexes[0].row()]
        told = {"id": row.id.hex(), "kind": row.kind, "stage": row.stage}
        data = QMimeData()
        data.setData(MIME, json.dumps(told).encode())
        return data

    def place_of(self, order_id: bytes) -> int:
        """Where an order is in the column; -1 when it is not."""
        return next((place for place, row in enumerate(self.rows) if row.id == order_id), -1)


class CardPainter(QStyledItemDelegate):
    """Paints a card; fonts and colours are cached per theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._brush = Brush()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, theme.px(HEIGHT) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._brush.serial != theme.serial():
            self._brush = Brush()
        model = index.model()
        assert isinstance(model, CardModel)
        row = model.rows[index.row()]
        rect: QRect = option.rect
        sheet = rect.adjusted(2, 2, -4, -6)
        marked = _SELECTED in option.state and _FOCUSED in option.state
        self._sheet(painter, sheet, row, marked=marked or _SELECTED in option.state)
        self._words(painter, sheet.adjusted(14, 10, -12, -10), row, model)

    def _sheet(self, painter: QPainter, rect: QRect, row: OrderRow, *, marked: bool) -> None:
        painter.setRenderHint(_SMOOTH)
        painter.setBrush(theme.color("sel" if marked else "surface"))
        painter.setPen(QPen(theme.color("accent" if marked else "line"), 2 if marked else 1))
        painter.drawRoundedRect(rect, 10, 10)
        if row.late or row.rush:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("danger" if row.late else "brand"))
            painter.drawRoundedRect(rect.x() + 1, rect.y() + 8, 4, rect.height() - 16, 2, 2)
        painter.setRenderHint(_SMOOTH, on=False)

    def _words(self, painter: QPainter, box: QRect, row: OrderRow, model: CardModel) -> None:
        step = box.height() // 4
        lines = [QRect(box.x(), box.y() + n * step, box.width(), step) for n in range(4)]
        self._who(painter, lines[0], row)
        brush = self._brush
        brush.text(painter, lines[1], row.summary, brush.small, "text")
        self._number(painter, lines[2], row, model.branch(row))
        self._foot(painter, lines[3], row, model.today)

    def _who(self, painter: QPainter, rect: QRect, row: OrderRow) -> None:
        brush, right = self._brush, 0
        if row.rush:
            words = t("Rush")
            right = brush.metrics(brush.small_strong).horizontalAdvance(words) + 20
            brush.pill(painter, rect.adjusted(rect.width() - right, 0, 0, 0), words, "gold")
            right += 6
        if row.secret_until is not None:
            gift = QRect(rect.right() - right - 18, rect.center().y() - 8, 18, 18)
            icons.paint(painter, gift, "gift", theme.color("gold"))
            right += 24
        large = names(row.customer_name, row.customer_name_zh)[0] or customer_word(None, None)
        brush.text(painter, rect.adjusted(0, 0, -right, 0), large, brush.strong, "text")

    def _number(self, painter: QPainter, rect: QRect, row: OrderRow, branch: str) -> None:
        brush, stay = self._brush, stay_words(row.days_in_stage)
        mark = QRect(rect.x(), rect.center().y() - 7, 16, 16)
        icons.paint(painter, mark, kind_icon(row.kind), theme.color("muted"))
        room = brush.metrics(brush.small).horizontalAdvance(stay) + 8
        words = f"{branch}  ·  {row.number}" if branch else row.number
        brush.text(painter, rect.adjusted(22, 0, -room, 0), words, brush.small, "muted")
        brush.text(painter, rect, stay, brush.small, "muted", RIGHT)

    def _foot(self, painter: QPainter, rect: QRect, row: OrderRow, today: dt.date) -> None:
        brush, used = self._brush, 0
        owed = money(row.balance) if row.balance else t("Paid")
        if promise := promise_words(row, today):
            least = brush.metrics(brush.small_strong).horizontalAdvance(owed) + 8
            left = rect.adjusted(0, 0, -least, 0)
            used = brush.pill(painter, left, promise, promise_tone(row, today)) + 8
        tone = "text" if row.balance else "ok"
        brush.figure(painter, rect.adjusted(used, 0, 0, 0), owed, brush.strong, tone)
