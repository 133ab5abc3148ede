"""What is asked when a customer's own piece is taken in: its weight, condition and value."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jewelcrm.money import Money
from jewelcrm.orders.model import OrderLine
from ui.catalogue.fields import WeightField
from ui.customers.forms import MoneyField
from ui.i18n import N_
from ui.orders.new.making import ChoiceField
from ui.orders.words import SERVICES
from ui.widgets import Field


class Intake(TypedDict):
    """The part of a NewLine that a repair fills in."""

    service: str | None
    condition: str | None
    declared_value: Money | None
    weight_in: Decimal | None


def no_intake() -> Intake:
    """Nothing was taken in."""
    return Intake(service=None, condition=None, declared_value=None, weight_in=None)


class RepairFields(QWidget):
    """Service, condition as received, weight in, and what the customer says it is worth."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self.service = ChoiceField(N_("What is to be done"), SERVICES, name="service")
        self.condition = Field(
            N_("Condition as received"),
            name="condition",
            example=N_("Two prongs worn, scratches inside"),
        )
        self.weight = WeightField(N_("Weight taken in (g)"), name="weight_in")
        self.value = MoneyField(N_("Value the customer declares"), currency, name="declared_value")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        grid.addWidget(self.service, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.condition, 0, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.weight, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.value, 1, 1, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def put(self, line: OrderLine) -> None:
        """Show what was written at intake."""
        self.service.put(line.service)
        self.condition.set_text(line.condition)
        self.weight.put(line.weight_in)
        self.value.edit.set_money(line.declared_value)

    def values(self) -> Intake:
        """What was typed. Raises CanFix naming the field."""
        return Intake(
            service=self.service.value(),
            condition=self.condition.text() or None,
            declared_value=self.value.money(),
            weight_in=self.weight.grams(),
        )
