"""Follow-ups: what fell due, what was done, and what was done in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jewelcrm.reports.model import Column, Detail, Read, Report, Row, Source, Words, text
from jewelcrm.reports.pieces import STAFF, Measured, by, level, staff_filter, value_filter
from jewelcrm.reports.sql import branch_name, here, person
from jewelcrm.script import said

_RULE = Words("Rule", "規則")
_DUE = (
    "f.archived_at IS NULL AND f.state <> 'stopped'"
    f" AND f.due_on >= :since AND f.due_on <= :until AND {here('f')}"
)
_FILTERS = (
    staff_filter("f.assignee_id"),
    value_filter("rule", _RULE, "f.rule", "followup"),
)


def _rated(sums: Sequence[int]) -> Row:
    due, done, *_ = sums
    return *sums, done * 10_000 // due if due else None


_MEASURED = Measured(
    sums="count(*), sum(f.state = 'done'),"
    " sum(f.state = 'done' AND local_day(f.closed_at) <= f.due_on),"
    " sum(f.state = 'open' AND f.due_on < :today)",
    source="FROM followup f",
    where=_DUE,
    largest="count(*)",
    filters=_FILTERS,
    finish=_rated,
)


def _level(name: str, title: Words, read: Read) -> Detail:
    columns = (
        Column("due", Words("Due", "到期"), "count", total=True),
        Column("done", Words("Done", "已完成"), "count", total=True),
        Column("on_time", Words("Done in time", "準時完成"), "count", total=True),
        Column("overdue", Words("Overdue now", "現已逾期"), "count", total=True),
        Column("rate", Words("Done", "完成率"), "share"),
    )
    return level(name, title, columns, read, chart="due")


def _each(source: Source) -> Iterator[Row]:
    found = source.rows(
        f"SELECT f.rule, f.due_on, f.title, {person('c')}, {person('s')}, f.state, f.outcome,"
        " local_day(f.closed_at) FROM followup f LEFT JOIN customer c ON c.id = f.customer_id"
        f" LEFT JOIN staff s ON s.id = f.assignee_id WHERE {_DUE}"
        f" AND {source.where(*_FILTERS)} ORDER BY f.due_on, f.id"
    )
    for rule, due, title, *more in found:
        yield due, said(source.asked.language, text(title)) if rule else title, *more


REPORT = Report(
    name="follow-ups",
    title=Words("Follow-ups", "跟進"),
    owner="manager",
    about=Words("What fell due, and what came of it.", "到期的跟進及其結果。"),
    formula=Words(
        "Counted are follow-ups due in the period that were not stopped by themselves (a balance"
        " that was paid, an order that was collected). In time: done on the due day or before (day"
        " of the branch).",
        "計期內到期、並非自動停止（如已付清、已取貨）的跟進。準時：在到期日或之前完成（分店當地日期）。",
    ),
    filters=_FILTERS,
    details=(
        _level(
            "staff", STAFF, by(_MEASURED, person("s"), "LEFT JOIN staff s ON s.id = f.assignee_id")
        ),
        _level("rule", _RULE, by(_MEASURED, "f.rule")),
        _level("outcome", Words("Outcome", "結果"), by(_MEASURED, "f.outcome")),
        _level(
            "branch",
            Words("Branch", "分店"),
            by(_MEASURED, branch_name("b"), "LEFT JOIN branch b ON b.id = f.branch_id"),
        ),
        Detail(
            "list",
            Words("Every follow-up", "逐項"),
            (
                Column("due", Words("Due", "到期"), "day"),
                Column("title", Words("What", "事項"), personal=True),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("staff", STAFF),
                Column("state", Words("State", "狀態")),
                Column("outcome", Words("Outcome", "結果")),
                Column("closed", Words("Closed", "完成日期"), "day"),
            ),
            _each,
        ),
    ),
)
