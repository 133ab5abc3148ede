"""After the store's key was changed: head office gets the new one, sealed to its recovery key."""

from __future__ import annotations

from dataclasses import replace

from db.shop import keys, officeslots, syncoffice
from db.store import Store
from jewelcrm.access.rotating import TO_HAND_IN
from jewelcrm.log import log
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire.enrolment import SlotAsk
from jewelcrm.wire.renewal import mark_of


def hand_in(store: Store, line: HttpTransport) -> bool:
    """Hand the sealed key in when that is still to be done; True when it was.

    Raises:
        Unreachable, Refused: it waits for the next exchange.
    """
    slots = keys.load(store.folder)
    office = next((slot for slot in slots.slots if slot.kind == officeslots.OFFICE), None)
    if office is None or not slots.extra.get(TO_HAND_IN) or not keys.is_ours(slots, store.key):
        return False
    with store.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    under = mark_of(where.office_key) if where is not None else ""
    if not line.slot(SlotAsk(office.box, under)).ok:
        return False  # the recovery key was changed: it is sealed anew first (`renewing`)
    kept = {name: value for name, value in slots.extra.items() if name != TO_HAND_IN}
    keys.save(store.folder, replace(slots, extra=kept), store.key)
    log.info("key handed in")
    return True
