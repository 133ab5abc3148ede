"""What an act is proved with: sessions, persons' own keys, stamps, as that release made them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.columns import Instant


def upgrade() -> None:
    """Add what proves who did what on this PC."""
    op.create_table(
        "session",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("staff_id", sa.LargeBinary(16), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("public", sa.LargeBinary(32), nullable=False),
        sa.Column("private", sa.LargeBinary(32)),
        sa.Column("person_key", sa.LargeBinary(32), nullable=False),
        sa.Column("sig", sa.LargeBinary(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_session_staff_id", "session", ["staff_id", "begun_at"])
    op.create_table(
        "person_key",
        sa.Column("staff_id", sa.LargeBinary(16), nullable=False),
        sa.Column("public", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name="pk_person_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "act_stamp",
        sa.Column("tx", sa.LargeBinary(16), nullable=False),
        sa.Column("session", sa.LargeBinary(16), nullable=False),
        sa.Column("sig", sa.LargeBinary(64), nullable=False),
        sa.PrimaryKeyConstraint("tx", name="pk_act_stamp"),
        sqlite_with_rowid=False,
    )
