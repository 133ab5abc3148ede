"""One value of a report as text: as a person reads it, or as a program does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from jewelcrm.money import Money
from jewelcrm.reports import codes
from jewelcrm.reports.model import AsOf, Column, Figures, Kind, Value, Words

STAYS_HERE = {
    "internal": Words("Internal", "內部文件"),
    "personal": Words("Personal data: must not leave the shop", "個人資料：不得帶離店舖"),
}
"""What stands at the head of every page."""


def shown(value: Value, column: Column, figures: Figures) -> str:
    """As on paper: codes in words, thousands parted, money without its currency (see the head)."""
    if not isinstance(value, int):
        return codes.say(column.name, value or "", figures.asked.language)
    return _FORMS[column.kind](value, figures).shown


def plain(value: Value, column: Column, figures: Figures) -> str:
    """As in a file that another program reads: no thousands, money and parts as decimals."""
    if not isinstance(value, int):
        return value or ""
    return _FORMS[column.kind](value, figures).plain


class _Form(NamedTuple):
    shown: str
    plain: str


def _count(value: int, _: Figures) -> _Form:
    return _Form(f"{value:,}", str(value))


def _money(value: int, figures: Figures) -> _Form:
    money = Money(value, figures.asked.currency)
    return _Form(money.digits(), money.plain())


def _pieces(value: int, _: Figures) -> _Form:
    exact = Decimal(value).scaleb(-3).normalize()
    return _Form(f"{exact:,f}", f"{exact:f}")


def _share(value: int, _: Figures) -> _Form:
    return _Form(f"{value / 100:.2f}%", f"{Decimal(value).scaleb(-2):f}")


def _at(value: int, figures: Figures) -> _Form:
    at = dt.datetime.fromtimestamp(value / 1000, figures.zone)
    return _Form(f"{at:%Y-%m-%d %H:%M}", at.isoformat(timespec="seconds"))


_FORMS: Mapping[Kind, Callable[[int, Figures], _Form]] = {
    "text": _count,
    "day": _count,
    "count": _count,
    "days": _count,
    "money": _money,
    "pieces": _pieces,
    "share": _share,
    "moment": _at,
}


def facts(figures: Figures) -> list[tuple[Words, str]]:
    """What every output says of itself: of when, of whom, by whom, as of when."""
    language = figures.asked.language
    period = figures.asked.period
    of_now = figures.run_at.astimezone(figures.zone)
    days = (
        f"{period.since} - {period.until}" if figures.report.uses_period else f"{of_now:%Y-%m-%d}"
    )
    return [
        (Words("Period", "期間") if figures.report.uses_period else Words("Day", "日期"), days),
        (Words("Detail", "詳細程度"), figures.detail.title.say(language)),
        *_narrowed(figures),
        (Words("Currency", "貨幣"), figures.asked.currency),
        (Words("Run by", "製表人"), figures.run_by),
        (Words("Run at", "製表時間"), f"{of_now:%Y-%m-%d %H:%M}"),
        *((Words("Data as of", "資料截至"), _as_of(one, figures)) for one in figures.as_of),
    ]


def _narrowed(figures: Figures) -> list[tuple[Words, str]]:
    """The branch and the filters, when it is not about everything."""
    told = [(Words("Branch", "分店"), figures.branch)] if figures.branch else []
    titles = {one.name: one.title for one in figures.report.filters}
    language = figures.asked.language
    return told + [
        (titles[name], codes.say(name, value, language))
        for name, value in figures.asked.filters.items()
    ]


def stale(figures: Figures) -> set[str]:
    """Those of the facts that say that data are old."""
    return {_as_of(one, figures) for one in figures.as_of if one.stale}


def _as_of(one: AsOf, figures: Figures) -> str:
    at = f"{one.branch} {one.at.astimezone(figures.zone):%Y-%m-%d %H:%M}"
    old = Words("OLD: head office has not been reached", "過時：未能連接總店")
    return f"{at} ({old.say(figures.asked.language)})" if one.stale else at
