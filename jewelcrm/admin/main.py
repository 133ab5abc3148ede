"""`jewelcrm-admin`: the composition root of the headless program.

Exit codes: 0 done, 1 refused or failed with a clear message, 2 wrong usage. With `--json` the
result, or the error, is one JSON object on standard output and nothing else is there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from jewelcrm import __version__
from jewelcrm.admin.desk import Desk
from jewelcrm.errors import explain
from jewelcrm.log import log
from jewelcrm.paths import default_data

VERBS = ("init", "recover", "doctor", "people", "audit", "imports", "search", "demo")


class Verb(Protocol):
    """A module of this package that brings one or more sub-commands."""

    def register(self, verbs: Any) -> None:
        """Add its parsers; each sets `run`, a function of (args, desk) that returns the result."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = argparse.ArgumentParser(
        prog="jewelcrm-admin",
        description="Set up, fill, check and search a JewelCRM store without the window.",
        epilog="The password comes from JEWELCRM_PASSWORD, --password-file, or is asked for.",
    )
    whole.add_argument("--version", action="version", version=f"jewelcrm-admin {__version__}")
    _everywhere(whole, argparse.SUPPRESS)
    verbs = whole.add_subparsers(dest="verb", metavar="COMMAND", required=True)
    for name in VERBS:
        import_module(f"jewelcrm.admin.{name}").register(verbs)
    for verb in verbs.choices.values():
        _everywhere(verb, argparse.SUPPRESS)
    return whole


def _everywhere(part: argparse.ArgumentParser, default: object) -> None:
    """Options that may stand before or after the command."""
    part.add_argument("--data", type=Path, default=default, help="folder of the store")
    part.add_argument("--user", default=default, help="log-in (default: the administrator)")
    part.add_argument("--password-file", type=Path, default=default, help="file with the password")
    part.add_argument(
        "--json", action="store_true", default=default, help="print the result as JSON"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    args = parser().parse_args(argv)
    for name, default in (("data", None), ("user", None), ("password_file", None), ("json", False)):
        setattr(args, name, getattr(args, name, default))
    args.data = args.data or default_data()
    try:
        result = args.run(args, Desk(args))
    except KeyboardInterrupt:
        return _failed(args, "Stopped. What was finished is kept.", "stopped")
    except Exception as error:  # noqa: BLE001 - the one place where errors become words
        words = explain(error)
        log.error("command failed", verb=args.verb, error=type(error).__name__)
        return _failed(args, _with_detail(words.kind, str(words), error), words.kind)
    _print(args, result)
    return int(result.get("exit", 0))


def _with_detail(kind: str, text: str, error: Exception) -> str:
    """For a bug, say where in the program it was; never the values it happened on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if kind != "bug" or trace is None:
        return text
    place = trace.tb_frame.f_code
    return f"{text} ({type(error).__name__} in {Path(place.co_filename).name}:{trace.tb_lineno})"


def _failed(args: argparse.Namespace, text: str, kind: str) -> int:
    if args.json:
        print(json.dumps({"error": text, "kind": kind}, ensure_ascii=False))
    else:
        print(f"jewelcrm-admin: {text}", file=sys.stderr)
    return 1


def _print(args: argparse.Namespace, result: dict[str, Any]) -> None:
    shown = {key: value for key, value in result.items() if key not in {"exit", "text"}}
    if args.json:
        answer = shown.get("results", shown) if set(shown) == {"results"} else shown
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=str))
        return
    text = result.get("text")
    print(text if text is not None else "\n".join(f"{k}: {v}" for k, v in shown.items()))


if __name__ == "__main__":
    sys.exit(main())
