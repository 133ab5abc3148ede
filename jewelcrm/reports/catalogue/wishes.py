"""Wish-list demand: what customers want and have not bought, for buying and for calling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.reports import standing
from jewelcrm.reports.model import Column, Detail, Read, Report, Row, Source, Words
from jewelcrm.reports.pieces import (
    CATEGORY,
    Measured,
    by,
    level,
    other_currencies,
    staff_filter,
    value_filter,
)
from jewelcrm.reports.sql import here, person

_OPEN = (
    "w.archived_at IS NULL AND w.state = 'open' AND customer.archived_at IS NULL"
    f" AND customer.merged_into IS NULL AND {here('customer')} AND {OWN_OR_SHARED}"
)
_FILTERS = (
    staff_filter("customer.owner_id"),
    value_filter("category", CATEGORY, "p.category", "product"),
)
_FROM = (
    "FROM wish w JOIN customer ON customer.id = w.customer_id"
    " LEFT JOIN product p ON p.id = w.product_id"
)
_IN_MONEY = "CASE WHEN w.currency = :currency THEN w.budget_cents END"
_WISHES = Measured(
    sums=f"count(*), count(DISTINCT w.customer_id), coalesce(sum({_IN_MONEY}), 0)",
    source=_FROM,
    where=_OPEN,
    largest="count(*)",
    filters=_FILTERS,
)


_KEPT = replace(
    _WISHES,
    source=_FROM.replace("JOIN customer ON", "JOIN sum_customer customer ON"),
    where=f"w.archived_at IS NULL AND w.state = 'open' AND {here('customer')}",
)
"""The same from the rows kept of the customers who count."""


def _by(key: str) -> Read:
    live, kept = by(_WISHES, key), by(_KEPT, key)

    def read(source: Source) -> Iterator[Row]:
        return (kept if standing.current(source) else live)(source)

    return read


def _list(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT w.wanted_by, customer.number, {person('customer')},"
        f" coalesce(p.sku, ''), w.description, w.occasion, {_IN_MONEY} {_FROM}"
        f" WHERE {_OPEN} AND {source.where(*_FILTERS)}"
        " ORDER BY w.wanted_by IS NULL, w.wanted_by, customer.number, w.id"
    )


def _level(name: str, title: Words, read: Read) -> Detail:
    columns = (
        Column("wishes", Words("Wishes", "心願"), "count", total=True),
        Column("customers", Words("Customers", "顧客"), "count"),
        Column("budget", Words("Budget", "預算"), "money", total=True),
    )
    return level(name, title, columns, read, chart="wishes")


REPORT = Report(
    name="wishes",
    title=Words("Wish-list demand", "心願單需求"),
    owner="manager",
    about=Words("What customers want and have not bought yet.", "顧客想要而尚未購買的。"),
    formula=Words(
        "Open wishes of customers of the branch or shared with it, as they stand now. Budget: the"
        " sum of those named in the report's currency; a wish without one counts as a wish only.",
        "計本分店或共享顧客現時未完成的心願。預算：以報表貨幣計者之和；未填預算的只計數目。",
    ),
    uses_period=False,
    filters=_FILTERS,
    left_out=other_currencies(
        f"SELECT w.currency, count(*) {_FROM} WHERE {_OPEN} AND w.budget_cents IS NOT NULL"
        " AND w.currency <> :currency GROUP BY w.currency ORDER BY w.currency",
        Words("budgets", "項預算"),
    ),
    details=(
        _level("category", CATEGORY, _by("p.category")),
        _level("product", Words("Product", "貨品"), _by("coalesce(p.sku, w.description)")),
        _level("occasion", Words("Occasion", "場合"), _by("w.occasion")),
        _level("month", Words("Wanted by", "想要日期"), _by("substr(w.wanted_by, 1, 7)")),
        Detail(
            "list",
            Words("Every wish", "逐項"),
            (
                Column("wanted", Words("Wanted by", "想要日期"), "day"),
                Column("number", Words("Number", "編號")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("sku", Words("SKU", "貨號")),
                Column("description", Words("Wish", "心願"), personal=True),
                Column("occasion", Words("Occasion", "場合")),
                Column("budget", Words("Budget", "預算"), "money", total=True),
            ),
            _list,
        ),
    ),
)
