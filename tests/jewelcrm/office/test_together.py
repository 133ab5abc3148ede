"""One stamp on many acts proves what the stamps on each would; who tries to stretch it fails.

The acts of these tests carry stamps of their own that fit nothing, where it does not say otherwise:
what is taken in is taken in by the one stamp alone.
"""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.errors import Refused
from db.types import new_id
from jewelcrm.office import people
from jewelcrm.office.people import Person
from jewelcrm.office.recording import Recording
from jewelcrm.wire import persons
from jewelcrm.wire.persons import part_of
from tests.jewelcrm.office.chain import MINUTE, a_customer
from tests.jewelcrm.office.proving import SignIn, push, sign_in, signing, whys

DAY = 24 * 60 * MINUTE
REFUSED = ["not_signed"] * 3


@pytest.fixture
def session(chain, north):
    return sign_in(signing(north), chain.sales)


def acts(pc, person, count=3):
    return [pc.tx(a_customer(pc), actor=person) for _ in range(count)]


def test_one_stamp_proves_all_acts_of_its_session(chain, north, session):
    done = acts(north, chain.sales)
    answer = push(north, *done, sessions=(session,), stamps=session.together(*done))
    assert whys(answer) == [None] * 3


def test_it_is_checked_once_and_no_other_stamp_is(chain, north, session, monkeypatch):
    checked = []
    fits = persons._fits
    monkeypatch.setattr(persons, "_fits", lambda *of: checked.append(of) or fits(*of))
    push(north, sessions=(session,))  # makes the session known
    checked.clear()
    done = acts(north, chain.sales)
    stamps = session.together(*done)
    assert whys(push(north, *done, sessions=(session,), stamps=stamps)) == [None] * 3
    assert len(checked) == 1


@pytest.mark.parametrize("changed", ["hlc", "at", "act"])
def test_of_acts_of_which_one_was_changed_only_that_one_is_put_aside(
    chain, north, session, changed
):
    done = acts(north, chain.sales)
    stamps = session.together(*done)
    for tx in done:
        session.stamped(tx)
    if changed == "act":
        done[1].act, done[1].part = new_id().hex(), 7
        done[1].id = part_of(bytes.fromhex(done[1].act), 7).hex()
    else:
        setattr(done[1], changed, getattr(done[1], changed) + 1)
    answer = push(north, *done, sessions=(session,), stamps=stamps)
    assert whys(answer) == [None, "not_signed", None]


def test_an_act_that_is_put_among_them_is_put_aside_alone(chain, north, session):
    first, forged, last = acts(north, chain.sales)
    stamps = session.together(first, last)
    forged.sess, forged.stamp = first.sess, first.stamp
    for tx in (first, last):
        session.stamped(tx)
    answer = push(north, first, forged, last, sessions=(session,), stamps=stamps)
    assert whys(answer) == [None, "not_signed", None]


def test_it_is_for_these_acts_in_this_order(chain, north, session):
    done = acts(north, chain.sales)
    stamps = session.together(*reversed(done))
    assert whys(push(north, *done, sessions=(session,), stamps=stamps)) == REFUSED


def test_of_a_push_that_is_cut_in_two_it_proves_neither_half(chain, north, session):
    done = acts(north, chain.sales, 4)
    stamps = session.together(*done)
    first = push(north, *done[:2], sessions=(session,), stamps=stamps)
    second = push(north, *done[2:], sessions=(session,), stamps=stamps)
    assert whys(first) == whys(second) == ["not_signed"] * 2


def test_it_proves_no_other_push(chain, north, session):
    done = acts(north, chain.sales)
    stamps = session.together(*done)
    assert whys(push(north, *done, sessions=(session,), stamps=stamps)) == [None] * 3
    forged = acts(north, chain.sales)
    session.together(*forged)
    assert whys(push(north, *forged, sessions=(session,), stamps=stamps)) == REFUSED


def test_the_stamp_of_another_session_of_the_person_is_none(chain, north, session):
    other = SignIn(north, chain.sales, session.vouching, session.said.seal)
    done = acts(north, chain.sales)
    stamps = {session.id.hex(): other.together(*done)[other.id.hex()]}
    session.together(*done)
    answer = push(north, *done, sessions=(session, other), stamps=stamps)
    assert whys(answer) == REFUSED


def test_each_session_of_a_push_has_its_own(chain, north, session):
    managers = sign_in(north, chain.manager)
    done = [north.tx(a_customer(north), actor=p) for p in (chain.sales, chain.manager) * 2]
    stamps = session.together(*done[::2]) | managers.together(*done[1::2])
    both = (session, managers)
    assert whys(push(north, *done, sessions=both, stamps=stamps)) == [None] * 4
    done = [north.tx(a_customer(north), actor=p) for p in (chain.sales, chain.manager) * 2]
    stamps = session.together(*done[::2]) | managers.together(*done[1::2])
    hers, his = session.id.hex(), managers.id.hex()
    swapped = {hers: stamps[his], his: stamps[hers]}
    assert whys(push(north, *done, sessions=both, stamps=swapped)) == ["not_signed"] * 4


def test_it_does_not_act_for_somebody_else(chain, north, session):
    done = acts(north, chain.sales, 2) + acts(north, chain.manager, 1)
    stamps = session.together(*done)
    answer = push(north, *done, sessions=(session,), stamps=stamps)
    assert whys(answer) == [None, None, "not_signed"]


def test_a_session_that_is_not_believed_proves_nothing_so_either(chain, north):
    signing(north)
    forged = SignIn(north, chain.admin, Ed25519PrivateKey.generate(), seal="0" * 64)
    done = acts(north, chain.admin)
    assert whys(push(north, *done, sessions=(forged,), stamps=forged.together(*done))) == REFUSED


def test_another_pcs_session_proves_nothing_here(chain, north):
    session = sign_in(signing(chain.pc(chain.north, "B")), chain.sales)
    done = acts(signing(north), chain.sales)
    assert whys(push(north, *done, sessions=(session,), stamps=session.together(*done))) == REFUSED


def test_a_push_that_does_not_tell_of_the_session_has_no_use_of_its_stamp(chain, north, session):
    push(north, sessions=(session,))
    done = acts(north, chain.sales)
    assert whys(push(north, *done, stamps=session.together(*done))) == REFUSED


def test_a_person_who_got_a_new_key_is_not_acted_for_with_the_old_one(chain, north):
    old = sign_in(signing(north), chain.sales)
    chain.clock.move(MINUTE)
    sign_in(north, chain.sales)
    chain.clock.move(MINUTE)
    stolen = SignIn(north, chain.sales, old.vouching, old.said.seal)
    done = acts(north, chain.sales)
    assert whys(push(north, *done, sessions=(stolen,), stamps=stolen.together(*done))) == REFUSED


def test_what_a_leaver_did_is_put_aside_for_somebody_to_look_at(chain, north, session):
    done = acts(north, chain.sales)
    chain.clock.move(60 * MINUTE)
    leaver = Person(chain.sales, "sales", "sales", "sales", active=True)
    with chain.store.write() as work:
        people.disable(work, leaver, chain.clock.now(), by=chain.admin)
    answer = push(north, *done, sessions=(session,), stamps=session.together(*done))
    assert whys(answer) == ["right_removed"] * 3


def test_it_makes_no_session_last_longer(chain, north, session):
    assert push(north, sessions=(session,)).res == []
    early = acts(north, chain.sales, 1)
    chain.clock.move(2 * DAY)
    done = early + acts(north, chain.sales, 2)
    answer = push(north, *done, sessions=(session,), stamps=session.together(*done))
    assert whys(answer) == [None, "not_signed", "not_signed"]


def test_a_part_that_is_called_otherwise_is_put_aside_alone(chain, north, session):
    done = acts(north, chain.sales)
    for tx, name in ((done[0], 7), (done[1], 9)):
        tx.act, tx.part = new_id().hex(), 7
        tx.id = part_of(bytes.fromhex(tx.act), name).hex()
    answer = push(north, *done, sessions=(session,), stamps=session.together(*done))
    assert whys(answer) == [None, "not_signed", None]


def test_a_stamp_on_one_act_is_none_on_many_nor_the_other_way_round(chain, north, session):
    done = acts(north, chain.sales, 2)
    one = session.stamped(done[0]).stamp
    session.together(*done)
    answer = push(north, *done, sessions=(session,), stamps={session.id.hex(): one})
    assert whys(answer) == ["not_signed"] * 2
    alone = acts(north, chain.sales, 1)
    stamps = session.together(*alone)
    alone[0].stamp = stamps[session.id.hex()]
    assert whys(push(north, *alone, sessions=(session,), stamps=stamps)) == ["not_signed"]


def test_acts_that_are_taken_one_by_one_each_need_their_own(chain, north, session, monkeypatch):
    """As when the database refuses something of the push."""
    usual = Recording.finish

    def finish(recording, now):
        if len(recording.known.changed) > 1:
            raise Refused("The store refused the change.")
        yield from usual(recording, now)

    monkeypatch.setattr(Recording, "finish", finish)
    done = acts(north, chain.sales)
    stamps = session.together(*done)
    for tx in done[:2]:
        session.stamped(tx)
    answer = push(north, *done, sessions=(session,), stamps=stamps)
    assert whys(answer) == [None, None, "not_signed"]


def test_what_came_before_is_answered_again_and_changes_nothing(chain, north, session):
    done = acts(north, chain.sales)
    stamps = session.together(*done)
    push(north, *done, sessions=(session,), stamps=stamps)
    again = push(north, *done, sessions=(session,), stamps=stamps)
    assert [one.st for one in again.res] == ["dup"] * 3
    assert len(chain.rows("customer")) == 3


@pytest.mark.parametrize("stamp", ["", "AAAA", "A", "A" * 88])
def test_a_stamp_that_is_not_in_form_is_as_none(chain, north, session, stamp):
    done = [session.stamped(tx) for tx in acts(north, chain.sales)]
    answer = push(north, *done, sessions=(session,), stamps={session.id.hex(): stamp})
    assert whys(answer) == [None] * 3
