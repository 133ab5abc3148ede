"""A spoken consent is remembered until it is confirmed in writing, or taken back."""

import pytest

from jewelcrm.customers import commands as customers
from jewelcrm.customers import queries as cards
from jewelcrm.followups import commands
from tests.builders import a_consent, a_kept_customer
from tests.jewelcrm.followups.builders import days_pass, made


@pytest.fixture
def spoken(ctx):
    return a_kept_customer(ctx, consent=a_consent(source="oral", witness="Wing"))


def reminders(ctx):
    return [(one.step, one.standing, one.outcome) for one in made(ctx, "consent_confirm")]


def confirm(ctx, key):
    for entry in cards.card(ctx, key).consent.entries:
        customers.confirm_consent(ctx, entry.id)


def test_the_confirmation_is_remembered_four_days_after_the_answer(ctx, clock, spoken):
    days_pass(ctx, clock, 3)
    assert reminders(ctx) == []
    days_pass(ctx, clock, 1)
    assert [step for step, _standing, _outcome in reminders(ctx)] == [-10]


def test_a_signed_answer_needs_none(ctx, clock):
    a_kept_customer(ctx, consent=a_consent())
    days_pass(ctx, clock, 14)
    assert reminders(ctx) == []


def test_the_confirmation_ends_it_at_once(ctx, clock, spoken):
    days_pass(ctx, clock, 5)
    confirm(ctx, spoken)
    assert reminders(ctx) == [(-10, "stopped", "confirmed")]
    days_pass(ctx, clock, 10)
    assert len(reminders(ctx)) == 1


def test_so_does_a_later_no(ctx, clock, spoken):
    days_pass(ctx, clock, 5)
    customers.record_consent(ctx, spoken, a_consent("withdrawn"))
    assert reminders(ctx) == [(-10, "stopped", "confirmed")]


def test_one_confirmed_on_another_pc_ends_with_the_next_run(ctx, clock, spoken, monkeypatch):
    days_pass(ctx, clock, 5)
    with monkeypatch.context() as patch:
        patch.setattr("jewelcrm.customers.commands.consents.stop_confirming", lambda *_: 0)
        confirm(ctx, spoken)
    assert reminders(ctx)[0][2] is None
    commands.run_rules(ctx)
    assert reminders(ctx) == [(-10, "stopped", "confirmed")]


def test_part_of_it_is_not_all_of_it(ctx, clock):
    answer = a_consent(source="oral", witness="Wing", channels=("whatsapp", "email"))
    key = a_kept_customer(ctx, consent=answer)
    days_pass(ctx, clock, 5)
    first, *_ = cards.card(ctx, key).consent.entries
    customers.confirm_consent(ctx, first.id)
    assert reminders(ctx)[0][1] != "stopped"
