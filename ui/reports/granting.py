"""What the window of the departments asks of the shop, off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jewelcrm.context import Context
    from jewelcrm.reports.model import Report, Words

Ticks = tuple[frozenset[str], frozenset[str]]
"""Levels as `report/detail`, and people by the hexadecimal of their id."""


@dataclass(frozen=True)
class Granted:
    """As it stands: departments, reports, people, and what is ticked of each department."""

    names: Mapping[str, Words]
    reports: Sequence[Report]
    staff: Mapping[str, str]
    levels: Mapping[str, frozenset[str]]
    people: Mapping[str, frozenset[str]]
    by_role: Mapping[str, frozenset[str]]
    """Who belongs to a department without being named."""


def granted(ctx: Context) -> Granted:
    """Everything the window shows."""
    from jewelcrm.access.catalogue import SALES
    from jewelcrm.people.queries import everyone
    from jewelcrm.reports.allowed import DEPARTMENTS
    from jewelcrm.reports.catalogue import reports
    from jewelcrm.reports.grants import grants, members

    people = everyone(ctx)
    given, belong = grants(ctx), members(ctx)
    return Granted(
        names=DEPARTMENTS,
        reports=tuple(reports().values()),
        staff={one.id.hex(): " ".join(filter(None, (one.name, one.name_zh))) for one in people},
        levels={
            name: frozenset(f"{g.report}/{g.detail}" for g in given if g.department == name)
            for name in DEPARTMENTS
        },
        people={
            name: frozenset(m.staff_id.hex() for m in belong if m.department == name)
            for name in DEPARTMENTS
        },
        by_role={SALES: frozenset(one.id.hex() for one in people if one.role == SALES)},
    )


def regrant(ctx: Context, before: Granted, wanted: Mapping[str, Ticks]) -> int:
    """Make it so; returns how much was changed. Each change is a command of its own, and noted."""
    changes = 0
    for name, (levels, people) in wanted.items():
        changes += _levels(ctx, name, before.levels[name], levels)
        changes += _people(ctx, name, before.people[name], people)
    return changes


def _levels(ctx: Context, name: str, before: frozenset[str], wanted: frozenset[str]) -> int:
    from jewelcrm.reports.grants import grant, withdraw

    for does, keys in ((grant, wanted - before), (withdraw, before - wanted)):
        for key in sorted(keys):
            report, _, detail = key.partition("/")
            does(ctx, department=name, report=report, detail=detail)
    return len(wanted ^ before)


def _people(ctx: Context, name: str, before: frozenset[str], wanted: frozenset[str]) -> int:
    from jewelcrm.reports.grants import join_department, leave_department

    for does, keys in ((join_department, wanted - before), (leave_department, before - wanted)):
        for key in sorted(keys):
            does(ctx, department=name, staff_id=bytes.fromhex(key))
    return len(wanted ^ before)
