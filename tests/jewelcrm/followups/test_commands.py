"""What a person does with a follow-up."""

from __future__ import annotations

import pytest

from db.types import new_id
from jewelcrm.errors import CanFix, Denied
from jewelcrm.followups import commands, queries
from tests.builders import a_kept_customer, a_placed_order
from tests.jewelcrm.followups.builders import DAY


def a_follow_up(ctx, **more):
    usual = {"title": "Send photos of the bangles", "due_on": ctx.today()}
    return commands.add(ctx, **{**usual, **more})


def test_a_follow_up_made_by_hand_is_for_oneself_and_already_read(ctx):
    customer_id = a_kept_customer(ctx)
    one = queries.one(ctx, a_follow_up(ctx, customer_id=customer_id))
    assert (one.standing, one.assignee_id, one.seen) == ("due", ctx.staff.id, True)
    assert (one.customer.id, one.rule, one.step) == (customer_id, None, None)


def test_a_follow_up_for_somebody_else_is_new_to_them(ctx, sales):
    a_follow_up(ctx, assignee_id=sales.staff.id)
    assert queries.today(sales).unread == 1
    assert queries.today(ctx).unread == 0


def test_a_follow_up_about_an_order_is_about_its_customer(ctx):
    customer_id = a_kept_customer(ctx)
    order = a_placed_order(ctx, customer_id=customer_id)
    one = queries.one(ctx, a_follow_up(ctx, order_id=order.id))
    assert (one.customer.id, one.order.number) == (customer_id, order.number)


@pytest.mark.parametrize("days", [-1, 800])
def test_a_day_that_has_passed_or_is_years_away_is_refused(ctx, days):
    with pytest.raises(CanFix) as refusal:
        a_follow_up(ctx, due_on=ctx.today() + days * DAY)
    assert refusal.value.field == "due_on"


@pytest.mark.parametrize("more", [{"title": "  "}, {"title": "x" * 201}])
def test_a_follow_up_says_what_is_to_be_done(ctx, more):
    with pytest.raises(CanFix):
        a_follow_up(ctx, **more)


@pytest.mark.parametrize("who", ["customer_id", "order_id", "assignee_id"])
def test_a_follow_up_about_nobody_we_know_is_refused(ctx, who):
    with pytest.raises(CanFix):
        a_follow_up(ctx, **{who: new_id()})


def test_snoozing_keeps_the_first_day_and_the_reason(ctx, clock):
    one = a_follow_up(ctx)
    day = ctx.today()
    commands.snooze(ctx, one, until=day + 2 * DAY, reason="Travelling")
    commands.snooze(ctx, one, until=day + 5 * DAY, reason="Still travelling")
    found = queries.one(ctx, one)
    assert (found.standing, found.due_on, found.snoozed_from) == ("snoozed", day + 5 * DAY, day)
    assert found.snooze_reason == "Still travelling"
    clock.move(days=6)
    assert queries.one(ctx, one).days_late == 1


@pytest.mark.parametrize(("days", "reason"), [(0, "Travelling"), (3, "   ")])
def test_snoozing_needs_a_later_day_and_a_reason(ctx, days, reason):
    one = a_follow_up(ctx)
    with pytest.raises(CanFix):
        commands.snooze(ctx, one, until=ctx.today() + days * DAY, reason=reason)


def test_closing_says_what_came_of_it(ctx):
    one = a_follow_up(ctx)
    commands.close(ctx, one, outcome="left_message", note="Will ring back")
    found = queries.one(ctx, one)
    assert (found.standing, found.outcome, found.outcome_note) == (
        "done",
        "left_message",
        "Will ring back",
    )
    assert found.closed_by == "Mei Chan"


def test_an_outcome_that_is_not_in_the_list_is_refused(ctx):
    one = a_follow_up(ctx)
    with pytest.raises(CanFix):
        commands.close(ctx, one, outcome="paid")


def test_what_is_closed_cannot_be_closed_or_put_off_again(ctx):
    one = a_follow_up(ctx)
    commands.close(ctx, one, outcome="done")
    with pytest.raises(CanFix):
        commands.close(ctx, one, outcome="done")
    with pytest.raises(CanFix):
        commands.snooze(ctx, one, until=ctx.today() + DAY, reason="Travelling")


def test_a_follow_up_closed_by_mistake_is_opened_again(ctx):
    one = a_follow_up(ctx)
    commands.close(ctx, one, outcome="done", note="Wrong card")
    commands.reopen(ctx, one)
    found = queries.one(ctx, one)
    assert (found.standing, found.outcome, found.closed_at) == ("due", None, None)
    with pytest.raises(CanFix):
        commands.reopen(ctx, one)


def test_what_was_looked_at_is_not_unread_any_more(ctx, sales):
    ids = [a_follow_up(ctx, assignee_id=sales.staff.id) for _ in range(3)]
    assert commands.mark_seen(sales, ids[:2]) == 2
    assert commands.mark_seen(sales, ids) == 1
    assert commands.mark_seen(sales, []) == 0
    assert queries.today(sales).unread == 0


def test_a_follow_up_given_to_somebody_is_new_to_them(ctx, sales):
    one = a_follow_up(ctx)
    commands.assign(ctx, one, sales.staff.id)
    found = queries.one(ctx, one)
    assert (found.assignee, found.seen) == ("Ann Lee", False)
    commands.assign(ctx, one, None)
    assert queries.one(ctx, one).assignee is None


def test_the_rules_are_the_managers_to_set(sales, manager):
    with pytest.raises(Denied):
        commands.set_rule(sales, "birthday", active=False)
    assert commands.set_rule(manager, "birthday", active=False) == 0


def test_a_rule_that_does_not_exist_is_refused(ctx):
    with pytest.raises(CanFix):
        commands.set_rule(ctx, "full_moon")


def test_what_is_no_longer_there_is_said_so(ctx):
    with pytest.raises(CanFix):
        commands.close(ctx, new_id(), outcome="done")
    with pytest.raises(CanFix):
        queries.one(ctx, new_id())
