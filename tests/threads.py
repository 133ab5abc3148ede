"""Threads that a test, or what it was given, began and nobody ended.

A thread that goes on after its store was closed reads under the hands of the next test, and in a
shop after the program was left. A service ends its threads when it is closed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Set as AbstractSet

GRACE_S = 2.0
"""For a thread that is in its last lines; waited for only when one is found."""


def alive() -> AbstractSet[threading.Thread]:
    """Every thread there is now."""
    return set(threading.enumerate())


def left(before: AbstractSet[threading.Thread], grace: float = GRACE_S) -> list[str]:
    """Names of the threads that were not there before and do not end; those of Qt are not ours."""
    found = [one for one in threading.enumerate() if one not in before]
    if not found:
        return []
    end = time.monotonic() + grace
    ours = [one for one in found if not isinstance(one, threading._DummyThread)]
    for one in ours:
        one.join(max(0.0, end - time.monotonic()))
    return sorted(one.name for one in ours if one.is_alive())
