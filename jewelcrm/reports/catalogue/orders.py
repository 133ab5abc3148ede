"""Orders and repairs as they stand: by stage, late, and ready but not collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from db.tables.orders import FINISHED
from jewelcrm.orders.rules.stages import WAITING
from jewelcrm.reports.model import Column, Detail, Report, Row, Source, Value, Words
from jewelcrm.reports.sql import TOTAL, here, person

_LONG = 60
"""Days after which a finished piece that nobody fetched is called uncollected (domain.md 4.1)."""


def _quoted(stages: tuple[str, ...]) -> str:
    return ", ".join(f"'{stage}'" for stage in stages)


_WAITING = _quoted(tuple(sorted(WAITING)))
_OPEN = (
    f"o.archived_at IS NULL AND o.stage NOT IN ({_quoted(FINISHED)})"
    f" AND o.currency = :currency AND {here('o')}"
)
_LATE = f"o.promised_on < :today AND o.stage NOT IN ({_WAITING})"
_READY = f"o.stage IN ({_WAITING})"


def _by_stage(source: Source) -> Iterator[Row]:
    long_ago = source.today - dt.timedelta(days=_LONG)
    return source.rows(
        f"SELECT o.kind, o.stage, count(*), coalesce(sum({_LATE}), 0),"
        f" sum({_READY} AND date(o.stage_since / 1000, 'unixepoch') < :long_ago), sum({TOTAL})"
        f" FROM sales_order o WHERE {_OPEN} GROUP BY o.kind, o.stage"
        " ORDER BY o.kind, count(*) DESC, o.stage",
        long_ago=long_ago.isoformat(),
    )


def _each(condition: str, since: str) -> Callable[[Source], Iterator[Row]]:
    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT o.number, {person('c')}, o.kind, o.stage, o.promised_on, {TOTAL}, {since}"
            " FROM sales_order o LEFT JOIN customer c ON c.id = o.customer_id"
            f" WHERE {_OPEN} AND {condition}"
            " ORDER BY o.promised_on IS NULL, o.promised_on, o.number"
        )
        for *cells, total, day in found:
            yield (*cells, _days(source, day), total)

    return read


def _days(source: Source, since: Value) -> int | None:
    """Whole days from a day or a moment to the day of the report."""
    if since is None:
        return None
    day = source.day_of(since) if isinstance(since, int) else dt.date.fromisoformat(since)
    return (source.today - day).days


def _columns(days: Words) -> tuple[Column, ...]:
    return (
        Column("number", Words("Order", "訂單")),
        Column("customer", Words("Customer", "顧客"), personal=True),
        Column("kind", Words("Kind of order", "訂單類別")),
        Column("stage", Words("Stage", "階段")),
        Column("promised", Words("Promised", "承諾日期"), "day"),
        Column("days", days, "days"),
        Column("amount", Words("Amount", "金額"), "money", total=True),
    )


REPORT = Report(
    name="orders",
    title=Words("Orders and repairs", "訂單及維修"),
    owner="manager",
    about=Words(
        "What is in work, what is late, and what waits for its customer.",
        "正在處理、已逾期及等候取貨的訂單。",
    ),
    formula=Words(
        "Open: neither collected, returned unrepaired, cancelled nor put away. Late: promised for a"
        " day before today and not ready. Uncollected: ready or notified for more than 60 days.",
        "未完成：未取貨、未退回、未取消亦未封存。逾期：承諾日期在今日之前而仍未備妥。"
        "久未取：備妥或已通知逾 60 日。",
    ),
    uses_period=False,
    details=(
        Detail(
            "by-stage",
            Words("By stage", "按階段"),
            (
                Column("kind", Words("Kind of order", "訂單類別")),
                Column("stage", Words("Stage", "階段")),
                Column("open", Words("Open", "未完成"), "count", total=True),
                Column("late", Words("Late", "逾期"), "count", total=True),
                Column("uncollected", Words("Uncollected", "久未取"), "count", total=True),
                Column("amount", Words("Amount", "金額"), "money", total=True),
            ),
            _by_stage,
        ),
        Detail(
            "late",
            Words("Late", "逾期"),
            _columns(Words("Days late", "逾期日數")),
            _each(_LATE, "o.promised_on"),
        ),
        Detail(
            "ready",
            Words("Ready and not collected", "備妥未取"),
            _columns(Words("Days waiting", "等候日數")),
            _each(_READY, "o.stage_since"),
        ),
    ),
)
