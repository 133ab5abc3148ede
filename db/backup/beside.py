"""Reading a store in a thread of its own; whoever leaves has stopped it, and waited for it.

A connection that is closed under the hands of another thread takes the whole process down.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Generic, Self, TypeVar

from sqlcipher3 import dbapi2 as cipher

from db.backup.stopping import Cancelled

T = TypeVar("T")
_LOOK_S = 0.05


class Beside(Generic[T]):
    """Work that goes on beside the block's own.

    Args:
        stop: makes the work end soon. It is called again and again until it has ended, because an
            interrupted connection goes on with what is asked of it next.
    """

    def __init__(self, name: str, work: Callable[[], T], stop: Callable[[], object]) -> None:
        self._work, self._stop = work, stop
        self._found: list[T] = []
        self._failed: BaseException | None = None
        self._begun = self._left = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:  # Ctrl+C as it begins
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Not even a second Ctrl+C leaves before it has ended."""
        self._left = True  # one that has not begun by now never does
        while self._begun and not self._over.is_set():
            with suppress(KeyboardInterrupt):
                self._stop()
                self._over.wait(_LOOK_S)
        if self._begun:
            self._thread.join()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def result(self, look: Callable[[], None]) -> T:
        """What the work comes to; what it raises is raised here.

        Args:
            look: called now and again meanwhile; what it raises ends the waiting.
        """
        while not self._over.is_set():
            look()
            self._over.wait(_LOOK_S)
        self._thread.join()
        if self._failed is not None:
            raise self._failed
        return self._found[0]

    def _run(self) -> None:
        self._begun = True
        try:
            if not self._left:
                self._found.append(self._work())
        except BaseException as error:  # noqa: BLE001 - raised again where the result is asked for
            self._failed = error
        finally:
            self._over.set()


def reading(name: str, raw: cipher.Connection, work: Callable[[Cancelled], T]) -> Beside[T]:
    """Work that asks this connection, and between two questions whether it is to stop."""
    stop = threading.Event()

    def end() -> None:
        stop.set()
        raw.interrupt()

    return Beside(name, partial(work, stop.is_set), end)


def unattended(name: str, work: Callable[[], T], look: Callable[[], None]) -> T:
    """What comes of work that cannot be stopped: a question over a slow line.

    When `look` raises, nobody waits for it any more, and it ends by itself. So it may not keep
    anything that is closed meanwhile.
    """
    going = Beside(name, work, lambda: None)
    going.start()
    return going.result(look)
