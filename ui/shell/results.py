"""The list of what was found: painted lines under headings, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import icons, theme
from ui.i18n import later, say, tn
from ui.shell.finding import Group, Hit, Line
from ui.widgets.cells import LEFT, RIGHT, Brush

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_SELECTED = QStyle.StateFlag.State_Selected
_ROW, _TALL, _HEAD = 44, 58, 34


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = 0) -> Any:
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in _SHOWN:
            if isinstance(line, Group):
                return later(line.title)
            return " ".join(part for part in (line.title, line.small, line.right) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._brush = Brush()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(_LINE)
        if isinstance(line, Group):
            return QSize(100, theme.px(_HEAD))
        return QSize(100, theme.px(_TALL if line.small else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._brush.serial != theme.serial():
            self._brush = Brush()
        line, rect = index.data(_LINE), QRect(option.rect)
        if isinstance(line, Group):
            box = rect.adjusted(14, 8, -14, 0)
            self._brush.text(painter, box, later(line.title), self._brush.small_strong, "muted")
            return
        if _SELECTED in option.state:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel"))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 8, 8)
        self._hit(painter, rect.adjusted(16, 0, -16, 0), line)

    def _hit(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        brush = self._brush
        self._picture(painter, QRect(rect.x(), rect.center().y() - 18, 36, 36), hit)
        rect = rect.adjusted(50, 0, 0, 0)
        if hit.right:
            width = brush.metrics(brush.small).horizontalAdvance(hit.right) + 12
            box = rect.adjusted(rect.width() - width, 0, 0, 0)
            brush.text(painter, box, hit.right, brush.small, "muted", RIGHT)
            rect = rect.adjusted(0, 0, -width, 0)
        if hit.busy:
            words = tn("{n} open", hit.busy)
            width = brush.metrics(brush.small_strong).horizontalAdvance(words) + 24
            brush.pill(painter, rect.adjusted(rect.width() - width, 0, -4, 0), words, "gold")
            rect = rect.adjusted(0, 0, -width - 8, 0)
        if not hit.small:
            brush.text(painter, rect, hit.title, brush.normal, "text", LEFT)
            return
        middle = rect.center().y()
        brush.text(
            painter,
            QRect(rect.x(), middle - theme.px(22), rect.width(), theme.px(22)),
            hit.title,
            brush.strong,
            "text",
        )
        brush.text(
            painter,
            QRect(rect.x(), middle + 1, rect.width(), theme.px(20)),
            hit.small,
            brush.small,
            "muted",
        )

    def _picture(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        if hit.name or hit.name_zh:
            self._brush.face(painter, box, hit.name, hit.name_zh)
        else:
            icons.paint(painter, box.adjusted(7, 7, -7, -7), hit.icon, theme.color("accent_text"))


class ResultList(QListView):
    """Lines and headings; the mark never stands on a heading."""

    picked = Signal(object)  # Hit

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "results")
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(self.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        say(self.setAccessibleName, "Results")
        self.clicked.connect(lambda index: self.pick(index.row()))
        self.entered.connect(self.setCurrentIndex)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the first real line is marked."""
        self._model.show_lines(lines)
        self._mark(next((n for n, line in enumerate(lines) if isinstance(line, Hit)), -1))
        self.scrollToTop()

    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._model.lines

    def step(self, by: int) -> None:
        """Move the mark over lines, skipping headings; it stops at both ends."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self._model.lines):
            if isinstance(self._model.lines[row], Hit):
                self._mark(row)
                return
            row += by

    def _mark(self, row: int) -> None:
        self.setCurrentIndex(self._model.index(row, 0) if row >= 0 else QModelIndex())

    def pick(self, row: int | None = None) -> None:
        """Choose the marked line."""
        row = self.currentIndex().row() if row is None else row
        if 0 <= row < len(self._model.lines) and isinstance(hit := self._model.lines[row], Hit):
            self.picked.emit(hit)

    def height_wanted(self) -> int:
        """How tall the list would like to be."""
        return sum(self.sizeHintForRow(n) for n in range(min(len(self._model.lines), 14))) + 8
