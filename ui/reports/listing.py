"""The reports there are, in a list to walk through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.i18n import bind, say
from ui.reports.words import said
from ui.widgets.cells import Brush

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jewelcrm.reports.queries import Listed

_ROW = 78
_NAME = int(Qt.ItemDataRole.UserRole)
_ABOUT = _NAME + 1
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SELECTED = QStyle.StateFlag.State_Selected
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Painter(QStyledItemDelegate):
    """The title, and under it what the report is about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._brush = Brush()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self._brush.serial != theme.serial():
            self._brush = Brush()
        rect: QRect = option.rect
        chosen = _SELECTED in option.state
        painter.fillRect(rect, theme.color("sel" if chosen else "surface"))
        if chosen:
            painter.fillRect(rect.x(), rect.y(), 4, rect.height(), theme.color("accent"))
        inside = rect.adjusted(16, 9, -12, -9)
        brush = self._brush
        head = brush.metrics(brush.strong).height() + 2
        upper = inside.adjusted(0, 0, 0, head - inside.height())
        lower = inside.adjusted(0, head, 0, 0)
        brush.text(painter, upper, str(index.data(_DISPLAY)), brush.strong, "text")
        self._wrapped(painter, lower, str(index.data(_ABOUT)))

    def _wrapped(self, painter: QPainter, rect: QRect, words: str) -> None:
        """In as many lines as there is room for; the last one gives way."""
        brush = self._brush
        lines = _broken(QTextLayout(words, brush.small), rect.width())
        high = brush.metrics(brush.small).height()
        room = max(1, rect.height() // high)
        for at, start in enumerate(lines[:room]):
            last = at == room - 1
            text = words[start:] if last else words[start : (*lines, len(words))[at + 1]]
            line = QRect(rect.x(), rect.y() + at * high, rect.width(), high)
            brush.text(painter, line, text.strip(), brush.small, "muted")


def _broken(layout: QTextLayout, width: int) -> list[int]:
    """Where each line of a text begins; Chinese breaks between characters."""
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts


class ReportList(QListWidget):
    """One line a report. `chosen(name)` as the mark moves, `wanted(name)` on Enter."""

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._listed: Sequence[Listed] = ()
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        say(self.setAccessibleName, "Reports")
        self.currentItemChanged.connect(self._moved)
        self.itemDoubleClicked.connect(lambda item: self.wanted.emit(str(item.data(_NAME))))
        bind(self._reword, lambda: "")

    def offer(self, listed: Sequence[Listed]) -> None:
        """These are there."""
        self._listed = listed
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for one in listed:
            item = QListWidgetItem(self)
            item.setData(_NAME, one.report.name)
        self._reword()
        self.blockSignals(False)
        self.choose(before)

    def _reword(self, _text: str = "") -> None:
        for at, one in enumerate(self._listed):
            item = self.item(at)
            item.setText(said(one.report.title))
            item.setData(_ABOUT, said(one.report.about))
            item.setToolTip(said(one.report.about))

    def value(self) -> str:
        """The name of the marked one."""
        row = self.currentRow()
        return str(self.item(row).data(_NAME)) if row >= 0 else ""

    def listed(self) -> Listed | None:
        """The marked one."""
        name = self.value()
        return next((one for one in self._listed if one.report.name == name), None)

    def choose(self, name: str) -> None:
        """Mark a report; the first when there is none of that name."""
        names = [one.report.name for one in self._listed]
        if names:
            self.setCurrentRow(names.index(name) if name in names else 0)

    def _moved(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_NAME)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.value():
            self.wanted.emit(self.value())
            return
        super().keyPressEvent(event)
