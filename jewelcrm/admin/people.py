"""`jewelcrm-admin user`: who may sign in, with which role."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from jewelcrm import console
from jewelcrm.access.catalogue import ROLES
from jewelcrm.admin.desk import Desk
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.people import commands, queries


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("user", help="list, add, change people who sign in")
    verb.add_argument(
        "act",
        choices=("list", "add", "role", "password", "left"),
        help="what to do; all but list need LOGIN",
    )
    verb.add_argument("login", nargs="?", help="the person's log-in")
    verb.add_argument("--name", help="the person's name (add)")
    verb.add_argument("--name-zh", help="the person's Chinese name (add)")
    verb.add_argument("--role", choices=ROLES, help="role (add, role)")
    verb.add_argument(
        "--new-password-file",
        type=Path,
        help="file with the person's first password (or JEWELCRM_NEW_PASSWORD)",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do it and show everyone."""
    with desk.signed_in() as ctx:
        if args.act != "list":
            _change(ctx, args)
        people = queries.everyone(ctx, leavers=True)
    listed = [
        {"login": p.login, "name": p.name, "role": p.role, "active": p.active} for p in people
    ]
    text = "\n".join(
        f"{p.login:<24}{p.role:<16}{p.name}{'' if p.active else '  (left)'}" for p in people
    )
    return {"people": listed, "text": text}


def _change(ctx: Context, args: Namespace) -> None:
    if not args.login:
        raise CanFix("Say whose: jewelcrm-admin user {act} LOGIN", act=args.act)
    if args.act == "add":
        commands.add_person(
            ctx,
            login=args.login,
            name=args.name or args.login,
            name_zh=args.name_zh,
            role=args.role or "sales",
            password=_new_password(args),
        )
        return
    found = [p for p in queries.everyone(ctx) if p.login.casefold() == args.login.casefold()]
    if not found:
        raise CanFix("Nobody with the log-in {login} works here.", login=args.login)
    if args.act == "role":
        commands.edit_person(ctx, found[0].id, role=args.role or "")
    elif args.act == "password":
        commands.set_password(ctx, found[0].id, _new_password(args))
    else:
        commands.person_left(ctx, found[0].id)


def _new_password(args: Namespace) -> str:
    return console.password(
        args.new_password_file,
        variable="JEWELCRM_NEW_PASSWORD",
        option="--new-password-file",
        prompt="The person's password",
        twice=True,
    )
