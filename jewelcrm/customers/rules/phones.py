"""Telephone numbers as Hong Kong shops hear them, brought to E.164 without losing any."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType
from phonenumbers.phonemetadata import PhoneNumberDesc

PhoneKind = Literal["mobile", "fixed", "other"]

HOME_REGIONS = ("HK", "MO", "CN")
"""Regions a number without a country code is tried in, after the shop's own."""


@dataclass(frozen=True, slots=True)
class Phone:
    """What a typed number turned out to be.

    `e164` is empty when the text holds no number at all; `valid` is False when the number plan
    of its country does not know it. `national` is how people of that country read it.
    """

    given: str
    e164: str
    national: str
    kind: PhoneKind
    valid: bool
    region: str = ""
    extension: str = ""

    @property
    def normal(self) -> str:
        """What equal numbers share: E.164, or the folded text when it is no number."""
        return self.e164 or " ".join(self.given.casefold().split())


def normal_phone(text: str, region: str = "HK") -> Phone:
    """The number in `text`; one without a country code is taken to be of `region` first."""
    given = text.strip()
    if region == "HK" and (quick := _plain_hong_kong(given)):
        return quick
    return _understood(given, region)


def split_phones(text: str) -> list[str]:
    """The single numbers of a cell that holds several ("9123 4567 / 2345 6789")."""
    return [part for part in (piece.strip() for piece in _BETWEEN.split(text)) if part]


def national_of(e164: str) -> str:
    """How people of its country read a number that is kept as E.164, as the library says."""
    try:
        return _national(phonenumbers.parse(e164))
    except NumberParseException:
        return e164


def mask_phone(e164: str) -> str:
    """The number with only its last three digits to be read: "+852 •••• •567"."""
    if len(e164) < 8 or not e164.startswith("+"):
        return "•" * max(len(e164), 4)
    number = phonenumbers.parse(e164)
    return f"+{number.country_code} {_dotted(str(number.national_number))}"


_BETWEEN = re.compile(r"[/;；、,，|\n]|\s(?:or|和|或)\s")
_EXTENSION = re.compile(r"\s*(?:內線|内線|內綫|分機|分机|轉|转)\s*(?=\d)")
_PLAIN = re.compile(r"\d{4}[ -]?\d{4}", re.ASCII)
_COUNTRY_CODES = ("852", "853", "86")

_FIXED = frozenset({PhoneNumberType.FIXED_LINE, PhoneNumberType.UAN})
_MOBILE = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})


def _plain_hong_kong(given: str) -> Phone | None:
    """Eight ASCII digits of a Hong Kong mobile or fixed line, read without the library."""
    if not _PLAIN.fullmatch(given):
        return None
    digits = given[:4] + given[-4:]
    kind = _hong_kong_kind(digits)
    return kind and Phone(given, "+852" + digits, f"{digits[:4]} {digits[4:]}", kind, True, "HK")


def _hong_kong_kind(digits: str) -> PhoneKind | None:
    mobile, fixed = _hong_kong_patterns()
    if mobile.fullmatch(digits):
        return "mobile"
    return "fixed" if fixed.fullmatch(digits) else None


@lru_cache(maxsize=1)
def _hong_kong_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The library's own patterns, so that the two can never disagree."""
    plan = phonenumbers.PhoneMetadata.metadata_for_region("HK")
    assert plan is not None
    return _pattern(plan.mobile), _pattern(plan.fixed_line, plan.uan)


def _pattern(*plans: PhoneNumberDesc | None) -> re.Pattern[str]:
    known = [plan.national_number_pattern or "" for plan in plans if plan is not None]
    return re.compile("|".join(f"(?:{pattern})" for pattern in known), re.ASCII)


def _understood(given: str, region: str) -> Phone:
    """The first reading that a number plan knows; failing that, the first there is."""
    readings = list(_readings(_tidy(given), region))
    valid = next((number for number in readings if phonenumbers.is_valid_number(number)), None)
    if valid is None and (first := _first_of_several(given, region)):
        return first
    number = valid or (readings[0] if readings else None)
    if number is None:
        return Phone(given, "", given, "other", False)
    return _phone(given, number, valid=valid is not None)


def _first_of_several(given: str, region: str) -> Phone | None:
    parts = split_phones(given)
    phones = (normal_phone(part, region) for part in parts if part != given)
    return next((replace(phone, given=given) for phone in phones if phone.valid), None)


def _tidy(given: str) -> str:
    folded = unicodedata.normalize("NFKC", given)
    return _EXTENSION.sub(" ext ", folded)[:120]


def _readings(text: str, region: str) -> Iterator[PhoneNumber]:
    for candidate, where in _ways(text, region):
        try:
            yield phonenumbers.parse(candidate, where)
        except NumberParseException:
            continue


def _ways(text: str, region: str) -> Iterator[tuple[str, str | None]]:
    """Each way the text may be meant, the likeliest first."""
    digits = re.sub(r"\D", "", text, flags=re.ASCII)
    if digits.startswith("00") and not text.lstrip(" (").startswith("+"):
        yield "+" + text.replace("0", "", 2).lstrip(" ()-"), None
    for where in dict.fromkeys((region, *HOME_REGIONS)):
        yield text, where
    if digits.startswith(_COUNTRY_CODES) or len(digits) >= 10:
        yield "+" + text.lstrip(" ()+-"), None


def _phone(given: str, number: PhoneNumber, *, valid: bool) -> Phone:
    return Phone(
        given=given,
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        national=_national(number),
        kind=_kind(number),
        valid=valid,
        region=phonenumbers.region_code_for_number(number) or "",
        extension=number.extension or "",
    )


def _national(number: PhoneNumber) -> str:
    plain = PhoneNumber(country_code=number.country_code, national_number=number.national_number)
    plain.italian_leading_zero = number.italian_leading_zero
    plain.number_of_leading_zeros = number.number_of_leading_zeros
    return phonenumbers.format_number(plain, PhoneNumberFormat.NATIONAL)


def _kind(number: PhoneNumber) -> PhoneKind:
    kind = phonenumbers.number_type(number)
    if kind in _MOBILE:
        return "mobile"
    return "fixed" if kind in _FIXED else "other"


def _dotted(digits: str) -> str:
    hidden = "•" * (len(digits) - 3) + digits[-3:]
    return f"{hidden[:-4]} {hidden[-4:]}".strip()
