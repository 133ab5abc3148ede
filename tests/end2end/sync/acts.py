"""What head office itself does in a history: moves, shares, opens, erases, collects, takes off."""

from __future__ import annotations

import contextlib
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.office import tables
from db.types import Id, from_millis, new_id
from jewelcrm.office import devices, lives
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.office.service import Office
from jewelcrm.office.visiting import erasing, ledger, looking_up, moving, opening, sharing
from jewelcrm.wire.visiting import LookupAsk, MoveAsk, OpenAsk, ShareAsk
from tests.end2end.sync.stores import OfficeInMemory


def move(office: Office, device: Id, actor: Id, customer: Id, branch: Id) -> bool:
    """Give a customer to another branch, from a PC that has her; True when it is done."""
    ask = MoveAsk(actor.hex(), customer.hex(), branch.hex(), "moves house")
    with contextlib.suppress(Refusal):
        return moving.move(office, device, ask).ok
    return False


def share(office: Office, device: Id, actor: Id, customer: Id, branch: Id, *, stop: bool) -> bool:
    """Show a customer to another branch, or end that; True when it is done."""
    ask = ShareAsk(actor.hex(), customer.hex(), branch.hex(), "asked for", stop)
    with contextlib.suppress(Refusal):
        return sharing.share(office, device, ask).ok
    return False


def look_up(office: Office, device: Id, actor: Id, number: str) -> None:
    """Look up another branch's customer and open her for a day."""
    with contextlib.suppress(Refusal):
        cards = looking_up.lookup(office, device, LookupAsk(actor.hex(), "number", number)).cards
        for card in cards:
            opening.open_customer(office, device, OpenAsk(actor.hex(), card.ticket, "repair"))


def open_for(
    store: OfficeInMemory, customer: Id, pc: Any, now: int, *, lasts: int, mask: str
) -> None:
    """Let another branch's PC see a customer for a while, without some of her columns."""
    with store.write() as work:
        if customer in work.rows("customer", [customer]):
            work.conn.execute(
                tables.lease.insert().values(
                    id=new_id(),
                    customer_id=customer,
                    branch_id=pc.branch,
                    device=pc.device,
                    actor=bytes(16),
                    reason="repair",
                    mask=mask,
                    granted_at=from_millis(now),
                    until=from_millis(now + lasts),
                )
            )
            rescope(work, [customer], now)


def erase(store: OfficeInMemory, customer: Id, bosses: tuple[Id, Id], now: int) -> str:
    """Erase a person; what had been put aside or kept for review about her, as it was."""
    before = _told(store)
    with store.write() as work:
        if customer not in work.rows("customer", [customer]):
            return ""
        for boss, approve in zip(bosses, (False, True), strict=True):
            erasing.decide(work, erasing.Erasing(boss, customer, "asked for it", approve, now))
    after = _told(store)
    return " ".join(text for key, text in before.items() if after.get(key) != text)


def _told(store: OfficeInMemory) -> dict[Id, str]:
    rows = store.slot.raw.execute(
        "SELECT id, ops FROM quarantine UNION ALL"
        " SELECT id, coalesce(kept, '') || ' ' || coalesce(lost, '') FROM conflict"
    )
    return dict(rows.fetchall())


def collect(store: OfficeInMemory, branch: Id, now: int) -> None:
    """Forget tombstones."""
    with store.write() as work:
        work.collect(f"B:{branch.hex()}", now + 1)


def put_up_again(store: OfficeInMemory, backup: cipher.Connection, now: int) -> None:
    """Head office from its backup, as restoring does it: who was erased since is erased again."""
    erased = ledger.entries(store)
    store.slot.fill(backup)
    store.forget()
    ledger.replay(store, erased, now)
    with store.write() as work:
        lives.begin(work, now, by=work.server)


def take_off(store: OfficeInMemory, device: Id, by: Id, now: int) -> None:
    """Revoke a PC."""
    with store.write() as work:
        devices.revoke(work, device, from_millis(now), by)
