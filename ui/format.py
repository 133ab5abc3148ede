"""Money, days, times and phone numbers as they are read aloud in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from ui.i18n import chinese, locale, t

_SHORT = QLocale.FormatType.ShortFormat


def labelled(name: str, value: object) -> str:
    """Phone: 9123 4567, with the colon of the language in force."""
    return t("{name}: {value}", name=name, value=value)


def bracketed(text: str, more: str) -> str:
    """Birthday (husband), in the brackets of the language in force."""
    return f"{text}（{more}）" if chinese() else f"{text} ({more})"


def listed(parts: Iterable[str]) -> str:
    """3 customers, 5 orders; what is empty is left out."""
    return ("、" if chinese() else ", ").join(filter(None, parts))


def sentences(*said: str) -> str:
    """Finished sentences, one after the other: Chinese ones without a blank between them."""
    return ("" if chinese() else " ").join(filter(None, said))


def money(amount: object) -> str:
    """An amount of money: HK$1,280.00 in both languages (Money knows its own decimals)."""
    return str(amount)


def day_text(day: date | None) -> str:
    """22/11/2026, the form that is typed; empty for None."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else ""


def day_words(day: date | None, today: date | None = None) -> str:
    """22 Nov 2026 or 2026年11月22日; with `today`, near days in words and no needless year."""
    if day is None:
        return ""
    if today is not None:
        if near := _near(day, today):
            return near
        if day.year == today.year:
            return _formatted(day, "M月d日" if chinese() else "d MMM")
    return _formatted(day, "yyyy年M月d日" if chinese() else "d MMM yyyy")


def _near(day: date, today: date) -> str:
    distance = (day - today).days
    if distance == 0:
        return t("today")
    if distance == 1:
        return t("tomorrow")
    return t("yesterday") if distance == -1 else ""


def _formatted(day: date, pattern: str) -> str:
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def long_day(day: date) -> str:
    """Sunday, 22 November 2026 or 2026年11月22日 星期日."""
    pattern = "yyyy年M月d日 dddd" if chinese() else "dddd, d MMMM yyyy"
    return _formatted(day, pattern)


def month_words(day: date) -> str:
    """Nov 2026 or 2026年11月, where the day no longer matters."""
    return _formatted(day, "yyyy年M月" if chinese() else "MMM yyyy")


def month_day(month: int, day: int) -> str:
    """3 Mar or 3月3日, for a birthday whose year nobody asked."""
    return _formatted(date(2000, month, day), "M月d日" if chinese() else "d MMM")


def day_at(at: datetime, zone: str) -> date:
    """The day at the branch: what was sold there at breakfast is of today, whatever UTC says."""
    from zoneinfo import ZoneInfo  # the sign-in page tells no time

    return at.astimezone(ZoneInfo(zone)).date()


def moment(at: datetime, zone: str, today: date | None = None) -> str:
    """A point in time at the branch: 22 Nov 2026 15:04, or only 15:04 when it is today."""
    from zoneinfo import ZoneInfo  # the sign-in page tells no time

    here = at.astimezone(ZoneInfo(zone))
    clock = f"{here.hour:02}:{here.minute:02}"
    if today is not None and here.date() == today:
        return clock
    return f"{day_words(here.date(), today)} {clock}"


def parse_day(text: str, today: date) -> date | None:
    """Understand 22/11/2026, 22-11-26, 22/11, 2026-11-22, 2026年11月22日, +14 (days from today)."""
    plain = text.strip()
    if re.fullmatch(r"[+-]\d{1,4}", plain):
        return today + timedelta(days=int(plain))
    numbers = [int(part) for part in re.findall(r"\d+", plain)]
    if len(numbers) == 2:
        numbers = [today.year, *numbers] if "月" in plain else [*numbers, today.year]
    if len(numbers) != 3 or re.search(r"[A-Za-z]", plain):
        return None
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def phone(e164: str | None) -> str:
    """+852 9123 4567 from +85291234567, +44 7500 771938; what is no such number as it is."""
    return _phone(e164 or "")


@lru_cache(maxsize=4096)
def _phone(text: str) -> str:
    if match := re.fullmatch(r"\+(852|853)(\d{4})(\d{4})", text):
        return f"+{match[1]} {match[2]} {match[3]}"
    if match := re.fullmatch(r"\+86(1\d{2})(\d{4})(\d{4})", text):
        return f"+86 {match[1]} {match[2]} {match[3]}"
    return _foreign(text) if re.fullmatch(r"\+\d{7,15}", text) else text


def _foreign(e164: str) -> str:
    import phonenumbers  # large; the store's floors have loaded it by the time a list is shown

    try:
        found = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def number(n: int) -> str:
    """1,234,567."""
    return f"{n:,}"


def capital(text: str) -> str:
    """Today 05:00 where a line begins, today 05:00 within it."""
    return text[:1].upper() + text[1:]


def names(name: str | None, name_zh: str | None) -> tuple[str, str]:
    """What to write large and what small: the Chinese name first when the language is Chinese."""
    latin, own = name or "", name_zh or ""
    large, small = (own, latin) if chinese() else (latin, own)
    return (large, small) if large else (small, "")
