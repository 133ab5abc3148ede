"""`jewelcrm-office recovery`: give a PC that cannot be opened its key; it takes two people."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from jewelcrm import console
from jewelcrm.office import devices, keeping
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser("recovery", help="open a PC again that nobody can open").add_subparsers(
        dest="act", metavar="ACT", required=True
    )
    acts.add_parser("list", help="PCs that ask for their key").set_defaults(run=_list)
    approve = acts.add_parser("approve", help="allow it; a second person must too")
    approve.add_argument("device", help="its name, e.g. HK01-A, or how its id begins")
    approve.add_argument(
        "--recovery-key-file", type=Path, required=True, help="the key that `init` gave"
    )
    approve.set_defaults(run=_approve)


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store, store.read() as work:
        known = {pc.id: pc for pc in devices.everyone(work)}
        cases = devices.waiting_requests(work)
    listed = [
        {
            "device": device.hex(),
            "name": known[device].name,
            "asked_at": at.isoformat(timespec="seconds"),
            "allowed": allowed,
            "needed": 2,
        }
        for device, at, allowed in cases
    ]
    rows = [(c["device"], c["name"], c["asked_at"], f"{c['allowed']} of 2") for c in listed]
    return {"requests": listed, "text": console.table(rows)}


def _approve(args: Namespace, desk: Desk) -> dict[str, Any]:
    key = key_from(args.recovery_key_file)
    with desk.signed_in("people.manage") as (store, by):
        approval = keeping.Approval(by, key)
        done = store.run(
            lambda work: keeping.approve(
                work, devices.find(work, args.device).id, approval, desk.now
            )
        )
    words = "The PC gets its key when it asks again." if done else "A second person must allow it."
    return {"done": done, "text": words}
