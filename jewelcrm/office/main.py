"""`jewelcrm-office`: the composition root of head office's server and its commands.

Exit codes and `--json`: see `jewelcrm.console`.
"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from jewelcrm import console
from jewelcrm.ending import end
from jewelcrm.office.desk import Desk
from jewelcrm.office.examples import EXAMPLES
from jewelcrm.paths import office_data

VERBS = (
    "init",
    "run",
    "branch",
    "user",
    "enrol_code",
    "device",
    "product",
    "gold_rate",
    "recovery",
    "erase",
    "erasure",
    "backup",
    "restore",
    "offsite",
    "restored",
    "update",
    "scrub",
    "doctor",
)

PROGRAM = console.Program(
    name="jewelcrm-office",
    description=(
        "Head office: the server that shops' PCs meet at, and what runs it. Begin with `init`,"
        " `branch add`, `run`, and `enrol-code` for each PC."
    ),
    epilog=(
        "What changes people, branches or PCs asks for an administrator's password: from"
        " JEWELCRM_PASSWORD, --password-file, or typed in."
    ),
    verbs=tuple(f"jewelcrm.office.verbs.{name}" for name in VERBS),
    everywhere={
        "--data": console.folder_option("server", office_data()),
        "--user": {"help": "log-in of who does it (default: the first administrator)"},
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
    args.data = args.data or office_data()
    result: dict[str, Any] = args.run(args, Desk(args))
    return result


def start() -> NoReturn:
    """The program's whole process."""
    end(main)


if __name__ == "__main__":
    start()
