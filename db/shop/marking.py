"""Naming what is old now: days whose sums, orders and customers whose kept rows must be made anew.

The same words for both ways: `mark` reads what a person's unit of work captured; the triggers of
`db.shop.reporting` and `db.shop.standing_orders` say them of head office's rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlcipher3 import dbapi2 as cipher

from db.shop.captured import LINE, ORDER, PAYMENT, Captured
from db.types import Id

COUNTS_NOT = ("draft", "cancelled")
"""Stages of an order that is nobody's first."""

DATED: Mapping[str, tuple[str, ...]] = {
    ORDER: (
        "placed_at",
        "branch_id",
        "staff_id",
        "channel",
        "kind",
        "currency",
        "stage",
        "archived_at",
    ),
    PAYMENT: ("taken_at", "branch_id", "staff_id", "method", "kind", "currency", "amount_cents"),
}
"""What is summed up by its own day: its moment first, then whatever else a sum depends on."""

SUMMED = ("order_id", "product_id", "quantity", "amount_cents", "archived_at")
"""What a sum depends on of a line, which counts on the day of its order."""

DAY_MS = 86_400_000
_ONCE = " ON CONFLICT DO NOTHING;"


def day(moment: str) -> str:
    """A day's sums are old."""
    return f"INSERT INTO sum_dirty(day) VALUES ({moment} / {DAY_MS}){_ONCE}"


def day_of(order: str) -> str:
    """The sums of an order's day are old."""
    return (
        f"INSERT INTO sum_dirty(day) SELECT placed_at / {DAY_MS} FROM sales_order"
        f" WHERE id = {order}{_ONCE}"
    )


def order(key: str) -> str:
    """An order's kept rows are old."""
    return f"INSERT INTO order_dirty(id) VALUES ({key}){_ONCE}"


def namesakes(number: str, key: str) -> str:
    """So are those of every other order with the same number."""
    return (
        "INSERT INTO order_dirty(id) SELECT x.id FROM sales_order x"
        f" WHERE x.number = {number} AND x.id <> {key}{_ONCE}"
    )


def buyer(customer: str) -> str:
    """A customer's first order may be another one."""
    return f"INSERT INTO buyer_dirty(id) SELECT {customer} WHERE {customer} IS NOT NULL{_ONCE}"


def first_buyer(customer: str, placed_at: str) -> str:
    """The same when an order was added: only one earlier than all others can be her first."""
    return (
        f"INSERT INTO buyer_dirty(id) SELECT {customer} WHERE {customer} IS NOT NULL"
        f" AND NOT EXISTS (SELECT 1 FROM sum_buyer b WHERE b.customer_id = {customer}"
        f" AND b.first_at <= {placed_at}){_ONCE}"
    )


_BUYER_NOW = "SELECT customer_id FROM sales_order WHERE id = ?"
_MOVED = "DELETE FROM sum_order WHERE placed_at = ? AND id = ?"


def mark(raw: cipher.Connection, found: Sequence[Captured]) -> None:
    """Name what a person's unit of work makes old; `found`: what it captured."""
    orders = [one for one in found if one.table == ORDER]
    keys = sorted({key for one in found for key in _orders_of(raw, one)})
    raw.executemany(order("?1"), [(key,) for key in keys])
    _mark_days(raw, found, new={one.id for one in orders if one.new})
    for one in orders:
        for number in one.values("number"):
            raw.execute(namesakes("?1", "?2"), (number, one.id))
        _mark_buyers(raw, one)


def _orders_of(raw: cipher.Connection, one: Captured) -> Iterator[Id]:
    """The order of a captured row, and the one that a part was moved from."""
    if one.table == ORDER:
        yield one.id
        return
    yield from one.keys("order_id")
    if not one.new:
        yield from raw.execute(
            f"SELECT order_id FROM {one.table} WHERE id = ?", (one.id,)
        ).fetchone()


def _mark_days(raw: cipher.Connection, found: Sequence[Captured], new: set[Id]) -> None:
    """Days of rows with a moment of their own, and of the orders whose lines have changed."""
    moments = {
        moment
        for one in found
        if one.table in DATED and one.changes(DATED[one.table])
        for moment in one.values(DATED[one.table][0])
    }
    raw.executemany(day("?1"), [(moment,) for moment in moments])
    orders = {key for one in found if _counts(one) for key in _orders_of(raw, one)}
    raw.executemany(day_of("?1"), [(key,) for key in orders - new])


def _counts(one: Captured) -> bool:
    """True when the sums of an order's day are other ones now."""
    watched = {ORDER: DATED[ORDER], LINE: SUMMED}.get(one.table)
    return watched is not None and one.changes(watched)


def _mark_buyers(raw: cipher.Connection, one: Captured) -> None:
    """Whose first order it may be; a step within the work changes nobody's."""
    customers = list(one.keys("customer_id"))
    if one.new:
        for customer in customers:
            raw.execute(first_buyer("?1", "?2"), (customer, one.cols["placed_at"]))
        return
    if "placed_at" in one.old:
        raw.execute(_MOVED, (one.old["placed_at"], one.id))
    counted = not set(COUNTS_NOT).isdisjoint(one.values("stage"))
    if counted or one.changes(("placed_at", "customer_id", "archived_at")):
        customers += raw.execute(_BUYER_NOW, (one.id,)).fetchone()
        raw.executemany(buyer("?1"), [(customer,) for customer in customers])
