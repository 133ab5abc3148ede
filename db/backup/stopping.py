"""Stopping long work: whoever wants it to end is asked again and again, and it ends in between."""

from __future__ import annotations

import time
from collections.abc import Callable

from db.errors import StoreError

Cancelled = Callable[[], bool]
COPY = "Stopped. The backup before is still there."
_ASKED_S = 0.05
"""So often, while it waits, whoever may cancel it is asked."""


class Stopped(StoreError):
    """Somebody cancelled it; nothing that is half done is kept."""


def never() -> bool:
    """Nobody cancels."""
    return False


def unless(cancelled: Cancelled, words: str = COPY) -> None:
    """Go on, unless it was cancelled.

    Raises:
        Stopped: it was; `words` says what that means.
    """
    if cancelled():
        raise Stopped(words)


def rest(seconds: float, cancelled: Cancelled, words: str = COPY) -> None:
    """Let the others go on for so long.

    Raises:
        Stopped: it was cancelled meanwhile; `words` says what that means.
    """
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        unless(cancelled, words)
        time.sleep(min(left, _ASKED_S))
