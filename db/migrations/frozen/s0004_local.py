"""What a PC keeps for its reports, as the release with the manager's room made it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.columns import Instant


def upgrade() -> None:
    """Add the sums, the book of files, and what is prepared."""
    _sums()
    _extraction()
    _subscriptions()


def _sums() -> None:
    op.create_table(
        "sum_dirty",
        sa.Column("day", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("day", name="pk_sum_dirty"),
    )
    op.create_table(
        "sum_state",
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("zone", name="pk_sum_state"),
        sqlite_with_rowid=False,
    )
    for name, more in (("sum_sales", ()), ("sum_category", ("category",))):
        figures = (_number(one) for one in ("orders", "quantity", "gross", "returns"))
        labels = (sa.Column(one, sa.Text()) for one in ("channel", "kind"))
        currency = sa.Column("currency", sa.Text(), nullable=False)
        others = (sa.Column(one, sa.Text()) for one in more)
        _by_day(name, *labels, currency, *others, *figures)
    texts = (sa.Column(one, sa.Text(), nullable=False) for one in ("method", "kind", "currency"))
    _by_day("sum_takings", *texts, *(_number(one) for one in ("entries", "taken", "back")))


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _by_day(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.LargeBinary()),
        sa.Column("staff_id", sa.LargeBinary()),
        *columns,
        sa.PrimaryKeyConstraint("n", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_day", name, ["day"])


def _extraction() -> None:
    op.create_table(
        "extraction",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("actor", sa.LargeBinary(16), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("second", sa.LargeBinary(16)),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("form", sa.String(12), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("personal", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_extraction"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_extraction_day", "extraction", ["day", "actor"])


def _subscriptions() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("staff_id", sa.LargeBinary(16), nullable=False),
        sa.Column("report", sa.String(40), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("every", sa.String(10), nullable=False),
        sa.Column("deliver", sa.String(10), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant()),
        sa.PrimaryKeyConstraint("id", name="pk_subscription"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "prepared",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("subscription", sa.LargeBinary(16), nullable=False),
        sa.Column("turn", sa.String(10), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("personal", sa.Integer(), nullable=False),
        sa.Column("paper", sa.LargeBinary()),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("printed_at", Instant()),
        sa.Column("read_at", Instant()),
        sa.Column("read_by", sa.LargeBinary(16)),
        sa.PrimaryKeyConstraint("id", name="pk_prepared"),
        sqlite_with_rowid=False,
    )
    op.create_index("ux_prepared_turn", "prepared", ["subscription", "turn"], unique=True)
