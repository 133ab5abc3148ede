"""`jewelcrm-office backup`: a copy that was read again before it is called one."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import Any

from db.office.embedded import EmbeddedStore
from jewelcrm.errors import CanFix
from jewelcrm.office import (
    backing_up,
    backup_papers,
    dumps,
    premises,
    single_backups,
    vaulting,
)
from jewelcrm.office.desk import Desk
from jewelcrm.office.verbs import backups
from jewelcrm.office.verbs.owner import add_owner
from jewelcrm.office.visiting import ledgerfile


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "backup",
        help="copy the store while it runs; list, verify and try out backups",
        description="Copy the store while the server runs, then read the copy and count it. On"
        " PostgreSQL this is pg_dump; see packaging/server/README.md for point-in-time backups."
        " With --list, --verify or --drill nothing is made: a folder of backups is looked at.",
    )
    verb.add_argument(
        "file",
        help="where to: a new file; or a folder, in which each backup costs only what changed, and"
        " is kept for a day, a week, or a month; on PostgreSQL a dump with the moment in its name",
    )
    _add_looks(verb.add_mutually_exclusive_group())
    verb.add_argument("--point", default="", metavar="ID", help="which of a folder's (the newest)")
    verb.add_argument("--recovery-key-file", type=Path, metavar="FILE", help="for --drill")
    add_owner(verb, "to --drill a dump of PostgreSQL: an empty database, as its owner")
    verb.set_defaults(run=run)


def _add_looks(looks: Any) -> None:
    looks.add_argument("--list", action="store_true", help="the backups of a folder")
    looks.add_argument("--verify", action="store_true", help="read one again, every page of it")
    looks.add_argument(
        "--drill",
        action="store_true",
        help="put one back for trial, by the recovery key, and count it; nothing of it stays",
    )


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Make a backup and say what it holds; or look at those there are."""
    if args.list or args.verify or args.drill:
        return backups.run(args, desk)
    _refuse_slip(args.file)
    args.file = Path(args.file)
    known = premises.load(desk.folder)
    with desk.store() as store:
        if args.file.is_dir() and isinstance(store, EmbeddedStore):
            return _told(vaulting.back_up(desk.folder, store, args.file, desk.now), args.file)
        if isinstance(store, EmbeddedStore):
            made = backing_up.back_up(desk.folder, store, args.file, desk.now)
        else:
            if args.file.is_dir():
                args.file /= single_backups.name_at(desk.now)
            made = dumps.dump(desk.folder, store, known, args.file, desk.now)
    keys = f"{args.file}{backup_papers.KEYS}"
    return {
        "file": str(args.file),
        "keys": keys,
        "sha256": made.sha256,
        "rows": made.rows,
        "tables": len(made.rows),
        "ledger": str(args.file.parent / ledgerfile.NAME),
        "text": (
            f"{sum(made.rows.values()):,} rows kept and counted again in {args.file}.\n"
            f"Keep {args.file.name}{backup_papers.KEYS} with it; together with the recovery key it"
            f" brings head office back. {ledgerfile.NAME} beside it says who was erased since."
        ),
    }


def _refuse_slip(typed: str) -> None:
    """A folder that is not there, or a word of another program, is no name of a file to make."""
    if typed in {"list", "verify", "drill"}:
        raise CanFix("Name the folder of backups: backup FOLDER --{word}", word=typed)
    if typed.endswith(("/", os.sep)) and not Path(typed).is_dir():
        raise CanFix(
            "There is no folder {path}. Make it, or plug in or connect the disk it lies on.",
            path=typed,
        )


def _told(point: vaulting.Point, into: Path) -> dict[str, Any]:
    rows = sum(point.rows.values())
    return {
        "id": point.id,
        "folder": str(into),
        "rows": point.rows,
        "size": point.size,
        "added": point.added,
        "text": (
            f"{rows:,} rows kept and counted again in {into}, point {point.id}:"
            f" {point.added / 1e6:,.1f} of {point.size / 1e6:,.1f} MB were new.\n"
            "Together with the recovery key the folder brings head office back:"
            f" jewelcrm-office --data NEW restore {into}"
        ),
    }
