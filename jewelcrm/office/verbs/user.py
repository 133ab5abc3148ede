"""`jewelcrm-office user`: the chain's people."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from db.office.store import OfficeStore, OfficeWork
from jewelcrm import console
from jewelcrm.access.catalogue import ROLES
from jewelcrm.errors import CanFix
from jewelcrm.office import people
from jewelcrm.office.desk import Desk
from jewelcrm.office.visiting import ledgerfile

_PASSWORD = "file with the person's password (or JEWELCRM_NEW_PASSWORD)"  # noqa: S105 - help


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser("user", help="add, list and disable people").add_subparsers(
        dest="act", metavar="ACT", required=True
    )
    acts.add_parser("list", help="everybody").set_defaults(run=_list)
    add = acts.add_parser("add", help="add a person, who may sign in at every branch")
    add.add_argument("login", help="what the person signs in with, e.g. amy")
    add.add_argument("--name", help="the person's name (default: the log-in)")
    add.add_argument("--name-zh", help="the person's Chinese name")
    add.add_argument("--role", choices=ROLES, default="sales", help="default: sales")
    add.set_defaults(run=_add)
    disable = acts.add_parser("disable", help="close a leaver's way in")
    disable.set_defaults(run=_disable)
    password = acts.add_parser("password", help="give a person a new password")
    password.set_defaults(run=_password)
    for act in (disable, password):
        act.add_argument("login", help="the person's log-in")
    for act in (add, password):
        act.add_argument("--new-password-file", type=Path, help=_PASSWORD)


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store:
        return _everything(store)


def _add(args: Namespace, desk: Desk) -> dict[str, Any]:
    new = people.NewPerson(
        args.login, args.name or args.login, args.role, desk.new_password(), args.name_zh
    )
    with desk.signed_in("people.manage") as (store, by):
        made = store.run(lambda work: people.add(work, new, desk.now, by.id))
        ledgerfile.keep(store)
        return {"staff_id": made.id.hex(), **_everything(store)}


def _disable(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in("people.manage") as (store, by):
        store.run(lambda work: people.disable(work, _person(work, args.login), desk.now, by.id))
        ledgerfile.keep(store)
        return _everything(store)


def _password(args: Namespace, desk: Desk) -> dict[str, Any]:
    fresh = desk.new_password()
    with desk.signed_in("people.manage") as (store, by):
        store.run(
            lambda work: people.set_password(
                work, _person(work, args.login), fresh, desk.now, by.id
            )
        )
        ledgerfile.keep(store)
        return _everything(store)


def _person(work: OfficeWork, login: str) -> people.Person:
    person = people.by_login(work, login)
    if person is None or not person.active:
        raise CanFix("Nobody with the log-in {login} works here.", login=login)
    return person


def _everything(store: OfficeStore) -> dict[str, Any]:
    with store.read() as work:
        everyone = people.everyone(work)
    listed = [
        {"id": p.id.hex(), "login": p.login, "name": p.name, "role": p.role, "active": p.active}
        for p in everyone
    ]
    rows = [(p.login, p.role, p.name, "" if p.active else "(left)") for p in everyone]
    return {"people": listed, "text": console.table(rows)}
