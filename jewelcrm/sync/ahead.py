"""Asking head office while what it answered before is still being written down."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Soon(Generic[T]):
    """An answer under way in a thread of its own; whoever wants it waits for it."""

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._found: list[T] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="sync-ahead", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Until there is an answer, or none."""
        self._thread.join()

    def result(self) -> T:
        """The answer; raises what asking raised."""
        self.wait()
        if self._error is not None:
            raise self._error
        return self._found[0]

    def _run(self) -> None:
        try:
            self._found.append(self._ask())
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is wanted
            self._error = error
