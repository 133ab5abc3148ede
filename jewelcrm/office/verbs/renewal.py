"""`jewelcrm-office recovery renew`: another recovery key, which two people want."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from db.files import write_private
from db.office.store import OfficeStore
from jewelcrm.office import people, renewing
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from, key_text
from jewelcrm.office.verbs.cards import refuse
from jewelcrm.wire import sealing


def register(acts: Any) -> None:
    """Add the act to `recovery`."""
    renew = acts.add_parser(
        "renew",
        help="change the recovery key; a second person must too",
        description="Each of two people runs this with the old key. With the second one the new key"
        " is in force: what is kept here is sealed to it at once, and each PC follows at its next"
        " exchange. Keep the old key until no backup needs it: 90 days.",
    )
    renew.add_argument("--recovery-key-file", type=Path, required=True, help="the old key")
    renew.add_argument(
        "--new-recovery-key-file", type=Path, required=True, help="a new file for the new key"
    )
    renew.set_defaults(run=_renew)


def _renew(args: Namespace, desk: Desk) -> dict[str, Any]:
    old = key_from(args.recovery_key_file)
    refuse(args.new_recovery_key_file, desk.folder)
    with desk.signed_in("people.manage") as (store, by):
        store.run(lambda work: renewing.require_old(work, old))
        if not store.run(lambda work: renewing.want(work, by, desk.now)):
            words = "A second person must run the same, with their own log-in, within seven days."
            return {"done": False, "text": words}
        done = _done(store, by, old, args.new_recovery_key_file)
    where, count = args.new_recovery_key_file, done.sealed
    lines = [
        f"The new recovery key is in {where}; {count} PCs' keys are sealed to it.",
        "Each PC follows at its next exchange.",
        "Keep the old key for 90 days, for backups that are sealed to it. Make a backup now.",
        *(f"{name}: its key could not be opened; it sends a new one." for name in done.left),
    ]
    return {
        "done": True,
        "sealed": done.sealed,
        "left": list(done.left),
        "recovery_key_file": str(args.new_recovery_key_file),
        "text": "\n".join(lines),
    }


def _done(store: OfficeStore, by: people.Person, old: bytes, file: Path) -> renewing.Renewed:
    """The key lies in its file before anything is sealed to it."""
    private, public = sealing.new_office_pair()
    write_private(file, f"{key_text(private)}\n".encode())
    renewal = renewing.Renewal(by, old, private, public)
    try:
        return store.run(lambda work: renewing.renew(work, renewal))
    except BaseException:
        file.unlink()
        raise
