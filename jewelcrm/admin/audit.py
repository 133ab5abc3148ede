"""`jewelcrm-admin audit`: who did what."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.access.queries import acts
from jewelcrm.admin.desk import Desk
from jewelcrm.console import iso, moment


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("audit", help="show who did what (names of things, never values)")
    verb.add_argument("--limit", type=int, default=50, help="how many entries, newest first")
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """The newest entries."""
    with desk.signed_in() as ctx:
        entries = acts(ctx, limit=args.limit)
    rows = [
        {
            "seq": act.seq,
            "at": iso(act.at),
            "who": act.who,
            "action": act.action,
            "columns": act.columns,
            "reason": act.reason,
            "outcome": act.outcome,
        }
        for act in entries
    ]
    text = "\n".join(
        f"{r['seq']:>6}  {moment(act.at)}  {r['outcome']:<7} {r['action']:<22} {r['who']}"
        for r, act in zip(rows, entries, strict=True)
    )
    return {"entries": rows, "text": text}
