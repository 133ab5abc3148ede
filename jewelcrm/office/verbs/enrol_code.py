"""`jewelcrm-office enrol-code`: a one-time code for a PC."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.office import codes
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
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Make the code and say how it is used."""
    new = codes.NewCode(args.branch, brings=args.brings, confirm=args.confirm)
    with desk.signed_in("people.manage") as (store, person):
        code = store.run(lambda work: codes.new_code(work, new, desk.now, person.id))
    return {
        "code": code,
        "branch": args.branch.upper(),
        "minutes": CODE_MINUTES,
        "text": (
            f"{code}\n\nOn the PC, within {CODE_MINUTES} minutes:"
            f" jewelcrm-admin enrol --user LOGIN https://SERVER:8443 {code}\n"
            "Compare the six words it shows with those of `jewelcrm-office device list`."
        ),
    }
