"""Who agrees, at the command line: `--second LOGIN`, and their own password or PIN.

It is read from `JEWELCRM_SECOND_SECRET`, or asked for; never taken from the command line itself.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from getpass import getpass
from typing import Any

from jewelcrm.errors import CanFix
from jewelcrm.extraction import Second

_SECRET = "JEWELCRM_SECOND_SECRET"  # noqa: S105 - where it is, not what it is


def add_second(verb: Any) -> None:
    """Let a verb that takes rows out be agreed to by a second person."""
    verb.add_argument(
        "--second",
        metavar="LOGIN",
        help="who agrees, when it is more than one may take out alone: somebody else who may, or"
        " where nobody else may your own log-in; the password (or another person's PIN) comes from"
        f" {_SECRET}, or is asked for",
    )


def second_of(args: Namespace) -> Second | None:
    """Who agrees, with their word; None: nobody was named.

    Raises:
        CanFix: there is nobody to ask for the word.
    """
    if not args.second:
        return None
    secret = os.environ.get(_SECRET)
    if secret is None and sys.stdin.isatty():
        secret = getpass(f"Password or PIN of {args.second}: ")
    if not secret:
        raise CanFix(
            "Say the second person's password or PIN in {name}.", name=_SECRET, field="second"
        )
    return Second(args.second, secret)


def told_once(password: str | None) -> str:
    """The sentence with the password, for the screen only."""
    if password is None:
        return ""
    return (
        "\nIt names people, so it is an encrypted ZIP; 7-Zip opens it (Windows cannot by itself)."
        f"\nIts password, shown this once and kept nowhere: {password}"
    )
