"""Made-up phones, e-mails and addresses: right in form, at nobody's real door."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random

from jewelcrm.demo.data import data

_RANGES = (
    "520-524 530-534 540-544 550-554 590-594 601-609 610-619 620-625 630-639 640-649 650-657"
    " 670-677 680-685 690-699 901-909 912-919 920-928 930-938 940-949 950-958 960-969 970-979"
    " 980-988"
)
_MOBILE = tuple(
    prefix
    for first, last in (ends.split("-") for ends in _RANGES.split())
    for prefix in range(int(first), int(last) + 1)
)
"""Three-digit beginnings of Hong Kong mobile numbers that are all in use."""

_LAND = (234, 245, 256, 267, 272, 281, 289)
_ABROAD = {
    "MO": ("+853", ("62", "63", "65"), 6),
    "CN": ("+86", ("135", "136", "137", "138", "139", "150", "158", "186", "188"), 8),
    "GB": ("+44", ("7400", "7500", "7710", "7820"), 6),
    "US": ("+1", ("212555", "415555", "310555"), 4),
    "JP": ("+81", ("803", "902", "908"), 7),
    "KR": ("+82", ("102", "104", "109"), 7),
    "IN": ("+91", ("98", "99"), 8),
    "PH": ("+63", ("917", "918", "919"), 7),
    "FR": ("+33", ("61", "62"), 7),
}
_MAILS = ("example.com", "example.hk")

_PLACES = data("places.json")
_DISTRICTS = tuple(_PLACES["homes"])
_OFTEN = [often for often, _ in _PLACES["homes"].values()]
_HOUSES: list[str] = _PLACES["houses"]
_ROADS: list[str] = _PLACES["roads"]


@dataclass(frozen=True, slots=True)
class Home:
    """A district (code of the 18 districts, empty abroad) and an address."""

    district: str | None
    address: str


def mobile(chance: Random, country: str = "HK") -> str:
    """A mobile number in E.164, valid in form."""
    if country == "HK":
        return f"+852{chance.choice(_MOBILE)}{chance.randrange(100_000):05d}"
    code, beginnings, digits = _ABROAD[country]
    return f"{code}{chance.choice(beginnings)}{chance.randrange(10**digits):0{digits}d}"


def landline(chance: Random) -> str:
    """A Hong Kong landline in E.164."""
    return f"+852{chance.choice(_LAND)}{chance.randrange(100_000):05d}"


def spoken(e164: str) -> str:
    """The number as a Hong Kong customer writes it: `9123 4567`, others with their code."""
    if e164.startswith("+852"):
        return f"{e164[4:8]} {e164[8:]}"
    return e164


def email(chance: Random, called: str, family: str) -> str:
    """An address in a domain that is kept for examples (RFC 2606, and .hk likewise)."""
    words = [_ascii(called), _ascii(family)]
    body = chance.choice((".", "_", "")).join(word for word in words if word)
    return f"{body}{chance.randrange(1, 9999)}@{chance.choice(_MAILS)}"


def home(chance: Random) -> Home:
    """A flat that does not exist, in a part of Hong Kong that does."""
    district = chance.choices(_DISTRICTS, _OFTEN)[0]
    place = chance.choice(_PLACES["homes"][district][1])
    flat = f"Flat {chance.choice('ABCDEFGH')}, {chance.randrange(1, 42)}/F"
    house = f"{chance.choice(_HOUSES)}, {chance.randrange(1, 380)} {chance.choice(_ROADS)}"
    return Home(district, f"{flat}, {house}, {place}")


def _ascii(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower() if letter.isalnum())
