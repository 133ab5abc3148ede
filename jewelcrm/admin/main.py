"""`jewelcrm-admin`: the composition root of the headless program.

Exit codes and `--json`: see `jewelcrm.console`.
"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from jewelcrm import console
from jewelcrm.admin.desk import Desk
from jewelcrm.admin.examples import EXAMPLES
from jewelcrm.ending import end
from jewelcrm.errors import CanFix
from jewelcrm.paths import default_data

VERBS = (
    "init",
    "commission",
    "recover",
    "doctor",
    "people",
    "audit",
    "imports",
    "search",
    "demo",
    "sync",
    "keys",
    "backup",
    "report",
)

PROGRAM = console.Program(
    name="jewelcrm-admin",
    description="Set up, fill, check and search a JewelCRM store without the window.",
    epilog="The password comes from JEWELCRM_PASSWORD, --password-file, or is asked for.",
    verbs=tuple(f"jewelcrm.admin.{name}" for name in VERBS),
    everywhere={
        "--data": console.folder_option("store", default_data()),
        "--user": {"help": "log-in (default: the administrator)"},
        "--password-file": {"type": Path, "help": "file with the password"},
    },
    examples=EXAMPLES,
)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    return console.parser(PROGRAM)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    return console.run(PROGRAM, argv, _act)


def _act(args: Namespace) -> dict[str, Any]:
    args.data = args.data or default_data()
    try:
        result: dict[str, Any] = args.run(args, Desk(args))
    except CanFix as error:
        if error.field != "second":
            raise
        told = error.template + " Name them with --second LOGIN."
        raise CanFix(told, field="second", **error.values) from error
    return result


def start() -> NoReturn:
    """The program's whole process."""
    end(main)


if __name__ == "__main__":
    start()
