"""Opening a customer's card and the Today page, beside one bare look at the same file."""

from __future__ import annotations

import random

from jewelcrm.customers import queries as customers
from jewelcrm.followups import queries as followups
from jewelcrm.orders import queries as orders
from tests.benchmarks.figures import Figure, big_store, percentile, times

ROUNDS = 300


def run(scale: int) -> list[dict[str, object]]:
    """Cards of random customers, p99 in wall milliseconds; Today as it is."""
    ctx = big_store(scale)
    with ctx.read() as conn:
        everyone = conn.exec_driver_sql("SELECT id FROM customer").scalars().fetchmany(200_000)
    some = random.Random(3).choices(list(everyone), k=ROUNDS)

    def card(n: int) -> None:
        customers.card(ctx, some[n])
        orders.of_customer(ctx, some[n])
        followups.of_customer(ctx, some[n])

    def bare(n: int) -> None:
        with ctx.read() as conn:
            raw = conn.connection.driver_connection
            raw.execute("SELECT * FROM customer WHERE id = ?", (some[n],)).fetchall()
            for table in ("contact_point", "sales_order", "followup", "note", "ring_size"):
                raw.execute(f"SELECT * FROM {table} WHERE customer_id = ?", (some[n],)).fetchall()

    cards, bares = times(card, ROUNDS), times(bare, ROUNDS)
    today = times(lambda _: followups.today(ctx), 20)
    ctx.store.close()
    return [
        Figure("card opened, p50", percentile(cards, 0.5), percentile(bares, 0.5), 50, "ms").row(),
        Figure(
            "card opened, p99", percentile(cards, 0.99), percentile(bares, 0.99), 50, "ms"
        ).row(),
        Figure("Today page read, p50", percentile(today, 0.5), None, 50, "ms").row(),
    ]
