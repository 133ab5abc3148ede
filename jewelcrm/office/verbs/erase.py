"""`jewelcrm-office erase`: a person is erased for good, by two people."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db.files import write_private
from db.office import tables
from db.office.store import OfficeStore
from db.types import to_millis
from jewelcrm import console
from jewelcrm.errors import CanFix
from jewelcrm.office.desk import Desk
from jewelcrm.office.people import Person
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.visiting import erasing, ledger, ledgerfile
from jewelcrm.office.visiting.subject import find

_WHY = {
    "denied": "You have asked for this yourself. A second administrator must second it.",
    "not_found": "Nobody has asked for this person to be erased. Ask first, with --reason.",
    "bad_request": "Say why in at most 300 characters: --reason.",
}


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "erase",
        help="erase a person for good: one administrator asks, another one seconds it",
        description="Erase a person for good. One administrator asks, with --reason; another one"
        " seconds it, with --approve. Orders and payments stay, without the person. Every PC"
        " erases her when it next reaches head office. Without a customer: what waits. The ledger"
        " of erasures (erased.jsonl) is kept in --data and beside the backups by itself; `restore`"
        " replays it.",
    )
    verb.add_argument("customer", nargs="?", help="the customer's number or id")
    verb.add_argument("--reason", default="", help="why; is forgotten when it is done")
    verb.add_argument("--approve", action="store_true", help="second what another person asked")
    ledger_acts = verb.add_mutually_exclusive_group()
    ledger_acts.add_argument(
        "--save-ledger", type=Path, metavar="FILE", help="write down who was erased: ids only"
    )
    ledger_acts.add_argument(
        "--replay", type=Path, metavar="FILE", help="erase again whom a restored backup brought"
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Ask, second, or tell what waits."""
    with desk.signed_in(erasing.ACTION) as (store, by):
        if args.save_ledger:
            return _save(store, args.save_ledger)
        if args.replay:
            return _replay(store, args.replay, desk)
        if args.customer is None:
            return _waiting(store)
        return _decide(args, desk, store, by)


def _decide(args: Namespace, desk: Desk, store: OfficeStore, by: Person) -> dict[str, Any]:
    with store.read() as work:
        customer_id = find(work, args.customer)
    wanted = erasing.Erasing(by.id, customer_id, args.reason, args.approve, to_millis(desk.now))
    try:
        done = store.run(lambda work: erasing.decide(work, wanted))
    except Refusal as refusal:
        raise CanFix(_WHY[refusal.code]) from refusal
    scrubbed = done.waits or erasing.finish(store)
    return {
        "customer_id": customer_id.hex(),
        "waits": done.waits,
        "files_clean": scrubbed,
        "text": _words(store, waits=done.waits, scrubbed=scrubbed),
    }


def _save(store: OfficeStore, path: Path) -> dict[str, Any]:
    data = ledger.written(store)
    try:
        write_private(path, data)
    except OSError as error:
        raise CanFix("The ledger cannot be written to {path}.", path=path) from error
    count = data.count(b"\n")
    return {"erased": count, "text": f"{count} erased people are in {path}."}


def _replay(store: OfficeStore, path: Path, desk: Desk) -> dict[str, Any]:
    try:
        found = ledger.read(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CanFix("{path} is no ledger of erasures.", path=path) from error
    again = ledger.replay(store, found, to_millis(desk.now))
    ledgerfile.keep(store)
    return {"erased_again": again, "text": f"{again} of {len(found)} were erased again."}


def _words(store: OfficeStore, *, waits: bool, scrubbed: bool) -> str:
    if waits:
        return "Asked. A second administrator must second it: erase CUSTOMER --approve"
    if store.dialect == "postgresql":
        return "Erased. The database's files keep traces until the owner rewrites them by night."
    if not scrubbed:
        return "Erased. The log is emptied as soon as nobody reads; the server sees to it."
    return "Erased."


def _waiting(store: OfficeStore) -> dict[str, Any]:
    c = tables.erasure_case.c
    with store.read() as work:
        rows = work.conn.execute(
            select(c.customer_id, c.asked_at, c.reason)
            .where(c.done_at.is_(None))
            .order_by(c.asked_at)
        ).all()
    listed = [
        {
            "customer_id": row.customer_id.hex(),
            "asked_at": row.asked_at.isoformat(timespec="seconds"),
            "reason": row.reason,
        }
        for row in rows
    ]
    lines = [(one["customer_id"], one["asked_at"], one["reason"]) for one in listed]
    return {"waiting": listed, "text": console.table(lines) if lines else "Nothing waits."}
