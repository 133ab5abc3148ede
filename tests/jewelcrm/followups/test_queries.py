"""The Today page and the lists."""

from __future__ import annotations

import datetime as dt

import pytest

from jewelcrm.customers.model import NewContact, NewPreference
from jewelcrm.followups import commands, queries
from jewelcrm.followups.model import OpenFilter
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.payments.commands import take_payment
from tests.builders import a_kept_customer, a_placed_order
from tests.jewelcrm.followups.builders import (
    DAY,
    a_customer_with_a_birthday,
    a_ready_order,
    an_order_with_a_balance,
)


def a_task(ctx, title="Call", **more):
    return commands.add(ctx, **{"title": title, "due_on": ctx.today(), **more})


def titles(section):
    return [one.title for one in section.items]


def test_an_empty_shop_has_an_empty_day(ctx):
    assert set(queries.today(ctx).counts.values()) == {0}


def test_the_day_tells_what_is_due_and_what_is_late(ctx, clock):
    a_task(ctx, "Late")
    clock.move(days=2)
    a_task(ctx, "Today")
    a_task(ctx, "Tomorrow", due_on=ctx.today() + DAY)
    board = queries.today(ctx)
    assert (titles(board.overdue), titles(board.due)) == (["Late"], ["Today"])
    assert board.overdue.items[0].days_late == 2


def test_the_day_ends_at_midnight_where_the_shop_is(ctx, clock):
    clock.moment = dt.datetime(2026, 11, 22, 15, 59, tzinfo=dt.UTC)
    a_task(ctx)
    assert queries.today(ctx).due.total == 1
    clock.moment = dt.datetime(2026, 11, 22, 16, 0, tzinfo=dt.UTC)
    assert queries.today(ctx).overdue.total == 1


def test_a_follow_up_put_off_is_not_on_todays_page(ctx):
    commands.snooze(ctx, a_task(ctx), until=ctx.today() + DAY, reason="Travelling")
    assert queries.today(ctx).due.total == 0


def test_my_day_is_mine_and_nobodys(ctx, sales):
    a_task(ctx, "Mine", assignee_id=sales.staff.id)
    a_task(ctx, "Another's")
    nobodys = a_task(ctx, "Nobody's")
    commands.assign(ctx, nobodys, None)
    assert sorted(titles(queries.today(sales, mine=True).due)) == ["Mine", "Nobody's"]
    assert queries.today(sales).due.total == 3


def test_an_item_tells_whom_to_call_and_how_she_likes_to_be_served(ctx):
    customer_id = a_kept_customer(
        ctx,
        language="cmn",
        contacts=(
            NewContact(kind="phone", value="2345 6789"),
            NewContact(kind="phone", value="9123 4567", preferred=True),
        ),
        preferences=(NewPreference(kind="service", value="no_calls"),),
    )
    a_task(ctx, customer_id=customer_id)
    who = queries.today(ctx).due.items[0].customer
    assert (who.phone, who.language, who.no_calls) == ("+85291234567", "cmn", True)


def test_orders_promised_today_are_on_the_page_until_they_are_collected(ctx):
    order = a_placed_order(
        ctx, kind="special", customer_id=a_kept_customer(ctx), promised_on=ctx.today()
    )
    assert [one.number for one in queries.today(ctx).promised_today.items] == [order.number]
    move_order(ctx, order.id, "in_work")
    move_order(ctx, order.id, "ready")
    assert queries.today(ctx).promised_today.total == 1
    take_payment(ctx, order.id, "balance", "card", Money(128000))
    move_order(ctx, order.id, "collected")
    assert queries.today(ctx).promised_today.total == 0


def test_orders_that_wait_tell_for_how_long(ctx, clock):
    order = a_ready_order(ctx)
    clock.move(days=5)
    [waiting] = queries.today(ctx).ready_waiting.items
    assert (waiting.number, waiting.waiting, waiting.balance) == (order.number, 5, Money(0))


def test_money_due_is_what_is_open_today_and_before(ctx, clock):
    order = an_order_with_a_balance(ctx, due_in=2)
    assert queries.today(ctx).money_due.total == 0
    clock.move(days=4)
    [due] = queries.today(ctx).money_due.items
    assert (due.order.number, due.kind, due.days_late) == (order.number, "balance", 2)
    assert due.amount == Money(700_00)
    take_payment(ctx, order.id, "balance", "card", Money(700_00))
    assert queries.today(ctx).money_due.total == 0


@pytest.mark.parametrize(("in_days", "shown"), [(0, 1), (14, 1), (15, 0), (-1, 0)])
def test_birthdays_of_the_next_fourteen_days_are_shown(ctx, in_days, shown):
    a_customer_with_a_birthday(ctx, in_days=in_days, year=1990)
    birthdays = queries.today(ctx).birthdays
    assert birthdays.total == len(birthdays.items) == shown


def test_a_birthday_tells_the_age_and_whether_she_may_be_greeted(ctx):
    a_customer_with_a_birthday(ctx, in_days=2, year=1990)
    a_customer_with_a_birthday(ctx, in_days=1, year=None, consent="refused")
    tomorrow, later = queries.today(ctx).birthdays.items
    assert (tomorrow.days_until, tomorrow.years, tomorrow.may_greet) == (1, None, False)
    assert (later.days_until, later.years, later.may_greet) == (2, 36, True)


def test_a_birthday_of_which_only_the_month_is_known_is_shown_on_its_first(ctx, clock):
    clock.moment = dt.datetime(2026, 11, 25, 4, tzinfo=dt.UTC)
    a_customer_with_a_birthday(ctx, month=12, day=None)
    [birthday] = queries.today(ctx).birthdays.items
    assert (birthday.on, birthday.day_known) == (dt.date(2026, 12, 1), False)


def test_what_somebody_waits_for_comes_before_greetings(ctx, clock):
    a_customer_with_a_birthday(ctx)
    commands.run_rules(ctx)
    an_order_with_a_balance(ctx, due_in=0)
    commands.run_rules(ctx)
    a_task(ctx, "By hand")
    rules = [one.rule for one in queries.today(ctx).due.items]
    assert rules[-1] == "birthday"
    assert set(rules) == {None, "balance_due", "birthday"}


def test_long_sections_show_the_first_and_count_the_rest(ctx):
    for _ in range(55):
        a_task(ctx)
    due = queries.today(ctx).due
    assert (len(due.items), due.total, due.more) == (50, 55, False)


def test_open_follow_ups_come_page_by_page_the_latest_first(ctx):
    for n in range(5):
        a_task(ctx, f"Task {n}", due_on=ctx.today() + (5 - n) * DAY)
    first = queries.open(ctx, limit=3)
    second = queries.open(ctx, limit=3, after=first.next)
    assert [one.title for one in (*first.items, *second.items)] == [
        f"Task {n}" for n in (4, 3, 2, 1, 0)
    ]
    assert (first.total, second.next) == (5, None)


def test_the_list_can_be_narrowed(ctx, sales):
    a_task(ctx, "Due")
    put_off = a_task(ctx, "Put off")
    commands.snooze(ctx, put_off, until=ctx.today() + DAY, reason="Travelling")
    a_task(ctx, "Coming", due_on=ctx.today() + DAY)
    a_task(ctx, "Ann's", assignee_id=sales.staff.id)
    a_customer_with_a_birthday(ctx)
    commands.run_rules(ctx)

    def narrowed(**wanted):
        return {one.title for one in queries.open(sales, OpenFilter(**wanted)).items}

    birthday = "Birthday soon: send a greeting"
    assert narrowed(standings=("due",)) == {"Due", "Ann's", birthday}
    assert narrowed(standings=("snoozed", "coming")) == {"Put off", "Coming"}
    assert narrowed(mine=True) == {"Ann's"}
    assert narrowed(rules=("birthday",)) == {birthday}
    assert narrowed(by_hand=True, standings=("due",)) == {"Due", "Ann's"}
    assert narrowed(unread=True) == {"Ann's", birthday}


def test_a_card_shows_what_is_open_first_and_then_what_was(ctx, clock):
    customer_id = a_kept_customer(ctx)
    done = a_task(ctx, "Done", customer_id=customer_id)
    commands.close(ctx, done, outcome="reached")
    a_task(ctx, "Open", customer_id=customer_id)
    a_task(ctx, "Somebody else's")
    assert [one.title for one in queries.of_customer(ctx, customer_id)] == ["Open", "Done"]


def test_what_was_closed_is_listed_page_by_page_the_latest_first(ctx, clock):
    made_ids = [
        commands.add(ctx, title=f"Call {n}", due_on=ctx.today(), assignee_id=None) for n in range(5)
    ]
    for one in made_ids:
        clock.move(minutes=1)
        commands.close(ctx, one, outcome="reached")
    first = queries.closed(ctx, limit=3)
    rest = queries.closed(ctx, limit=3, after=first.next)
    assert [f.id for f in (*first.items, *rest.items)] == made_ids[::-1]
    assert (first.total, rest.next) == (5, None)
