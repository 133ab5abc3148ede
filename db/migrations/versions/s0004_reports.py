"""Reports: what departments may see, sums by day, what left as files, and what was prepared."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.columns import Instant, Key
from db.migrations.frozen import s0004_local

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of the manager's room."""
    staff = sa.ForeignKey("staff.id", name="fk_department_member_staff_id")
    department = ("department", sa.String(20))
    _record(
        "report_grant",
        sa.Column(*department, nullable=False),
        sa.Column("report", sa.String(40), nullable=False),
        sa.Column("detail", sa.String(40), nullable=False),
    )
    op.create_index("ix_report_grant_department", "report_grant", ["department"])
    _record(
        "department_member",
        sa.Column(*department, nullable=False),
        sa.Column("staff_id", Key(), staff, nullable=False),
    )
    op.create_index("ix_department_member_staff_id", "department_member", ["staff_id"])
    s0004_local.upgrade()


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
