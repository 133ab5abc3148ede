"""What the dashboard asks of the shop, off the UI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.dashboard.behind import Behind, What
    from jewelcrm.dashboard.model import Board, Span, Tile
    from jewelcrm.people.queries import Person
    from jewelcrm.reports.model import Period

_DAYS = 120  # summed in one go; more in the next


def board(ctx: Context, span: Span, *, mine: bool) -> Board:
    """The figures."""
    from jewelcrm.dashboard import queries

    return queries.board(ctx, span=span, mine=mine)


def slower(ctx: Context, span: Span) -> tuple[Tile, ...]:
    """Figures that come from reports."""
    from jewelcrm.dashboard import queries

    return queries.slower(ctx, span=span)


def catch_up(ctx: Context) -> int:
    """Sum some of what waits; how much is left. Targets of before travel from now on."""
    from jewelcrm.dashboard.targets import carry_over
    from jewelcrm.reports.summaries import catch_up as some

    if ctx.allows("settings.edit"):
        carry_over(ctx)
    left = some(ctx, most=_DAYS)
    ctx.store.rest()  # what was read for it, up to 32 MB, goes out of memory again
    return left


def span_named(name: str) -> Span:
    """A period by its name; this month for any other word."""
    from jewelcrm.dashboard.model import SPANS

    return next((one for one in SPANS if one == name), "this-month")


def so_far(ctx: Context, found: Board) -> Period:
    """The board's days that have come, where the branch is."""
    from jewelcrm.reports.model import Period

    today = found.as_of.astimezone(ctx.zone()).date()
    return Period(found.period.since, min(found.period.until, today))


def days(since: dt.date, until: dt.date) -> Period:
    """Some days."""
    from jewelcrm.reports.model import Period

    return Period(since, until)


def behind_of(what: What, period: Period | None, stage: str, staff_id: Id | None) -> Behind:
    """Which list."""
    from jewelcrm.dashboard.behind import Behind

    return Behind(what, period, stage, staff_id)


def ids_of(ctx: Context, which: Behind) -> list[Id]:
    """The orders of a list."""
    from jewelcrm.dashboard.behind import behind

    return behind(ctx, which)


def everyone(ctx: Context) -> Sequence[Person]:
    """Who may be given something to do."""
    from jewelcrm.people.queries import everyone as people

    return people(ctx)


def targets(ctx: Context) -> Mapping[str, int]:
    """What a month should bring."""
    from jewelcrm.dashboard.targets import targets as found

    return found(ctx)
