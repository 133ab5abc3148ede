"""Whether two names may belong to one person."""

from __future__ import annotations

from functools import lru_cache

from jewelcrm.customers.rules.names import name_words


@lru_cache(maxsize=16384)
def words_of(name: str, name_zh: str) -> tuple[str, ...]:
    """A name's words in fixed order; its Chinese form when it has no other."""
    return name_words(name) or name_words(name_zh)


def same_person(name: tuple[str, ...], name_zh: str, other: tuple[str, ...], other_zh: str) -> bool:
    """Two names that may belong to one person: equal, one within the other, or one in Chinese."""
    if name and other:
        if name == other:
            return True
        shorter, longer = sorted((frozenset(name), frozenset(other)), key=len)
        if len(shorter) > 1 and shorter < longer:
            return True
    return bool(name_zh) and name_zh == other_zh


def may_be_same(name: tuple[str, ...], name_zh: str, other: tuple[str, ...], other_zh: str) -> bool:
    """For two with the same old number: any word in common, or one of them without a name."""
    if not name or not other or (name_zh and name_zh == other_zh):
        return True
    return not frozenset(name).isdisjoint(other)
