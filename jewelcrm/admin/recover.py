"""`jewelcrm-admin recover`: back in with the printed recovery code."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from typing import Any

from jewelcrm.access.signin import recover
from jewelcrm.admin.desk import Desk
from jewelcrm.errors import CanFix


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "recover", help="set a new password with the recovery code (password or keyring lost)"
    )
    verb.add_argument("login", help="whose password is set anew (an administrator)")
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Set the password; the code comes from JEWELCRM_RECOVERY_CODE or is asked for."""
    ctx = recover(desk.folder, _code(), login=args.login, new_password=desk.password(twice=True))
    ctx.store.close()
    return {
        "login": ctx.staff.login,
        "text": "The new password is set. Everybody else needs a new one too:"
        " jewelcrm-admin user password LOGIN",
    }


def _code() -> str:
    given = os.environ.get("JEWELCRM_RECOVERY_CODE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CanFix("Set JEWELCRM_RECOVERY_CODE, or run this where it can be asked for.")
    return getpass.getpass("Recovery code: ")
