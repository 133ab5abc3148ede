"""What our command lines share: exit codes, `--json`, passwords, errors in words.

Exit codes: 0 done, 1 refused or failed with a clear message, 2 wrong usage. With `--json` the
result, or the error, is one JSON object on standard output and nothing else is there.
"""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import json
import os
import re
import shlex
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, Protocol
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from jewelcrm import __version__
from jewelcrm.errors import CanFix, explain
from jewelcrm.log import log


class Verb(Protocol):
    """A module that brings one or more sub-commands."""

    def register(self, verbs: Any) -> None:
        """Add its parsers; each sets `run`, a function of (args, desk) that returns the result."""


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A command line: its name, what it says of itself, its verbs and the options all share."""

    name: str
    description: str
    epilog: str
    verbs: Sequence[str]
    everywhere: Mapping[str, Mapping[str, Any]]
    """Options that may stand before or after the command, besides `--json`."""
    examples: Mapping[str, str] = field(default_factory=dict)
    """What may be typed behind each command, by its words."""


class WrongUse(CanFix):
    """What was typed is no command: told in one line, exit code 2."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with an example, instead of a wall of usage."""

    example = ""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What is not understood is told by the command it was typed behind."""
        known, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return known, left

    def error(self, message: str) -> NoReturn:
        """One line, exit code 2."""
        if message.startswith(_MISSING):
            message = _MISSING + ", ".join(map(self._told, message[len(_MISSING) :].split(", ")))
        self.exit(2, f"{wrong(self.prog, message, self.example)}\n")

    def _told(self, missing: str) -> str:
        """What is missing, with what it may be."""
        for action in self._actions:
            if action.choices and missing in (action.dest, action.metavar):
                return f"{missing} ({', '.join(map(str, action.choices))})"
        return missing


_MISSING = "the following arguments are required: "


def wrong(program: str, message: str, example: str) -> str:
    """What is wrong with a command, how it is typed rightly, and where more is said."""
    plain = safe(message.rstrip("."))
    for told, better in _PLAINER:
        plain = told.sub(better, plain)
    shown = f" Example: {example}" if example else ""
    name, *words = program.split(" ")
    more = " ".join([as_started(name), *words])
    return f"{program}: {plain}.{shown} (More: {more} --help)"


_PLAINER = (
    (re.compile(r"^argument ([^:]+): invalid int value: (.*)"), r"\1 takes a whole number, not \2"),
    (
        re.compile(r"^argument ([^:]+): invalid choice: ('.*?') \(choose"),
        r"\1 cannot be \2 (choose",
    ),
    (re.compile(f"^{_MISSING}"), "this is missing: "),
    (re.compile(r"^unrecognized arguments: "), "this is not understood: "),
)


def folder_option(of: str, usual: Path) -> dict[str, Any]:
    """`--data`: what the folder is of, and which one it is when none is named."""
    told = str(usual).replace("%", "%%")
    return {"type": Path, "help": f"folder of the {of} (default: {told})"}


def parser(program: Program) -> argparse.ArgumentParser:
    """The whole command line of a program."""
    return _parser(program, as_started(program.name))


@lru_cache(maxsize=4)
def _parser(program: Program, name: str) -> argparse.ArgumentParser:
    whole = Parser(prog=program.name, description=program.description, epilog=program.epilog)
    whole.example = f"{name} {program.examples.get('', '--help')}"
    whole.add_argument("--version", action="version", version=f"{program.name} {__version__}")
    _everywhere(whole, program)
    verbs = whole.add_subparsers(dest="verb", metavar="COMMAND", required=True)
    for module in program.verbs:
        import_module(module).register(verbs)
    for words, verb, told in _all_verbs(verbs):
        _everywhere(verb, program)
        _explain(verb, told, program.examples.get(" ".join(words), ""), name)
    return whole


def as_started(name: str) -> str:
    """A program as it is typed here: its name where that finds it, else the way it was started."""
    started = Path(sys.argv[0])
    found = shutil.which(name)
    if started.stem != name or (found and Path(found).resolve() == started.resolve()):
        return name
    return shlex.quote(sys.argv[0])


def _runnable(program: Program, text: str, folder: Path | None = None) -> str:
    """Commands of this program in a text for people, as they have to be typed here.

    With the `folder` that was named, or they would be about the usual one.
    """
    named = "" if folder is None else f" --data {shlex.quote(str(folder))}"

    def typed(found: re.Match[str]) -> str:
        says_where = text.startswith(" --data", found.end())
        return as_started(program.name) + ("" if says_where else named)

    return re.sub(rf"(?<![\w/\\.-]){program.name}(?= )", typed, text)


def _all_verbs(
    verbs: Any, before: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser, str]]:
    """Every command's parser, and those of its acts: its words, and what its list says of it."""
    helps = {one.dest: one.help or "" for one in verbs._choices_actions}  # noqa: SLF001 - argparse has no other way to ask
    for word, verb in verbs.choices.items():
        yield (*before, word), verb, helps.get(word, "")
        for action in verb._actions:  # noqa: SLF001
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
                yield from _all_verbs(action, (*before, word))


def _explain(verb: argparse.ArgumentParser, told: str, example: str, name: str) -> None:
    """A sentence of description where there is none, and an example at the end."""
    if not verb.description and told:
        verb.description = f"{told[0].upper()}{told[1:].rstrip('.')}."
    if example:
        shown = f"example: {name} {example}"
        verb.epilog = f"{verb.epilog}\n\n{shown}" if verb.epilog else shown
    if isinstance(verb, Parser):
        verb.example = f"{name} {example}" if example else ""


def _everywhere(part: argparse.ArgumentParser, program: Program) -> None:
    for name, options in program.everywhere.items():
        part.add_argument(name, default=argparse.SUPPRESS, **options)
    part.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print the result as JSON"
    )


def run(
    program: Program, argv: Sequence[str] | None, act: Callable[[Namespace], dict[str, Any]]
) -> int:
    """Run one command by `act`; returns the exit code."""
    args = parser(program).parse_args(argv)
    for name in (*program.everywhere, "--json"):
        key = name.removeprefix("--").replace("-", "_")
        setattr(args, key, getattr(args, key, False if key == "json" else None))
    args.told_data = getattr(args, "data", None)
    try:
        _check(argv)
        result = act(args)
    except WrongUse as error:
        log.error("wrong use", verb=args.verb)
        return _failed(program, args, str(error), "usage", code=2)
    except KeyboardInterrupt:
        return _failed(program, args, "Stopped. What was finished is kept.", "stopped")
    except Exception as error:  # noqa: BLE001 - the one place where errors become words
        words = explain(error)
        log.error("command failed", verb=args.verb, error=type(error).__name__)
        return _failed(program, args, _with_detail(words.kind, str(words), error), words.kind)
    try:
        _print(program, args, result)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
    return int(result.get("exit", 0))


def _check(argv: Sequence[str] | None) -> None:
    """The character NUL ends a name for the system; a shell cannot type it, a script can.

    Raises:
        WrongUse: it is in what was typed.
    """
    if any("\0" in word for word in argv or ()):
        raise WrongUse("A name or path here holds the character NUL. Take it out.")


def _hush() -> None:
    """Whoever read the output has read enough (`… | head`); Python's last flush says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _with_detail(kind: str, text: str, error: Exception) -> str:
    """For a bug, say where in the program it was; never the values it happened on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if kind != "bug" or trace is None:
        return text
    place = trace.tb_frame.f_code
    return f"{text} ({type(error).__name__} in {Path(place.co_filename).name}:{trace.tb_lineno})"


def _failed(program: Program, args: Namespace, text: str, kind: str, code: int = 1) -> int:
    if args.json:
        print(json.dumps({"error": text, "kind": kind}, ensure_ascii=False))
    else:
        print(f"{program.name}: {safe(_runnable(program, text, args.told_data))}", file=sys.stderr)
    return code


def safe(text: str) -> str:
    """Text that came from elsewhere, without what would give a terminal orders."""
    return _ORDERS.sub("", text)


_ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _print(program: Program, args: Namespace, result: dict[str, Any]) -> None:
    shown = {key: value for key, value in result.items() if key not in {"exit", "text"}}
    if args.json:
        answer = shown.get("results", shown) if set(shown) == {"results"} else shown
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=str))
        return
    text = result.get("text")
    if text is not None:
        print(safe(_runnable(program, text, args.told_data)))
    else:
        print(safe("\n".join(f"{k}: {v}" for k, v in shown.items())))


def password(
    file: Path | None,
    *,
    variable: str = "JEWELCRM_PASSWORD",
    option: str = "--password-file",
    prompt: str = "Password",
    twice: bool = False,
) -> str:
    """A password from a file, from the environment, or asked for.

    Raises:
        CanFix: there is nobody to ask, or the two entries differ.
    """
    if file is not None:
        return _first_line(file)
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CanFix(
            "No password was given. Set {variable}, or name a file with {option}.",
            variable=variable,
            option=option,
        )
    typed = getpass.getpass(f"{prompt}: ")
    if twice and getpass.getpass(f"{prompt} again: ") != typed:
        raise CanFix("The two passwords are not the same. Try again.")
    return typed


def say(text: str) -> None:
    """A word to the person, on standard error, so that `--json` output stays clean."""
    print(text, file=sys.stderr)


def table(rows: Iterable[Sequence[object]]) -> str:
    """Rows in columns as wide as their widest entry; nothing at all reads `(none)`."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not texts:
        return "(none)"
    widths = [max(map(_wide, column)) for column in zip(*texts, strict=True)]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _wide(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in texts
    )


def _wide(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return len(text) + sum(east_asian_width(c) in "WF" for c in text if c > "\u10ff")


def counted(n: int, one: str, many: str = "") -> str:
    """`1 PC`, `2 PCs`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


_zone: ContextVar[str] = ContextVar("zone", default="")


def live_in(zone: str) -> None:
    """From now on people are told moments in a branch's time zone."""
    _zone.set(zone)


def moment(at: dt.datetime) -> str:
    """A moment for people: the branch's time, or else this computer's, with its zone."""
    local = at.astimezone(ZoneInfo(_zone.get()) if _zone.get() else None)
    return f"{local:%Y-%m-%d %H:%M} {local.tzname()}"


def iso(at: dt.datetime | None) -> str | None:
    """A moment for programs: ISO 8601 in UTC."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds") if at else None


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, IndexError, UnicodeDecodeError) as error:
        raise CanFix("The password file cannot be read or is empty: {path}", path=path) from error
