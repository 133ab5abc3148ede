"""Backup and restore, again and again, while people go on working.

What is proved, each time: a copy begins and ends beside somebody who takes orders without a pause
and somebody who looks at them without a pause; it is checked; put back with the printed recovery
code, every page, reference, count, scope's sum and sum of money is as it was in the copy's moment
(the restore itself compares them with the signed manifest, and gives up otherwise); the store that
was put back holds every order that was kept before the copy began, and of those taken meanwhile
the first ones, without a gap and none in part; its audit chain is whole.

The shop keeps its size: after a day's cycles it is put back itself, from the stick on which its
first point lies, and work goes on in it (a new series of numbers each time, the vault stays). The
clock moves an hour with each cycle, so that points are dropped and packs are written anew.
"""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db.backup import steps
from db.shop.audit import first_break
from db.store import Store
from jewelcrm.access.rotating import rotate
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import places
from jewelcrm.backup.model import ByCode
from jewelcrm.context import Context
from tests.conftest import NOON, PASSWORD, PROVE, SetClock, Shop
from tests.jewelcrm.backup.builders import a_customer, an_order

pytestmark = [pytest.mark.slow, pytest.mark.prove]
CYCLES, CUSTOMERS, DAY = (500, 1250, 20) if PROVE else (3, 60, 2)
LARGE_CYCLES, LARGE = 50, 300_000
PRUNED, DRILLED, TOLD = 5, 10, 5
"""Each so many cycles."""
PAUSE_S = 0.1
"""Between two orders while no copy is about to begin: ten a second. A busy shop takes a minute."""
_LAST_ONES = "SELECT id, number, stage FROM sales_order ORDER BY id DESC LIMIT 100"


@dataclass
class Trial:
    """A shop that is closed, what opens it, and where its points are put back."""

    folder: Path
    code: str
    password: str
    place: Path
    clock: SetClock = field(default_factory=lambda: SetClock(NOON))

    @property
    def stick(self) -> Path:
        """A copy of the vault with the first point alone."""
        return self.place / "stick"

    def opened(self) -> Context:
        return sign_in(self.folder, "", self.password, clock=self.clock)


@dataclass
class Work:
    """What was kept, in its order; and whether orders are taken without a pause just now."""

    first: set[bytes]
    """Those that were there before; so many of them `in_part`."""
    in_part: dict[str, int]
    kept: list[bytes] = field(default_factory=list)
    slowest: float = 0.0
    hot: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def take_orders(self, ctx: Context) -> None:
        customer = a_customer(ctx)
        while not self.over.is_set():
            began = time.perf_counter()
            self.kept.append(an_order(ctx, customer))
            self.slowest = max(self.slowest, time.perf_counter() - began)
            if not self.hot.is_set():
                self.over.wait(PAUSE_S)

    def look_at_orders(self, ctx: Context) -> None:
        while not self.over.is_set():
            with ctx.read() as conn:
                assert conn.exec_driver_sql(_LAST_ONES).all()
            if not self.hot.is_set():
                self.over.wait(PAUSE_S)


@contextmanager
def people_at_work(ctx: Context) -> Iterator[Work]:
    """One takes orders, one looks at them; what goes wrong for one of them is raised here."""
    with ctx.read() as conn:
        work = Work(ids_of(conn), in_part(conn))
    with ThreadPoolExecutor(2) as hands:
        both = [hands.submit(act, ctx) for act in (work.take_orders, work.look_at_orders)]
        try:
            yield work
        finally:
            work.over.set()
    for one in both:
        one.result()


@contextmanager
def without_a_pause(work: Work) -> Iterator[None]:
    """Until the copy has begun."""
    steps.watch(lambda step: work.hot.clear() if step == "frozen" else None)
    work.hot.set()
    try:
        yield
    finally:
        work.hot.clear()
        steps.watch(None)


def prove(trial: Trial, count: int) -> None:
    ctx = trial.opened()
    first = backup.back_up(ctx).point.id
    shutil.copytree(places.local(trial.folder), trial.stick)
    for begin in range(0, count, DAY):
        with people_at_work(ctx) as work:
            for n in range(begin, min(begin + DAY, count)):
                trial.clock.move(hours=1)
                cycle(ctx, trial, work)
                look_after(ctx, work, n + 1)
        ctx.store.close()
        if begin + DAY < count:
            put_back_itself(trial, first)
            ctx = trial.opened()


def cycle(ctx: Context, trial: Trial, work: Work) -> None:
    before = len(work.kept)
    with without_a_pause(work):
        made = backup.back_up(ctx)
    assert made.verified
    place = trial.place / "back"
    restored = backup.restore(
        trial.folder, made.point.id, place, ByCode(trial.code), clock=trial.clock
    )
    assert restored.point.orders == made.point.orders
    orders = orders_of(place, ctx, work)
    assert len(orders) == made.point.orders
    meanwhile = len(orders) - len(work.first)
    assert before <= meanwhile
    assert orders == work.first | set(work.kept[:meanwhile])
    shutil.rmtree(place)


def look_after(ctx: Context, work: Work, n: int) -> None:
    """What a PC does by itself; and a line for whoever waits."""
    if not n % PRUNED:
        backup.prune(ctx)
    if not n % DRILLED:
        assert backup.drill(ctx).passed
    if not n % TOLD:
        size, vault = ctx.store.path.stat().st_size, places.local(ctx.store.folder)
        points, at = len(list(vault.glob("points/*.json"))), time.strftime("%H:%M:%S")
        print(f"{at} {n} cycles; {size / 1e6:.1f} MB, {points} points;", end=" ")
        print(f"{len(work.kept)} orders, the slowest {work.slowest * 1000:.0f} ms", flush=True)


def put_back_itself(trial: Trial, first: str) -> None:
    """As it was at first; its own vault stays, and is further than the store now says."""
    told = backup.restore(trial.stick, first, trial.folder, ByCode(trial.code), clock=trial.clock)
    assert told.safety is not None
    assert told.newer_known is not None
    shutil.rmtree(told.safety)


def orders_of(folder: Path, ctx: Context, work: Work) -> set[bytes]:
    """The orders of a store that was put back; each has its line, its step and its payment.

    But those that had none before: none that somebody takes meanwhile is ever kept in part.
    """
    with closing(Store(folder, ctx.store.key)) as store, store.read() as conn:
        assert in_part(conn) == work.in_part
        assert first_break(conn.connection.driver_connection) is None
        return ids_of(conn)


def ids_of(conn: Connection) -> set[bytes]:
    return set(conn.exec_driver_sql("SELECT id FROM sales_order").scalars())


def in_part(conn: Connection) -> dict[str, int]:
    """How many orders have no line, no step, no payment."""
    whole = "SELECT count(*) FROM sales_order o WHERE NOT EXISTS"
    parts = ("order_line", "order_step", "payment")
    asked = {one: f"{whole} (SELECT 1 FROM {one} p WHERE p.order_id = o.id)" for one in parts}
    return {one: int(conn.exec_driver_sql(sql).scalar_one()) for one, sql in asked.items()}


@pytest.mark.timeout(5400 if PROVE else 240)
def test_a_small_shop_is_put_back_while_orders_are_taken(shop: Shop, tmp_path: Path):
    trial = Trial(shop.folder, shop.recovery_code, PASSWORD, tmp_path)
    ctx = trial.opened()
    for n in range(CUSTOMERS):
        an_order(ctx, a_customer(ctx, f"Person Number{n}"))
    ctx.store.close()
    prove(trial, CYCLES)


@pytest.mark.skipif(not PROVE, reason="a gigabyte, fifty times: make prove")
@pytest.mark.timeout(5400)
def test_a_large_shop_is_put_back_while_orders_are_taken(tmp_path: Path):
    from tests.benchmarks import figures

    source, folder = figures.big_store(LARGE), tmp_path / "large"
    source.store.close()
    shutil.copytree(source.store.folder, folder, ignore=shutil.ignore_patterns("backups"))
    clock = SetClock(NOON + dt.timedelta(days=7))  # it was filled today, by the clock on the wall
    code = rotate(folder, "", figures.PASSWORD, clock=clock).recovery_code
    prove(Trial(folder, code, figures.PASSWORD, tmp_path, clock), LARGE_CYCLES)
