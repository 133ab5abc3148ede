"""Who may sign in at this store, and where it stands."""

from __future__ import annotations

from sqlalchemy import select

from db.errors import WrongKey
from db.store import Store
from db.tables.people import branch as branch_table
from db.tables.people import staff as staff_table
from db.types import Id
from jewelcrm.context import Branch, Staff


def active_person(store: Store, staff_id: Id | None) -> Staff:
    """The person, who works here.

    Raises:
        WrongKey: not any more.
    """
    with store.read() as conn:
        row = conn.execute(select(staff_table).where(staff_table.c.id == staff_id)).first()
    if row is None or not row.active:
        raise WrongKey("This person does not work here any more. Ask your administrator.")
    return Staff(row.id, row.login, row.name, row.name_zh, row.role, row.language)


def person_by_login(store: Store, login: str) -> Staff | None:
    """The active person with a log-in, in whatever letters."""
    wanted = login.strip().casefold()
    with store.read() as conn:
        rows = conn.execute(select(staff_table).where(staff_table.c.active)).all()
    for row in rows:
        if row.login.casefold() == wanted:
            return Staff(row.id, row.login, row.name, row.name_zh, row.role, row.language)
    return None


def branch_of(store: Store) -> Branch:
    """The branch that this PC stands in."""
    c = branch_table.c
    with store.read() as conn:
        row = conn.execute(select(branch_table).where(c.id == store.pc.branch_id)).one()
    return Branch(
        row.id,
        row.code,
        row.name,
        row.name_zh,
        row.address,
        row.address_zh,
        row.phone,
        row.currency,
        row.time_zone,
    )
