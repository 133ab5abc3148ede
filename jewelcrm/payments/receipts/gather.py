"""Gathering what a receipt says, as it was when the receipt was first printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, select

from db.shop.local import audit_log
from db.tables.catalogue import gold_rate, product
from db.tables.customers import customer
from db.tables.orders import order_line, sales_order
from db.tables.payments import payment, payment_due
from db.tables.people import branch, staff
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import OrderLine
from jewelcrm.orders.naming import Names, names_of
from jewelcrm.orders.queries.detail import as_line
from jewelcrm.orders.rules.disclosures import disclosures
from jewelcrm.payments.asof import rows_as_of
from jewelcrm.payments.model import DUE_KINDS, Due
from jewelcrm.payments.receipts.model import BoardPrice, Receipt, Shop
from jewelcrm.payments.rules import OVER, outstanding, owing

PRINTED = "receipt.printed"

TERMS = {
    "en": "As shown in the shop. Please bring this receipt.",
    "zh_HK": "按店內張貼之條款辦理，並請出示此收據。",
}
"""What stands there until the shop has put in its own terms."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An earlier print of a receipt: when, on what, and what it looked like."""

    hlc: int
    paper: str
    language: str
    sha256: str


def earlier_prints(conn: Connection, payment_id: Id) -> list[Printed]:
    """The prints of a receipt that the audit log knows, the first one first."""
    rows = conn.execute(
        select(audit_log.c.hlc, audit_log.c.reason)
        .where(audit_log.c.action == PRINTED, audit_log.c.subject == payment_id)
        .order_by(audit_log.c.seq)
    )
    return [Printed(row.hlc, *row.reason.split()) for row in rows]


class Gatherer:
    """Reads records as of `hlc` (None: now)."""

    def __init__(self, conn: Connection, hlc: int | None) -> None:
        self.conn = conn
        self.hlc = hlc

    def one(self, table: Table, row_id: Id | None) -> Mapping[str, Any] | None:
        return None if row_id is None else next(iter(self.many(table, "id", row_id)), None)

    def many(self, table: Table, column: str, value: Id) -> list[dict[str, Any]]:
        """The rows that then had `value`, without those put away by then."""
        found = self.conn.execute(select(table).where(table.c[column] == value)).mappings()
        then = rows_as_of(self.conn, table, [dict(row) for row in found], self.hlc)
        return [row for row in then if row["archived_at"] is None]


def gather(
    conn: Connection, payment_id: Id, *, terms: Mapping[str, str] = TERMS, mask_name: bool = False
) -> Receipt:
    """Everything a payment's receipt says.

    Raises:
        CanFix: there is no such payment.
    """
    prints = earlier_prints(conn, payment_id)
    then = Gatherer(conn, prints[0].hlc if prints else None)
    entry = conn.execute(select(payment).where(payment.c.id == payment_id)).mappings().first()
    if entry is None:
        raise CanFix("This payment is no longer there. Look it up again.")
    order = then.one(sales_order, entry["order_id"])
    if order is None:
        raise CanFix("This order is no longer there. Look it up again.")
    return _receipt(then, dict(entry), order, terms=terms, mask_name=mask_name)


def _receipt(
    then: Gatherer,
    entry: Mapping[str, Any],
    order: Mapping[str, Any],
    *,
    terms: Mapping[str, str],
    mask_name: bool,
) -> Receipt:
    place = then.one(branch, entry["branch_id"]) or {}
    zone = ZoneInfo(place.get("time_zone") or "Asia/Hong_Kong")
    lines = _lines(then, order)
    money = _money(then, entry, order, lines)
    shop = _shop(place)
    names = _names(then, lines)
    described = _Described(order["kind"], _printed(lines, names))
    server = then.one(staff, entry["staff_id"]) or {}
    named = bool((shop.name or shop.name_zh) and (shop.address or shop.address_zh))
    return Receipt(
        shop=shop,
        number=entry["receipt_number"],
        kind=entry["kind"],
        method=entry["method"],
        reference=entry["reference"],
        taken_at=entry["taken_at"].astimezone(zone),
        order_number=order["number"],
        order_kind=order["kind"],
        stage=order["stage"],
        placed_on=order["placed_at"].astimezone(zone).date(),
        promised_on=order["promised_on"],
        staff_name=server.get("name"),
        staff_name_zh=server.get("name_zh"),
        lines=lines,
        rates=_rates(then.conn, lines),
        names=names,
        terms=terms,
        missing=tuple(disclosures(described, shop_named=named)),
        **_customer(then, order, mask_name=mask_name),
        **money,
    )


@dataclass(frozen=True, slots=True)
class _Described:
    kind: str
    lines: tuple[OrderLine, ...]


def _shop(place: Mapping[str, Any]) -> Shop:
    return Shop(
        name=place.get("name") or "",
        name_zh=place.get("name_zh"),
        address=place.get("address"),
        address_zh=place.get("address_zh"),
        phone=place.get("phone"),
    )


def _lines(then: Gatherer, order: Mapping[str, Any]) -> tuple[OrderLine, ...]:
    rows = then.many(order_line, "order_id", order["id"])
    rows.sort(key=lambda row: (row["position"], row["id"]))
    return tuple(as_line(row, order["currency"]) for row in rows)


def _names(then: Gatherer, lines: tuple[OrderLine, ...]) -> Names:
    ids = {line.product_id for line in lines if line.product_id is not None}
    return names_of(lines, {one: then.one(product, one) or {} for one in ids})


def _printed(lines: tuple[OrderLine, ...], names: Names) -> tuple[OrderLine, ...]:
    """The lines with all that a receipt may call them, for what the law asks of it."""
    return tuple(
        replace(line, description=" ".join(filter(None, names[line.id])))
        if line.id in names
        else line
        for line in lines
    )


def _rates(conn: Connection, lines: tuple[OrderLine, ...]) -> dict[Id, BoardPrice]:
    ids = {line.gold_rate_id for line in lines if line.gold_rate_id is not None}
    found = conn.execute(select(gold_rate).where(gold_rate.c.id.in_(ids))) if ids else ()
    return {row.id: BoardPrice(Money(row.sell_cents, row.currency), row.unit) for row in found}


def _customer(then: Gatherer, order: Mapping[str, Any], *, mask_name: bool) -> dict[str, Any]:
    known = then.one(customer, order["customer_id"]) or {}
    shown = masked if mask_name else _as_is
    return {
        "customer_number": known.get("number"),
        "customer_name": shown(known.get("name")),
        "customer_name_zh": shown(known.get("name_zh")),
    }


def _as_is(name: str | None) -> str | None:
    return name


def masked(name: str | None) -> str | None:
    """A name of which only the first letter of each word is shown: `C*** T**`, `陳**`."""
    if not name:
        return name
    return " ".join(word[0] + "*" * (len(word) - 1) for word in name.split())


def _money(
    then: Gatherer,
    entry: Mapping[str, Any],
    order: Mapping[str, Any],
    lines: tuple[OrderLine, ...],
) -> dict[str, Any]:
    """The sums up to and with this payment; later payments are none of this receipt's."""
    currency = order["currency"]
    total = Money.total((line.amount for line in lines), currency)
    before, returned = _until(then.conn, entry, order)
    amount = Money(entry["amount_cents"], currency)
    paid = before + amount
    balance = owing(total, paid=paid, returned=returned, settled=order["stage"] == "cancelled")
    return {
        "amount": amount,
        "total": total,
        "paid_before": before,
        "paid": paid,
        "balance": balance,
        "dues": _dues(then, order, paid + returned) if balance.cents > 0 else (),
    }


def _until(
    conn: Connection, entry: Mapping[str, Any], order: Mapping[str, Any]
) -> tuple[Money, Money]:
    """What was paid before this entry, and what was given back by it or before as a return."""
    before = returned = 0
    mine = (entry["taken_at"], entry["receipt_number"])
    for row in conn.execute(select(payment).where(payment.c.order_id == order["id"])):
        if (row.taken_at, row.receipt_number) > mine:
            continue
        before += row.amount_cents if row.id != entry["id"] else 0
        over = order["stage"] in OVER and row.taken_at >= order["stage_since"]
        returned -= row.amount_cents if over and row.kind == "refund" else 0
    return Money(before, order["currency"]), Money(returned, order["currency"])


def _dues(then: Gatherer, order: Mapping[str, Any], covered: Money) -> tuple[Due, ...]:
    rows = then.many(payment_due, "order_id", order["id"])
    rows.sort(key=lambda row: (row["due_on"], DUE_KINDS.index(row["kind"])))
    amounts = [Money(row["amount_cents"], row["currency"]) for row in rows]
    return tuple(
        Due(row["id"], row["kind"], row["due_on"], amount, left)
        for row, amount, left in zip(rows, amounts, outstanding(amounts, covered), strict=True)
    )
