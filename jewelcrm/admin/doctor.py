"""`jewelcrm-admin doctor`: every line green, or what to do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from db.errors import LockedOut, NoStore, StoreError, WrongKey
from db.shop import search
from jewelcrm.admin.desk import Desk
from jewelcrm.context import Context
from jewelcrm.doctor import bundle
from jewelcrm.doctor.queries import Line, examine

_MARKS = {"green": "ok  ", "amber": "look", "red": "BAD "}
_CLOSED = "The store cannot be opened: {error} ({kind})"


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("doctor", help="check the health of this PC's store")
    verb.add_argument("--rebuild-search", action="store_true", help="build the search index anew")
    verb.add_argument(
        "--bundle",
        type=Path,
        metavar="FILE",
        help="also write a package for support (zip): what was found, versions, counts and the log,"
        " without personal data; works on a store that cannot be opened too",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Examine the store; exit code 1 when a line is red."""
    try:
        with desk.signed_in() as ctx:
            return _examined(args, desk, ctx)
    except (WrongKey, LockedOut, NoStore):
        raise
    except StoreError as error:
        if args.bundle is None:
            raise
        return _closed(args.bundle, desk, error)


def _examined(args: Namespace, desk: Desk, ctx: Context) -> dict[str, Any]:
    if args.rebuild_search:
        ctx.require("settings.edit")
        with ctx.work("search index") as work:
            search.rebuild(work.raw, lambda done, total: desk.progress(done, total, "search"))
    lines = examine(ctx)
    made = None if args.bundle is None else bundle.make(ctx, args.bundle, lines)
    return _told(lines, made)


def _closed(path: Path, desk: Desk, error: StoreError) -> dict[str, Any]:
    words = _CLOSED.format(error=error, kind=type(error).__name__)
    lines = [Line("store", "red", words, "See the help page `signin`, the recovery code.")]
    return _told(lines, bundle.write(path, desk.folder, lines))


def _told(lines: Sequence[Line], made: bundle.Bundle | None) -> dict[str, Any]:
    red = any(line.light == "red" for line in lines)
    text = "\n".join(_shown(line) for line in lines)
    if made is not None:
        text += f"\n\nFor support: {made.path} ({made.size:,} bytes). Read it before you send it."
    return {
        "healthy": not red,
        "lines": [asdict(line) for line in lines],
        "bundle": str(made.path) if made is not None else None,
        "exit": 1 if red else 0,
        "text": text,
    }


def _shown(line: Line) -> str:
    first = f"{_MARKS[line.light]}  {line.check:<15} {line.words}"
    return f"{first}\n      -> {line.advice}" if line.advice else first
