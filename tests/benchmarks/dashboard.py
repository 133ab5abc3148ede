"""The dashboard of a chain's ten years: its figures beside one bare look at the same sums.

`JEWELCRM_BENCH_CUSTOMERS` sets the size (five order lines to a customer). The bare figure is the
plainest SQL for the period's net sales on the same file in the same run.
"""

from __future__ import annotations

from jewelcrm.context import Context
from jewelcrm.dashboard import queries, rules
from jewelcrm.dashboard.behind import Behind, behind
from jewelcrm.dashboard.model import SPANS, Span
from jewelcrm.reports import repeated, summaries
from tests.benchmarks.figures import Figure, percentile, times
from tests.benchmarks.report_store import report_store

ROUNDS = 20
LIMIT_MS = 300.0
_BARE = "SELECT sum(gross + returns) FROM sum_sales WHERE day BETWEEN ? AND ? AND currency = 'HKD'"


def run(scale: int) -> list[dict[str, object]]:
    """Each period's board; what comes behind it, first and repeated; the list behind a figure."""
    ctx = report_store(scale, scale * 5)
    summaries.catch_up(ctx)
    rows = [*(_board(ctx, span) for span in SPANS), *_slower(ctx), _behind(ctx)]
    ctx.store.close()
    return [row.row() for row in rows]


def _board(ctx: Context, span: Span) -> Figure:
    days = rules.so_far(span, ctx.today())

    def bare(_n: int) -> None:
        with ctx.read() as conn:
            raw = conn.connection.driver_connection
            raw.execute(_BARE, (days.since.isoformat(), days.until.isoformat())).fetchall()

    ours = times(lambda _n: queries.board(ctx, span=span), ROUNDS)
    return Figure(
        f"dashboard, {span}, p95",
        percentile(ours, 0.95),
        percentile(times(bare, ROUNDS), 0.95),
        LIMIT_MS,
        "ms",
    )


def _slower(ctx: Context) -> list[Figure]:
    """New customers and overdue money, from reports: shown when they come."""
    repeated._kept.clear()
    first = times(lambda _n: queries.slower(ctx), 1)
    again = times(lambda _n: queries.slower(ctx), ROUNDS)
    return [
        Figure("dashboard, what comes behind, first", first[0], None, 4_000, "ms"),
        Figure("dashboard, what comes behind, again", percentile(again, 0.95), None, 300, "ms"),
    ]


def _behind(ctx: Context) -> Figure:
    month = rules.so_far("this-month", ctx.today())
    ours = times(lambda _n: behind(ctx, Behind("sold", month)), ROUNDS)
    return Figure("list behind this month's sales", percentile(ours, 0.95), None, LIMIT_MS, "ms")
