"""Takings: money in and out by day, by way of paying and by who took it; the day end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from jewelcrm.reports.model import Column, Detail, Report, Row, Source, Words, number, text
from jewelcrm.reports.sql import HALF_HOUR, here, in_period, person

_FROM = "FROM payment p"
_WHERE = f"WHERE p.currency = :currency AND {in_period('p.taken_at')} AND {here('p')}"
_SUMS = "count(*), sum(max(p.amount_cents, 0)), sum(min(p.amount_cents, 0)), sum(p.amount_cents)"
_MEASURES = (
    Column("entries", Words("Entries", "筆數"), "count", total=True),
    Column("taken", Words("Taken", "收款"), "money", total=True),
    Column("back", Words("Given back", "退款"), "money", total=True),
    Column("net", Words("Net", "淨額"), "money", total=True),
)


def _by(key: str, joined: str = "") -> Callable[[Source], Iterator[Row]]:
    def read(source: Source) -> Iterator[Row]:
        found = source.rows(
            f"SELECT {key} AS label, {_SUMS} {_FROM} {joined} {_WHERE} GROUP BY label"
            " ORDER BY sum(p.amount_cents) DESC, label"
        )
        return ((text(label), *map(number, sums)) for label, *sums in found)

    return read


def _by_day(source: Source) -> Iterator[Row]:
    days: dict[str, list[int]] = defaultdict(lambda: [0] * len(_MEASURES))
    slots = source.rows(
        f"SELECT p.taken_at / {HALF_HOUR} AS slot, {_SUMS} {_FROM} {_WHERE} GROUP BY slot"
    )
    for slot, *sums in slots:
        day = days[source.day_of(number(slot) * HALF_HOUR).isoformat()]
        day[:] = (a + b for a, b in zip(day, map(number, sums), strict=True))
    for label in sorted(days):
        yield label, *days[label]


def _each(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT p.taken_at, p.receipt_number, o.number, {person('c')}, p.kind, p.method,"
        f" {person('s')}, p.amount_cents {_FROM} LEFT JOIN sales_order o ON o.id = p.order_id"
        " LEFT JOIN customer c ON c.id = p.customer_id LEFT JOIN staff s ON s.id = p.staff_id"
        f" {_WHERE} ORDER BY p.taken_at, p.id"
    )


def _level(name: str, title: Words, read: Callable[[Source], Iterator[Row]]) -> Detail:
    return Detail(f"by-{name}", title, (Column(name, title), *_MEASURES), read)


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
    details=(
        _level("method", Words("Method", "付款方式"), _by("p.method")),
        _level("day", Words("Day", "日期"), _by_day),
        _level("kind", Words("Kind", "類別"), _by("p.kind")),
        _level("staff", Words("Staff", "員工"),
               _by(person("s"), "LEFT JOIN staff s ON s.id = p.staff_id")),
        Detail(
            "entries",
            Words("Every entry", "逐筆"),
            (
                Column("at", Words("Taken", "時間"), "moment"),
                Column("receipt", Words("Receipt", "收據")),
                Column("order", Words("Order", "訂單")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("kind", Words("Kind", "類別")),
                Column("method", Words("Method", "付款方式")),
                Column("staff", Words("Staff", "員工")),
                Column("amount", Words("Amount", "金額"), "money", total=True),
            ),
            _each,
        ),
    ),
)  # fmt: skip
