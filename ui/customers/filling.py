"""Filling long lists without holding up the window: a few widgets at a time, shown all at once.

Widgets are made and dressed in the pauses between two events, some milliseconds at a time for the
whole program, and take the place of the old ones when the last is made: nothing flickers, nothing
waits. Of a long list the first go up together, the others behind them a few at a time; a list on
a hidden page goes up when the page is shown.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.customers import keyboard
from ui.turns import turns

_BUDGET = 0.006  # seconds of making in one turn of the event loop
_SHOWN = QEvent.Type.Show
_AT_ONCE = 3  # go up in one turn: each has to be laid out and painted
_GO = 6  # of the old ones go in one turn


def empty(box: QVBoxLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            _pump().drop(widget)


def fill(box: QVBoxLayout, parts: Iterable[QWidget]) -> None:
    """Put these few into a layout, at once, in the place of what was there."""
    empty(box)
    for part in parts:
        box.addWidget(part)


class Filler(QObject):
    """Fills one layout; a new filling takes the place of one that is not finished."""

    def __init__(self, owner: QWidget, box: QVBoxLayout) -> None:
        super().__init__(owner)
        self._box = box
        self._parts: Iterator[QWidget] = iter(())
        self._nothing: Callable[[], QWidget] | None = None
        self._made: deque[QWidget] = deque()
        self._behind = False
        self._host: QWidget | None = None
        self._asleep = False
        self._up = False  # the old ones are gone, the first of the new ones are there
        self._place: keyboard.Place | None = None  # of the keyboard, until its row is there again

    def fill(self, parts: Iterable[QWidget], nothing: Callable[[], QWidget] | None = None) -> None:
        """Put these in the place of what is there; `nothing` makes what to show when none come."""
        self._start(parts, nothing, behind=False)

    def add(self, parts: Iterable[QWidget]) -> None:
        """Put these behind what is there."""
        self._start(parts, None, behind=True)

    def _start(
        self, parts: Iterable[QWidget], nothing: Callable[[], QWidget] | None, *, behind: bool
    ) -> None:
        self._drop()
        self._parts, self._nothing, self._behind = iter(parts), nothing, behind
        self._up = False
        if self._box.count() and not behind and self._waits_for_show():
            empty(self._box)  # nobody sees it: made anew when somebody does
        else:
            _pump().want(self)

    def _drop(self) -> None:
        """What was made for a filling that is overtaken."""
        for widget in self._made:
            widget.deleteLater()
        self._made.clear()

    def step(self) -> bool:
        """Make one more, or show some; False when all are made and shown."""
        part = next(self._parts, None)
        if part is not None:
            self._keep(part)
            return True
        if not self._made and not self._up and self._nothing is not None:
            self._keep(self._nothing())
        if self._made and self._waits_for_show():
            return False
        self._show()
        return bool(self._made)

    def _waits_for_show(self) -> bool:
        """Whether the page is hidden; the rest is then done when it is shown."""
        host = self._box.parentWidget()
        if host is None or host.isVisible():
            return False
        self._asleep = True
        if self._host is not host:
            self._host = host
            host.installEventFilter(self)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == _SHOWN and self._asleep:
            self._asleep = False
            _pump().want(self)
        return False

    def shows(self) -> bool:
        """Whether its last step brought widgets into sight: enough for one turn."""
        return self._up

    def _keep(self, part: QWidget) -> None:
        if (host := self._box.parentWidget()) is not None:
            part.setParent(host)  # hidden there until it is shown
            for one in (part, *part.findChildren(QWidget)):
                one.ensurePolished()  # or all of them would be in the turn that shows them
        self._made.append(part)

    def _show(self) -> None:
        if not self._behind and not self._up:
            self._place = keyboard.leave(self._box) or self._place
            empty(self._box)
        self._up = True
        for _ in range(min(_AT_ONCE, len(self._made))):
            self._box.addWidget(self._made.popleft())
        place, complete = self._place, not self._made
        if place is not None and keyboard.come_back(place, self._box, complete=complete):
            self._place = None


class _Pump(QObject):
    """Lets every filler take its turn, for the whole program, and takes away what they replace."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Filler] = deque()
        self._old: deque[QWidget] = deque()
        self._timer = turns(self, self._turn)

    def want(self, filler: Filler) -> None:
        """This one has something to make."""
        if filler not in self._waiting:
            self._waiting.append(filler)
        self._timer.start()

    def drop(self, widget: QWidget) -> None:
        """Nobody sees it any more: it goes once the new ones are there, a few in each turn."""
        self._old.append(widget)
        self._timer.start()

    def busy(self) -> bool:
        """Whether a filler waits for its turn."""
        return self._timer.isActive()

    def _turn(self) -> None:
        if self._waiting:
            self._fill()
        else:
            for _ in range(min(_GO, len(self._old))):
                if isValid(gone := self._old.popleft()):
                    gone.deleteLater()
        if not self._waiting and not self._old:
            self._timer.stop()

    def _fill(self) -> None:
        until = time.perf_counter() + _BUDGET
        while self._waiting and time.perf_counter() < until:
            first = self._waiting.popleft()
            if not isValid(first):
                continue
            if first.step():  # one that fails is not asked again
                self._waiting.appendleft(first)
            if first.shows():
                break


def busy() -> bool:
    """Whether something is still being made."""
    return _pump().busy()


def _pump() -> _Pump:
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(_Pump)
    return found if isinstance(found, _Pump) else _Pump(app)
