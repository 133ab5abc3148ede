"""Pieces of SQL that several reports share, so that a sale is the same thing in all of them."""

from __future__ import annotations

SOLD = (
    "o.archived_at IS NULL AND o.stage NOT IN ('draft', 'cancelled')"
    " AND o.currency = :currency AND o.placed_at >= :start AND o.placed_at < :end"
    " AND (:branch IS NULL OR o.branch_id = :branch)"
)
"""An order of the period that counts: confirmed, not cancelled, in the report's currency."""

LINES = "FROM sales_order o JOIN order_line l ON l.order_id = o.id AND l.archived_at IS NULL"

TOTAL = (
    "(SELECT coalesce(sum(l.amount_cents), 0) FROM order_line l"
    " WHERE l.order_id = o.id AND l.archived_at IS NULL)"
)
"""What an order's lines come to."""

PAID = "(SELECT coalesce(sum(p.amount_cents), 0) FROM payment p WHERE p.order_id = o.id)"
"""What an order's ledger comes to, refunds taken off."""

HALF_HOUR = 1_800_000
"""Milliseconds. Every zone's midnight falls on a half hour or, rarely, a quarter of one."""


def here(table: str) -> str:
    """Rows of the asked branch, or of all."""
    return f"(:branch IS NULL OR {table}.branch_id = :branch)"


def in_period(column: str) -> str:
    """Moments of the asked period."""
    return f"{column} >= :start AND {column} < :end"


def person(table: str) -> str:
    """A name to print: as it is in Latin letters, and in Chinese behind it."""
    return f"trim(coalesce({table}.name, '') || ' ' || coalesce({table}.name_zh, ''))"


OTHER_CURRENCIES = (
    "SELECT o.currency, count(*) FROM sales_order o WHERE o.archived_at IS NULL"
    " AND o.stage NOT IN ('draft', 'cancelled') AND o.currency <> :currency"
    f" AND {in_period('o.placed_at')} AND {here('o')} GROUP BY o.currency ORDER BY o.currency"
)
"""What of the period is in another currency than the report."""
