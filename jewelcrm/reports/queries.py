"""The one place figures come from: screens, papers, files and scripts all ask here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from db.shop import syncstate
from db.types import from_millis
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.reports.asking import find
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, AsOf, Column, Detail, Figures, Report, Row, Source, Words
from jewelcrm.reports.sql import OTHER_CURRENCIES

STALE = dt.timedelta(hours=24)
"""A branch whose data is older than this is marked on the report."""

MOST_ROWS = 1_000_000
"""Rows of one report. More is a list to be exported, not a report to be read."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the catalogue shows it to one person."""

    report: Report
    details: tuple[Detail, ...]


@query("reports.run")
def listing(ctx: Context) -> tuple[Listed, ...]:
    """The reports and levels of detail this person may run, by name."""
    every = (Listed(report, _allowed(ctx, report)) for report in reports().values())
    return tuple(one for one in every if one.details)


@query("reports.run")
def run(ctx: Context, name: str, asked: Asked) -> Figures:
    """The figures of a report at one moment of the store.

    Raises:
        CanFix: no such report or level of detail, or more rows than a report may have.
        Denied: the level of detail names people and this person may not see such reports.
    """
    report, detail = find(name, asked.detail)
    if detail.sensitivity == "personal":
        ctx.require("reports.personal")
    now = ctx.clock.now()
    with ctx.read() as conn:
        source = Source(ctx, conn, now, asked)
        rows = _at_most(detail.read(source))
        as_of = _as_of(source)
        notes = tuple(_other_currencies(source)) if report.uses_period else ()
    return Figures(
        report=report,
        detail=detail,
        asked=asked,
        rows=rows,
        totals=_totals(detail.columns, rows),
        as_of=as_of,
        run_by=ctx.staff.name,
        run_at=now,
        zone=ctx.zone(),
        branch_name=ctx.branch.name,
        notes=notes,
    )


def _allowed(ctx: Context, report: Report) -> tuple[Detail, ...]:
    named = ctx.allows("reports.personal")
    return tuple(one for one in report.details if named or one.sensitivity != "personal")


def _at_most(rows: Iterable[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        if len(kept) == MOST_ROWS:
            raise CanFix(
                "This report would have more than {most} rows. Take a shorter period, one branch,"
                " or a level with less detail.",
                field="detail",
                most=f"{MOST_ROWS:,}",
            )
        kept.append(row)
    return kept


def _totals(columns: tuple[Column, ...], rows: list[Row]) -> dict[str, int]:
    return {
        column.name: sum(value for row in rows if isinstance(value := row[at], int))
        for at, column in enumerate(columns)
        if column.total
    }


def _as_of(source: Source) -> tuple[AsOf, ...]:
    """Own data is of now; what other PCs wrote is as new as the last time all of it was read."""
    office = syncstate.office(source.conn.connection.driver_connection)
    at = source.now if office is None else from_millis(office.last_full or 0)
    here = source.ctx.branch
    return (AsOf(f"{here.code} {here.name}", at, stale=source.now - at > STALE),)


def _other_currencies(source: Source) -> Iterable[Words]:
    for currency, orders in source.rows(OTHER_CURRENCIES):
        yield Words(
            f"{orders} orders in {currency} are not in these figures; run the report for"
            f" {currency} too.",
            f"另有 {orders} 張 {currency} 訂單不在此數字內，請以 {currency} 再做一份。",
        )
