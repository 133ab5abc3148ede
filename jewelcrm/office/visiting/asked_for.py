"""Which people are to be erased and have not been everywhere yet; whose contacts a file brings."""

from __future__ import annotations

import json

from sqlalchemy import select

from db.office import tables
from db.office.work import OfficeWork
from db.tables.customers import customer
from db.tables.people import staff
from db.types import Id, to_millis
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.service import Office
from jewelcrm.office.visiting.acting import Asker, asker, refuse, run
from jewelcrm.office.visiting.erasing import erased_before
from jewelcrm.office.visiting.owing import Open, everything
from jewelcrm.wire.visiting import (
    MOST_CONTACTS,
    ErasedAnswer,
    ErasedAsk,
    ErasureLine,
    ErasuresAnswer,
    ErasuresAsk,
)


def erasures(office: Office, device: Id, ask: ErasuresAsk) -> ErasuresAnswer:
    """Requests that wait for a second person, then erasures that PCs have still to confirm.

    Raises:
        Refusal: `denied`.
    """
    now = office.now()

    def act(work: OfficeWork) -> ErasuresAnswer:
        asking = asker(work, device, ask.actor, "privacy.erase", now)
        owed = {one.customer_id: one for one in everything(work) if one.missing}
        return ErasuresAnswer([*_waiting(work, asking.id), *_owed(work, owed)])

    return run(office, act)


MOST_A_DAY = 400_000
"""So many contacts a PC may ask about in a day: a few large files."""
KINDS = ("phone", "email")


def erased(office: Office, device: Id, ask: ErasedAsk) -> ErasedAnswer:
    """The positions of the contacts that erased people had.

    Raises:
        Refusal: `denied`, `limit`; `bad_request` for what is no contact, or too many at once.
    """
    contacts = [(one[0], one[1]) for one in ask.contacts if len(one) == 2 and one[0] in KINDS]
    if len(contacts) != len(ask.contacts) or len(contacts) > MOST_CONTACTS:
        raise Refusal("bad_request")
    now = office.now()

    def act(work: OfficeWork) -> ErasedAnswer:
        asking = asker(work, device, ask.actor, "imports.run", now)
        _count(work, asking, len(contacts))
        known = erased_before(work, contacts)
        asking.audit(work, None, about=f"erased? {len(contacts)}")
        return ErasedAnswer([n for n, one in enumerate(contacts) if one in known])

    return run(office, act)


def _count(work: OfficeWork, asking: Asker, contacts: int) -> None:
    """Nobody tries all the numbers there are."""
    key, day = f"erased.asked:{asking.device.id.hex()}", asking.now // 86_400_000
    rows = work.port.pick(tables.setting, ("value",), [(key,)])
    before, so_far = json.loads(rows[0][0]) if rows else (day, 0)
    total = contacts + (so_far if before == day else 0)
    if total > MOST_A_DAY:
        raise refuse(work, asking, None, "limit")
    work.port.put(tables.setting, [(key, json.dumps([day, total]))])


def _waiting(work: OfficeWork, me: Id) -> list[ErasureLine]:
    case, who = tables.erasure_case.c, staff.c
    rows = work.conn.execute(
        select(case.customer_id, case.asked_at, case.asked_by, who.name, customer.c.number)
        .outerjoin(staff, who.id == case.asked_by)
        .outerjoin(customer, customer.c.id == case.customer_id)
        .where(case.done_at.is_(None))
        .order_by(case.asked_at)
    )
    return [
        ErasureLine(
            customer_id=row.customer_id.hex(),
            number=row.number or "",
            asked=to_millis(row.asked_at),
            by=row.name or "",
            mine=row.asked_by == me,
        )
        for row in rows
    ]


def _owed(work: OfficeWork, owed: dict[Id, Open]) -> list[ErasureLine]:
    case, who = tables.erasure_case.c, staff.c
    rows = work.conn.execute(
        select(case.customer_id, case.asked_at, case.done_at, who.name)
        .outerjoin(staff, who.id == case.asked_by)
        .where(case.customer_id.in_(list(owed)))
        .order_by(case.done_at)
    )
    return [
        ErasureLine(
            customer_id=row.customer_id.hex(),
            number="",
            asked=to_millis(row.asked_at),
            by=row.name or "",
            done=to_millis(row.done_at),
            pcs=len(owed[row.customer_id].words),
            missing=[word.pc for word in owed[row.customer_id].missing],
        )
        for row in rows
    ]
