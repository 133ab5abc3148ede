"""A session stamps all its acts of a push together, so that head office need not check each."""

import msgspec
import pytest

from db.tables import customers
from jewelcrm.sync import outbox
from jewelcrm.wire import persons
from jewelcrm.wire.messages import Tx
from jewelcrm.wire.persons import Session


class OfBefore(msgspec.Struct):
    """A push as it was read before."""

    tx: list[Tx]
    sessions: list[Session]


@pytest.fixture
def act():
    """What somebody does, so many times."""

    def add(ctx, count):
        for _ in range(count):
            with ctx.work("test") as work:
                work.insert(
                    customers.customer, number=work.next_number(), name="Chan", tier="regular"
                )

    return add


def gathered(ctx, **limits):
    with ctx.read() as conn:
        return outbox.gather(conn.connection.driver_connection, 1, **limits).ask


def fits(ask, session):
    said = next(one for one in ask.sessions if one.id == session)
    return persons.is_stamped_together(
        persons.bytes_of(said.key),
        persons.bytes_of(ask.stamps[session]),
        bytes.fromhex(session),
        persons.acts_of(session, ask.tx),
    )


def test_each_session_with_several_acts_has_one_stamp_on_them(ctx, manager, act):
    act(ctx, 3)
    act(manager, 2)
    ask = gathered(ctx)
    assert set(ask.stamps) == {one.session.begun.id.hex() for one in (ctx, manager)}
    assert all(fits(ask, session) for session in ask.stamps)
    assert all(tx.stamp for tx in ask.tx if tx.sess)


def test_it_is_on_the_acts_of_this_very_push(ctx, act):
    before = len(gathered(ctx).tx)
    act(ctx, 6)
    first = gathered(ctx, txs=before + 3)
    session = ctx.session.begun.id.hex()
    whole = gathered(ctx)
    whole.stamps = first.stamps
    assert fits(first, session)
    assert not fits(whole, session)


def test_a_session_with_one_act_needs_none(ctx, act):
    act(ctx, 1)
    ask = gathered(ctx)
    assert [tx.sess for tx in ask.tx].count(ctx.session.begun.id.hex()) == 1
    assert not ask.stamps


def test_a_session_that_has_ended_makes_none_and_its_acts_keep_their_own(ctx, act):
    act(ctx, 3)
    session = ctx.session.begun.id
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE session SET private = NULL WHERE id = ?", (session,))
    ask = gathered(ctx)
    assert session.hex() not in ask.stamps
    assert [tx.stamp is not None for tx in ask.tx if tx.sess == session.hex()].count(True) >= 3


def test_a_head_office_of_before_reads_the_push_as_it_always_did(ctx, act):
    act(ctx, 3)
    ask = gathered(ctx)
    assert ask.stamps
    read = msgspec.json.decode(msgspec.json.encode(ask), type=OfBefore)
    assert (read.tx, read.sessions) == (ask.tx, ask.sessions)
    assert all(tx.stamp for tx in read.tx if tx.sess)
