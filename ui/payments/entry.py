"""One entry of the ledger as a line: the amount, what for, how, when, and its receipt."""

from __future__ import annotations

import datetime as dt

from jewelcrm.payments.model import Payment
from ui.customers.parts import Line
from ui.customers.words import joined
from ui.format import moment, money
from ui.i18n import N_
from ui.payments.words import kind_word, method_word
from ui.shell.desk import Desk
from ui.widgets import LinkButton


def entry_line(desk: Desk, one: Payment, zone: str, day: dt.date | None = None) -> Line:
    """The line of an entry; of an entry of `day` only the time is said."""
    receipt = LinkButton(
        N_("Receipt"), pressed=lambda: desk.open("payments.receipt", payment_id=one.id)
    )
    receipt.setAccessibleDescription(one.receipt_number)
    small = joined(
        kind_word(one.kind),
        method_word(one.method),
        moment(one.taken_at, zone, day),
        one.order_number,
        one.receipt_number,
    )
    icon, tone = ("cash-refund", "danger") if one.amount.cents < 0 else ("cash", "ok")
    return Line(icon, money(one.amount), small, receipt, tone=tone)
