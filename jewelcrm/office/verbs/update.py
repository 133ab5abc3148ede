"""`jewelcrm-office update`: after a new release, bring head office's store up to date."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.office import premises
from jewelcrm.office.desk import Desk
from jewelcrm.office.verbs.owner import add_owner, owner_url


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "update",
        help="bring head office's store up to date after a new release",
        description="Bring head office's store up to date. An encrypted file does it by itself"
        " when it is next opened; a PostgreSQL database needs its owner. Stop the server first.",
    )
    add_owner(verb)
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Bring it up to date and open it as the server will."""
    known = premises.load(desk.folder)
    changed = False
    if known.store == "postgresql":
        from db.office.postgres import update_postgres

        changed = update_postgres(owner_url(args))
    with desk.store():
        words = "Head office's store is up to date."
    return {
        "changed": changed,
        "text": f"{words} Start the server." if changed else words,
    }
