"""What a PC's own key is worth in a person's name: nothing; each test is somebody who tries."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.office import tables
from db.office.port import NOTHING
from db.types import new_id
from jewelcrm.office import people, persons, writing
from jewelcrm.office.grants import grants_of
from jewelcrm.office.people import Person
from tests.jewelcrm.office.chain import MINUTE, a_customer
from tests.jewelcrm.office.proving import SignIn, push, sign_in, signing, whys

DAY = 24 * 60 * MINUTE


def test_an_act_in_a_session_is_taken_in(chain, north):
    session = sign_in(signing(north), chain.sales)
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, sessions=(session,))) == [None]
    again = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, again)) == ["not_signed"]  # a push names its sessions


def test_a_session_that_a_question_told_of_while_the_push_came_in_is_believed(
    chain, north, monkeypatch
):
    session = sign_in(signing(north), chain.sales)
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    asked_before = iter([NOTHING])
    ask_heard = persons.ask_heard
    monkeypatch.setattr(
        persons, "ask_heard", lambda *of: next(asked_before, None) or ask_heard(*of)
    )
    with chain.store.write() as work:
        device = grants_of(work, north.id, chain.clock.ms).device
        assert persons.hear(work, device, [session.said], chain.clock.ms, before=NOTHING).heard
    assert whys(push(north, done, sessions=(session,))) == [None]


def test_the_pcs_key_alone_acts_for_nobody(chain, north):
    signing(north)
    everybody = (chain.admin, chain.manager, chain.sales)
    answer = push(north, *(north.tx(a_customer(north), actor=one) for one in everybody))
    assert whys(answer) == ["not_signed"] * 3
    assert chain.rows("customer") == []
    assert {row["why"] for row in chain.rows("quarantine")} == {"not_signed"}


def test_a_session_that_the_thief_signs_himself_is_none(chain, north):
    signing(north)
    forged = SignIn(north, chain.admin, Ed25519PrivateKey.generate(), seal="0" * 64)
    answer = push(
        north, forged.stamped(north.tx(a_customer(north), actor=chain.admin)), sessions=(forged,)
    )
    assert whys(answer) == ["not_signed"]
    with chain.store.read() as work:
        log = work.conn.execute(tables.audit_log.select()).all()
    assert ("person.unknown_key", "denied") in [(one.action, one.outcome) for one in log]


def test_a_salespersons_session_does_not_act_for_the_manager(chain, north):
    session = sign_in(signing(north), chain.sales)
    done = session.stamped(north.tx(a_customer(north), actor=chain.manager))
    assert whys(push(north, done, sessions=(session,))) == ["not_signed"]


def test_another_pcs_session_is_none_here(chain, north):
    other = signing(chain.pc(chain.north, "B"))
    session = sign_in(other, chain.sales)
    signing(north)
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, sessions=(session,))) == ["not_signed"]


def test_another_pcs_key_vouches_for_nobody_here(chain, north):
    own = sign_in(signing(chain.pc(chain.north, "B")), chain.sales)
    session = SignIn(signing(north), chain.sales, own.vouching, own.said.seal)
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, sessions=(session,))) == ["not_signed"]


def test_a_stamp_is_for_one_act_at_one_time(chain, north):
    session = sign_in(signing(north), chain.sales)
    first = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    others = [north.tx(a_customer(north), actor=chain.sales) for _ in range(4)]
    for tx in others:
        tx.sess, tx.stamp, tx.hlc, tx.at = first.sess, first.stamp, first.hlc, first.at
    others[1].act, others[1].part = first.id, 9  # a part that is called otherwise
    session.stamped(others[2]).hlc += 1
    session.stamped(others[3]).at += 1
    answer = push(north, first, *others, sessions=(session,))
    assert whys(answer) == [None, *["not_signed"] * 4]


def test_a_part_of_an_act_that_is_too_large_has_its_stamp(chain, north):
    session = sign_in(signing(north), chain.sales)
    part = session.stamped(north.tx(a_customer(north), actor=chain.sales), act=new_id())
    assert whys(push(north, part, sessions=(session,))) == [None]


def test_a_session_is_over_after_a_day_and_a_half_but_not_for_what_was_done_in_it(chain, north):
    session = sign_in(signing(north), chain.sales)
    early = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, early, sessions=(session,))) == [None]
    late = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    chain.clock.move(13 * DAY)
    after = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, late, after, sessions=(session,))) == [None, "not_signed"]


def test_a_clock_that_is_set_right_in_the_middle_of_a_session_costs_nothing(chain, north):
    chain.clock.move(-900 * DAY)
    session = sign_in(signing(north), chain.sales)
    chain.clock.move(900 * DAY)
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, sessions=(session,))) == [None]


def test_a_right_that_was_taken_since_leaves_the_act_for_somebody_to_look_at(chain, north):
    session = sign_in(signing(north), chain.manager)
    key = new_id()
    made = session.stamped(north.tx(a_customer(north, key), actor=chain.manager))
    assert whys(push(north, made, sessions=(session,))) == [None]
    away = north.update("customer", key, 1, archived_at=chain.clock.ms)
    done = session.stamped(north.tx(away, actor=chain.manager))
    chain.clock.move(60 * MINUTE)
    with chain.store.write() as work:
        writing.update(work, "staff", chain.manager, chain.clock.now(), role="sales")
    assert whys(push(north, done, sessions=(session,))) == ["right_removed"]
    assert chain.rows("customer")[0]["archived_at"] is None


def test_what_a_leaver_did_before_leaving_is_put_aside_as_that(chain, north):
    session = sign_in(signing(north), chain.sales)
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    chain.clock.move(60 * MINUTE)
    leaver = Person(chain.sales, "sales", "sales", "sales", active=True)
    with chain.store.write() as work:
        people.disable(work, leaver, chain.clock.now(), by=chain.admin)
    assert whys(push(north, done, sessions=(session,))) == ["right_removed"]


def test_a_right_that_came_later_does_not_reach_back(chain, north):
    session = sign_in(signing(north), chain.sales)
    key = new_id()
    made = session.stamped(north.tx(a_customer(north, key), actor=chain.sales))
    away = north.update("customer", key, 1, archived_at=chain.clock.ms)
    done = session.stamped(north.tx(away, actor=chain.sales))
    chain.clock.move(60 * MINUTE)
    with chain.store.write() as work:
        writing.update(work, "staff", chain.sales, chain.clock.now(), role="manager")
    assert whys(push(north, made, done, sessions=(session,))) == [None, "not_allowed"]
    later = SignIn(north, chain.sales, session.vouching)
    now = later.stamped(north.tx(away, actor=chain.sales))
    assert whys(push(north, now, sessions=(later,))) == [None]


# Programs of different ages


def test_a_pc_of_an_older_program_is_believed_until_its_program_is_new(chain, north):
    assert north.send(a_customer(north), actor=chain.sales).why is None
    before = north.tx(a_customer(north), actor=chain.sales)
    chain.clock.move(MINUTE)
    session = SignIn(north, chain.sales, Ed25519PrivateKey.generate())
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    answer = push(north, before, done, sessions=(session,))
    assert whys(answer) == [None, None]
    chain.clock.move(MINUTE)
    assert north.send(a_customer(north), actor=chain.sales).why == "not_signed"


def test_what_an_older_program_made_is_taken_in_for_30_days_after_it_became_new(chain, north):
    old = [north.tx(a_customer(north), actor=chain.sales) for _ in range(2)]
    chain.clock.move(MINUTE)
    session = SignIn(north, chain.sales, Ed25519PrivateKey.generate())
    assert whys(push(north, sessions=(session,))) == []  # from now on its program is new
    chain.clock.move(29 * DAY)
    assert whys(push(north, old[0])) == [None]
    chain.clock.move(2 * DAY)
    assert whys(push(north, old[1])) == ["not_signed"]


def test_a_first_key_is_taken_on_trust_once_and_the_branch_is_told(chain, north):
    first = SignIn(north, chain.sales, Ed25519PrivateKey.generate())
    done = first.stamped(north.tx(a_customer(north), actor=chain.sales))
    answer = push(north, done, sessions=(first,))
    assert [one.person for one in answer.vouched] == [chain.sales.hex()]
    assert [row["kind"] for row in chain.rows("notice")] == ["key_trusted"]
    thief = SignIn(north, chain.sales, Ed25519PrivateKey.generate())
    done = thief.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, sessions=(thief,))) == ["not_signed"]


def test_trust_ends_after_30_days_and_is_for_people_who_were_known_on_the_pc(chain, south):
    stranger = SignIn(south, chain.sales, Ed25519PrivateKey.generate())  # works in the north
    done = stranger.stamped(south.tx(a_customer(south), actor=chain.sales))
    assert whys(push(south, done, sessions=(stranger,))) == ["not_signed"]
    north = chain.pc(chain.north, "C")
    one = SignIn(north, chain.sales, Ed25519PrivateKey.generate())
    push(north, one.stamped(north.tx(a_customer(north), actor=chain.sales)), sessions=(one,))
    chain.clock.move(31 * DAY)
    late = SignIn(north, chain.manager, Ed25519PrivateKey.generate())
    done = late.stamped(north.tx(a_customer(north), actor=chain.manager))
    assert whys(push(north, done, sessions=(late,))) == ["not_signed"]


def test_head_office_believes_its_own_word_after_it_was_put_back(chain, north):
    session = sign_in(signing(north), chain.sales)
    with chain.store.write() as work:
        work.conn.execute(tables.person_key.delete())
    done = session.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, sessions=(session,))) == [None]


def test_a_person_who_gets_a_new_key_is_not_acted_for_with_the_old_one(chain, north):
    old = sign_in(signing(north), chain.sales)
    chain.clock.move(MINUTE)
    sign_in(north, chain.sales)
    chain.clock.move(MINUTE)
    stolen = SignIn(north, chain.sales, old.vouching, old.said.seal)
    done = stolen.stamped(north.tx(a_customer(north), actor=chain.sales))
    before = old.stamped(north.tx(a_customer(north), actor=chain.sales))
    assert whys(push(north, done, before, sessions=(stolen, old))) == ["not_signed", None]


def test_a_store_that_joins_tells_of_before_and_signs_from_then_on(chain):
    pc = chain.pc(chain.north, "D", bringing=True)
    assert push(pc, pc.tx(a_customer(pc), actor=chain.sales)).res[0].why is None
    session = SignIn(pc, chain.sales, Ed25519PrivateKey.generate())
    done = session.stamped(pc.tx(a_customer(pc), actor=chain.sales))
    assert whys(push(pc, done, sessions=(session,))) == [None]
    with chain.store.write() as work:
        work.conn.execute(tables.device.update().values(bringing=False))
    chain.clock.move(MINUTE)
    assert whys(push(pc, pc.tx(a_customer(pc), actor=chain.sales))) == ["not_signed"]
