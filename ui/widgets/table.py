"""A list of any length: ids are held, rows are fetched as they come into sight and painted.

Jumping to the middle of a million works at once. What makes it fast is measured and easily lost:
an opaque viewport and no ::item rule in the style sheet (Qt then scrolls by copying), colours and
fonts cached per theme, and full enum names bound once.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.background import Background
from ui.i18n import bind, later, say
from ui.widgets.cells import Brush, Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE = 50  # rows fetched at once: more than a screen shows
KEEP = 120  # pages remembered
ROW_HEIGHT = 64
PAD = 12
_PATIENCE = 0.08  # seconds without a row, before grey bars stand in for them
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SAID = Qt.ItemDataRole.AccessibleTextRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_RESTYLED = QEvent.Type.StyleChange
_HORIZONTAL = Qt.Orientation.Horizontal
_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LazyModel(QAbstractTableModel, Generic[R]):
    """Ids of all rows, pages of the rows seen lately."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[bytes]], Sequence[R]],
        background: Background,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self._fetch, self._background = fetch, background
        self._ids: Sequence[bytes] = ()
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0
        self._wanted_at = 0.0

    def show_ids(self, ids: Sequence[bytes]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._ids = ids
        self._drop()
        self.endResetModel()

    def refresh(self) -> None:
        """The rows may have changed: fetch those in sight again, keep the old ones until then."""
        self._drop()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def asked_since(self) -> float:
        """Seconds since these rows were first wanted."""
        return time.monotonic() - self._wanted_at

    def _drop(self) -> None:
        self._wanted_at = time.monotonic()
        self._generation += 1
        self._pages.clear()
        self._asked.clear()

    def ids(self) -> Sequence[bytes]:
        """The ids shown."""
        return self._ids

    def id_at(self, row: int) -> bytes | None:
        """The id of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_at(self, row: int) -> R | None:
        """A row, or None while it is on its way."""
        number, offset = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        generation = self._generation
        self._background.ask(
            self, lambda: self._fetch(ids), lambda rows: self._got(generation, number, rows)
        )

    def _got(self, generation: int, number: int, rows: Sequence[R]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > KEEP:
            self._pages.popitem(last=False)
        last = min(len(self._ids), (number + 1) * PAGE) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(self.columns) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _SAID):
            return None
        row = self.row_at(index.row())
        return "…" if row is None else self.columns[index.column()].cell.words(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != _HORIZONTAL:
            return None
        if role == _DISPLAY:
            return later(self.columns[section].title)
        if role == _ALIGN:
            return _RIGHT if self.columns[section].cell.right else _LEFT
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: LazyTable[Any]) -> None:
        super().__init__(parent)
        self._brush = Brush()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._brush.serial != theme.serial():
            self._brush = Brush()
        model = index.model()
        assert isinstance(model, LazyModel)
        rect: QRect = option.rect
        chosen = _SELECTED in option.state
        painter.fillRect(rect, theme.color("sel" if chosen else "surface"))
        if chosen and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme.color("accent"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        inside = rect.adjusted(PAD + 4, 0, -PAD, -1)
        row = model.row_at(index.row())
        if row is None:
            self._brush.placeholder(painter, inside)
        else:
            model.columns[index.column()].cell.paint(self._brush, painter, inside, row)


class LazyTable(QTableView, Generic[R]):
    """LazyTable(columns, lambda ids: rows(desk.context(), ids), desk.background, "Customers").

    Give it ids with show_ids(); it tells `selected(id)` as the mark moves (b"" for none) and
    `opened(id)` on Enter or double click.
    """

    selected = Signal(bytes)
    opened = Signal(bytes)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[bytes]], Sequence[R]],
        background: Background,
        name: str,
    ) -> None:
        super().__init__()
        self._columns = columns
        self._model: LazyModel[R] = LazyModel(columns, fetch, background, self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self._behave()
        self._look()
        say(self.setAccessibleName, name)
        bind(self._relabel, lambda: "")
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        (header := self.horizontalHeader()).setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(theme.px(44))
        self._size = theme.scale()

    def _relabel(self, _text: str = "") -> None:
        self._model.headerDataChanged.emit(_HORIZONTAL, 0, len(self._columns) - 1)
        self.viewport().update()

    def show_ids(self, ids: Sequence[bytes], *, keep: bool = False) -> None:
        """Show these rows. With keep, the marked one stays marked when it is still there."""
        before = self.current_id() if keep else None
        self._fit_rows()
        self._model.show_ids(ids)
        if before is None or not self.select(before):
            self.scrollToTop()

    def refresh(self) -> None:
        """Fetch again what is in sight."""
        self._model.refresh()

    def ids(self) -> Sequence[bytes]:
        """The ids shown."""
        return self._model.ids()

    def current_id(self) -> bytes | None:
        """The id of the marked row."""
        return self._model.id_at(self.currentIndex().row())

    def current_row(self) -> R | None:
        """The marked row, when it has been fetched."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def select(self, wanted: bytes) -> bool:
        """Mark a row by its id and bring it into sight; False when it is not in the list."""
        try:
            row = self._model.ids().index(wanted)
        except ValueError:
            return False
        self.select_row(row)
        return True

    def select_row(self, row: int) -> None:
        """Mark a row by its place."""
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.selected.emit(self._model.id_at(current.row()) or b"")

    def _open(self, row: int) -> None:
        if (found := self._model.id_at(row)) is not None:
            self.opened.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The viewport is opaque for speed: what no row covers has to be painted here.
        below = self.verticalHeader().length() - self.verticalHeader().offset()
        beside = self.horizontalHeader().length() - self.horizontalHeader().offset()
        area = self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area.adjusted(0, max(0, below), 0, 0), theme.color("surface"))
        painter.fillRect(area.adjusted(max(0, beside), 0, 0, 0), theme.color("surface"))
        coming = self._on_their_way()
        if coming:
            painter.fillRect(area, theme.color("surface"))
        painter.end()
        if not coming:
            super().paintEvent(event)

    def _on_their_way(self) -> bool:
        """New rows that will be here sooner than a grey bar in their place could be seen."""
        top = max(0, self.rowAt(0))
        if not self._model.ids() or self._model.row_at(top) is not None:
            return False  # asking for the row has it fetched
        if self._model.asked_since() > _PATIENCE:
            return False
        QTimer.singleShot(round(_PATIENCE * 1000) + 1, self.viewport(), self.viewport().update)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text: rows and columns grow with it."""
        super().changeEvent(event)
        if event.type() == _RESTYLED and getattr(self, "_size", theme.scale()) != theme.scale():
            self._fit_rows()
            self.fit()

    def fit(self) -> None:
        """Share the width: some columns hide when it is narrow.

        Those that stretch take what is left, and give way where even that is too little.
        """
        room = self.viewport().width()
        shown = [c for c in self._columns if room >= theme.px(c.hide_below)]
        free = room - sum(theme.px(c.width) for c in shown)
        parts = sum(c.stretch for c in shown) or 1
        for number, column in enumerate(self._columns):
            own = theme.px(column.width)
            self.setColumnHidden(number, column not in shown)
            self.setColumnWidth(number, max(own // 2, own + free * column.stretch // parts))
