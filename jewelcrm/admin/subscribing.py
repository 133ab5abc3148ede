"""`jewelcrm-admin report subscribe`: reports that this PC prepares by itself."""

from __future__ import annotations

from argparse import Namespace
from typing import Any, get_args

from jewelcrm.admin.desk import Desk
from jewelcrm.admin.oneof import LANGUAGES, one_of
from jewelcrm.errors import CanFix
from jewelcrm.reports import subscriptions
from jewelcrm.reports.model import Asked, Period
from jewelcrm.reports.subscribed import Deliver, Every

EVERY: tuple[Every, ...] = get_args(Every)
DELIVER: tuple[Deliver, ...] = get_args(Deliver)


def register(parts: Any) -> None:
    """Add the parts."""
    one = parts.add_parser("subscribe", help="prepare a report by itself from now on")
    one.add_argument("name", metavar="NAME", help="as `report list` gives it")
    one.add_argument("--detail", default="", help="level of detail (default: the shortest)")
    for option, words, known, usual in (
        ("--every", "when", EVERY, "opening"),
        ("--deliver", "kept for its reader, or printed", DELIVER, "queue"),
        ("--lang", "its language", LANGUAGES, "en"),
    ):
        told = f"{words}: {', '.join(known)} (default: %(default)s)"
        one.add_argument(option, default=usual, metavar="WORD", help=told)
    one.add_argument("--purpose", default="", help="what it is needed for; kept in the audit log")
    one.set_defaults(run=run_subscribe)
    listed = parts.add_parser("subscriptions", help="one's own, and what they have prepared")
    listed.add_argument("--prepare", action="store_true", help="prepare what is due first")
    listed.set_defaults(run=run_list)
    end = parts.add_parser("unsubscribe", help="end one of them")
    end.add_argument("id", metavar="ID", help="as `report subscriptions` gives it")
    end.set_defaults(run=run_end)


def run_subscribe(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Subscribe to a report."""
    every = one_of(args.every, EVERY, "--every")
    deliver = one_of(args.deliver, DELIVER, "--deliver")
    language = one_of(args.lang, LANGUAGES, "--lang")
    with desk.signed_in() as ctx:
        today = ctx.today()
        asked = Asked(
            detail=args.detail,
            period=Period(today, today),
            currency=ctx.branch.currency,
            language=language,
        )
        made = subscriptions.subscribe(
            ctx,
            args.name,
            asked,
            every=every,
            deliver=deliver,
            purpose=args.purpose,
        )
    return {"id": made.hex(), "text": f"Subscribed: {made.hex()}"}


def run_list(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Subscriptions and their newest papers."""
    with desk.signed_in() as ctx:
        made = subscriptions.prepare_due(ctx, desk.progress) if args.prepare else 0
        mine, papers = subscriptions.of_mine(ctx), subscriptions.prepared(ctx)
    listed = [
        {
            "id": s.id.hex(),
            "report": s.report,
            "detail": s.asked.detail,
            "every": s.every,
            "deliver": s.deliver,
            "last": s.last_turn,
        }
        for s in mine
    ]
    told = [
        {
            "id": p.id.hex(),
            "report": p.report,
            "turn": p.turn,
            "rows": p.rows,
            "ready": p.ready,
            "problem": p.problem,
            "read": p.read_at is not None,
            "printed": p.printed_at is not None,
        }
        for p in papers
    ]
    lines = [f"{s['id']}  {s['report']}/{s['detail']} {s['every']}, {s['deliver']}" for s in listed]
    lines += [f"  {p['turn']}  {p['report']}: {_state(p)}" for p in told]
    text = "\n".join(lines) or "Nothing is subscribed to."
    return {"subscriptions": listed, "prepared": told, "made": made, "text": text}


def _state(paper: dict[str, Any]) -> str:
    if not paper["ready"]:
        return str(paper["problem"] or "taken back")
    return "read" if paper["read"] else f"{paper['rows']:,} rows, not read yet"


def run_end(args: Namespace, desk: Desk) -> dict[str, Any]:
    """End a subscription."""
    try:
        subscription_id = bytes.fromhex(args.id)
    except ValueError:
        raise CanFix("“{id}” is no id of a subscription.", field="id", id=args.id) from None
    with desk.signed_in() as ctx:
        subscriptions.unsubscribe(ctx, subscription_id)
    return {"id": args.id, "text": "Ended."}
