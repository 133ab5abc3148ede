"""`jewelcrm-admin recover`: back in with the printed recovery code."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from db.files import write_private
from db.shop.slotfile import parse
from jewelcrm.access import lost
from jewelcrm.access.signin import recover
from jewelcrm.admin.desk import Desk
from jewelcrm.backup.queries import points_in
from jewelcrm.backup.restoring import vault_with
from jewelcrm.errors import CanFix
from jewelcrm.sync import asking, recovering


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "recover", help="set a new password with the recovery code (password or keyring lost)"
    )
    verb.add_argument("login", help="whose password is set anew (an administrator)")
    verb.add_argument(
        "--office",
        action="store_true",
        help="ask head office for the key instead; two people there must allow it",
    )
    verb.add_argument(
        "--request",
        type=Path,
        metavar="FILE",
        help="write a request for head office to FILE, when there is no line or no keyring",
    )
    verb.add_argument("--answer", type=Path, metavar="FILE", help="head office's answer to it")
    verb.add_argument(
        "--key-file-from",
        type=Path,
        metavar="FOLDER",
        help="both copies of the key file are lost: take the one kept with the newest backup there",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Set the password; the code comes from JEWELCRM_RECOVERY_CODE or is asked for."""
    if args.key_file_from is not None:
        return _key_file(args.key_file_from, desk)
    if args.request is not None:
        return _request(args.request, desk)
    if args.office:
        return _from_office(args, desk)
    if args.answer is not None:
        return _answered(args, desk)
    ctx = recover(desk.folder, _code(), login=args.login, new_password=desk.password(twice=True))
    ctx.store.close()
    return {
        "login": ctx.staff.login,
        "text": "The new password is set. Everybody else needs a new one too:"
        " jewelcrm-admin user password LOGIN",
    }


def _from_office(args: Namespace, desk: Desk) -> dict[str, Any]:
    wanted = recovering.NewPassword(args.login, desk.password(twice=True))
    found = recovering.recover(desk.folder, wanted)
    if isinstance(found, recovering.Waiting):
        told = f"Head office has been asked; {found.allowed} of {found.needed} people allowed it."
        return {
            "waiting": True,
            "allowed": found.allowed,
            "needed": found.needed,
            "text": f"{told} Run this again when they have: jewelcrm-office recovery approve",
        }
    found.store.close()
    return {"waiting": False, "login": found.staff.login, "text": "The new password is set."}


def _key_file(source: Path, desk: Desk) -> dict[str, Any]:
    """Only the key file comes back; the store stays as it is."""
    point = next((one for one in points_in(source) if one.state != "damaged"), None)
    if point is None:
        raise CanFix("There is no backup in {path}. Choose another folder.", path=source)
    with closing(vault_with(source, point.id)) as vault:
        kept = parse(vault.manifest(point.id)[0].slots.encode())
    if not lost.put_key_file_back(desk.folder, kept):
        raise CanFix("The key file is whole. It was not replaced.")
    return {"point": point.id, "text": "The key file is back. Sign in with a password of then."}


def _request(path: Path, desk: Desk) -> dict[str, Any]:
    made = asking.ask(desk.folder)
    write_private(path, f"{made.text}\n".encode("ascii"))
    told = "" if made.signed else f"Head office will ask for these six words: {made.words}\n"
    return {
        "request": made.text,
        "words": made.words,
        "signed": made.signed,
        "text": f"Send {path} to head office. {told}Two people there allow it"
        f" (jewelcrm-office recovery paper); then: jewelcrm-admin recover LOGIN --answer FILE",
    }


def _answered(args: Namespace, desk: Desk) -> dict[str, Any]:
    wanted = recovering.NewPassword(args.login, desk.password(twice=True))
    try:
        text = args.answer.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CanFix("{path} cannot be read.", path=args.answer) from error
    ctx = asking.take(desk.folder, text, wanted)
    ctx.store.close()
    return {"login": ctx.staff.login, "text": "The new password is set."}


def _code() -> str:
    given = os.environ.get("JEWELCRM_RECOVERY_CODE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CanFix("Set JEWELCRM_RECOVERY_CODE, or run this where it can be asked for.")
    return getpass.getpass("Recovery code: ")
