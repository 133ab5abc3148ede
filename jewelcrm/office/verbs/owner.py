"""The owner of a PostgreSQL database, as whom some commands work."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from jewelcrm.errors import CanFix
from jewelcrm.office.founding import owner_of, whole

MISSING = (
    "The database's owner is needed: --database-url, or JEWELCRM_DATABASE_URL,"
    " postgresql://OWNER:PASSWORD@HOST/DATABASE."
)


def add_owner(verb: ArgumentParser, words: str = "the PostgreSQL database, as its owner") -> None:
    """Add the option that names it, with what it is for."""
    verb.add_argument(
        "--database-url",
        default=os.environ.get("JEWELCRM_DATABASE_URL", ""),
        help=f"{words} (or JEWELCRM_DATABASE_URL)",
    )


def owner_url(args: Namespace) -> str:
    """Where the owner signs in.

    Raises:
        CanFix: it was not said, or is no address of a PostgreSQL database.
    """
    if not args.database_url:
        raise CanFix(MISSING)
    return whole(owner_of(args.database_url))
