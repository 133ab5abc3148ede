"""Made-up names as Hong Kong has them: by family, generation and sex; nobody real.

Surnames come as often as in Hong Kong; given names are two syllables put together, so that any
likeness to a person is chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from jewelcrm.demo.data import data


@dataclass(frozen=True, slots=True)
class Name:
    """One made-up name in the ways it is written."""

    family: str
    given: str
    western: str
    zh: str

    @property
    def latin(self) -> str:
        """As Hong Kong writes it: `Chan Ka Yan Vivian`."""
        return " ".join(part for part in (self.family, self.given, self.western) if part)

    @property
    def called(self) -> str:
        """What one calls this person at the counter."""
        return self.western or self.given or self.family


class Weighted:
    """Words with how often they come."""

    __slots__ = ("_sums", "_words")

    def __init__(self, words: list[str], weights: list[float]) -> None:
        self._words = words
        self._sums = list(accumulate(weights))

    def pick(self, chance: Random) -> str:
        return chance.choices(self._words, cum_weights=self._sums)[0]


def weighted(table: Sequence[str]) -> Weighted:
    """`["陳 Chan 10.2", "黃 Wong 7"]`: everything before the last word is what is picked."""
    pairs = [entry.rsplit(maxsplit=1) for entry in table]
    return Weighted([words for words, _ in pairs], [float(often) for _, often in pairs])


def _pairs(words: str) -> list[tuple[str, str]]:
    """`"嘉Ka 慧Wai"` as characters and their sounds."""
    return [(word[0], word[1:]) for word in words.split()]


def _sounded(words: str) -> list[tuple[str, str]]:
    """`"佐藤:Sato 鈴木:Suzuki"` as characters and their sounds."""
    return [(zh, sound) for zh, sound in (word.split(":") for word in words.split())]


_DATA = data("names.json")
SURNAMES = weighted(_DATA["surnames"])
_MAINLAND = weighted(_DATA["mainland_surnames"])
_GIVEN = {who: (_pairs(first), _pairs(last)) for who, (first, last) in _DATA["given"].items()}
_WESTERN = {who: words.split() for who, words in _DATA["western"].items()}
_MAINLAND_GIVEN = {who: _pairs(words) for who, words in _DATA["mainland_given"].items()}
_ABROAD = {land: [words.split() for words in lists] for land, lists in _DATA["abroad"].items()}
_EAST = {land: [_sounded(words) for words in lists] for land, lists in _DATA["east"].items()}
ABROAD = (*_ABROAD, *_EAST)


def era(born: int) -> str:
    """Which generation's names somebody born in that year bears."""
    return "young" if born >= 1984 else "older"


def local(chance: Random, *, gender: str, born: int, family: str | None = None) -> Name:
    """A Hong Kong or Macau name; `family` is a surname entry such as `陳 Chan`."""
    zh, sound = (family or SURNAMES.pick(chance)).split(maxsplit=1)
    first, second = _GIVEN[f"{gender} {era(born)}"]
    a, b = chance.choice(first), chance.choice(second)
    single = chance.random() < 0.06 or a == b
    western = chance.choice(_WESTERN[f"{gender} {era(born)}"]) if chance.random() < 0.64 else ""
    given = a[1] if single else f"{a[1]} {b[1]}"
    return Name(sound, given, western, zh + a[0] + ("" if single else b[0]))


def mainland(chance: Random, *, gender: str) -> Name:
    """A Mainland name: pinyin, simplified characters."""
    zh, sound = _MAINLAND.pick(chance).split()
    a, b = chance.choice(_MAINLAND_GIVEN[gender]), chance.choice(_MAINLAND_GIVEN[gender])
    single = chance.random() < 0.3 or a == b
    given = a[1] if single else a[1] + b[1].lower()
    return Name(sound, given, "", zh + a[0] + ("" if single else b[0]))


def abroad(chance: Random, *, gender: str, country: str) -> Name:
    """A visitor's or resident's name from one of `ABROAD`."""
    if country in _EAST:
        families, female, male = _EAST[country]
        zh, family = chance.choice(families)
        given_zh, given = chance.choice(female if gender == "female" else male)
        return Name(family, given, "", zh + given_zh)
    women, men, surnames = _ABROAD[country]
    first = chance.choice(women if gender == "female" else men)
    return Name("", first, chance.choice(surnames), "")
