"""Orders as rows: their lines, steps, payments and dues, in the past and around today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from db.tables.orders import order_line, order_step, sales_order
from db.tables.payments import payment, payment_due
from db.types import Id
from jewelcrm.demo.pieces import Piece
from jewelcrm.demo.world import World
from jewelcrm.money import Money
from jewelcrm.weights import gold_price

CURRENCY = "HKD"
_METHODS = ("card", "cash", "fps", "alipay_hk", "unionpay", "wechat_pay", "octopus", "transfer")
_SMALL = (28, 22, 14, 13, 7, 6, 10, 0)  # below HK$3,000
_MIDDLE = (40, 12, 17, 11, 14, 4, 0, 2)
_LARGE = (52, 0, 14, 3, 19, 0, 0, 12)  # no cash near the dealers' threshold
_SLIPS = {"card": "S", "unionpay": "U", "fps": "F", "transfer": "T"}


@dataclass(frozen=True, slots=True)
class Buyer:
    """Whose order it is and who serves her."""

    id: Id
    staff_id: Id
    ring_size: Decimal | None = None
    tier: str = "standard"


@dataclass(frozen=True, slots=True)
class Step:
    """A stage and when the order reached it."""

    stage: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says; money in cents, for the whole line."""

    description: str
    price: int
    labour: int = 0
    discount: int = 0
    piece: Piece | None = None
    rate_id: Id | None = None
    service: str | None = None
    condition: str | None = None
    declared: int | None = None
    weight_in: Decimal | None = None
    weight_out: Decimal | None = None

    @property
    def amount(self) -> int:
        return self.price + self.labour - self.discount


def of_piece(world: World, piece: Piece, day: dt.date) -> Line:
    """A piece of the catalogue as it was sold on `day`, by the board of that day."""
    name = f"{piece.model.name} {piece.model.name_zh}"
    if piece.price_cents is None and piece.weight is not None:
        quote = world.quote(day)
        price = gold_price(piece.weight, Money(quote.sell_cents)).metal.cents
        return Line(name, price, piece.labour_cents, piece=piece, rate_id=quote.id)
    price = piece.price_cents or 0
    discount = price * world.chosen((5, 8, 10)) // 100 // 100 * 100 if world.happens(0.2) else 0
    return Line(name, price, discount=discount, piece=piece)


def place(
    world: World,
    buyer: Buyer,
    kind: str,
    steps: Sequence[Step],
    lines: Sequence[Line],
    *,
    promised_on: dt.date | None = None,
    rush: bool = False,
    channel: str = "counter",
    remark: str | None = None,
) -> Id:
    """Put an order with its lines and steps into the world's batch; returns its id."""
    placed = steps[0].at
    order_id = world.ids.at(placed)
    world.batch.add(
        sales_order,
        {
            "id": order_id,
            "number": "",
            "kind": kind,
            "channel": channel,
            "customer_id": buyer.id,
            "staff_id": buyer.staff_id,
            "stage": steps[-1].stage,
            "stage_since": steps[-1].at,
            "placed_at": placed,
            "promised_on": promised_on,
            "rush": rush,
            "currency": CURRENCY,
            "remark": remark,
            "created_at": placed,
        },
    )
    for position, line in enumerate(lines, 1):
        world.batch.add(
            order_line, _line_row(world, order_id, position, line, at=placed, buyer=buyer)
        )
    _steps(world, order_id, steps, buyer.staff_id)
    return order_id


def _line_row(
    world: World, order_id: Id, position: int, line: Line, *, at: dt.datetime, buyer: Buyer
) -> dict[str, object]:
    piece, model = line.piece, line.piece.model if line.piece else None
    is_ring = model is not None and model.category == "ring"
    return {
        "id": world.ids.at(at),
        "order_id": order_id,
        "position": position,
        "product_id": piece.id if piece else None,
        "sku": piece.sku if piece else None,
        "description": line.description,
        "quantity": Decimal(1),
        "unit_price_cents": line.price,
        "labour_cents": line.labour,
        "discount_cents": line.discount,
        "amount_cents": line.amount,
        "metal": model.metal if model else None,
        "fineness": model.fineness if model else None,
        "weight": piece.weight if piece else None,
        "stone": model.stone if model else None,
        "stone_weight": piece.carats if piece else None,
        "stone_origin": model.origin if model else None,
        "treatment": model.treatment if model else None,
        "certificate": piece.certificate if piece else None,
        "ring_size": buyer.ring_size if is_ring else None,
        "gold_rate_id": line.rate_id,
        "service": line.service,
        "condition": line.condition,
        "declared_value_cents": line.declared,
        "weight_in": line.weight_in,
        "weight_out": line.weight_out,
        "created_at": at,
    }


def _steps(world: World, order_id: Id, steps: Sequence[Step], staff_id: Id) -> None:
    before = None
    for step in steps:
        world.batch.add(
            order_step,
            {
                "id": world.ids.at(step.at),
                "order_id": order_id,
                "from_stage": before,
                "to_stage": step.stage,
                "at": step.at,
                "staff_id": staff_id,
                "reason": "Customer changed her mind" if step.stage == "cancelled" else None,
                "created_at": step.at,
            },
        )
        before = step.stage


def pay(
    world: World,
    order_id: Id,
    buyer: Buyer,
    kind: str,
    cents: int,
    *,
    at: dt.datetime,
    method: str | None = None,
    reverses_id: Id | None = None,
) -> tuple[Id, str]:
    """Put a payment into the world's batch; returns its id and method."""
    how = method or _method(world, abs(cents))
    slip = f"{_SLIPS[how]} {world.between(100_000, 999_999)}" if how in _SLIPS else None
    payment_id = world.ids.at(at)
    world.batch.add(
        payment,
        {
            "id": payment_id,
            "receipt_number": "",
            "order_id": order_id,
            "customer_id": buyer.id,
            "kind": kind,
            "method": how,
            "amount_cents": cents,
            "currency": CURRENCY,
            "taken_at": at,
            "staff_id": buyer.staff_id,
            "reverses_id": reverses_id,
            "reference": slip,
            "created_at": at,
        },
    )
    return payment_id, how


def _method(world: World, cents: int) -> str:
    shares = _SMALL if cents < 300_000 else _MIDDLE if cents < 4_000_000 else _LARGE
    return world.chance.choices(_METHODS, shares)[0]


def owe(
    world: World,
    order_id: Id,
    kind: str,
    *,
    due_on: dt.date,
    cents: int,
    at: dt.datetime,
) -> None:
    """Put an amount that is to be paid by a day into the world's batch."""
    world.batch.add(
        payment_due,
        {
            "id": world.ids.at(at),
            "order_id": order_id,
            "kind": kind,
            "due_on": due_on,
            "amount_cents": cents,
            "currency": CURRENCY,
            "created_at": at,
        },
    )
