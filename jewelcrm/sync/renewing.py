"""Head office's recovery key was changed: this PC seals its own key to the new one (once a day)."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from db.shop import keys, officeslots, syncoffice
from db.shop.syncoffice import Address
from db.store import Store
from jewelcrm.access.rotating import TO_HAND_IN
from jewelcrm.context import Clock
from jewelcrm.log import log
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import NewKey, SlotAnswer, SlotAsk
from jewelcrm.wire.renewal import is_vouched, mark_of


class Line(Protocol):
    """The part of the line to head office that is used."""

    def slot(self, ask: SlotAsk) -> SlotAnswer: ...


def renew(store: Store, line: Line, clock: Clock) -> bool:
    """Ask whether the recovery key is still the same; True when this PC follows a new one.

    A key that nobody vouches for is not taken: the old one stays, and the log says so.

    Raises:
        Unreachable, Refused: it waits for the next exchange.
    """
    with store.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    slots = keys.load(store.folder)
    office = next((slot for slot in slots.slots if slot.kind == officeslots.OFFICE), None)
    if (
        where is None
        or office is None
        or not where.office_key
        or not keys.is_ours(slots, store.key)
    ):
        return False
    answer = line.slot(SlotAsk(office.box, mark_of(where.office_key)))
    public = _followed(where, answer.keys)
    if public == where.office_key:
        return False
    info = sealing.purpose(sealing.DATABASE_KEY, where.device)
    box = sealing.seal(public, store.key, info)
    fresh = replace(officeslots.with_office(slots, box), extra={**slots.extra, TO_HAND_IN: True})
    keys.save(store.folder, fresh, store.key)
    with store.apply(now=clock.now()) as work:
        syncoffice.set_office_key(work.raw, public)
        work.audit("recovery.key", store.pc.id)
    log.info("recovery key followed")
    return True


def _followed(where: Address, told: Sequence[NewKey]) -> bytes:
    """The newest key that the one we know leads to, voucher by voucher."""
    public = where.office_key
    for new in told:
        next_one = base64.b64decode(new.public)
        if not is_vouched(where.seal_key, public, where.device, next_one, new.voucher):
            log.warning("recovery key not vouched for")
            break
        public = next_one
    return public
