"""Looking another branch's customer up: an exact question, a card that reaches nobody.

What was asked is kept nowhere but as a keyed hash. A card's ticket opens the customer for the
person and PC that asked, once, within ten minutes (sync.md 2.7).
"""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import select

from db.office import tables
from db.office.kinds import Row
from db.office.work import OfficeWork
from db.tables.orders import sales_order
from db.types import Id, from_millis
from jewelcrm.office.images import initials
from jewelcrm.office.merging.keys import key_in
from jewelcrm.office.service import Office
from jewelcrm.office.visiting import limits
from jewelcrm.office.visiting.acting import Asker, asker, run
from jewelcrm.office.visiting.keys import PHONES, Question, answers, candidates, question_of
from jewelcrm.orders.rules.stages import OPEN_STAGES
from jewelcrm.wire.visiting import Card, LookupAnswer, LookupAsk

TICKET_MS = 10 * 60_000
MOST_CARDS = 10


def lookup(office: Office, device: Id, ask: LookupAsk) -> LookupAnswer:
    """The masked cards of whoever is exactly that.

    Raises:
        Refusal: `denied`, `limit`, or `bad_request` for what is no exact question.
    """
    question, now = question_of(ask), office.now()

    def act(work: OfficeWork) -> LookupAnswer:
        asking = asker(work, device, ask.actor, "customers.lookup", now)
        return _answer(work, asking, question)

    return run(office, act)


def _answer(work: OfficeWork, asking: Asker, question: Question) -> LookupAnswer:
    left = limits.allowed(work, asking)
    hashed, found = candidates(work, question)
    customers, contacts = _now(work, found, question)
    limits.count(work, asking, question[0], hashed, len(customers))
    asking.audit(work, None, about=question[0], outcome="done" if customers else "missed")
    if not customers:
        limits.alert(work, asking, left.misses_today + 1)
    cards = [_card(work, asking, row, contacts[key_in(row, "id")], question) for row in customers]
    return LookupAnswer(cards, left.this_hour - 1)


def _now(
    work: OfficeWork, found: list[Id], question: Question
) -> tuple[list[Row], dict[Id, list[Row]]]:
    """The customers who are what was asked for, as they stand, and their contacts."""
    contacts: dict[Id, list[Row]] = {customer_id: [] for customer_id in found}
    for row in work.rows_where("contact_point", "customer_id", found).values():
        contacts[key_in(row, "customer_id")].append(row)
    rows = sorted(work.rows("customer", found).items())
    right = [row for row_id, row in rows if answers(question, row, contacts[row_id])]
    return right[:MOST_CARDS], contacts


def _card(
    work: OfficeWork, asking: Asker, customer: Row, contacts: list[Row], question: Question
) -> Card:
    customer_id, home = key_in(customer, "id"), key_in(customer, "branch_id")
    branch = work.rows("branch", [home]).get(home)
    tier = customer["tier"]
    return Card(
        ticket=_ticket(work, asking, customer_id),
        initials=initials(str(customer["name"] or customer["name_zh"] or "")),
        tier=None if tier is None else str(tier),
        phone_end=_phone_end(contacts, question),
        branch=str(branch["code"]) if branch else "",
        open_order_here=_open_order(work, customer_id, asking.device.branch_id),
    )


def _phone_end(contacts: list[Row], question: Question) -> str:
    """The last three digits of the phone that was asked for, or of the preferred one."""
    kind, text = question
    if kind in ("phone", "surname"):
        return text[-3:]
    phones = [c for c in contacts if c["kind"] in PHONES and c["archived_at"] is None]
    phones.sort(key=lambda row: (not row["preferred"], row["id"]))
    return str(phones[0]["normal"])[-3:] if phones else ""


def _open_order(work: OfficeWork, customer_id: Id, branch_id: Id) -> bool:
    c = sales_order.c
    found = work.conn.execute(
        select(c.id)
        .where(
            c.customer_id == customer_id,
            c.branch_id == branch_id,
            c.archived_at.is_(None),
            c.stage.in_(OPEN_STAGES),
        )
        .limit(1)
    )
    return found.first() is not None


def _ticket(work: OfficeWork, asking: Asker, customer_id: Id) -> str:
    """A ticket; only its hash is kept."""
    ticket = secrets.token_urlsafe(24)
    work.conn.execute(
        tables.lookup_ticket.insert().values(
            ticket=ticket_hash(ticket),
            customer_id=customer_id,
            actor=asking.id,
            device=asking.device.id,
            expires_at=from_millis(asking.now + TICKET_MS),
        )
    )
    return ticket


def ticket_hash(ticket: str) -> str:
    """Under what a ticket is kept."""
    return hashlib.sha256(ticket.encode()).hexdigest()
