"""Abnormal invoices: orders and payments that somebody should look at, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator

from jewelcrm.payments.rules import CASH_THRESHOLD
from jewelcrm.reports.model import Chart, Column, Detail, Filter, Report, Row, Source, Words, text
from jewelcrm.reports.pieces import choices_sql, other_currencies, staff_filter
from jewelcrm.reports.sql import COUNTS, OTHER_ORDERS, SOLD, TOTAL, here, in_period, person

_MANY = 3
_LATE_MS = 86_400_000
_NEAR = CASH_THRESHOLD.cents * 8 // 10
_PAYMENTS = f"p.currency = :currency AND {in_period('p.taken_at')} AND {here('p')}"
_OF_ORDER = "o.id, o.number, o.placed_at AS at, o.staff_id, o.customer_id"
_RULES = {
    "number-twice": (
        Words("The same number twice", "號碼重複"),
        (
            f"SELECT 'number-twice', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {SOLD}"
            " AND EXISTS (SELECT 1 FROM sales_order x WHERE x.number = o.number AND x.id <> o.id)"
        ),
    ),
    "nothing-charged": (
        Words("A sale that comes to nothing or less", "總額為零或負數的銷售"),
        (
            f"SELECT 'nothing-charged', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {SOLD}"
            f" AND o.kind <> 'repair' AND o.external_key IS NULL AND {TOTAL} <= 0"
        ),
    ),
    "big-discount": (
        Words("A discount of more than half", "折扣逾半"),
        (
            f"SELECT DISTINCT 'big-discount', {_OF_ORDER}, {TOTAL} FROM sales_order o"
            " JOIN order_line d ON d.order_id = o.id AND d.archived_at IS NULL"
            f" WHERE {SOLD} AND d.discount_cents * 2 > d.amount_cents + d.discount_cents"
            " AND d.discount_cents > 0"
        ),
    ),
    "below-metal": (
        Words("Sold below the metal's value", "售價低於金價"),
        (
            f"SELECT DISTINCT 'below-metal', {_OF_ORDER}, {TOTAL} FROM sales_order o"
            " JOIN order_line d ON d.order_id = o.id AND d.archived_at IS NULL AND d.weight > 0"
            " JOIN gold_rate g ON g.id = d.gold_rate_id AND g.unit IN ('gram', 'tael')"
            f" WHERE {SOLD} AND d.amount_cents > 0 AND d.amount_cents * 10000.0 <"
            " d.weight * g.buy_cents / CASE g.unit WHEN 'tael' THEN 37.429 ELSE 1 END"
        ),
    ),
    "paid-too-much": (
        Words("Paid more than it comes to", "付款多於總額"),
        (
            f"SELECT 'paid-too-much', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {SOLD}"
            " AND EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id)"
            f" AND (SELECT sum(p.amount_cents) FROM payment p WHERE p.order_id = o.id) > {TOTAL}"
        ),
    ),
    "back-dated": (
        Words("Dated before it was written", "日期早於輸入"),
        (
            f"SELECT 'back-dated', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {SOLD}"
            f" AND o.external_key IS NULL AND o.placed_at < o.created_at - {_LATE_MS}"
        ),
    ),
    "many-a-day": (
        Words("More than three orders of one customer in a day", "同一顧客一日逾三單"),
        (
            f"SELECT 'many-a-day', min(o.id), min(o.number), min(o.placed_at), min(o.staff_id),"
            f" o.customer_id, sum({TOTAL}) FROM sales_order o WHERE {SOLD}"
            " AND o.customer_id IS NOT NULL GROUP BY o.customer_id, local_day(o.placed_at)"
            f" HAVING count(*) > {_MANY}"
        ),
    ),
    "other-tender": (
        Words("Given back another way than it was paid", "以不同方式退款"),
        (
            "SELECT 'other-tender', p.id, p.receipt_number, p.taken_at, p.staff_id, p.customer_id,"
            f" p.amount_cents FROM payment p WHERE {_PAYMENTS} AND p.amount_cents < 0"
            " AND NOT EXISTS (SELECT 1 FROM payment q WHERE q.order_id = p.order_id"
            " AND q.amount_cents > 0 AND q.method = p.method)"
        ),
    ),
    "cash-near": (
        Words("Cash near the amount that must be reported", "現金接近申報額"),
        (
            "SELECT 'cash-near', p.id, p.receipt_number, p.taken_at, p.staff_id, p.customer_id,"
            f" p.amount_cents FROM payment p WHERE {_PAYMENTS} AND p.method = 'cash'"
            f" AND p.currency = '{CASH_THRESHOLD.currency}' AND p.amount_cents >= {_NEAR}"
        ),
    ),
    "overdue": (
        Words("Unpaid after its day", "逾期未付"),
        (
            f"SELECT 'overdue', {_OF_ORDER}, {TOTAL} FROM sales_order o WHERE {COUNTS}"
            f" AND o.currency = :currency AND {here('o')} AND o.id IN (SELECT d.order_id"
            " FROM payment_due d WHERE d.archived_at IS NULL AND d.due_on >= :since"
            " AND d.due_on <= :until AND d.due_on < :today GROUP BY d.order_id)"
            " AND (SELECT coalesce(sum(p.amount_cents), 0) FROM payment p WHERE p.order_id = o.id)"
            " < (SELECT sum(d.amount_cents) FROM payment_due d WHERE d.order_id = o.id"
            " AND d.archived_at IS NULL AND d.due_on < :today)"
        ),
    ),
}
_RULE = Words("Rule", "規則")
_FILTERS = (
    staff_filter("a.staff_id"),
    Filter(
        "rule",
        _RULE,
        "a.rule = :is_rule",
        choices_sql((name, title.en) for name, (title, _) in _RULES.items()),
    ),
)


def _found(source: Source) -> str:
    """The cases; a rule that was not asked for is not looked at."""
    wanted = source.asked.filters.get("rule")
    rules = [sql for name, (_, sql) in _RULES.items() if wanted in {None, name}]
    empty = "SELECT '' AS rule, NULL AS id, '' AS number, 0 AS at, NULL AS staff_id,"
    nothing = f"{empty} NULL AS customer_id, 0 AS cents WHERE 0"
    return f"({' UNION ALL '.join([nothing, *rules])}) a"


def _counts(source: Source) -> Iterator[Row]:
    found = source.rows(
        f"SELECT a.rule, count(*), sum(a.cents) FROM {_found(source)}"
        f" WHERE {source.where(*_FILTERS)} GROUP BY a.rule ORDER BY count(*) DESC, a.rule"
    )
    for rule, *sums in found:
        yield _title(source, text(rule)), *sums


def _title(source: Source, rule: str) -> str:
    return _RULES[rule][0].say(source.asked.language)


def _list(source: Source) -> Iterator[Row]:
    found = source.rows(
        f"SELECT a.rule, a.at, a.number, {person('c')}, {person('s')}, a.cents"
        f" FROM {_found(source)} LEFT JOIN customer c ON c.id = a.customer_id"
        f" LEFT JOIN staff s ON s.id = a.staff_id WHERE {source.where(*_FILTERS)}"
        " ORDER BY a.at, a.rule, a.number"
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
    left_out=other_currencies(OTHER_ORDERS, Words("orders", "張訂單")),
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
