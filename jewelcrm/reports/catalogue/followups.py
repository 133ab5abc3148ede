"""Follow-ups: what fell due, what was done, and what was done in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jewelcrm.reports.model import Column, Detail, Report, Row, Source, Words, number, text
from jewelcrm.reports.sql import here, person

_WHERE = (
    "WHERE f.archived_at IS NULL AND f.state <> 'stopped'"
    f" AND f.due_on >= :since AND f.due_on <= :until AND {here('f')}"
)
_CLOSED = "date(f.closed_at / 1000, 'unixepoch', :shift)"
_SUMS = (
    "count(*), sum(f.state = 'done'),"
    f" sum(f.state = 'done' AND {_CLOSED} <= f.due_on),"
    " sum(f.state = 'open' AND f.due_on < :today)"
)


def _shift(source: Source) -> str:
    """The zone's distance from UTC, as SQLite adds it to a moment."""
    offset = source.now.astimezone(source.zone).utcoffset()
    return f"{int(offset.total_seconds()) if offset else 0:+d} seconds"


def _by(key: str, joined: str = "") -> Callable[[Source], Iterator[Row]]:
    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT coalesce(nullif(trim({key}), ''), :none) AS label, {_SUMS} FROM followup f"
            f" {joined} {_WHERE} GROUP BY label ORDER BY count(*) DESC, label",
            none=_BY_HAND.say(source.asked.language),
            shift=_shift(source),
        )
        for label, *sums in found:
            due, done, on_time, overdue = map(number, sums)
            yield text(label), due, done, on_time, overdue, done * 10_000 // due

    return read


_BY_HAND = Words("(by hand, or nobody's)", "（人手建立或無人負責）")


def _level(name: str, title: Words, read: Callable[[Source], Iterator[Row]]) -> Detail:
    columns = (
        Column(name, title),
        Column("due", Words("Due", "到期"), "count", total=True),
        Column("done", Words("Done", "已完成"), "count", total=True),
        Column("on_time", Words("Done in time", "準時完成"), "count", total=True),
        Column("overdue", Words("Overdue now", "現已逾期"), "count", total=True),
        Column("rate", Words("Done", "完成率"), "share"),
    )
    return Detail(f"by-{name}", title, columns, read)


REPORT = Report(
    name="follow-ups",
    title=Words("Follow-ups", "跟進"),
    owner="manager",
    about=Words("What fell due, and what came of it.", "到期的跟進及其結果。"),
    formula=Words(
        "Counted are follow-ups due in the period that were not stopped by themselves (a balance"
        " that was paid, an order that was collected). In time: done on the due day or before.",
        "計期內到期、並非自動停止（如已付清、已取貨）的跟進。準時：在到期日或之前完成。",
    ),
    details=(
        _level("staff", Words("Staff", "員工"),
               _by(person("s"), "LEFT JOIN staff s ON s.id = f.assignee_id")),
        _level("rule", Words("Rule", "規則"), _by("f.rule")),
        _level("outcome", Words("Outcome", "結果"), _by("f.outcome")),
    ),
)  # fmt: skip
