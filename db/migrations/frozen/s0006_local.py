"""What a PC keeps of its orders for its reports, as the release after the targets made it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the tables; every order and every customer waits to be looked at."""
    for name in ("order_dirty", "buyer_dirty"):
        _keyed(name, sa.Column("id", sa.LargeBinary(16), nullable=False), key=("id",))
    _keyed(
        "sum_buyer",
        sa.Column("customer_id", sa.LargeBinary(16), nullable=False),
        _number("first_at"),
        key=("customer_id",),
    )
    _orders()
    _customers()
    op.execute("INSERT INTO order_dirty(id) SELECT id FROM sales_order")
    op.execute(  # "+": through the index on customers, every order is fetched from somewhere else
        "INSERT INTO sum_buyer(customer_id, first_at) SELECT customer_id, min(placed_at)"
        " FROM sales_order WHERE +customer_id IS NOT NULL AND archived_at IS NULL"
        " AND stage NOT IN ('draft', 'cancelled') GROUP BY +customer_id"
    )
    op.execute(
        "INSERT INTO customer_dirty(id) SELECT id FROM customer WHERE 1 ON CONFLICT DO NOTHING"
    )


def _orders() -> None:
    _keyed(
        "sum_order",
        _number("placed_at"),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        *_whose(),
        _text("channel"),
        _text("currency"),
        _number("cents"),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("odd", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.BigInteger()),
        key=("placed_at", "id"),
    )
    _keyed(
        "sum_open",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        _text("number"),
        _text("kind"),
        _text("stage"),
        _number("stage_since"),
        sa.Column("promised_on", sa.Text()),
        *_whose(),
        _text("currency"),
        _number("cents"),
        key=("id",),
    )
    _keyed(
        "sum_due",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("order_id", sa.LargeBinary(), nullable=False),
        _text("number"),
        sa.Column("kind", sa.String(12), nullable=False),
        _text("due_on"),
        *_whose(),
        _text("currency"),
        _number("cents"),
        _number("owed"),
        key=("id",),
    )
    op.create_index("ix_sum_due_order_id", "sum_due", ["order_id"])


def _customers() -> None:
    """Made anew with two columns more; nothing in it is anybody's word."""
    texts = ("tier", "district", "gender", "language", "source")
    op.drop_table("sum_customer")
    _keyed(
        "sum_customer",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("faults", sa.Integer(), nullable=False),
        sa.Column("touched", sa.BigInteger(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer()),
        sa.Column("born", sa.Integer()),
        sa.Column("branch_id", sa.LargeBinary()),
        sa.Column("owner_id", sa.LargeBinary()),
        *(sa.Column(name, sa.Text()) for name in texts),
        key=("id",),
    )
    op.create_table(
        "sum_told",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_sum_told"),
    )
    op.create_index("ux_sum_told", "sum_told", ["told"], unique=True)


def _keyed(name: str, *columns: sa.Column[Any], key: tuple[str, ...]) -> None:
    made = sa.PrimaryKeyConstraint(*key, name=f"pk_{name}")
    op.create_table(name, *columns, made, sqlite_with_rowid=False)


def _whose() -> tuple[sa.Column[Any], ...]:
    return tuple(
        sa.Column(name, sa.LargeBinary()) for name in ("customer_id", "branch_id", "staff_id")
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)
