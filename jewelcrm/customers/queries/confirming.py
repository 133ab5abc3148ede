"""Spoken consents whose written confirmation is due (Cap. 486 s.35E)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, exists, or_, select

from db.tables.customers import consent


def unconfirmed(*columns: Any) -> Select[Any]:
    """Spoken consents that still decide: nothing later covers what they cover.

    The same rule as `rules.consent.deciding_entry`, over everybody at once by the index on days.
    """
    c, later = consent.c, consent.alias("later")
    after = or_(
        later.c.obtained_at > c.obtained_at,
        and_(later.c.obtained_at == c.obtained_at, later.c.id > c.id),
    )
    answered = exists(later.c.id).where(
        later.c.customer_id == c.customer_id,
        later.c.purpose == c.purpose,
        later.c.channel.in_(("all", c.channel)),
        later.c.subject_class.in_(("all", c.subject_class)),
        after,
    )
    return select(*columns).where(c.confirm_due.is_not(None), c.state == "consented", ~answered)
