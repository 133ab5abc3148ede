"""The sheet of the window while somebody is signed in: side bar, top bar and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.dress import wear
from ui.pages import page_class
from ui.shell.badges import Badges
from ui.shell.sidebar import SideBar
from ui.shell.topbar import TopBar
from ui.widgets.frames import Column, Row

if TYPE_CHECKING:
    from ui.shell.desk import Desk
    from ui.shell.page import Page

NARROW_BELOW = 1200
TIGHT_BELOW = 1060


class Sheet(QWidget):
    """Makes pages when they are first visited, and tells them what changed meanwhile."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self.desk = desk
        self.side = SideBar()
        self.badges = Badges(desk, self.side)
        self.top = TopBar(desk, window)
        self.stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._missed: dict[str, set[str]] = {}
        content = Column(self.top, self.stack, spacing=14)
        content.setContentsMargins(24, 18, 24, 20)
        content.setStretch(1, 1)
        self._content = content
        row = Row(self.side, content, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)
        for bar in (self.side, self.top):
            wear(bar)
        self.side.chosen.connect(self._chosen)
        desk.changed.connect(self._changed)
        desk.line.changed.connect(self._line_changed)

    def _line_changed(self) -> None:
        self.side.show_company(enrolled=self.desk.line.enrolled)

    def _chosen(self, name: str) -> None:
        self.desk.open(name)

    def page(self) -> Page | None:
        """The page in front."""
        front = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is front), None)

    def open(self, name: str, where: dict[str, object]) -> None:
        """Bring a page to the front, making it if need be."""
        before, page = self.page(), self._page(name)
        if before is not None and before is not page:
            before.leave()
        self.stack.setCurrentWidget(page)
        self.side.mark(name)
        missed = self._missed.pop(name, None)
        if missed:
            page.refresh(frozenset(missed))
        page.enter(**where)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = page_class(name)(self.desk)
            wear(page)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _changed(self, tables: frozenset[str]) -> None:
        front = self.page()
        for name, page in self._pages.items():
            if page is front:
                page.refresh(tables)
            else:
                self._missed.setdefault(name, set()).update(tables)

    def refresh(self) -> None:
        """F5."""
        if (page := self.page()) is not None:
            page.refresh(frozenset())

    def forget(self) -> None:
        """Another person sits down: no page may keep what only the last one may see."""
        self._missed.clear()
        for page in self._pages.values():
            page.clear()
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.top.search.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.side.set_narrow(narrow=width < NARROW_BELOW)
        self.top.set_narrow(narrow=width < TIGHT_BELOW)
        side = 24 if width >= NARROW_BELOW else 16
        self._content.setContentsMargins(side, 18 if side == 24 else 12, side, side - 4)
