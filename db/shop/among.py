"""Questions of any number of keys, a few hundred at a time; and their answers, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as cipher

from db.types import Id

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

PIECE = 400  # keys in one question
_KEY = 16  # bytes


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


def all_keys(raw: cipher.Connection, question: str, values: Sequence[Any] = ()) -> list[Id]:
    """The keys `id` that a question finds, in its order, fetched as one row.

    At every row the driver lets go of Python's lock and waits to get it back: 5,000 rows take two
    seconds beside a window that is being painted, and two milliseconds like this.
    """
    whole = f"SELECT group_concat(hex(id), '') FROM ({question})"
    return _apart(raw.execute(whole, values).fetchone()[0])


def all_found(conn: Connection, question: Select[tuple[Id]]) -> list[Id]:
    """The same of SQLAlchemy's question, whose only column is a key."""
    from sqlalchemy import func, select

    key = question.subquery().c[0]
    return _apart(conn.scalar(select(func.group_concat(func.hex(key), ""))))


def _apart(found: str | None) -> list[Id]:
    """Keys that came one behind the other."""
    keys = bytes.fromhex(found or "")
    return [keys[at : at + _KEY] for at in range(0, len(keys), _KEY)]


def marks(count: int) -> str:
    """So many places for values."""
    return ", ".join("?" * count)
