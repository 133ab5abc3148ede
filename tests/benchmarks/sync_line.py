"""The whole way over a real line: TLS, signatures, a server process, encrypted stores at both ends.

Save on one PC until another shows it; a stand-alone shop that joins (push); a new PC (first copy).
The bare limit of the first is a signed question that finds nothing new, there and back; that of a
push is `offices.bare_rate`; that of a new PC, its rows written to the tables of its store alone.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from db.office.kinds import Row
from db.shop import syncchanges, syncmembers, syncrows
from db.store import Store
from db.tables.customers import note
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Clock, Context, SystemClock
from jewelcrm.demo import fill
from jewelcrm.people.founding import NewShop, found
from jewelcrm.sync import first_copy, looking
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.enrolling import address_of, enrol
from jewelcrm.sync.keepsake import BackedUp
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire.messages import PULL_ROWS, SNAPSHOT_ROWS
from tests.benchmarks import offices
from tests.benchmarks.figures import BUILD, Figure, percentile, times
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, Program, until

SAVES, PAUSE_S = 200, 0.05
MOST, CHILDREN = 20_000, 10
OWN = {"login": "bench.admin", "password": PASSWORD}


def run(scale: int) -> list[dict[str, object]]:
    """All figures; the shop that joins has at most 20,000 customers."""
    with _office() as office:
        figures = [*_saves(office), *_joining(office, min(scale, MOST))]
    return [figure.row() for figure in figures]


@contextmanager
def _office() -> Iterator[Program]:
    folder = BUILD / "line"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    office = Program(folder / "office")
    office.found()
    office.start()
    try:
        yield office
    finally:
        office.stop()


def _saves(office: Program) -> list[Figure]:
    here, there = (Counter(office, office.folder.parent / name) for name in ("here", "there"))
    for counter in (here, there):
        counter.enrol("HK01")
        counter.start()
        until(lambda c=counter: c.syncing.state.word == "on_line", 30)
    time.sleep(1)
    taken = _until_seen(here, there)
    bare = _bare(here)
    for counter in (here, there):
        counter.close()
    return [
        Figure(
            "line: save until another PC shows it, p50", percentile(taken, 0.5), bare, 100, "ms"
        ),
        Figure(
            "line: save until another PC shows it, p99", percentile(taken, 0.99), bare, 500, "ms"
        ),
    ]


def _until_seen(here: Counter, there: Counter) -> list[float]:
    assert there.opened is not None
    seen = threading.Event()
    stop = there.opened.store.on_commit(lambda tables: "customer" in tables and seen.set())

    def save(number: int) -> None:
        here.add_customer(f"Customer {number}")
        assert seen.wait(30)

    taken = []
    for number in range(SAVES):
        seen.clear()
        taken += times(lambda _, n=number: save(n), 1)
        time.sleep(PAUSE_S)
    stop()
    return taken


def _bare(counter: Counter) -> float:
    assert counter.opened is not None
    with closing(HttpTransport(address_of(counter.opened.store), SystemClock())) as line:
        line.wait_for_news(None, 0)
        ask = looking.pull_ask(counter.opened.store, 1, PULL_ROWS, BackedUp())
        line.pull(ask)
        return percentile(times(lambda _: line.pull(ask), 100), 0.5)


def _joining(office: Program, customers: int) -> Iterator[Figure]:
    """A shop with a demo's records joins; then a second PC of its branch is set up."""
    folder = _shop(customers)
    enrol(folder, office.url, office.code("BE01", "--brings"), **OWN, brings=True)
    changes, seconds = _pushed(folder)
    bare = offices.bare_rate("sqlite", _rows_in(folder))
    name, rate = "line: push of a shop that joins", changes / seconds
    yield Figure(name, rate, None, 5_000, "changes/s", least=True)
    yield Figure(f"{name}, to bare", rate, bare, 0.5, "changes/s", ratio=True, least=True)
    yield from _second(office, office.folder.parent / "second")


def _shop(customers: int) -> Path:
    """A copy of a demo shop, which is made once and kept."""
    kept = BUILD / f"join-{customers}"
    if not (kept / "filled").exists():
        shutil.rmtree(kept, ignore_errors=True)
        found(kept, NewShop("BE01", "Bench", "Bench Admin", PASSWORD, "bench.admin"))
        ctx = sign_in(kept, **OWN)
        fill(ctx, customers=customers)
        _add_notes(ctx, CHILDREN * customers)
        ctx.store.close()
        (kept / "filled").touch()
    return Path(shutil.copytree(kept, BUILD / "line" / "own"))


def _add_notes(ctx: Context, wanted: int) -> None:
    """So many rows besides the customers, as a shop has that writes things down."""
    ids = [row["id"] for table, row in offices.rows_of(ctx.store) if table == "customer"]
    missing = wanted - (len(offices.rows_of(ctx.store)) - len(ids))
    for start in range(0, missing, 400):
        told = [ids[at % len(ids)] for at in range(start, min(start + 400, missing))]
        with ctx.work("notes") as work:
            work.insert_many(
                note, ({"customer_id": i, "channel": "note", "body": "Likes jade"} for i in told)
            )


def _rows_in(folder: Path) -> list[tuple[str, Row]]:
    with closing(sign_in(folder, **OWN).store) as store:
        return offices.rows_of(store)


def _pushed(folder: Path) -> tuple[int, float]:
    ctx = sign_in(folder, **OWN)
    with closing(ctx.store) as store, closing(HttpTransport(address_of(store))) as line:
        engine = Engine(store, line, ctx.clock, overlap=True)
        engine.pull()
        while engine.copy_step():
            pass
        pending = _waiting(store)
        began = time.perf_counter()
        while engine.push_some():
            pass
        took = time.perf_counter() - began
        while engine.round().more:
            pass
        return pending - _waiting(store), took


def _second(office: Program, folder: Path) -> Iterator[Figure]:
    code = office.code("BE01", "--user", "mary.chan")
    began = time.perf_counter()
    enrol(folder, office.url, code, login="mary.chan", password=PASSWORD)
    ctx = sign_in(folder, "mary.chan", PASSWORD)
    enrolled = time.perf_counter() - began
    with closing(ctx.store) as store:
        usable, complete = _copied(store, ctx.clock, began)
        rows = offices.rows_of(store)
        bare = _bare_copy(store, ctx.clock, rows)
    customers = sum(table == "customer" for table, _ in rows)
    size = f"{customers:,} customers, {len(rows) - customers:,} other rows"
    yield Figure(f"line: new PC of use ({size})", usable, None, 5, "s")
    yield Figure(f"line: new PC complete ({size})", complete, len(rows) / bare, 60, "s")
    rate = len(rows) / (complete - enrolled)
    yield Figure("line: first copy, index built", rate, bare, 10_000, "rows/s", least=True)


def _bare_copy(store: Store, clock: Clock, rows: list[tuple[str, Row]]) -> float:
    """Rows a second that the PC's tables take, with no scope, sum or index beside them."""
    began = time.perf_counter()
    for start in range(0, len(rows), SNAPSHOT_ROWS):
        with store.apply(now=clock.now()) as work:
            for table, some in groupby(rows[start : start + SNAPSHOT_ROWS], key=itemgetter(0)):
                to = syncrows.plan(table)
                assert to is not None
                names = ("id", *to.columns, "rev")
                syncrows.put(work.raw, to, [tuple(row[n] for n in names) for _, row in some])
            syncrows.without_index(work.raw)
    return len(rows) / (time.perf_counter() - began)


def _copied(store: Store, clock: Clock, began: float) -> tuple[float, float]:
    usable = 0.0
    with closing(HttpTransport(address_of(store), clock)) as line:
        engine = Engine(store, line, clock, overlap=True)
        while engine.copy_step():
            if not usable and first_copy.usable(_cursors(store)):
                usable = time.perf_counter() - began
        while engine.round().more:
            pass
    return usable, time.perf_counter() - began


def _cursors(store: Store) -> list[syncmembers.Cursor]:
    with store.read() as conn:
        return syncmembers.cursors(conn.connection.driver_connection)


def _waiting(store: Store) -> int:
    with store.read() as conn:
        return syncchanges.how_many_wait(conn.connection.driver_connection)[0]
