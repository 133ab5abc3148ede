"""Figures as a table: painted rows of any number, widths that fit, totals that stay in sight."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
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

from jewelcrm.reports.outputs.cells import shown
from ui import theme
from ui.format import listed
from ui.i18n import say, t
from ui.reports.words import said
from ui.widgets.cells import LEFT, RIGHT, Brush
from ui.widgets.frames import Column as VBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jewelcrm.reports.model import Column, Figures, Row

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, PAD = 38, 44, 12
_SAMPLE = 200
_TEXT_MOST, _TEXT_ENOUGH, _LEAST = 300, 170, 72
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SAID = Qt.ItemDataRole.AccessibleTextRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_HORIZONTAL = Qt.Orientation.Horizontal
_SELECTED = QStyle.StateFlag.State_Selected
_SIDE = {
    True: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    False: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FiguresModel(QAbstractTableModel):
    """A report's answer, a cell at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures: Figures | None = None
        self.rows: Sequence[Row] = ()

    def put(self, figures: Figures | None) -> None:
        """Show these."""
        self.beginResetModel()
        self.figures = figures
        rows = figures.rows if figures is not None else ()
        self.rows = rows if isinstance(rows, list) else tuple(rows)
        self.endResetModel()

    def columns(self) -> tuple[Column, ...]:
        """The report's columns."""
        return self.figures.detail.columns if self.figures is not None else ()

    def words(self, row: int, at: int) -> str:
        """One value as it is read."""
        if self.figures is None:
            return ""
        return shown(self.rows[row][at], self.columns()[at], self.figures)

    def rowCount(self, parent: Index | None = None) -> int:
        if self.figures is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns())

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        return self.words(index.row(), index.column()) if role in (_DISPLAY, _SAID) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != _HORIZONTAL or section >= len(self.columns()):
            return None
        if role == _DISPLAY:
            return said(self.columns()[section].title)
        return _SIDE[self.columns()[section].is_number] if role == _ALIGN else None


class _Painter(QStyledItemDelegate):
    """One line a row, numbers at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._brush = Brush()

    def brush(self) -> Brush:
        """Fonts and colours of the theme in force."""
        if self._brush.serial != theme.serial():
            self._brush = Brush()
        return self._brush

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_LEAST, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, FiguresModel)
        rect: QRect = option.rect
        brush = self.brush()
        chosen = _SELECTED in option.state
        painter.fillRect(rect, theme.color("sel" if chosen else "surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        column = model.columns()[index.column()]
        words = model.words(index.row(), index.column())
        tone = "danger" if words.startswith("-") and column.is_number else "text"
        inside = rect.adjusted(PAD + 4, 0, -PAD, -1)
        brush.text(painter, inside, words, brush.normal, tone, RIGHT if column.is_number else LEFT)


class TotalsBar(QWidget):
    """The sums, under their columns, however far the rows are scrolled."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._brush = Brush()
        self.setFixedHeight(theme.px(ROW + 4))
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def sums(self) -> list[tuple[int, str]]:
        """Column and sum of each column that is added up."""
        figures = self._table.figures()
        if figures is None or not figures.rows:
            return []
        return [
            (at, shown(figures.totals[column.name], column, figures))
            for at, column in enumerate(figures.detail.columns)
            if column.name in figures.totals
        ]

    def tell(self) -> None:
        """Other figures."""
        sums = self.sums()
        columns = self._table.cells.columns()
        spoken = [f"{said(columns[at].title)} {text}" for at, text in sums]
        self.setAccessibleName(listed([t("Total"), *spoken]))
        self.setVisible(bool(sums))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._brush.serial != theme.serial():
            self._brush = Brush()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface2"))
        sums = self.sums()
        header = self._table.horizontalHeader()
        if sums and sums[0][0] > 0:
            self._write(painter, header, 0, t("Total"), LEFT)
        for at, text in sums:
            self._write(painter, header, at, text, RIGHT)
        painter.end()

    def _write(
        self, painter: QPainter, header: QHeaderView, at: int, words: str, align: int
    ) -> None:
        place = QRect(header.sectionViewportPosition(at), 0, header.sectionSize(at), self.height())
        inside = place.adjusted(PAD + 4, 0, -PAD, 0)
        self._brush.text(painter, inside, words, self._brush.strong, "text", align)


class Table(QTableView):
    """The rows. Columns are as wide as what is in them; texts share what is left over."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.cells = FiguresModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(_Painter(self))
        self._wanted: list[int] = []
        self._behave()
        say(self.setAccessibleName, "Figures of the report")
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerWidget(QWidget(self))  # Fusion draws a box where two scroll bars meet
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.horizontalHeader().setFixedHeight(theme.px(HEAD))
        self._size = theme.scale()

    def figures(self) -> Figures | None:
        """What is shown."""
        return self.cells.figures

    def put(self, figures: Figures | None) -> None:
        """Show these."""
        self._fit_rows()
        self.cells.put(figures)
        self._wanted = self._measured()
        self._fit()
        self.scrollToTop()

    def relabel(self) -> None:
        """Titles in another language."""
        self.cells.headerDataChanged.emit(_HORIZONTAL, 0, max(0, len(self._wanted) - 1))
        self._wanted = self._measured()
        self._fit()
        self.viewport().update()

    def _measured(self) -> list[int]:
        """The width each column wants, by its title, its total and its first rows."""
        brush = Brush()
        normal, strong = brush.metrics(brush.normal), brush.metrics(brush.strong)
        figures = self.cells.figures
        if figures is None:
            return []
        wanted = []
        for at, column in enumerate(figures.detail.columns):
            rows = range(min(_SAMPLE, len(figures.rows)))
            widths = [normal.horizontalAdvance(self.cells.words(row, at)) for row in rows]
            widths.append(strong.horizontalAdvance(said(column.title)))
            if column.name in figures.totals:
                total = shown(figures.totals[column.name], column, figures)
                widths.append(strong.horizontalAdvance(total))
            most = theme.px(_TEXT_MOST) if not column.is_number else max(widths)
            wanted.append(max(theme.px(_LEAST), min(max(widths), most) + 2 * PAD + 8))
        return wanted

    def _fit(self) -> None:
        columns = self.cells.columns()
        texts = [at for at, one in enumerate(columns) if not one.is_number]
        over = sum(self._wanted) - self.viewport().width()
        widths = _narrowed(self._wanted, texts, over)
        takes = texts or range(len(columns))
        for at, width in enumerate(widths):
            more = max(0, -over) // len(takes) if at in takes else 0
            self.setColumnWidth(at, width + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        restyled = event.type() == QEvent.Type.StyleChange
        if restyled and getattr(self, "_size", theme.scale()) != theme.scale():
            self._fit_rows()
            self._wanted = self._measured()
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
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
        painter.end()
        super().paintEvent(event)


def _narrowed(wanted: list[int], texts: list[int], over: int) -> list[int]:
    """The longest texts give way before the sums at the right leave the window."""
    spare = {at: max(0, wanted[at] - theme.px(_TEXT_ENOUGH)) for at in texts}
    lacking = min(over, sum(spare.values()))
    if lacking <= 0:
        return wanted
    share = lacking / sum(spare.values())
    return [width - math.ceil(spare.get(at, 0) * share) for at, width in enumerate(wanted)]


class FiguresTable(QWidget):
    """The rows with their totals below."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table()
        self.totals = TotalsBar(self.table)
        column = VBox(self.table, self.totals, spacing=0)
        column.setStretch(0, 1)
        self.setLayout(column)

    def put(self, figures: Figures | None) -> None:
        """Show these."""
        self.table.put(figures)
        self.totals.tell()

    def relabel(self) -> None:
        """In another language."""
        self.table.relabel()
        self.totals.tell()
