"""What the labels of an order and of a piece say, and how this PC prints labels."""

from __future__ import annotations

from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.catalogue import queries as catalogue
from jewelcrm.catalogue.rules import BY_WEIGHT
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.errors import CanFix
from jewelcrm.orders import queries as orders
from jewelcrm.orders.model import OrderDetail, OrderLine
from jewelcrm.orders.naming import names_now
from jewelcrm.printing.model import BagLabel, Habits, Look, Tag
from jewelcrm.settings import value_in

NO_PIECES = "This order has no pieces, so there is nothing to put a label on."


@query("orders.view")
def bag_labels(ctx: Context, order_id: Id) -> list[BagLabel]:
    """One label for each piece of an order.

    Raises:
        CanFix: there is no such order, or nothing in it.
    """
    order = orders.order(ctx, order_id)
    if not order.lines:
        raise CanFix(NO_PIECES)
    phone = _phone(ctx, order.customer_id)
    shop = " ".join(filter(None, (ctx.branch.name, ctx.branch.name_zh)))
    with ctx.read() as conn:
        names = names_now(conn, order.lines)
    return [
        _bag(order, line, names.get(line.id, (line.description, None)), phone, shop)
        for line in order.lines
    ]


@query("catalogue.view")
def tag(ctx: Context, product_id: Id) -> Tag:
    """The tag of a piece for sale.

    Raises:
        CanFix: there is no such piece.
    """
    piece = catalogue.piece(ctx, product_id)
    return Tag(
        code=piece.barcode or piece.sku,
        sku=piece.sku,
        name=piece.name,
        name_zh=piece.name_zh,
        metal=piece.metal,
        fineness=piece.fineness,
        weight=piece.weight,
        stone=piece.stone,
        stone_weight=piece.stone_weight,
        stone_origin=piece.stone_origin,
        treatment=piece.treatment,
        size=piece.size,
        price=None if piece.pricing_mode == BY_WEIGHT else piece.price,
    )


@query("settings.view")
def habits(ctx: Context) -> Habits:
    """Where labels come out on this PC, how large, and how far they are moved."""
    with ctx.look() as raw:
        said = {key: value_in(raw, key) for key in _KEYS}
    right, down = int(said["label_right_mm10"]), int(said["label_down_mm10"])
    bag, tags = (
        Look(str(said[key]), str(said["receipt_language"]), right, down)
        for key in ("label_bag_size", "label_tag_size")
    )
    return Habits(str(said["label_printer"]), bag, tags)


_KEYS = (
    "label_printer",
    "label_right_mm10",
    "label_down_mm10",
    "label_bag_size",
    "label_tag_size",
    "receipt_language",
)


def _bag(
    order: OrderDetail, line: OrderLine, names: tuple[str, str | None], phone: str, shop: str
) -> BagLabel:
    return BagLabel(
        number=order.number,
        kind=order.kind,
        position=line.position,
        pieces=len(order.lines),
        description=names[0],
        description_zh=names[1],
        service=line.service,
        condition=line.condition,
        weight=line.weight_in if line.weight_in is not None else line.weight,
        customer=order.customer_name or "",
        customer_zh=order.customer_name_zh or "",
        phone=phone,
        promised_on=order.promised_on,
        rush=order.rush,
        shop=shop,
    )


def _phone(ctx: Context, customer_id: Id | None) -> str:
    if customer_id is None:
        return ""
    contacts = customers.card(ctx, customer_id).contacts
    return next((one.masked for one in contacts if one.kind == "phone"), "")
