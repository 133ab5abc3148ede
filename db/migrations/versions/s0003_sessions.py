"""Who did what can be proved: sessions signed by persons, acts stamped in them."""

from __future__ import annotations

from db.migrations.frozen import s0003_local

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of sessions."""
    s0003_local.upgrade()
