"""Small stores with something in them, and backups of them, for the tests of this room."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from db.backup.vault import Vault
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import places
from jewelcrm.context import Clock, Context
from jewelcrm.customers import commands as customers
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.money import Money
from jewelcrm.orders import commands as orders
from jewelcrm.orders.model import NewLine, NewOrder
from jewelcrm.payments.model import NewPayment
from tests.conftest import PASSWORD


def a_customer(ctx: Context, name: str = "Chan Tai Man") -> bytes:
    return customers.quick_add(
        ctx, phone="+852 9123 4567", name=name, consent=ConsentChoice("refused")
    )


def an_order(ctx: Context, customer: bytes) -> bytes:
    line = NewLine(description="Plain band", quantity=Decimal(1), unit_price=Money(250_000, "HKD"))
    deposit = NewPayment(method="cash", amount=Money(50_000, "HKD"))
    order = NewOrder(kind="sale", customer_id=customer, lines=[line], deposit=deposit)
    return orders.place_order(ctx, order).id


def names(ctx: Context) -> list[str]:
    with ctx.read() as conn:
        return list(conn.exec_driver_sql("SELECT name FROM customer ORDER BY name").scalars())


def opened(folder: Path, clock: Clock | None = None) -> Context:
    return sign_in(folder, "", PASSWORD, clock=clock)


def vault_of(folder: Path) -> Vault:
    return Vault(places.local(folder))


def paper(folder: Path, point: str) -> Path:
    return places.local(folder) / "points" / f"{point}.json"


def packs(folder: Path) -> list[Path]:
    return sorted(places.local(folder).glob("packs/*.pack"))


def forged(path: Path, **changes: object) -> None:
    """Change what a manifest says and leave its signature as it is."""
    signed = json.loads(path.read_bytes())
    signed["manifest"].update(changes)
    path.write_text(json.dumps(signed, separators=(",", ":")), encoding="utf-8")


def flipped(path: Path, at: int) -> None:
    """Turn one bit over."""
    data = bytearray(path.read_bytes())
    data[(at // 8) % len(data)] ^= 1 << (at % 8)
    path.write_bytes(bytes(data))
