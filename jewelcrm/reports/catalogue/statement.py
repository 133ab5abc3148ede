"""A customer's statement: orders, payments, and what was owed after each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jewelcrm.reports.model import (
    Column,
    Detail,
    Filter,
    Report,
    Row,
    Source,
    Words,
    number,
)
from jewelcrm.reports.pieces import other_currencies
from jewelcrm.reports.sql import COUNTS, TOTAL, here, in_period, person

_CUSTOMER = Filter("customer", Words("Customer number", "顧客編號"), "c.number = :is_customer")
_ENTRIES = (
    f"SELECT o.customer_id AS who, o.placed_at AS at, 0 AS turn, 'order' AS what,"
    f" coalesce(o.external_key, o.number) AS number, {TOTAL} AS cents"
    f" FROM sales_order o WHERE {COUNTS} AND o.currency = :currency AND {here('o')}"
    " AND o.placed_at < :end AND o.customer_id {whose}"
    " UNION ALL SELECT coalesce(p.customer_id, o.customer_id), p.taken_at, 1, p.kind,"
    " p.receipt_number, -p.amount_cents FROM payment p JOIN sales_order o ON o.id = p.order_id"
    f" WHERE p.currency = :currency AND {here('p')} AND p.taken_at < :end"
    " AND coalesce(p.customer_id, o.customer_id) {whose}"
)
_WITH_BUSINESS = (
    "IN (SELECT customer_id FROM sales_order s WHERE s.customer_id IS NOT NULL"
    f" AND {in_period('s.placed_at')} UNION SELECT coalesce(q.customer_id, t.customer_id)"
    f" FROM payment q JOIN sales_order t ON t.id = q.order_id WHERE {in_period('q.taken_at')})"
)
_ONE = "IN (SELECT c.id FROM customer c WHERE c.number = :is_customer)"
_BEFORE = Words("Balance before", "承前結餘")


def _entries(source: Source) -> Iterator[Row]:
    whose = _ONE if "customer" in source.asked.filters else _WITH_BUSINESS
    return source.rows(
        f"SELECT c.number, {person('c')}, e.at, e.what, e.number, e.cents"
        f" FROM ({_ENTRIES.replace('{whose}', whose)}) e JOIN customer c ON c.id = e.who"
        " ORDER BY c.number, c.id, e.at, e.turn, e.number"
    )


def _statement(source: Source) -> Iterator[Row]:
    """Each customer's entries with the balance; what was before the period in one line."""
    start = number(source.values["start"])  # type: ignore[arg-type] # milliseconds
    for (no, name), entries in groupby(_entries(source), key=lambda row: (row[0], row[1])):
        balance, told = 0, False
        for _, _, at, what, paper, cents in entries:
            if number(at) < start:
                balance += number(cents)
                continue
            if not told and balance:
                yield no, name, None, _BEFORE.say(source.asked.language), None, None, None, balance
            told = True
            balance += number(cents)
            taken = (number(cents), None) if what == "order" else (None, -number(cents))
            yield no, name, at, what, paper, *taken, balance


REPORT = Report(
    name="statement",
    title=Words("Statement of account", "顧客結單"),
    owner="manager",
    about=Words(
        "A customer's orders and payments, and what was owed after each. Ask for one by number.",
        "顧客的訂單及付款，以及每項之後的結餘。可按顧客編號查閱一人。",
    ),
    formula=Words(
        "Balance = what was before the period + orders - payments, in the order of their moments."
        " Orders: the sum of their lines, unless drafts or cancelled. Payments: the ledger; money"
        " given back raises the balance. Below zero the shop owes the customer. Orders of older"
        " systems stand with what is known here: their payments may lie there.",
        "結餘＝承前結餘＋訂單－付款，按時間先後。訂單為各行之和，草稿及已取消者不計；付款按帳冊，退款令結餘增加。"
        "結餘低於零表示本店欠顧客。舊系統匯入的訂單只按此處所知列出，其付款或在舊系統內。",
    ),
    filters=(_CUSTOMER,),
    left_out=other_currencies(
        f"SELECT o.currency, count(*) FROM sales_order o WHERE {COUNTS}"
        f" AND o.currency <> :currency AND {in_period('o.placed_at')} AND {here('o')}"
        " GROUP BY o.currency ORDER BY o.currency",
        Words("orders", "張訂單"),
    ),
    details=(
        Detail(
            "entries",
            Words("Every entry", "逐項"),
            (
                Column("customer", Words("Customer number", "顧客編號"), personal=True),
                Column("name", Words("Name", "姓名"), personal=True),
                Column("at", Words("When", "時間"), "moment"),
                Column("what", Words("What", "事項")),
                Column("number", Words("Number", "號碼")),
                Column("ordered", Words("Ordered", "訂購"), "money", total=True),
                Column("paid", Words("Paid", "付款"), "money", total=True),
                Column("balance", Words("Balance", "結餘"), "money"),
            ),
            _statement,
        ),
    ),
)
