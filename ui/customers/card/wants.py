"""What does she want today? What is ready, promised, owed, due and wished for, from her card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from jewelcrm.followups.rules import ORDER_RULES
from jewelcrm.orders.rules.stages import WAITING, is_open

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.customers.model import OccasionView
    from jewelcrm.orders.model import OrderRow
    from ui.customers.card.load import CardView

Deed = Literal["order", "pay", "close", "sell", "followup", "wish"]

SOON = dt.timedelta(days=7)
CELEBRATE = dt.timedelta(days=14)
_FOLLOWUPS = ("overdue", "due")
_WISHES = 3


@dataclass(frozen=True)
class Want:
    """One line: an icon, what it is about, and what a click does, the first being the likeliest.

    `kind` chooses the words: ready, late, promised, owed, followup, occasion or wish.
    """

    kind: str
    icon: str
    tone: str
    about: object
    row_id: Id
    deeds: tuple[Deed, ...]
    day: dt.date | None = None
    extra: dict[str, object] = field(default_factory=dict)


def wants(view: CardView) -> list[Want]:
    """What she may have come for, the likeliest first; an order has one line only."""
    orders = [*_ready(view), *_promised(view)]
    orders += _owed(view, {want.row_id for want in orders})
    told = {want.row_id for want in orders}
    return [*orders, *_followups(view, told), *_occasions(view), *_wishes(view)]


def _deeds(order: OrderRow) -> tuple[Deed, ...]:
    return ("pay", "order") if order.balance.cents > 0 else ("order",)


def _ready(view: CardView) -> Iterator[Want]:
    for order in view.orders:
        if order.stage in WAITING:
            yield Want("ready", "package-variant-closed", "ok", order, order.id, _deeds(order))


def _promised(view: CardView) -> Iterator[Want]:
    for order in view.orders:
        if not is_open(order.stage) or order.stage in WAITING or order.promised_on is None:
            continue
        deeds = _deeds(order)
        if order.promised_on < view.today:
            yield Want("late", "clock-alert-outline", "danger", order, order.id, deeds)
        elif order.promised_on <= view.today + SOON:
            yield Want("promised", "calendar-clock", "info", order, order.id, deeds)


def _owed(view: CardView, told: Collection[Id]) -> Iterator[Want]:
    for order in view.orders:
        live = order.stage not in ("draft", "cancelled")
        if live and order.balance.cents > 0 and order.id not in told:
            yield Want("owed", "cash", "gold", order, order.id, ("pay", "order"))


def _followups(view: CardView, told: Collection[Id]) -> Iterator[Want]:
    """Those due; a rule's reminder about an order that has its line says nothing new."""
    for one in view.followups:
        repeats = one.rule in ORDER_RULES and one.order is not None and one.order.id in told
        if one.standing in _FOLLOWUPS and not repeats:
            tone = "danger" if one.standing == "overdue" else "accent_text"
            yield Want("followup", "bell-ring", tone, one, one.id, ("close",), one.due_on)


def _occasions(view: CardView) -> Iterator[Want]:
    for one in view.card.occasions:
        if one.next_on is not None and one.next_on <= view.today + CELEBRATE:
            yield Want("occasion", _icon(one), "gold", one, one.id, ("followup",), one.next_on)


def _icon(occasion: OccasionView) -> str:
    return "cake-variant" if occasion.kind == "birthday" else "heart"


def _wishes(view: CardView) -> Iterator[Want]:
    still = [wish for wish in view.card.wishes if wish.state == "open"]
    for wish in still[:_WISHES]:
        yield Want("wish", "star-outline", "muted", wish, wish.id, ("sell", "wish"))
