"""A new price for the gold board."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.catalogue import commands
from jewelcrm.catalogue.model import GoldRate
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from ui.catalogue.words import GRADES, METALS, UNITS
from ui.customers.forms import Form, MoneyField
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.widgets import Choice, Field, Row


def show(desk: Desk, *, rate: GoldRate | None = None) -> RateDialog:
    """Open the dialog, for a line of the board or for a new one."""
    dialog = RateDialog(desk, rate)
    dialog.open()
    return dialog


class RateDialog(Form):
    """A price far from the last one is asked about once: a slip of the unit?"""

    help = "products#Gold prices"

    def __init__(self, desk: Desk, rate: GoldRate | None) -> None:
        super().__init__(desk, N_("Today's price"), width=560)
        currency = desk.context().branch.currency
        self.metal, self.grade, self.unit = Choice(METALS), Choice(GRADES), Choice(UNITS)
        self.sell = MoneyField(N_("We sell at"), currency, name="sell")
        self.buy = MoneyField(N_("We buy back at"), currency, name="buy")
        self.source = Field(
            N_("Where it is from"), name="source", example=N_("Hong Kong Gold Exchange")
        )
        self._sure_of = ""
        self.box.addLayout(
            Row(
                Field(N_("Metal"), self.metal, name="metal"),
                Field(N_("For"), self.grade, name="grade"),
                Field(N_("Unit"), self.unit, name="unit"),
            )
        )
        self.box.addLayout(Row(self.sell, self.buy))
        self.add(self.source)
        if rate is not None:
            self._fill(rate)
        self.sell.input.setFocus()

    def _fill(self, rate: GoldRate) -> None:
        self.metal.choose(rate.metal)
        self.grade.choose(rate.grade)
        self.unit.choose(rate.unit)
        self.sell.edit.set_money(rate.sell)
        self.buy.edit.set_money(rate.buy)
        self.source.set_text(rate.source)
        self.sell.edit.selectAll()

    def work(self) -> Callable[[Context], object]:
        sell, buy = self.sell.money(), self.buy.money()
        if sell is None:
            raise CanFix(N_("The price must be more than nothing."), field="sell")
        metal, grade, unit = self.metal.value(), self.grade.value(), self.unit.value()
        source, sure = self.source.text() or None, self._sure_of == self._said()
        self._sure_of = self._said()
        return lambda ctx: commands.set_gold_rate(
            ctx, metal, grade, sell, buy=buy, unit=unit, source=source, sure=sure
        )

    def _said(self) -> str:
        """What is asked for: saved twice in the same words, it was meant."""
        return f"{self.metal.value()} {self.grade.value()} {self.unit.value()} {self.sell.text()}"

    def saved(self, _answer: object) -> None:
        """Say so."""
        self.accept()
        self.desk.toast(t("Price is on the board"))
