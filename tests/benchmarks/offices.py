"""Head offices for the benchmarks: the real program on either store, and its bare limit.

The bare limit of taking changes in is the same rows written to the same tables, feeds and books by
one statement a table, with nothing read, decided, numbered, hashed or summed, and no line in
between. The look-up index is one of the books: of a customer with a phone it gets five entries.
"""

from __future__ import annotations

import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, islice

from db.office import tables
from db.office.kinds import Row
from db.office.store import OfficeStore, OfficeWork, create_embedded, create_postgres
from db.store import Store
from db.tables import NUMBERS
from db.types import new_id
from jewelcrm.office.visiting import keys
from tests.benchmarks.figures import BUILD
from tests.jewelcrm.sync_line.world import Program
from tests.office_stores import APP, PASSWORD, Cluster, binaries, running_cluster

Record = tuple[str, Row]
"""A table's name, and a row of it."""
STORES = ("sqlite", "postgresql")
BATCH = 2_500
PG = (
    "shared_buffers=2GB",
    "max_wal_size=8GB",
    "checkpoint_timeout=15min",
    "wal_compression=zstd",
    "synchronous_commit=on",
    "fsync=on",
    "full_page_writes=on",
)
"""As the recipe in `packaging/server` sets it up, with a quarter of the memory."""
ALL_ITS_MEMORY = "shared_buffers=8GB"
"""What the recipe gives a database that holds years."""


@dataclass
class OnPostgres(Program):
    """`jewelcrm-office` over a database."""

    database: str = ""

    def _environment(self) -> dict[str, str]:
        return {**super()._environment(), "JEWELCRM_DATABASE_URL": self.database}


def stores() -> Iterator[str]:
    """The stores that this machine has."""
    return (name for name in STORES if name == "sqlite" or binaries() is not None)


@contextmanager
def cluster(*options: str) -> Iterator[Cluster]:
    """PostgreSQL, as it is set up for a chain."""
    programs = binaries()
    assert programs is not None
    with running_cluster(programs, *PG, *options) as found:
        yield found


@contextmanager
def office(store: str, name: str) -> Iterator[Program]:
    """The program, founded and running, in an empty folder of that name."""
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if store == "sqlite":
        with _running(Program(folder / "office")) as program:
            yield program
        return
    with cluster() as where:
        url = where.url("jewelcrm_owner", where.database())
        with _running(OnPostgres(folder / "office", database=url)) as program:
            yield program


@contextmanager
def _running(program: Program) -> Iterator[Program]:
    program.found()
    program.start()
    try:
        yield program
    finally:
        program.stop()


@contextmanager
def empty(store: str) -> Iterator[OfficeStore]:
    """A head office's store with nothing in it."""
    if store == "sqlite":
        folder = BUILD / "bare"
        shutil.rmtree(folder, ignore_errors=True)
        made = create_embedded(folder)
        yield made
        made.close()
        shutil.rmtree(folder)
        return
    with cluster() as where:
        made = create_postgres(where.url("jewelcrm_owner", where.database()), APP, PASSWORD)
        yield made
        made.close()


def rows_of(pc: Store) -> list[Record]:
    """Every record a PC holds, parents before children."""
    with pc.read() as conn:
        raw = conn.connection.driver_connection
        found = []
        for table in NUMBERS:
            cursor = raw.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            found += [(table, dict(zip(names, row, strict=True))) for row in cursor]
    return found


def bare_rate(store: str, rows: Sequence[Record]) -> float:
    """Rows a second that an empty store takes."""
    with bare(store) as rate_of:
        return rate_of(rows)


@contextmanager
def bare(store: str) -> Iterator[Callable[[Sequence[Record]], float]]:
    """Rows a second, written as they are in transactions of 2,500; the store grows with each."""
    numbers = count(1)
    with empty(store) as office:
        with office.write() as work:
            scope = work.scopes.of(["B:bare"])["B:bare"]

        def rate_of(rows: Sequence[Record]) -> float:
            numbered, found_by = zip(numbers, rows, strict=False), _found_by(rows)
            began = time.perf_counter()
            while batch := list(islice(numbered, BATCH)):
                with office.write() as work:
                    _write(work, scope, batch, found_by)
            return len(rows) / (time.perf_counter() - began)

        yield rate_of


def _found_by(rows: Sequence[Record]) -> dict[object, list[tuple[bytes, object]]]:
    """What each customer is found by: entries of the look-up index."""
    secret, contacts = bytes(32), defaultdict(list)
    for table, row in rows:
        if table == "contact_point":
            contacts[row["customer_id"]].append(row)
    return {
        row["id"]: [
            (keys.keyed(secret, asked), row["id"])
            for asked in keys.questions(row, contacts[row["id"]])
        ]
        for table, row in rows
        if table == "customer"
    }


def _write(
    work: OfficeWork,
    scope: int,
    batch: list[tuple[int, Record]],
    found_by: dict[object, list[tuple[bytes, object]]],
) -> None:
    for table in NUMBERS:
        work.put_rows(table, [row for _, (name, row) in batch if name == table])
    keys = [(seq, NUMBERS[table], row["id"]) for seq, (table, row) in batch]
    work.port.put_feed([(scope, tbl, row_id, seq, "P", 1, 1) for seq, tbl, row_id in keys])
    work.port.put_members([(tbl, row_id, scope, "P") for _, tbl, row_id in keys])
    work.port.put(tables.row_version, [(tbl, i, 9, 1, 1, None) for _, tbl, i in keys])
    asked = (found_by[row["id"]] for _, (table, row) in batch if table == "customer")
    work.port.add(tables.lookup_key, sorted(entry for some in asked for entry in some))
    device = new_id()
    work.port.put(tables.applied_tx, [(new_id(), device, 0, s, "ok", 1) for s, _, _ in keys[::4]])
