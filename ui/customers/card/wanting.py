"""The lines of "What is it today?", each with its one click."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jewelcrm.customers.lists import OCCASIONS
from ui.customers.card.wants import Want, wants
from ui.customers.filling import Filler
from ui.customers.order_words import followup_title, order_title, rule_words
from ui.customers.parts import Line
from ui.customers.words import in_days, joined, label, years_words
from ui.format import bracketed, day_words
from ui.i18n import N_, t, tn
from ui.orders.words import kind_word
from ui.sync.guests import kept_there
from ui.widgets import Button, IconButton, Section, muted

if TYPE_CHECKING:
    import datetime as dt

    from jewelcrm.customers.model import OccasionView
    from jewelcrm.orders.model import OrderRow
    from ui.customers.card.acting import Acts
    from ui.customers.card.load import CardView

_NAMES = {
    "order": N_("Open"),
    "pay": N_("Payment"),
    "close": N_("Done"),
    "sell": N_("Order it"),
    "followup": N_("Follow-up"),
    "wish": N_("Bought"),
}


class WantList(Section):
    """What she may have come for, the likeliest first."""

    def __init__(self) -> None:
        super().__init__(N_("What is it today?"))
        self._filler = Filler(self, self.box)

    def show_card(self, view: CardView, acts: Acts) -> None:
        """Fill it from the card."""
        lines = (_line(want, view, acts) for want in wants(view))
        self._filler.fill(chain(lines, kept_there(view.guest)), _nothing)


def _nothing() -> QWidget:
    return muted(N_("Nothing is waiting. Ask what the customer is looking for."))


def _line(want: Want, view: CardView, acts: Acts) -> Line:
    text, small = words(want, view)
    first, *others = want.deeds
    buttons: list[QWidget] = [
        *(_other(deed, _run(deed, want, view, acts)) for deed in others),
        Button(_NAMES[first], pressed=_run(first, want, view, acts)),
    ]
    for button in buttons:
        button.setAccessibleDescription(text)
    return Line(want.icon, text, small, *buttons, tone=want.tone)


def _other(deed: str, pressed: Callable[[], object]) -> IconButton:
    """The less likely deed: a picture only."""
    icon = "check" if deed == "wish" else "chevron-right"
    return IconButton(icon, _NAMES[deed], pressed, look="bare")


def _run(deed: str, want: Want, view: CardView, acts: Acts) -> Callable[[], object]:
    from jewelcrm.customers.model import WishView

    about = want.about
    deeds: dict[str, Callable[[], object]] = {
        "order": lambda: acts.open_order(want.row_id),
        "pay": lambda: acts.pay(want.row_id),
        "close": lambda: acts.desk.open("followups.close", followup=about),
        "sell": lambda: acts.sell(about) if isinstance(about, WishView) else None,
        "followup": lambda: acts.follow_up(words(want, view)[0]),
        "wish": lambda: acts.close_wish(want.row_id, "bought"),
    }
    return deeds[deed]


def words(want: Want, view: CardView) -> tuple[str, str]:
    """What the line says, and the quiet line under it."""
    from jewelcrm.customers.model import OccasionView, WishView
    from jewelcrm.followups.model import FollowUp
    from jewelcrm.orders.model import OrderRow

    about = want.about
    if isinstance(about, OrderRow):
        return _order(want.kind, about, view)
    if isinstance(about, FollowUp):
        due = in_days(about.due_on, view.today)
        number = about.order.number if about.order else None
        return followup_title(about), joined(due, rule_words(about.rule), number)
    if isinstance(about, OccasionView):
        return _occasion(about, view)
    assert isinstance(about, WishView)
    return about.description, joined(t("on the wish list"), str(about.budget or ""), about.occasion)


def _order(kind: str, order: OrderRow, view: CardView) -> tuple[str, str]:
    title = order_title(order)
    small = joined(kind_word(order.kind), order.number)
    owed = t("{amount} to pay", amount=order.balance) if order.balance.cents > 0 else None
    promised = order.promised_on
    match kind:
        case "ready":
            return t("Ready: {what}", what=title), joined(owed, small)
        case "late":
            days = (view.today - promised).days if promised else 0
            late = tn("{n} days past the promise", days, one=N_("{n} day past the promise"))
            return t("Late: {what}", what=title), joined(late, owed, small)
        case "promised":
            day = _day_and_distance(promised, view.today)
            return t("Promised: {what}", what=title), joined(day, owed, small)
        case _:
            return t("{amount} to pay", amount=order.balance), joined(title, small)


def _day_and_distance(day: dt.date | None, today: dt.date) -> str:
    """27 Nov · in 4 days; a day so near that it has a name needs no distance."""
    if day is None:
        return ""
    return joined(*dict.fromkeys((day_words(day, today), in_days(day, today))))


def _occasion(one: OccasionView, view: CardView) -> tuple[str, str]:
    assert one.next_on is not None
    kind = label(OCCASIONS, one.kind)
    what = bracketed(kind, one.whose) if one.whose else kind
    turns = years_words(one.kind, one.years)
    when = in_days(one.next_on, view.today)
    return f"{what} {when}", joined(day_words(one.next_on), turns)
