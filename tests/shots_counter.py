"""What `make shots` shows of a customer and an order: the card's parts, its dialogs, the papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.tables.customers import consent, customer
from db.tables.orders import order_line, sales_order
from db.tables.payments import payment
from jewelcrm.orders import queries as orders

if TYPE_CHECKING:
    from tests.shots import Studio

TABS = ("orders", "payments", "followups", "notes", "timeline", "history")


def scenes(studio: Studio) -> Iterator[tuple[str, Callable[[], None]]]:
    """Name of a picture, and how to get there."""
    desk = studio.window.desk
    asked, (customer_id, order_id), paid, over = _known(desk.context())
    for tab in TABS:
        yield (
            f"card-{tab}",
            lambda tab=tab: desk.open("customers", customer_id=customer_id, tab=tab),
        )

    def over_page(page: str, deed: str, **where: object) -> Callable[[], None]:
        def go() -> None:
            desk.open(page)
            studio.settle()
            desk.open(deed, **where)

        return go

    order = orders.order(desk.context(), order_id)
    yield "card-edit", over_page("customers", "customers.edit", customer_id=customer_id)
    yield "card-evidence", over_page("customers", "customers.evidence", consent_id=asked)
    yield "order", lambda: desk.open("orders", order_id=order_id)
    yield "order-edit", over_page("orders", "orders.edit", order=order)
    yield "order-line", over_page("orders", "orders.line", order=order, line=order.lines[0])
    finished = orders.order(desk.context(), over).lines[0]
    yield "order-describe", over_page("orders", "orders.describe", line=finished)
    yield "order-envelope", over_page("orders", "orders.envelope", order_id=order_id)
    yield "order-label", over_page("orders", "orders.label", order_id=order_id)
    yield "payment-receipt", over_page("payments", "payments.receipt", payment_id=paid)


def _known(ctx):
    """A consent, a customer with an open order, a payment, and an order that is over."""
    o = sales_order.c
    with ctx.read() as conn:
        asked = conn.scalar(select(consent.c.id).order_by(consent.c.id.desc()).limit(1))
        open_one = conn.execute(
            select(o.customer_id, o.id)
            .join(customer, customer.c.id == o.customer_id)
            .outerjoin(payment, payment.c.order_id == o.id)
            .where(o.stage == "in_work", o.kind == "repair")
            .order_by(payment.c.id.is_(None), o.id.desc())  # one that is paid for, if there is
            .limit(1)
        ).one()
        paid = conn.scalar(select(payment.c.id).order_by(payment.c.id.desc()).limit(1))
        over = conn.scalar(
            select(o.id)
            .join(order_line, order_line.c.order_id == o.id)
            .where(o.stage == "collected", o.kind == "sale")
            .order_by(o.id.desc())
            .limit(1)
        )
    return asked, tuple(open_one), paid, over
