"""A copy of head office's encrypted file while it is in use, and whether the copy is whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2 as cipher

from db.backup import pages
from db.backup.beside import Beside, reading
from db.backup.stopping import Cancelled
from db.cipher import connect
from db.errors import Damaged, our_errors
from db.office import tables
from db.tables import metadata

T = TypeVar("T")
PLAIN_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a whole copy holds: rows by table."""

    rows: dict[str, int]


def copy(source: Path, key: bytes, target: Path) -> None:
    """A consistent copy under the same key; whoever writes meanwhile is not held up.

    Ctrl+C ends it at once, and what follows here too.

    Raises:
        StoreError: there is no room, or the file is damaged.
    """
    with closing(connect(source, key)) as raw, our_errors():
        making = partial(raw.execute, "VACUUM INTO ?", (str(target),))
        with Beside("backup copy", making, raw.interrupt) as copying:
            copying.result(_wait_on)


def count(path: Path, key: bytes) -> Counted:
    """Every row of every table, after each page and reference was found whole.

    Raises:
        Damaged: the copy is not what it should be.
    """
    with path.open("rb") as file:
        if file.read(16) == PLAIN_HEADER:
            raise Damaged("The copy is not encrypted. Delete it.")
    if found := faults(path, key):
        raise Damaged(f"The copy has {len(found)} damaged places.")
    names = [*metadata.tables, *tables.office.tables]

    def rows(raw: cipher.Connection, _stopped: Cancelled) -> dict[str, int]:
        return {name: _one(raw, f'SELECT count(*) FROM "{name}"') for name in names}

    return Counted(_read(path, key, rows))


def faults(path: Path, key: bytes) -> list[str]:
    """What is wrong with a file: pages, references, feeds that do not add up.

    Raises:
        StoreError: it cannot be opened.
    """

    def found(raw: cipher.Connection, stopped: Cancelled) -> list[str]:
        seals = pages.broken_in_use(path, key, stopped=stopped)
        shape = [row[0] for row in raw.execute("PRAGMA quick_check") if row[0] != "ok"]
        references = [f"{row[0]} refers to no {row[2]}" for row in raw.execute(_REFERENCES)]
        feeds = [f"feed {row[0]}" for row in raw.execute(_FEEDS)]
        return [*(f"page {number}" for number in seals), *shape, *references, *feeds]

    return _read(path, key, found)


def _read(path: Path, key: bytes, work: Callable[[cipher.Connection, Cancelled], T]) -> T:
    with (
        closing(connect(path, key, read_only=True)) as raw,
        our_errors(),
        reading("backup count", raw, partial(work, raw)) as going,
    ):
        return going.result(_wait_on)


def _wait_on() -> None:
    """Nobody cancels but by Ctrl+C, which ends the waiting by itself."""


_REFERENCES = "PRAGMA foreign_key_check"
_FEEDS = (
    "SELECT h.scope FROM scope_head h WHERE h.cnt <> (SELECT count(*) FROM scope_feed f"
    " WHERE f.scope = h.scope AND f.kind IN ('P', 'S'))"
)


def _one(raw: cipher.Connection, statement: str) -> int:
    return int(raw.execute(statement).fetchone()[0])
