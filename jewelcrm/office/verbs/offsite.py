"""`jewelcrm-office offsite list|copy`: the PCs' backups that are kept here."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db.backup.vault import Vault
from db.office import tables
from db.office.store import OfficeStore
from db.tables.people import branch
from db.types import Id, from_millis
from jewelcrm import console
from jewelcrm.backup import places
from jewelcrm.errors import CanFix
from jewelcrm.office import offsite
from jewelcrm.office.desk import Desk

NONE = "There is no backup of a PC {pc} here. List them: jewelcrm-office offsite list"


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("offsite", help="the PCs' backups that are kept here")
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", help="every PC's backups")
    listed.set_defaults(run=_list)
    copy = acts.add_parser(
        "copy",
        help="a PC's newest backup onto a stick, to put a new PC up",
        description="A PC's newest backup onto a stick. It is encrypted: on the new PC it opens"
        " with the printed recovery code, or with the key that two people here give back.",
    )
    copy.add_argument("pc", help="the PC: its branch and letter, e.g. HK01-A, or its id")
    copy.add_argument("to", type=Path, metavar="FOLDER", help="the stick")
    copy.add_argument("--point", default="", metavar="ID", help="which backup (the newest)")
    copy.set_defaults(run=_copy)


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store:
        names = _names(store)
    found = [_row(path, names) for path in _folders(desk)]
    text = "\n".join(f"{row['pc']:<10} {_words(row['backups'])}" for row in found)
    return {"pcs": found, "text": text or "No PC has left a backup here yet."}


def _copy(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store:
        names = _names(store)
    wanted = args.pc.strip().lower()
    for path in _folders(desk):
        if wanted in (path.name, names.get(path.name, "").lower()):
            point = _carried(path, args.to, args.point)
            text = f"Backup {point} of {names.get(path.name, path.name)} is in {args.to}."
            return {"point": point, "folder": str(args.to), "text": text}
    raise CanFix(NONE, pc=args.pc)


def _carried(source: Path, to: Path, point: str) -> str:
    """The point's chunks and paper in a vault on the stick, each compared with its name."""
    with Vault(source) as vault, Vault(to / places.ABROAD / source.name) as stick:
        wanted = point or next((one.id for one in reversed(offsite.lying(vault))), "")
        about = vault.about()
        if wanted not in vault.ids() or about is None:
            raise CanFix(NONE, pc=source.name)
        vault.look()
        manifest, _ = vault.manifest(wanted)
        stick.begin(about)
        with stick.writing() as adding:
            for name in [bytes.fromhex(one) for one in manifest.lists] + vault.names(manifest):
                adding.put(name, vault.read(name))
        stick.keep(manifest, vault.raw(wanted))
    return wanted


def _folders(desk: Desk) -> list[Path]:
    place = desk.folder / offsite.FOLDER
    return sorted(path for path in place.glob("*") if path.is_dir())


def _row(path: Path, names: dict[str, str]) -> dict[str, Any]:
    with Vault(path) as vault:
        points, lie = vault.ids(), offsite.lying(vault)
    size = sum(one.stat().st_size for one in path.glob("packs/*.pack"))
    return {
        "pc": names.get(path.name, path.name),
        "id": path.name,
        "points": points,
        "backups": [_told(one) for one in lie],
        "bytes": size,
    }


def _told(point: offsite.Lying) -> dict[str, Any]:
    made, came = from_millis(point.made), from_millis(point.came) if point.came else None
    return {
        "id": point.id,
        "made_at": console.iso(made),
        "came_at": console.iso(came),
        "apart": point.is_apart(),
    }


def _words(backups: Sequence[Mapping[str, Any]]) -> str:
    """How many there are, and of when the newest is; when it came, where that is another time."""
    counted = console.counted(len(backups), "backup")
    if not backups:
        return counted
    newest = backups[-1]
    said = f"{counted}, the newest made {_moment(newest['made_at'])}"
    if newest["apart"]:
        return f"{said} by that PC's clock; it came {_moment(newest['came_at'])}"
    return said


def _moment(text: str) -> str:
    return console.moment(dt.datetime.fromisoformat(text))


def _names(store: OfficeStore) -> dict[str, str]:
    """Each PC's branch and letter, by its id."""
    d = tables.device.c
    query = select(d.id, branch.c.code, d.letter).where(branch.c.id == d.branch_id)
    with store.read() as work:
        rows: list[tuple[Id, str, str]] = [tuple(row) for row in work.conn.execute(query)]
    return {one.hex(): f"{code}-{letter}" for one, code, letter in rows}
