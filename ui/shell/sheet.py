"""The sheet of the window while somebody is signed in: side bar, top bar and the pages."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import pages
from ui.dress import wear, wear_when_shown
from ui.pages import page_class
from ui.shell.badges import Badges
from ui.shell.coming import Coming, Frame, polished
from ui.shell.latebanner import LateBanner
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
        self._frame = Frame()
        self.stack.addWidget(self._frame)
        self._coming = Coming(desk, self.stack)
        self._wanted: tuple[str, dict[str, object]] = ("", {})
        self._missed: dict[str, set[str]] = {}
        self._unread: set[str] = set()
        self.late = LateBanner(desk)
        content = Column(self.top, self.late, self.stack, spacing=14)
        content.setContentsMargins(24, 18, 24, 20)
        content.setStretch(2, 1)
        self._content = content
        row = Row(self.side, content, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)
        for bar in (self.side, self.top):
            wear(bar)
        wear_when_shown(self.late)
        self.side.chosen.connect(self._chosen)
        desk.changed.connect(self._changed)
        desk.line.changed.connect(self._line_changed)
        desk.line.reopened.connect(self._reopened)

    def _line_changed(self) -> None:
        self.side.show_company(enrolled=self.desk.line.enrolled)

    def _reopened(self) -> None:
        """What pages asked for was refused meanwhile: the one in front asks again, others later."""
        front = self.front()
        self._unread = {name for name, page in self._pages.items() if page is not front}
        self.refresh()
        self.badges.count()

    def _chosen(self, name: str) -> None:
        self.desk.open(name)

    def page(self) -> Page | None:
        """The page in front; one that is on its way is made at once."""
        self._coming.finish()
        return self.front()

    def front(self) -> Page | None:
        """The page in front; None while it is on its way."""
        front = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is front), None)

    def busy(self) -> bool:
        """Whether a page is on its way."""
        return self._coming.busy()

    def open(self, name: str, where: dict[str, object]) -> None:
        """Bring a page to the front; at its first visit its frame, until it is made."""
        on_its_way = self._coming.busy() and self._wanted[0] == name
        self._wanted = (name, where)
        if on_its_way:
            return
        self._coming.drop()
        if name in self._pages:
            self._bring()
            return
        self._show(self._frame)
        self._frame.name(name)
        self._coming.want(name, lambda: page_class(name)(self.desk), self._made)
        if pages.AT_ONCE:
            self._coming.finish()

    def prepared(self, names: Sequence[str]) -> Generator[None, None, None]:
        """Make pages in short steps before anybody is here to ask for them."""
        yield from polished(self)
        for name in names:
            if name not in self._pages:
                yield from self._prepared(name)

    def _prepared(self, name: str) -> Generator[None, None, None]:
        page = page_class(name)(self.desk)
        page.hide()
        page.setParent(self.stack)
        try:
            yield
            wear(page)
            yield
            yield from polished(page)
        except GeneratorExit:  # she was quicker
            page.deleteLater()
            raise
        self._pages[name] = page
        self.stack.addWidget(page)

    def _made(self, page: Page) -> None:
        self._pages[self._wanted[0]] = page
        self.stack.addWidget(page)
        self._bring()

    def _bring(self) -> None:
        name, where = self._wanted
        page = self._pages[name]
        self._show(page)
        missed, unread = self._missed.pop(name, None), name in self._unread
        self._unread.discard(name)
        if missed or unread:
            page.refresh(frozenset() if unread else frozenset(missed or ()))
        page.enter(**where)

    def _show(self, wanted: QWidget) -> None:
        before = self.front()
        if before is not None and before is not wanted:
            before.leave()
        self.stack.setCurrentWidget(wanted)
        self.side.mark(self._wanted[0])

    def _changed(self, tables: frozenset[str]) -> None:
        front = self.front()
        for name, page in self._pages.items():
            if page is front:
                page.refresh(tables)
            else:
                self._missed.setdefault(name, set()).update(tables)

    def refresh(self) -> None:
        """F5."""
        if (page := self.front()) is not None:
            page.refresh(frozenset())

    def forget(self) -> None:
        """Another person sits down: no page may keep what only the last one may see."""
        self._coming.drop()
        self._missed.clear()
        self._unread.clear()
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
