"""The first counter: customers, orders, payments, follow-ups on one PC."""

from __future__ import annotations

from alembic import op

from db.migrations.shop import renew_triggers
from db.shop import search
from db.shop.local import local
from db.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and trigger of the first release."""
    conn = op.get_bind()
    metadata.create_all(conn, checkfirst=False)
    local.create_all(conn, checkfirst=False)
    for statement in search.DDL:
        conn.exec_driver_sql(statement)
    renew_triggers(conn)
