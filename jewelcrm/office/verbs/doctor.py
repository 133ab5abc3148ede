"""`jewelcrm-office doctor`: every line green, or what to do."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from jewelcrm.doctor.queries import Line
from jewelcrm.office import premises
from jewelcrm.office.desk import Desk
from jewelcrm.office.doctor import Round, examine

_MARKS = {"green": "ok  ", "amber": "look", "red": "BAD "}


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser("doctor", help="check head office's health")
    verb.set_defaults(run=run)


def run(_args: Namespace, desk: Desk) -> dict[str, Any]:
    """Examine it; exit code 1 when a line is red."""
    known = premises.load(desk.folder)
    with desk.store() as store:
        lines = examine(Round(desk.folder, known, store, desk.now))
    red = any(line.light == "red" for line in lines)
    return {
        "healthy": not red,
        "lines": [asdict(line) for line in lines],
        "exit": 1 if red else 0,
        "text": "\n".join(_shown(line) for line in lines),
    }


def _shown(line: Line) -> str:
    first = f"{_MARKS[line.light]}  {line.check:<15} {line.words}"
    return f"{first}\n      -> {line.advice}" if line.advice else first
