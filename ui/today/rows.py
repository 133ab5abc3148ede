"""The rows of Today that are no follow-ups: orders, money due, birthdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jewelcrm.customers.lists import OCCASIONS
from ui.customers.order_words import order_title
from ui.customers.parts import copy_text, today_of
from ui.customers.words import in_days, joined, label, years_words
from ui.followups.row import Deed, TaskRow
from ui.followups.who import reach_words
from ui.format import bracketed, day_words, labelled, money
from ui.i18n import N_, t, tn
from ui.orders.words import kind_icon, kind_word, stage_tone, stage_word
from ui.payments.words import kind_word as payment_word
from ui.widgets import Pill

if TYPE_CHECKING:
    from jewelcrm.followups.model import Celebration, MoneyDue, OrderBrief, Who
    from ui.shell.desk import Desk


def _card(desk: Desk, who: Who | None) -> list[Deed]:
    if who is None:
        return []
    return [
        Deed(N_("Open card"), "account", "O", lambda: desk.open("customers", customer_id=who.id)),
        *_copy(desk, who),
    ]


def _copy(desk: Desk, who: Who) -> list[Deed]:
    number = who.phone
    if not number:
        return []
    return [Deed(N_("Copy the phone number"), "phone", "C", lambda: copy_text(number, desk.toast))]


def _order(desk: Desk, order: OrderBrief) -> Deed:
    return Deed(N_("Open order"), "order", "E", lambda: desk.open("orders", order_id=order.id))


def _pay(desk: Desk, order: OrderBrief) -> list[Deed]:
    if order.balance.cents <= 0 or not desk.allows("payments.take"):
        return []
    take = Deed(
        N_("Payment"), "payment", "P", lambda: desk.open("payments.take", order_id=order.id)
    )
    return [take]


def amount_pill(text: str) -> Pill:
    """An amount of money, ready to be seen."""
    pill = Pill("", "gold")
    pill.setText(text)
    return pill


def _stage(order: OrderBrief) -> Pill:
    pill = Pill("", stage_tone(order.stage))
    pill.setText(stage_word(order.stage))
    return pill


def _taken(desk: Desk, order: OrderBrief) -> tuple[str, str]:
    """Its number, and the branch that took it where that is another one."""
    return order.number, desk.line.elsewhere(order.branch_id)


def promised_row(desk: Desk, order: OrderBrief) -> TaskRow:
    """An order promised for today."""
    rush = t("rush order") if order.rush else None
    return TaskRow(
        order_title(order),
        joined(*reach_words(order.customer), kind_word(order.kind), *_taken(desk, order), rush),
        [_order(desk, order), *_card(desk, order.customer), *_pay(desk, order)],
        who=order.customer,
        icon=kind_icon(order.kind),
        marks=[_stage(order)],
    )


def _waiting(days: int) -> str:
    return tn("waiting for {n} days", days, one=N_("waiting for {n} day"))


def _late(days: int) -> str:
    return tn("{n} days late", days, one=N_("{n} day late"))


def ready_row(desk: Desk, order: OrderBrief) -> TaskRow:
    """An order that waits for its customer."""
    waiting = _waiting(order.waiting) if order.waiting else t("ready today")
    owed = t("{amount} to pay", amount=order.balance)
    marks = [_stage(order), *([amount_pill(owed)] if order.balance.cents > 0 else [])]
    return TaskRow(
        order_title(order),
        joined(*reach_words(order.customer), *_taken(desk, order), waiting),
        [_order(desk, order), *_card(desk, order.customer), *_pay(desk, order)],
        who=order.customer,
        icon=kind_icon(order.kind),
        marks=marks,
    )


def money_row(desk: Desk, due: MoneyDue) -> TaskRow:
    """A deposit, instalment or balance that is due."""
    late = _late(due.days_late) if due.days_late else t("due today")
    order = due.order
    return TaskRow(
        labelled(payment_word(due.kind), order_title(order)),
        joined(*reach_words(order.customer), *_taken(desk, order), late),
        [*_pay(desk, order), *_card(desk, order.customer), _order(desk, order)],
        who=order.customer,
        icon="cash",
        marks=[amount_pill(money(due.amount))],
    )


def birthday_row(desk: Desk, one: Celebration) -> TaskRow:
    """A birthday or an anniversary soon."""
    what = label(OCCASIONS, one.kind)
    if one.whose:
        what = bracketed(what, one.whose)
    today = today_of(desk)
    when = in_days(one.on, today) if one.day_known else t("this month")
    day = day_words(one.on, today) if one.days_until > 1 and one.day_known else None
    years = years_words(one.kind, one.years)
    greet = None if one.may_greet else t("no consent to marketing: do not send offers")
    text = t("{what} {when}", what=what, when=when)
    follow = Deed(
        N_("Follow-up"),
        "bell",
        "F",
        lambda: desk.open("followups.add", customer_id=one.customer.id, title=text),
        desk.allows("followups.edit"),
    )
    return TaskRow(
        text,
        joined(*reach_words(one.customer), day, years, greet),
        [follow, *_card(desk, one.customer)],
        who=one.customer,
    )
