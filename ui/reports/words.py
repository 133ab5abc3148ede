"""What the Reports page says: periods by name, how fresh figures are, what may not leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.format import day_words, moment
from ui.i18n import N_, in_script, language, t, tn

if TYPE_CHECKING:
    import datetime as dt

    from jewelcrm.reports.model import AsOf, Figures, Words

OWN = "own"
PERIODS = (
    ("today", N_("Today")),
    ("yesterday", N_("Yesterday")),
    ("this-week", N_("This week")),
    ("last-week", N_("Last week")),
    ("this-month", N_("This month")),
    ("last-month", N_("Last month")),
    ("this-quarter", N_("This quarter")),
    ("last-quarter", N_("Last quarter")),
    ("this-year", N_("This year")),
    ("last-year", N_("Last year")),
    ("last-30-days", N_("Last 30 days")),
    ("last-365-days", N_("Last 365 days")),
    (OWN, N_("Own dates")),
)
EVERY = (
    ("daily", N_("Every day")),
    ("opening", N_("At each opening")),
    ("weekly", N_("Every week")),
    ("monthly", N_("Every month")),
)
SENSITIVITY = {"internal": N_("Internal"), "personal": N_("Personal data")}
FORMS = (
    ("pdf", N_("PDF, to print or send"), "file-pdf-box"),
    ("xlsx", N_("XLSX, for Excel"), "file-excel"),
    ("csv", N_("CSV, for other programs"), "file-delimited"),
)


def said(words: Words) -> str:
    """Words that the report itself brings, in the language in force."""
    return in_script(words.say(language()))


def period_of(figures: Figures) -> str:
    """The days the figures are of."""
    if not figures.report.uses_period:
        return t("As it stands now")
    period = figures.asked.period
    if period.since == period.until:
        return day_words(period.since)
    return f"{day_words(period.since)} – {day_words(period.until)}"


def rows_of(figures: Figures) -> str:
    """How many rows; of very many the window has the first ones."""
    if figures.count > len(figures.rows):
        return t(
            "{n} rows; the first {shown} are shown",
            n=f"{figures.count:,}",
            shown=f"{len(figures.rows):,}",
        )
    return tn("{n} rows", figures.count, one="{n} row")


def fresh(one: AsOf, zone: str, today: dt.date) -> str:
    """From when a branch's data is."""
    at = moment(one.at, zone, today)
    if one.stale:
        return t("{branch}: OLD, as of {at}", branch=one.branch, at=at)
    return t("{branch}: as of {at}", branch=one.branch, at=at)
