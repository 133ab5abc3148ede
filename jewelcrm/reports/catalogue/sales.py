"""Sales: what was ordered, given back and kept, by whatever a manager asks it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jewelcrm.reports import summaries
from jewelcrm.reports.model import ROLL, SHEETS, Column, Detail, Read, Report, Row, Source, Words
from jewelcrm.reports.pieces import (
    CATEGORY,
    CHANNEL,
    STAFF,
    Measured,
    by,
    by_time,
    in_total,
    level,
    other_orders,
    staff_filter,
    value_filter,
)
from jewelcrm.reports.sql import LINES, SOLD, branch_name, here, person

_ORDERS = Column("orders", Words("Orders", "訂單"), "count", total=True)
_MONEY = (
    Column("pieces", Words("Pieces", "件數"), "pieces", total=True),
    Column("gross", Words("Gross sales", "銷售總額"), "money", total=True),
    Column("returns", Words("Returns", "退貨"), "money", total=True),
    Column("net", Words("Net sales", "銷售淨額"), "money", total=True),
    Column("average", Words("Average order", "平均每單"), "money"),
)
_SOME_TWICE = replace(_ORDERS, total=False)  # one order stands under each of its categories
_KIND = Words("Kind of order", "訂單類別")
_FILTERS = (
    staff_filter("o.staff_id"),
    value_filter("channel", CHANNEL, "o.channel", "sales_order"),
    value_filter("kind", _KIND, "o.kind", "sales_order"),
)
_CATEGORY = replace(
    value_filter("category", CATEGORY, "p.category", "product"),
    where="l.product_id IN (SELECT id FROM product WHERE category = :is_category)",
)


def _measured(sums: Sequence[int]) -> Row:
    orders, pieces, gross, returns = sums
    net = gross + returns
    return (orders, pieces, gross, returns, net, _rounded(net, orders))


def _rounded(cents: int, parts: int) -> int | None:
    """A part of the sum to the nearest cent, halves away from zero."""
    if not parts:
        return None
    nearest = (2 * abs(cents) + parts) // (2 * parts)
    return nearest if cents >= 0 else -nearest


_LIVE = Measured(
    sums="count(DISTINCT o.id), sum(l.quantity), sum(max(l.amount_cents, 0)),"
    " sum(min(l.amount_cents, 0))",
    source=LINES,
    where=SOLD,
    largest="sum(l.amount_cents)",
    filters=(*_FILTERS, _CATEGORY),
    finish=_measured,
)
_DAYS = Measured(
    sums="sum(o.orders), sum(o.quantity), sum(o.gross), sum(o.returns)",
    source="FROM sum_sales o",
    where=f"o.day >= :since AND o.day <= :until AND o.currency = :currency AND {here('o')}",
    largest="sum(o.gross + o.returns)",
    filters=_FILTERS,
    finish=_measured,
)
_CATEGORY_DAYS = replace(
    _DAYS,
    source="FROM sum_category o",
    filters=(*_FILTERS, replace(_CATEGORY, where="o.category = :is_category")),
)


def _quickly(live: Read, days: Read, categories: Read) -> Read:
    """The same figures from the sums by day, when those are up to date; else from every line."""

    def read(source: Source) -> Iterator[Row]:
        if not summaries.current(source):
            return live(source)
        return (categories if "category" in source.asked.filters else days)(source)

    return read


def _by(key: str, joined: str = "") -> Read:
    return _quickly(*(by(one, key, joined) for one in (_LIVE, _DAYS, _CATEGORY_DAYS)))


def _by_time(length: int) -> Read:
    kept = (by_time(one, "o.day", length, is_day=True) for one in (_DAYS, _CATEGORY_DAYS))
    return _quickly(by_time(_LIVE, "o.placed_at", length), *kept)


_BY_CATEGORY = by(_CATEGORY_DAYS, "o.category")


def _orders(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT o.placed_at, coalesce(o.external_key, o.number), {person('c')}, l.sku,"
        " l.description, l.quantity, l.amount_cents"
        f" {LINES} LEFT JOIN customer c ON c.id = o.customer_id"
        f" WHERE {SOLD} AND {source.where(*_LIVE.filters)}"
        " ORDER BY o.placed_at, o.id, l.position, l.id"
    )


def _tally(source: Source) -> Row:
    (sums,) = source.rows(
        f"SELECT count(*), sum(l.quantity), sum(l.amount_cents) {LINES}"
        f" WHERE {SOLD} AND {source.where(*_LIVE.filters)}"
    )
    return sums


def _level(name: str, title: Words, read: Read, orders: Column = _ORDERS) -> Detail:
    return level(name, title, (orders, *_MONEY), read, chart="net")


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
    filters=(*_FILTERS, _CATEGORY),
    left_out=other_orders(),
    layouts=(*SHEETS, ROLL),
    details=(
        Detail(
            "summary",
            Words("In total", "總計"),
            (_ORDERS, *_MONEY),
            _quickly(*map(in_total, (_LIVE, _DAYS, _CATEGORY_DAYS))),
        ),
        _level(
            "branch",
            Words("Branch", "分店"),
            _by(branch_name("b"), "LEFT JOIN branch b ON b.id = o.branch_id"),
        ),
        _level("staff", STAFF, _by(person("s"), "LEFT JOIN staff s ON s.id = o.staff_id")),
        _level(
            "category",
            CATEGORY,
            _quickly(
                by(_LIVE, "p.category", "LEFT JOIN product p ON p.id = l.product_id"),
                _BY_CATEGORY,
                _BY_CATEGORY,
            ),
            _SOME_TWICE,
        ),
        _level(
            "product",
            Words("Product", "貨品"),
            by(_LIVE, "coalesce(l.sku, l.description)"),
            _SOME_TWICE,
        ),
        _level("channel", CHANNEL, _by("o.channel")),
        _level("kind", _KIND, _by("o.kind")),
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
            tally=_tally,
        ),
    ),
)
