"""Taking an order: our command against the bare SQLCipher transaction; lists of work at scale.

The bare limit runs on a copy of the same file without triggers: the same rows, the change rows
that capture would write included, by prepared statements of the driver, committed as durably, with
the same checkpoints in the background.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.shop import keys
from db.shop.checkpoint import Checkpointer
from db.shop.connect import connect
from db.types import new_id, to_millis
from jewelcrm.context import Context
from jewelcrm.money import Money
from jewelcrm.orders import queries
from jewelcrm.orders.commands import place_order
from jewelcrm.orders.model import NewLine, NewOrder
from jewelcrm.payments import queries as payments
from jewelcrm.payments.model import NewPayment
from tests.benchmarks.figures import LOGIN, PASSWORD, Figure, big_store, percentile, times

ROUNDS = 400
WARM = 30
LOOKS = 40
TABLES = ("sales_order", "order_line", "order_step", "payment", "payment_due")


def run(scale: int) -> list[dict[str, object]]:
    """All figures at a store of `scale` customers."""
    ctx = big_store(scale)
    try:
        return [figure.row() for figure in _figures(ctx, scale)]
    finally:
        ctx.store.close()


def _figures(ctx: Context, scale: int) -> Iterator[Figure]:
    people = _customers(ctx)
    yield from _placing(ctx, people)
    yield from _lists(ctx, people, f"{scale:,} customers")


def _customers(ctx: Context) -> list[bytes]:
    """Some customers, from all over the file."""
    chance = random.Random(7)
    with ctx.read() as conn:
        count = conn.exec_driver_sql("SELECT count(*) FROM customer").scalar() or 0
        step = max(1, count // 2000)
        rows = conn.exec_driver_sql(
            "SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM customer)"
            " WHERE n % ? = 0",
            (step,),
        ).all()
    people = [row[0] for row in rows]
    chance.shuffle(people)
    return people


def _placing(ctx: Context, people: list[bytes]) -> Iterator[Figure]:
    copy = _copy(ctx)
    key = keys.open_with_password(ctx.store.folder, None, LOGIN, PASSWORD).key
    raw = connect(copy, key)
    checkpoints = Checkpointer(copy, lambda: connect(copy, key))
    try:
        _drop_triggers(raw)
        bare = _Bare(ctx, raw, checkpoints)
        ours, theirs = _in_turn(
            lambda n: place_order(ctx, _an_order(ctx, people[n % len(people)])),
            lambda n: bare.place(people[n % len(people)]),
        )
    finally:
        checkpoints.close()
        raw.close()
        for path in copy.parent.glob(f"{copy.name}*"):
            path.unlink()
    for part, name in ((0.5, "p50"), (0.99, "p99")):
        yield Figure(
            f"order + 3 lines + payment, durable, {name}",
            percentile(ours, part),
            percentile(theirs, part),
            2.0,
            "ms",
            ratio=True,
        )


def _in_turn(
    ours: Callable[[int], object], theirs: Callable[[int], object]
) -> tuple[list[float], list[float]]:
    """Both, one after the other, so that a slow moment of the PC hits both alike."""
    taken: tuple[list[float], list[float]] = ([], [])
    for n in range(ROUNDS + WARM):
        for kept, act in zip(taken, (ours, theirs), strict=True):
            start = time.perf_counter()
            act(n)
            kept.append((time.perf_counter() - start) * 1000)
    return taken[0][WARM:], taken[1][WARM:]


def _an_order(ctx: Context, customer_id: bytes) -> NewOrder:
    lines = [
        NewLine(
            description=f"18K white gold ring {n}",
            unit_price=Money(1_280_000),
            labour=Money(30_000),
            metal="white_gold",
            fineness=7500,
            weight=Decimal("3.21"),
            stone="Diamond",
            stone_weight=Decimal("0.50"),
            stone_origin="natural",
            treatment="none",
        )
        for n in range(3)
    ]
    return NewOrder(
        kind="special",
        customer_id=customer_id,
        lines=lines,
        promised_on=ctx.today() + dt.timedelta(days=14),
        deposit=NewPayment("octopus", Money(500_000), reference="POS 8841"),
    )


def _copy(ctx: Context) -> Path:
    with ctx.store._writer.taken() as line:
        line.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = ctx.store.path.with_name("bare.db")
    shutil.copyfile(ctx.store.path, copy)
    return copy


def _drop_triggers(raw: cipher.Connection) -> None:
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{name}"')


class _Bare:
    """The rows of one of our own orders, written again and again under new keys."""

    def __init__(self, ctx: Context, raw: cipher.Connection, checkpoints: Checkpointer) -> None:
        self.raw = raw
        self.checkpoints = checkpoints
        with ctx.read() as conn:
            customer = conn.exec_driver_sql("SELECT id FROM customer LIMIT 1").scalar()
        placed = place_order(ctx, _an_order(ctx, customer))
        self.rows = [row for table in TABLES for row in _rows_of(ctx, table, placed.id)]
        with ctx.read() as conn:
            last = conn.exec_driver_sql("SELECT max(n) FROM change").scalar() or 0
            self.changes = conn.exec_driver_sql(
                "SELECT tx, hlc, actor, at, tbl, id, op, base, cols, old, reason FROM change"
                " WHERE n > ? ORDER BY n",
                (last - len(self.rows),),
            ).all()

    def place(self, customer_id: bytes) -> None:
        raw, order_id, now = self.raw, new_id(), to_millis(dt.datetime.now(dt.UTC))
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("SELECT number, name FROM customer WHERE id = ?", (customer_id,)).fetchone()
        raw.execute("UPDATE pc SET next_number = next_number + 2 RETURNING next_number").fetchone()
        for table, sql, names, values in self.rows:
            row = dict(zip(names, values, strict=True))
            row |= {"created_at": now, "updated_at": now}
            row |= {"id": order_id if table == "sales_order" else new_id()}
            row |= {key: order_id for key in ("order_id",) if key in row}
            row |= {key: customer_id for key in ("customer_id",) if key in row}
            raw.execute(sql, list(row.values()))
        raw.executemany(
            "INSERT INTO change(tx, hlc, actor, at, tbl, id, op, base, cols, old, reason)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            self.changes,
        )
        raw.execute("COMMIT")
        self.checkpoints.poke()


def _rows_of(ctx: Context, table: str, order_id: bytes) -> list[tuple[str, str, list[str], Any]]:
    key = "id" if table == "sales_order" else "order_id"
    with ctx.read() as conn:
        found = conn.exec_driver_sql(f"SELECT * FROM {table} WHERE {key} = ?", (order_id,))
        names = list(found.keys())
        sql = f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        return [(table, sql, names, tuple(row)) for row in found]


def _lists(ctx: Context, people: list[bytes], size: str) -> Iterator[Figure]:
    today = ctx.today()
    order_ids = queries.listing(ctx, limit=LOOKS)
    looks: dict[str, Callable[[int], object]] = {
        "order page": lambda n: queries.order(ctx, order_ids[n % len(order_ids)]),
        "orders of a customer": lambda n: queries.of_customer(ctx, people[n % len(people)]),
        "order board": lambda _: queries.board(ctx, limit=50),
        "orders late": lambda _: queries.late(ctx),
        "orders promised today": lambda _: queries.promised_on(ctx, today),
        "first 5,000 ids of the list": lambda _: queries.listing(ctx),
        "a screen of the list": lambda _: queries.rows(ctx, order_ids),
        "money due in seven days": lambda _: payments.money_due(ctx, today + dt.timedelta(days=7)),
        "a day's money by method": lambda _: payments.day_total(ctx, today),
    }
    for name, look in looks.items():
        look(0)
        taken = percentile(times(look, LOOKS), 0.99)
        yield Figure(f"orders: {name}, p99, {size}", taken, None, 50.0, "ms")


if __name__ == "__main__":
    import sys

    print(json.dumps(run(int(sys.argv[1])), indent=1))
