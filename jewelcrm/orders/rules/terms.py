"""What is promised: the day it will be ready, and the days on which it will be paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.payments.model import DUE_KINDS, NewDue

PROMISING = frozenset({"special", "custom", "repair"})


def check_promise(kind: str, promised_on: dt.date | None, today: dt.date) -> None:
    """Work is taken in with a day for it, and that day has not passed."""
    if promised_on is None and kind in PROMISING:
        raise CanFix("Say on which day it will be ready.", field="promised_on")
    if promised_on is not None and promised_on < today:
        raise CanFix("The promised date has already passed.", field="promised_on")


def schedule(
    total: Money,
    *,
    paid_now: Money,
    dues: Sequence[NewDue] | None,
    promised_on: dt.date | None,
    today: dt.date,
) -> list[NewDue]:
    """What is to be paid when: as agreed, else the deposit now and the balance on the day.

    The amounts always add up to the total. Nothing is due when all of it is paid at once.
    """
    if dues:
        return agreed(total, dues)
    if paid_now >= total:
        return []
    deposit = [NewDue("deposit", today, paid_now)] if paid_now else []
    return [*deposit, NewDue("balance", promised_on or today, total - paid_now)]


def agreed(total: Money, dues: Sequence[NewDue]) -> list[NewDue]:
    """A schedule the customer agreed to, in order of its days; refused unless it is the total."""
    if any(due.kind not in DUE_KINDS for due in dues):
        raise CanFix("A payment due is a deposit, an instalment or the balance.", field="dues")
    if any(due.amount.cents <= 0 for due in dues):
        raise CanFix("Each payment due must be more than nothing.", field="dues")
    planned = Money.total((due.amount for due in dues), total.currency)
    if planned != total:
        raise CanFix(
            "The payments due add up to {planned}, but the order is {total}.",
            field="dues",
            planned=str(planned),
            total=str(total),
        )
    return sorted(dues, key=lambda due: (due.due_on, DUE_KINDS.index(due.kind)))


def rebalanced(amounts: Sequence[Money], total: Money) -> list[Money] | None:
    """The schedule's amounts after the total changed: the last one takes up the difference.

    None when it cannot: then the whole schedule has to be made anew.
    """
    if not amounts:
        return None
    last = total - Money.total(amounts[:-1], total.currency)
    return [*amounts[:-1], last] if last.cents > 0 else None
