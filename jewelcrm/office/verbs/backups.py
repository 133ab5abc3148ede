"""`jewelcrm-office backup FOLDER --list`, `--verify`, `--drill`: what a folder of backups holds."""

from __future__ import annotations

import time
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from db.office.embedded import EmbeddedStore
from jewelcrm.console import iso, moment
from jewelcrm.errors import CanFix
from jewelcrm.office import kept_backups, premises
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from
from jewelcrm.office.looked_at import Kept
from jewelcrm.office.verbs import restore


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do the one that was asked for."""
    folder = Path(args.file)
    if not folder.is_dir():
        raise CanFix("{path} is no folder of backups.", path=folder)
    if args.drill:
        return _drill(args, desk, folder)
    if args.list and not (desk.folder / premises.CONFIG).exists():
        return _list(folder)  # on a new machine somebody looks which one to put back
    with desk.store() as store:
        if args.list:
            return _list(folder)
        found = kept_backups.verify(
            store, folder, kept_backups.wanted(folder, args.point), desk.now
        )
    good = f"ok    {found.id}: {found.rows:,} rows read and counted in {found.seconds:.1f} s"
    bad = f"BAD   {found.id}: {'; '.join(found.faults)}\n      -> jewelcrm-office backup {folder}"
    return {
        **asdict(found),
        "whole": not found.faults,
        "exit": 1 if found.faults else 0,
        "text": bad if found.faults else good,
    }


def _list(folder: Path) -> dict[str, Any]:
    kept = kept_backups.listed(folder)
    text = "\n".join(_shown(one) for one in kept)
    return {"results": [_plain(one) for one in kept], "text": text or "There is no backup yet."}


def _plain(one: Kept) -> dict[str, Any]:
    times = {name: iso(getattr(one, name)) for name in ("made_at", "checked_at", "drilled_at")}
    return {**asdict(one), **times}


def _shown(one: Kept) -> str:
    if one.trouble or one.made_at is None:
        return f"BAD   {one.id}  {one.trouble}"
    drilled = f", put back for trial {moment(one.drilled_at)}" if one.drilled_at else ""
    holds = f"{one.rows:,} rows, {one.size / 1e6:,.1f} MB"
    return f"ok    {one.id}  {moment(one.made_at)}  {holds}{drilled}"


def _drill(args: Namespace, desk: Desk, folder: Path) -> dict[str, Any]:
    """A whole restore, as it would be on another machine, in a folder that goes again."""
    if args.recovery_key_file is None:
        raise CanFix("A trial needs the recovery key, as a restore does: --recovery-key-file FILE")
    key = key_from(args.recovery_key_file)
    point, began = kept_backups.wanted(folder, args.point), time.monotonic()
    with TemporaryDirectory(prefix="trial-", dir=desk.folder.absolute().parent) as place:
        trial = Desk(Namespace(**{**vars(args), "data": Path(place) / "office"}), desk.clock)
        whole = {"file": folder, "point": point, "unsealed": False, "ledger": []}
        done = restore.for_trial(Namespace(**{**vars(args), **whole}), trial, key)
        seconds = time.monotonic() - began
    if kept_backups.single(folder, point) is None and (desk.folder / premises.CONFIG).exists():
        with desk.store() as store:
            if isinstance(store, EmbeddedStore):
                kept_backups.note_drilled(store, folder, point, desk.now, seconds)
    rows = sum(done.manifest.rows.values())
    return {
        "id": point,
        "rows": rows,
        "seconds": seconds,
        "erased_again": done.back.again,
        "text": f"ok    {point}: put back, opened by the recovery key and counted, {rows:,} rows,"
        f" in {seconds:.1f} s; nothing of it was left behind",
    }
