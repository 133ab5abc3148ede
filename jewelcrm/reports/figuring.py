"""Making figures: what was asked, read at one moment, with its totals and of when it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from sqlalchemy import Connection

from db.errors import StoreError
from db.shop import syncstate
from db.types import from_millis
from jewelcrm import settings
from jewelcrm.context import Branch, Context, Staff
from jewelcrm.reports import repeated, summaries
from jewelcrm.reports.allowed import require
from jewelcrm.reports.asking import check_numbers, find, fitting
from jewelcrm.reports.model import (
    Asked,
    AsOf,
    Detail,
    Figures,
    Progress,
    Report,
    Row,
    Source,
    text,
)
from jewelcrm.reports.reading import Gone, Streamed, go_through, quiet, stoppable
from jewelcrm.reports.sql import branch_name

STALE = dt.timedelta(hours=24)
"""A branch whose data is older than this is marked on the report."""


def figures_of(ctx: Context, name: str, asked: Asked, progress: Progress | None = None) -> Figures:
    """The figures with their first rows (`reading.KEPT`), as a window shows them."""
    report, detail = find(name, asked.detail)
    _sum_the_latest(ctx)
    with ctx.read() as conn:
        require(ctx, conn, report, detail)
        source = _source(ctx, conn, report, detail, asked)
        known = repeated.find(source, report, detail)
        if known is not None:
            return replace(known, run_at=source.now, as_of=_as_of(source))
        figures = _figures(source, report, detail, progress or quiet)
        repeated.keep(source, figures)
    return figures


@contextmanager
def opened(
    ctx: Context, name: str, asked: Asked, progress: Progress | None = None
) -> Iterator[Figures]:
    """The figures with all their rows, which are read as they are gone through; for writers."""
    report, detail = find(name, asked.detail)
    tell = progress or quiet
    _sum_the_latest(ctx)
    with ctx.read() as conn:
        require(ctx, conn, report, detail)
        source = _source(ctx, conn, report, detail, asked)
        with stoppable(conn, tell):
            found = go_through(source, detail, tell)
            rows = found.kept
            if found.count > len(rows):
                all_rows = Streamed(source, detail, found.count, tell)
                yield _told(source, report, detail, found, all_rows)
            else:
                yield _told(source, report, detail, found, rows)


def _source(ctx: Context, conn: Connection, report: Report, detail: Detail, asked: Asked) -> Source:
    source = Source(ctx, conn, ctx.clock.now(), fitting(report, detail, asked))
    check_numbers(source, report)
    return source


def _sum_the_latest(ctx: Context) -> None:
    """Today's few changes, so that a report of years need not read everything for them."""
    with suppress(StoreError):  # the store is busy or full: the figures come from every line
        summaries.catch_up_quickly(ctx)


def _figures(source: Source, report: Report, detail: Detail, tell: Progress) -> Figures:
    with stoppable(source.conn, tell):
        found = go_through(source, detail, tell)
        return _told(source, report, detail, found, found.kept)


def _told(
    source: Source, report: Report, detail: Detail, found: Gone, rows: Collection[Row]
) -> Figures:
    ctx = source.ctx
    return Figures(
        report=report,
        detail=detail,
        asked=source.asked,
        rows=rows,
        count=found.count,
        totals=found.totals(detail.columns),
        as_of=_as_of(source),
        run_by=_called(source, ctx.staff),
        run_at=source.now,
        zone=ctx.zone(),
        branch_name=_called(source, ctx.branch),
        notes=tuple(report.left_out(source)) if report.left_out else (),
        logo=str(settings.value_in(source.conn.connection.driver_connection, "report_logo")),
        mark=f"{_called(source, ctx.staff)} · {ctx.store.pc.branch_code}-{ctx.store.pc.letter}",
        branch=_code_of(source),
    )


def _called(source: Source, one: Staff | Branch) -> str:
    """The name that a paper of the report's language prints."""
    return (source.chinese and one.name_zh) or one.name


def _code_of(source: Source) -> str:
    found = source.rows(f"SELECT {branch_name('b')} FROM branch b WHERE b.id = :branch")
    return text(next(found, ("",))[0])


def _as_of(source: Source) -> tuple[AsOf, ...]:
    """A PC of its own has data of now; one of a chain what all others wrote until it last heard."""
    office = syncstate.office(source.conn.connection.driver_connection)
    at = source.now if office is None else from_millis(office.last_full or 0)
    stale = source.now - at > STALE
    return tuple(
        AsOf(text(name), at, stale=stale)
        for (name,) in source.rows(_HERE, own=source.ctx.branch.id)
    )


_HERE = (
    f"SELECT {branch_name('b')} FROM branch b WHERE CASE WHEN :branch IS NOT NULL"
    " THEN b.id = :branch ELSE b.id = :own OR EXISTS (SELECT 1 FROM sync_cursor s"
    " WHERE s.scope = 'B:' || lower(hex(b.id))) END ORDER BY b.code"
)
"""The branches whose data are here, or the one that was asked for; a closed one is marked."""
