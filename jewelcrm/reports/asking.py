"""What somebody asked for, by the names people and scripts use."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import select

from db.tables.people import branch
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, Detail, Filter, Report, Source

_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
"""Days that a report may be about."""


def find(name: str, detail: str) -> tuple[Report, Detail]:
    """A report and one of its levels of detail; the shortest when `detail` is empty.

    Raises:
        CanFix: there is no such report or level.
    """
    report = reports().get(name)
    if report is None:
        raise CanFix(
            "“{name}” is no report. Take one of: {known}.",
            field="report",
            name=name,
            known=", ".join(reports()),
        )
    level = report.detail(detail) if detail else report.details[0]
    if level is None:
        raise CanFix(
            "“{name}” has no level of detail “{detail}”. Take one of: {known}.",
            field="detail",
            name=name,
            detail=detail,
            known=", ".join(one.name for one in report.details),
        )
    return report, level


def find_filter(report: Report, name: str) -> Filter:
    """A filter of a report.

    Raises:
        CanFix: it has no such filter; says which it has.
    """
    found = next((one for one in report.filters if one.name == name), None)
    if found is None:
        raise CanFix(
            "“{report}” cannot be narrowed by “{name}”. It can be by: {known}.",
            field="filter",
            report=report.name,
            name=name,
            known=", ".join(one.name for one in report.filters) or "-",
        )
    return found


def fitting(report: Report, detail: Detail, asked: Asked) -> Asked:
    """What was asked, with the level found for it and nothing that the report does not know.

    Raises:
        CanFix: a filter or a paper that it has not, a period that ends before it begins, or days
            of no shop.
    """
    for name in asked.filters:
        find_filter(report, name)
    if asked.period.since > asked.period.until:
        raise CanFix(
            "The period ends on {until}, before it begins on {since}. Change one of the two dates.",
            field="since",
            since=asked.period.since,
            until=asked.period.until,
        )
    if asked.period.since < _FIRST or asked.period.until > _LAST:
        raise CanFix(
            "Take days between {first} and {last}.", field="since", first=_FIRST, last=_LAST
        )
    if asked.paper not in report.layouts:
        raise CanFix(
            "“{name}” is not laid out for {paper}. Take one of: {known}.",
            field="paper",
            name=report.name,
            paper=asked.paper,
            known=", ".join(report.layouts),
        )
    missing = [one for one in report.filters if one.required and not asked.filters.get(one.name)]
    if missing:
        raise CanFix(
            "This report is about one at a time. Say which: {name} (--filter {name}=…).",
            field="filter",
            name=missing[0].name,
        )
    given = {name: value for name, value in asked.filters.items() if value}
    return replace(asked, detail=detail.name, filters=given)


def check_numbers(source: Source, report: Report) -> None:
    """Whether there are the customers whose numbers are asked for.

    Raises:
        CanFix: nobody here has such a number.
    """
    for one in report.filters:
        value = source.asked.filters.get(one.name)
        if value and one.whose and next(source.rows(one.whose), None) is None:
            raise CanFix(
                "No customer here has the number “{number}”. Look her up: it stands on her card.",
                field="filter",
                number=value,
            )


def branch_coded(ctx: Context, code: str) -> Id:
    """The branch of that code, also one that is closed.

    Raises:
        CanFix: this PC knows of no such branch.
    """
    with ctx.read() as conn:
        found = conn.execute(select(branch.c.id).where(branch.c.code == code.upper())).scalar()
    if found is None:
        raise CanFix("This PC knows of no branch “{code}”.", field="branch", code=code)
    return bytes(found)
