"""All of one order, and finding one by a number somebody reads aloud or scans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from db.shop.numbers import is_paper_number
from db.tables.orders import order_line, order_step, sales_order
from db.tables.payments import payment
from db.tables.people import staff
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context, one_read
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import OrderDetail, OrderLine, OrderRow, OrderStep
from jewelcrm.orders.reading import ORDER_ROWS, by_ids, common
from jewelcrm.orders.rules.stages import next_stages
from jewelcrm.payments.entries import dues_of, entries_of

_MONEY = {
    "unit_price": "unit_price_cents",
    "labour": "labour_cents",
    "discount": "discount_cents",
    "amount": "amount_cents",
    "declared_value": "declared_value_cents",
}
_AS_IS = [
    name for name in OrderLine.__dataclass_fields__ if name not in _MONEY and name in order_line.c
]


@query("orders.view")
def order(ctx: Context, order_id: Id, *, conn: Connection | None = None) -> OrderDetail:
    """All of one order.

    Raises:
        CanFix: there is no such order.
    """
    with one_read(ctx, conn) as read:
        row = read.execute(ORDER_ROWS.where(sales_order.c.id == order_id)).first()
        if row is None:
            raise CanFix("This order is no longer there. Look it up again.")
        return _detail(ctx, read, row)


def _detail(ctx: Context, conn: Connection, row: Any) -> OrderDetail:
    shared = common(row, ctx.clock.now(), ctx.today())
    returned = Money(row.returned, row.currency)
    return OrderDetail(
        **shared,
        pickup=row.pickup,
        remark=row.remark,
        external_key=row.external_key,
        returned=returned,
        lines=_lines(conn, row.id, row.currency),
        steps=_steps(conn, row.id),
        dues=dues_of(conn, row.id, covered=shared["paid"] + returned),
        payments=entries_of(conn, payment.c.order_id == row.id),
        next_stages=next_stages(row.kind, row.stage),
    )


def _lines(conn: Connection, order_id: Id, currency: str) -> tuple[OrderLine, ...]:
    found = conn.execute(
        select(order_line)
        .where(order_line.c.order_id == order_id, order_line.c.archived_at.is_(None))
        .order_by(order_line.c.position, order_line.c.id)
    )
    return tuple(as_line(row._mapping, currency) for row in found)  # noqa: SLF001 - SQLAlchemy's name


def as_line(row: Any, currency: str) -> OrderLine:
    """An order line from a mapping of the table's columns."""
    money: dict[str, Any] = {
        name: None if row[column] is None else Money(row[column], currency)
        for name, column in _MONEY.items()
    }
    return OrderLine(**money, **{name: row[name] for name in _AS_IS})


def _steps(conn: Connection, order_id: Id) -> tuple[OrderStep, ...]:
    found = conn.execute(
        select(
            order_step.c.from_stage,
            order_step.c.to_stage,
            order_step.c.at,
            staff.c.name.label("staff_name"),
            order_step.c.reason,
            staff.c.name_zh,
        )
        .select_from(order_step)
        .outerjoin(staff, staff.c.id == order_step.c.staff_id)
        .where(order_step.c.order_id == order_id)
        .order_by(order_step.c.at)
    )
    return tuple(_in_turn([OrderStep(*row) for row in found]))


def _in_turn(steps: list[OrderStep]) -> Iterator[OrderStep]:
    """Steps by their time; those of one moment each after the one it follows."""
    stage: str | None = None
    while steps:
        moment = [step for step in steps if step.at == steps[0].at]
        following = next((step for step in moment if step.from_stage == stage), moment[0])
        steps.remove(following)
        stage = following.to_stage
        yield following


@query("orders.view")
def find_by_number(ctx: Context, text: str, *, conn: Connection | None = None) -> OrderRow | None:
    """The order with this number, or with a receipt of this number, or known so elsewhere."""
    wanted = as_kept(text)
    by_order = select(sales_order.c.id).where(sales_order.c.number.in_(wanted))
    by_receipt = select(payment.c.order_id).where(payment.c.receipt_number.in_(wanted))
    by_old = select(sales_order.c.id).where(sales_order.c.external_key == text.strip())
    with one_read(ctx, conn) as read:
        for statement in (by_order, by_receipt, by_old):
            found = read.scalars(statement.limit(1)).first()
            if found is not None:
                return next(iter(by_ids(ctx, read, [found])), None)
    return None


def as_kept(text: str) -> list[str]:
    """How a scanned or typed number may be kept: `hk01a0001237` is `HK01-A-000123-7`."""
    plain = "".join(text.upper().split())
    head = plain.rstrip("0123456789")
    if "-" in plain or not is_paper_number(plain):
        return [text.strip(), plain]
    running = f"{plain[len(head) : -1]}-{plain[-1]}"
    return [plain, *(f"{head[:-cut]}-{head[-cut:]}-{running}" for cut in (1, 2))]
