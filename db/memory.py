"""Giving memory that nobody uses any more back to the computer."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache


def give_back() -> None:
    """Pages that were freed inside the process leave it. Only glibc keeps them for itself."""
    _trim()(0)


_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # glibc's M_MMAP_THRESHOLD and M_ARENA_MAX
_LARGE = 128 * 1024


def keep_large_blocks_apart() -> None:
    """Large blocks stay pages of their own, of which only what is written to counts.

    Left to itself, glibc begins to cut them out of its heap after the first was freed: a server's
    ten thousand buffers of 256 KB then lie among everything else, and are never given back.
    """
    _tell(_MMAP_THRESHOLD, _LARGE)


def share_one_heap() -> None:
    """All threads take their memory from one heap; to be called before the second one starts.

    Left to itself, glibc makes a heap for each: what one thread has freed no other can use, some
    20 MB of a window's.
    """
    _tell(_ARENA_MAX, 1)


def _tell(what: int, value: int) -> None:
    with suppress(OSError, TypeError, AttributeError):
        ctypes.CDLL(None).mallopt(what, value)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], object]:
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (OSError, TypeError, AttributeError):
        return lambda _kept: None  # another system, another way
    return trim
