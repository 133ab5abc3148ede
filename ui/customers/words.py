"""The customer room's words: lists in the person's language, days, tones, icons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from jewelcrm.customers import lists
from ui import icons
from ui.format import day_words, month_day
from ui.i18n import N_, bind, in_script, language, later, locale, t, tn
from ui.widgets import Choice

if TYPE_CHECKING:
    from jewelcrm.customers.lists import Choices

TIER_TONES = {"silver": "muted", "gold": "gold", "vip": "info"}
NOTHING = "—"
_SHORT = 26
CONSENT_TONES = {"consented": "ok", "refused": "danger", "unknown": "gold"}

# The first icon of each that the bundled font has is shown.
_SERVICE_ICONS = {
    "private_room": ("door-closed-lock", "eye-off"),
    "no_calls_before_11": ("phone-clock", "clock-alert-outline"),
    "no_calls": ("phone-off", "message-text"),
    "gift_secrecy": ("gift",),
    "sit_down": ("seat", "account-heart"),
    "tea": ("tea", "heart-outline"),
    "coffee": ("coffee", "heart-outline"),
    "water": ("cup-water", "heart-outline"),
    "no_photos": ("camera-off", "camera"),
    "wheelchair": ("wheelchair-accessibility", "account-heart"),
    "same_assistant": ("account-tie",),
    "quick": ("timer-outline",),
}
_KIND_ICONS = {
    "phone": "phone",
    "email": "email",
    "whatsapp": "whatsapp",
    "wechat": "wechat",
    "birthday": "cake-variant",
    "anniversary": "heart",
    "wedding": "ring",
    "betrothal": "gift",
    "engagement": "ring",
    "visit": "store",
    "call": "phone",
    "note": "note-text",
    "metal": "gold",
    "stone": "diamond-stone",
    "style": "palette",
    "allergy": "alert",
    "dislike": "close-circle",
    "budget": "cash",
    "tag": "tag",
    "service": "account-heart",
}


def label(choices: Choices, code: str | None) -> str:
    """The words for a code in the present language."""
    return in_script(choices.label(code, language()))


def service_icon(code: str) -> str:
    """The picture of a service preference."""
    wanted = _SERVICE_ICONS.get(code, ("account-heart",))
    return next((name for name in wanted if icons.known(name)), "account-heart")


def kind_icon(kind: str, otherwise: str = "circle-outline") -> str:
    """The picture of a kind of contact, occasion, note or preference."""
    return _KIND_ICONS.get(kind, otherwise)


def tier_tone(tier: str | None) -> str:
    """The pill colour of a tier."""
    return TIER_TONES.get(tier or "", "muted")


def joined(*parts: str | None) -> str:
    """The parts that are there, with dots between them; lines break behind the dots only."""
    return "\N{NO-BREAK SPACE}· ".join(_whole(part) for part in parts if part)


def plain(*parts: str | None) -> str:
    """The same for fields and lists of one line, with ordinary blanks and hyphens."""
    return " · ".join(part for part in parts if part)


def _whole(part: str) -> str:
    """A number or a few words that must not be torn apart at the end of a line."""
    if len(part) > _SHORT:
        return part
    return part.replace(" ", "\N{NO-BREAK SPACE}").replace("-", "\N{NON-BREAKING HYPHEN}")


def years_words(kind: str, n: int | None) -> str | None:
    """Her age on a birthday, the number of years of another day."""
    if not n:
        return None
    return t("turns {n}", n=n) if kind == "birthday" else t("{n} years", n=n)


class ListChoice(Choice):
    """A drop-down of one of the controlled lists, in the person's language.

    `nothing` is the English text of the empty choice; without it something is always chosen.
    """

    def __init__(
        self,
        choices: Choices,
        name: str = "",
        *,
        nothing: str | None = None,
        only: Iterable[str] | None = None,
    ) -> None:
        self._choices, self._nothing = choices, nothing
        self._only = tuple(only) if only is not None else choices.codes()
        super().__init__((), name, raw=True)
        bind(self._reoffer, lambda: "")

    def _reoffer(self, _text: str = "") -> None:
        offered = [(code, label(self._choices, code)) for code in self._only]
        if self._nothing is not None:
            offered.insert(0, ("", later(self._nothing) if self._nothing else NOTHING))
        self.offer(offered)

    def choose(self, key: str) -> None:
        """Choose by code; a code from elsewhere is added, so that saving loses nothing."""
        if key and self.findData(key) < 0 and self.count():
            self.addItem(label(self._choices, key), key)
        super().choose(key)


class DayParts(Protocol):
    """What is known of an occasion's day."""

    @property
    def calendar(self) -> str: ...
    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int: ...
    @property
    def day(self) -> int | None: ...
    @property
    def leap_month(self) -> bool: ...


def occasion_day(parts: DayParts) -> str:
    """12 Mar 1988, March (month only), 農曆八月十五 or "lunar 8/15 (leap month)"."""
    if parts.calendar == "lunar":
        return _lunar_day(parts)
    if parts.day is None:
        words = locale().standaloneMonthName(parts.month)
    else:
        words = month_day(parts.month, parts.day)
    if parts.year is None:
        return words
    return t("{day}, {year}", day=words, year=parts.year)


_DIGITS = "〇一二三四五六七八九十"


def _chinese_month(month: int) -> str:
    special = {1: "正月", 11: "十一月", 12: "十二月"}
    return special.get(month, f"{_DIGITS[min(month, 10)]}月")


def _chinese_day(day: int) -> str:
    if day <= 10:
        return f"初{_DIGITS[day]}"
    if day < 20:
        return f"十{_DIGITS[day - 10]}"
    if day in (20, 30):
        return f"{_DIGITS[day // 10]}十"
    return f"廿{_DIGITS[day - 20]}"


def _lunar_day(parts: DayParts) -> str:
    own = ("閏" if parts.leap_month else "") + _chinese_month(parts.month)
    if parts.day is not None:
        own += _chinese_day(parts.day)
    if language() != "en":
        return in_script("農曆") + own.replace("閏", in_script("閏"))
    numbers = f"{parts.day}/{parts.month}" if parts.day is not None else f"{parts.month}"
    return f"lunar {numbers}{' (leap)' if parts.leap_month else ''} {own}"


def in_days(day: dt.date, today: dt.date) -> str:
    """How far a day is, in words: today, tomorrow, in 9 days, 3 days ago."""
    distance = (day - today).days
    if distance in (0, 1):
        return day_words(day, today)
    if distance < 0:
        return tn("{n} days ago", -distance, one=N_("{n} day ago"))
    return t("in {n} days", n=distance)


def service_words(codes: Iterable[str]) -> list[tuple[str, str]]:
    """(icon, words) of each service preference."""
    return [(service_icon(code), label(lists.SERVICES, code)) for code in codes]
