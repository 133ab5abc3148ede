"""`jewelcrm-office enrol-code`: a one-time code for a PC."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from segno import make_qr

from jewelcrm.office import codes, premises
from jewelcrm.office.addresses import PORT
from jewelcrm.office.certificates import own_names
from jewelcrm.office.desk import Desk
from jewelcrm.wire.enrolment import CODE_MINUTES


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("enrol-code", help="a one-time code with which a PC joins a branch")
    verb.add_argument("branch", help="the branch's code, e.g. HK01")
    verb.add_argument(
        "--brings",
        action="store_true",
        help="the PC is a stand-alone shop that joins with its own branch, people and records",
    )
    verb.add_argument(
        "--confirm",
        action="store_true",
        help="the PC waits until somebody has compared the six words: device confirm",
    )
    verb.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="where PCs reach this server (default: https://, its first name, the port it ran on)",
    )
    verb.add_argument(
        "--qr",
        type=Path,
        metavar="FILE",
        help="write the ticket as a QR code (.png, .svg) that the PC scans: nothing is typed",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Make the code and say how it is used."""
    new = codes.NewCode(args.branch, brings=args.brings, confirm=args.confirm)
    with desk.signed_in("people.manage") as (store, person):
        code = store.run(lambda work: codes.new_code(work, new, desk.now, person.id))
    address = args.address or _address(desk)
    ticket = f"{address}#{code}"
    drawn = ""
    if args.qr is not None:
        make_qr(ticket, error="m").save(str(args.qr), scale=6, border=4)
        drawn = f"\nThe ticket as a QR code: {args.qr}"
    return {
        "code": code,
        "ticket": ticket,
        "branch": args.branch.upper(),
        "minutes": CODE_MINUTES,
        "text": (
            f"{code}\n\nOn the PC, within {CODE_MINUTES} minutes:"
            f" jewelcrm-admin enrol --user LOGIN {address} {code}\n"
            f"or, in the window of a new PC: Join a head office instead, {address}, {code}\n"
            f"or, with all checks: jewelcrm-admin commission --user LOGIN --ticket {ticket}\n"
            f"Compare the six words it shows with those of `jewelcrm-office device list`.{drawn}"
        ),
    }


def _address(desk: Desk) -> str:
    """As far as this machine knows it."""
    known = premises.load(desk.folder)
    names = known.names or own_names()
    return f"https://{names[0]}:{known.port or PORT}"
