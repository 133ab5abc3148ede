"""A process killed at any of its transactions, before or after it was kept, loses nothing."""

from contextlib import contextmanager

import pytest

from db.tables import customers
from tests.jewelcrm.sync.peers import Killed

STEPS = 14


def mortal(peer, step, *, kept):
    """Kill the process at its transaction number `step`, rolled back or just kept."""
    whole, count = peer.store.apply, iter(range(1_000))

    @contextmanager
    def apply(*, now):
        turn = next(count)
        with whole(now=now) as work:
            yield work
            if turn == step and not kept:
                raise Killed
        if turn == step:
            raise Killed

    peer.store.apply = apply


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("step", range(STEPS))
def test_nothing_is_lost_or_done_twice(step, kept, new_peer, office):
    one, two = new_peer("d1"), new_peer("d2")
    shared = two.add_customer("Shared")
    gone, erased = two.add_customer("Moved away"), two.add_customer("Erased")
    two.settle()
    one.engine.pull()
    mortal(one, step, kept=kept)
    own = one.add_customer("Own", district="Mong Kok")
    try:
        one.settle()
        one.edit(customers.customer, shared, tier="gold")
        two.edit(customers.customer, shared, district="Central")
        two.settle()
        office.move(("customer", gone.hex()), two.scope, "B:" + "02" * 16)
        office.erase(erased.hex())
        one.settle()
    except Killed:
        one.restart()
    one.settle()
    two.settle()
    one.settle()
    assert ("customer", own.hex()) in office.rows
    assert one.waiting() == two.waiting() == 0
    assert all(times == 1 for times in office.effects.values())
    assert one.rows("customer") == two.rows("customer")
    assert not one.value("SELECT value FROM setting WHERE key = 'sync.alarms'")
