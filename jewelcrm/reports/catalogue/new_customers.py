"""New and returning customers: who bought for the first time in a period, and who came back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jewelcrm.reports.model import Column, Detail, Report, Row, Source, Words, number
from jewelcrm.reports.sql import SOLD, TOTAL, person

_FIRST = (
    "(SELECT min(f.placed_at) FROM sales_order f WHERE f.customer_id = o.customer_id"
    " AND f.archived_at IS NULL AND f.stage NOT IN ('draft', 'cancelled'))"
)
_BOUGHT = (
    f"SELECT o.customer_id AS who, count(*) AS orders, sum({TOTAL}) AS net,"
    f" {_FIRST} >= :start AS fresh FROM sales_order o"
    f" WHERE {SOLD} AND o.customer_id IS NOT NULL GROUP BY o.customer_id"
)
_LABELS = (Words("Returning", "回頭客"), Words("New", "新客"))


def _in_total(source: Source) -> Iterator[Row]:
    found = source.rows(
        f"SELECT fresh, count(*), sum(orders), sum(net) FROM ({_BOUGHT}) GROUP BY fresh"
        " ORDER BY fresh DESC"
    )
    for fresh, *sums in found:
        label = _LABELS[number(fresh)].say(source.asked.language)
        yield label, *sums


def _each(fresh: int) -> Callable[[Source], Iterator[Row]]:
    def read(source: Source) -> Iterator[Row]:
        return source.rows(
            f"SELECT c.number, {person('c')}, b.orders, b.net FROM ({_BOUGHT}) b"
            " JOIN customer c ON c.id = b.who WHERE b.fresh = :fresh ORDER BY b.net DESC, c.number",
            fresh=fresh,
        )

    return read


_MEASURES = (
    Column("orders", Words("Orders", "訂單"), "count", total=True),
    Column("net", Words("Net sales", "銷售淨額"), "money", total=True),
)
_NAMED = (
    Column("number", Words("Number", "編號")),
    Column("customer", Words("Customer", "顧客"), personal=True),
    *_MEASURES,
)
REPORT = Report(
    name="new-customers",
    title=Words("New and returning customers", "新客及回頭客"),
    owner="manager",
    about=Words("Who bought for the first time, and who came back.", "首次購買及再次光顧的顧客。"),
    formula=Words(
        "Counted are customers with an order of the period as in the report of sales. New: the"
        " customer's first such order ever known here lies in the period. Returning: it is older."
        " Orders without a customer are in neither.",
        "計期內有訂單的顧客（訂單定義同銷售報表）。新客：已知的首張訂單在期內；回頭客：首張訂單在期前。無顧客的訂單不計。",
    ),
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
        Detail("new", Words("New, by name", "新客名單"), _NAMED, _each(1)),
        Detail("returning", Words("Returning, by name", "回頭客名單"), _NAMED, _each(0)),
    ),
)
