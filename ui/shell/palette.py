"""Ctrl+K: search, pages and deeds in one list, over whatever is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from ui import icons
from ui.dress import wear
from ui.i18n import say
from ui.shell.finder import Finder
from ui.shell.finding import Hit
from ui.shell.keys import LANGUAGE_KEY, THEME_KEY, bind_keys
from ui.shell.results import ResultList
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk

_SIZE = QSize(640, 520)


class Palette(QDialog):
    """Opens over the window or over a dialog; what was typed there stays.

    Language and theme switch here too: it is another window, with keys of its own.
    """

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        wear(self)
        say(self.setWindowTitle, "Search and do")
        self.edit, self.results = QLineEdit(), ResultList()
        self._lay()
        self.finder = Finder(desk, self.edit, self.results, deeds=True)
        self.finder.closed.connect(self.close)
        self._settle(over)
        speak, dress = desk.languageWanted.emit, desk.themeWanted.emit
        bind_keys(self, {LANGUAGE_KEY: speak, THEME_KEY: dress})
        desk.languageChanged.connect(self.finder.start)
        self.finder.start()

    def _lay(self) -> None:
        self.edit.setObjectName("search")
        self.edit.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        say(self.edit.setPlaceholderText, "Search, or say what to do: new order, payment, settings")
        say(self.edit.setAccessibleName, "Search, or say what to do")
        frame = QFrame()
        frame.setProperty("look", "popup")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 12, 12, 10)
        inside.addWidget(self.edit)
        inside.addWidget(self.results, 1)
        inside.addWidget(Label("↑ ↓ to walk, Enter to open, Esc to close", "muted"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _settle(self, over: QWidget) -> None:
        window = over.window()
        size = _SIZE.boundedTo(window.size() - QSize(40, 80)).expandedTo(QSize(360, 300))
        self.resize(size)
        left = (window.width() - size.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, min(90, window.height() // 8))))

    def first(self) -> Hit | None:
        """The line Enter would open."""
        row = self.results.currentIndex().row()
        line = self.results.lines()[row] if row >= 0 else None
        return line if isinstance(line, Hit) else None
