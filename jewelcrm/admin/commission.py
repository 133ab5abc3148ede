"""`jewelcrm-admin commission`: a new PC set up from a file of answers, to the acceptance sheet."""

from __future__ import annotations

import json
from argparse import Namespace, RawDescriptionHelpFormatter
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.commissioning import answers, preflight
from jewelcrm.commissioning.journal import Outcome
from jewelcrm.commissioning.steps import Run

EXAMPLE = """example of answers.toml (every part and every line may be left out):

  [computer]
  receipt_printer = "Counter"
  label_printer = "Tags"
  label_offset_mm = [0.5, -1.0]     # right, down: as read off the test label
  test_page = true
  scanner = "need"                  # look, need or skip
  camera = "skip"

  [shop]                            # a shop that stands alone, or ...
  branch = "HK01"
  name = "Nathan Road"
  admin = "Mei Chan"

  [join]                            # ... a PC of a chain
  ticket = "https://office.example:8443#XXXXX-XXXXX"   # what the QR code says
  login = "mei.chan"

  [keys]
  password_file = "/media/stick/password"
  recovery_code_file = "/media/stick/HK01.code"

  [backups]
  targets = ["stick:BACKUP", "office"]

  [everyday]
  language = "zh_HK"
  start_at_logon = true

  [sheet]
  file = "acceptance.pdf"
  installer = "K. Wong"
  language = "zh_HK"

Cut short, the same command goes on where it stopped. With --json each step is told as a line of
JSON on standard error as it ends; standard output has the whole, once. Exit code
0: all is green or amber; 1: something is not.
"""


def register(verbs: Any) -> None:
    """Add the command."""
    verb = verbs.add_parser(
        "commission",
        help="set up this PC from a file of answers: checks, store, backup, acceptance sheet",
        formatter_class=RawDescriptionHelpFormatter,
        epilog=EXAMPLE,
    )
    verb.add_argument("--file", type=Path, metavar="ANSWERS.toml", help="the answers")
    verb.add_argument("--ticket", default="", help="address#code of head office, as the QR says")
    verb.add_argument("--look", action="store_true", help="only look the computer over")
    verb.set_defaults(run=run)


def run(args: Namespace, desk: Desk) -> dict[str, Any]:
    """Look the computer over; then every step."""
    wanted = answers.read(args.file) if args.file else answers.Answers()
    if args.ticket:
        joined = wanted.join or answers.Join(login=args.user or "")
        wanted = replace(wanted, join=replace(joined, ticket=args.ticket), shop=None)
    if args.look:
        return _looked(desk, wanted)
    if wanted.keys.password_file and args.password_file is None:
        args.password_file = Path(wanted.keys.password_file).expanduser()
    making = wanted.shop is not None
    commissioning = Run(
        desk.folder,
        wanted,
        desk.password(twice=making),
        tell=lambda what, n, of: desk.progress(n, of or None, what),
        words=lambda six: desk.say(f"Compare with head office: {six}"),
    )
    outcomes = []
    for outcome in commissioning.go():
        outcomes.append(outcome)
        _tell(desk, outcome)
    return _whole(commissioning, outcomes)


def _looked(desk: Desk, wanted: answers.Answers) -> dict[str, Any]:
    lines = preflight.look(preflight.Place(desk.folder, wanted))
    bad = preflight.stops(lines, wanted)
    outcomes = [Outcome(one.check, one.light, one.words, one.advice) for one in lines]
    return {
        "steps": [_plain(one) for one in outcomes],
        "ready": not bad,
        "exit": 1 if bad else 0,
        "text": "\n".join(_shown(one) for one in outcomes),
    }


def _tell(desk: Desk, outcome: Outcome) -> None:
    """As each step ends: a line, on the screen or as JSON."""
    if desk.json:
        desk.say(json.dumps(_plain(outcome), ensure_ascii=False))
    else:
        desk.say(_shown(outcome))


def _whole(commissioning: Run, outcomes: list[Outcome]) -> dict[str, Any]:
    code = commissioning.recovery_code
    sheet = commissioning.done["sheet"].facts.get("file", "")
    open_still = [one.step for one in commissioning.done.values() if one.light != "green"]
    taken = sum(one.seconds for one in outcomes)
    return {
        "login": commissioning.login,
        "steps": [_plain(one) for one in commissioning.done.values()],
        "open": open_still,
        "sheet": sheet,
        "seconds": round(taken, 1),
        **({"recovery_code": code} if code else {}),
        "text": _text(commissioning, sheet, code),
    }


def _text(commissioning: Run, sheet: str, code: str) -> str:
    lines = [f"This PC is ready. Sign in as: {commissioning.login}", f"To be signed: {sheet}"]
    if code:
        lines += ["", f"Recovery code: {code}", "Write it down and lock it away now."]
    return "\n".join(lines)


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {key: value for key, value in asdict(outcome).items() if value not in ("", {}, 0.0)}


def _shown(outcome: Outcome) -> str:
    lamp = {"green": "ok   ", "amber": "look ", "red": "STOP "}[outcome.light]
    advice = f"\n      -> {outcome.advice}" if outcome.advice else ""
    return f"{lamp} {outcome.step}: {outcome.words}{advice}"
