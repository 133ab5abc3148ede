"""The pure decisions about money: what is owed, what may be given back, what to ask about cash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.payments.model import KINDS, METHODS, Notice

CASH_THRESHOLD = Money(120_000_00, "HKD")
"""Cap. 615 Part 5C: from here a cash payment, linked ones together, is a specified one."""

LINKED_DAYS = 30
"""Payments of one customer or household this many days apart may be linked (shop policy)."""

_NEAR = 80  # per cent of the threshold


class CashLevel(StrEnum):
    """How near money in, or out, is to the precious-metal dealers' threshold (domain.md 2.1)."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    RED_NONCASH = "RED_noncash"


OVER = ("collected", "returned_unrepaired", "cancelled")
"""Stages after which nothing more happens: money given back is then a return."""


def owing(total: Money, *, paid: Money, returned: Money, settled: bool = False) -> Money:
    """What is still to be paid; nothing when the order is settled.

    `paid` is the sum of the whole ledger; `returned` is what of it was given back after the order
    was over (a return of goods), which nobody has to pay again.
    """
    return Money.zero(total.currency) if settled else total - paid - returned


def is_settled(stage: str, *, imported: bool, paid: Money) -> bool:
    """True when nothing is owed whatever the ledger says.

    A cancelled order; or one that an older system finished, whose payments it kept to itself.
    """
    return stage == "cancelled" or (imported and stage in OVER and paid.cents == 0)


def outstanding(amounts: Sequence[Money], covered: Money) -> list[Money]:
    """What of each due, in the order of its day, the money `covered` does not reach."""
    left, open_parts = covered.cents, []
    for amount in amounts:
        used = max(0, min(left, amount.cents))
        left -= used
        open_parts.append(Money(amount.cents - used, amount.currency) if used else amount)
    return open_parts


def check_payment(kind: str, method: str, amount: Money, *, balance: Money) -> None:
    """Refuse money that cannot be taken: none, unknown, or more than is owed."""
    if kind not in KINDS or kind == "refund":
        raise CanFix("Choose deposit, instalment or balance.", field="kind")
    check_method(method)
    if amount.cents <= 0:
        raise CanFix("The amount must be more than nothing.", field="amount")
    if amount.currency != balance.currency:
        raise CanFix("This order is in {currency}.", field="amount", currency=balance.currency)
    if amount > balance:
        raise _too_much(balance)


def _too_much(balance: Money) -> CanFix:
    if balance.cents <= 0:
        return CanFix("Nothing is left to pay on this order.", field="amount")
    return CanFix(
        "This is more than the {balance} that is left to pay.", field="amount", balance=str(balance)
    )


def check_method(method: str) -> None:
    if method not in METHODS:
        raise CanFix("Choose how it was paid.", field="method")


def check_refund(amount: Money, reason: str, *, left: Money, paid: Money) -> None:
    """Refuse a refund without a reason, or of more than was paid and not yet given back."""
    if not reason.strip():
        raise CanFix("Say why the money is given back.", field="reason")
    if amount.cents <= 0:
        raise CanFix("The amount must be more than nothing.", field="amount")
    most = min(left, paid)
    if amount > most:
        raise CanFix(
            "At most {most} of this payment can be given back.", field="amount", most=str(most)
        )


_LONG_NUMBER = re.compile(r"(?<!\d)(?:2[2-7]|[3-6]\d)(?:[ \-.]?\d){11,17}(?!\d)")
"""13 to 19 digits that begin as a card's do; dates and shop references begin otherwise."""


def check_no_card_number(text: str | None, field: str) -> None:
    """Card numbers are never kept (PCI DSS): refuse what looks like one."""
    for found in _LONG_NUMBER.finditer(text or ""):
        if _luhn([int(c) for c in found[0] if c.isdecimal()]):
            raise CanFix(
                "This looks like a card number. Note the slip's reference or the last four digits.",
                field=field,
            )


def _luhn(digits: list[int]) -> bool:
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def cash_level(cash: Money, other: Money) -> CashLevel:
    """The level of linked money in one direction, cash and other methods each by itself."""
    if cash >= CASH_THRESHOLD:
        return CashLevel.RED
    if other >= CASH_THRESHOLD:
        return CashLevel.RED_NONCASH
    if cash * 100 >= CASH_THRESHOLD * _NEAR or cash + other >= CASH_THRESHOLD:
        return CashLevel.AMBER
    return CashLevel.GREEN


_CASH = (
    "Cash of {total} is at or above {threshold}, linked payments together. Check the shop's dealer "
    "registration (category B) and the customer's identity before going on."
)
_OTHER = (
    "Payments of {total} are at or above {threshold}. Check the shop's dealer registration "
    "(category A or B)."
)


def cash_notices(cash: Money, other: Money) -> tuple[Notice, ...]:
    """What to ask the person at the counter; it is a question, never a block."""
    level = cash_level(cash, other)
    if level is CashLevel.RED:
        return (_notice("dpms.cash", _CASH, cash),)
    if level is CashLevel.RED_NONCASH:
        return (_notice("dpms.other", _OTHER, other),)
    return ()


def _notice(key: str, words: str, total: Money) -> Notice:
    return Notice(key, words, {"total": str(total), "threshold": str(CASH_THRESHOLD)})


def covered_kinds(dues: Iterable[tuple[str, Money]]) -> frozenset[str]:
    """The kinds of due (with what is outstanding of each) of which nothing is open any more."""
    kinds, still_open = set(), set()
    for kind, left in dues:
        kinds.add(kind)
        if left:
            still_open.add(kind)
    return frozenset(kinds - still_open)
