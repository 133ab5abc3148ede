"""Head office: what the sync keeps, what people must look at, and shared customers."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.columns import Instant, Key
from db.migrations.frozen import s0002_local

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of head office's word."""
    _conflict()
    _quarantine()
    _notice()
    _customer_share()
    s0002_local.upgrade()


def _record(name: str, *items: Any) -> None:
    op.create_table(
        name,
        sa.Column("id", Key(), nullable=False),
        sa.Column("branch_id", Key()),
        *items,
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("updated_at", Instant(), nullable=False),
        sa.Column("archived_at", Instant()),
        sa.Column("rev", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )


def _ref(table: str, name: str, target: str, *, nullable: bool = True) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{name}")
    return sa.Column(name, Key(), key, nullable=nullable)


def _index(table: str, *columns: str, where: str | None = None) -> None:
    only: dict[str, Any] = (
        {}
        if where is None
        else {"sqlite_where": sa.text(where), "postgresql_where": sa.text(where)}
    )
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns), **only)


def _conflict() -> None:
    _record(
        "conflict",
        sa.Column("other_branch_id", Key()),
        sa.Column("tbl", sa.String(40), nullable=False),
        sa.Column("row_id", Key(), nullable=False),
        sa.Column("customer_id", Key()),
        sa.Column("column", sa.String(60), nullable=False),
        sa.Column("kept", sa.Text()),
        sa.Column("kept_by", Key()),
        sa.Column("kept_at", Instant()),
        sa.Column("lost", sa.Text()),
        sa.Column("lost_by", Key()),
        sa.Column("lost_at", Instant()),
        sa.Column("why", sa.String(20), nullable=False),
        sa.Column("must_review", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
    )
    _index("conflict", "customer_id", where="customer_id IS NOT NULL")
    _index("conflict", "row_id")
    _index("conflict", "state", "branch_id")


def _quarantine() -> None:
    _record(
        "quarantine",
        sa.Column("tx", Key(), nullable=False),
        sa.Column("pc", Key(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("actor", Key(), nullable=False),
        sa.Column("happened_at", Instant(), nullable=False),
        sa.Column("why", sa.String(20), nullable=False),
        sa.Column("detail", sa.String(120)),
        sa.Column("customer_id", Key()),
        sa.Column("ops", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
    )
    _index("quarantine", "customer_id", where="customer_id IS NOT NULL")
    _index("quarantine", "state", "branch_id")
    _index("quarantine", "tx")


def _notice() -> None:
    _record(
        "notice",
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("subject_id", Key()),
        sa.Column("customer_id", Key()),
        sa.Column("params", sa.Text()),
        sa.Column("happened_at", Instant(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
    )
    _index("notice", "customer_id", where="customer_id IS NOT NULL")
    _index("notice", "state", "branch_id")


def _customer_share() -> None:
    _record(
        "customer_share",
        _ref("customer_share", "customer_id", "customer", nullable=False),
        sa.Column("reason", sa.String(300)),
    )
    _index("customer_share", "customer_id")
