"""What a month should bring, by figure. An empty field is no target."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from jewelcrm.dashboard.model import MEASURES, Measure
from jewelcrm.dashboard.targets import set_targets
from jewelcrm.money import Money
from ui.customers.forms import Form, MoneyField, NumberField, wide
from ui.dashboard import work
from ui.dashboard.words import NAMES
from ui.i18n import N_, t
from ui.widgets import muted

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk


def show(desk: Desk) -> None:
    """Read the targets there are, then ask."""
    desk.read(desk, work.targets, lambda found: Targets(desk, found).open(), key="targets")


class Targets(Form):
    """One field a figure; a quarter and a year are made of these months."""

    help = "dashboard#Targets"

    def __init__(self, desk: Desk, found: Mapping[str, int]) -> None:
        super().__init__(desk, N_("Targets of a month"), width=560)
        self._currency = desk.context().branch.currency
        self.fields: dict[str, MoneyField | NumberField] = {}
        for name, measure in MEASURES.items():
            if measure.targeted:
                self.fields[name] = self._field(measure, found.get(name))
        self.add(muted("Other periods get their part of it. Empty: no target."))
        made = list(self.fields.values())
        for at in range(0, len(made), 2):
            self.box.addLayout(wide(*made[at : at + 2]))

    def _field(self, measure: Measure, value: int | None) -> MoneyField | NumberField:
        words = NAMES[measure.name][0]
        if measure.unit == "money":
            amount = MoneyField(words, self._currency, name=measure.name)
            amount.edit.set_money(Money(value, self._currency) if value else None)
            return amount
        places = 0
        number = NumberField(words, places, name=measure.name)
        if measure.unit == "share":
            number.hint.words(N_("in per cent"))
            number.hint.show()
        parts = 100 if measure.unit == "share" else 1
        number.edit.set_number(Decimal(value) / parts if value else None)
        return number

    def work(self) -> Callable[[Context], object]:
        wanted = {name: self._typed(MEASURES[name]) for name in self.fields}
        return lambda ctx: set_targets(ctx, wanted)

    def _typed(self, measure: Measure) -> int | None:
        field = self.fields[measure.name]
        if isinstance(field, MoneyField):
            amount = field.money()
            return amount.cents if amount is not None else None
        number = field.whole()
        return number * 100 if number is not None and measure.unit == "share" else number

    def saved(self, _answer: object) -> None:
        self.desk.toast(t("Saved."))
        self.accept()
