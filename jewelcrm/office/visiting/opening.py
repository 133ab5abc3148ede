"""Opening another branch's customer on one PC for a day: a lease, seen through a mask.

The customer's records stand in the lease's own scope until it ends; the PC drops them then, also
by its own clock. The home branch is told who opened her, and why (sync.md 2.7).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update

from db.office import tables
from db.office.kinds import Row
from db.office.work import OfficeWork
from db.types import Id, from_millis, new_id
from jewelcrm.access.catalogue import ADMINISTRATOR, MANAGER
from jewelcrm.office.merging.keys import key_in
from jewelcrm.office.merging.placing import lease_scope
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.office.service import Office
from jewelcrm.office.visiting.acting import Asker, asker, refuse, run
from jewelcrm.office.visiting.leases import end_leases
from jewelcrm.office.visiting.looking_up import ticket_hash
from jewelcrm.office.visiting.records import notice
from jewelcrm.wire.visiting import REASONS, OpenAnswer, OpenAsk

LEASE_MS = 24 * 3_600_000
HIDDEN = {ADMINISTRATOR: "", MANAGER: ""}
HIDDEN_FROM_OTHERS = "restricted value"
"""The classes of columns that a role is not shown of another branch's customer."""


@dataclass(frozen=True, slots=True)
class _Lease:
    id: Id
    until: int
    mask: str


def open_customer(office: Office, device: Id, ask: OpenAsk) -> OpenAnswer:
    """A lease on the customer of a ticket; one that runs goes on for longer.

    Raises:
        Refusal: `denied`; `bad_request` without a reason; `not_found` for a ticket that is used,
            too old, or somebody else's.
    """
    _require_reason(ask)
    now = office.now()

    def act(work: OfficeWork) -> OpenAnswer:
        asking = asker(work, device, ask.actor, "customers.remote_open", now)
        customer = _of_ticket(work, asking, ask.ticket)
        lease = _running(work, asking, customer, ask) or _begun(work, asking, customer, ask)
        _tell(work, asking, customer, ask)
        return OpenAnswer(
            lease_scope(lease.id), lease.until, lease.mask.split(), key_in(customer, "id").hex()
        )

    return run(office, act)


def _require_reason(ask: OpenAsk) -> None:
    if ask.reason not in REASONS or (ask.reason == "other" and not ask.words.strip()):
        raise Refusal("bad_request")


def _of_ticket(work: OfficeWork, asking: Asker, ticket: str) -> Row:
    """The customer; the ticket is used up."""
    c = tables.lookup_ticket.c
    mine = (c.ticket == ticket_hash(ticket), c.actor == asking.id, c.device == asking.device.id)
    row = work.conn.execute(select(c.customer_id, c.expires_at).where(*mine)).first()
    gone = work.conn.execute(delete(tables.lookup_ticket).where(*mine))
    if row is None or gone.rowcount != 1 or row.expires_at <= from_millis(asking.now):
        raise refuse(work, asking, None, "not_found")
    customer = work.rows("customer", [row.customer_id], lock=True).get(row.customer_id)
    if customer is None or customer["archived_at"] is not None:
        raise refuse(work, asking, row.customer_id, "not_found")
    return customer


def _running(work: OfficeWork, asking: Asker, customer: Row, ask: OpenAsk) -> _Lease | None:
    """The PC's lease on her that runs, now for longer; one with another mask is ended."""
    c = tables.lease.c
    row = work.conn.execute(
        select(c.id, c.mask).where(
            c.device == asking.device.id,
            c.customer_id == key_in(customer, "id"),
            c.until > from_millis(asking.now),
            c.ended_at.is_(None),
        )
    ).first()
    if row is None:
        return None
    if row.mask != _mask(asking):
        end_leases(work, [row.id], asking.now)
        return None
    until = asking.now + LEASE_MS
    work.conn.execute(
        update(tables.lease)
        .where(c.id == row.id)
        .values(
            actor=asking.id,
            reason=ask.reason,
            words=ask.words.strip() or None,
            until=from_millis(until),
        )
    )
    return _Lease(row.id, until, row.mask)


def _begun(work: OfficeWork, asking: Asker, customer: Row, ask: OpenAsk) -> _Lease:
    lease = _Lease(new_id(), asking.now + LEASE_MS, _mask(asking))
    work.conn.execute(
        tables.lease.insert().values(
            id=lease.id,
            customer_id=customer["id"],
            branch_id=asking.device.branch_id,
            device=asking.device.id,
            actor=asking.id,
            reason=ask.reason,
            words=ask.words.strip() or None,
            mask=lease.mask,
            granted_at=from_millis(asking.now),
            until=from_millis(lease.until),
        )
    )
    rescope(work, [key_in(customer, "id")], asking.now)
    return lease


def _mask(asking: Asker) -> str:
    return HIDDEN.get(asking.role, HIDDEN_FROM_OTHERS)


def _tell(work: OfficeWork, asking: Asker, customer: Row, ask: OpenAsk) -> None:
    customer_id, here = key_in(customer, "id"), asking.device.branch_id
    branch = work.rows("branch", [here]).get(here)
    params: dict[str, Any] = {
        "who": asking.name,
        "branch": branch["code"] if branch else "",
        "reason": ask.reason,
    }
    if ask.words.strip():
        params["words"] = ask.words.strip()
    home = key_in(customer, "branch_id")
    notice(work, home, "opened", asking.now, customer_id=customer_id, params=params)
    asking.audit(work, customer_id, about=ask.reason)
