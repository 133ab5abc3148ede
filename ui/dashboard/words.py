"""What the dashboard says: names of figures, how far from the target, short amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.format import day_words, month_day, number
from ui.i18n import N_, chinese, t

if TYPE_CHECKING:
    import datetime as dt

    from jewelcrm.dashboard.model import Measure, Tile

SPANS = (
    ("today", N_("Today")),
    ("this-week", N_("This week")),
    ("this-month", N_("This month")),
    ("this-quarter", N_("This quarter")),
    ("this-year", N_("This year")),
)
WHOSE = (("all", N_("The shop")), ("mine", N_("Mine")))
NAMES = {
    "net_sales": (N_("Net sales"), "chart-line"),
    "orders": (N_("Orders"), "clipboard-list"),
    "average": (N_("Average order"), "calculator"),
    "takings": (N_("Takings"), "cash-register"),
    "on_time": (N_("Follow-ups in time"), "clipboard-check"),
    "late": (N_("Late orders"), "clock-alert-outline"),
    "ready": (N_("Ready, not collected"), "package-variant-closed"),
    "overdue": (N_("Follow-ups overdue"), "bell-ring"),
    "new_customers": (N_("New customers"), "account-plus"),
    "owed": (N_("Owed and overdue"), "hand-coin"),
}
_SHORT = ((10**9, "B"), (10**6, "M"), (10**3, "K"))
_SHORT_ZH = ((10**8, "億"), (10**4, "萬"))


def figure(measure: Measure, value: int | None, currency: str, *, brief: bool = False) -> str:
    """A figure as it stands on a tile; `brief` where there is little room."""
    if value is None:
        return "–"
    if measure.unit == "share":
        return f"{value / 100:.0f}%"
    if measure.unit != "money":
        return number(value)
    return sign(currency) + short(value) if brief else money(value, currency)


def money(cents: int, currency: str) -> str:
    """An amount without its cents: HK$1,280."""
    from jewelcrm.money import Money

    whole = str(Money(cents, currency))
    return whole.rpartition(".")[0] or whole


def sign(currency: str) -> str:
    """HK$, or the code where a currency has no sign."""
    return money(0, currency).removesuffix("0")


def short(cents: int) -> str:
    """An amount in three digits: 1.25M, or 125萬."""
    whole = round(cents / 100)
    for size, letter in _SHORT_ZH if chinese() else _SHORT:
        if abs(whole) >= size:
            return _three(whole / size) + letter
    return number(whole)


def _three(value: float) -> str:
    """Three digits: 1.25, 12.5, 125."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{1 if abs(value) >= 10 else 2}f}".rstrip("0").rstrip(".")


def target_words(tile: Tile, currency: str) -> str:
    """Where it stands against the target: what is missing, or how much more it is."""
    gap = tile.gap
    if gap is None:
        return ""
    of = figure(tile.measure, tile.target, currency, brief=True).removeprefix(sign(currency))
    if tile.measure.unit == "share":
        missing = t("{n} points", n=f"{abs(gap) / 100:.0f}")
    else:
        missing = figure(tile.measure, abs(gap), currency, brief=True)
    if gap > 0:
        return t("of {target}: {gap} to go", target=of, gap=missing)
    return t("of {target}: {gap} over", target=of, gap=missing)


def before_words(tile: Tile) -> tuple[str, str]:
    """How it compares with the period before, and the tone of that."""
    if not tile.before or tile.actual is None:
        return "", "muted"
    change = (tile.actual - tile.before) * 100 / abs(tile.before)
    if round(change) == 0:
        return t("as before"), "muted"
    better = (change > 0) == tile.measure.more_is_better
    arrow = "▲" if change > 0 else "▼"
    shown = "999+" if abs(change) > 999 else f"{abs(change):.0f}"
    return f"{arrow}{shown}%", "ok" if better else "danger"


def before_told(tile: Tile, currency: str) -> str:
    """What the little sign compares with, in full."""
    if not tile.before:
        return ""
    figure_ = figure(tile.measure, tile.before, currency)
    return t("The same days of the period before: {figure}", figure=figure_)


def days_words(since: dt.date, until: dt.date) -> str:
    """A day, or the days from one to another; a year they share is said once."""
    if since == until:
        return day_words(since)
    first, last = day_words(since), day_words(until)
    if since.year == until.year and chinese():
        last = month_day(until.month, until.day)
    elif since.year == until.year:
        first = month_day(since.month, since.day)
    return f"{first} – {last}"
