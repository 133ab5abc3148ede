"""The tabs Orders, Payments and Follow-ups of the card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtWidgets import QWidget

from jewelcrm.customers import queries as customers
from jewelcrm.customers.queries.pieces import OwnedPiece
from jewelcrm.followups.model import FollowUp
from jewelcrm.orders import queries as business
from jewelcrm.orders.model import OrderRow
from jewelcrm.payments import queries as payments
from jewelcrm.payments.model import Payment
from ui.customers.card.acting import Acts
from ui.customers.card.load import CardView
from ui.customers.filling import Filler
from ui.customers.order_words import (
    STANDING_TONES,
    followup_title,
    order_title,
    outcome_words,
    rule_words,
    standing_words,
)
from ui.customers.parts import Line
from ui.customers.words import joined
from ui.format import day_at, day_words, money, names
from ui.i18n import N_, t
from ui.orders.words import kind_icon, kind_word, stage_tone, stage_word
from ui.payments.entry import entry_line
from ui.shell.desk import Desk
from ui.sync.guests import kept_there
from ui.widgets import Button, EmptyState, IconButton, Pill, Section, VBox

_HOUSEHOLD = 20


def pill(text: str, tone: str) -> Pill:
    """A lozenge with words that are translated already."""
    made = Pill("", tone)
    made.setText(text)
    return made


class Orders(QWidget):
    """Her orders, open ones first, those of her household, and the pieces she owns."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._zone = desk, "UTC"
        orders = VBox(spacing=10)
        self._owned = Section(N_("Pieces owned"))
        self._household = Section(N_("Others of the household"))
        self.setLayout(VBox(orders, self._household, self._owned, None, spacing=18))
        self._orders, self._pieces = Filler(self, orders), Filler(self, self._owned.box)
        self._theirs = Filler(self, self._household.box)

    def show_view(self, view: CardView, acts: Acts) -> None:
        """Fill it in."""
        lines = (order_line(one, view, acts) for one in view.orders)
        self._orders.fill(chain(lines, kept_there(view.guest)), lambda: self._nothing(acts))
        self._owned.hide()
        self._household.hide()
        customer = view.card.id
        if view.card.household_id is not None:
            self._desk.read(
                self,
                lambda ctx: business.of_household(ctx, customer, limit=_HOUSEHOLD),
                lambda found: self._show_household(found, view, acts),
                key="household",
            )
        self._desk.read(
            self, lambda ctx: customers.owned_pieces(ctx, customer), self._show_owned, key="owned"
        )
        self._zone = view.zone

    def _nothing(self, acts: Acts) -> QWidget:
        return EmptyState("orders", N_("No orders yet"), "", N_("New order"), acts.order)

    def _show_household(self, found: Sequence[OrderRow], view: CardView, acts: Acts) -> None:
        """Orders of the others; a surprise stays one until its day."""
        self._household.setVisible(bool(found))
        self._theirs.fill(order_line(one, view, acts, whose=True) for one in found)

    def _show_owned(self, found: Sequence[OwnedPiece]) -> None:
        self._owned.setVisible(bool(found))
        self._pieces.fill(_piece(one, self._zone) for one in found[:30])


def order_line(one: OrderRow, view: CardView, acts: Acts, *, whose: bool = False) -> QWidget:
    """An order: what, where it stands, how much is left to pay."""
    promised = (
        t("promised {day}", day=day_words(one.promised_on, view.today)) if one.promised_on else None
    )
    owed = t("{amount} to pay", amount=one.balance) if one.balance.cents > 0 else None
    small = joined(
        names(one.customer_name, one.customer_name_zh)[0] if whose else None,
        kind_word(one.kind),
        one.number,
        day_words(day_at(one.placed_at, view.zone), view.today),
        promised,
        money(one.total),
        owed,
    )
    open_it = IconButton(
        "chevron-right", N_("Open order"), lambda: acts.open_order(one.id), look="bare"
    )
    open_it.setAccessibleDescription(one.number)
    tone = "danger" if one.late else stage_tone(one.stage)
    marks = [pill(stage_word(one.stage), tone)]
    if branch := acts.desk.line.elsewhere(one.branch_id):
        marks.append(pill(branch, "info"))
    return Line(kind_icon(one.kind), order_title(one), small, open_it, marks=marks)


def _piece(one: OwnedPiece, zone: str) -> Line:
    small = joined(one.collection, day_words(day_at(one.bought_at, zone)), money(one.amount))
    return Line("diamond-stone", one.description, small, strong=False)


class Payments(QWidget):
    """Her ledger, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        box = VBox(spacing=10)
        self.setLayout(VBox(box, None))
        self._filler = Filler(self, box)

    def show_view(self, view: CardView, acts: Acts) -> None:
        """Read and fill in."""
        customer = view.card.id
        self._desk.read(
            self,
            lambda ctx: payments.of_customer(ctx, customer),
            lambda found: self._show(found, view, acts),
            key="payments",
        )

    def _show(self, found: Sequence[Payment], view: CardView, acts: Acts) -> None:
        lines = (entry_line(acts.desk, one, view.zone) for one in found)
        self._filler.fill(chain(lines, kept_there(view.guest)), _no_payment)


def _no_payment() -> QWidget:
    return EmptyState("payment", N_("No payments yet"), N_("They appear here once taken."))


class FollowUps(QWidget):
    """Her follow-ups, the open ones first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        box = VBox(spacing=10)
        self.setLayout(VBox(box, None))
        self._filler = Filler(self, box)

    def show_view(self, view: CardView, acts: Acts) -> None:
        """Fill it in."""
        lines = (_followup(one, view, acts) for one in view.followups)
        self._filler.fill(chain(lines, kept_there(view.guest)), lambda: _no_followup(acts))


def _no_followup(acts: Acts) -> QWidget:
    hint = N_("Put in what to ask next, and when.")
    return EmptyState("bell", N_("No follow-ups"), hint, N_("New follow-up"), acts.follow_up)


def _followup(one: FollowUp, view: CardView, acts: Acts) -> QWidget:
    small = joined(
        day_words(one.due_on, view.today),
        rule_words(one.rule),
        names(one.assignee, one.assignee_zh)[0],
        one.snooze_reason,
        outcome_words(one.outcome) if one.outcome else None,
        one.outcome_note,
    )
    mark = pill(standing_words(one.standing), STANDING_TONES[one.standing])
    buttons: list[QWidget] = []
    may = acts.may("followups.edit")
    if one.standing not in ("done", "stopped") and may:
        off = IconButton(
            "alarm-snooze", N_("Put off"), lambda: _open("snooze", one, acts), look="bare"
        )
        buttons = [off, Button(N_("Done"), pressed=lambda: _open("close", one, acts))]
    title = followup_title(one)
    for button in buttons:
        button.setAccessibleDescription(title)
    line = Line("bell", title, small, *buttons, marks=[mark])
    if one.body:
        line.small.raw(f"{one.body}\n{small}")
    return line


def _open(verb: str, one: FollowUp, acts: Acts) -> None:
    acts.desk.open(f"followups.{verb}", followup=one)
