"""Another branch's customer is found by an exact question, and seen as a card."""

import pytest
from sqlalchemy import select, text

from db.office import tables
from db.types import new_id
from tests.jewelcrm.office.chain import MINUTE, a_customer, a_phone, an_order
from tests.jewelcrm.office_visiting.conftest import audited, notices, refused


@pytest.mark.parametrize(
    ("by", "asked", "last_four"),
    [
        ("phone", "+852 9123 4567", None),
        ("phone", "91234567", None),
        ("email", "TAI@chan.hk", None),
        ("number", "hk01-a-000001-1", None),
        ("surname", "CHAN", "4567"),
        ("surname", "陳", "4567"),
    ],
)
def test_she_is_found_by_what_is_exactly_hers(here, customer, by, asked, last_four):
    (card,) = here.lookup(by, asked, last_four).cards
    assert (card.initials, card.tier, card.phone_end, card.branch) == (
        "C. T. M.",
        "gold",
        "567",
        "HK01",
    )
    assert card.open_order_here is False


@pytest.mark.parametrize(
    ("by", "asked", "last_four"),
    [
        ("phone", "9123 4568", None),
        ("email", "tai@chan.h", None),
        ("number", "HK01-A-000001", None),
        ("surname", "Cha", "4567"),
        ("surname", "Chan", "4568"),
    ],
)
def test_half_a_question_finds_nobody(here, customer, by, asked, last_four):
    if by == "email":
        assert refused(here.lookup, by, asked) == "bad_request"
    else:
        assert here.lookup(by, asked, last_four).cards == []


@pytest.mark.parametrize(
    ("by", "asked", "last_four"),
    [
        ("phone", "%", None),
        ("email", "%", None),
        ("surname", "Chan", "%567"),
        ("surname", "Chan", None),
        ("number", " ", None),
        ("surname", "", "4567"),
    ],
)
def test_half_numbers_and_empty_words_are_no_questions(here, by, asked, last_four):
    assert refused(here.lookup, by, asked, last_four) == "bad_request"


@pytest.mark.parametrize(
    ("by", "asked"), [("email", "*@chan.hk"), ("email", "%@chan.hk"), ("number", "HK01%")]
)
def test_wildcards_stand_for_themselves(here, customer, by, asked):
    assert here.lookup(by, asked).cards == []


def test_a_card_tells_of_an_open_order_here(chain, here, south, customer):
    here.opened(customer)
    south.send(an_order(south, customer))
    (card,) = here.lookup("phone", "91234567").cards
    assert card.open_order_here is True


def test_a_changed_phone_finds_her_by_the_new_one_only(here, north, customer):
    (phone,) = [r for r in north.chain.rows("contact_point") if r["kind"] == "phone"]
    north.send(north.update("contact_point", phone["id"], 1, normal="+85261112222"))
    assert here.lookup("phone", "91234567").cards == []
    assert len(here.lookup("phone", "61112222").cards) == 1


def test_a_new_name_and_a_later_phone_are_found_too(here, north, customer):
    north.send(north.update("customer", customer, 1, name="Lee Tai Man", name_zh=None))
    north.send(a_phone(north, customer, normal="+85260001111"))
    assert here.lookup("surname", "Chan", "4567").cards == []
    assert len(here.lookup("surname", "Lee", "1111").cards) == 1
    assert len(here.lookup("surname", "Lee", "4567").cards) == 1


def test_who_was_put_away_is_not_found(chain, here, north, customer):
    north.send(north.update("customer", customer, 1, archived_at=chain.clock.ms))
    assert here.lookup("phone", "91234567").cards == []


def test_two_who_share_a_phone_come_as_two_cards(here, north, customer):
    other = new_id()
    north.send(a_customer(north, other, name="Wong Siu Ming"), a_phone(north, other))
    cards = here.lookup("phone", "91234567").cards
    assert sorted(card.initials for card in cards) == ["C. T. M.", "W. S. M."]
    assert len({card.ticket for card in cards}) == 2


def test_the_thirty_first_of_an_hour_is_refused_and_the_hour_passes(chain, here, customer):
    left = [here.lookup("phone", "91234567").left_this_hour for _ in range(30)]
    assert (left[0], left[-1]) == (29, 0)
    assert refused(here.lookup, "phone", "91234567") == "limit"
    assert here.lookup("phone", "91234567", actor=chain.manager).cards
    chain.clock.move(61 * MINUTE)
    assert here.lookup("phone", "91234567").cards


def test_a_branch_has_two_hundred_a_day(chain, here, customer):
    for n in range(200):
        if n % 30 == 0:
            chain.clock.move(61 * MINUTE)
        here.lookup("phone", "91234567")
    chain.clock.move(61 * MINUTE)
    assert refused(here.lookup, "phone", "91234567", actor=chain.manager) == "limit"
    assert audited(chain, "customers.lookup")[-1] == ("denied", "limit.branch")


def test_misses_slow_down_and_the_twentieth_is_told_to_the_branch(chain, here):
    for n in range(5):
        assert here.lookup("phone", f"9000000{n}").cards == []
    assert refused(here.lookup, "phone", "90000005") == "limit"
    for n in range(5, 20):
        chain.clock.move(5 * MINUTE)
        here.lookup("phone", f"900000{n:02}")
    assert notices(chain, chain.south, "lookups") == [{"who": "sales", "misses": 20}]


def test_nothing_keeps_what_was_asked(chain, here, customer):
    here.lookup("phone", "91234567")
    here.lookup("phone", "97654321")
    assert audited(chain, "customers.lookup") == [("done", "phone"), ("missed", "phone")]
    with chain.store.read() as work:
        for name in ("lookup_log", "lookup_key", "lookup_ticket", "audit_log"):
            for row in work.conn.execute(text(f"SELECT * FROM {name}")):
                assert not any("1234567" in str(value) for value in row)
                assert not any("7654321" in str(value) for value in row)


def test_only_people_who_work_here_may_ask(chain, here, customer):
    assert refused(here.lookup, "phone", "91234567", actor=new_id()) == "denied"
    with chain.store.read() as work:
        found = work.conn.execute(select(tables.lookup_log.c.id)).all()
    assert found == []
