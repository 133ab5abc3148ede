"""Sharing a customer with another branch, and no more: the home branch's manager decides."""

from __future__ import annotations

from db.office.kinds import Row
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.access.catalogue import ADMINISTRATOR
from jewelcrm.office.merging.keys import key_in
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.office.service import Office
from jewelcrm.office.visiting.acting import Asker, asker, refuse, run
from jewelcrm.office.visiting.moving import on_this_pc, open_branch
from jewelcrm.office.visiting.records import add, change, notice
from jewelcrm.wire.visiting import Done, ShareAsk

LONGEST_REASON = 300


def share(office: Office, device: Id, ask: ShareAsk) -> Done:
    """Let a branch see a customer from now on, or no more.

    Raises:
        Refusal: `denied`: not the home branch's manager; `bad_request` without a reason;
            `not_found` for a customer that is not on this PC, or a branch that is not there.
    """
    reason = ask.reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Refusal("bad_request")
    customer_id, other = bytes.fromhex(ask.customer_id), bytes.fromhex(ask.with_branch)
    now = office.now()

    def act(work: OfficeWork) -> Done:
        asking = asker(work, device, ask.actor, "customers.share", now)
        customer = on_this_pc(work, asking, customer_id)
        home = key_in(customer, "branch_id")
        if asking.device.branch_id != home and asking.role != ADMINISTRATOR:
            raise refuse(work, asking, customer_id)
        if other == home:
            raise refuse(work, asking, customer_id, "bad_request")
        running = _running(work, customer_id, other)
        if ask.stop and running:
            change(work, "customer_share", running, now, archived_at=now)
            _done(work, asking, customer, other, kind="unshared", reason=reason)
        elif not ask.stop and not running:
            open_branch(work, asking, other)
            add(
                work,
                "customer_share",
                now,
                branch_id=other,
                customer_id=customer_id,
                reason=reason,
            )
            _done(work, asking, customer, other, kind="shared", reason=reason)
        return Done()

    return run(office, act)


def _running(work: OfficeWork, customer_id: Id, branch_id: Id) -> list[Row]:
    rows = work.rows_where("customer_share", "customer_id", [customer_id], lock=True).values()
    return [row for row in rows if row["branch_id"] == branch_id and row["archived_at"] is None]


def _done(
    work: OfficeWork, asking: Asker, customer: Row, other: Id, *, kind: str, reason: str
) -> None:
    """Give the records their places and tell both branches."""
    customer_id, home = key_in(customer, "id"), key_in(customer, "branch_id")
    rescope(work, [customer_id], asking.now)
    codes = {key: row["code"] for key, row in work.rows("branch", [home, other]).items()}
    params = {
        "who": asking.name,
        "from": codes.get(home, ""),
        "to": codes.get(other, ""),
        "reason": reason,
    }
    for branch_id in (home, other):
        notice(work, branch_id, kind, asking.now, customer_id=customer_id, params=params)
    asking.audit(work, customer_id, about=kind)
