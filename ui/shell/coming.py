"""A page on its way: its module is loaded off the UI thread, the page is made in short steps.

The window shows the page's name at once. Loading a module on the UI thread would hold it up for a
quarter of a second soon after a sign-in; making, dressing and laying out a page in one go for the
better part of the 50 ms that nobody notices.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui import pages
from ui.dress import wear
from ui.turns import turns
from ui.widgets.frames import Column
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk
    from ui.shell.page import Page

_BUDGET = 0.006  # seconds of dressing in one turn of the event loop
_HEAD = 44  # as high as the buttons that come to stand beside it

Make = Callable[[], "Page"]
Done = Callable[["Page"], None]


class Frame(QWidget):
    """Stands in for a page that is on its way, under its name."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(look="title")
        self._title.setMinimumHeight(_HEAD)
        self.setLayout(Column(self._title, None))
        wear(self)

    def name(self, page: str) -> None:
        """Whose place it takes."""
        self._title.words(pages.title_of(page))


class Coming(QObject):
    """Makes one page at a time, step by step; a newer wish takes the place of an older one."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._host = desk, host
        self._steps: Iterator[None] | None = None
        self._done: Done = _nobody
        self._page: Page | None = None
        self._loading = False
        self._timer = turns(self, self._turn)
        desk.signedIn.connect(self._go_on)
        desk.locked.connect(self._timer.stop)

    def want(self, name: str, make: Make, done: Done) -> None:
        """Make this page; `done` is given it when it can be shown."""
        self.drop()
        self._steps, self._done = self._making(name, make), done
        self._go_on()

    def drop(self) -> None:
        """It is wanted no longer."""
        self._timer.stop()
        self._steps, self._loading = None, False
        if self._page is not None:
            self._page.deleteLater()
            self._page = None

    def busy(self) -> bool:
        """Whether a page is on its way."""
        return self._steps is not None

    def finish(self) -> None:
        """Whoever asks for the page itself has it made at once."""
        while self._steps is not None:
            self._step()

    def _load(self, name: str) -> None:
        work = lambda: pages.load(name)  # noqa: E731 - told apart by its name in the jobs
        self._loading = True
        self._timer.stop()
        # Reads have two threads: nothing slow (a line to head office) stands before it.
        self._desk.background.ask(self, work, self._loaded, self._failed, "read", "module")

    def _loaded(self, _nothing: None) -> None:
        self._loading = False
        self._go_on()

    def _failed(self, error: Exception) -> None:
        self.drop()
        self._desk.fail(error)

    def _go_on(self) -> None:
        if self._steps is not None and not self._loading and self._desk.ctx is not None:
            self._timer.start()

    def _turn(self) -> None:
        try:
            self._step()
        except Exception as error:  # noqa: BLE001 - told in words; the rest of the window goes on
            self._desk.fail(error)

    def _step(self) -> None:
        try:
            next(self._steps or iter(()))
        except StopIteration:
            self._end()
        except BaseException:
            self.drop()
            raise

    def _end(self) -> None:
        page, self._page = self._page, None
        self.drop()
        if page is not None:
            self._done(page)

    def _making(self, name: str, make: Make) -> Iterator[None]:
        yield  # the frame is painted first; who only passes through loads nothing
        if not pages.loaded(name):
            self._load(name)
            yield
        self._page = page = make()
        page.hide()
        page.setParent(self._host)
        yield
        wear(page)
        yield
        yield from polished(page)


def _nobody(_page: Page) -> None:
    return


def polished(page: QWidget) -> Iterator[None]:
    """Give everything inside its looks, a little in each step, while nobody sees it."""
    until = time.perf_counter() + _BUDGET
    for one in page.findChildren(QWidget):
        one.ensurePolished()
        if time.perf_counter() > until:
            yield
            until = time.perf_counter() + _BUDGET
