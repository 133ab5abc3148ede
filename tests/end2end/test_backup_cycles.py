"""Backup and restore, again and again, while people go on writing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db.shop.audit import first_break
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup.model import ByKey
from jewelcrm.context import Context
from tests.conftest import PASSWORD, PROVE, Shop
from tests.jewelcrm.backup.builders import a_customer, an_order

pytestmark = [pytest.mark.slow, pytest.mark.prove]
CYCLES, CUSTOMERS = (500, 700) if PROVE else (3, 60)
LARGE_CYCLES, LARGE = 50, 300_000


@contextmanager
def somebody_writing(ctx: Context) -> Iterator[list[bytes]]:
    """Orders are taken as quickly as they can be; the list grows by each that was kept."""
    kept: list[bytes] = []
    stop = threading.Event()

    def work() -> None:
        customer = a_customer(ctx)
        while not stop.is_set():
            kept.append(an_order(ctx, customer))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield kept
    finally:
        stop.set()
        thread.join()


def cycles(ctx: Context, count: int, to: Path) -> None:
    """Every point holds what was kept before it began, nothing half, and the papers' sums."""
    with somebody_writing(ctx) as kept:
        for n in range(count):
            before = set(kept)
            made = backup.back_up(ctx)
            assert made.verified
            place = to / f"back-{n}"
            backup.restore(ctx.store.folder, made.point.id, place, ByKey(ctx.store.key))
            orders = orders_of(place, ctx)
            assert before <= orders
            assert len(orders) == made.point.orders
            shutil.rmtree(place)
            if not n % 20:
                backup.prune(ctx)


def orders_of(folder: Path, ctx: Context) -> set[bytes]:
    """The orders of a store that was put back; each has its line, its step and its payment.

    But those that had none before: none that somebody takes meanwhile is ever kept in part.
    """
    from db.store import Store

    store = Store(folder, ctx.store.key)
    try:
        with store.read() as conn:
            with ctx.read() as live:
                assert _in_part(conn) == _in_part(live)
            assert first_break(conn.connection.driver_connection) is None
            return set(conn.exec_driver_sql("SELECT id FROM sales_order").scalars())
    finally:
        store.close()


def _in_part(conn: Connection) -> dict[str, int]:
    """How many orders have no line, no step, no payment."""
    whole = "SELECT count(*) FROM sales_order o WHERE NOT EXISTS"
    parts = ("order_line", "order_step", "payment")
    asked = {one: f"{whole} (SELECT 1 FROM {one} p WHERE p.order_id = o.id)" for one in parts}
    return {one: int(conn.exec_driver_sql(sql).scalar_one()) for one, sql in asked.items()}


@pytest.mark.timeout(5400 if PROVE else 240)
def test_a_small_shop_is_put_back_while_orders_are_taken(shop: Shop, tmp_path: Path):
    ctx = sign_in(shop.folder, "", PASSWORD)
    for n in range(CUSTOMERS):
        an_order(ctx, a_customer(ctx, f"Person Number{n}"))
    cycles(ctx, CYCLES, tmp_path)
    ctx.store.close()


@pytest.mark.skipif(not PROVE, reason="a gigabyte, fifty times: make prove")
@pytest.mark.timeout(5400)
def test_a_large_shop_is_put_back_while_orders_are_taken(tmp_path: Path):
    from tests.benchmarks.figures import big_store

    source = big_store(LARGE)
    source.store.close()
    shutil.copytree(source.store.folder, tmp_path / "large")
    ctx = sign_in(tmp_path / "large", "", "benchmark kettle sings")
    cycles(ctx, LARGE_CYCLES, tmp_path)
    ctx.store.close()
