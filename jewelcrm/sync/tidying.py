"""What follows from having reached head office: the lease counts anew, leavers have no way in."""

from __future__ import annotations

from collections.abc import Callable

from db.shop import keys, lease, officeslots, syncoffice, syncstate
from db.store import Store
from db.types import to_millis
from jewelcrm.context import Clock
from jewelcrm.log import log
from jewelcrm.settings import value_in


def note_contact(store: Store, clock: Clock) -> None:
    """Head office was reached: its time counts for the lease, and this PC is on."""
    store.look_again()
    with store.apply(now=clock.now()) as work:
        lease.note_contact(work.raw)
        if store.lease is not None and store.lease.state != "on":
            syncstate.set_state(work.raw, "on")
            work.touched.add("sync")
    store.look_again()


def close_leavers(store: Store) -> None:
    """Take away the key slots of people who left."""
    with store.read() as conn:
        gone = syncoffice.leavers(conn.connection.driver_connection)
    slots = keys.load(store.folder)
    kept = officeslots.without_people(slots, gone)
    if kept != slots and not keys.is_ours(slots, store.key):
        log.warning("key file changed outside the program")
    elif kept != slots:
        log.info("ways in closed", people=len(slots.slots) - len(kept.slots))
        keys.save(store.folder, kept, store.key)


def note_time(store: Store, clock: Clock) -> None:
    """Off line the lease goes on by the time that was, whatever the clock says later."""
    with store.apply(now=clock.now()) as work:
        lease.note(work.raw, to_millis(clock.now()))


def forget_old(store: Store, prune: Callable[[int], int], stopping: Callable[[], bool]) -> None:
    """Forget changes that head office has known for long, until there are none or it is enough."""
    with store.look() as raw:
        days = int(value_in(raw, "sync_keep_days"))
    while prune(days) and not stopping():
        pass
