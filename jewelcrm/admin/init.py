"""`jewelcrm-admin init`: set up a stand-alone store."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.people.founding import NewShop, found


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("init", help="make a new store for one shop PC")
    verb.add_argument("--branch", required=True, help="branch code, e.g. HK01")
    verb.add_argument("--branch-name", required=True, help='e.g. "Nathan Road"')
    verb.add_argument("--branch-name-zh", help="the branch's Chinese name")
    verb.add_argument("--address", help="printed on receipts")
    verb.add_argument("--phone", help="printed on receipts")
    verb.add_argument("--admin", required=True, help="the administrator's name")
    verb.add_argument("--admin-login", default="", help="log-in (default: made from the name)")
    verb.add_argument("--currency", default="HKD", help="three letters, e.g. HKD (the default)")
    verb.add_argument(
        "--time-zone",
        default="Asia/Hong_Kong",
        help="where the shop is, e.g. Asia/Hong_Kong (the default)",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Make the store and say what to write down."""
    made = found(
        desk.folder,
        NewShop(
            branch_code=args.branch,
            branch_name=args.branch_name,
            branch_name_zh=args.branch_name_zh,
            admin_name=args.admin,
            admin_login=args.admin_login,
            password=desk.password(twice=True),
            address=args.address,
            phone=args.phone,
            currency=args.currency,
            time_zone=args.time_zone,
        ),
    )
    if made.keyring is None:
        desk.say(
            "No keyring of the operating system was found: the password alone protects this store."
        )
    return {
        "login": made.login,
        "recovery_code": made.recovery_code,
        "keyring": made.keyring,
        "data": str(desk.folder),
        "text": _text(made.login, made.recovery_code),
    }


def _text(login: str, code: str) -> str:
    return (
        f"The store is ready. Sign in as: {login}\n\n"
        f"Recovery code: {code}\n"
        "Write it down or print it and lock it away: it opens the store when the password or this\n"
        "computer's keyring is lost. It is not shown again."
    )
