"""People at head office: who may sign in, checked against a verifier, with a lock-out (`tries`)."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import func, select

from db.errors import WrongKey
from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.tables.people import staff as staff_table
from db.types import Id
from jewelcrm.access.catalogue import ADMINISTRATOR, allows
from jewelcrm.access.passwords import check_password
from jewelcrm.errors import CanFix, Denied
from jewelcrm.office import tries, writing
from jewelcrm.people.rules import check_login, check_name, check_role

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
_WRONG = "The log-in or the password is not right."


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works for the chain."""

    id: Id
    login: str
    name: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What a person begins with."""

    login: str
    name: str
    role: str
    password: str
    name_zh: str | None = None


def everyone(work: OfficeWork) -> list[Person]:
    """Everybody, by name."""
    c = staff_table.c
    rows = work.conn.execute(select(c.id, c.login, c.name, c.role, c.active).order_by(c.name, c.id))
    return [Person(*row) for row in rows]


def by_login(work: OfficeWork, login: str) -> Person | None:
    """The person who works here under this log-in; those who left come last."""
    wanted = _folded(login)
    found = [person for person in everyone(work) if _folded(person.login) == wanted]
    return min(found, key=lambda person: not person.active, default=None)


def add(work: OfficeWork, new: NewPerson, now: dt.datetime, by: Id | None = None) -> Person:
    """A new person with a first password.

    Raises:
        CanFix: the log-in is taken, a word is missing, or the password is weak.
    """
    login, name, role = check_login(new.login), check_name(new.name), check_role(new.role)
    check_password(new.password, about=[login, name])
    if by_login(work, login) is not None:
        raise CanFix("The log-in {login} is taken. Choose another.", field="login", login=login)
    staff_id = writing.insert(
        work, "staff", now, login=login, name=name, name_zh=new.name_zh, role=role, active=1
    )
    keep_password(work, staff_id, new.password, now)
    work.audit(by or staff_id, "people.added", staff_id, ["role"])
    return Person(staff_id, login, name, role, active=True)


def disable(work: OfficeWork, person: Person, now: dt.datetime, by: Id) -> None:
    """Close a leaver's way in, everywhere.

    Raises:
        CanFix: it is the last administrator.
    """
    others = [p for p in everyone(work) if p.active and p.role == ADMINISTRATOR and p != person]
    if person.role == ADMINISTRATOR and not others:
        raise CanFix("This is the last administrator. Make somebody else administrator first.")
    writing.update(work, "staff", person.id, now, active=0)
    work.conn.execute(tables.credential.delete().where(tables.credential.c.staff_id == person.id))
    work.audit(by, "people.left", person.id)


def set_password(work: OfficeWork, person: Person, password: str, now: dt.datetime, by: Id) -> None:
    """Give a person a new password.

    Raises:
        CanFix: the password is weak.
    """
    check_password(password, about=[person.login, person.name])
    keep_password(work, person.id, password, now)
    work.audit(by, "password.set", person.id)


def keep_password(work: OfficeWork, staff_id: Id, password: str, now: dt.datetime) -> None:
    """Keep the verifier of a password that has been found good enough."""
    c = tables.credential
    work.conn.execute(c.delete().where(c.c.staff_id == staff_id))
    work.conn.execute(
        c.insert().values(
            staff_id=staff_id, verifier=_HASHER.hash(_plain(password)), changed_at=now, tries=0
        )
    )


def sign_in(
    store: OfficeStore, login: str, password: str, now: dt.datetime, *, at: Id | None = None
) -> Person:
    """The person, when the password is right; an empty log-in is the first administrator's.

    `at`: the PC at which it is tried; nothing: head office itself.

    Raises:
        WrongKey: it is not. LockedOut: too many tries.
    """
    place = at or store.server
    person, verifier = store.run(lambda work: _begin(work, login, now, place))
    if not _fits(verifier, password) or person is None:
        raise WrongKey(_WRONG)
    store.run(lambda work: tries.clear(work, person.id, place))
    return person


def require(person: Person, action: str) -> None:
    """Nothing when the person's role has the right.

    Raises:
        Denied: it has not.
    """
    if not allows(person.role, action):
        raise Denied(action)


def _begin(work: OfficeWork, login: str, now: dt.datetime, place: Id) -> tuple[Person | None, str]:
    """Count the try, then hand out the verifier: one that nothing fits where there is none."""
    person = by_login(work, login) if login else _first_administrator(work)
    c = tables.credential.c
    if person is None or not person.active:
        return None, _nobody()
    row = work.conn.execute(
        select(c.verifier).where(c.staff_id == person.id).with_for_update()
    ).first()
    if row is None:
        return None, _nobody()
    tries.begin(work, person.id, place, now)
    return person, row.verifier


def _first_administrator(work: OfficeWork) -> Person | None:
    """Of those who have a password here: a shop that joined brings older ones, who have none."""
    c, known = staff_table.c, tables.credential.c
    row = work.conn.execute(
        select(c.id, c.login, c.name, c.role, c.active)
        .join(tables.credential, known.staff_id == c.id)
        .where(func.lower(c.role) == ADMINISTRATOR, c.active)
        .order_by(c.id)
    ).first()
    return Person(*row) if row else None


def _fits(verifier: str, password: str) -> bool:
    try:
        return _HASHER.verify(verifier, _plain(password))
    except (VerificationError, InvalidHashError):
        return False


_none: list[str] = []


def _nobody() -> str:
    """A verifier that costs as much to try as anybody's, so that time tells nothing."""
    if not _none:
        _none.append(_HASHER.hash("nobody's password at all"))
    return _none[0]


def _plain(password: str) -> bytes:
    return unicodedata.normalize("NFKC", password).encode()


def _folded(login: str) -> str:
    return unicodedata.normalize("NFKC", login).casefold().strip()
