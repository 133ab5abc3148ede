"""The lines of a vCard: unfolded, parted into name, parameters and value, and decoded."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from jewelcrm.imports.readers.encodings import best_older
from jewelcrm.imports.readers.model import LIMITS

LEFT_OUT = {
    "PHOTO": "{n} pictures were left out",
    "LOGO": "{n} pictures were left out",
    "SOUND": "{n} sounds were left out",
    "KEY": "{n} keys were left out",
}


@dataclass(slots=True)
class Entry:
    """One line of a card: `item1.TEL;TYPE=home:123`."""

    name: str
    group: str
    params: dict[str, list[str]]
    value: str

    def types(self) -> set[str]:
        return {t.casefold() for t in self.params.get("TYPE", [])}


@dataclass(slots=True)
class _Line:
    """A logical line while its folded pieces come; a picture's are not kept."""

    pieces: list[str]
    binary: bool
    printable: bool
    left_out: bool
    size: int = 0
    soft: bool = False

    @classmethod
    def of(cls, line: str) -> _Line:
        """The first piece of a new one."""
        head, colon, _ = line.partition(":")
        told = head[:200].upper()
        name = told.partition(";")[0].strip().rpartition(".")[2]
        new = cls(
            [],
            "BASE64" in told or "ENCODING=B" in told,
            "QUOTED-PRINTABLE" in told,
            bool(colon) and name in LEFT_OUT,
        )
        if new.left_out:
            new.pieces.append(f"{head[:200]}:")
        else:
            new.add(line)
        return new

    def takes(self, line: str) -> bool:
        """Whether the line that comes next belongs to this one."""
        folded = self.soft or line[:1] in {" ", "\t"}
        return folded or ((self.binary or self.left_out) and _is_base64(line))

    def go_on(self, line: str) -> None:
        """Add the next piece without the blank that folded it."""
        self.add(line[1:] if not self.soft and line[:1] in {" ", "\t"} else line)

    def add(self, piece: str) -> None:
        """Keep it; of a line that is too long, no more than says so."""
        self.soft = self.printable and piece.endswith("=")
        if not self.left_out and self.size <= LIMITS.card:
            self.pieces.append(piece[:-1] if self.soft else piece)
        self.size += len(piece)


def unfolded(text: TextIO) -> Iterator[str]:
    """Logical lines: folded ones joined, soft line ends of quoted-printable too."""
    held: _Line | None = None
    cut = False  # the piece before had no end: this one is the rest of it
    for raw in iter(lambda: text.readline(LIMITS.cell), ""):
        line = raw.rstrip("\r\n")
        if held is not None and cut:
            held.add(line)
        elif held is not None and held.takes(line):
            held.go_on(line)
        else:
            if held is not None:
                yield "".join(held.pieces)
            held = _Line.of(line)
        cut = not raw.endswith(("\r", "\n"))
    if held is not None:
        yield "".join(held.pieces)


def _is_base64(line: str) -> bool:
    """A picture's line that its program forgot to fold."""
    return bool(line) and re.fullmatch(r"[A-Za-z0-9+/=]{20,}", line) is not None


_HEAD = re.compile(r'((?:[^":]|"[^"]*")*?):(.*)', re.DOTALL)
_PART = re.compile(r';((?:[^";]|"[^"]*")*)')


def read_entry(line: str) -> Entry | None:
    """A logical line in its parts; None when it is none."""
    found = _HEAD.fullmatch(line)
    if found is None:
        return None
    head, value = found.groups()
    name, _, rest = head.partition(";")
    group, _, name = name.strip().upper().rpartition(".")
    params = _params(_PART.findall(f";{rest}") if rest else [])
    return Entry(name, group, params, _decoded(value, params))


def _params(parts: list[str]) -> dict[str, list[str]]:
    params: dict[str, list[str]] = {}
    for part in parts:
        key, equals, value = part.partition("=")
        if not equals:
            key, value = _bare(part), part
        params.setdefault(key.strip().upper(), []).extend(value.strip().strip('"').split(","))
    return params


def _bare(word: str) -> str:
    """VCard 2.1 writes `TEL;HOME` where later versions write `TEL;TYPE=HOME`."""
    return "ENCODING" if word.strip().upper() in {"QUOTED-PRINTABLE", "BASE64", "8BIT"} else "TYPE"


def _decoded(value: str, params: dict[str, list[str]]) -> str:
    if "QUOTED-PRINTABLE" not in {e.upper() for e in params.get("ENCODING", [])}:
        return value
    raw = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
    told = params.get("CHARSET", ["utf-8"])[0]
    for name in (told, "utf-8"):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    if told.casefold().replace("-", "") == "utf8":
        return raw.decode("utf-8", "surrogateescape")
    return raw.decode(best_older(raw), "replace")
