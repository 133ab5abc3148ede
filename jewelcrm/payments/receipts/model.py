"""What a receipt says, whatever it is printed on and in whichever language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from db.types import Id
from jewelcrm.money import Money
from jewelcrm.orders.model import OrderLine
from jewelcrm.orders.rules.disclosures import Missing
from jewelcrm.payments.model import Due

Paper = Literal["A5", "80mm"]
PAPERS: tuple[Paper, ...] = ("A5", "80mm")
LANGUAGES = ("en", "zh_HK")


@dataclass(frozen=True, slots=True)
class Shop:
    """The supplier, as Cap. 362A wants to see it: full name and address."""

    name: str
    name_zh: str | None
    address: str | None
    address_zh: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class BoardPrice:
    """The gold price a line was worked out from."""

    sell: Money
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One payment and the order it is for, as they were when the receipt was first printed.

    `taken_at` is in the branch's own time. `paid_before` and `paid` leave out and include this
    payment. `terms` are the shop's own lines on refunds, by language; `names` what the catalogue
    calls the lines that bear its name, by the line's id: English and Chinese.
    """

    shop: Shop
    number: str
    kind: str
    method: str
    amount: Money
    reference: str | None
    taken_at: dt.datetime
    order_number: str
    order_kind: str
    stage: str
    placed_on: dt.date
    promised_on: dt.date | None
    customer_number: str | None
    customer_name: str | None
    customer_name_zh: str | None
    staff_name: str | None
    staff_name_zh: str | None = None
    lines: tuple[OrderLine, ...]
    rates: Mapping[Id, BoardPrice] = field(default_factory=dict)
    names: Mapping[Id, tuple[str, str | None]] = field(default_factory=dict)
    total: Money
    paid_before: Money
    paid: Money
    balance: Money
    dues: tuple[Due, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()

    @property
    def completes_sale(self) -> bool:
        """True when this is the customer's proof of a finished sale, not of a part payment."""
        return self.amount.cents > 0 and (self.balance.cents <= 0 or self.stage == "collected")


@dataclass(frozen=True, slots=True)
class PrintedReceipt:
    """A receipt ready for the printer. `same` is False when it differs from its first print."""

    pdf: bytes
    sha256: str
    reprint: bool
    same: bool
    missing: tuple[Missing, ...]
