"""Which people are to be erased and have not been everywhere yet, for who may erase."""

from __future__ import annotations

from sqlalchemy import select

from db.office import tables
from db.office.work import OfficeWork
from db.tables.customers import customer
from db.tables.people import staff
from db.types import Id, to_millis
from jewelcrm.office.service import Office
from jewelcrm.office.visiting.acting import asker, run
from jewelcrm.office.visiting.owing import Open, everything
from jewelcrm.wire.visiting import ErasureLine, ErasuresAnswer, ErasuresAsk


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
