"""Changing orders: stages, lines, dues, weights at hand-back."""

import datetime as dt
from decimal import Decimal

import pytest
from sqlalchemy import select

from db.shop.lease import Lease
from db.shop.local import audit_log
from db.types import to_millis
from jewelcrm.access.doors import DOORS
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money
from jewelcrm.orders.commands import (
    add_line,
    complete_line,
    edit_line,
    edit_order,
    move_order,
    remove_line,
    set_dues,
)
from jewelcrm.orders.queries import order
from jewelcrm.payments.commands import take_payment
from jewelcrm.payments.model import NewDue, NewPayment
from tests.builders import a_line, a_placed_order


def _moved(ctx, order_id, *stages, **more):
    for stage in stages:
        moved = move_order(ctx, order_id, stage, **more)
    return moved


def test_a_step_is_kept_with_who_when_and_why(ctx, clock):
    placed = a_placed_order(ctx, kind="special")
    clock.move(days=3)
    move_order(ctx, placed.id, "in_work", reason="stones arrived")
    clock.move(days=2)
    kept = order(ctx, placed.id)
    step = kept.steps[-1]
    assert (step.from_stage, step.to_stage, step.reason) == (
        "confirmed",
        "in_work",
        "stones arrived",
    )
    assert step.staff_name == "Mei Chan"
    assert kept.days_in_stage == 2
    assert kept.next_stages == ("ready", "cancelled")


def test_a_step_that_is_not_allowed_changes_nothing(ctx):
    placed = a_placed_order(ctx, kind="repair")
    with pytest.raises(CanFix):
        move_order(ctx, placed.id, "collected")
    assert order(ctx, placed.id).stage == "received"


def test_a_piece_with_a_balance_leaves_only_with_a_reason(ctx):
    placed = a_placed_order(ctx)
    with pytest.raises(CanFix) as refusal:
        move_order(ctx, placed.id, "collected")
    assert refusal.value.field == "reason"
    move_order(ctx, placed.id, "collected", reason="pays on Monday, manager knows")
    assert order(ctx, placed.id).stage == "collected"


def test_a_repair_that_comes_back_lighter_is_noticed(ctx):
    placed = a_placed_order(
        ctx, kind="repair", lines=[a_line(unit_price=Money(0), weight_in=Decimal("8.00"))]
    )
    _moved(ctx, placed.id, "in_work", "quality_check", "ready")
    moved = move_order(ctx, placed.id, "collected", weight_out=Decimal("7.60"))
    assert [notice.key for notice in moved.notices] == ["repair.weight"]
    assert "8.00 g" in str(moved.notices[0])
    assert order(ctx, placed.id).lines[0].weight_out == Decimal("7.60")


def test_several_pieces_are_weighed_one_by_one(ctx):
    lines = [a_line(unit_price=Money(0), weight_in=Decimal(n)) for n in ("8", "3")]
    placed = a_placed_order(ctx, kind="repair", lines=lines)
    _moved(ctx, placed.id, "in_work", "quality_check", "ready")
    with pytest.raises(CanFix) as refusal:
        move_order(ctx, placed.id, "collected", weight_out=Decimal(11))
    assert refusal.value.field == "weight_out"
    first, second = order(ctx, placed.id).lines
    out = {first.id: Decimal("7.99"), second.id: Decimal("3.00")}
    assert move_order(ctx, placed.id, "collected", weight_out=out).notices == ()


def test_a_cancelled_order_owes_nothing_and_says_what_was_paid(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(50000)))
    moved = move_order(ctx, placed.id, "cancelled", "customer changed her mind")
    assert [notice.key for notice in moved.notices] == ["order.cancelled_paid"]
    kept = order(ctx, placed.id)
    assert (kept.stage, kept.balance, kept.paid) == ("cancelled", Money(0), Money(50000))
    with ctx.read() as conn:
        logged = select(audit_log.c.actor).where(
            audit_log.c.action == "orders.cancel", audit_log.c.subject == placed.id
        )
        assert conn.execute(logged).scalars().all() == [ctx.staff.id]


def test_sales_staff_do_not_cancel_orders(ctx, sales):
    placed = a_placed_order(ctx)
    with pytest.raises(Denied):
        move_order(sales, placed.id, "cancelled", "no reason")


def test_a_changed_line_changes_total_and_balance_due(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(50000)))
    line = order(ctx, placed.id).lines[0]
    edit_line(ctx, line.id, quantity=Decimal(2), discount=Money(6000))
    kept = order(ctx, placed.id)
    assert kept.total == Money(250000)
    assert [due.amount.cents for due in kept.dues] == [50000, 200000]


def test_lines_are_added_and_put_away_but_one_stays(ctx):
    placed = a_placed_order(ctx)
    added = add_line(ctx, placed.id, a_line(description="Chain", unit_price=Money(70000)))
    assert [line.description for line in order(ctx, placed.id).lines] == ["Plain ring", "Chain"]
    remove_line(ctx, added)
    kept = order(ctx, placed.id)
    assert kept.total == Money(128000)
    assert Money.total(due.amount for due in kept.dues) == Money(128000)
    with pytest.raises(CanFix):
        remove_line(ctx, kept.lines[0].id)


def test_a_total_below_what_was_paid_is_refused(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(100000)))
    with pytest.raises(CanFix, match="Refund first"):
        edit_line(ctx, order(ctx, placed.id).lines[0].id, unit_price=Money(90000))
    assert order(ctx, placed.id).total == Money(128000)


def test_a_paid_order_that_grows_owes_again(ctx):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(128000)))
    add_line(ctx, placed.id, a_line(unit_price=Money(70000)))
    kept = order(ctx, placed.id)
    assert kept.balance == Money(70000)
    assert Money.total(due.outstanding for due in kept.dues) == Money(70000)


@pytest.mark.parametrize("end", ["collected", "cancelled"])
def test_nothing_is_changed_after_the_end_but_remark_and_description(ctx, end):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(128000)))
    move_order(ctx, placed.id, end, reason="because")
    line = order(ctx, placed.id).lines[0]
    for change in (
        lambda: edit_line(ctx, line.id, quantity=Decimal(2)),
        lambda: add_line(ctx, placed.id, a_line()),
        lambda: remove_line(ctx, line.id),
        lambda: edit_order(ctx, placed.id, rush=True),
        lambda: set_dues(ctx, placed.id, []),
    ):
        with pytest.raises(CanFix):
            change()
    edit_order(ctx, placed.id, remark="sent a card")
    complete_line(ctx, line.id, fineness=7500, metal="gold", weight=Decimal("3.1"))
    assert order(ctx, placed.id).lines[0].fineness == 7500


def test_a_promise_is_not_moved_into_the_past(ctx, clock):
    placed = a_placed_order(ctx, kind="custom")
    edit_order(ctx, placed.id, promised_on=ctx.today() + dt.timedelta(days=3))
    clock.move(days=30)
    edit_order(
        ctx, placed.id, remark="still waiting", promised_on=order(ctx, placed.id).promised_on
    )
    with pytest.raises(CanFix):
        edit_order(ctx, placed.id, promised_on=ctx.today() - dt.timedelta(days=1))
    with pytest.raises(CanFix):
        edit_order(ctx, placed.id, promised_on=None)


def test_new_dues_take_the_place_of_the_old(ctx):
    placed = a_placed_order(ctx)
    day = ctx.today()
    plan = [NewDue("instalment", day, Money(28000)), NewDue("balance", day, Money(100000))]
    set_dues(ctx, placed.id, plan)
    assert [due.amount.cents for due in order(ctx, placed.id).dues] == [28000, 100000]
    with pytest.raises(CanFix):
        set_dues(ctx, placed.id, plan[:1])


def test_a_draft_owes_nothing_until_it_is_confirmed(ctx):
    placed = a_placed_order(ctx, draft=True)
    assert order(ctx, placed.id).dues == ()
    with pytest.raises(CanFix):
        take_payment(ctx, placed.id, "deposit", "cash", Money(100))
    move_order(ctx, placed.id, "confirmed")
    assert [due.amount for due in order(ctx, placed.id).dues] == [Money(128000)]


def test_every_door_of_orders_and_payments_asks_for_a_right():
    rooms = {
        name: door for name, door in DOORS.items() if ".orders." in name or ".payments." in name
    }
    assert len(rooms) >= 20
    assert all(door.action.split(".")[0] in {"orders", "payments"} for door in rooms.values())


def taken_elsewhere(ctx, **more):
    """An order that another branch of the chain took, as it lies on this PC."""
    placed = a_placed_order(ctx, kind="special", **more)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "UPDATE sales_order SET branch_id = ? WHERE id = ?", (b"b" * 16, placed.id)
        )
    far = to_millis(ctx.clock.now()) + 14 * 86_400_000
    ctx.store.lease = Lease("on", far, 0, 0)
    return placed


@pytest.mark.parametrize(
    "change",
    [
        lambda ctx, o, line: edit_order(ctx, o, rush=True),
        lambda ctx, o, line: edit_order(ctx, o, remark="their remark"),
        lambda ctx, o, line: set_dues(ctx, o, [NewDue("balance", Money(1), None)]),
        lambda ctx, o, line: add_line(ctx, o, a_line()),
        lambda ctx, o, line: edit_line(ctx, line, quantity=Decimal(2)),
        lambda ctx, o, line: complete_line(ctx, line, fineness=7500),
        lambda ctx, o, line: remove_line(ctx, line),
    ],
)
def test_pieces_and_terms_of_another_branchs_order_are_changed_there_only(ctx, change):
    placed = taken_elsewhere(ctx)
    line = order(ctx, placed.id).lines[0].id
    before = order(ctx, placed.id)
    with pytest.raises(CanFix, match="another branch"):
        change(ctx, placed.id, line)
    assert order(ctx, placed.id) == before


def test_steps_and_payments_of_another_branchs_order_can_be_entered_here(ctx):
    placed = taken_elsewhere(ctx)
    assert move_order(ctx, placed.id, "in_work").stage == "in_work"
    take_payment(ctx, placed.id, kind="deposit", method="cash", amount=Money(100))
