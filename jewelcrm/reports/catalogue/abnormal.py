"""Abnormal invoices: orders and payments that somebody should look at, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.payments.rules import CASH_THRESHOLD, OVER
from jewelcrm.reports import standing_orders
from jewelcrm.reports.codes import ODD as ODD_RULES
from jewelcrm.reports.model import Chart, Column, Detail, Filter, Report, Row, Source, Words, text
from jewelcrm.reports.pieces import choices_sql, other_orders, staff_filter
from jewelcrm.reports.sql import (
    COUNTS,
    PAID,
    PLACED,
    SOLD,
    TOTAL,
    here,
    in_period,
    person,
    quoted,
)
from jewelcrm.reports.standing_orders import BITS, ODD

_MANY = 3
_NEAR = CASH_THRESHOLD.cents * 8 // 10
_PAYMENTS = f"p.currency = :currency AND {in_period('p.taken_at')} AND {here('p')}"
_IN_DAYS = "d.due_on >= :since AND d.due_on <= :until AND d.due_on < :today"
_BACK = (
    "(SELECT coalesce(sum(-p.amount_cents), 0) FROM payment p WHERE p.order_id = o.id AND"
    f" p.kind = 'refund' AND p.taken_at >= o.stage_since AND o.stage IN ({quoted(OVER)}))"
)
"""What was given back after the order was over pays no due back (`payments.sums`)."""
_OF_ORDER = "o.id, o.placed_at AS at, o.staff_id, o.customer_id"
_OVERDUE = (
    f"SELECT 'overdue', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {COUNTS}"
    f" AND o.currency = :currency AND {here('o')} AND o.id IN (SELECT d.order_id"
    f" FROM payment_due d WHERE d.archived_at IS NULL AND {_IN_DAYS} GROUP BY d.order_id)"
    f" AND {PAID} + {_BACK} < (SELECT sum(d.amount_cents) FROM payment_due d WHERE"
    " d.order_id = o.id AND d.archived_at IS NULL AND d.due_on <= :until AND d.due_on < :today)"
)
_KEPT_OVERDUE = (
    f"SELECT 'overdue', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {COUNTS}"
    f" AND o.currency = :currency AND {here('o')} AND o.id IN (SELECT d.order_id"
    f" FROM sum_due d WHERE {_IN_DAYS} GROUP BY d.order_id)"
)
_OF_PAYMENT = "p.id, p.taken_at, p.staff_id, p.customer_id, p.amount_cents"
_PAID_RULES = {
    "other-tender": (
        f"SELECT 'other-tender', {_OF_PAYMENT} FROM payment p WHERE {_PAYMENTS}"
        " AND p.amount_cents < 0 AND NOT EXISTS (SELECT 1 FROM payment q"
        " WHERE q.order_id = p.order_id AND q.amount_cents > 0 AND q.method = p.method)"
    ),
    "cash-near": (
        f"SELECT 'cash-near', {_OF_PAYMENT} FROM payment p WHERE {_PAYMENTS}"
        f" AND p.method = 'cash' AND p.currency = '{CASH_THRESHOLD.currency}'"
        f" AND p.amount_cents >= {_NEAR}"
    ),
}


def _many(table: str, cents: str, sold: str) -> str:
    return (
        "SELECT 'many-a-day', min(o.id), min(o.placed_at), min(o.staff_id), o.customer_id,"
        f" sum({cents}) FROM {table} o WHERE {sold} AND o.customer_id IS NOT NULL"
        f" GROUP BY o.customer_id, local_day(o.placed_at) HAVING count(*) > {_MANY}"
    )


def _live() -> dict[str, str]:
    """Every rule on the records themselves."""
    odd = {
        name: f"SELECT '{name}', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {SOLD} AND {rule}"
        for name, rule in ODD.items()
    }
    many = _many("sales_order", TOTAL, SOLD)
    return {**odd, "many-a-day": many, **_PAID_RULES, "overdue": _OVERDUE}


_KEPT_SOLD = f"o.currency = :currency AND {PLACED}"
_LIVE_RULES = _live()
_KEPT_RULES = {
    "many-a-day": _many(
        "sum_order",
        "o.cents",
        f"{_KEPT_SOLD} AND o.customer_id IN (SELECT o.customer_id FROM sum_order o"
        f" WHERE {_KEPT_SOLD} GROUP BY o.customer_id HAVING count(*) > {_MANY})",
    ),
    **_PAID_RULES,
    "overdue": _KEPT_OVERDUE,
}


def _odd(wanted: str | None) -> str:
    """All rules about one order at once, on the rows kept of the orders."""
    bits = (
        f"SELECT '{name}' AS name, {bit} AS bit"
        for name, bit in BITS.items()
        if wanted in {None, name}
    )
    return (
        f"SELECT r.name, {_OF_ORDER}, o.cents FROM sum_order o"
        f" JOIN ({' UNION ALL '.join(bits)}) r ON o.odd & r.bit <> 0"
        f" WHERE {_KEPT_SOLD} AND o.odd <> 0"
    )


_RULE = Words("Rule", "規則")
_FILTERS = (
    staff_filter("a.staff_id"),
    Filter(
        "rule",
        _RULE,
        "a.rule = :is_rule",
        choices_sql(ODD_RULES.codes()),
    ),
)


def _found(source: Source) -> str:
    """The cases; a rule that was not asked for is not looked at."""
    wanted = source.asked.filters.get("rule")
    kept = standing_orders.current(source)
    rules = _KEPT_RULES if kept else _LIVE_RULES
    looked = [sql for name, sql in rules.items() if wanted in {None, name}]
    if kept and wanted in {None, *BITS}:
        looked.append(_odd(wanted))
    empty = "SELECT '' AS rule, NULL AS id, 0 AS at, NULL AS staff_id,"
    nothing = f"{empty} NULL AS customer_id, 0 AS cents WHERE 0"
    return f"({' UNION ALL '.join([nothing, *looked])}) a"


def _counts(source: Source) -> Iterator[Row]:
    found = source.rows(
        f"SELECT a.rule, count(*), sum(a.cents) FROM {_found(source)}"
        f" WHERE {source.where(*_FILTERS)} GROUP BY a.rule ORDER BY count(*) DESC, a.rule"
    )
    for rule, *sums in found:
        yield _title(source, text(rule)), *sums


def _title(source: Source, rule: str) -> str:
    return ODD_RULES.label(rule, source.asked.language)


_PAPER = (
    "coalesce((SELECT o.number FROM sales_order o WHERE o.id = a.id),"
    " (SELECT p.receipt_number FROM payment p WHERE p.id = a.id))"
)


def _list(source: Source) -> Iterator[Row]:
    found = source.rows(
        f"SELECT a.rule, a.at, {_PAPER}, {person('c')}, {person('s')}, a.cents"
        f" FROM (SELECT a.* FROM {_found(source)} WHERE {source.where(*_FILTERS)}"
        " ORDER BY a.at, a.rule, a.id LIMIT -1) a CROSS JOIN (SELECT 1)"
        " LEFT JOIN customer c ON c.id = a.customer_id LEFT JOIN staff s ON s.id = a.staff_id"
    )
    for rule, *cells in found:
        yield _title(source, text(rule)), *cells


_AMOUNT = Column("amount", Words("Amount", "金額"), "money", total=True)
REPORT = Report(
    name="abnormal-invoices",
    title=Words("Abnormal invoices", "異常單據"),
    owner="manager",
    about=Words("Orders and payments that somebody should look at.", "需要覆核的訂單及收付。"),
    formula=Words(
        "Rules: a number that two orders bear; a sale (no repair) of nothing or less; a line with a"
        " discount of more than half; a line for less than its weight at the buying price it was"
        " made with; more paid than the order comes to; an order dated over a day before it was"
        " written; more than three orders of one customer in a day; money given back another way"
        " than it was paid; cash from HK$96,000 on (the law asks from HK$120,000); dues of the"
        " period not covered after their day. One order may break several rules. Imported orders"
        " are spared what an older system decided.",
        "規則：兩張訂單同號；總額為零或負的銷售（維修除外）；某行折扣逾半；某行售價低於其重量按所用買入價計；"
        "付款多於總額；日期早於輸入逾一日；同一顧客一日逾三單；退款方式與付款不同；"
        "現金達 HK$96,000（法例為 HK$120,000）；"
        "期內應付逾期未清。一單可觸及多項規則；匯入訂單不計由舊系統決定者。",
    ),
    filters=_FILTERS,
    left_out=other_orders(),
    details=(
        Detail(
            "by-rule",
            _RULE,
            (
                Column("rule", _RULE),
                Column("cases", Words("Cases", "宗數"), "count", total=True),
                _AMOUNT,
            ),
            _counts,
            Chart("rule", "cases"),
        ),
        Detail(
            "list",
            Words("Every case", "逐宗"),
            (
                Column("rule", _RULE),
                Column("at", Words("When", "時間"), "moment"),
                Column("number", Words("Number", "號碼")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("staff", Words("Staff", "員工")),
                _AMOUNT,
            ),
            _list,
        ),
    ),
)
