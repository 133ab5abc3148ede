"""What a PC keeps of its customers for its reports, as the release with targets made it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the tables; every customer waits to be looked at."""
    key = sa.LargeBinary(16)
    op.create_table(
        "customer_dirty",
        sa.Column("id", key, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer_dirty"),
        sqlite_with_rowid=False,
    )
    texts = ("tier", "district", "gender", "language", "source")
    op.create_table(
        "sum_customer",
        sa.Column("id", key, nullable=False),
        sa.Column("faults", sa.Integer(), nullable=False),
        sa.Column("touched", sa.BigInteger(), nullable=False),
        sa.Column("born", sa.Integer()),
        sa.Column("branch_id", sa.LargeBinary()),
        sa.Column("owner_id", sa.LargeBinary()),
        *(sa.Column(name, sa.Text()) for name in texts),
        sa.PrimaryKeyConstraint("id", name="pk_sum_customer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sum_occasion",
        sa.Column("customer_id", key, nullable=False),
        sa.Column("id", key, nullable=False),
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer()),
        sa.Column("leap_month", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("branch_id", sa.LargeBinary()),
        sa.Column("owner_id", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("customer_id", "id", name="pk_sum_occasion"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_sum_occasion_day",
        "sum_occasion",
        ["calendar", "month", "day", "leap_month", "kind", "branch_id", "owner_id"],
    )
    op.execute("INSERT INTO customer_dirty(id) SELECT id FROM customer")
