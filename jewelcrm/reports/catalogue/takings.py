"""Takings: money in and out by day, by way of paying and by who took it; the day end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    Measured,
    by,
    by_time,
    level,
    other_currencies,
    staff_filter,
    value_filter,
)
from jewelcrm.reports.sql import branch_name, here, in_period, person

_TAKEN = f"{in_period('p.taken_at')} AND {here('p')}"
_METHOD, _KIND = Words("Method", "付款方式"), Words("Kind", "類別")
_FILTERS = (
    staff_filter("p.staff_id"),
    value_filter("method", _METHOD, "p.method", "payment"),
    value_filter("kind", _KIND, "p.kind", "payment"),
)
_LIVE = Measured(
    sums="count(*), sum(max(p.amount_cents, 0)), sum(min(p.amount_cents, 0)), sum(p.amount_cents)",
    source="FROM payment p",
    where=f"p.currency = :currency AND {_TAKEN}",
    largest="sum(p.amount_cents)",
    filters=_FILTERS,
)
_DAYS = replace(
    _LIVE,
    sums="sum(p.entries), sum(p.taken), sum(p.back), sum(p.taken + p.back)",
    source="FROM sum_takings p",
    where=f"p.currency = :currency AND p.day >= :since AND p.day <= :until AND {here('p')}",
    largest="sum(p.taken + p.back)",
)
_MEASURES = (
    Column("entries", Words("Entries", "筆數"), "count", total=True),
    Column("taken", Words("Taken", "收款"), "money", total=True),
    Column("back", Words("Given back", "退款"), "money", total=True),
    Column("net", Words("Net", "淨額"), "money", total=True),
)


def _quickly(live: Read, days: Read) -> Read:
    def read(source: Source) -> Iterator[Row]:
        return (days if summaries.current(source) else live)(source)

    return read


def _by(key: str, joined: str = "") -> Read:
    return _quickly(by(_LIVE, key, joined), by(_DAYS, key, joined))


def _day_end(source: Source) -> Iterator[Row]:
    """Each day of each branch by way of paying, with the first and the last receipt."""
    found = source.rows(
        f"SELECT local_day(p.taken_at) AS day, {branch_name('b')}, p.method, {_LIVE.sums},"
        " min(p.receipt_number), max(p.receipt_number)"
        f" {_LIVE.source} LEFT JOIN branch b ON b.id = p.branch_id"
        f" WHERE {_LIVE.where} AND {source.where(*_FILTERS)}"
        " GROUP BY day, p.branch_id, p.method ORDER BY day, b.code, p.method"
    )
    for day, branch, method, *sums, first, last in found:
        yield day, text(branch), method, *map(number, sums), first, last


def _each(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT p.taken_at, p.receipt_number, o.number, {person('c')}, p.kind, p.method,"
        f" {person('s')}, p.amount_cents {_LIVE.source}"
        " LEFT JOIN sales_order o ON o.id = p.order_id LEFT JOIN staff s ON s.id = p.staff_id"
        " LEFT JOIN customer c ON c.id = coalesce(p.customer_id, o.customer_id)"
        f" WHERE {_LIVE.where} AND {source.where(*_FILTERS)} ORDER BY p.taken_at, p.id"
    )


def _tally(source: Source) -> Row:
    (sums,) = source.rows(
        f"SELECT count(*), sum(p.amount_cents) {_LIVE.source}"
        f" WHERE {_LIVE.where} AND {source.where(*_FILTERS)}"
    )
    return sums


def _level(name: str, title: Words, read: Read) -> Detail:
    return level(name, title, _MEASURES, read, chart="net")


REPORT = Report(
    name="takings",
    title=Words("Takings", "收款"),
    owner="manager",
    about=Words("Money taken and given back, for the day end.", "收款及退款，供每日結算。"),
    formula=Words(
        "Net = taken + given back. Every entry of the payment ledger taken in the period (day of"
        " the branch), in the report's currency: deposits, instalments and balances are taken,"
        " refunds given back. The ledger is never changed, so a day's figures stay what they were.",
        "淨額＝收款＋退款。計期內（分店當地日期）付款帳冊的每一筆，以報表貨幣計：訂金、分期、尾數為收款，退款為退回。"
        "帳冊不可更改，故每日數字不變。",
    ),
    filters=_FILTERS,
    left_out=other_currencies(
        "SELECT p.currency, count(*) FROM payment p WHERE p.currency <> :currency"
        f" AND {_TAKEN} GROUP BY p.currency ORDER BY p.currency",
        Words("entries", "筆收付"),
    ),
    layouts=(*SHEETS, ROLL),
    details=(
        _level("method", _METHOD, _by("p.method")),
        _level(
            "day",
            Words("Day", "日期"),
            _quickly(by_time(_LIVE, "p.taken_at"), by_time(_DAYS, "p.day", is_day=True)),
        ),
        Detail(
            "day-end",
            Words("Day end", "每日結算"),
            (
                Column("day", Words("Day", "日期"), "day"),
                Column("branch", Words("Branch", "分店")),
                Column("method", _METHOD),
                *_MEASURES,
                Column("first", Words("First receipt", "首張收據")),
                Column("last", Words("Last receipt", "末張收據")),
            ),
            _day_end,
        ),
        _level("kind", _KIND, _by("p.kind")),
        _level("staff", STAFF, _by(person("s"), "LEFT JOIN staff s ON s.id = p.staff_id")),
        _level(
            "branch",
            Words("Branch", "分店"),
            _by(branch_name("b"), "LEFT JOIN branch b ON b.id = p.branch_id"),
        ),
        Detail(
            "entries",
            Words("Every entry", "逐筆"),
            (
                Column("at", Words("Taken", "時間"), "moment"),
                Column("receipt", Words("Receipt", "收據")),
                Column("order", Words("Order", "訂單")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("kind", _KIND),
                Column("method", _METHOD),
                Column("staff", STAFF),
                Column("amount", Words("Amount", "金額"), "money", total=True),
            ),
            _each,
            tally=_tally,
        ),
    ),
)
