"""`jewelcrm-office scrub`: leave nothing of erased people in a PostgreSQL database's files."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from jewelcrm.errors import CanFix
from jewelcrm.office import premises
from jewelcrm.office.desk import Desk
from jewelcrm.office.verbs.owner import add_owner, owner_url

BY_ITSELF = "An encrypted file is scrubbed with each erasure; there is nothing to do."


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "scrub",
        help="rewrite the tables, so that nothing of erased people is left in their files",
        description="On PostgreSQL an erased person's bytes lie in free space until the tables are"
        " rewritten. Each table is locked meanwhile: do it by night.",
    )
    add_owner(verb)
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Rewrite them.

    Raises:
        CanFix: there is nothing to scrub here.
    """
    if premises.load(desk.folder).store != "postgresql":
        raise CanFix(BY_ITSELF)
    from db.office.postgres import scrub_postgres

    scrub_postgres(owner_url(args))
    return {"scrubbed": True, "text": "Nothing of erased people is left in the tables' files."}
