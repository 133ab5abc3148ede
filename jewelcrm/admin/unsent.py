"""`jewelcrm-admin backup unsent`: what a restored PC had not sent, brought back or let go."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.console import counted, iso, moment
from jewelcrm.sync import reoffering
from jewelcrm.sync.reoffering import Offer


def register(acts: Any) -> None:
    """Add the act to `backup`."""
    verb = acts.add_parser(
        "unsent",
        help="what the store before a restore had not sent to head office",
        description="Shows it. It comes back under its own times and persons, on top of what others"
        " did since; what clashes is kept under Changed by two. Run jewelcrm-admin sync now first.",
    )
    which = verb.add_mutually_exclusive_group()
    which.add_argument("--bring-back", action="store_true", help="it is sent with the next sync")
    which.add_argument("--let-go", action="store_true", help="it is not offered any more")
    verb.set_defaults(run=_run)


def _run(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in() as ctx:
        if args.bring_back:
            count = reoffering.bring_back(ctx)
            return {"brought_back": count, "text": f"{count:,} acts came back; sync sends them."}
        if args.let_go:
            reoffering.let_go(ctx)
            return {"let_go": True, "text": "It stays in the store that was set aside."}
        found = reoffering.offer(ctx)
    return {"offer": _plain(found) if found else None, "text": _text(found)}


def _plain(found: Offer) -> dict[str, Any]:
    return {
        "folder": str(found.folder),
        "acts": found.acts,
        "customers": found.customers,
        "orders": found.orders,
        "since": iso(found.since),
        "until": iso(found.until),
    }


def _text(found: Offer | None) -> str:
    if found is None:
        return reoffering.NOTHING
    return (
        f"Not sent before the restore: {counted(found.acts, 'change')}, of"
        f" {moment(found.since)} to {moment(found.until)}, among"
        f" them {counted(found.customers, 'new customer')} and"
        f" {counted(found.orders, 'new order')}.\n"
        "They come back with --bring-back, or stay away with --let-go."
    )
