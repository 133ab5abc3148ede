"""Spoken consents whose written confirmation is due (Cap. 486 s.35E)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, exists, or_, select

from db.tables.customers import consent, customer
from jewelcrm.access.doors import query

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context


@dataclass(frozen=True, slots=True)
class ConfirmationDue:
    """A customer whose spoken yes nobody has confirmed in writing; `due` is the first day."""

    customer_id: Id
    number: str
    name: str
    name_zh: str | None
    due: dt.date
    consent_ids: tuple[Id, ...]


@query("customers.view")
def confirmations_due(ctx: Context, *, until: dt.date | None = None) -> list[ConfirmationDue]:
    """Everybody to whom a written confirmation must go (by `until`), the most urgent first."""
    wanted = _NAMED if until is None else _NAMED.where(consent.c.confirm_due <= until)
    found: dict[Id, list[Any]] = {}
    with ctx.read() as conn:
        for row in conn.execute(wanted):
            found.setdefault(row.customer_id, []).append(row)
    return [_due(rows) for rows in found.values()]


def _due(rows: list[Any]) -> ConfirmationDue:
    first = rows[0]
    known = tuple(row.id for row in rows)
    return ConfirmationDue(
        first.customer_id, first.number, first.name, first.name_zh, first.confirm_due, known
    )


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


_NAMED = (
    unconfirmed(
        consent.c.id,
        consent.c.confirm_due,
        consent.c.customer_id,
        customer.c.number,
        customer.c.name,
        customer.c.name_zh,
    )
    .join(customer, customer.c.id == consent.c.customer_id)
    .where(customer.c.archived_at.is_(None), customer.c.merged_into.is_(None))
    .order_by(consent.c.confirm_due, consent.c.id)
)
