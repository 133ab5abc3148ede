"""Wish dialog: a piece she wishes for, by when, and how much it may cost."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.model import CustomerCard, NewWish, WishView
from jewelcrm.errors import CanFix
from ui.customers.forms import DayField, Form, MoneyField, area, wide
from ui.i18n import N_
from ui.shell.desk import Desk
from ui.widgets import Field


def show(desk: Desk, *, card: CustomerCard, wish: WishView | None = None) -> WishDialog:
    """Open the dialog for a new wish, or for one on the list."""
    dialog = WishDialog(desk, card, wish)
    dialog.open()
    return dialog


class WishDialog(Form):
    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, card: CustomerCard, wish: WishView | None) -> None:
        super().__init__(desk, N_("Change wish") if wish else N_("New wish"), width=600)
        ctx = desk.context()
        self._card, self._wish = card, wish
        self.description = area(
            N_("What is wished for"),
            2,
            name="description",
            example=N_("Jade bangle, 56 mm, like the sister's"),
        )
        self.occasion = Field(N_("For which occasion"), name="occasion")
        self.budget = MoneyField(N_("Budget"), ctx.branch.currency, name="budget")
        self.wanted_by = DayField(N_("Wanted by"), ctx.today(), name="wanted_by")
        self.add(self.description)
        self.box.addLayout(wide(self.occasion, self.budget, self.wanted_by))
        self._fill(wish)
        self.description.input.setFocus()

    def _fill(self, wish: WishView | None) -> None:
        if wish is None:
            return
        self.description.set_text(wish.description)
        self.occasion.set_text(wish.occasion)
        self.budget.edit.set_money(wish.budget)
        self.wanted_by.edit.set_day(wish.wanted_by)

    def work(self) -> Callable[[Context], object]:
        if not self.description.text():
            raise CanFix(N_("Say what is wished for."), field="description")
        new = NewWish(
            description=self.description.text(),
            product_id=self._wish.product_id if self._wish else None,
            occasion=self.occasion.text() or None,
            budget=self.budget.money(),
            wanted_by=self.wanted_by.day(),
        )
        customer = self._card.id
        if self._wish is None:
            return lambda ctx: commands.add_wish(ctx, customer, new)
        known = self._wish.id
        return lambda ctx: commands.edit_wish(ctx, known, new)
