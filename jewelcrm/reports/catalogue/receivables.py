"""Receivables: what customers owe, by how long it has been due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from jewelcrm.payments.queries import money_due
from jewelcrm.reports import standing_orders
from jewelcrm.reports.model import (
    Column,
    Detail,
    Filter,
    Report,
    Row,
    Source,
    Words,
    number,
    text,
)
from jewelcrm.reports.pieces import other_currencies, staff_filter
from jewelcrm.reports.sql import COUNTS, here, person

_BANDS = (0, 30, 60, 90)
"""The last day of each age but the oldest; below the first: not yet due."""

_AGES = (
    Column("not_due", Words("Not yet due", "未到期"), "money", total=True),
    Column("d30", Words("1-30 days", "1 至 30 天"), "money", total=True),
    Column("d60", Words("31-60 days", "31 至 60 天"), "money", total=True),
    Column("d90", Words("61-90 days", "61 至 90 天"), "money", total=True),
    Column("older", Words("Over 90 days", "逾 90 天"), "money", total=True),
    Column("owed", Words("Owed", "欠款"), "money", total=True),
)
_KIND = Words("Kind", "類別")
_STAFF = staff_filter("o.staff_id")
_DUE_KIND = Filter("kind", _KIND, "1", "SELECT DISTINCT kind, kind FROM payment_due ORDER BY 1")


def band(due_on: dt.date, today: dt.date) -> int:
    """Which of the ages a due has: 0 not yet due, then 1-30, 31-60, 61-90 and over 90 days."""
    late = (today - due_on).days
    return sum(late > last for last in _BANDS)


@dataclass(frozen=True, slots=True)
class _Due:
    """A due with the part of it that payments do not reach; money in cents."""

    due_on: dt.date
    number: str
    customer: Hashable
    name: str
    kind: str
    cents: int
    owed: int


def _dues(source: Source, *, named: bool = False) -> Iterator[_Due]:
    """Dues in the report's currency that payments do not cover, whenever they fall due.

    Names are looked up only where they are wanted: they lie scattered in the store.
    """
    return _kept(source, named=named) if standing_orders.current(source) else _live(source)


def _kept(source: Source, *, named: bool) -> Iterator[_Due]:
    kind = "o.kind = :is_kind" if "kind" in source.asked.filters else "1"
    name, joined = person("c"), "LEFT JOIN customer c ON c.id = o.customer_id"
    found = source.rows(
        f"SELECT o.due_on, o.number, o.customer_id, {name if named else 'NULL'}, o.kind, o.cents,"
        f" o.owed FROM sum_due o {joined if named else ''} WHERE o.currency = :currency"
        f" AND {here('o')} AND {source.where(_STAFF)} AND {kind} ORDER BY o.due_on, o.number"
    )
    for due_on, no, who, called, what, cents, owed in found:
        day = dt.date.fromisoformat(text(due_on))
        yield _Due(day, text(no), who, text(called), text(what), number(cents), number(owed))


def _live(source: Source) -> Iterator[_Due]:
    here_ = _orders_here(source)
    kind = source.asked.filters.get("kind")
    for due in money_due(source.ctx, dt.date.max, conn=source.conn):
        if (
            due.outstanding.currency == source.asked.currency
            and (here_ is None or due.order_id in here_)
            and (kind is None or due.kind == kind)
        ):
            yield _Due(
                due.due_on,
                due.order_number,
                due.customer_id,
                " ".join(filter(None, (due.customer_name, due.customer_name_zh))),
                due.kind,
                due.amount.cents,
                due.outstanding.cents,
            )


def _orders_here(source: Source) -> set[object] | None:
    """The orders of the asked branch and person; None: all."""
    if source.asked.branch is None and "staff" not in source.asked.filters:
        return None
    found = source.rows(
        "SELECT DISTINCT d.order_id FROM payment_due d JOIN sales_order o"
        f" ON o.id = d.order_id WHERE {here('o')} AND {source.where(_STAFF)}"
    )
    return {order for (order,) in found}


def _aged(
    source: Source, key: Callable[[_Due], Hashable], *, named: bool = False
) -> dict[Hashable, list[int]]:
    """Cents in each age, and their sum, under each key."""
    sums: dict[Hashable, list[int]] = defaultdict(lambda: [0] * len(_AGES))
    for due in _dues(source, named=named):
        ages = sums[key(due)]
        ages[band(due.due_on, source.today)] += due.owed
        ages[-1] += due.owed
    return sums


def _all_together(_due: _Due) -> None:
    return None


def _in_total(source: Source) -> Iterator[Row]:
    sums = _aged(source, _all_together)
    yield tuple(sums[None])


def _by_kind(source: Source) -> Iterator[Row]:
    sums = _aged(source, lambda due: due.kind)
    for kind in sorted(sums, key=str):
        yield str(kind), *sums[kind]


def _by_customer(source: Source) -> Iterator[Row]:
    names: dict[Hashable, str] = {}

    def key(due: _Due) -> Hashable:
        names[due.customer] = due.name
        return due.customer

    sums = _aged(source, key, named=True)
    for customer in sorted(sums, key=lambda one: (-sums[one][-1], names[one])):
        yield names[customer], *sums[customer]


def _each(source: Source) -> Iterator[Row]:
    for due in _dues(source, named=True):
        late = max(0, (source.today - due.due_on).days)
        yield due.due_on.isoformat(), due.number, due.name, due.kind, late, due.cents, due.owed


_CUSTOMER = Column("customer", Words("Customer", "顧客"), personal=True)
REPORT = Report(
    name="receivables",
    title=Words("Receivables", "應收款項"),
    owner="manager",
    about=Words("What customers still owe, and for how long.", "顧客尚欠多少，欠了多久。"),
    formula=Words(
        "Owed: the part of each due (deposit, instalment, balance) that the order's payments do not"
        " reach; payments cover dues in the order of their days. Age: days from the due day to the"
        " day of the report. Not in it: drafts, cancelled orders, and orders from older systems,"
        " whose dues are not known here.",
        "欠款：每項應付（訂金、分期、尾數）未被該單付款抵銷的部分；付款按到期日先後抵銷。帳齡：由到期日至報表日的日數。"
        "不包括草稿、已取消的訂單，以及舊系統匯入、應付資料不詳的訂單。",
    ),
    uses_period=False,
    filters=(_STAFF, _DUE_KIND),
    left_out=other_currencies(
        "SELECT d.currency, count(*) FROM payment_due d JOIN sales_order o ON o.id = d.order_id"
        f" WHERE d.archived_at IS NULL AND {COUNTS} AND d.currency <> :currency"
        f" AND {here('o')} GROUP BY d.currency ORDER BY d.currency",
        Words("dues, paid or not,", "項應付（不論付清與否）"),
    ),
    details=(
        Detail("summary", Words("In total", "總計"), _AGES, _in_total),
        Detail("by-kind", _KIND, (Column("kind", _KIND), *_AGES), _by_kind),
        Detail("by-customer", Words("By customer", "按顧客"), (_CUSTOMER, *_AGES), _by_customer),
        Detail(
            "dues",
            Words("Every due", "逐項"),
            (
                Column("due", Words("Due", "到期"), "day"),
                Column("number", Words("Order", "訂單")),
                _CUSTOMER,
                Column("kind", _KIND),
                Column("late", Words("Days late", "逾期日數"), "days"),
                Column("amount", Words("Amount", "應付"), "money", total=True),
                Column("owed", Words("Owed", "欠款"), "money", total=True),
            ),
            _each,
        ),
    ),
)
