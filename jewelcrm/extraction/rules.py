"""How many rows about people may leave, in whose name, and when somebody else must agree.

Pure: no store, no clock. The numbers are security.md 3.4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jewelcrm.access.catalogue import ADMINISTRATOR, MANAGER, SALES
from jewelcrm.errors import CanFix

BUDGETS: Mapping[str, int] = {ADMINISTRATOR: 500, MANAGER: 500, SALES: 0}
"""Rows that a role may take out in a day on its own word."""

SECOND_ABOVE = 500
"""Rows of one file above which a second person must agree, whatever is left of the budget."""

_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What shall leave: its name (`sales/lines`), its form, how much of it, and what for."""

    what: str
    form: str
    rows: int
    personal: bool
    purpose: str
    columns: tuple[str, ...] = ()


def check_purpose(parcel: Parcel) -> None:
    """Refuse names of people without a word what for.

    Raises:
        CanFix: none was given.
    """
    if parcel.personal:
        check_words(parcel.purpose)


def check_words(purpose: str) -> None:
    """Refuse what does not say what names of people are needed for.

    Raises:
        CanFix: nothing was said, or too little to be a reason.
    """
    said = purpose.strip()
    if not said:
        raise CanFix(
            "This names customers. Say what it is needed for (--purpose).", field="purpose"
        )
    if len(said) + sum(map(_wide, said)) < _SHORTEST:
        raise CanFix(
            "This names customers: “{said}” is too short to say what it is needed for (--purpose).",
            field="purpose",
            said=said,
        )


def _wide(character: str) -> bool:
    """A Chinese character says as much as two letters."""
    return character > "\u2e80"


def budget_left(role: str, taken: int) -> int:
    """Rows that are left of a role's day; an unknown role has none."""
    return max(0, BUDGETS.get(role, 0) - taken)


def needs_second(role: str, *, rows: int, personal: bool, taken: int) -> bool:
    """True when somebody else must agree: too much at once, or too much in a day."""
    return personal and (rows > SECOND_ABOVE or rows > budget_left(role, taken))


def counted(parcel: Parcel, *, seconded: bool) -> int:
    """Rows that go off the day's budget: those that nobody else answers for."""
    return parcel.rows if parcel.personal and not seconded else 0


def ask_for_own(role: str, taken: int, login: str) -> CanFix:
    """What the only person is told who may take rows out of a shop."""
    return CanFix(
        "This is more than leaves without being agreed to: {limit} rows of people in one file, and"
        " today {left} more. Nobody else here may agree, so type your own password again (--second"
        " {login}); it is noted that you agreed alone.",
        field="secret",
        limit=SECOND_ABOVE,
        left=budget_left(role, taken),
        login=login,
    )


def ask_for_second(role: str, taken: int) -> CanFix:
    """What somebody is told who may not take that much alone."""
    return CanFix(
        "This is more than you may take out alone: {limit} rows of people in one file, and today"
        " {left} more. A second person who may take rows out must agree with their own password"
        " or PIN.",
        field="second",
        limit=SECOND_ABOVE,
        left=budget_left(role, taken),
    )
