"""Orders and repairs as they stand: by stage, late, and ready but not collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from db.names import FINISHED
from jewelcrm.orders.rules.stages import WAITING
from jewelcrm.reports import standing_orders
from jewelcrm.reports.codes import WORK
from jewelcrm.reports.model import (
    ROLL,
    SHEETS,
    Column,
    Detail,
    Read,
    Report,
    Row,
    Source,
    Value,
    Words,
)
from jewelcrm.reports.pieces import STAFF, STAGE, other_currencies, staff_filter, value_filter
from jewelcrm.reports.sql import TOTAL, branch_name, here, person

_LONG = 60
"""Days after which a finished piece that nobody fetched is called uncollected (domain.md 4.1)."""


def _quoted(stages: tuple[str, ...]) -> str:
    return ", ".join(f"'{stage}'" for stage in stages)


_KIND = Words("Kind of order", "訂單類別")
_FILTERS = (
    staff_filter("o.staff_id"),
    value_filter("kind", _KIND, "o.kind", "sales_order"),
    value_filter("stage", STAGE, "o.stage", "sales_order"),
)
_WAITING = _quoted(tuple(sorted(WAITING)))
_STANDING = f"o.archived_at IS NULL AND o.stage NOT IN ({_quoted(FINISHED)}) AND {here('o')}"
_OPEN = f"{_STANDING} AND o.currency = :currency"
_LATE = f"o.promised_on < :today AND o.stage NOT IN ({_WAITING})"
_READY = f"o.stage IN ({_WAITING})"
_LEFT = f"{_READY} AND local_day(o.stage_since) < :long_ago"


def _open(source: Source) -> tuple[str, str, str]:
    """Where open orders are read, their condition and what each comes to."""
    if standing_orders.current(source):
        return "sum_open", f"o.currency = :currency AND {here('o')}", "o.cents"
    return "sales_order", _OPEN, TOTAL


def _sums(source: Source, label: str, joined: str = "", order: str = "") -> Iterator[Row]:
    table, is_open, total = _open(source)
    return source.rows(
        f"SELECT {label}, count(*), coalesce(sum({_LATE}), 0), sum({_READY}),"
        f" sum({_LEFT}), sum({total}) FROM {table} o {joined}"
        f" WHERE {is_open} AND {source.where(*_FILTERS)} GROUP BY {label}"
        f" ORDER BY {order or label}",
        long_ago=_long_ago(source),
    )


def _long_ago(source: Source) -> str:
    return (source.today - dt.timedelta(days=_LONG)).isoformat()


_TURNS = " ".join(f"WHEN '{stage}' THEN {at}" for at, stage in enumerate(WORK))
_IN_WORK = f"CASE o.stage {_TURNS} ELSE {len(WORK)} END, o.stage"
"""Stages in the order of the work."""


def _by_stage(source: Source) -> Iterator[Row]:
    return _sums(source, "o.kind, o.stage", order=f"o.kind, {_IN_WORK}")


def _by(label: str, joined: str) -> Read:
    def read(source: Source) -> Iterator[Row]:
        return _sums(source, f"coalesce(nullif({label}, ''), :none)", joined)

    return read


def _each(condition: str, since: str) -> Read:
    def read(source: Source) -> Iterator[Row]:
        table, is_open, total = _open(source)
        found = source.rows(
            f"SELECT o.number, {person('c')}, o.kind, o.stage, o.promised_on,"
            f" {total}, {since}"
            f" FROM {table} o LEFT JOIN customer c ON c.id = o.customer_id"
            f" WHERE {is_open} AND {condition} AND {source.where(*_FILTERS)}"
            " ORDER BY o.promised_on IS NULL, o.promised_on, o.number",
            long_ago=_long_ago(source),
        )
        for *cells, amount, day in found:
            yield (*cells, _days(source, day), amount)

    return read


def _days(source: Source, since: Value) -> int | None:
    """Whole days from a day or a moment to the day of the report."""
    if since is None:
        return None
    day = source.day_of(since) if isinstance(since, int) else dt.date.fromisoformat(since)
    return (source.today - day).days


_COUNTS = (
    Column("open", Words("Open", "未完成"), "count", total=True),
    Column("late", Words("Late", "逾期"), "count", total=True),
    Column("ready", Words("Ready", "備妥"), "count", total=True),
    Column("uncollected", Words("Uncollected", "久未取"), "count", total=True),
    Column("amount", Words("Amount", "金額"), "money", total=True),
)


def _columns(days: Words) -> tuple[Column, ...]:
    return (
        Column("number", Words("Order", "訂單")),
        Column("customer", Words("Customer", "顧客"), personal=True),
        Column("kind", _KIND),
        Column("stage", STAGE),
        Column("promised", Words("Promised", "承諾日期"), "day"),
        Column("days", days, "days"),
        Column("amount", Words("Amount", "金額"), "money", total=True),
    )


_WAITED = _columns(Words("Days waiting", "等候日數"))
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
        "久未取：備妥或已通知逾 60 天。",
    ),
    uses_period=False,
    filters=_FILTERS,
    left_out=other_currencies(
        f"SELECT o.currency, count(*) FROM sales_order o WHERE {_STANDING}"
        " AND o.currency <> :currency GROUP BY o.currency ORDER BY o.currency",
        Words("open orders", "張未完成訂單"),
        f"SELECT o.currency, count(*) FROM sum_open o WHERE {here('o')}"
        " AND o.currency <> :currency GROUP BY o.currency ORDER BY o.currency",
    ),
    layouts=(*SHEETS, ROLL),
    details=(
        Detail(
            "by-stage",
            Words("By stage", "按階段"),
            (Column("kind", _KIND), Column("stage", STAGE), *_COUNTS),
            _by_stage,
        ),
        Detail(
            "by-staff",
            STAFF,
            (Column("staff", STAFF), *_COUNTS),
            _by(person("s"), "LEFT JOIN staff s ON s.id = o.staff_id"),
        ),
        Detail(
            "by-branch",
            Words("Branch", "分店"),
            (Column("branch", Words("Branch", "分店")), *_COUNTS),
            _by(branch_name("b"), "LEFT JOIN branch b ON b.id = o.branch_id"),
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
            _WAITED,
            _each(_READY, "o.stage_since"),
        ),
        Detail(
            "uncollected",
            Words("Uncollected for 60 days", "逾 60 天未取"),
            _WAITED,
            _each(_LEFT, "o.stage_since"),
        ),
    ),
)
