"""Long lists of keys in pieces that one SQL statement can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
SIZE = 500


def chunks(things: Iterable[T], size: int = SIZE) -> Iterator[list[T]]:
    """`things` in lists of at most `size`."""
    left = iter(things)
    while piece := list(islice(left, size)):
        yield piece
