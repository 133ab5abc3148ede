"""What the charts of the dashboard show, in words and heights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dashboard.charts import Stroke
from ui.dashboard.words import days_words, money, short
from ui.format import labelled, number
from ui.i18n import chinese, locale, t
from ui.orders.words import stage_word

if TYPE_CHECKING:
    from jewelcrm.dashboard.model import Board, Point


def points(board: Board) -> list[Stroke]:
    """Net sales over the period; none when there was nothing, now or before."""
    if not any(one.cents or one.before for one in board.points):
        return []
    return [
        Stroke(_label(one, len(board.points)), one.cents, _said(one, board.currency), one.before)
        for one in board.points
    ]


def _label(one: Point, many: int) -> str:
    """A month's name, a weekday's in a week, the day of the month else."""
    if one.since != one.until:
        name = locale().monthName(one.since.month, locale().FormatType.ShortFormat)
        return name if not chinese() else f"{one.since.month}月"
    if many <= 7:
        return locale().dayName(one.since.isoweekday(), locale().FormatType.ShortFormat)
    return str(one.since.day)


def _said(one: Point, currency: str) -> str:
    return t(
        "{days}: {now} (before: {before})",
        days=days_words(one.since, one.until),
        now=money(one.cents, currency),
        before="–" if one.before is None else money(one.before, currency),
    )


def legend(board: Board) -> str:
    """What the dotted line is, when there is one."""
    if not any(one.before for one in board.points):
        return ""
    return t("Dotted: the period before")


def stages(board: Board) -> list[Stroke]:
    """Open orders, in the order of the work."""
    return [
        Stroke(
            stage_word(one.key),
            one.value,
            labelled(stage_word(one.key), number(one.value)),
            shown=number(one.value),
        )
        for one in board.stages
    ]


def people(board: Board) -> list[Stroke]:
    """Net sales of each person, the largest first."""
    return [
        Stroke(
            one.label or t("Nobody in particular"),
            one.value,
            labelled(one.label or t("Nobody in particular"), money(one.value, board.currency)),
            shown=short(one.value),
        )
        for one in board.people
    ]
