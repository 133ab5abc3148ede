"""New and returning customers: who bought for the first time in a period, and who came back."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.reports import standing_orders
from jewelcrm.reports.model import (
    Column,
    Detail,
    Read,
    Report,
    Row,
    Source,
    Tally,
    Words,
    number,
)
from jewelcrm.reports.pieces import CHANNEL, STAFF, other_orders, staff_filter, value_filter
from jewelcrm.reports.sql import COUNTS, PLACED, SOLD, TOTAL, branch_name, person

_EARLIER = (
    "EXISTS (SELECT 1 FROM sales_order o WHERE o.customer_id = b.who"
    f" AND o.placed_at < :start AND {COUNTS})"
)
_KEPT_EARLIER = "b.first_at < :start"
_LABELS = (Words("New", "新客"), Words("Returning", "回頭客"))
_FILTERS = (
    staff_filter("o.staff_id"),
    value_filter("channel", CHANNEL, "o.channel", "sales_order"),
)


def _bought(source: Source, *more: str) -> str:
    """Customers with an order of the period that counts, each once under each of `more`.

    `b.before`: whether there was an order before the period.
    """
    under = ", ".join(("who", *more))
    named = "".join(f", o.{one}" for one in more)
    kept = standing_orders.current(source)
    cents, table = ("o.cents", "sum_order") if kept else (TOTAL, "sales_order")
    sold = f"o.currency = :currency AND {PLACED}" if kept else SOLD
    first = ", min(o.first_at) AS first_at" if kept else ""
    earlier = _KEPT_EARLIER if kept else _EARLIER
    return (
        f"(SELECT b.*, {earlier} AS before FROM (SELECT o.customer_id AS who{named}{first},"
        f" count(*) AS orders, sum({cents}) AS net FROM {table} o WHERE {sold}"
        f" AND o.customer_id IS NOT NULL AND {source.where(*_FILTERS)} GROUP BY {under}) b) b"
    )


def _in_total(source: Source) -> Iterator[Row]:
    found = source.rows(
        "SELECT b.before, count(*), sum(b.orders), sum(b.net)"
        f" FROM {_bought(source)} GROUP BY b.before ORDER BY b.before"
    )
    for before, *sums in found:
        yield _LABELS[number(before)].say(source.asked.language), *sums


def _under(column: str, label: str, table: str) -> Read:
    """Added up by branch or person first, and named then: there are few."""

    def read(source: Source) -> Iterator[Row]:
        return source.rows(
            f"SELECT coalesce(nullif(trim({label}), ''), :none) AS label,"
            " sum(k.new), sum(k.old), sum(k.orders), sum(k.net) FROM"
            f" (SELECT b.{column} AS key, sum(NOT b.before) AS new, sum(b.before) AS old,"
            f" sum(b.orders) AS orders, sum(b.net) AS net FROM {_bought(source, column)}"
            f" GROUP BY 1) k LEFT JOIN {table} x ON x.id = k.key"
            " GROUP BY label ORDER BY 5 DESC, label"
        )

    return read


def _each(before: int) -> Read:
    def read(source: Source) -> Iterator[Row]:
        return source.rows(
            f"SELECT c.number, {person('c')}, b.orders, b.net FROM (SELECT b.* FROM"
            f" {_bought(source)} WHERE b.before = :before ORDER BY b.net DESC, b.who LIMIT -1) b"
            " CROSS JOIN customer c ON c.id = b.who",
            before=before,
        )

    return read


def _tally(before: int) -> Tally:
    def tally(source: Source) -> Row:
        (sums,) = source.rows(
            "SELECT count(*), sum(b.orders), sum(b.net)"
            f" FROM {_bought(source)} WHERE b.before = :before",
            before=before,
        )
        return sums

    return tally


_MEASURES = (
    Column("orders", Words("Orders", "訂單"), "count", total=True),
    Column("net", Words("Net sales", "銷售淨額"), "money", total=True),
)
_NAMED = (
    Column("number", Words("Number", "編號")),
    Column("customer", Words("Customer", "顧客"), personal=True),
    *_MEASURES,
)


def _level(name: str, title: Words, read: Read) -> Detail:
    columns = (
        Column(name, title),
        Column("new", _LABELS[0], "count"),
        Column("returning", _LABELS[1], "count"),
        *_MEASURES,
    )
    return Detail(f"by-{name}", title, columns, read)


REPORT = Report(
    name="new-customers",
    title=Words("New and returning customers", "新客及回頭客"),
    owner="manager",
    about=Words("Who bought for the first time, and who came back.", "首次購買及再次光顧的顧客。"),
    formula=Words(
        "Counted are customers with an order of the period as in the report of sales. New: the"
        " customer's first such order ever known here lies in the period. Returning: it is older."
        " Orders without a customer are in neither. By branch or staff a customer is counted under"
        " each one bought from.",
        "計期內有訂單的顧客（訂單定義同銷售報表）。新客：已知的首張訂單在期內；回頭客：首張訂單在期前。無顧客的訂單不計。"
        "按分店或員工時，顧客在每個曾光顧者之下各計一次。",
    ),
    filters=_FILTERS,
    left_out=other_orders(),
    details=(
        Detail(
            "summary",
            Words("In total", "總計"),
            (
                Column("who", Words("Customers", "顧客")),
                Column("customers", Words("Number", "人數"), "count", total=True),
                *_MEASURES,
            ),
            _in_total,
        ),
        _level("branch", Words("Branch", "分店"), _under("branch_id", branch_name("x"), "branch")),
        _level("staff", STAFF, _under("staff_id", person("x"), "staff")),
        Detail("new", Words("New, by name", "新客名單"), _NAMED, _each(0), tally=_tally(0)),
        Detail(
            "returning",
            Words("Returning, by name", "回頭客名單"),
            _NAMED,
            _each(1),
            tally=_tally(1),
        ),
    ),
)
