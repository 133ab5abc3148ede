"""`jewelcrm-office restore`: head office back from a backup, in a new folder."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from jewelcrm.office import backing_up, certificates, premises
from jewelcrm.office.desk import Desk
from jewelcrm.office.founding import key_from


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("restore", help="put head office up again from a backup, in --data")
    verb.add_argument("file", type=Path, help="the backup; its .keys file lies beside it")
    verb.add_argument(
        "--recovery-key-file", type=Path, required=True, help="the key that `init` gave"
    )
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Do it and say of when the backup is."""
    key = key_from(args.recovery_key_file)
    found = backing_up.restore(desk.folder, args.file, key)
    known = premises.load(desk.folder)
    if not known.certificate:
        certificates.ensure(desk.folder, known.names or certificates.own_names(), desk.now)
    return {
        "server": found.server,
        "made_at": found.made_at,
        "rows": found.rows,
        "text": (
            f"Head office is back as of {found.made_at}. PCs taken off since then are on again:"
            " see device list, and take them off anew before you run it.\n"
            "Next: jewelcrm-office doctor, then run."
        ),
    }
