"""`jewelcrm-office erasure`: which PCs have erased whom."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm import console
from jewelcrm.office.desk import Desk
from jewelcrm.office.visiting.owing import Open, Word, everything


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser(
        "erasure", help="which PCs have said that nothing is left of an erased person"
    ).add_subparsers(dest="act", metavar="ACT", required=True)
    listing = acts.add_parser(
        "list", help="every erasure, for how long it is open, and each PC's word"
    )
    listing.add_argument("--open", action="store_true", help="only those that a PC still owes")
    listing.set_defaults(run=_list)


def _list(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store, store.read() as work:
        found = [one for one in everything(work) if one.missing or not args.open]
    listed = [_told(one, desk) for one in found]
    rows = [
        (
            one["customer_id"],
            one["erased_at"][:10],
            f"{one['days']} days",
            f"{len(one['pcs']) - len(one['missing'])} of {len(one['pcs'])}",
            ", ".join(one["missing"]),
        )
        for one in listed
    ]
    return {"erasures": listed, "text": console.table(rows) if rows else "Nobody was erased."}


def _told(one: Open, desk: Desk) -> dict[str, Any]:
    return {
        "customer_id": one.customer_id.hex(),
        "erased_at": one.done_at.isoformat(timespec="seconds"),
        "days": one.days(desk.now),
        "open": bool(one.missing),
        "missing": [word.pc for word in one.missing],
        "pcs": [_word(word) for word in one.words],
    }


def _word(word: Word) -> dict[str, Any]:
    return {
        "id": word.device.hex(),
        "pc": word.pc,
        "state": word.state,
        "last_seen": word.last_seen.isoformat(timespec="seconds") if word.last_seen else None,
        "erased_at": word.at.isoformat(timespec="seconds") if word.at else None,
    }
