"""The check sum of what this PC may see tells stubs of customers from whole ones."""

from __future__ import annotations

from alembic import op

from db import digest
from db.tables import NAMES

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Each scope's sum anew, where there are stubs in it."""
    conn = op.get_bind()
    for no, total in conn.exec_driver_sql("SELECT no, sum FROM sync_cursor").fetchall():
        stubs = conn.exec_driver_sql(
            "SELECT tbl, id, rev FROM sync_member WHERE scope = ? AND kind = 'S'", (no,)
        ).fetchall()
        told = digest.kinds_told(
            digest.from_text(total), [(NAMES[tbl], row_id, rev) for tbl, row_id, rev in stubs]
        )
        conn.exec_driver_sql(
            "UPDATE sync_cursor SET sum = ? WHERE no = ?", (digest.as_text(told), no)
        )
