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

_CUSTOMER = Filter(
    "customer",
    Words("Customer number", "顧客編號"),
    "1",
    required=True,
    whose="SELECT 1 FROM customer WHERE number = :is_customer",
)
_HERS = "(SELECT c.id FROM customer c WHERE c.number = :is_customer)"
_ENTRIES = (
    "SELECT o.customer_id AS who, o.placed_at AS at, 0 AS turn, 'order' AS what,"
    f" coalesce(o.external_key, o.number) AS number, {TOTAL} AS cents"
    f" FROM sales_order o WHERE {COUNTS} AND o.currency = :currency AND {here('o')}"
    f" AND +o.placed_at < :end AND o.customer_id IN {_HERS}"
    " UNION ALL SELECT c.id, p.taken_at, 1, p.kind, p.receipt_number, -p.amount_cents"
    f" FROM customer c JOIN payment p ON p.currency = :currency AND {here('p')}"
    " AND +p.taken_at < :end WHERE c.number = :is_customer AND p.id IN"
    " (SELECT q.id FROM payment q WHERE q.customer_id = c.id UNION SELECT q.id FROM sales_order t"
    " CROSS JOIN payment q ON q.order_id = t.id AND +q.customer_id IS NULL"
    " WHERE t.customer_id = c.id)"
)
"""Payments that name the customer, and those taken when only the order could."""

_BEFORE = Words("Balance before", "承前結餘")


def _entries(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT c.number, {person('c')}, e.at, e.what, e.number, e.cents"
        f" FROM ({_ENTRIES}) e JOIN customer c ON c.id = e.who"
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
        "A customer's orders and payments, and what was owed after each.",
        "一位顧客的訂單及付款，以及每項之後的結餘。",
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
        f" AND o.customer_id IN {_HERS} AND o.currency <> :currency"
        f" AND {in_period('+o.placed_at')} AND {here('o')}"
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
