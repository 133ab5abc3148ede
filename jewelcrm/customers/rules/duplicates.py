"""When a customer being entered is probably one the shop knows already, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from db.types import Id
from jewelcrm.customers.rules.names import contains_name, same_chinese, same_name

SAME_PHONE = "Same phone"
SAME_EMAIL = "Same e-mail or account"
SAME_NAME = "Same name"
SAME_CHINESE_NAME = "Same Chinese name"
LIKE_NAME = "Same name with more words"

_WEIGHTS = {SAME_PHONE: 60, SAME_EMAIL: 60, SAME_CHINESE_NAME: 30, SAME_NAME: 30, LIKE_NAME: 15}

WORTH_SHOWING = 15
"""The least score of a hint; names alone stay below `CERTAIN`, for namesakes are common."""
CERTAIN = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What has been typed so far; contacts in their normal form."""

    name: str = ""
    name_zh: str = ""
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the shop knows, with the normal form of every way to reach her."""

    customer_id: Id
    name: str
    name_zh: str
    contacts: frozenset[str]


def reasons(asked: Asked, candidate: Candidate) -> tuple[str, ...]:
    """Why the two may be one person, the strongest reason first (English templates)."""
    found = (
        (SAME_PHONE, not asked.phones.isdisjoint(candidate.contacts)),
        (SAME_EMAIL, not asked.emails.isdisjoint(candidate.contacts)),
        (SAME_CHINESE_NAME, same_chinese(asked.name_zh, candidate.name_zh)),
        (SAME_NAME, same_name(asked.name, candidate.name)),
        (LIKE_NAME, _alike(asked.name, candidate.name)),
    )
    return tuple(words for words, true in found if true)


def score(why: Collection[str]) -> int:
    """How sure the reasons make us, up to 100."""
    return min(100, sum(_WEIGHTS[reason] for reason in why))


def _alike(one: str, other: str) -> bool:
    return contains_name(one, other) or contains_name(other, one)
