"""The one place figures come from: screens, papers, files and scripts all ask here."""

from __future__ import annotations

from dataclasses import dataclass

from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.reports.allowed import levels, require
from jewelcrm.reports.asking import find, find_filter
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.figuring import figures_of
from jewelcrm.reports.model import (
    Asked,
    Detail,
    Figures,
    Progress,
    Report,
    text,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the catalogue shows it to one person."""

    report: Report
    details: tuple[Detail, ...]


@query("reports.ask")
def listing(ctx: Context) -> tuple[Listed, ...]:
    """The reports and levels of detail this person may run, by name; often none for sales."""
    with ctx.read() as conn:
        every = [Listed(one, levels(ctx, conn, one)) for one in reports().values()]
    return tuple(one for one in every if one.details)


@query("reports.ask")
def choices(ctx: Context, name: str, filter_name: str) -> list[tuple[str, str]]:
    """The values a filter of a report may have, and what each is called; empty: any text.

    Raises:
        CanFix: no such report or filter. Denied: this person may not run any of it.
    """
    report, _ = find(name, "")
    wanted = find_filter(report, filter_name)
    with ctx.read() as conn:
        if not levels(ctx, conn, report):
            require(ctx, conn, report, report.details[0])
        found = conn.exec_driver_sql(wanted.options) if wanted.options else ()
        return [(text(value), text(label)) for value, label in found]


@query("reports.ask")
def run(ctx: Context, name: str, asked: Asked, progress: Progress | None = None) -> Figures:
    """The figures of a report at one moment of the store.

    Of very many rows the first stand in it (`reading.KEPT`); `count` says how many there are, and
    writing a file takes all of them.

    Raises:
        CanFix: no such report, level of detail or filter, or more rows than a report may have.
        Denied: neither this person's role nor department may see it.
    """
    return figures_of(ctx, name, asked, progress)
