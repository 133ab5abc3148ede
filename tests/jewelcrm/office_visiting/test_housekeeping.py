"""What the server does by itself."""

import asyncio
import random
import threading
import time

import pytest
from sqlalchemy import select

from db.backup.stopping import Stopped
from db.errors import Busy
from db.office import tables
from db.types import from_millis
from jewelcrm.office import housekeeping
from jewelcrm.office.housekeeping import Housekeeping, tidy
from jewelcrm.office.offsite_tidying import Job, Tidying
from tests.jewelcrm.office.chain import MINUTE, a_customer

DAY = 24 * 60 * MINUTE


def count(chain, table):
    with chain.store.read() as work:
        return len(work.conn.execute(select(table)).all())


def test_leases_end_and_unused_tickets_go(chain, here, south, customer):
    lease = here.opened(customer)
    here.lookup("phone", "91234567")
    tidy(chain.office)
    assert len(south.held(lease.scope)["customer"]) == 1
    assert count(chain, tables.lookup_ticket) == 1
    chain.clock.move(DAY + 1)
    tidy(chain.office)
    assert count(chain, tables.lookup_ticket) == 0
    with chain.store.read() as work:
        assert work.head(lease.scope).count == 0


def test_old_look_ups_and_nonces_are_forgotten(chain, here, customer):
    here.lookup("phone", "91234567")
    with chain.store.write() as work:
        work.conn.execute(
            tables.nonce.insert().values(device=here.pc.id, nonce="n", at=chain.clock.ms)
        )
    tidy(chain.office)
    assert (count(chain, tables.lookup_log), count(chain, tables.nonce)) == (1, 1)
    chain.clock.move(181 * DAY)
    tidy(chain.office)
    assert (count(chain, tables.lookup_log), count(chain, tables.nonce)) == (0, 0)


def test_the_words_of_a_lease_are_kept_for_ninety_days(chain, here, customer):
    here.opened(customer, reason="other", words="came for her ring")
    chain.clock.move(2 * DAY)
    tidy(chain.office)
    chain.clock.move(91 * DAY)
    tidy(chain.office)
    with chain.store.read() as work:
        assert work.conn.execute(select(tables.lease.c.words)).scalars().all() == [None]


def test_old_tombstones_go_once_a_day(chain, home, north, customer):
    home.move(customer, chain.south)
    tidy(chain.office)
    chain.clock.move(91 * DAY)
    tidy(chain.office)
    with chain.store.read() as work:
        assert work.head(north.scope).floor > 0
    north.send(a_customer(north))
    tidy(chain.office)


def test_a_busy_store_is_tidied_the_next_time(chain, monkeypatch):
    turns, twice = [], threading.Event()

    def busy(_act, _scopes=None):
        turns.append(1)
        if len(turns) > 1:
            twice.set()
        raise Busy("Somebody writes.")

    async def live():
        keeper = Housekeeping(chain.office, every=0.01)
        assert await asyncio.to_thread(twice.wait, 20)
        await keeper.stop()

    monkeypatch.setattr(chain.store, "run", busy)
    asyncio.run(live())


def asked_after(times):
    """Somebody who cancels when it has been asked so often."""
    asks = iter(range(times))
    return lambda: next(asks, None) is None


def test_what_was_stopped_goes_on_the_next_time_and_not_a_day_later(chain, home, north, customer):
    home.move(customer, chain.south)
    tidy(chain.office)
    chain.clock.move(91 * DAY)
    with pytest.raises(Stopped):
        tidy(chain.office, asked_after(3))
    with chain.store.read() as work:
        assert work.head(north.scope).floor == 0
    tidy(chain.office)
    with chain.store.read() as work:
        assert work.head(north.scope).floor > 0


def test_a_server_that_stops_gives_its_housekeeping_up(chain, monkeypatch):
    turns, begun, end = [], threading.Event(), time.monotonic() + 10

    def without_end(_work, _now):
        turns.append(time.monotonic())
        begun.set()
        time.sleep(0.01)
        return time.monotonic() < end

    async def live():
        keeper = Housekeeping(chain.office, every=0.01)
        assert await asyncio.to_thread(begun.wait, 20)
        await keeper.stop()
        return time.monotonic()

    monkeypatch.setattr(housekeeping, "end_expired", without_end)
    stopped = asyncio.run(live())
    assert (turns[-1] <= stopped, stopped < end) == (True, True)


def test_when_it_ended_stays_known(chain, here, customer):
    here.opened(customer)
    chain.clock.move(DAY + 5)
    tidy(chain.office)
    with chain.store.read() as work:
        ended = work.conn.execute(select(tables.lease.c.ended_at)).scalar_one()
    assert ended == from_millis(chain.clock.ms)


def test_what_the_server_does_by_itself_throws_nobody_elses_dice(chain):
    """Who draws examples while head office runs in the same process draws what he would anyway."""
    before, busy, done = random.getstate(), [Busy("busy")] * 3, threading.Event()

    def sometimes(_work):
        if busy:
            raise busy.pop()

    async def live():
        keeper = Housekeeping(chain.office, every=0.01)
        tidying = Tidying([Job(lambda _stopped: done.set(), 0.01)])
        await asyncio.to_thread(done.wait, 30)
        await keeper.stop()
        await tidying.stop()

    asyncio.run(live())
    chain.store.run(sometimes)
    assert (done.is_set(), busy) == (True, [])
    assert random.getstate() == before
