"""Who works here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from db.shop import keys
from db.tables.people import branch as branch_table
from db.tables.people import staff as staff_table
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context


@dataclass(frozen=True, slots=True)
class Person:
    """A person who works or worked here; `can_sign_in` when this PC has a way in for them."""

    id: Id
    login: str
    name: str
    name_zh: str | None
    role: str
    language: str | None
    active: bool
    can_sign_in: bool


@query("people.view")
def everyone(ctx: Context, *, leavers: bool = False) -> list[Person]:
    """The people of this store by name; with `leavers`, also those who left."""
    statement = select(staff_table).order_by(staff_table.c.name)
    if not leavers:
        statement = statement.where(staff_table.c.active)
    ways_in = _ways_in(ctx.store.folder)
    with ctx.read() as conn:
        return [
            Person(
                row.id,
                row.login,
                row.name,
                row.name_zh,
                row.role,
                row.language,
                row.active,
                row.id.hex() in ways_in,
            )
            for row in conn.execute(statement)
        ]


@dataclass(frozen=True, slots=True)
class ShopDetails:
    """What receipts print in their head."""

    name: str
    name_zh: str | None
    address: str | None
    address_zh: str | None
    phone: str | None


@query("settings.view")
def shop(ctx: Context) -> ShopDetails:
    """This branch as it stands on receipts."""
    c = branch_table.c
    columns = (c.name, c.name_zh, c.address, c.address_zh, c.phone)
    with ctx.read() as conn:
        return ShopDetails(*conn.execute(select(*columns).where(c.id == ctx.branch.id)).one())


def _ways_in(folder: Path) -> frozenset[str]:
    return frozenset(slot.id for slot in keys.load(folder).slots if slot.kind == "staff")
