"""`jewelcrm-office init`: make a head office."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from db.errors import StoreError
from db.files import write_private
from jewelcrm import console
from jewelcrm.errors import CanFix
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import NewOffice, found
from jewelcrm.office.verbs.owner import add_owner


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "init",
        help="make a new head office",
        description="Make a new head office: an encrypted store in --data, or a database.",
    )
    verb.add_argument("--admin", required=True, metavar="NAME", help="the administrator's name")
    verb.add_argument("--admin-login", default="", help="log-in (default: made from the name)")
    add_owner(
        verb,
        "PostgreSQL 15+, as the owner of an empty database; left out: an encrypted file in --data",
    )
    verb.add_argument(
        "--app-role",
        default="jewelcrm_app",
        help="role the server works as on PostgreSQL; it is made (default: %(default)s)",
    )
    verb.add_argument(
        "--name",
        action="append",
        default=[],
        help="host name or address under which PCs reach the server; may be repeated"
        " (default: this machine's)",
    )
    verb.add_argument(
        "--recovery-key-file",
        type=Path,
        help="write the recovery key there, e.g. to a stick, instead of showing it",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Make it and say what to lock away."""
    key_file: Path | None = args.recovery_key_file
    _refuse_inside(key_file, desk.folder)
    new = NewOffice(
        admin_name=args.admin,
        admin_login=args.admin_login,
        password=desk.password(twice=True),
        database_url=args.database_url,
        app_role=args.app_role,
        names=args.name,
    )
    made = found(desk.folder, new, desk.now)
    shown = "" if _written(key_file, made.recovery_key) else made.recovery_key
    return {
        "server": made.server,
        "login": made.login,
        "data": str(desk.folder),
        **({"recovery_key": shown} if shown else {"recovery_key_file": str(key_file)}),
        "text": _text(desk.folder, made.login, shown, key_file),
    }


def _refuse_inside(key_file: Path | None, folder: Path) -> None:
    if key_file is None:
        return
    if key_file.resolve().is_relative_to(folder.resolve()):
        raise CanFix("The recovery key must not lie on the server. Name a file outside --data.")
    if key_file.exists():
        raise CanFix("{path} is there already. Name another file.", path=key_file)
    if not key_file.parent.is_dir():
        raise CanFix(
            "There is no folder {path}. Make it, or plug in or connect the disk it lies on.",
            path=key_file.parent,
        )


def _written(key_file: Path | None, key: str) -> bool:
    """Whether the key lies in the file; one that cannot be written is shown, not lost."""
    if key_file is None:
        return False
    try:
        write_private(key_file, f"{key}\n".encode())
    except StoreError as error:
        console.say(f"{key_file} was not written: {error} The key is shown instead.")
        return False
    return True


def _text(folder: Path, login: str, shown: str, key_file: Path | None) -> str:
    where = f"Recovery key:\n{shown}\n" if shown else f"The recovery key is in {key_file}.\n"
    return (
        f"Head office is ready in {folder}. Its administrator: {login}\n\n{where}"
        "Lock it away, not on this computer: with it, two people together can open the store of a\n"
        "PC that nobody can open any more, and a backup of this server. It is not shown again.\n\n"
        "Next: jewelcrm-office branch add HK01 --branch-name ...; jewelcrm-office run;"
        " jewelcrm-office enrol-code HK01"
    )
