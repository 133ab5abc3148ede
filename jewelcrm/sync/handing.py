"""After the store's key was changed: head office gets the new one, sealed to its recovery key."""

from __future__ import annotations

from dataclasses import replace

from db.shop import keys, officeslots
from db.store import Store
from jewelcrm.access.rotating import TO_HAND_IN
from jewelcrm.log import log
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire.enrolment import SlotAsk


def hand_in(store: Store, line: HttpTransport) -> bool:
    """Hand the sealed key in when that is still to be done; True when it was.

    Raises:
        Unreachable, Refused: it waits for the next exchange.
    """
    slots = keys.load(store.folder)
    office = next((slot for slot in slots.slots if slot.kind == officeslots.OFFICE), None)
    if office is None or not slots.extra.get(TO_HAND_IN):
        return False
    line.slot(SlotAsk(office.box))
    kept = {name: value for name, value in slots.extra.items() if name != TO_HAND_IN}
    keys.save(store.folder, replace(slots, extra=kept), store.key)
    log.info("key handed in")
    return True
