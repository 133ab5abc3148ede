"""Ring sizes: inner circumference in millimetres, read and shown in every system in use.

Sources: ISO 8653:2016 (EU: the number is the circumference), JIS S 4700 (Japan: inner diameter is
(n + 38) / 3 mm), the customary US and UK formulae, and for Hong Kong a published jewellers' table
in resources/data/ring_sizes.csv, because 港度 is a custom and not a standard.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import Final

from jewelcrm.errors import CanFix
from resources.find import find

SYSTEMS: Final = ("HK", "US", "UK", "EU", "JP", "CH")
"""CH is the Swiss, Italian, Spanish and Dutch number (circumference less 40 mm)."""

SMALLEST, LARGEST = Decimal(36), Decimal(80)
"""Inner circumferences of rings for people, in mm; what lies outside is a slip of the pen."""

WIDE_BAND = Decimal(6)
"""From this band width in mm a ring is usually made half a size larger."""

_CENT = Decimal("0.01")
_STORED = Decimal("0.015")
"""Two sizes that differ by less than the rounding of what is kept are equally near."""
_PI = Decimal(repr(math.pi))
_INCH = Decimal("25.4")
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")


@dataclass(frozen=True, slots=True)
class RingSize:
    """A size: inner circumference in mm, and the system and label it was given in."""

    circumference: Decimal
    system: str
    label: str

    @property
    def diameter(self) -> Decimal:
        """Inner diameter in mm."""
        return diameter_of(self.circumference)


def diameter_of(circumference: Decimal) -> Decimal:
    """The inner diameter of a ring of this inner circumference, both in mm."""
    return _cents(circumference / _PI)


def circumference_of(diameter: Decimal) -> Decimal:
    """The inner circumference of a ring of this inner diameter, both in mm."""
    return _cents(diameter * _PI)


def millimetres(system: str, label: str) -> Decimal:
    """The inner circumference in mm of `label` in `system`.

    Raises:
        CanFix: the system has no such size.
    """
    number = _number_in(system, label)
    if number is None or not SMALLEST <= (size := _MILLIMETRES[system](number)) <= LARGEST:
        raise CanFix(
            "There is no ring size {label} in {system}.",
            field="ring_size",
            label=label,
            system=system,
        )
    return _cents(size)


def label(circumference: Decimal, system: str) -> str:
    """The nearest size of `system`; halfway, the even one, as printed charts have it."""
    if system == "mm":
        return f"{circumference:f}"
    away = [(abs(size - circumference), name) for name, size in _ladder(system)]
    nearest, best = min(away, key=lambda pair: pair[0])
    close = [name for gap, name in away if gap <= nearest + _STORED]
    return next((name for name in close if name[-1] in "02468"), best)


def all_labels(circumference: Decimal) -> dict[str, str]:
    """The nearest label in every system."""
    return {system: label(circumference, system) for system in SYSTEMS}


def labels(system: str) -> list[str]:
    """Every size of `system`, smallest first: what a size picker offers."""
    return [name for name, _ in _ladder(system)]


def read_size(text: str, default: str = "HK") -> RingSize:
    """What a person wrote: "HK 14", "港度14", "US 6½", "M½", "54", "54.4 mm", "ø17.3".

    A letter alone is a UK size; a bare number from 41 on is an EU size, a smaller one is a size
    of `default`, one with a quarter a US size.

    Raises:
        CanFix: nothing in the text is a ring size.
    """
    folded = _folded(text)
    measured = _measured(folded)
    if measured is not None:
        return RingSize(_sane(measured, text), "mm", f"{measured:f}")
    system, bare = _named_system(folded)
    name = _tidy(bare)
    system = system or _guessed(name, default)
    if not name or system is None:
        raise _unreadable(text)
    return RingSize(millimetres(system, name), system, name)


def for_wide_band(circumference: Decimal) -> Decimal:
    """The size to make when the band is wide: half a UK size (0.625 mm) more."""
    return _cents(circumference + Decimal("0.625"))


def _unreadable(text: str) -> CanFix:
    return CanFix(
        "“{text}” is not a ring size. Write it like HK 14, US 6½, UK M½, EU 54 or 54.4 mm.",
        field="ring_size",
        text=text.strip(),
    )


def _cents(size: Decimal) -> Decimal:
    return size.quantize(_CENT, ROUND_HALF_EVEN)


# Numbers and millimetres ---------------------------------------------------------------------


def _hong_kong(number: Decimal) -> Decimal:
    """By the table, between its rows in a straight line, beyond it by the line that fits it."""
    table = _hong_kong_table()
    below = int(number)
    if below not in table or (number != below and below + 1 not in table):
        return (Decimal("12.02") + Decimal("0.350") * number) * _PI
    start = table[below]
    return start + (table.get(below + 1, start) - start) * (number - below)


_MILLIMETRES: Mapping[str, Callable[[Decimal], Decimal]] = {
    "EU": lambda n: n,
    "CH": lambda n: n + 40,
    "JP": lambda n: (n + 38) / 3 * _PI,
    "US": lambda n: (Decimal("0.458") + Decimal("0.032") * n) * _INCH * _PI,
    "UK": lambda n: Decimal("36.25") + Decimal("1.25") * n,
    "HK": _hong_kong,
}

_STEPS: Mapping[str, tuple[Decimal, Decimal, Decimal]] = {
    "EU": (Decimal(41), Decimal(76), Decimal(1)),
    "CH": (Decimal(1), Decimal(36), _HALF),
    "JP": (Decimal(1), Decimal(30), Decimal(1)),
    "US": (Decimal(0), Decimal(16), _QUARTER),
    "UK": (Decimal(1), Decimal("26.5"), _HALF),
    "HK": (Decimal(1), Decimal(33), Decimal(1)),
}
"""First and last size of each system's ladder, and its step."""


@lru_cache(maxsize=1)
def _hong_kong_table() -> dict[int, Decimal]:
    path = find("data/ring_sizes.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["system"] == "HK"]
    return {int(row["label"]): Decimal(row["circumference_mm"]) for row in rows}


@lru_cache(maxsize=8)
def _ladder(system: str) -> list[tuple[str, Decimal]]:
    first, last, step = _STEPS[system]
    count = int((last - first) / step) + 1
    numbers = [first + step * place for place in range(count)]
    return [(_written(system, number), _MILLIMETRES[system](number)) for number in numbers]


# Words ---------------------------------------------------------------------------------------


_SYSTEM_WORDS = (
    ("HK", r"HKG?|港度|港碼|港码|港|香港"),
    ("US", r"USA?|美國|美国|美碼|美码|美度|美"),
    ("UK", r"UK|GB|AU|英國|英国|英碼|英码|英"),
    ("JP", r"JPN?|JIS|日本|日碼|日码|日"),
    ("EU", r"EU|ISO|FR|DE|歐碼|欧码|歐洲|欧洲|歐|欧"),
    ("CH", r"CH|IT|ES|NL|意大利|瑞士"),
)
_PREFIXED = [(code, re.compile(rf"(?:{words})[\s:.\-]*(.+)")) for code, words in _SYSTEM_WORDS]
_SUFFIXED = [(code, re.compile(rf"(.+?)[\s.\-]*(?:{words})")) for code, words in _SYSTEM_WORDS]
_MM = r"\s*(?:MM|毫米|公厘)"
_ROUND = re.compile(rf"(?:Ø|⌀|Φ|D\.?|DIA\.?|DIAMETER|直徑|直径|內徑|内径)[\s:=]*([\d.]+)(?:{_MM})?")
_LENGTH = re.compile(rf"(?:C\.?|周長|周长|圍|围)?[\s:=]*([\d.]+){_MM}")
_FRACTIONS = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
_PARTS = {"½": _HALF, "¼": _QUARTER, "¾": Decimal("0.75"), "": Decimal(0)}
_SHAPE = re.compile(r"([A-Z]|\d{1,2})([½¼¾]?)", re.ASCII)
_TENTHS = re.compile(r"(\d{1,2})\.(\d{1,2})", re.ASCII)
_CONTINUOUS = ("EU", "CH")
"""Systems in which the number is a length, so that tenths mean something."""
_NOISE = re.compile(r"^(?:SIZE|NO\.?|#|手寸|戒指)\s*|\s*(?:號|号|圈|度|碼|码|SIZE)$")


def _folded(text: str) -> str:
    """Upper case, plain digits, fractions as one sign each."""
    for sign, part in (("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4")):
        text = text.replace(sign, part)
    text = unicodedata.normalize("NFKC", text).replace("⁄", "/").upper().strip()
    for written, sign in _FRACTIONS.items():
        text = re.sub(rf"[\s\-]*(?<!\d){written}", sign, text)
    return text


def _measured(folded: str) -> Decimal | None:
    """A circumference in mm, when the text is a length or a diameter."""
    if (match := _ROUND.fullmatch(folded)) and (diameter := _decimal(match[1])) is not None:
        return circumference_of(diameter)
    match = _LENGTH.fullmatch(folded)
    size = _decimal(match[1]) if match else None
    if size is None:
        return None
    return circumference_of(size) if size < 30 else _cents(size)


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})?", text, re.ASCII) else None


def _sane(size: Decimal, text: str) -> Decimal:
    if not SMALLEST <= size <= LARGEST:
        raise _unreadable(text)
    return size


def _named_system(folded: str) -> tuple[str | None, str]:
    """The system the text names, and the rest of it."""
    bare = _NOISE.sub("", folded)
    for patterns in (_PREFIXED, _SUFFIXED):
        for code, pattern in patterns:
            if (match := pattern.fullmatch(bare)) and _tidy(match[1]):
                return code, match[1]
    return None, bare


def _tidy(bare: str) -> str:
    """The label as it is printed ("6.5" is "6½"); empty when it is none."""
    name = re.sub(r"^0+(?=\d)", "", _NOISE.sub("", bare).strip())
    if match := _TENTHS.fullmatch(name):
        part = Decimal("0." + match[2])
        sign = next((sign for sign, value in _PARTS.items() if value == part), None)
        return name if sign is None else match[1] + sign
    return name if _SHAPE.fullmatch(name) else ""


def _guessed(name: str, default: str) -> str | None:
    if not name or name[0].isalpha():
        return "UK" if name else None
    if name[-1] in "¼¾":
        return "US"
    return "EU" if Decimal(name.rstrip("½")) > 40 else default


def _number_in(system: str, name: str) -> Decimal | None:
    """The size as a number on its system's scale (UK: A is 1)."""
    tidy = _tidy(name.upper())
    if system in _CONTINUOUS and _TENTHS.fullmatch(tidy):
        return Decimal(tidy)
    match = _SHAPE.fullmatch(tidy)
    if match is None or system not in _MILLIMETRES or match[1].isalpha() != (system == "UK"):
        return None
    whole = Decimal(ord(match[1]) - 64) if system == "UK" else Decimal(match[1])
    return whole + _PARTS[match[2]]


def _written(system: str, number: Decimal) -> str:
    whole = int(number)
    sign = next(sign for sign, value in _PARTS.items() if value == number - whole)
    return (chr(64 + whole) if system == "UK" else str(whole)) + sign
