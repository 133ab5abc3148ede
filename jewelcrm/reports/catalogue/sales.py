"""Sales: what was ordered, given back and kept, by whatever a manager asks it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from jewelcrm.reports.model import (
    Column,
    Detail,
    Report,
    Row,
    Source,
    Value,
    Words,
    number,
    text,
)
from jewelcrm.reports.sql import HALF_HOUR, LINES, SOLD, person

_ORDERS = Column("orders", Words("Orders", "訂單"), "count", total=True)
_MONEY = (
    Column("pieces", Words("Pieces", "件數"), "pieces", total=True),
    Column("gross", Words("Gross sales", "銷售總額"), "money", total=True),
    Column("returns", Words("Returns", "退貨"), "money", total=True),
    Column("net", Words("Net sales", "銷售淨額"), "money", total=True),
    Column("average", Words("Average order", "平均每單"), "money"),
)
_SOME_TWICE = replace(_ORDERS, total=False)  # one order stands under each of its categories
_SUMS = (
    "count(DISTINCT o.id), sum(l.quantity),"
    " sum(max(l.amount_cents, 0)), sum(min(l.amount_cents, 0))"
)
_NONE = Words("(not given)", "（未填）")

Tally = tuple[int, int, int, int]


def _measured(tally: Tally) -> Row:
    orders, pieces, gross, returns = tally
    net = gross + returns
    return (orders, pieces, gross, returns, net, _rounded(net, orders))


def _rounded(cents: int, parts: int) -> int | None:
    """A part of the sum to the nearest cent, halves away from zero."""
    if not parts:
        return None
    nearest = (2 * abs(cents) + parts) // (2 * parts)
    return nearest if cents >= 0 else -nearest


def _in_total(source: Source) -> Iterator[Row]:
    (tally,) = source.rows(f"SELECT {_SUMS} {LINES} WHERE {SOLD}")
    yield _measured(_whole(tally))


def _whole(tally: Sequence[Value]) -> Tally:
    orders, pieces, gross, returns = map(number, tally)
    return orders, pieces, gross, returns


def _by(key: str, joined: str = "") -> Callable[[Source], Iterator[Row]]:
    """Sales under each value of `key`, the largest first."""

    def read(source: Source) -> Iterator[Row]:
        none = _NONE.say(source.asked.language)
        found = source.rows(
            f"SELECT coalesce(nullif(trim({key}), ''), :none) AS label, {_SUMS} {LINES} {joined}"
            f" WHERE {SOLD} GROUP BY label ORDER BY sum(l.amount_cents) DESC, label",
            none=none,
        )
        return ((text(label), *_measured(_whole(tally))) for label, *tally in found)

    return read


def _by_time(length: int) -> Callable[[Source], Iterator[Row]]:
    """Sales under the first `length` characters of each day's ISO date."""

    def read(source: Source) -> Iterator[Row]:
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        found = source.rows(
            f"SELECT o.placed_at / {HALF_HOUR} AS slot, {_SUMS} {LINES} WHERE {SOLD} GROUP BY slot"
        )
        for slot, *tally in found:
            label = source.day_of(number(slot) * HALF_HOUR).isoformat()[:length]
            for at, value in enumerate(_whole(tally)):
                sums[label][at] += value
        for label in sorted(sums):
            orders, pieces, gross, returns = sums[label]
            yield label, *_measured((orders, pieces, gross, returns))

    return read


def _orders(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT o.placed_at, coalesce(o.external_key, o.number), {person('c')}, l.sku,"
        " l.description, l.quantity, l.amount_cents"
        f" {LINES} LEFT JOIN customer c ON c.id = o.customer_id"
        f" WHERE {SOLD} ORDER BY o.placed_at, o.id, l.position, l.id"
    )


def _level(
    name: str, title: Words, read: Callable[[Source], Iterator[Row]], orders: Column = _ORDERS
) -> Detail:
    return Detail(f"by-{name}", title, (Column(name, title), orders, *_MONEY), read)


REPORT = Report(
    name="sales",
    title=Words("Sales", "銷售"),
    owner="manager",
    about=Words(
        "What was sold and given back in a period, and where it came from.",
        "某段時間賣出及退回多少，來自哪裡。",
    ),
    formula=Words(
        "Net sales = gross sales + returns. Gross sales: the amounts of all order lines above zero;"
        " returns: those below zero. Counted are orders placed in the period (day of the branch)"
        " that are neither drafts nor cancelled, lines with labour and after discount, in the"
        " currency of the report. Average order = net sales / orders. One order stands under every"
        " category and product it has, so these columns of orders may add up to more.",
        "銷售淨額＝銷售總額＋退貨。銷售總額為所有金額大於零的訂單行，退貨為小於零者。只計期內（分店當地日期）"
        "落單、非草稿且未取消的訂單；金額包括手工費並已扣折扣，以報表貨幣計。平均每單＝銷售淨額÷訂單數。"
        "一張訂單可同時屬於多個類別及貨品，故該等訂單數相加或會較多。",
    ),
    details=(
        Detail("summary", Words("In total", "總計"), (_ORDERS, *_MONEY), _in_total),
        _level("branch", Words("Branch", "分店"),
               _by("b.code || ' ' || b.name", "LEFT JOIN branch b ON b.id = o.branch_id")),
        _level("staff", Words("Staff", "員工"),
               _by(person("s"), "LEFT JOIN staff s ON s.id = o.staff_id")),
        _level("category", Words("Category", "類別"),
               _by("p.category", "LEFT JOIN product p ON p.id = l.product_id"),
               _SOME_TWICE),
        _level("product", Words("Product", "貨品"), _by("coalesce(l.sku, l.description)"),
               _SOME_TWICE),
        _level("channel", Words("Channel", "渠道"), _by("o.channel")),
        _level("kind", Words("Kind of order", "訂單類別"), _by("o.kind")),
        _level("day", Words("Day", "日期"), _by_time(10)),
        _level("month", Words("Month", "月份"), _by_time(7)),
        Detail(
            "lines",
            Words("Every line", "逐行"),
            (
                Column("placed", Words("Placed", "落單"), "moment"),
                Column("number", Words("Order", "訂單")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("sku", Words("SKU", "貨號")),
                Column("description", Words("Description", "描述")),
                Column("pieces", Words("Pieces", "件數"), "pieces", total=True),
                Column("amount", Words("Amount", "金額"), "money", total=True),
            ),
            _orders,
        ),
    ),
)  # fmt: skip
