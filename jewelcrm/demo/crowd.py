"""Made-up people: who they are before anything about them is written on a card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from jewelcrm.demo import names, reach
from jewelcrm.demo.names import Name

_LANGUAGES = {
    "HK": "yue",
    "MO": "yue",
    "CN": "cmn",
    "JP": "ja",
    "KR": "ko",
    "FR": "fr",
    "IN": "en",
    "PH": "tl",
    "GB": "en",
    "US": "en",
}
_COUNTRIES = tuple(_LANGUAGES)
_SHARES = (905, 15, 40, 5, 4, 4, 8, 5, 9, 5)
_AGES = (22, 26, 29, 32, 36, 41, 47, 53, 60, 68, 78)
_AGE_SHARES = (6, 13, 17, 14, 12, 10, 10, 8, 6, 4)
_TITLES = {"female": ("Ms", "Miss", "Mrs"), "male": ("Mr", "Mr", "Mr")}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who might come into the shop."""

    name: Name
    gender: str
    born: int
    country: str
    language: str
    title: str
    mobile: str
    family: str  # the surname's entry in the list of names; empty when it is not from there

    @property
    def at_home(self) -> bool:
        """Whether she lives in Hong Kong."""
        return self.country not in ("MO", "CN", "JP", "KR", "US", "FR")


def someone(chance: Random, year: int) -> Person:
    """A customer as a Hong Kong jeweller has them, in that year."""
    country = chance.choices(_COUNTRIES, _SHARES)[0]
    gender = "female" if chance.random() < 0.66 else "male"
    born = year - _age(chance)
    family = names.SURNAMES.pick(chance) if country in ("HK", "MO") else ""
    return Person(
        name=_named(chance, country, gender, born, family),
        gender=gender,
        born=born,
        country=country,
        language=_LANGUAGES[country] if chance.random() < 0.96 else "en",
        title=chance.choice(_TITLES[gender]) if chance.random() < 0.985 else "Dr",
        mobile=reach.mobile(chance, country),
        family=family,
    )


def _age(chance: Random) -> int:
    band = chance.choices(range(len(_AGE_SHARES)), _AGE_SHARES)[0]
    return chance.randrange(_AGES[band], _AGES[band + 1])


def _named(chance: Random, country: str, gender: str, born: int, family: str) -> Name:
    if family:
        return names.local(chance, gender=gender, born=born, family=family)
    if country == "CN":
        return names.mainland(chance, gender=gender)
    return names.abroad(chance, gender=gender, country=country)


def spouse(chance: Random, person: Person) -> Person:
    """Somebody of about the same age; Hong Kong's wives keep their own surnames."""
    gender = "male" if person.gender == "female" else "female"
    born = person.born + chance.randrange(-4, 5)
    family = names.SURNAMES.pick(chance) if person.family else ""
    return replace(
        person,
        name=_named(chance, person.country, gender, born, family),
        gender=gender,
        born=born,
        title="Mr" if gender == "male" else "Mrs",
        mobile=reach.mobile(chance, person.country),
        family=family,
    )
