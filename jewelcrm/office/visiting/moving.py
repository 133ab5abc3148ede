"""Making another branch a customer's home (sync.md 2.8).

All that is known about her goes along: her records, open follow-ups that hang on no order, and
clashes still to be settled. Orders and payments stay with the branch that made them, which keeps
a stub of her. What PCs of the old branch have not sent yet is put aside at the new one.
"""

from __future__ import annotations

from db.office.kinds import Row
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.access.catalogue import ADMINISTRATOR
from jewelcrm.office.grants import grants
from jewelcrm.office.merging.keys import key_in
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.office.service import Office
from jewelcrm.office.visiting.acting import Asker, asker, refuse, run
from jewelcrm.office.visiting.records import change, notice, replace_places
from jewelcrm.wire.visiting import Done, MoveAsk


def move(office: Office, device: Id, ask: MoveAsk) -> Done:
    """Move a customer who is on this PC, from or to its branch; administrators: anywhere.

    Raises:
        Refusal: `denied`; `bad_request` without a reason; `not_found` for a customer that is not
            on this PC, or a branch that is not there.
    """
    if not ask.reason.strip():
        raise Refusal("bad_request")
    customer_id, to, now = (
        bytes.fromhex(ask.customer_id),
        bytes.fromhex(ask.to_branch),
        office.now(),
    )

    def act(work: OfficeWork) -> Done:
        asking = asker(work, device, ask.actor, "customers.move", now)
        customer = on_this_pc(work, asking, customer_id)
        home = key_in(customer, "branch_id")
        branch = open_branch(work, asking, to)
        if asking.device.branch_id not in (home, to) and asking.role != ADMINISTRATOR:
            raise refuse(work, asking, customer_id)
        if home != to:
            _move(work, asking, customer, to)
            _tell(work, asking, customer, branch, ask.reason.strip())
        return Done()

    return run(office, act)


def on_this_pc(work: OfficeWork, asking: Asker, customer_id: Id) -> Row:
    """The customer, if the PC holds her whole; of anybody else it learns nothing.

    Raises:
        Refusal: `not_found`.
    """
    row = work.rows("customer", [customer_id], lock=True).get(customer_id)
    key = ("customer", customer_id)
    places = work.members([key])[key]
    mine = grants(work, asking.device.id, asking.now)
    if row is None or not any(kind == "P" and scope in mine for scope, kind in places.items()):
        raise refuse(work, asking, customer_id, "not_found")
    return row


def open_branch(work: OfficeWork, asking: Asker, branch_id: Id) -> Row:
    """The branch, if it is not closed.

    Raises:
        Refusal: `not_found`.
    """
    row = work.rows("branch", [branch_id]).get(branch_id)
    if row is None or row["archived_at"] is not None:
        raise refuse(work, asking, branch_id, "not_found")
    return row


def _move(work: OfficeWork, asking: Asker, customer: Row, to: Id) -> None:
    customer_id, home, now = key_in(customer, "id"), key_in(customer, "branch_id"), asking.now
    followups = work.rows_where("followup", "customer_id", [customer_id], lock=True).values()
    hers = [f for f in followups if f["branch_id"] == home and _is_free(f)]
    change(work, "followup", hers, now, branch_id=to)
    _give_clashes(work, customer_id, home, to, now)
    shares = work.rows_where("customer_share", "customer_id", [customer_id], lock=True).values()
    ended = [s for s in shares if s["branch_id"] == to and s["archived_at"] is None]
    change(work, "customer_share", ended, now, archived_at=now)
    change(work, "customer", [customer], now, branch_id=to)
    rescope(work, [customer_id], now)
    asking.audit(work, customer_id)


def _is_free(followup: Row) -> bool:
    open_still = followup["state"] == "open" and followup["archived_at"] is None
    return open_still and followup["order_id"] is None


def _give_clashes(work: OfficeWork, customer_id: Id, home: Id, to: Id, now: int) -> None:
    """What is still to be settled about her goes to the new home."""
    rows = work.rows_where("conflict", "customer_id", [customer_id], lock=True).values()
    for row in rows:
        if row["branch_id"] == home and row["state"] == "open":
            other = None if row["other_branch_id"] == to else row["other_branch_id"]
            change(work, "conflict", [row], now, branch_id=to, other_branch_id=other)
            replace_places(work, [("conflict", key_in(row, "id"))], now)


def _tell(work: OfficeWork, asking: Asker, customer: Row, to: Row, reason: str) -> None:
    home, there = key_in(customer, "branch_id"), key_in(to, "id")
    left = work.rows("branch", [home]).get(home)
    params = {
        "who": asking.name,
        "from": left["code"] if left else "",
        "to": to["code"],
        "reason": reason,
    }
    customer_id = key_in(customer, "id")
    for branch_id in (home, there):
        notice(work, branch_id, "moved", asking.now, customer_id=customer_id, params=params)
