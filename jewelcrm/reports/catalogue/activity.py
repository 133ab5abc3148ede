"""Activity: who met whom, what was followed up, and what became an order."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.reports import summaries
from jewelcrm.reports.model import (
    ROLL,
    SHEETS,
    Column,
    Detail,
    Read,
    Report,
    Row,
    Source,
    Words,
    number,
    text,
)
from jewelcrm.reports.pieces import (
    STAFF,
    level,
    other_orders,
    staff_filter,
    value_filter,
)
from jewelcrm.reports.sql import COUNTS, HAS_LINES, TOTAL, branch_name, here, in_period, person

_CHANNEL = Words("Channel", "渠道")
_FILTERS = (
    staff_filter("a.staff_id"),
    value_filter("channel", _CHANNEL, "a.channel", "note"),
)
_NOTES = (
    "SELECT n.branch_id, n.author_id AS staff_id, n.channel, n.created_at AS at, 1 AS contacts,"
    " n.channel = 'visit' AS visits, 0 AS done, 0 AS orders, 0 AS net FROM note n"
    " WHERE n.channel <> 'note' AND n.replaces_id IS NULL"
    f" AND {in_period('n.created_at')} AND {here('n')}"
)
_DONE = (
    "SELECT f.branch_id, f.closed_by, 'follow-up', f.closed_at, 0, 0, 1, 0, 0 FROM followup f"
    f" WHERE f.state = 'done' AND {in_period('f.closed_at')} AND {here('f')}"
)
_ORDERS = (
    f"SELECT o.branch_id, o.staff_id, o.channel, o.placed_at, 0, 0, 0, 1, {TOTAL}"
    f" FROM sales_order o WHERE {COUNTS} AND o.currency = :currency"
    f" AND {in_period('o.placed_at')} AND {here('o')} AND {HAS_LINES}"
)
_DAYS = (
    "SELECT o.branch_id, o.staff_id, o.channel, o.day, 0, 0, 0, o.orders, o.gross + o.returns"
    " FROM sum_sales o WHERE o.currency = :currency AND o.day >= :since AND o.day <= :until"
    f" AND {here('o')}"
)
"""The same from the sums by day, where the moment is a day."""


def _all(source: Source) -> str:
    orders = _DAYS if summaries.current(source) else _ORDERS
    return f"FROM ({_NOTES} UNION ALL {_DONE} UNION ALL {orders}) a"


_SUMS = "sum(a.contacts), sum(a.visits), sum(a.done), sum(a.orders), sum(a.net)"
_DAY = "CASE typeof(a.at) WHEN 'text' THEN a.at ELSE local_day(a.at) END"
_WEEK = f"date({_DAY}, '-6 days', 'weekday 1')"
"""The Monday of a day's week."""


def _by(label: str, joined: str = "", ordered: str = "sum(a.net) DESC, label") -> Read:
    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT coalesce(nullif({label}, ''), :none) AS label, {_SUMS} {_all(source)}"
            f" {joined} WHERE {source.where(*_FILTERS)} GROUP BY label ORDER BY {ordered}"
        )
        for label_, *sums in found:
            contacts, visits, done, orders, net = map(number, sums)
            rate = orders * 10_000 // visits if visits else None
            yield text(label_), contacts, visits, done, orders, rate, net

    return read


def _level(name: str, title: Words, read: Read) -> Detail:
    columns = (
        Column("contacts", Words("Contacts", "接觸"), "count", total=True),
        Column("visits", Words("Visits", "到店"), "count", total=True),
        Column("done", Words("Follow-ups done", "完成跟進"), "count", total=True),
        Column("orders", Words("Orders", "訂單"), "count", total=True),
        Column("rate", Words("Conversion", "轉化率"), "share"),
        Column("net", Words("Net sales", "銷售淨額"), "money", total=True),
    )
    return level(name, title, columns, read, chart="orders")


REPORT = Report(
    name="activity",
    title=Words("Sales activity", "銷售活動"),
    owner="manager",
    about=Words(
        "Who met and called whom, what was followed up, and what was ordered.",
        "接觸、到店、跟進及訂單。",
    ),
    formula=Words(
        "Contacts: notes of a call, a visit or a message, of the period (day of the branch)."
        " Visits: those of them made in the shop. Follow-ups done: closed as done in the period."
        " Orders and"
        " net sales as in the report of sales. Conversion = orders / visits; nothing where no visit"
        " was noted.",
        "接觸：期內（分店當地日期）電話、到店或訊息的記錄；到店為其中親臨者。完成跟進：期內完成者。訂單及銷售淨額同銷售報表。"
        "轉化率＝訂單÷到店，無到店記錄則不計。",
    ),
    filters=_FILTERS,
    left_out=other_orders(),
    layouts=(*SHEETS, ROLL),
    details=(
        _level("staff", STAFF, _by(person("s"), "LEFT JOIN staff s ON s.id = a.staff_id")),
        _level(
            "branch",
            Words("Branch", "分店"),
            _by(branch_name("b"), "LEFT JOIN branch b ON b.id = a.branch_id"),
        ),
        _level("channel", _CHANNEL, _by("a.channel")),
        _level("week", Words("Week of", "週（由）"), _by(_WEEK, ordered="label")),
        _level("day", Words("Day", "日期"), _by(_DAY, ordered="label")),
    ),
)
