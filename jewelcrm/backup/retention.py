"""Which points may go: generations, never the last three checked, nothing older than it may be.

Pure. A point goes in two steps: it is marked, and a day later, if it is still not wanted and a
newer one was checked, it goes. Clocks jump: what was made in the future counts for nothing, and a
mark from the future is set anew.

    on this PC     6 four-hourly, 7 daily, 4 weekly; 35 days at most
    head office    14 daily, 8 weekly, 3 monthly; 90 days at most

The most is for the erased: whoever is erased today is in no backup when it is over. A point that
reached it while the PC was off goes within a day of the PC being on again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
GRACE = DAY
LEAST = 3
"""So many checked points stay, whatever the generations say."""
_FUTURE = dt.timedelta(hours=1)
"""A clock may be a little ahead of the one that made a point."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How many of each generation, and how old the oldest may become."""

    hours: int
    days: int
    weeks: int
    months: int
    most: dt.timedelta


HERE = Policy(hours=6, days=7, weeks=4, months=0, most=dt.timedelta(days=35))
OFF_SITE = Policy(hours=0, days=14, weeks=8, months=3, most=dt.timedelta(days=90))


@dataclass(frozen=True, slots=True)
class Held:
    """A point as far as it matters here. `order`: counts up with every point of the store."""

    id: str
    made: dt.datetime
    order: tuple[int, int]
    checked: bool
    going: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done; `wanted`: so many fresh checked points are missing for the old to go."""

    mark: tuple[str, ...]
    unmark: tuple[str, ...]
    drop: tuple[str, ...]
    wanted: int


def plan(points: Iterable[Held], now: dt.datetime, policy: Policy, zone: dt.tzinfo) -> Plan:
    """What is to be done with these points now."""
    held = sorted(points, key=lambda point: point.order, reverse=True)
    kept = _kept(held, now, policy, zone)
    loose = [point for point in held if point.id not in kept]
    drop = [point for point in loose if _may_drop(point, held, now)]
    marked = [p for p in loose if p not in drop and (p.going is None or p.going > now)]
    back = [point for point in held if point.id in kept and point.going is not None]
    fresh = sum(point.checked for point in held if _in_time(point, now, policy))
    stale = any(point.checked and not _in_time(point, now, policy) for point in held)
    return Plan(
        mark=_ids(marked),
        unmark=_ids(back),
        drop=_ids(drop),
        wanted=max(0, LEAST - fresh) if stale else 0,
    )


def _kept(held: Sequence[Held], now: dt.datetime, policy: Policy, zone: dt.tzinfo) -> set[str]:
    good = [point for point in held if _in_time(point, now, policy)]
    checked = [point for point in good if point.checked]
    kept = {point.id for point in checked[:LEAST]}
    kept |= {point.id for point in good[:1]}  # being made and not checked yet
    for count, period in _generations(policy, zone):
        kept |= _newest_of_each(checked, count, period)
    if len(checked) < LEAST:
        others = [point for point in held if point.checked and point.id not in kept]
        kept |= {point.id for point in others[: LEAST - len(checked)]}
    return kept


def _generations(
    policy: Policy, zone: dt.tzinfo
) -> tuple[tuple[int, Callable[[Held], object]], ...]:
    def local(point: Held) -> dt.datetime:
        return point.made.astimezone(zone)

    return (
        (policy.hours, lambda p: (local(p).date(), local(p).hour // 4)),
        (policy.days, lambda p: local(p).date()),
        (policy.weeks, lambda p: local(p).isocalendar()[:2]),
        (policy.months, lambda p: (local(p).year, local(p).month)),
    )


def _newest_of_each(
    checked: Sequence[Held], count: int, period: Callable[[Held], object]
) -> set[str]:
    """The newest point of each of the last `count` periods that have one."""
    seen: dict[object, str] = {}
    for point in checked:
        if len(seen) == count and period(point) not in seen:
            break
        seen.setdefault(period(point), point.id)
    return set(seen.values()) if count else set()


def _in_time(point: Held, now: dt.datetime, policy: Policy) -> bool:
    """Neither too old to stay two days longer, nor from a future that the clock has left."""
    return point.made <= now + _FUTURE and now - point.made < policy.most - 2 * DAY


def _may_drop(point: Held, held: Sequence[Held], now: dt.datetime) -> bool:
    if point.going is None or not point.going <= now - GRACE:
        return False
    return any(other.checked and other.order > point.order for other in held) or not point.checked


def _ids(points: Iterable[Held]) -> tuple[str, ...]:
    return tuple(point.id for point in points)
