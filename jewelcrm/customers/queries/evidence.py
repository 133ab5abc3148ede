"""The evidence of one consent, to be printed again: who, what, when, how, and which words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.tables.customers import consent, customer
from db.tables.people import staff
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.customers.model import ConsentEntry
from jewelcrm.customers.rules.notices import notice
from jewelcrm.errors import CanFix

_ENTRY = (
    *("id", "purpose", "channel", "subject_class", "state", "source", "notice_version"),
    *("notice_language", "obtained_at", "obtained_by", "confirm_due", "witness"),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of the consent ledger with the words it was given to.

    `answered_at` is by the clock of the shop, `shop` its name in both languages.
    """

    shop: str
    number: str
    name: str
    name_zh: str | None
    asked_by: str
    asked_by_zh: str
    answered_at: dt.datetime
    wording: str
    entry: ConsentEntry


@query("customers.view")
def consent_evidence(ctx: Context, consent_id: Id) -> Evidence:
    """What proves a consent or a refusal.

    Raises:
        CanFix: there is no such answer.
    """
    with ctx.read() as conn:
        row = conn.execute(_FOUND.where(consent.c.id == consent_id)).mappings().first()
    if row is None:
        raise CanFix("This answer is not here. Look at the card again.")
    return Evidence(
        shop=" ".join(filter(None, (ctx.branch.name, ctx.branch.name_zh))),
        number=row["number"],
        name=row["name"],
        name_zh=row["name_zh"],
        asked_by=row["asked_by"] or "",
        asked_by_zh=row["asked_by_zh"] or "",
        answered_at=row["obtained_at"].astimezone(ctx.zone()),
        wording=notice(row["notice_language"], row["notice_version"]),
        entry=ConsentEntry(**{name: row[name] for name in _ENTRY}),
    )


_FOUND = (
    select(
        *(consent.c[name] for name in _ENTRY),
        customer.c.number,
        customer.c.name,
        customer.c.name_zh,
        staff.c.name.label("asked_by"),
        staff.c.name_zh.label("asked_by_zh"),
    )
    .select_from(consent)
    .join(customer, customer.c.id == consent.c.customer_id)
    .outerjoin(staff, staff.c.id == consent.c.obtained_by)
)
