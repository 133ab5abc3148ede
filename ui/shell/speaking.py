"""Another language for the whole window, in short steps behind a picture that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui import i18n, pages
from ui.still import go_on_painting, hold_still
from ui.turns import turns

_STEP = 0.008  # seconds of saying in one turn of the event loop


class Speaking(QObject):
    """First what is in sight, all of it shown at once; then, in the pauses, the rest.

    Args:
        window: stands still meanwhile.
        said: called when the words in sight are said, before they are shown.
    """

    def __init__(self, window: QWidget, said: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._said = window, said
        self._steps: Iterator[None] = iter(())
        self._timer = turns(self, self._turn)

    def use(self, wanted: i18n.Language, shown: Callable[[], object] | None = None) -> None:
        """Switch; `shown` is called once the new words are there to see."""
        i18n.use(wanted, later_on=_out_of_sight)
        hold_still(self._window)  # nobody sees half of each language
        self._steps = self._switch(shown)
        self._timer.start()
        while pages.AT_ONCE and self._timer.isActive():
            self._turn()

    def _switch(self, shown: Callable[[], object] | None) -> Iterator[None]:
        while not i18n.speaks_yet():
            i18n.go_on(_STEP)
            yield
        self._said()
        yield
        go_on_painting(self._window)
        yield
        if shown is not None:
            shown()
        while i18n.go_on(_STEP):
            yield

    def _turn(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
        except BaseException:
            self._timer.stop()
            go_on_painting(self._window)
            raise


def _out_of_sight(owner: QObject) -> bool:
    return isinstance(owner, QWidget) and not owner.isVisible()
