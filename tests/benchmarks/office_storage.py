"""Head office's storage alone: a push of 500 transactions, after 100,000 rows of history.

The bare limit is the same rows written to the same tables, feeds and books by one statement a
table, without reading, numbering or summing anything first.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from db.office import tables
from db.office.kinds import Row
from db.office.store import (
    Applied,
    Mark,
    OfficeStore,
    OfficeWork,
    Versions,
    create_embedded,
    create_postgres,
)
from db.tables import NUMBERS
from db.types import Id, new_id
from tests.benchmarks import offices
from tests.benchmarks.figures import BUILD, Figure
from tests.db.office.builders import a_customer, a_note
from tests.office_stores import APP, PASSWORD, binaries

Settle = Callable[[], None]
"""What a database does by itself in a quiet hour."""

TXS, ROUNDS, SHORT = 500, 9, 100_000
CUSTOMER, NOTE = NUMBERS["customer"], NUMBERS["note"]


def run(scale: int) -> list[dict[str, object]]:
    """All figures; what a longer history adds is `sync_history`'s."""
    return [_of(store, settle).row() for store, settle in _stores()]


@contextmanager
def _postgres() -> Iterator[tuple[OfficeStore, Settle]]:
    with offices.cluster() as cluster:
        name = cluster.database()
        store = create_postgres(cluster.url("jewelcrm_owner", name), APP, PASSWORD)
        yield store, lambda: cluster.sql("VACUUM ANALYZE", name)
        store.close()


def _stores() -> Iterator[tuple[OfficeStore, Settle]]:
    folder = BUILD / "office"
    shutil.rmtree(folder, ignore_errors=True)
    store = create_embedded(folder)
    yield store, lambda: None
    store.close()
    shutil.rmtree(folder)
    if binaries() is not None:
        with _postgres() as there:
            yield there


def _of(store: OfficeStore, settle: Settle) -> Figure:
    pc = Pc(store)
    pc.live_through(SHORT)
    settle()
    short, bare = pc.pushes()
    changes = 2 * TXS
    name = f"push, storage part ({store.dialect})"
    return Figure(name, changes / short, changes / bare, 0.5, "changes/s", ratio=True, least=True)


@dataclass
class Pc:
    """A PC of one branch that pushes."""

    store: OfficeStore
    branch: Id = field(default_factory=new_id)
    device: Id = field(default_factory=new_id)
    known: list[Id] = field(default_factory=list)
    n: int = 0

    @property
    def scope(self) -> str:
        return f"B:{self.branch.hex()}"

    def live_through(self, rows: int) -> None:
        """So many customers come in, as the years bring them."""
        for start in range(0, rows, 5_000):
            fresh = [a_customer(self.branch) for _ in range(min(5_000, rows - start))]
            with self.store.write() as work:
                work.put_rows("customer", fresh)
                work.mark([Mark(self.scope, "customer", _id(row), "P", 1) for row in fresh], 1)
                work.put_versions({("customer", _id(row)): Versions(1, 1, 1) for row in fresh})
            self.known += [_id(row) for row in fresh]

    def pushes(self) -> tuple[float, float]:
        """The best of some pushes and of some bare ones, in turn, in seconds."""
        ours, bare = zip(*((self.push(), self.bare()) for _round in range(ROUNDS)), strict=True)
        return min(ours), min(bare)

    def push(self) -> float:
        """Seconds of one push."""
        load = _Load(self)
        start = time.perf_counter()
        with self.store.write([self.scope, "G:staff"]) as work:
            self._take_in(work, load)
        taken = time.perf_counter() - start
        self.known += [_id(row) for row in load.customers]
        self.n += TXS
        return taken

    def _take_in(self, work: OfficeWork, load: _Load) -> None:
        work.applied(load.txs)
        work.last_n(self.device, 1)
        edited = work.rows("customer", load.edited, lock=True)
        work.rows("note", [_id(row) for row in load.notes], lock=True)
        versions = work.versions(load.keys)
        work.members(load.keys)
        writer = work.writer(self.device, 1)
        revs = load.edit(edited)
        work.put_rows("customer", [*load.customers, *edited.values()])
        work.put_rows("note", load.notes)
        fresh = {key: Versions(9, writer, 1) for key in load.keys if key not in versions}
        for key, known in versions.items():
            known.cols["alert"] = (9, writer, revs[key[1]])
        work.put_versions(fresh | versions)
        work.mark([Mark(self.scope, t, i, "P", revs.get(i, 1)) for t, i in load.keys], 1)
        numbered = enumerate(load.txs, self.n + 1)
        work.put_applied([Applied(tx, self.device, 1, n, "ok", 1) for n, tx in numbered])
        work.set_last_n(self.device, 1, self.n + TXS)

    def bare(self) -> float:
        """Seconds of the bare write of such a push."""
        load = _Load(self)
        with self.store.read() as work:
            edited = work.rows("customer", load.edited)
            first = work.head(self.scope).seq
            scope = work.scopes.known(self.scope) or 0
        load.edit(edited)
        keys = [(NUMBERS[table], row_id) for table, row_id in load.keys]
        start = time.perf_counter()
        with self.store.write() as work:
            work.put_rows("customer", [*load.customers, *edited.values()])
            work.put_rows("note", load.notes)
            feed = [(scope, *key, first + at, "P", 1, 1) for at, key in enumerate(keys, 1)]
            work.port.put_feed(feed)
            work.port.put_members([(*key, scope, "P") for key in keys if key[1] not in edited])
            work.port.put(tables.row_version, [(*key, 9, 1, 1, None) for key in keys])
            work.port.put(tables.applied_tx, [(tx, self.device, 0, 0, "ok", 1) for tx in load.txs])
            work.port.run("UPDATE scope_head SET seq = seq + ? WHERE scope = ?", (len(keys), scope))
        return time.perf_counter() - start


class _Load:
    """500 transactions: half take in a customer with a note, half change one and note it."""

    def __init__(self, pc: Pc) -> None:
        self.txs = [new_id() for _ in range(TXS)]
        self.customers = [a_customer(pc.branch) for _ in range(TXS // 2)]
        self.edited = random.Random(pc.n).sample(pc.known, TXS // 2)
        owners = [*(_id(row) for row in self.customers), *self.edited]
        self.notes = [a_note(pc.branch, owner) for owner in owners]
        self.keys = [("customer", owner) for owner in owners]
        self.keys += [("note", _id(row)) for row in self.notes]

    @staticmethod
    def edit(rows: dict[Id, Row]) -> dict[Id, int]:
        """Change them; their new revisions."""
        revs = {}
        for row_id, row in rows.items():
            revs[row_id] = int(row["rev"] or 0) + 1
            row |= {"rev": revs[row_id], "alert": f"Call before {revs[row_id]}"}
        return revs


def _id(row: Row) -> Id:
    assert isinstance(row["id"], bytes)
    return row["id"]
