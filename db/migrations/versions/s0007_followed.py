"""What follows from a sale is read from what was captured of it, no longer named by triggers."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """No table changes: every step ends with today's triggers (`db.migrations.shop`)."""
