"""A chain's years in one encrypted store: made once, by one process, kept in `build/bench`.

Rows go in as head office's would, without a trace in the log of changes, with triggers and indexes
put aside and no journal: what is measured is reading. The sums are made by the program afterwards.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as cipher

from db.backup.locking import alone
from db.errors import Busy
from db.migrations.shop import renew_triggers
from db.shop.connect import connect
from db.types import to_millis
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.people.founding import NewShop, found
from tests.benchmarks.figures import BUILD, LOGIN, PASSWORD
from tests.benchmarks.report_rows import Rows

_CACHE_KIB = 1_000_000
_LONGEST_S = 3 * 3_600.0


def report_store(customers: int, lines: int) -> Context:
    """The store of that size; another process that is making it is waited for.

    Raises:
        Busy: it was not made in three hours.
    """
    folder = BUILD / f"reports-{customers}-{lines}"
    with _one_at_a_time(folder):
        if not (folder / "made").exists():
            shutil.rmtree(folder, ignore_errors=True)  # nobody is at it: the lock is ours
            found(folder, NewShop("HK01", "Nathan Road", "Bench Mark", PASSWORD, LOGIN))
            _fill(sign_in(folder, LOGIN, PASSWORD), customers, lines)
            (folder / "made").touch()
    return sign_in(folder, LOGIN, PASSWORD)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Only one process looks at the mark or makes the store; the lock dies with its holder."""
    beside = folder.with_name(f"{folder.name}.lock")
    beside.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + _LONGEST_S
    while True:
        try:
            with alone(beside, f"{folder.name} is being made by another process."):
                yield
                return
        except Busy as busy:
            if time.monotonic() > until:
                raise
            print(f"{busy} Waiting.", flush=True)
            time.sleep(10)


def _fill(ctx: Context, customers: int, lines: int) -> None:
    path, key, now = ctx.store.path, ctx.store.key, to_millis(ctx.clock.now())
    rows = Rows(ctx.branch.id, ctx.staff.id, now, customers, lines)
    ctx.store.close()
    raw = connect(path, key, cache_kib=_CACHE_KIB)
    for pragma in (
        "foreign_keys = OFF",
        "journal_mode = DELETE",
        "journal_mode = OFF",
        "synchronous = OFF",
        "locking_mode = EXCLUSIVE",
    ):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("BEGIN IMMEDIATE")
    indexes = _aside(raw)
    for table, columns, values in rows.tables():
        marks = ", ".join("?" * len(columns))
        raw.executemany(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", values)
    for statement in indexes:
        raw.execute(statement)
    raw.execute("COMMIT")
    _finish(raw)


def _aside(raw: cipher.Connection) -> list[str]:
    """Triggers go for good (they are made anew), indexes until the rows are in."""
    found_ = raw.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND (type = 'trigger' OR type = 'index' AND name LIKE 'ix_%')"
    ).fetchall()
    for kind, name, _ in found_:
        raw.execute(f'DROP {kind} "{name}"')
    return [sql for kind, _, sql in found_ if kind == "index"]


def _finish(raw: cipher.Connection) -> None:
    engine = create_engine("sqlite://", creator=lambda: raw, module=cipher, poolclass=StaticPool)
    with engine.connect() as conn:
        renew_triggers(conn)
        conn.commit()
    raw.execute("PRAGMA locking_mode = NORMAL")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
