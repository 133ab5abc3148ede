"""What only an enrolled PC keeps, as the release with head office made it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.columns import Instant


def upgrade() -> None:
    """Add what the sync keeps on a PC."""
    _changes()
    _head_office()
    _copies()


def _changes() -> None:
    op.add_column("change", sa.Column("pushed_n", sa.Integer()))
    op.add_column("change", sa.Column("pushed_at", Instant()))
    pending = sa.text("pushed_at IS NULL")
    op.create_index("ix_change_pending", "change", ["n"], sqlite_where=pending)
    for name in ("acked_n", "req"):
        number = sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0"))
        op.add_column("sync_state", number)


def _head_office() -> None:
    op.create_table(
        "head_office",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("server", sa.LargeBinary(16), nullable=False),
        sa.Column("ca", sa.Text(), nullable=False),
        sa.Column("office_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_key", sa.LargeBinary(32), nullable=False),
        sa.Column("seal_key", sa.LargeBinary(32), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("enrolled_at", Instant(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=False),
        sa.Column("last_contact", Instant()),
        sa.Column("last_full", Instant()),
        sa.CheckConstraint("one = 1", name="one"),
        sa.PrimaryKeyConstraint("one", name="pk_head_office"),
    )


def _copies() -> None:
    op.create_table(
        "sync_cursor",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(60), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("sum", sa.String(32), nullable=False),
        sa.Column("mask", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("until", Instant()),
        sa.Column("stage", sa.Text()),
        sa.PrimaryKeyConstraint("no", name="pk_sync_cursor"),
        sa.UniqueConstraint("scope", name="uq_sync_cursor_scope"),
    )
    op.create_table(
        "sync_member",
        sa.Column("scope", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(1), nullable=False),
        sa.PrimaryKeyConstraint("scope", "tbl", "id", name="pk_sync_member"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sync_member_row", "sync_member", ["tbl", "id"])
    op.create_table(
        "sync_shadow",
        sa.Column("tbl", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("image", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tbl", "id", name="pk_sync_shadow"),
        sqlite_with_rowid=False,
    )
