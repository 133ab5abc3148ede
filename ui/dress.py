"""The style sheet, worn by pages, bars and dialogs one by one instead of by the whole program.

A sheet on the application is put on every widget there is in one go, 0.1 ms each and the same
again to take it off: seconds for a day's pages. Here each of them wears it by itself. When the
theme changes, what is in sight is dressed first, a step in each turn of the event loop behind a
picture that stands still; the hidden ones follow in the pauses, or at once when they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui import theme
from ui.still import go_on_painting, hold_still
from ui.turns import turns

_SHOW = QEvent.Type.Show
_NAKED = 0


class _Wardrobe(QObject):
    """Who wears what; changes clothes in small steps."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worn: WeakKeyDictionary[QWidget, int] = WeakKeyDictionary()
        self._still: list[QWidget] = []
        self._steps: Iterator[None] = iter(())
        self._timer = turns(self, self._turn)

    def add(self, root: QWidget) -> None:
        """It wears the sheet of the theme in force, and of each that follows."""
        if root not in self._worn:
            self._put_on(root)
            root.installEventFilter(self)

    def add_later(self, root: QWidget) -> None:
        """The same for what is hidden, and may stay so."""
        self._worn[root] = _NAKED
        root.installEventFilter(self)

    def change(self) -> None:
        """Another theme: everybody in sight, then everybody else."""
        if len(self._worn):
            self._steps = self._changing()
            self._timer.start()

    def busy(self) -> bool:
        """Whether somebody still has the old clothes on."""
        return self._timer.isActive()

    def finish(self) -> None:
        """All the rest at once."""
        while self._timer.isActive():
            self._turn()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _SHOW and isinstance(watched, QWidget):
            self._freshen(watched)
        return False

    def _turn(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
        except BaseException:
            self._timer.stop()
            self._thaw()
            raise

    def _changing(self) -> Iterator[None]:
        self._freeze()
        yield from self._dress(lambda root: root.isVisible())
        self._thaw()
        yield
        yield from self._dress(lambda _root: True)

    def _dress(self, wanted: Callable[[QWidget], bool]) -> Iterator[None]:
        """Off, then on, in two steps: together they cost less than one sheet over the other."""
        for root in list(self._worn):
            if not isValid(root) or not self._stale(root) or not wanted(root):
                continue
            root.setStyleSheet("")
            self._worn[root] = _NAKED
            yield
            if isValid(root) and self._stale(root):
                self._put_on(root)
                yield

    def _stale(self, root: QWidget) -> bool:
        return self._worn.get(root) != theme.serial()

    def _freshen(self, root: QWidget) -> None:
        """It is about to be seen."""
        if self._stale(root):
            root.setStyleSheet("")
            self._put_on(root)

    def _put_on(self, root: QWidget) -> None:
        self._worn[root] = theme.serial()
        root.setStyleSheet(theme.style_sheet())

    def _freeze(self) -> None:
        """The windows keep showing what they show: nobody sees half of each theme."""
        seen = {root.window() for root in self._worn if isValid(root) and root.isVisible()}
        for window in seen.difference(self._still):
            hold_still(window)
            self._still.append(window)

    def _thaw(self) -> None:
        still, self._still = self._still, []
        for window in still:
            if isValid(window):
                go_on_painting(window)


def wear(root: QWidget | None) -> None:
    """Dress a page, a bar, a dialog or a menu; what lies inside is dressed with it."""
    if root is not None:
        _wardrobe().add(root)


def wear_when_shown(root: QWidget) -> None:
    """Dress what is not seen yet, and perhaps never: reading the sheet takes a millisecond."""
    _wardrobe().add_later(root)


def change() -> None:
    """The theme or the size of the text is another one."""
    _wardrobe().change()


def busy() -> bool:
    """Whether something still looks as it did before the last change."""
    return _wardrobe().busy()


def finish() -> None:
    """Do not wait for the pauses: for pictures and tests."""
    _wardrobe().finish()


def _wardrobe() -> _Wardrobe:
    if not (_made and isValid(_made[-1])):
        app = QCoreApplication.instance()
        assert app is not None
        _made.append(_Wardrobe(app))
    return _made[-1]


_made: list[_Wardrobe] = []
"""The application's own; to look for it among its children has Qt for Python learn all styles."""
