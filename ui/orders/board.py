"""The board: a column per stage; cards are walked with the arrows and moved by key or by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QWidget,
)

from jewelcrm.orders.model import OrderRow
from jewelcrm.orders.rules.stages import next_stages
from ui.i18n import bind, tn
from ui.orders.cards import MIME, CardModel, CardPainter
from ui.orders.words import stage_source, stage_tone, stage_word
from ui.widgets import Label, Pill, Row, VBox

WIDE, SLIM = 260, 148
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


_Branch = Callable[[OrderRow], str]
"""The name of another branch that took the order; empty for our own."""


class CardList(QListView):
    """The cards of one stage."""

    opened = Signal(bytes)
    walked = Signal(int)  # to the column on the left or right
    menu_wanted = Signal(bytes, QPoint)
    forward_wanted = Signal(bytes)
    dropped = Signal(bytes)

    def __init__(self, stage: str, branch: _Branch) -> None:
        super().__init__()
        self.stage = stage
        self.cards = CardModel(self, branch)
        self.setModel(self.cards)
        self.setItemDelegate(CardPainter(self))
        self.setProperty("look", "results")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._clicked)
        bind(self.setAccessibleName, lambda: stage_word(self.stage))

    def sizeHint(self) -> QSize:
        return QSize(SLIM, 200)

    def current(self) -> OrderRow | None:
        """The order marked."""
        place = self.currentIndex().row()
        return self.cards.rows[place] if 0 <= place < len(self.cards.rows) else None

    def mark(self, place: int) -> None:
        """Mark a card and take the keys."""
        place = max(0, min(place, len(self.cards.rows) - 1))
        self.setCurrentIndex(self.cards.index(place, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def unmark(self) -> None:
        """No card is marked."""
        self.setCurrentIndex(QModelIndex())

    def _clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.rows[index.row()].id)

    def _menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            row = self.cards.rows[index.row()]
            self.menu_wanted.emit(row.id, self.viewport().mapToGlobal(at))

    def _menu_here(self, row: OrderRow) -> None:
        box = self.visualRect(self.currentIndex())
        self.menu_wanted.emit(row.id, self.viewport().mapToGlobal(box.center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current(), Qt.Key(event.key())
        if key in _SIDEWAYS and event.modifiers() & _CONTROL:
            if row is not None and key == Qt.Key.Key_Right:
                self.forward_wanted.emit(row.id)
        elif key in _SIDEWAYS:
            self.walked.emit(_SIDEWAYS[key])
        elif key in _ENTER and row is not None:
            self.opened.emit(row.id)
        elif key in (Qt.Key.Key_M, Qt.Key.Key_Menu) and row is not None:
            self._menu_here(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rows:
            self.setCurrentIndex(self.cards.index(0, 0))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        event.accept()

    def _welcome(self, event: QDropEvent) -> None:
        told = _told(event)
        if told is not None and self.stage in next_stages(told["kind"], told["stage"]):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        told = _told(event)
        if told is not None:
            event.acceptProposedAction()
            self.dropped.emit(bytes.fromhex(told["id"]))


def _told(event: QDropEvent) -> dict[str, str] | None:
    data = event.mimeData().data(MIME)
    told: dict[str, str] | None = json.loads(bytes(data.data())) if not data.isEmpty() else None
    return told


class _Stage(QFrame):
    """One column: the name of the stage, how many, and the cards."""

    def __init__(self, stage: str, branch: _Branch) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self.stage = stage
        self.list = CardList(stage, branch)
        self._name = Label(stage_source(stage), "strong", wrap=True)
        self._count = Pill(tone=stage_tone(stage))
        head = Row(self._name, self._count, spacing=8)
        head.setStretch(0, 1)
        head.setContentsMargins(6, 0, 6, 0)
        self.setLayout(VBox(head, self.list, spacing=8, margins=8))

    def show_rows(self, rows: Sequence[OrderRow], today: dt.date) -> None:
        """Show these cards; an empty column takes little room."""
        self.list.cards.show_rows(rows, today)
        self._count.setText(str(len(rows)))
        bind(self._count.setAccessibleName, lambda: tn("{n} orders", len(rows), one="{n} order"))
        self.setFixedWidth(WIDE if rows else SLIM)


class Board(QScrollArea):
    """All stages side by side.

    Signals:
        opened(order id): a card was pressed.
        move_wanted(order id, stage): drop or menu; an empty stage asks for the usual next one.
        menu_wanted(order id, where on the screen)
    """

    opened = Signal(bytes)
    move_wanted = Signal(bytes, str)
    menu_wanted = Signal(bytes, QPoint)

    def __init__(self, branch: _Branch) -> None:
        super().__init__()
        self._branch = branch
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stages: list[_Stage] = []
        self._body = QWidget()
        self._body.setProperty("look", "plain")
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 4)
        self._row.setSpacing(10)
        self._row.addStretch(1)
        self.setWidget(self._body)

    def show_board(self, columns: Mapping[str, Sequence[OrderRow]], today: dt.date) -> None:
        """Show these stages; the card marked before stays marked."""
        before = self.current()
        if [stage.stage for stage in self._stages] != list(columns):
            self._make(list(columns))
        for stage in self._stages:
            stage.show_rows(columns[stage.stage], today)
        if before is not None:
            self.mark(before.id)

    def _make(self, names: list[str]) -> None:
        for stage in self._stages:
            stage.hide()
            stage.setParent(None)
            stage.deleteLater()
        self._stages = [_Stage(name, self._branch) for name in names]
        for place, stage in enumerate(self._stages):
            self._row.insertWidget(place, stage)
            self._listen(stage.list)

    def paint_again(self) -> None:
        """The branches' names have become known."""
        for stage in self._stages:
            stage.list.viewport().update()

    def _listen(self, cards: CardList) -> None:
        cards.opened.connect(self.opened)
        cards.menu_wanted.connect(self.menu_wanted)
        cards.forward_wanted.connect(lambda order: self.move_wanted.emit(order, ""))
        cards.dropped.connect(lambda order: self.move_wanted.emit(order, cards.stage))
        cards.walked.connect(lambda step: self._walk(cards, step))
        cards.selectionModel().currentChanged.connect(lambda now, _old: self._alone(cards, now))

    def _alone(self, cards: CardList, now: QModelIndex) -> None:
        """One card of the whole board is marked."""
        if now.isValid():
            for stage in self._stages:
                if stage.list is not cards:
                    stage.list.unmark()

    def _walk(self, cards: CardList, step: int) -> None:
        lists = [stage.list for stage in self._stages if stage.list.cards.rows]
        if cards in lists and 0 <= (place := lists.index(cards) + step) < len(lists):
            lists[place].mark(cards.currentIndex().row())
            self.ensureWidgetVisible(lists[place], 20, 0)

    def current(self) -> OrderRow | None:
        """The order marked."""
        found = (stage.list.current() for stage in self._stages)
        return next((row for row in found if row is not None), None)

    def mark(self, order_id: bytes) -> bool:
        """Mark an order's card without taking the keys; False when it is not on the board."""
        for stage in self._stages:
            place = stage.list.cards.place_of(order_id)
            if place >= 0:
                stage.list.setCurrentIndex(stage.list.cards.index(place, 0))
                return True
        return False

    def focus_cards(self) -> None:
        """Take the keys."""
        lists = [stage.list for stage in self._stages if stage.list.cards.rows]
        if lists:
            marked = next((cards for cards in lists if cards.current() is not None), lists[0])
            marked.mark(max(0, marked.currentIndex().row()))

    def count(self) -> int:
        """How many orders are on the board."""
        return sum(len(stage.list.cards.rows) for stage in self._stages)
