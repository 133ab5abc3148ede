"""Search as one types: waits for a pause in the typing, asks, and shows lines to walk through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.shell.finding import Hit, Line, by_name, deed_lines, nothing_lines, page_lines, result_lines
from ui.shell.results import ResultList

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.search.queries import SearchResult
    from ui.shell.desk import Desk

PAUSE_MS = 120
LIMIT = 40
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Finder(QObject):
    """Ties a line edit to a result list. Older searches are interrupted by newer ones."""

    shown = Signal()  # lines changed
    closed = Signal()  # Esc, or something was chosen

    def __init__(self, desk: Desk, edit: QLineEdit, found: ResultList, *, deeds: bool) -> None:
        super().__init__(edit)
        self.desk, self.edit, self.list = desk, edit, found
        self._deeds = deeds
        self._answered = ""
        self._found: list[Line] = []
        self._enter_waits = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        edit.textEdited.connect(lambda _text: self.typed())
        edit.installEventFilter(self)
        found.picked.connect(self._run)

    def typed(self) -> None:
        """Somebody typed: show deeds at once, search after a short pause."""
        self._enter_waits = False
        if not self._text():
            self._pause.stop()
            self._show([])
            return
        if self._deeds:
            self._show(self._found)  # the deeds at once; what was found stays until the answer
        self._pause.start()

    def ask(self) -> None:
        """Search now."""
        self._pause.stop()
        text = self._text()
        if not text or not self.desk.allows("search.use"):
            self._show([])
            return

        def look(ctx: Context) -> list[SearchResult]:
            from jewelcrm.search.queries import search

            return search(ctx, text, limit=LIMIT)

        self.desk.read(self, look, lambda results: self._answer(text, results), key="search")

    def _answer(self, text: str, results: list[SearchResult]) -> None:
        if text != self._text():
            return
        self._answered = text
        lines = result_lines(self.desk, results)
        self._show(lines)
        if self._enter_waits:
            self._enter_waits = False
            self.list.pick()

    def _show(self, found: list[Line]) -> None:
        self._found = found
        self.list.show_lines(self._lines(self._text(), found))
        self.shown.emit()

    def _lines(self, text: str, found: list[Line]) -> list[Line]:
        if not text and not self._deeds:
            return found
        if text and text == self._answered and not found:
            return self._instead(text)
        return [*found, *deed_lines(self.desk, text), *page_lines(self.desk, text)]

    def _instead(self, text: str) -> list[Line]:
        """Nobody was found: whoever typed the name of a page wants that page first of all."""
        named, others = (page_lines(self.desk, text, pages) for pages in by_name(text))
        rest = [*deed_lines(self.desk, text), *others]
        return [*named, *nothing_lines(self.desk, text, others=bool(named or rest)), *rest]

    def start(self) -> None:
        """The box was entered: show what there is for its text."""
        if self._text():
            self.ask()
        else:
            self._show([])

    def _text(self) -> str:
        return self.edit.text().strip()

    def _run(self, hit: Hit) -> None:
        self.closed.emit()
        hit.run()

    def _enter(self) -> None:
        """Enter before the answer is there (fast hands) waits for it."""
        if self._text() and self._answered != self._text():
            self._enter_waits = True
            self.ask()
        else:
            self.list.pick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                if not self.list.isVisible():
                    self.start()
                    return True
                step = _STEPS[key]
                for _ in range(abs(step)):
                    self.list.step(1 if step > 0 else -1)
                return True
            if key in _ENTER:
                self._enter()
                return True
            if key == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)
