"""What the kill tests run in a process of their own: act, acknowledge on a line, act again.

Usage: python -m tests.end2end.child ACT FOLDER ...; killed at a random moment by its parent.
"""

from __future__ import annotations

import os
import sys
from decimal import Decimal
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.shop import keys, osring
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.money import Money
from jewelcrm.people.founding import NewShop, found

PASSWORD = "copper kettle sings"


def acknowledge(*words: object) -> None:
    """Tell the parent that this much is done and kept."""
    print(*words, flush=True)


def signins(folder: Path) -> None:
    """Sign in and out again and again."""
    while True:
        ctx = sign_in(folder, "", PASSWORD)
        acknowledge("in")
        ctx.store.close()
        acknowledge("out")


def orders(folder: Path) -> None:
    """Place orders with a deposit, then take the balance."""
    from jewelcrm.orders import commands as orders_
    from jewelcrm.payments import commands as payments

    ctx = sign_in(folder, "", PASSWORD)
    customer = _a_customer(ctx)
    while True:
        placed = orders_.place_order(ctx, _new_order(customer))
        acknowledge("order", placed.id.hex(), placed.receipt_number)
        taken = payments.take_payment(
            ctx, placed.id, kind="balance", method="card", amount=Money(200_000, "HKD")
        )
        acknowledge("payment", placed.id.hex(), taken.receipt_number)


def imports(folder: Path, file: str) -> None:
    """Import a file of customers."""
    from jewelcrm.admin.main import main

    acknowledge("start")
    code = main(["--data", str(folder), "--json", "import", "customers", file])
    acknowledge("done", code)


def shops(folder: Path) -> None:
    """Set up one shop after another."""
    for n in count():
        place = folder / f"shop-{n}"
        acknowledge("begin", place.name)
        made = found(place, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD))
        acknowledge("made", place.name, made.recovery_code)


def updates(folder: Path) -> None:
    """Bring the store to a made-up newer step that rewrites a table."""
    from db import migrations

    migrations.SCHEMA += 1
    migrations._upgrade = _rewrite_a_table
    key = keys.open_with_password(folder, None, "", PASSWORD).key
    acknowledge("begin")
    migrations.bring_up_to_date(folder, key)
    acknowledge("done")


def _rewrite_a_table(raw: cipher.Connection) -> None:
    from db import migrations

    raw.execute("BEGIN IMMEDIATE")
    raw.execute("CREATE TABLE newer AS SELECT * FROM change")
    for _ in range(12):
        raw.execute("INSERT INTO newer SELECT * FROM newer LIMIT 40000")
    raw.execute("DROP TABLE setting")
    raw.execute(f"PRAGMA user_version = {migrations.SCHEMA}")
    raw.execute("COMMIT")


def _a_customer(ctx: Context) -> bytes:
    from jewelcrm.customers import commands as customers
    from jewelcrm.customers.rules.consent import ConsentChoice

    return customers.quick_add(
        ctx, phone="+852 9123 4567", name="Chan Tai Man", consent=ConsentChoice("refused")
    )


def _new_order(customer: bytes) -> object:
    from jewelcrm.orders.model import NewLine, NewOrder
    from jewelcrm.payments.model import NewPayment

    line = NewLine(description="Plain band", quantity=Decimal(1), unit_price=Money(250_000, "HKD"))
    return NewOrder(
        kind="sale",
        customer_id=customer,
        lines=[line],
        deposit=NewPayment(method="cash", amount=Money(50_000, "HKD")),
    )


if __name__ == "__main__":
    os.environ["JEWELCRM_PASSWORD"] = PASSWORD
    keys.POLICY = keys.Cost(memory=64, passes=1)
    osring.find = lambda: None
    acts = (signins, orders, imports, shops, updates)
    {act.__name__: act for act in acts}[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
