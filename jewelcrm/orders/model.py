"""What an order is when it goes in (New...) and when it comes out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from db.types import Id
from jewelcrm.money import Money
from jewelcrm.payments.model import Due, NewDue, NewPayment, Notice, Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """One line as it is keyed. `labour` and `discount` are for the whole line.

    `weight` (grams) and `stone_weight` (carats) are of one piece. With `gold_rate_id` the piece is
    sold by weight and `unit_price` is worked out when it is left empty.
    """

    description: str
    quantity: Decimal = Decimal(1)
    unit_price: Money | None = None
    labour: Money | None = None
    discount: Money | None = None
    product_id: Id | None = None
    sku: str | None = None
    metal: str | None = None
    fineness: int | None = None
    weight: Decimal | None = None
    stone: str | None = None
    stone_weight: Decimal | None = None
    stone_origin: str | None = None
    treatment: str | None = None
    certificate: str | None = None
    ring_size: Decimal | None = None
    gold_rate_id: Id | None = None
    service: str | None = None
    condition: str | None = None
    declared_value: Money | None = None
    weight_in: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """An order as it is keyed. `take_now`: a sale that is paid and taken along at once."""

    kind: str
    customer_id: Id | None = None
    lines: list[NewLine]
    channel: str = "counter"
    promised_on: dt.date | None = None
    deposit: NewPayment | None = None
    dues: list[NewDue] | None = None
    rush: bool = False
    pickup: str | None = None
    secret_until: dt.date | None = None
    remark: str | None = None
    draft: bool = False
    take_now: bool = False
    staff_id: Id | None = None


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """A saved order; the receipt number is that of the payment taken with it, if any."""

    id: Id
    number: str
    receipt_number: str | None = None
    payment_id: Id | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """An order at its new stage, and what the person at the counter should be told."""

    stage: str
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line as it stands."""

    id: Id
    position: int
    product_id: Id | None
    sku: str | None
    description: str
    quantity: Decimal
    unit_price: Money
    labour: Money
    discount: Money
    amount: Money
    metal: str | None
    fineness: int | None
    weight: Decimal | None
    stone: str | None
    stone_weight: Decimal | None
    stone_origin: str | None
    treatment: str | None
    certificate: str | None
    ring_size: Decimal | None
    gold_rate_id: Id | None
    service: str | None
    condition: str | None
    declared_value: Money | None
    weight_in: Decimal | None
    weight_out: Decimal | None


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One step an order took: who moved it, when and why."""

    from_stage: str | None
    to_stage: str
    at: dt.datetime
    staff_name: str | None
    reason: str | None
    staff_name_zh: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """An order in a list."""

    id: Id
    number: str
    kind: str
    channel: str
    customer_id: Id | None
    customer_number: str | None
    customer_name: str | None
    customer_name_zh: str | None
    staff_id: Id | None
    staff_name: str | None
    staff_name_zh: str | None = None
    stage: str
    stage_since: dt.datetime
    days_in_stage: int
    placed_at: dt.datetime
    promised_on: dt.date | None
    late: bool
    rush: bool
    secret_until: dt.date | None
    summary: str
    line_count: int
    total: Money
    paid: Money
    balance: Money
    branch_id: Id | None = None
    """The branch that took it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDetail(OrderRow):
    """All of one order."""

    pickup: str | None
    remark: str | None
    external_key: str | None
    returned: Money
    lines: tuple[OrderLine, ...]
    steps: tuple[OrderStep, ...]
    dues: tuple[Due, ...]
    payments: tuple[Payment, ...]
    next_stages: tuple[str, ...]

    @property
    def currency(self) -> str:
        return self.total.currency


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFilter:
    """Which orders a list shows; what is left empty does not narrow it."""

    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    open_only: bool = False
    customer_id: Id | None = None
    staff_id: Id | None = None
    channel: str | None = None
    placed_from: dt.date | None = None
    placed_to: dt.date | None = None
    promised_to: dt.date | None = None
    rush: bool | None = None
