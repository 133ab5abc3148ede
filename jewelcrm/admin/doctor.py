"""`jewelcrm-admin doctor`: every line green, or what to do."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from db.shop import search
from jewelcrm.admin.desk import Desk
from jewelcrm.doctor.queries import Line, examine

_MARKS = {"green": "ok  ", "amber": "look", "red": "BAD "}


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("doctor", help="check the health of this PC's store")
    verb.add_argument("--rebuild-search", action="store_true", help="build the search index anew")
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Examine the store; exit code 1 when a line is red."""
    with desk.signed_in() as ctx:
        if args.rebuild_search:
            ctx.require("settings.edit")
            with ctx.work("search index") as work:
                search.rebuild(work.conn, lambda done, total: desk.progress(done, total, "search"))
        lines = examine(ctx)
    red = any(line.light == "red" for line in lines)
    return {
        "healthy": not red,
        "lines": [asdict(line) for line in lines],
        "exit": 1 if red else 0,
        "text": "\n".join(_shown(line) for line in lines),
    }


def _shown(line: Line) -> str:
    first = f"{_MARKS[line.light]}  {line.check:<15} {line.words}"
    return f"{first}\n      -> {line.advice}" if line.advice else first
