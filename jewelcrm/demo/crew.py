"""The six people of the demo shop, each with a way in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.tables.people import staff
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.demo.data import table
from jewelcrm.people.commands import add_person

PASSWORD = "demo-1234-shop"  # noqa: S105 - shown on screen; it guards made-up people only


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody of the demo shop."""

    id: Id
    login: str
    name: str
    role: str


def hire(ctx: Context) -> list[Hand]:
    """The demo's people, added unless they are there."""
    with ctx.read() as conn:
        rows = conn.execute(select(staff.c.login, staff.c.id))
        there: dict[str, Id] = {row.login: row.id for row in rows}
    return [_hire(ctx, entry, there) for entry in table("crew.csv")]


def _hire(ctx: Context, entry: dict[str, str], there: dict[str, Id]) -> Hand:
    login, name, role = entry["login"], entry["name"], entry["role"]
    staff_id = there.get(login) or add_person(
        ctx,
        name=name,
        role=role,
        password=PASSWORD,
        login=login,
        name_zh=entry["name_zh"] or None,
        language=entry["language"],
    )
    return Hand(staff_id, login, name, role)
