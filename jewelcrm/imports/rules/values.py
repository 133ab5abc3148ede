"""Cells as values: text made safe to keep, exact numbers, days and moments."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

DateOrder = Literal["dmy", "mdy", "ymd"]

_UNSEEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
"""What is not seen but turns the writing round, breaks lines, or is half a character."""
_CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f{_UNSEEN}]")
_LINE_CONTROL = re.compile(f"[\x00-\x1f{_UNSEEN}]")


def one_line(text: str) -> str:
    """A name: one line, no control characters, single blanks."""
    if text.isascii() and text.isprintable():
        return (
            " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
        )
    return " ".join(_LINE_CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())


def whole_text(text: str) -> str:
    """A note: its lines kept, other control characters taken out."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def has_control(text: str) -> bool:
    """True when cleaning would take a character away."""
    return not text.isprintable() and bool(_CONTROL.search(text.replace("\r", "\n")))


def plain_key(text: str) -> str:
    """A number of another system; `17850.0` is a spreadsheet's way of writing 17850."""
    key = one_line(text)
    return key[:-2] if key.endswith(".0") and key[:-2].isdigit() else key


_MARKS = re.compile(
    r"(?:HK|US|NT|MOP|S|A|C)?[$£€¥￥]|(?:HKD|USD|GBP|EUR|RMB|CNY|MOP)\b|[元圓\s'’_]", re.IGNORECASE
)


def number(text: str) -> Decimal | None:
    """An exact number: `$1,280.50`, `1.280,50`, `(12.00)`, `1e3`; None when it is none.

    The last of two different signs is the decimal one; a single comma is one when other than
    three digits follow it.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1]}"
    if plain.endswith("-"):
        plain = f"-{plain[:-1]}"
    try:
        value = Decimal(_decimal_point(plain))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < 10**13 else None


def _decimal_point(plain: str) -> str:
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma < 0:
        return plain.replace(".", "") if plain.count(".") > 1 else plain
    if point > comma or (point < 0 and re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", plain)):
        return plain.replace(",", "")
    return plain.replace(".", "").replace(",", ".", 1)


@dataclass(frozen=True, slots=True)
class PartDay:
    """A day of which the year may not be known."""

    year: int | None
    month: int
    day: int


_MONTHS = {
    m: n
    for n, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})[日號号]?",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"民國?国?(?P<roc>\d{1,3})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?",
        r"-{0,2}(?P<m>\d{1,2})月(?P<d>\d{1,2})[日號号]?",
        r"--(?P<m>\d{2})-?(?P<d>\d{2})",
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[-\s./]*(?P<mon>[a-z]{3,9})\.?[-\s./,]*(?P<y>\d{4}|\d{2})?",
        r"(?P<mon>[a-z]{3,9})\.?[-\s./]*(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:[-\s./,]+(?P<y>\d{4}))?",
        r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4}|\d{2})",
        r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})",
    )
)
_TIME = re.compile(
    r"[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6}))?)?\s*([ap]m)?\s*(z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)


def part_day(text: str, order: DateOrder = "dmy", *, before: int = 2100) -> PartDay | None:
    """A day, with or without its year; None when no day can be read.

    `before` is the latest year there may be; a year of two digits is put in the hundred up to it.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    plain = _TIME.sub("", re.sub(r"t(\d{6}|\d{4})?(z|[+-]\d{4})?$", "", plain)).strip()
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(plain):
            return _checked(found.groupdict(), order, before)
    return None


def _checked(parts: dict[str, str | None], order: DateOrder, before: int) -> PartDay | None:
    month, day = _month_day(parts, order)
    year = _year(parts, before)
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    if year is not None and not 1900 <= year <= before:
        return None
    return PartDay(year, month, day)


def _month_day(parts: dict[str, str | None], order: DateOrder) -> tuple[int, int]:
    if parts.get("mon"):
        return _MONTHS.get(str(parts["mon"])[:3], 0), int(parts["d"] or 0)
    if parts.get("a"):
        a, b = int(parts["a"] or 0), int(parts["b"] or 0)
        month_first = (order == "mdy" and a <= 12) or b > 12
        return (a, b) if month_first else (b, a)
    return int(parts["m"] or 0), int(parts["d"] or 0)


def _year(parts: dict[str, str | None], before: int) -> int | None:
    if parts.get("roc"):
        return 1911 + int(parts["roc"] or 0)
    text = parts.get("y")
    if not text:
        return None
    year = int(text)
    if len(text) == 2:
        year += before // 100 * 100
        year -= 100 if year > before else 0
    return year


def guess_order(cells: Iterable[str]) -> tuple[DateOrder, bool]:
    """Whether a column's dates begin with the day or the month, and whether that is certain."""
    day_first = month_first = 0
    for cell in cells:
        found = re.match(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d", cell)
        if found:
            a, b = int(found[1]), int(found[2])
            day_first += a > 12
            month_first += b > 12
    return ("mdy" if month_first > day_first else "dmy"), bool(month_first) != bool(day_first)


_PM = re.compile(r"\s*([ap]m)$", re.IGNORECASE)


def moment(text: str, zone: dt.tzinfo, order: DateOrder = "dmy") -> dt.datetime | None:
    """A moment; without a time of day it is noon, so that no time zone moves it to another day."""
    quick = _iso(text, zone)
    if quick is not None:
        return quick
    day = part_day(text, order)
    if day is None or day.year is None:
        return None
    found = _TIME.search(text)
    clock = _clock(found) if found else dt.time(12)
    offset = _offset(found[6]) if found and found[6] else zone
    if clock is None or offset is None:
        return None
    return dt.datetime.combine(dt.date(day.year, day.month, day.day), clock, offset)


def _iso(text: str, zone: dt.tzinfo) -> dt.datetime | None:
    if len(text) < 16 or text[4] != "-":
        return None
    try:
        read = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=zone)


def _clock(found: re.Match[str]) -> dt.time | None:
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[5] or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return dt.time(hour, minute, second, int((found[4] or "0").ljust(6, "0")))
    except ValueError:
        return None


def _offset(text: str) -> dt.tzinfo | None:
    if text in {"z", "Z"}:
        return dt.UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    ahead = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(sign * ahead) if ahead < dt.timedelta(days=1) else None


_YES = frozenset(
    ["true", "yes", "y", "1", "active", "是", "有", "上架", "已上架", "published", "on"]
)
_NO = frozenset(
    ["false", "no", "n", "0", "inactive", "draft", "archived", "否", "沒有", "下架", "off"]
)


def truth(text: str) -> bool | None:
    """Yes or no in the words files use; None when it is neither."""
    plain = text.strip().casefold()
    return True if plain in _YES else False if plain in _NO else None
