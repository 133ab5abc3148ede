"""`jewelcrm-office restore`: head office back from a backup, in a new folder."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from jewelcrm.console import moment
from jewelcrm.errors import CanFix
from jewelcrm.office import (
    backing_up,
    backup_papers,
    certificates,
    dumps,
    kept_backups,
    premises,
    since,
    vaulting,
)
from jewelcrm.office.backing_up import Restored, Wanted
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from
from jewelcrm.office.verbs.owner import add_owner
from jewelcrm.office.visiting import ledgerfile

TRIAL = "jewelcrm_trial"
"""The role of a head office that is put back for trial."""


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "restore",
        help="put head office up again from a backup, in --data",
        description="Put head office up again in a new folder. Whoever was erased since the backup"
        " is erased again at once, by the ledger (erased.jsonl) that lies beside it. A restore that"
        " was cut short is begun anew in the same folder.",
    )
    verb.add_argument(
        "file", type=Path, help="the backup; its .keys file lies beside it. Or a folder of backups"
    )
    verb.add_argument("--point", default="", metavar="ID", help="which of a folder's (the newest)")
    verb.add_argument(
        "--recovery-key-file", type=Path, required=True, help="the key that `init` gave"
    )
    verb.add_argument(
        "--unsealed",
        action="store_true",
        help="take a backup without head office's seal: you know where it comes from",
    )
    verb.add_argument(
        "--ledger",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="another ledger of erasures, e.g. erased.jsonl of the old --data; may be repeated",
    )
    add_owner(verb, "for a dump of PostgreSQL: an empty database, as its owner")
    verb.add_argument(
        "--app-role", default="jewelcrm_app", help="role the server works as (%(default)s)"
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do it and say of when the backup is."""
    key = key_from(args.recovery_key_file)
    done = _from_folder(args, desk, key) if args.file.is_dir() else _restored(args, desk, key)
    known = premises.load(desk.folder)
    if not known.certificate:
        certificates.ensure(desk.folder, known.names or certificates.own_names(), desk.now)
    found, back = done.manifest, done.back
    return {
        "server": found.server,
        "made_at": found.made_at,
        "rows": found.rows,
        "erasures_known": back.known,
        "erased_again": back.again,
        "taken_off_again": back.undone.pcs,
        "people_again": back.undone.people,
        "not_believed": back.undone.strange,
        "text": (
            f"Head office is back as of {_when(desk, found.made_at)}. {back.again} people were"
            f" erased again, by a ledger of {back.known}.\n"
            f"{back.undone.pcs} PCs taken off since then are off again, {back.undone.people} people"
            " are as they were, by the list beside it (since.jsonl); look at device list and user"
            " list. PCs taken in since then ask to be taken in again: device readmit. Branches"
            " added since then are missing: branch list.\n"
            "Next: jewelcrm-office doctor, then run."
        ),
    }


def _when(desk: Desk, made_at: str) -> str:
    """In the branches' time, which the store that is back knows."""
    with desk.store():
        return moment(dt.datetime.fromisoformat(made_at))


def for_trial(args: Namespace, desk: Desk, key: bytes) -> Restored:
    """The backup of a folder, put back where it goes again; the folder itself stays as it is."""
    single = kept_backups.single(args.file, args.point)
    if single is None:
        return _from_vault(args, desk, key)
    database = dumps.Database(args.database_url, TRIAL)
    with TemporaryDirectory(prefix="trying-", dir=desk.folder.parent) as place:
        for path in (single, backup_papers.keys_of(single)):
            (Path(place) / path.name).symlink_to(path.absolute())
        _lay_beside(args.file, Path(place))
        there = Path(place) / single.name
        try:
            wanted = {"file": there, "app_role": TRIAL}
            return _restored(Namespace(**{**vars(args), **wanted}), desk, key)
        finally:
            if args.database_url:
                dumps.take_away(desk.folder, database)


def _from_folder(args: Namespace, desk: Desk, key: bytes) -> Restored:
    """The backup that was named, or the newest one."""
    newest = kept_backups.wanted(args.file, args.point)
    if single := kept_backups.single(args.file, newest):
        return _restored(Namespace(**{**vars(args), "file": single}), desk, key)
    return _from_vault(args, desk, key)


def _lay_beside(folder: Path, place: Path) -> None:
    for name in (ledgerfile.NAME, since.NAME):
        if (folder / name).exists():
            copyfile(folder / name, place / name)


def _from_vault(args: Namespace, desk: Desk, key: bytes) -> Restored:
    """The point of a folder of backups as a single file for a moment, and back from that."""
    desk.folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="restoring-", dir=desk.folder.parent) as place:
        single = Path(place) / "office.db"
        vaulting.take_out(
            args.file, single, args.point and kept_backups.wanted(args.file, args.point)
        )
        _lay_beside(args.file, Path(place))
        return _restored(Namespace(**{**vars(args), "file": single}), desk, key)


def _restored(args: Namespace, desk: Desk, key: bytes) -> Restored:
    for path in args.ledger:
        if not path.exists():
            raise CanFix("{path} is no ledger of erasures.", path=path)
    ledger = ledgerfile.read(args.file.parent / ledgerfile.NAME, *args.ledger)
    places = (args.file.parent, *(path.parent for path in args.ledger))
    lines = since.read(*(place / since.NAME for place in dict.fromkeys(places)))
    wanted = Wanted(args.file, key, ledger, args.unsealed, lines)
    if backup_papers.read(args.file).store == "embedded":
        return backing_up.restore(desk.folder, wanted, desk.now)
    if not args.database_url:
        raise CanFix("This is a dump of PostgreSQL. Name an empty database: --database-url.")
    database = dumps.Database(args.database_url, args.app_role)
    return dumps.restore(desk.folder, wanted, database, desk.now)
