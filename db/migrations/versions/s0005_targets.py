"""Targets of a branch, and what a PC keeps of its customers for its reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.columns import Instant, Key
from db.migrations.frozen import s0005_local

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "target",
        sa.Column("id", Key(), nullable=False),
        sa.Column("branch_id", Key()),
        sa.Column("measure", sa.String(20), nullable=False),
        sa.Column("monthly", sa.BigInteger(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("updated_at", Instant(), nullable=False),
        sa.Column("archived_at", Instant()),
        sa.Column("rev", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sqlite_with_rowid=False,
    )
    s0005_local.upgrade()
