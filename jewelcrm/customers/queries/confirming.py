"""Spoken consents whose written confirmation is due (Cap. 486 s.35E)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Select

UNCONFIRMED = (
    "consent.confirm_due IS NOT NULL AND consent.state = 'consented' AND NOT EXISTS ("
    "SELECT 1 FROM consent later WHERE later.customer_id = consent.customer_id"
    " AND later.purpose = consent.purpose AND later.channel IN ('all', consent.channel)"
    " AND later.subject_class IN ('all', consent.subject_class)"
    " AND (later.obtained_at > consent.obtained_at"
    " OR later.obtained_at = consent.obtained_at AND later.id > consent.id))"
)
"""SQL: a spoken consent that still decides, as nothing later covers what it covers.

The same rule as `rules.consent.deciding_entry`, over everybody at once by the index on days.
"""


def unconfirmed(*columns: Any) -> Select[Any]:
    """These columns of such consents."""
    from sqlalchemy import select, text

    return select(*columns).where(text(UNCONFIRMED))
