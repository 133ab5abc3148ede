"""Pieces of SQL that several reports share, so that a sale is the same thing in all of them."""

from __future__ import annotations

from collections.abc import Iterable

COUNTS = "o.archived_at IS NULL AND o.stage NOT IN ('draft', 'cancelled')"
"""An order that counts: confirmed, not cancelled, not put away."""

PLACED = (
    "o.placed_at >= :start AND o.placed_at < :end AND (:branch IS NULL OR o.branch_id = :branch)"
)
"""Orders of the period and the asked branch."""

SOLD = f"{COUNTS} AND o.currency = :currency AND {PLACED}"
"""An order of the period that counts, in the report's currency."""

LINES = "FROM sales_order o JOIN order_line l ON l.order_id = o.id AND l.archived_at IS NULL"

TOTAL = (
    "(SELECT coalesce(sum(l.amount_cents), 0) FROM order_line l"
    " WHERE l.order_id = o.id AND l.archived_at IS NULL)"
)
"""What an order's lines come to."""

HAS_LINES = "EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.archived_at IS NULL)"
"""Something was ordered: an order without a line is no sale."""

PAID = "(SELECT coalesce(sum(p.amount_cents), 0) FROM payment p WHERE p.order_id = o.id)"
"""What an order's ledger comes to, refunds taken off."""

OTHER_ORDERS = (
    f"SELECT o.currency, count(*) FROM sales_order o WHERE {COUNTS} AND o.currency <> :currency"
    f" AND {PLACED} GROUP BY o.currency ORDER BY o.currency"
)
"""Orders of the period in another currency than the report's."""


OTHER_ORDERS_KEPT = (
    "SELECT o.currency, count(*) FROM sum_order o WHERE o.currency <> :currency"
    f" AND {PLACED} GROUP BY o.currency ORDER BY o.currency"
)
"""The same from the rows kept for the reports (`reports.standing_orders`)."""


def quoted(words: Iterable[str]) -> str:
    """Words of our own as a list in SQL."""
    return ", ".join(f"'{word}'" for word in sorted(words))


def here(table: str) -> str:
    """Rows of the asked branch, or of all."""
    return f"(:branch IS NULL OR {table}.branch_id = :branch)"


def in_period(column: str) -> str:
    """Moments of the asked period."""
    return f"{column} >= :start AND {column} < :end"


def person(table: str) -> str:
    """A name to print: as it is in Latin letters, and in Chinese behind it."""
    return f"trim(coalesce({table}.name, '') || ' ' || coalesce({table}.name_zh, ''))"


def branch_name(table: str) -> str:
    """A branch to print: code, name in the report's language, and that it is closed when it is."""
    name = f"coalesce(CASE WHEN :chinese THEN nullif({table}.name_zh, '') END, {table}.name)"
    closed = f"CASE WHEN {table}.archived_at IS NULL THEN '' ELSE ' †' END"
    return f"{table}.code || ' ' || {name} || {closed}"
