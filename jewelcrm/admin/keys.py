"""`jewelcrm-admin key`: the store under a new key, or half of it in a keyring that came later."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.access.rotating import Rotated, rotate
from jewelcrm.access.taking_up import take_up
from jewelcrm.admin.desk import Desk

KEPT = (
    "This computer's keyring keeps half of the key now. Whoever signs in with the password from now"
    " on needs both."
)
_WHAT = {"copy": "writing the new file", "check": "comparing it, table by table"}


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser(
        "key", help="the key that this PC's store is encrypted with"
    ).add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser(
        "keyring",
        help="let this computer's keyring, which came later, keep half of the key",
        description="From now on your password opens the store together with this computer's"
        " keyring only; others' do so after their next sign-in with the password. Nobody needs"
        " the recovery code. Type it in the account of the computer in which JewelCRM is used:"
        " each has a keyring of its own. A copy of the key file from before still opens the store"
        " with a password alone, until the key is changed: key rotate.",
    ).set_defaults(run=take_up_ring)
    rotation = acts.add_parser(
        "rotate",
        help="encrypt the store with a new key; the program must be closed",
        description="Writes the whole store anew under a new key and puts it in place once it was"
        " read again and compared. Passwords stay; there is a new recovery"
        " code to print. A minute for each GB; as much room is needed.",
    )
    rotation.add_argument(
        "--keep-code",
        action="store_true",
        help="the printed recovery code stays (not when somebody else may have had the key)",
    )
    rotation.set_defaults(run=run)


def take_up_ring(_args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do it in the name of who signs in."""
    password = desk.password()
    with desk.signed_in(password) as ctx:
        take_up(ctx, password)
    return {"keyring": True, "text": KEPT}


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do it and say what is left to do."""
    done = rotate(
        desk.folder,
        args.user or "",
        desk.password(),
        keep_code=args.keep_code,
        progress=lambda what, n, of: desk.progress(n, of or None, _WHAT.get(what, what)),
    )
    return {
        "seconds": round(done.seconds, 1),
        "need_new_password": list(done.without),
        "recovery_code": done.recovery_code or None,
        "to_hand_in": done.to_hand_in,
        "text": "\n".join(_lines(done)),
    }


def _lines(done: Rotated) -> list[str]:
    lines = [f"The store has a new key ({done.seconds:.0f} s). Passwords are as before."]
    if done.without:
        names = ", ".join(done.without)
        lines.append(
            f"These have not signed in since the program was updated and need a new password:"
            f" {names}. jewelcrm-admin user password LOGIN"
        )
    if done.recovery_code:
        lines.append(f"New recovery code: {done.recovery_code}")
        lines.append(
            "Print it. Keep the old one too until the backups made under it are gone (35 days)."
        )
    if done.to_hand_in:
        lines.append("Head office gets the new key, sealed, when it is reached next.")
    lines.append("Make a backup now: jewelcrm-admin backup now")
    return lines
