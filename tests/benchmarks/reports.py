"""Reports over a chain's ten years: first and repeated, and their papers beside the bare writer.

`JEWELCRM_BENCH_CUSTOMERS` sets the size (five order lines to a customer). Asked for is the last
year, as a manager does; "ten years" says so. The bare figure of a first run is the plainest SQL
for the same rows on the same file; of a paper, reportlab's text objects on the same cells.
"""

from __future__ import annotations

import gc
import io
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.context import Context
from jewelcrm.payments.receipts.letters import Style, runs
from jewelcrm.reports import queries, repeated, summaries
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.figuring import opened
from jewelcrm.reports.model import Asked, Figures, Period
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.outputs.cells import shown
from jewelcrm.reports.outputs.layout import lay_out
from tests.benchmarks.figures import Figure
from tests.benchmarks.report_store import report_store

FIRST_MS, AGAIN_MS, BOARD_MS = 2_000, 300, 300
PAPER_ROWS = 10_000


def run(scale: int) -> list[dict[str, object]]:
    """Every report and level, the dashboard's sums, and papers."""
    ctx = report_store(scale, scale * 5)
    rows = [_summing(ctx), *_levels(ctx), *_dashboard(ctx), *_papers(ctx)]
    ctx.store.close()
    return [row.row() for row in rows]


def _ms(act: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _summing(ctx: Context) -> Figure:
    days = summaries.waiting(ctx)
    taken = _ms(lambda: summaries.catch_up(ctx))
    return Figure(f"summing {days} days, once, each", taken / max(days, 1), None, 50, "ms")


def _year(ctx: Context) -> Period:
    today = ctx.today()
    return Period(today - timedelta(days=364), today)


def _levels(ctx: Context) -> Iterator[Figure]:
    bare = _ms(lambda: _scan(ctx))
    for report in reports().values():
        for level in report.details:
            filters = {"customer": "C00000007"} if report.name == "statement" else {}
            asked = Asked(level.name, _year(ctx), currency="HKD", filters=filters)
            name = f"{report.name}/{level.name}"
            try:
                first = _ms(lambda a=asked, r=report.name: queries.run(ctx, r, a))
            except Exception as error:  # noqa: BLE001 - said in the table, the others go on
                print(f"{name}: {error}", flush=True)
                continue
            again = _ms(lambda a=asked, r=report.name: queries.run(ctx, r, a))
            yield Figure(f"{name}, first", first, bare, FIRST_MS, "ms")
            yield Figure(f"{name}, again", again, None, AGAIN_MS, "ms")


def _scan(ctx: Context) -> None:
    """The year's lines added up by plain SQL."""
    start, end = _year(ctx).bounds(ctx.zone())
    with ctx.read() as conn:
        conn.exec_driver_sql(
            "SELECT sum(l.amount_cents) FROM sales_order o JOIN order_line l ON l.order_id = o.id"
            " WHERE o.placed_at >= ? AND o.placed_at < ?",
            (start, end),
        ).scalar()


def _dashboard(ctx: Context) -> Iterator[Figure]:
    ten = Period(ctx.today() - timedelta(days=3_649), ctx.today())
    for name, period in (("year", _year(ctx)), ("ten years", ten)):
        for what, ask in (
            ("sales", summaries.sales_by_day),
            ("takings", summaries.takings_by_day),
        ):
            taken = _ms(lambda a=ask, p=period: a(ctx, p))
            yield Figure(f"dashboard, {what} by day of a {name}", taken, None, BOARD_MS, "ms")


def _papers(ctx: Context) -> Iterator[Figure]:
    period = Period(ctx.today() - timedelta(days=120), ctx.today())
    with opened(ctx, "sales", Asked("lines", period, currency="HKD")) as figures:
        some = replace(figures, rows=list(_first(figures)), count=PAPER_ROWS)
    bare = _ms(lambda: _bare(some))
    for form in ("pdf", "xlsx", "csv", "json"):
        taken = _ms(lambda f=form: writers()[f](some, io.BytesIO()))
        limit = bare if form == "pdf" else None
        goal = 1.5 if form == "pdf" else 10_000
        name = f"{form} of {len(some.rows):,} rows"
        yield Figure(name, taken, limit, goal, "ms", ratio=form == "pdf")
    yield from _memory(some)


def _first(figures: Figures) -> Iterator[tuple[str | int | None, ...]]:
    for n, row in enumerate(figures.rows):
        if n == PAPER_ROWS:
            return
        yield row


def _bare(figures: Figures) -> None:
    """The same cells with reportlab's text objects, a column of a page each, and nothing else."""
    style, layout = Style(8.5), lay_out(figures)
    canvas = Canvas(io.BytesIO(), pagesize=landscape(A4), pageCompression=1)
    rows, page = list(figures.rows), 34
    for start in range(0, len(rows), page):
        for at, slot in enumerate(layout.slots):
            pen = canvas.beginText()
            for n, row in enumerate(rows[start : start + page]):
                pen.setTextOrigin(slot.left, 540 - n * 14)
                for font, part in runs(shown(row[at], slot.column, figures), style.face):
                    pen.setFont(font.fontName, style.size)
                    pen.textOut(part)
            canvas.drawText(pen)
        canvas.showPage()
    canvas.save()


class _Many:
    """The same rows again and again, never all at once."""

    def __init__(self, rows: list[tuple[str | int | None, ...]], count: int) -> None:
        self._rows, self._count = rows, count

    def __len__(self) -> int:
        return self._count

    def __contains__(self, row: object) -> bool:
        return row in self._rows

    def __iter__(self) -> Iterator[tuple[str | int | None, ...]]:
        return (self._rows[n % len(self._rows)] for n in range(self._count))


class _Sink(io.RawIOBase):
    """Takes everything and keeps nothing."""

    def __init__(self) -> None:
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        size = len(data)  # type: ignore[arg-type] # bytes
        self._at += size
        return size

    def tell(self) -> int:
        return self._at


def _memory(figures: Figures) -> Iterator[Figure]:
    """How much more a file of ten times the rows needs at its peak."""
    rows = list(figures.rows)[:2_000]
    for form in ("pdf", "xlsx", "csv", "json"):
        peaks = [
            _peak(form, replace(figures, rows=_Many(rows, n), count=n)) for n in (4_000, 40_000)
        ]
        name = f"{form}: peak memory of 40,000 rows"
        yield Figure(name, peaks[1], peaks[0], 2.0, "MB", ratio=True)


def _peak(form: str, figures: Figures) -> float:
    gc.collect()
    tracemalloc.start()
    writers()[form](figures, _Sink())  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def forget() -> None:
    """What was asked before is asked anew."""
    repeated._kept.clear()
