"""What the job envelope of an order says; how it is drawn: payments/receipts/envelope.py."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.orders import queries
from jewelcrm.orders.model import OrderDetail
from jewelcrm.orders.naming import Names, names_now


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the envelope says beside the order itself."""

    order: OrderDetail
    shop: str
    phone: str  # only its end: an envelope lies about
    taken_on: dt.date
    names: Names = field(default_factory=dict)


@query("orders.view")
def envelope(ctx: Context, order_id: Id) -> Envelope:
    """What the envelope of an order says.

    Raises:
        CanFix: there is no such order.
    """
    order = queries.order(ctx, order_id)
    with ctx.read() as conn:
        names = names_now(conn, order.lines)
    taken_on = order.placed_at.astimezone(ctx.zone()).date()
    shop = " ".join(filter(None, (ctx.branch.name, ctx.branch.name_zh)))
    return Envelope(order, shop, _phone(ctx, order.customer_id), taken_on, names)


def _phone(ctx: Context, customer_id: Id | None) -> str:
    if customer_id is None:
        return ""
    contacts = customers.card(ctx, customer_id).contacts
    return next((one.masked for one in contacts if one.kind == "phone"), "")
