"""What a payment is when it goes in (New...) and when it comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.types import Id
from jewelcrm.money import Money

KINDS = ("deposit", "instalment", "balance", "refund")
DUE_KINDS = ("deposit", "instalment", "balance")
METHODS = (
    "cash",
    "card",
    "fps",
    "octopus",
    "transfer",
    "cheque",
    "alipay_hk",
    "wechat_pay",
    "unionpay",
    "gold_trade_in",
    "voucher",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the person at the counter; it stops nothing.

    `template` is an English sentence with named placeholders, as in CanFix.
    """

    key: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class NewPayment:
    """Money taken with a new order; `kind` empty: a deposit, or the balance when it is all."""

    method: str
    amount: Money
    kind: str | None = None
    reference: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class NewDue:
    """An amount that is to be paid by a day."""

    kind: str
    due_on: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class Due:
    """An amount to be paid by a day, and what of it is still open."""

    id: Id
    kind: str
    due_on: dt.date
    amount: Money
    outstanding: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """An entry of the ledger. A refund or a reversal is negative."""

    id: Id
    receipt_number: str
    order_id: Id
    order_number: str
    customer_id: Id | None
    kind: str
    method: str
    amount: Money
    taken_at: dt.datetime
    staff_id: Id | None
    staff_name: str | None
    staff_name_zh: str | None = None
    reverses_id: Id | None
    reference: str | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A payment that is in the ledger, what is left to pay, and what to tell the person."""

    payment_id: Id
    receipt_number: str
    balance: Money
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Money that is due, in a list."""

    due_id: Id
    order_id: Id
    order_number: str
    order_kind: str
    stage: str
    customer_id: Id | None
    customer_name: str | None
    customer_name_zh: str | None
    kind: str
    due_on: dt.date
    amount: Money
    outstanding: Money


@dataclass(frozen=True, slots=True)
class MethodTotal:
    """What came in and went out by one method on one day."""

    method: str
    count: int
    taken: Money
    given_back: Money

    @property
    def net(self) -> Money:
        return self.taken - self.given_back


@dataclass(frozen=True, slots=True)
class DayTotal:
    """A day's money at one branch, by method; `net` is the sum of every entry."""

    day: dt.date
    methods: tuple[MethodTotal, ...]
    taken: Money
    given_back: Money
    net: Money
    count: int
    first_receipt: str | None
    last_receipt: str | None
