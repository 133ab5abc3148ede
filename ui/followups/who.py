"""The customer of a task, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jewelcrm.customers.lists import SERVICES
from ui.customers.words import label
from ui.format import names, phone
from ui.i18n import t

if TYPE_CHECKING:
    from jewelcrm.followups.model import Who

_HEED = ("no_calls", "no_calls_before_11", "gift_secrecy")


def who_words(who: Who | None) -> tuple[str, ...]:
    """Name, the other name, the phone, and what to heed when calling her."""
    if who is None:
        return (t("no customer"),)
    return tuple(part for part in (*names(who.name, who.name_zh), *reach_words(who)) if part)


def reach_words(who: Who | None) -> tuple[str, ...]:
    """The phone, and what to heed when calling."""
    if who is None:
        return ()
    heed = [label(SERVICES, code) for code in who.service if code in _HEED]
    return tuple(part for part in (phone(who.phone), *heed) if part)
