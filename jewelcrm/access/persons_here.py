"""Who may sign in at this store, and where it stands.

Asked before anything else of the day, so in plain SQL: a statement of SQLAlchemy's takes a
hundred times as long to make as these take to run.
"""

from __future__ import annotations

from db.errors import WrongKey
from db.store import Store
from db.types import Id
from jewelcrm.context import Branch, Staff

_STAFF = "SELECT id, login, name, name_zh, role, language FROM staff WHERE active"
_BRANCH = (
    "SELECT id, code, name, name_zh, address, address_zh, phone, currency, time_zone"
    " FROM branch WHERE id = ?"
)


def active_person(store: Store, staff_id: Id | None) -> Staff:
    """The person, who works here.

    Raises:
        WrongKey: not any more.
    """
    with store.look() as raw:
        row = raw.execute(f"{_STAFF} AND id = ?", (staff_id,)).fetchone()
    if row is None:
        raise WrongKey("This person does not work here any more. Ask your administrator.")
    return Staff(*row)


def person_by_login(store: Store, login: str) -> Staff | None:
    """The active person with a log-in, in whatever letters."""
    wanted = login.strip().casefold()
    with store.look() as raw:
        people = [Staff(*row) for row in raw.execute(_STAFF)]
    return next((one for one in people if one.login.casefold() == wanted), None)


def branch_of(store: Store) -> Branch:
    """The branch that this PC stands in."""
    with store.look() as raw:
        return Branch(*raw.execute(_BRANCH, (store.pc.branch_id,)).fetchone())
