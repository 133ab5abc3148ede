"""Giving memory that nobody uses any more back to the computer."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache


def give_back() -> None:
    """Pages that were freed inside the process leave it. Only glibc keeps them for itself."""
    _trim()(0)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], object]:
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (OSError, TypeError, AttributeError):
        return lambda _kept: None  # another system, another way
    return trim
