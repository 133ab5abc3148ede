"""The ledger: money in, money back, what is due, a day's total."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.errors import StoreError
from db.tables.followups import followup
from db.tables.orders import sales_order
from db.tables.payments import payment
from jewelcrm.customers.commands import join_household
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order, place_order
from jewelcrm.orders.queries import order
from jewelcrm.payments import queries
from jewelcrm.payments.commands import refund, reverse, take_payment
from jewelcrm.payments.model import NewDue, NewPayment
from tests.builders import a_kept_customer, a_line, a_placed_order, an_order
from tests.conftest import PROVE

FULL = Money(128000)


def _reminders(ctx, order_id):
    with ctx.read() as conn:
        rows = conn.execute(
            select(followup.c.rule, followup.c.state).where(followup.c.order_id == order_id)
        )
        return {row.rule: row.state for row in rows}


def _remind(ctx, order_id, *rules):
    with ctx.work() as work:
        for rule in rules:
            work.insert(
                followup, order_id=order_id, rule=rule, title=rule, due_on=ctx.today(), state="open"
            )


def test_payments_come_off_the_balance_until_nothing_is_left(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(28000)))
    taken = take_payment(ctx, placed.id, "instalment", "octopus", Money(50000))
    assert taken.balance == Money(50000)
    last = take_payment(ctx, placed.id, "balance", "fps", Money(50000), reference="FPS 7")
    assert last.balance == Money(0)
    assert len({placed.receipt_number, taken.receipt_number, last.receipt_number}) == 3
    assert [one.amount.cents for one in queries.of_order(ctx, placed.id)] == [28000, 50000, 50000]
    with pytest.raises(CanFix, match="Nothing is left"):
        take_payment(ctx, placed.id, "balance", "cash", Money(1))


def test_an_over_payment_is_refused_and_nothing_is_kept(ctx):
    placed = a_placed_order(ctx)
    with pytest.raises(CanFix, match=r"HK\$1,280\.00"):
        take_payment(ctx, placed.id, "balance", "cash", FULL + Money(1))
    assert queries.of_order(ctx, placed.id) == []


def test_a_card_number_as_reference_is_refused(ctx):
    placed = a_placed_order(ctx)
    for more in ({"reference": "4111 1111 1111 1111"}, {"remark": "card 5500000000000004"}):
        with pytest.raises(CanFix):
            take_payment(ctx, placed.id, "balance", "card", FULL, **more)


def test_a_paid_balance_stops_every_reminder_of_money(ctx):
    placed = a_placed_order(ctx)
    _remind(ctx, placed.id, "balance_due", "deposit_due", "instalment_due", "promise_near")
    take_payment(ctx, placed.id, "balance", "cash", FULL)
    kept = _reminders(ctx, placed.id)
    assert kept.pop("promise_near") == "open"
    assert set(kept.values()) == {"stopped"}


def test_a_paid_deposit_stops_the_reminder_of_the_deposit_only(ctx):
    day = ctx.today()
    dues = [NewDue("deposit", day, Money(28000)), NewDue("balance", day, Money(100000))]
    placed = a_placed_order(ctx, dues=dues)
    _remind(ctx, placed.id, "balance_due", "deposit_due")
    take_payment(ctx, placed.id, "deposit", "cash", Money(28000))
    assert _reminders(ctx, placed.id) == {"balance_due": "open", "deposit_due": "stopped"}


def test_a_refund_needs_the_manager_and_a_reason_and_is_never_more_than_was_paid(
    ctx, sales, manager
):
    placed = a_placed_order(ctx, deposit=NewPayment("card", Money(50000)))
    with pytest.raises(Denied):
        refund(sales, placed.payment_id, Money(100), "asked for it")
    for amount, reason in ((Money(50001), "x"), (Money(100), " "), (Money(0), "x")):
        with pytest.raises(CanFix):
            refund(manager, placed.payment_id, amount, reason)
    back = refund(manager, placed.payment_id, Money(20000), "ring too small")
    assert back.balance == Money(98000)
    with pytest.raises(CanFix, match=r"HK\$300\.00"):
        refund(manager, placed.payment_id, Money(30001), "more")
    entry = queries.of_order(ctx, placed.id)[-1]
    assert (entry.kind, entry.method, entry.amount) == ("refund", "card", Money(-20000))
    assert entry.remark == "ring too small"
    with pytest.raises(CanFix, match="itself"):
        refund(manager, entry.id, Money(1), "again")


def test_money_given_back_for_returned_goods_is_not_due_again(ctx, clock):
    placed = a_placed_order(ctx, take_now=True, deposit=NewPayment("cash", FULL))
    clock.move(days=2)
    assert refund(ctx, placed.payment_id, FULL, "returned in seven days").balance == Money(0)
    kept = order(ctx, placed.id)
    assert (kept.paid, kept.returned, kept.balance) == (Money(0), FULL, Money(0))
    assert queries.money_due(ctx, ctx.today() + dt.timedelta(days=99)) == []


def test_money_given_back_while_the_order_is_open_is_due_again(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("card", FULL))
    assert queries.money_due(ctx, ctx.today()) == []
    refund(ctx, placed.payment_id, FULL, "wrong card, pays cash")
    assert [due.outstanding for due in queries.money_due(ctx, ctx.today())] == [FULL]


def test_a_mistaken_entry_is_reversed_by_an_equal_one(ctx):
    placed = a_placed_order(ctx)
    taken = take_payment(ctx, placed.id, "balance", "cash", FULL)
    assert reverse(ctx, taken.payment_id, "typed twice").balance == FULL
    assert [one.amount for one in queries.of_order(ctx, placed.id)] == [FULL, -FULL]
    with pytest.raises(CanFix):
        reverse(ctx, taken.payment_id, "again")


def test_the_ledger_itself_refuses_a_change(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", FULL))
    with pytest.raises(StoreError), ctx.work() as work:
        work.update(payment, placed.payment_id, amount_cents=1)


def test_money_for_a_cancelled_order_is_refused_but_can_be_given_back(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(50000)))
    move_order(ctx, placed.id, "cancelled", "out of stock")
    with pytest.raises(CanFix):
        take_payment(ctx, placed.id, "balance", "cash", Money(100))
    refund(ctx, placed.payment_id, Money(50000), "out of stock")
    assert order(ctx, placed.id).paid == Money(0)
    assert queries.money_due(ctx, ctx.today() + dt.timedelta(days=99)) == []


def test_linked_cash_asks_at_the_threshold_over_orders_and_household(ctx, clock):
    his, hers = a_kept_customer(ctx), a_kept_customer(ctx)
    join_household(ctx, hers, household_id=join_household(ctx, his, name="Chan"))
    big = [a_line(unit_price=Money.of(200_000))]
    first = a_placed_order(ctx, customer_id=his, lines=big)
    second = a_placed_order(ctx, customer_id=hers, lines=big)
    assert take_payment(ctx, first.id, "deposit", "cash", Money.of(60_000)).notices == ()
    assert take_payment(ctx, first.id, "instalment", "card", Money.of(59_999)).notices == ()
    (notice,) = take_payment(ctx, second.id, "deposit", "cash", Money.of(60_000)).notices
    assert notice.key == "dpms.cash"
    clock.move(days=40)
    third = a_placed_order(ctx, customer_id=hers, lines=big)
    assert take_payment(ctx, third.id, "deposit", "cash", Money.of(60_000)).notices == ()
    assert take_payment(ctx, third.id, "balance", "cash", Money.of(140_000)).notices


def test_cash_paid_out_at_the_threshold_asks_too(ctx):
    placed = a_placed_order(
        ctx,
        lines=[a_line(unit_price=Money.of(130_000))],
        deposit=NewPayment("cash", Money.of(130_000)),
    )
    assert [n.key for n in placed.notices] == ["dpms.cash"]
    back = refund(ctx, placed.payment_id, Money.of(120_000), "returned")
    assert [n.key for n in back.notices] == ["dpms.cash"]


def test_money_due_is_what_payments_do_not_cover_in_the_order_of_days(ctx):
    days = [ctx.today() + dt.timedelta(days=n) for n in (0, 10, 20)]
    dues = [
        NewDue("deposit", days[0], Money(28000)),
        NewDue("instalment", days[1], Money(50000)),
        NewDue("balance", days[2], Money(50000)),
    ]
    placed = a_placed_order(ctx, dues=dues)
    take_payment(ctx, placed.id, "deposit", "cash", Money(40000))
    assert queries.money_due(ctx, days[0]) == []
    (row,) = queries.money_due(ctx, days[1])
    assert (row.kind, row.amount, row.outstanding) == ("instalment", Money(50000), Money(38000))
    assert [row.kind for row in queries.money_due(ctx, days[2])] == ["instalment", "balance"]
    assert len(queries.money_due(ctx, days[2], limit=1)) == 1


def test_an_order_from_an_older_system_is_not_money_due(ctx):
    with ctx.work() as work:
        work.insert(
            sales_order,
            number="OLD-1",
            kind="sale",
            channel="counter",
            stage="collected",
            currency="HKD",
            stage_since=work.now,
            placed_at=work.now,
            rush=False,
            external_key="OLD-1",
        )
    a_placed_order(ctx, draft=True)
    assert queries.money_due(ctx, ctx.today() + dt.timedelta(days=999)) == []


def test_a_day_s_total_adds_up_by_method(ctx, clock):
    a_placed_order(ctx, deposit=NewPayment("cash", Money(50000)))
    second = a_placed_order(ctx, deposit=NewPayment("fps", Money(20000)))
    refund(ctx, second.payment_id, Money(5000), "too much")
    day = ctx.today()
    clock.move(days=1)
    a_placed_order(ctx, deposit=NewPayment("cash", Money(99)))
    total = queries.day_total(ctx, day)
    assert [(m.method, m.count, m.taken.cents, m.given_back.cents) for m in total.methods] == [
        ("cash", 1, 50000, 0),
        ("fps", 2, 20000, 5000),
    ]
    assert (total.net, total.count) == (Money(65000), 3)
    assert total.net == Money.total(m.net for m in total.methods)
    assert total.first_receipt < total.last_receipt


def test_the_single_entries_of_a_day_are_what_its_total_adds_up(ctx, clock):
    first = a_placed_order(ctx, deposit=NewPayment("cash", Money(50000)))
    clock.move(minutes=5)
    refund(ctx, first.payment_id, Money(5000), "too much")
    day = ctx.today()
    clock.move(days=1)
    a_placed_order(ctx, deposit=NewPayment("cash", Money(99)))

    entries = queries.of_day(ctx, day)

    assert [(one.kind, one.amount.cents) for one in entries] == [
        ("refund", -5000),
        ("deposit", 50000),
    ]
    assert Money.total(one.amount for one in entries) == queries.day_total(ctx, day).net


def test_a_day_is_the_branch_s_own(ctx, clock):
    clock.moment = dt.datetime(2026, 11, 22, 15, 59, tzinfo=dt.UTC)  # 23:59 in Hong Kong
    a_placed_order(ctx, deposit=NewPayment("cash", Money(100)))
    clock.move(minutes=1)
    a_placed_order(ctx, deposit=NewPayment("cash", Money(200)))
    assert queries.day_total(ctx, dt.date(2026, 11, 22)).net == Money(100)
    assert queries.day_total(ctx, dt.date(2026, 11, 23)).net == Money(200)
    assert queries.day_total(ctx, dt.date(2026, 11, 24)).methods == ()


ACTS = st.lists(
    st.tuples(st.sampled_from(["pay", "refund", "reverse"]), st.integers(1, 60000)), max_size=8
)


@pytest.mark.prove
@settings(
    max_examples=400 if PROVE else 15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ACTS)
def test_whatever_is_done_the_books_agree(ctx, acts):
    placed = place_order(ctx, an_order(deposit=NewPayment("cash", Money(28000))))
    for act, cents in acts:
        _try(ctx, placed.id, act, Money(cents))
    kept = order(ctx, placed.id)
    assert kept.paid == Money.total(one.amount for one in kept.payments)
    assert kept.balance == kept.total - kept.paid
    assert Money(0) <= kept.paid <= kept.total
    due = [d for d in queries.money_due(ctx, dt.date(2099, 1, 1)) if d.order_id == placed.id]
    assert Money.total(d.outstanding for d in due) == kept.balance


def _try(ctx, order_id, act, money):
    entries = [one for one in queries.of_order(ctx, order_id) if one.amount.cents > 0]
    try:
        if act == "pay":
            take_payment(ctx, order_id, "instalment", "cash", money)
        elif act == "refund":
            refund(ctx, entries[-1].id, money, "why not")
        else:
            reverse(ctx, entries[-1].id, "mistake")
    except CanFix:
        pass


def test_paying_and_collecting_is_the_end(ctx):
    placed = a_placed_order(ctx, kind="special")
    take_payment(ctx, placed.id, "balance", "unionpay", FULL)
    for stage in ("in_work", "ready", "collected"):
        move_order(ctx, placed.id, stage)
    kept = order(ctx, placed.id)
    assert [due.outstanding for due in kept.dues] == [Money(0)]
    assert queries.of_customer(ctx, kept.customer_id)[0].amount == FULL


def test_money_is_taken_though_her_card_has_just_left_this_pc(ctx):
    customer = a_kept_customer(ctx)
    placed = a_placed_order(ctx, customer_id=customer)
    _swap_customers(ctx, "DELETE FROM customer WHERE id = ?", customer)
    taken = take_payment(ctx, placed.id, "instalment", "cash", Money(50000))
    assert taken.balance == FULL - Money(50000)
    [entry] = queries.of_order(ctx, placed.id)
    assert (entry.amount, entry.customer_id) == (Money(50000), None)
    assert [one.id for one in queries.of_customer(ctx, customer)] == [entry.id]


def _swap_customers(ctx, sql, *values):
    """As head office does it: foreign keys are not looked at."""
    with ctx.store.apply(now=ctx.clock.now()) as work:
        for table in ("contact_point", "consent"):
            work.raw.execute(f"DELETE FROM {table}")
        work.raw.execute(sql, values)


def test_what_is_gone_is_said_in_words_and_not_in_the_databases(ctx):
    with (
        pytest.raises(StoreError, match="What this belongs to is no longer on this PC"),
        ctx.work() as work,
    ):
        work.insert(payment, **_entry(ctx, work, order_id=bytes(16)))


def _entry(ctx, work, **more):
    usual = {"receipt_number": work.next_number(), "kind": "deposit", "method": "cash"}
    money = {"amount_cents": 1, "currency": "HKD", "taken_at": work.now, "staff_id": ctx.staff.id}
    return usual | money | more
