"""What the rules make, and that nothing is ever made twice."""

from __future__ import annotations

import datetime as dt

import pytest

from jewelcrm.customers.commands import archive_customer, quick_add, record_consent
from jewelcrm.followups import commands, queries
from jewelcrm.money import Money
from jewelcrm.orders.commands import edit_order, move_order, set_dues
from jewelcrm.payments.commands import take_payment
from jewelcrm.payments.model import NewDue, NewPayment
from tests.builders import a_consent, a_kept_customer, a_placed_order
from tests.jewelcrm.followups.builders import (
    DAY,
    a_customer_with_a_birthday,
    a_ready_order,
    a_wish,
    an_order_with_a_balance,
    days_pass,
    made,
    still_open,
)


def test_a_balance_due_in_three_days_is_remembered(ctx):
    order = an_order_with_a_balance(ctx, due_in=3)
    assert commands.run_rules(ctx) == 1
    [reminder] = made(ctx, "balance_due")
    assert reminder.title == "Balance is due soon: remind the customer"
    assert (reminder.step, reminder.standing, str(reminder.amount)) == (-3, "due", "HK$700.00")
    assert reminder.order.number == order.number
    assert reminder.customer.name == "Chan Tai Man"


def test_a_paid_balance_stops_the_reminder_ladder(ctx, clock):
    order = an_order_with_a_balance(ctx, due_in=3)
    commands.run_rules(ctx)
    take_payment(ctx, order.id, "balance", "fps", Money(700_00))
    [reminder] = made(ctx, "balance_due")
    assert (reminder.standing, reminder.outcome) == ("stopped", "paid")
    days_pass(ctx, clock, 20)
    assert len(made(ctx, "balance_due")) == 1


def test_a_part_payment_does_not_stop_the_ladder(ctx, clock):
    order = an_order_with_a_balance(ctx, due_in=3)
    commands.run_rules(ctx)
    take_payment(ctx, order.id, "balance", "fps", Money(100_00))
    assert [one.standing for one in made(ctx, "balance_due")] == ["due"]
    assert str(made(ctx, "balance_due")[0].amount) == "HK$600.00"


def test_an_unpaid_balance_climbs_the_ladder_and_ends_with_the_manager(ctx, clock, manager):
    an_order_with_a_balance(ctx, due_in=3)
    commands.run_rules(ctx)
    days_pass(ctx, clock, 30)
    ladder = made(ctx, "balance_due")
    assert [one.step for one in ladder] == [-3, 0, 7, 14]
    assert [one.outcome for one in ladder] == ["replaced", "replaced", "replaced", None]
    assert ladder[-1].assignee_id == manager.staff.id
    assert ladder[-1].title == "Balance is overdue: manager to decide"


def test_running_the_rules_again_makes_nothing(ctx):
    an_order_with_a_balance(ctx)
    a_customer_with_a_birthday(ctx)
    assert commands.run_rules(ctx) == 2
    assert commands.run_rules(ctx) == 0


def test_what_was_closed_never_comes_back(ctx, clock):
    a_customer_with_a_birthday(ctx, in_days=7)
    commands.run_rules(ctx)
    commands.close(ctx, made(ctx)[0].id, outcome="reached")
    days_pass(ctx, clock, 7)
    assert len(made(ctx, "birthday")) == 1


def test_next_year_the_birthday_comes_again(ctx, clock):
    a_customer_with_a_birthday(ctx, in_days=7)
    commands.run_rules(ctx)
    clock.move(days=365)
    commands.run_rules(ctx)
    assert len(made(ctx, "birthday")) == 2


def test_days_without_the_program_leave_one_reminder_due_today(ctx, clock):
    an_order_with_a_balance(ctx, due_in=3)
    clock.move(days=12)
    commands.run_rules(ctx)
    [reminder] = made(ctx, "balance_due")
    assert (reminder.step, reminder.standing, reminder.days_late) == (7, "due", 0)


def test_a_clock_set_back_makes_nothing_again_and_loses_nothing(ctx, clock):
    an_order_with_a_balance(ctx, due_in=3)
    days_pass(ctx, clock, 10)
    before = [(one.id, one.standing) for one in made(ctx)]
    clock.move(days=-6)
    commands.run_rules(ctx)
    clock.move(days=6)
    commands.run_rules(ctx)
    assert [(one.id, one.standing) for one in made(ctx)] == before


def test_a_clock_that_fell_back_for_years_greets_nobody(ctx, clock):
    for _ in range(20):
        a_placed_order(ctx)
    a_customer_with_a_birthday(ctx, in_days=7)
    clock.move(days=-365 * 4)
    assert commands.run_rules(ctx) == 0
    clock.move(days=365 * 4)
    commands.run_rules(ctx)
    assert len(made(ctx, "birthday")) == 1


def test_a_clock_that_ran_ahead_does_not_take_a_reminder_away(ctx, clock):
    an_order_with_a_balance(ctx, due_in=3)
    clock.move(days=40)
    commands.run_rules(ctx)
    clock.move(days=-40)
    commands.run_rules(ctx)
    [reminder] = still_open(ctx, "balance_due")
    assert reminder.due_on == ctx.today()


def test_a_reminder_that_was_put_off_is_not_passed_by_the_next_rung(ctx, clock):
    an_order_with_a_balance(ctx, due_in=3)
    commands.run_rules(ctx)
    until = ctx.today() + 8 * DAY
    commands.snooze(ctx, made(ctx)[0].id, until=until, reason="Travelling")
    days_pass(ctx, clock, 7)
    assert [one.standing for one in made(ctx, "balance_due")] == ["snoozed"]
    days_pass(ctx, clock, 1)
    assert [one.outcome for one in made(ctx, "balance_due")] == ["replaced", None]


def test_the_managers_rung_comes_past_a_reminder_that_was_put_off(ctx, clock):
    an_order_with_a_balance(ctx, due_in=3)
    commands.run_rules(ctx)
    until = ctx.today() + 60 * DAY
    commands.snooze(ctx, made(ctx)[0].id, until=until, reason="Travelling")
    days_pass(ctx, clock, 18)
    assert [one.standing for one in made(ctx, "balance_due")] == ["snoozed", "overdue"]


def test_a_balance_agreed_for_another_day_moves_its_reminder(ctx):
    order = an_order_with_a_balance(ctx, due_in=3)
    commands.run_rules(ctx)
    later = ctx.today() + 40 * DAY
    dues = [
        NewDue("deposit", ctx.today(), Money(300_00)),
        NewDue("balance", later, Money(700_00)),
    ]
    set_dues(ctx, order.id, dues)
    commands.run_rules(ctx)
    assert [one.outcome for one in made(ctx, "balance_due")] == ["changed"]


def test_a_deposit_that_was_not_paid_is_asked_for(ctx):
    order = an_order_with_a_balance(ctx, due_in=30, deposit=None)
    commands.run_rules(ctx)
    [reminder] = made(ctx, "deposit_due")
    assert (reminder.order.number, str(reminder.amount)) == (order.number, "HK$300.00")


def test_instalments_are_asked_for_one_by_one(ctx, clock):
    today, part = ctx.today(), Money(500_00)
    order = a_placed_order(
        ctx,
        kind="sale",
        customer_id=a_kept_customer(ctx),
        dues=[NewDue("instalment", today + n * 30 * DAY, part) for n in (0, 1)]
        + [NewDue("balance", today + 60 * DAY, Money(280_00))],
    )
    commands.run_rules(ctx)
    take_payment(ctx, order.id, "instalment", "cash", part)
    days_pass(ctx, clock, 31)
    first, *second = made(ctx, "instalment_due")
    assert (first.standing, first.outcome) == ("stopped", "paid")
    assert [one.step for one in second] == [-7, -1, 1]


def test_a_ready_order_that_nobody_collects_is_remembered_after_3_7_and_14_days(ctx, clock):
    a_ready_order(ctx)
    commands.run_rules(ctx)
    assert made(ctx, "ready_waiting") == []
    days_pass(ctx, clock, 15)
    assert [one.step for one in made(ctx, "ready_waiting")] == [3, 7, 14]


def test_collecting_the_order_ends_its_reminders(ctx, clock):
    order = a_ready_order(ctx)
    days_pass(ctx, clock, 3)
    move_order(ctx, order.id, "collected")
    assert [one.outcome for one in made(ctx, "ready_waiting")] == ["collected"]


def test_an_order_back_in_the_workshop_is_not_waiting_any_more(ctx, clock):
    order = a_ready_order(ctx)
    days_pass(ctx, clock, 3)
    move_order(ctx, order.id, "in_work")
    commands.run_rules(ctx)
    assert [one.outcome for one in made(ctx, "ready_waiting")] == ["changed"]


def test_a_cancelled_order_asks_for_nothing(ctx):
    order = an_order_with_a_balance(ctx, due_in=3, promised_on=ctx.today() + 2 * DAY)
    commands.run_rules(ctx)
    move_order(ctx, order.id, "cancelled", "Changed her mind")
    commands.run_rules(ctx)
    assert {one.standing for one in made(ctx)} == {"stopped"}
    assert len(made(ctx)) == 2


def test_a_promised_date_near_is_checked_two_days_before(ctx, clock):
    a_placed_order(
        ctx, kind="special", customer_id=a_kept_customer(ctx), promised_on=ctx.today() + 3 * DAY
    )
    commands.run_rules(ctx)
    assert made(ctx, "promise_near") == []
    days_pass(ctx, clock, 1)
    assert [one.step for one in made(ctx, "promise_near")] == [-2]


def test_a_new_promise_takes_the_place_of_the_old_one(ctx):
    order = a_placed_order(
        ctx, kind="special", customer_id=a_kept_customer(ctx), promised_on=ctx.today() + 2 * DAY
    )
    commands.run_rules(ctx)
    edit_order(ctx, order.id, promised_on=ctx.today() + DAY)
    commands.run_rules(ctx)
    assert {one.outcome for one in made(ctx, "promise_near")} == {"changed", None}


def test_a_birthday_is_told_a_week_before(ctx):
    customer_id = a_customer_with_a_birthday(ctx, in_days=7)
    commands.run_rules(ctx)
    [greeting] = made(ctx, "birthday")
    assert (greeting.customer.id, greeting.due_on) == (customer_id, ctx.today())


def test_a_lunar_birthday_is_told_a_week_before(ctx, clock):
    clock.moment = dt.datetime(2026, 9, 18, 4, tzinfo=dt.UTC)  # a week before Mid-Autumn
    a_customer_with_a_birthday(ctx, month=8, day=15, calendar="lunar")
    commands.run_rules(ctx)
    assert len(made(ctx, "birthday")) == 1


def test_a_birthday_in_the_family_is_told_to_the_customer_as_a_gift(ctx):
    a_customer_with_a_birthday(ctx, whose="husband")
    commands.run_rules(ctx)
    assert made(ctx, "birthday")[0].title == "Birthday in the family soon: offer help with a gift"


@pytest.mark.parametrize("answer", [None, "refused", "withdrawn"])
def test_nobody_is_greeted_without_consent(ctx, answer):
    a_customer_with_a_birthday(ctx, consent=answer)
    assert commands.run_rules(ctx) == 0


def test_a_spoken_consent_must_be_confirmed_before_it_counts(ctx):
    customer_id = a_customer_with_a_birthday(ctx, consent=None)
    record_consent(ctx, customer_id, a_consent(source="oral"))
    assert commands.run_rules(ctx) == 0


def test_consent_that_is_withdrawn_stops_what_is_marketing(ctx):
    customer_id = a_customer_with_a_birthday(ctx)
    commands.run_rules(ctx)
    record_consent(ctx, customer_id, a_consent("withdrawn"))
    commands.run_rules(ctx)
    assert [one.outcome for one in made(ctx)] == ["no_consent"]


def test_a_service_reminder_needs_no_consent(ctx, clock):
    a_ready_order(ctx)
    days_pass(ctx, clock, 3)
    assert len(made(ctx, "ready_waiting")) == 1


def test_a_customer_put_away_gets_no_greeting(ctx):
    archive_customer(ctx, a_customer_with_a_birthday(ctx), reason="Moved abroad")
    assert commands.run_rules(ctx) == 0


def test_thirty_days_after_a_purchase_the_customer_is_thanked_once(ctx, clock):
    customer_id = a_kept_customer(ctx, consent=a_consent())
    for _ in range(2):
        a_placed_order(
            ctx, customer_id=customer_id, take_now=True, deposit=NewPayment("card", Money(128000))
        )
    days_pass(ctx, clock, 40)
    [thanks] = made(ctx, "after_purchase")
    assert thanks.step == 30


def test_a_wish_is_remembered_two_weeks_before_it_is_wanted(ctx):
    customer_id = a_kept_customer(ctx, consent=a_consent())
    a_wish(ctx, customer_id, ctx.today() + 14 * DAY)
    a_wish(ctx, customer_id, ctx.today() + 15 * DAY)
    assert commands.run_rules(ctx) == 1


def test_quick_add_brings_a_welcome_in_three_days(ctx):
    customer_id = quick_add(ctx, phone="9123 4567", name="Yip Mei", consent=a_consent())
    [welcome] = made(ctx, "welcome")
    assert (welcome.customer.id, welcome.due_on) == (customer_id, ctx.today() + 3 * DAY)
    assert welcome.assignee_id == ctx.staff.id


def test_a_rule_switched_off_makes_nothing_and_stops_its_open_ones_when_asked(ctx):
    a_customer_with_a_birthday(ctx, in_days=7)
    commands.run_rules(ctx)
    assert commands.set_rule(ctx, "birthday", active=False, stop_open=True) == 1
    a_customer_with_a_birthday(ctx, in_days=6)
    assert commands.run_rules(ctx) == 0
    assert [one.outcome for one in made(ctx)] == ["rule_off"]


def test_a_shop_may_set_its_own_steps(ctx, clock):
    commands.set_rule(ctx, "birthday", days=[-10, -1])
    a_customer_with_a_birthday(ctx, in_days=10)
    commands.run_rules(ctx)
    days_pass(ctx, clock, 10)
    assert [one.step for one in made(ctx, "birthday")] == [-10, -1]
    [setting] = [one for one in queries.rules(ctx) if one.key == "birthday"]
    assert (setting.days, setting.declared_days, setting.active) == ((-10, -1), (-7,), True)


def test_fewer_steps_than_before_are_kept_as_they_were_set(ctx):
    commands.set_rule(ctx, "balance_due", days=[-3, 0, 5])
    commands.set_rule(ctx, "balance_due", days=[1])
    [setting] = [one for one in queries.rules(ctx) if one.key == "balance_due"]
    assert setting.days == (1,)
