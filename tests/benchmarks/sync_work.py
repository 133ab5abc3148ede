"""A PC's work of a busy week, over a real line, on both of head office's stores.

It is written off line in transactions of four changes, pushed, and read by another PC of the
branch. TLS, signatures, a server process, rights checked, encrypted stores at both ends. The bare
limit of a push is `offices.bare_rate`; of reading, the same rows written to the PC's tables alone.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence

from db.shop import syncrows
from db.store import Store
from db.tables import customers
from db.types import Id
from jewelcrm.context import Context, SystemClock
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.transport import HttpTransport
from tests.benchmarks import offices
from tests.benchmarks.figures import Figure
from tests.jewelcrm.sync_line.world import Counter, Program

TXS, PAGE, WEEKS = 3_000, 2_000, 7
Pair = tuple[Id, Id]
"""A customer and her phone."""


def run(scale: int) -> list[dict[str, object]]:
    """All figures, for each store."""
    figures = []
    _as_in_the_window()
    for store in offices.stores():
        with offices.office(store, "work") as office:
            figures += [figure.row() for figure in _of(store, office)]
    return figures


def _as_in_the_window() -> None:
    """A PC's program looks for rubbish when nobody is waiting (`ui.app`), not in the middle."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _of(store: str, office: Program) -> Iterator[Figure]:
    here, there = (_Pc(office, name) for name in ("here", "there"))
    for pc in (here, there):
        pc.exchange()
    pairs = [_a_customer(here.ctx, number) for number in range(TXS)]
    with offices.bare(store) as bare_rate:
        weeks = [here.week(bare_rate)]
        added = there.pulled()
        for week in range(1, WEEKS):
            for number in range(TXS):
                _a_customer(here.ctx, week * TXS + number)
            weeks.append(here.week(bare_rate))
    pushed, bare = sorted(weeks, key=lambda week: week[0] / week[1])[WEEKS // 2]
    there.exchange()
    yield _rate(f"line: push of a week's work ({store})", pushed, None, 5_000, "changes/s")
    yield _share(f"line: push of a week's work, to bare ({store})", pushed, bare)
    yield _rate(f"line: pull of new records ({store})", added, None, 3_000, "rows/s")
    for name, goal, change in (
        ("what is not searched", 10_000, _plainly),
        ("what is searched", 3_000, _visibly),
    ):
        change(here.ctx, pairs)
        here.pushed()
        taken = there.pulled()
        yield _rate(f"line: pull of {name} ({store})", taken, there.bare(pairs), goal, "rows/s")
    for pc in (here, there):
        pc.close()


class _Pc:
    """An enrolled PC whose exchanges are made by hand."""

    def __init__(self, office: Program, name: str) -> None:
        self._counter = Counter(office, office.folder.parent / name)
        self._counter.enrol("HK01")
        self.ctx: Context = self._counter.open()
        self._line = HttpTransport(address_of(self.ctx.store), SystemClock())
        self._engine = Engine(self.ctx.store, self._line, self.ctx.clock, overlap=True)
        self._written: set[object] = set()

    def exchange(self) -> None:
        while self._engine.round().more:
            pass

    def pushed(self) -> float:
        """Changes a second until all that waits is known at head office."""
        waiting = _count(self.ctx.store, "change WHERE pushed_at IS NULL")
        taken = _until_done(self._engine.push_some)
        assert not _count(self.ctx.store, "change WHERE pushed_at IS NULL")
        assert not _count(self.ctx.store, "quarantine")
        return waiting / taken

    def week(self, bare_rate: Callable[[Sequence[offices.Record]], float]) -> tuple[float, float]:
        """Changes a second that a push of what waits takes, and the bare limit of the same rows."""
        pushed = self.pushed()
        rows = [r for r in offices.rows_of(self.ctx.store) if r[1]["id"] not in self._written]
        self._written.update(row["id"] for _, row in rows)
        return pushed, bare_rate(rows)

    def pulled(self) -> float:
        """Rows a second until everything that is new is here."""
        before = self._engine.pulled
        taken = _until_done(self._engine.pull)
        return (self._engine.pulled - before) / taken

    def bare(self, pairs: Sequence[Pair]) -> float:
        """Rows a second that the tables take, with no scope, sum or index beside them."""
        store, done, began = self.ctx.store, 0, time.perf_counter()
        for name, ids in (
            ("customer", [p[0] for p in pairs]),
            ("contact_point", [p[1] for p in pairs]),
        ):
            to = syncrows.plan(name)
            assert to is not None
            for start in range(0, len(ids), PAGE):
                done += _written(store, self.ctx, to, ids[start : start + PAGE])
        return done / (time.perf_counter() - began)

    def close(self) -> None:
        self._line.close()
        self._counter.close()


def _written(store: Store, ctx: Context, to: syncrows.Plan, ids: Sequence[Id]) -> int:
    with store.apply(now=ctx.clock.now()) as work:
        rows = syncrows.read(work.raw, to, ids)
        syncrows.put(work.raw, to, [(i, *cells, rev) for i, (rev, cells) in rows.items()])
        syncrows.without_index(work.raw)
        return len(rows)


def _a_customer(ctx: Context, number: int) -> Pair:
    """Somebody comes in: a card with a phone, a consent and a note, in one transaction."""
    with ctx.work() as work:
        customer = work.insert(
            customers.customer,
            number=work.next_number(),
            name=f"Chan Tai {number}",
            name_zh="陳大文",
            tier="regular",
            district="Mong Kok",
        )
        normal = f"+8529{number:07}"
        phone = work.insert(
            customers.contact_point,
            customer_id=customer,
            kind="phone",
            value=normal,
            normal=normal,
            preferred=True,
        )
        work.insert(
            customers.preference, customer_id=customer, kind="metal", value="gold", basis="stated"
        )
        work.insert(customers.note, customer_id=customer, body="Likes jade", channel="note")
    return customer, phone


def _plainly(ctx: Context, pairs: Sequence[Pair]) -> None:
    _each(ctx, pairs, {"district": "Central"}, {"label": "office"})


def _visibly(ctx: Context, pairs: Sequence[Pair]) -> None:
    _each(ctx, pairs, {"name": "Wong Siu Ming"}, {"value": "2345 6789", "normal": "+85223456789"})


def _each(
    ctx: Context, pairs: Sequence[Pair], customer: dict[str, str], phone: dict[str, str]
) -> None:
    for start in range(0, len(pairs), 10):
        with ctx.work() as work:
            for customer_id, phone_id in pairs[start : start + 10]:
                work.update(customers.customer, customer_id, **customer)
                work.update(customers.contact_point, phone_id, **phone)


def _until_done(step: Callable[[], bool]) -> float:
    began = time.perf_counter()
    while step():
        pass
    return time.perf_counter() - began


def _count(store: Store, what: str) -> int:
    with store.read() as conn:
        return int(conn.exec_driver_sql(f"SELECT count(*) FROM {what}").scalar_one())


def _rate(name: str, ours: float, bare: float | None, goal: float, unit: str) -> Figure:
    return Figure(name, ours, bare, goal, unit, least=True)


def _share(name: str, ours: float, bare: float) -> Figure:
    return Figure(name, ours, bare, 0.5, "changes/s", ratio=True, least=True)
