"""`jewelcrm-office recovery`: give a PC that cannot be opened its key; it takes two people."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from db.files import write_private
from jewelcrm import console
from jewelcrm.errors import CanFix
from jewelcrm.office import devices, keeping
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from
from jewelcrm.office.paper import Paper, allow
from jewelcrm.office.verbs import cards, renewal


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
    paper = acts.add_parser(
        "paper",
        help="allow a request that came on paper: a PC without a line, or without its keyring",
        description="Each of two people runs this with the request. The second one gets the answer"
        " to send back: it opens on that PC alone.",
    )
    paper.add_argument("request", type=Path, help="file with the request, beginning JCRQ")
    paper.add_argument(
        "--recovery-key-file", type=Path, required=True, help="the key that `init` gave"
    )
    paper.add_argument(
        "--words", default="", help="the six words as the branch reads them; needed when not signed"
    )
    paper.add_argument("--answer", type=Path, help="also write the answer to this file")
    paper.set_defaults(run=_paper)
    cards.register(acts)
    renewal.register(acts)


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


def _paper(args: Namespace, desk: Desk) -> dict[str, Any]:
    key = key_from(args.recovery_key_file)
    paper = Paper(_read(args.request), args.words)
    with desk.signed_in("people.manage") as (store, by):
        answer = store.run(lambda work: allow(work, paper, keeping.Approval(by, key), desk.now))
    if answer is None:
        words = "A second person must run the same, with their own log-in."
        return {"done": False, "answer": None, "text": words}
    if args.answer is not None:
        write_private(args.answer, f"{answer}\n".encode("ascii"))
    return {
        "done": True,
        "answer": answer,
        "text": f"Send this to the branch; it opens on that PC alone:\n\n{answer}",
    }


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CanFix("{path} cannot be read.", path=path) from error
