"""What a PC keeps of its orders for its reports, and how each customer may be reached."""

from __future__ import annotations

from db.migrations.frozen import s0006_local

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Only what this PC keeps for itself."""
    s0006_local.upgrade()
