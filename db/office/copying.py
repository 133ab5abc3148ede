"""A copy of head office's encrypted file while it is in use, and whether the copy is whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.cipher import connect
from db.errors import Damaged, our_errors
from db.office import tables
from db.tables import metadata

PLAIN_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a whole copy holds: rows by table."""

    rows: dict[str, int]


def copy(source: Path, key: bytes, target: Path) -> None:
    """A consistent copy under the same key; whoever writes meanwhile is not held up.

    Raises:
        StoreError: there is no room, or the file is damaged.
    """
    with closing(connect(source, key)) as raw, our_errors():
        raw.execute("VACUUM INTO ?", (str(target),))


def count(path: Path, key: bytes) -> Counted:
    """Every row of every table, after each page and reference was found whole.

    Raises:
        Damaged: the copy is not what it should be.
    """
    with path.open("rb") as file:
        if file.read(16) == PLAIN_HEADER:
            raise Damaged("The copy is not encrypted. Delete it.")
    with closing(connect(path, key, read_only=True)) as raw, our_errors():
        faults = check(raw)
        if faults:
            raise Damaged(f"The copy has {len(faults)} damaged places.")
        names = [*metadata.tables, *tables.office.tables]
        return Counted({name: _one(raw, f'SELECT count(*) FROM "{name}"') for name in names})


def check(raw: cipher.Connection) -> list[str]:
    """What is wrong with a file: pages, references, feeds that do not add up."""
    pages = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check")]
    pages += [row[0] for row in raw.execute("PRAGMA quick_check") if row[0] != "ok"]
    references = [f"{row[0]} refers to no {row[2]}" for row in raw.execute(_REFERENCES)]
    feeds = [f"feed {row[0]}" for row in raw.execute(_FEEDS)]
    return pages + references + feeds


_REFERENCES = "PRAGMA foreign_key_check"
_FEEDS = (
    "SELECT h.scope FROM scope_head h WHERE h.cnt <> (SELECT count(*) FROM scope_feed f"
    " WHERE f.scope = h.scope AND f.kind IN ('P', 'S'))"
)


def _one(raw: cipher.Connection, statement: str) -> int:
    return int(raw.execute(statement).fetchone()[0])
