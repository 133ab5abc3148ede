"""A question of any number of keys, asked a few hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.types import Id

PIECE = 400  # keys in one question


def among(
    raw: cipher.Connection,
    question: str,
    ids: Iterable[Id],
    before: Sequence[Any] = (),
    end: str = "",
) -> Iterator[tuple[Any, ...]]:
    """The rows of `question` (that ends in `IN`, then comes `end`) for any number of keys."""
    keys = list(ids)
    for start in range(0, len(keys), PIECE):
        piece = keys[start : start + PIECE]
        yield from raw.execute(f"{question} ({marks(len(piece))}) {end}", [*before, *piece])


def marks(count: int) -> str:
    """So many places for values."""
    return ", ".join("?" * count)
