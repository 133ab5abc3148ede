"""What may go into a support package: lines that can only be the program's own.

Nothing is searched for and crossed out; a line, a name or a word that is not of a known shape is
left out. Ids are replaced by names that hold within one package only.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath
from zoneinfo import available_timezones

LEFT_OUT = "(a line that is not of the program's own shape was left out)"
_WORD_KEYS = frozenset({"kind", "error", "verb", "stage", "state", "report", "why", "word"})
_HEAD = r"(?P<head>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?:INFO|WARNING|ERROR|CRITICAL|DEBUG)) "
_EVENT = re.compile(_HEAD + r"(?P<event>[a-z][a-z:,' -]{0,79}?)(?P<facts>(?: [a-z_]+=\S+)*)$")
_FAULT = re.compile(
    _HEAD + r"fault at (?:(?P<place>[\w./-]+\.py|<[a-z ]+>):\d+ in [\w<>.]+|[A-Za-z_][\w.]*)$"
)
_ID = re.compile(r"^[0-9a-f]{16,64}$")
_NUMBER = re.compile(r"^-?\d{1,15}(?:\.\d+)?$|^(?:True|False|None)$|^<\w+>$")
_WORD = re.compile(r"^[A-Za-z_.]{1,60}$")
_CRASH = (
    re.compile(r"^(?:Fatal Python error|Windows fatal exception): [A-Za-z ]+$"),
    re.compile(
        r"^(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[\w-]+\] )?\(most recent call first\):$"
    ),
    re.compile(r"^  <no Python frame>$|^$"),
)
_CRASH_FRAME = re.compile(r'^  File "(?P<path>[^"]+)", line (?P<line>\d+) in (?P<name>[\w<>.]+)$')
_OURS = ("ui", "jewelcrm", "db", "resources")
_PATHS = re.compile(r"(?P<before>\b[A-Za-z]+)?(?:[A-Za-z]:\\|\\\\|/)\S+")
_QUOTED = re.compile("“[^”]*”|\"[^\"]*\"|(?<!\\w)'[^']*'")
_CLOCK = r"\d\d:\d\d(?::\d\d)?(?: ?[+-]\d\d(?::?\d\d)?)?"
_CALLS = re.compile(
    rf"(?P<moment>\b20\d\d-\d\d-\d\d(?:[ T]{_CLOCK})?(?![\d-]))|\d(?:[ -]?\d){{6,}}"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Stand-ins for ids: the same id has the same one throughout a package, and no other."""

    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)

    def of(self, text: str) -> str:
        """Eight letters that nobody can turn back."""
        return "id:" + hashlib.sha256(self.salt + text.encode()).hexdigest()[:8]


def log_lines(lines: Iterable[str], names: Names) -> list[str]:
    """The lines of the log that are an event with facts, or a place in the program."""
    return [_log_line(line.rstrip("\r\n"), names) for line in lines]


def _log_line(line: str, names: Names) -> str:
    found = _EVENT.match(line)
    if found is not None:
        facts = "".join(_fact(one, names) for one in found["facts"].split())
        return f"{found['head']} {found['event']}{facts}"
    fault = _FAULT.match(line)
    if fault is not None:
        whole = fault["place"] or ""
        return line.replace(whole, own_place(whole), 1) if whole else line
    return LEFT_OUT


def _fact(text: str, names: Names) -> str:
    key, _, value = text.partition("=")
    if _NUMBER.match(value):
        return f" {key}={value}"
    if _ID.match(value):
        return f" {key}={names.of(value)}"
    fit = key in _WORD_KEYS and _WORD.match(value)
    return f" {key}={value if fit else '...'}"


def crash_lines(lines: Iterable[str]) -> list[str]:
    """The stacks that Python leaves when it crashes, without folders of this computer."""
    return [_crash_line(line.rstrip("\r\n")) for line in lines]


def _crash_line(line: str) -> str:
    frame = _CRASH_FRAME.match(line)
    if frame is not None:
        return f'  File "{own_place(frame["path"])}", line {frame["line"]} in {frame["name"]}'
    return line if any(shape.match(line) for shape in _CRASH) else LEFT_OUT


def own_place(path: str) -> str:
    """A module of ours from its floor on; of others the file's name alone."""
    parts = PurePath(path.replace("\\", "/")).parts
    for floor in _OURS:
        if floor in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(floor) :])
    return parts[-1] if parts else ""


def sentence(text: str) -> str:
    """A sentence of ours without what it may name: folders, quoted names, long numbers.

    Days, times and the names of time zones stay: they look like numbers and folders, and are none.
    """
    text = _PATHS.sub(_place, text)
    text = _QUOTED.sub("(name)", text)
    return _CALLS.sub(lambda found: found["moment"] or "(number)", text)


def _place(found: re.Match[str]) -> str:
    zone = found[0].rstrip(".,;:)") in _zones()
    return found[0] if zone else f"{found['before'] or ''}(place)"


@cache
def _zones() -> frozenset[str]:
    """Names of time zones; looking for them reads hundreds of files."""
    return frozenset(available_timezones())
