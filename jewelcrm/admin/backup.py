"""`jewelcrm-admin backup now|list|verify|restore|drill|targets|unsent`: without the window."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import asdict
from getpass import getpass
from pathlib import Path
from typing import Any

from jewelcrm.admin import officekey, targets, unsent
from jewelcrm.admin.desk import Desk
from jewelcrm.backup import commands, queries
from jewelcrm.backup.model import (
    ByCode,
    ByPassword,
    Opener,
    Point,
    Restored,
    Unsynced,
    Verified,
)
from jewelcrm.backup.words import OFFICE
from jewelcrm.console import counted, iso, live_in, moment
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.sync import comparing, erasing, offsite

CODE = "JEWELCRM_RECOVERY_CODE"
_WAYS = (erasing, offsite, comparing)  # once loaded they say so: who erases, sends, asks


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("backup", help="make, check, list and put back backups")
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")
    now = acts.add_parser("now", help="make a backup, check it, carry it to every target")
    now.set_defaults(run=_now)
    listed = acts.add_parser("list", help="every moment this store can be put back to")
    _add_from(listed)
    listed.set_defaults(run=_list)
    verify = acts.add_parser("verify", help="check backups again (default: the newest)")
    verify.add_argument("id", nargs="?", help="which backup")
    verify.add_argument("--deep", action="store_true", help="put together, every page looked at")
    verify.add_argument("--all", action="store_true", help="every backup")
    verify.set_defaults(run=_verify)
    restore = acts.add_parser("restore", help="put a backup back; the program must be closed")
    restore.add_argument("id", help="which backup (list shows them)")
    restore.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="folder of the store"
    )
    restore.add_argument("--code", action="store_true", help="open it with the recovery code")
    restore.add_argument(
        "--request",
        type=Path,
        metavar="FILE",
        help="a dead PC of a chain, no password and no code: write a request for head office",
    )
    restore.add_argument("--answer", type=Path, metavar="FILE", help="head office's answer to it")
    _add_from(restore)
    restore.set_defaults(run=_restore)
    drill = acts.add_parser("drill", help="put the newest backup back for trial, and read it")
    drill.set_defaults(run=_drill)
    targets.register(acts)
    unsent.register(acts)


def _add_from(verb: Any) -> None:
    verb.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="FOLDER",
        help="folder or stick with backups (default: those beside the store)",
    )


def _now(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in() as ctx:
        made = commands.back_up(ctx, progress=_told(desk))
        pruned = commands.prune(ctx)
    return {
        "point": _plain(made.point),
        "verified": made.verified,
        "seconds": made.seconds,
        "carried": list(made.carried),
        "warnings": list(made.warnings),
        "gone": len(pruned.gone),
        "exit": 0 if made.verified else 1,
        "text": "\n".join([_shown(made.point), *(f"      -> {w}" for w in made.warnings)]),
    }


def _list(args: Namespace, desk: Desk) -> dict[str, Any]:
    if args.source is not None:
        points = queries.points_in(args.source)
    else:
        with desk.signed_in() as ctx:
            points = queries.points(ctx)
    text = "\n".join(_shown(point) for point in points)
    return {"results": [_plain(p) for p in points], "text": text or "There is no backup yet."}


def _verify(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in() as ctx:
        found = [
            commands.verify(ctx, point, deep=args.deep, progress=_told(desk))
            for point in _wanted(ctx, args)
        ]
    good = bool(found) and all(one.whole for one in found)
    return {
        "whole": good,
        "results_of": [_checked(one) for one in found],
        "exit": 0 if good else 1,
        "text": "\n".join(_verdict(one) for one in found) or "There is no backup yet.",
    }


def _wanted(ctx: Context, args: Namespace) -> list[str]:
    if args.id:
        return [args.id]
    here = [point.id for point in queries.points(ctx) if point.target == "local"]
    return here if args.all else here[:1]


def _restore(args: Namespace, desk: Desk) -> dict[str, Any]:
    source = args.source or desk.folder
    if args.request is not None:
        return officekey.request(source, args.id, args.to, args.request)
    opener = _opener(args, desk) if args.answer is None else officekey.opener(source, args)
    person = officekey.person(args, desk)
    done = commands.restore(source, args.id, args.to, opener, progress=_told(desk))
    officekey.let_in(args.to, opener, person)
    if done.zone:
        live_in(done.zone)
    return {
        "point": _plain(done.point),
        "folder": str(done.folder),
        "safety": str(done.safety) if done.safety else None,
        "first_number": done.first_number,
        "epoch": done.epoch,
        "unsynced": asdict(done.unsynced) | {"oldest_at": _when(done.unsynced)},
        "erased_again": done.erased_again,
        "newer_known": iso(done.newer_known),
        "seconds": done.seconds,
        "text": "\n".join(_told_of(done)),
    }


def _drill(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in() as ctx:
        done = commands.drill(ctx, progress=_told(desk))
    words = f"put back, opened by the {done.way} key and read in {done.seconds:.1f} s"
    good = f"ok    {done.id}: {_holds(done.customers, done.orders)} {words}"
    good = "\n".join(filter(None, (good, OFFICE[done.office])))
    return {
        **asdict(done),
        "at": iso(done.at),
        "passed": done.passed,
        "exit": 0 if done.passed else 1,
        "text": good if done.passed else f"BAD   {done.id}: {'; '.join(done.faults)}",
    }


def _opener(args: Namespace, desk: Desk) -> Opener:
    """What opens the backup: the recovery code where it is given, else the password."""
    code = os.environ.get(CODE, "")
    if not args.code and not code:
        return ByPassword(desk.args.user or "", desk.password())
    try:
        return ByCode(code or getpass("Recovery code: "))
    except EOFError as error:
        raise CanFix("Nobody is there to type the code. Set JEWELCRM_RECOVERY_CODE.") from error


def _told(desk: Desk) -> Any:
    return lambda what, done, total: desk.progress(done, total or None, what)


def _plain(point: Point) -> dict[str, Any]:
    kept = asdict(point)
    return {name: _json(value) for name, value in kept.items()}


def _json(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat(timespec="seconds") if hasattr(value, "isoformat") else value


def _shown(point: Point) -> str:
    if point.state == "damaged":
        return f"BAD   {point.id}  {point.trouble}"
    mark = {"checked": "ok  ", "made": "new ", "going": "old "}[point.state]
    drilled = ", put back for trial" if point.drilled_at else ""
    return (
        f"{mark}  {point.id}  {moment(point.made_at)}  {point.branch}"
        f"  {_holds(point.customers, point.orders)},"
        f" {point.size / 1e6:,.0f} MB{drilled}"
    )


def _holds(customers: int, orders: int) -> str:
    return f"{counted(customers, 'customer')}, {counted(orders, 'order')}"


def _checked(one: Verified) -> dict[str, Any]:
    return asdict(one) | {"at": iso(one.at), "whole": one.whole}


def _verdict(one: Verified) -> str:
    pace = one.bytes / 1e6 / one.seconds if one.seconds else 0.0
    if one.whole:
        return f"ok    {one.id}  {one.seconds:.1f} s, {pace:,.0f} MB/s"
    return f"BAD   {one.id}  {'; '.join(one.faults)}"


def _told_of(done: Restored) -> list[str]:
    lines = [
        f"Put back: {_shown(done.point)}",
        f"New papers begin with running number {done.first_number:,}.",
    ]
    if done.safety is not None:
        lines.append(f"The store that was there before lies in {done.safety}.")
    if not done.unsynced.known:
        lines.append("Nobody can say what the store before had not sent to head office.")
    elif done.unsynced.changes:
        lines.append(f"Not sent to head office before: {counted(done.unsynced.changes, 'change')}.")
    if done.newer_known is not None:
        lines.append(f"There is a newer backup, of {moment(done.newer_known)}.")
    return [*lines, *done.warnings]


def _when(unsynced: Unsynced) -> str | None:
    return iso(unsynced.oldest_at)
