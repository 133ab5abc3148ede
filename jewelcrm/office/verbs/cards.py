"""`jewelcrm-office recovery cards` and `join`: the recovery key on three cards, and back."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from db.files import write_private
from db.office.work import OfficeWork
from jewelcrm.errors import CanFix
from jewelcrm.office import cards, genuine, people, renewing
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from, key_text


def register(acts: Any) -> None:
    """Add both acts to `recovery`."""
    cut = acts.add_parser(
        "cards",
        help="the recovery key on three cards to print; any two give it back",
        description="Print the sheets, give each card to another person, destroy the PDF and the"
        " key file. One card alone says nothing.",
    )
    cut.add_argument("file", type=Path, metavar="PDF", help="where to, e.g. on a stick")
    cut.add_argument("--recovery-key-file", type=Path, required=True, help="the key to be cut")
    cut.set_defaults(run=_cut)
    joined = acts.add_parser("join", help="the recovery key out of two cards")
    joined.add_argument("card", type=Path, nargs="+", help="file with a card's letters (JCRC ...)")
    joined.add_argument(
        "--recovery-key-file", type=Path, required=True, help="a new file for the key"
    )
    joined.set_defaults(run=_join)


def _cut(args: Namespace, desk: Desk) -> dict[str, Any]:
    key = key_from(args.recovery_key_file)
    made = cards.cut(key)
    refuse(args.file, desk.folder)
    with desk.signed_in("people.manage") as (store, by):
        store.run(lambda work: _note(work, by, key))
        write_private(args.file, cards.sheets(made, store.server.hex()))
    return {
        "file": str(args.file),
        "cards": len(made),
        "needed": cards.LEAST,
        "cutting": made[0].cutting.hex(),
        "text": f"{len(made)} cards in {args.file}. Print it, give each card to another"
        " person, then destroy this file and the key file: any two cards are the key.",
    }


def _note(work: OfficeWork, by: people.Person, key: bytes) -> None:
    """The key in force is at hand: backups are sealed with it from now on, if they were not."""
    renewing.require_old(work, key)
    genuine.keep(work, key)
    work.audit(by.id, "recovery.cards")


def _join(args: Namespace, desk: Desk) -> dict[str, Any]:
    refuse(args.recovery_key_file, desk.folder)
    key = cards.join([cards.card_from(_read(path)) for path in args.card])
    write_private(args.recovery_key_file, f"{key_text(key)}\n".encode())
    return {
        "recovery_key_file": str(args.recovery_key_file),
        "text": f"The recovery key is in {args.recovery_key_file}. Destroy it when it is used.",
    }


def refuse(path: Path, folder: Path) -> None:
    """Nothing when a secret may be written there.

    Raises:
        CanFix: it may not.
    """
    if path.resolve().is_relative_to(folder.resolve()):
        raise CanFix("The recovery key must not lie on the server. Name a file outside --data.")
    if path.exists():
        raise CanFix("{path} is there already. Name another file.", path=path)
    if not path.parent.is_dir():
        raise CanFix(
            "There is no folder {path}. Make it, or plug in or connect the disk it lies on.",
            path=path.parent,
        )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CanFix("{path} cannot be read.", path=path) from error
