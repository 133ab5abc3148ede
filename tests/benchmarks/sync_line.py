"""The whole way over a real line: TLS, signatures, a server process, encrypted stores at both ends.

Save on one PC until another shows it; a stand-alone shop that joins (push); a new PC (first copy).
The bare limit of the first is a signed question that finds nothing new, there and back.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.shop import syncchanges, syncmembers
from db.store import Store
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Clock, SystemClock
from jewelcrm.demo import fill
from jewelcrm.people.founding import NewShop, found
from jewelcrm.sync import first_copy
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.enrolling import address_of, enrol
from jewelcrm.sync.transport import HttpTransport
from tests.benchmarks.figures import BUILD, Figure, percentile, times
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, Program, until

SAVES, PAUSE_S = 200, 0.05
MOST = 20_000
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
        ask = Engine(counter.opened.store, line, SystemClock())._pull_ask()
        line.pull(ask)
        return percentile(times(lambda _: line.pull(ask), 100), 0.5)


def _joining(office: Program, customers: int) -> Iterator[Figure]:
    """A shop with a demo's records joins; then a second PC of its branch is set up."""
    folder = _shop(customers)
    enrol(folder, office.url, office.code("BE01", "--brings"), **OWN, brings=True)
    changes, seconds = _pushed(folder)
    yield Figure(
        "line: push of a shop that joins", changes / seconds, None, 5_000, "changes/s", least=True
    )
    yield from _second(office, office.folder.parent / "second", customers)


def _shop(customers: int) -> Path:
    folder = BUILD / "line" / "own"
    found(folder, NewShop("BE01", "Bench", "Bench Admin", PASSWORD, "bench.admin"))
    ctx = sign_in(folder, **OWN)
    fill(ctx, customers=customers)
    ctx.store.close()
    return folder


def _pushed(folder: Path) -> tuple[int, float]:
    ctx = sign_in(folder, **OWN)
    with closing(ctx.store) as store, closing(HttpTransport(address_of(store))) as line:
        engine = Engine(store, line, ctx.clock, overlap=True)
        pending = _waiting(store)
        began = time.perf_counter()
        while engine.push_some():
            pass
        took = time.perf_counter() - began
        while engine.round().more:
            pass
        return pending - _waiting(store), took


def _second(office: Program, folder: Path, customers: int) -> Iterator[Figure]:
    began = time.perf_counter()
    enrol(folder, office.url, office.code("BE01"), login="mary.chan", password=PASSWORD)
    ctx = sign_in(folder, "mary.chan", PASSWORD)
    enrolled = time.perf_counter() - began
    with closing(ctx.store) as store:
        usable, complete = _copied(store, ctx.clock, began)
        rows = sum(cursor.count for cursor in _cursors(store))
    size = f"{customers:,} customers, {rows:,} rows"
    yield Figure(f"line: new PC of use ({size})", usable, None, 5, "s")
    yield Figure(f"line: new PC complete ({size})", complete, None, 60, "s")
    rate = rows / (complete - enrolled)
    yield Figure("line: first copy, index built", rate, None, 10_000, "rows/s", least=True)


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
