"""Each order's sum, what is open and what is owed, kept beside the records for the reports.

One row an order that counts, in the order of their moments (`db.shop.standing_orders`), so that a
report of a year reads that year and nothing else. Kept as the customers' rows are
(`reports.standing`): named by triggers, made anew a few thousand at a time, never read old.
"""

from __future__ import annotations

from sqlalchemy import LargeBinary, column, select, table
from sqlcipher3 import dbapi2 as cipher

from db.names import FINISHED
from db.work import Work
from jewelcrm.payments.queries import dues_of
from jewelcrm.reports.kept import Queue
from jewelcrm.reports.model import Source
from jewelcrm.reports.sql import COUNTS, PAID, TOTAL

AT_ONCE = 4_000
"""Orders looked at in one transaction: a fifth of a second of a busy shop."""
AT_MOST = 12_000
"""As many are looked at while somebody waits for a report."""

_LATE_MS = 86_400_000
_LINE = "EXISTS (SELECT 1 FROM order_line d {} WHERE d.order_id = o.id AND d.archived_at IS NULL"
ODD = {
    "number-twice": (
        "EXISTS (SELECT 1 FROM sales_order x WHERE x.number = o.number AND x.id <> o.id)"
    ),
    "nothing-charged": f"o.kind <> 'repair' AND o.external_key IS NULL AND {TOTAL} <= 0",
    "big-discount": (
        f"{_LINE.format('')} AND d.discount_cents * 2 > d.amount_cents + d.discount_cents"
        " AND d.discount_cents > 0)"
    ),
    "below-metal": (
        _LINE.format("JOIN gold_rate g ON g.id = d.gold_rate_id AND g.unit IN ('gram', 'tael')")
        + " AND d.weight > 0 AND d.amount_cents > 0 AND d.amount_cents * 10000.0 <"
        " d.weight * g.buy_cents / CASE g.unit WHEN 'tael' THEN 37.429 ELSE 1 END)"
    ),
    "paid-too-much": (
        f"EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id) AND {PAID} > {TOTAL}"
    ),
    "back-dated": f"o.external_key IS NULL AND o.placed_at < o.created_at - {_LATE_MS}",
}
"""What somebody should look at, whatever the day is; each has its bit, in this order."""

BITS = {name: 1 << at for at, name in enumerate(ODD)}

_CODED = " + ".join(f"({sql}) * {BITS[name]}" for name, sql in ODD.items())
_FINISHED = ", ".join(f"'{stage}'" for stage in FINISHED)
_WHICH = "(SELECT id FROM order_dirty WHERE id <= :last)"
_BUYERS = "(SELECT id FROM buyer_dirty WHERE id <= :last)"
_FIRST = (
    "SELECT o.customer_id, min(o.placed_at) AS first_at FROM sales_order o"
    f" WHERE o.customer_id IN {_BUYERS} AND {COUNTS} GROUP BY o.customer_id"
)
_BUYERS_ANEW = (
    (
        "UPDATE sum_order SET first_at = f.first_at FROM sales_order o"
        f" JOIN ({_FIRST}) f ON f.customer_id = o.customer_id"
        " LEFT JOIN sum_buyer b ON b.customer_id = f.customer_id"
        " WHERE b.first_at IS NOT f.first_at"
        " AND sum_order.placed_at = o.placed_at AND sum_order.id = o.id"
    ),
    f"DELETE FROM sum_buyer WHERE customer_id IN {_BUYERS}",
    f"INSERT INTO sum_buyer(customer_id, first_at) {_FIRST}",
    "DELETE FROM buyer_dirty WHERE id <= :last",
)
_ORDERS_ANEW = (
    (
        "DELETE FROM sum_order WHERE (placed_at, id) IN"
        f" (SELECT o.placed_at, o.id FROM sales_order o WHERE o.id IN {_WHICH})"
    ),
    (
        "INSERT INTO sum_order(placed_at, id, customer_id, branch_id, staff_id, channel, currency,"
        " cents, lines, odd, first_at) SELECT o.placed_at, o.id, o.customer_id, o.branch_id,"
        f" o.staff_id, o.channel, o.currency, {TOTAL}, (SELECT count(*) FROM order_line l"
        f" WHERE l.order_id = o.id AND l.archived_at IS NULL), {_CODED}, b.first_at"
        " FROM sales_order o LEFT JOIN sum_buyer b ON b.customer_id = o.customer_id"
        f" WHERE o.id IN {_WHICH} AND {COUNTS}"
    ),
    f"DELETE FROM sum_open WHERE id IN {_WHICH}",
    (
        "INSERT INTO sum_open(id, number, kind, stage, stage_since, promised_on, customer_id,"
        " branch_id, staff_id, currency, cents) SELECT o.id, o.number, o.kind, o.stage,"
        " o.stage_since, o.promised_on, o.customer_id, o.branch_id, o.staff_id, o.currency,"
        f" {TOTAL} FROM sales_order o WHERE o.id IN {_WHICH} AND o.archived_at IS NULL"
        f" AND o.stage NOT IN ({_FINISHED})"
    ),
    f"DELETE FROM sum_due WHERE order_id IN {_WHICH}",
)
_DUE = (
    "INSERT INTO sum_due(id, order_id, number, kind, due_on, customer_id, branch_id, staff_id,"
    " currency, cents, owed) SELECT :id, o.id, o.number, :kind, :due_on, o.customer_id,"
    " o.branch_id, o.staff_id, :currency, :cents, :owed FROM sales_order o WHERE o.id = :order"
)
_order_dirty = table("order_dirty", column("id", LargeBinary))


def current(source: Source) -> bool:
    """True when every order's row is as its records are now."""
    (waits,) = source.rows(
        "SELECT EXISTS (SELECT 1 FROM order_dirty) OR EXISTS (SELECT 1 FROM buyer_dirty)"
    )
    return not waits[0]


def _some(work: Work) -> None:
    """First whose first order it was, then the orders themselves."""
    if (last := _last(work.raw, "buyer_dirty")) is not None:
        for statement in _BUYERS_ANEW:
            work.raw.execute(statement, {"last": last})
    if (last := _last(work.raw, "order_dirty")) is not None:
        for statement in _ORDERS_ANEW:
            work.raw.execute(statement, {"last": last})
        _dues(work, last)
        work.raw.execute("DELETE FROM order_dirty WHERE id <= :last", {"last": last})


QUEUE = Queue(
    "SELECT count(*) FROM (SELECT 1 FROM order_dirty UNION ALL SELECT 1 FROM buyer_dirty LIMIT ?)",
    AT_MOST,
    _some,
)
"""The orders, and the customers whose first order it may have been, to look at anew."""


def _last(raw: cipher.Connection, dirty: str) -> bytes | None:
    found = raw.execute(
        f"SELECT max(id) FROM (SELECT id FROM {dirty} ORDER BY id LIMIT ?)", (AT_ONCE,)
    ).fetchone()
    return found[0] if found[0] is None else bytes(found[0])


def _dues(work: Work, last: bytes) -> None:
    """By the rule that every screen uses (`payments.rules.outstanding`)."""
    which = select(_order_dirty.c.id).where(_order_dirty.c.id <= last)
    work.raw.executemany(
        _DUE,
        [
            {
                "id": due.due_id,
                "order": due.order_id,
                "kind": due.kind,
                "due_on": due.due_on.isoformat(),
                "currency": due.outstanding.currency,
                "cents": due.amount.cents,
                "owed": due.outstanding.cents,
            }
            for due in dues_of(work.conn, which)
        ],
    )
