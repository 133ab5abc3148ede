"""Stopping long work: whoever wants it to end is asked again and again, and it ends in between."""

from __future__ import annotations

from collections.abc import Callable

from db.errors import StoreError

Cancelled = Callable[[], bool]
COPY = "Stopped. The backup before is still there."


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
