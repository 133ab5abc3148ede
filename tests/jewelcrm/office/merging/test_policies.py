"""Sets, stages, payments, consents: the policies besides plain columns."""

import pytest

from jewelcrm.office.merging import clocks, payments
from jewelcrm.office.merging.deciding import decide
from jewelcrm.office.merging.verdicts import PutAside
from tests.jewelcrm.office.merging.drafts import (
    CUSTOMER,
    GONE,
    MANAGER,
    NOW,
    ORDER,
    a_consent,
    a_customer,
    a_draft,
    a_known,
    a_payment,
    an_order,
    changed,
    hlc,
    put,
    update,
)

PHONE = b"t" * 16
ORDER_KEY = ("sales_order", ORDER)


def _decided(known, *changes, at=10, actor=MANAGER):
    draft = a_draft(known, at)
    decide(draft, actor, list(changes))
    return draft


def _a_phone(known):
    a_customer(known)
    put(
        known,
        "contact_point",
        PHONE,
        customer_id=CUSTOMER,
        kind="phone",
        value="1",
        normal="1",
        preferred=0,
    )


def test_a_phone_that_was_just_corrected_is_not_put_away():
    known = a_known()
    _a_phone(known)
    changed(known, "contact_point", PHONE, "value", "2", at=5, rev=2)
    draft = _decided(known, update("contact_point", PHONE, 1, archived_at=NOW))
    assert draft.row(("contact_point", PHONE))["archived_at"] is None
    assert [(c.column, c.why) for c in draft.clashes] == [("archived_at", "lost")]


def test_a_phone_put_away_meanwhile_comes_back_with_its_correction():
    known = a_known()
    _a_phone(known)
    changed(known, "contact_point", PHONE, "archived_at", NOW, at=50, rev=2)
    draft = _decided(known, update("contact_point", PHONE, 1, value="2"))
    row = draft.row(("contact_point", PHONE))
    assert (row["archived_at"], row["value"]) == (None, "2")
    assert [(c.column, c.why) for c in draft.clashes] == [("archived_at", "overwrote")]


def test_a_phone_known_as_it_is_can_be_put_away():
    known = a_known()
    _a_phone(known)
    changed(known, "contact_point", PHONE, "value", "2", at=5, rev=2)
    draft = _decided(known, update("contact_point", PHONE, 2, archived_at=NOW))
    assert draft.row(("contact_point", PHONE))["archived_at"] == NOW


def test_an_allowed_step_is_taken_whoever_moved_the_order_before():
    known = a_known()
    an_order(known, "received")
    changed(known, *ORDER_KEY, "stage", "estimating", at=50, rev=2)
    draft = _decided(known, update("sales_order", ORDER, 1, stage="in_work", stage_since=NOW + 9))
    assert (draft.row(ORDER_KEY)["stage"], draft.row(ORDER_KEY)["stage_since"]) == (
        "in_work",
        NOW + 9,
    )
    assert draft.clashes == []


def test_a_step_that_is_not_allowed_is_kept_and_flagged():
    known = a_known()
    an_order(known, "collected")
    draft = _decided(known, update("sales_order", ORDER, 1, stage="ready", remark="x"))
    (clash,) = draft.clashes
    assert (draft.row(ORDER_KEY)["stage"], draft.row(ORDER_KEY)["remark"]) == ("collected", "x")
    assert (clash.why, clash.lost.value, clash.review) == ("illegal_step", "ready", "open")


def test_a_payment_like_the_last_one_is_flagged_as_taken_twice():
    known = a_known()
    an_order(known)
    put(
        known,
        "payment",
        b"1" * 16,
        order_id=ORDER,
        amount_cents=5000,
        currency="HKD",
        taken_at=NOW - 9 * 60_000,
    )
    assert [flag.kind for flag in _decided(known, a_payment()).flags] == ["twice"]


def test_two_payments_of_one_push_are_compared_too():
    known = a_known()
    an_order(known)
    _decided(known, a_payment(b"1" * 16)).keep()
    assert [flag.kind for flag in _decided(known, a_payment()).flags] == ["twice"]


@pytest.mark.parametrize(
    "other", [{"amount_cents": 4000}, {"currency": "CNY"}, {"taken_at": NOW - 11 * 60_000}]
)
def test_another_amount_currency_or_time_is_not_taken_twice(other):
    one = {"amount_cents": 5000, "currency": "HKD", "taken_at": NOW, "reverses_id": None}
    assert not payments.looks_twice(one, one | other)
    assert payments.looks_twice(one, dict(one))


def test_more_money_than_the_lines_come_to_is_flagged():
    known = a_known()
    an_order(known)
    put(known, "order_line", b"l" * 16, order_id=ORDER, amount_cents=3000)
    (flag,) = _decided(known, a_payment()).flags
    assert (flag.kind, flag.params["over"]) == ("overpaid", 2000)


def test_an_order_without_lines_says_nothing_about_too_much_money():
    known = a_known()
    an_order(known)
    assert _decided(known, a_payment()).flags == []


def _refusal(known, *, received, at, **values):
    a_customer(known)
    given = {"customer_id": CUSTOMER, "purpose": "own_dm", "channel": "sms", "state": "refused"}
    given |= {"subject_class": "all", "source": "form", "obtained_at": NOW}
    put(known, "consent", b"r" * 16, at=at, **(given | values))
    known.versions["consent", b"r" * 16].cols["+received"] = (hlc(received), 2, 1)


def test_a_consent_that_could_not_know_of_a_refusal_does_not_count():
    known = a_known()
    _refusal(known, received=60, at=0)
    draft = _decided(known, a_consent())
    (clash,), (again,) = draft.clashes, draft.repeated
    assert (clash.why, clash.review, clash.kept.value) == ("strictest", "manager", "refused")
    assert (again["state"], again["channel"]) == ("refused", "sms")
    assert again["obtained_at"] > NOW + 5000
    assert not {"id", "rev", "created_at"} & set(again)


def test_a_consent_given_after_the_refusal_was_known_counts():
    known = a_known()
    _refusal(known, received=1, at=0)
    draft = _decided(known, a_consent())
    assert (draft.clashes, draft.repeated) == ([], [])


@pytest.mark.parametrize("other", [{"purpose": "provide_third_party"}, {"state": "consented"}])
def test_only_a_refusal_of_the_same_thing_stands_against_a_consent(other):
    known = a_known()
    _refusal(known, received=60, at=0, **other)
    assert _decided(known, a_consent()).repeated == []


def test_a_clock_far_ahead_is_set_back_to_now():
    moment = clocks.clamp((NOW + 3_600_000) << 16, NOW + 3_600_000, NOW)
    assert moment == (NOW << 16, NOW, True)


def test_a_clock_a_little_ahead_or_behind_is_left_alone():
    assert clocks.clamp(hlc(299), NOW + 299_000, NOW) == (hlc(299), NOW + 299_000, False)
    assert clocks.clamp(hlc(-9999), NOW - 9_999_000, NOW) == (hlc(-9999), NOW - 9_999_000, False)


def test_after_four_hundred_days_nobody_knows_whether_it_was_seen():
    assert clocks.too_old(hlc(-401 * 86_400), NOW)
    assert not clocks.too_old(hlc(-399 * 86_400), NOW)


def test_somebody_who_left_does_nothing_more():
    known = a_known()
    a_customer(known)
    with pytest.raises(PutAside) as aside:
        _decided(known, update("customer", CUSTOMER, 1, tier="x"), actor=GONE)
    assert aside.value.why == "no_person"
