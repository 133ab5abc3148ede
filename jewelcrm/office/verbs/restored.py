"""`jewelcrm-office restored`: the database was put back by other means than `restore`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from jewelcrm.errors import CanFix
from jewelcrm.office import since
from jewelcrm.office.coming_back import Later, come_back
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from
from jewelcrm.office.visiting import ledgerfile


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "restored",
        help="after the database was put back to an earlier moment by other means",
        description="Say that the database was put back to an earlier moment: point-in-time"
        " recovery, a snapshot of the machine, a copied folder. Do it before the server runs"
        " again. Who was erased since is erased again, by erased.jsonl in --data and each --ledger;"
        " no letter of a PC is given a second time; and every PC says what head office has"
        " forgotten.",
    )
    verb.add_argument(
        "--ledger",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="another ledger of erasures; may be repeated",
    )
    verb.add_argument(
        "--recovery-key-file",
        type=Path,
        help="with it, people who were added or left since are as they were (since.jsonl)",
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do what `restore` does with a backup of ours."""
    for path in args.ledger:
        if not path.exists():
            raise CanFix("{path} is no ledger of erasures.", path=path)
    ledger = ledgerfile.read(desk.folder / ledgerfile.NAME, *args.ledger)
    places = (desk.folder, *(path.parent for path in args.ledger))
    lines = since.read(*(place / since.NAME for place in dict.fromkeys(places)))
    key = key_from(args.recovery_key_file) if args.recovery_key_file else None
    with desk.store() as store:
        back = come_back(store, Later(ledger, lines, key), desk.now, None)
        ledgerfile.remember(store, desk.folder)
    return {
        "erasures_known": back.known,
        "erased_again": back.again,
        "taken_off_again": back.undone.pcs,
        "people_again": back.undone.people,
        "text": f"{back.again} people were erased again, by a ledger of {back.known}. Next: doctor,"
        " then run.",
    }
