"""vCards 2.1, 3.0 and 4.0 as a table: one card a row, one column for each kind of entry.

Pictures, sounds and keys are counted and left out. Entries we have no place for are kept in the
note, by name, so that nothing a person wrote is lost (RFC 2426, RFC 6350).
"""

from __future__ import annotations

import gzip
import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from jewelcrm.imports.readers.encodings import best_older, detect
from jewelcrm.imports.readers.model import LIMITS, Facts, ReadOptions, Row, Tally

COLUMNS = [
    "prefix", "given", "additional", "family", "suffix", "formatted", "nickname", "phones",
    "emails",
    "whatsapp", "wechat", "address", "country", "birthday", "anniversary", "gender", "language",
    "note",
    "uid",
]  # fmt: skip
_LEFT_OUT = {
    "PHOTO": "{n} pictures were left out", "LOGO": "{n} pictures were left out",
    "SOUND": "{n} sounds were left out", "KEY": "{n} keys were left out",
}  # fmt: skip
_SILENT = frozenset(
    [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "REV",
        "SORT-STRING",
        "CLASS",
        "LABEL",
        "GEO",
        "TZ",
        "MAILER",
        "CATEGORIES",
        "CALSCALE",
        "SOURCE",
        "KIND",
        "X-ABADR",
        "X-ABUID",
        "X-ABORDER",
        "X-ABSHOWAS",
        "X-MS-OL-DESIGN",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
        "X-MS-CARDPICTURE",
        "X-PHONETIC-FIRST-NAME",
        "X-PHONETIC-LAST-NAME",
        "N",
        "FN",
        "CLIENTPIDMAP",
        "XML",
        "FBURL",
        "CALURI",
        "CALADRURI",
    ]
)
_WORDS = {
    "ORG": "Company", "TITLE": "Job", "ROLE": "Role", "URL": "Web", "IMPP": "Chat",
    "RELATED": "Related",
    "X-ABRELATEDNAMES": "Related", "X-MS-IMADDRESS": "Chat", "X-MS-MANAGER": "Manager",
    "X-MS-ASSISTANT": "Assistant", "X-SPOUSE": "Spouse", "X-MS-SPOUSE": "Spouse",
}  # fmt: skip
NO_END = "the card has no end"
TOO_BIG = "the card is larger than {limit:,} characters"


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
class Card:
    """A card while it is read."""

    entries: list[Entry] = field(default_factory=list)
    wrong: str | None = None


class Vcards:
    """A file of vCards."""

    def __init__(self, path: Path, options: ReadOptions, *, zipped: bool = False) -> None:
        self.path = path
        self._zipped = zipped
        with self._bytes() as stream:
            self._encoding = options.encoding or detect(stream)
        self.columns = list(COLUMNS)
        self.facts = Facts("vcard", self._encoding, header=0)

    def rows(self, tally: Tally | None = None) -> Iterator[Row]:
        """Every card; positions start at 1."""
        tally = tally if tally is not None else Tally()
        with (
            self._bytes() as stream,
            io.TextIOWrapper(stream, self._encoding, errors="surrogateescape") as text,
        ):
            for position, card in enumerate(_cards(text), 1):
                cells = _as_row(card, tally)
                yield position, [_whole(cell) for cell in cells], card.wrong

    def _bytes(self) -> BinaryIO:
        return cast("BinaryIO", gzip.open(self.path)) if self._zipped else self.path.open("rb")


def _whole(text: str) -> str:
    """Text without half characters: stray bytes are read as Western European."""
    if text.isascii():
        return text
    return re.sub("[\udc80-\udcff]+", lambda m: _stray(m[0]), text)


def _stray(piece: str) -> str:
    return piece.encode("utf-8", "surrogateescape").decode("latin-1")


def _cards(text: TextIO) -> Iterator[Card]:
    card: Card | None = None
    size, depth = 0, 0
    for line in _unfolded(text):
        word = line.strip().upper()
        if word == "BEGIN:VCARD":
            depth += 1
            if card is None:
                card, size = Card(), 0
        elif word == "END:VCARD" and card is not None:
            depth -= 1
            if depth <= 0:
                yield card
                card, depth = None, 0
        elif card is not None and depth == 1:
            size += len(line)
            _take(card, line, size)
    if card is not None:
        card.wrong = NO_END
        yield card


def _take(card: Card, line: str, size: int) -> None:
    if size > LIMITS.cell * 32:
        card.wrong = TOO_BIG.format(limit=LIMITS.cell * 32)
        return
    entry = _entry(line)
    if entry is not None:
        card.entries.append(entry)


def _unfolded(text: TextIO) -> Iterator[str]:
    """Logical lines: folded ones joined, soft line ends of quoted-printable too."""
    held: list[str] = []
    soft = binary = False
    for raw in iter(lambda: text.readline(LIMITS.cell), ""):
        line = raw.rstrip("\r\n")
        if held and (soft or line[:1] in {" ", "\t"} or (binary and _is_base64(line))):
            held.append(line if soft else line[1:] if line[:1] in {" ", "\t"} else line)
        else:
            if held:
                yield "".join(held)
            held = [line]
            head = line.split(":", 1)[0].upper()
            binary = "BASE64" in head or "ENCODING=B" in head
            soft = False
        printable = "QUOTED-PRINTABLE" in held[0].split(":", 1)[0].upper()
        soft = printable and line.endswith("=")
        if soft:
            held[-1] = held[-1][:-1]
    if held:
        yield "".join(held)


def _is_base64(line: str) -> bool:
    """A picture's line that its program forgot to fold."""
    return bool(line) and re.fullmatch(r"[A-Za-z0-9+/=]{20,}", line) is not None


_HEAD = re.compile(r'((?:[^":]|"[^"]*")*?):(.*)', re.DOTALL)
_PART = re.compile(r';((?:[^";]|"[^"]*")*)')


def _entry(line: str) -> Entry | None:
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


def _split(value: str, sign: str) -> list[str]:
    """Parts between unescaped signs, each without its escapes."""
    return [_plain(part) for part in re.findall(rf"((?:\\.|[^\\{sign}])*){sign}?", value)][:-1] or [
        ""
    ]


def _plain(value: str) -> str:
    return re.sub(r"\\([nN])|\\(.)", lambda m: "\n" if m[1] else m[2], value).strip()


def _as_row(card: Card, tally: Tally) -> list[str]:
    out = dict.fromkeys(COLUMNS, "")
    notes: list[str] = []
    labels = {e.group: _plain(e.value) for e in card.entries if e.name == "X-ABLABEL"}
    for entry in card.entries:
        if entry.name in _LEFT_OUT:
            tally.add(_LEFT_OUT[entry.name])
        else:
            _place(entry, labels.get(entry.group, ""), out, notes)
    out["note"] = "\n".join(note for note in notes if note)
    return list(out.values())


def _place(entry: Entry, label: str, out: dict[str, str], notes: list[str]) -> None:
    if entry.name == "N":
        names = [part.replace("\n", " ") for part in _split(entry.value, ";")]
        keys = ("family", "given", "additional", "prefix", "suffix")
        out.update({key: out[key] or name for key, name in zip(keys, names, strict=False)})
    elif entry.name in _SINGLE:
        _fill(out, _SINGLE[entry.name], _plain(entry.value), notes)
    elif entry.name in {"TEL", "EMAIL"}:
        _append(out, "phones" if entry.name == "TEL" else "emails", _reach(entry, label))
    elif entry.name == "ADR":
        _address(entry, out, notes)
    elif "nniversary" in label and entry.name == "X-ABDATE":
        _fill(out, "anniversary", _plain(entry.value), notes)
    else:
        notes.append(_remark(entry, label))


_SINGLE = {
    "FN": "formatted", "NICKNAME": "nickname", "BDAY": "birthday", "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary", "X-MS-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "GENDER": "gender", "X-GENDER": "gender", "LANG": "language", "X-WECHAT": "wechat",
    "X-WHATSAPP": "whatsapp",
    "UID": "uid",
}  # fmt: skip


def _fill(out: dict[str, str], key: str, value: str, notes: list[str]) -> None:
    if not out[key]:
        out[key] = value
    elif value and value != out[key] and key not in {"uid", "language"}:
        notes.append(f"{key.capitalize()}: {value}")


def _append(out: dict[str, str], key: str, value: str) -> None:
    out[key] = f"{out[key]}; {value}" if out[key] and value else out[key] or value


_LABELS = (
    ("fax", "fax"), ("pager", "pager"), ("cell", "mobile"), ("mobile", "mobile"), ("iphone",
    "mobile"),
    ("work", "office"), ("home", "home"),
)  # fmt: skip


def _reach(entry: Entry, label: str) -> str:
    """A phone or mail with its label: `+852 2345 6789 (office)`."""
    value = _plain(entry.value).replace(";", ",") if entry.name == "EMAIL" else _number(entry.value)
    types = entry.types()
    named = next((ours for theirs, ours in _LABELS if theirs in types), "")
    if named == "office" and "fax" in types:
        named = "fax"
    named = re.sub(r"[^\w ]", "", label.strip("_$!<>")) or named
    return f"{value} ({named})" if value and named else value


def _number(value: str) -> str:
    """`tel:+1-418-656-9254;ext=102` as people write it."""
    number, _, extension = _plain(value).removeprefix("tel:").partition(";ext=")
    return (f"{number} ext. {extension}" if extension else number).replace(";", ",")


def _address(entry: Entry, out: dict[str, str], notes: list[str]) -> None:
    parts = [" ".join(part.split()).strip(" ,") for part in _split(entry.value, ";")]
    country = parts[6] if len(parts) > 6 else ""
    text = ", ".join(part for part in (*parts[:6], country) if part)
    if not out["address"]:
        out["address"], out["country"] = text, country
    elif text:
        notes.append(f"Address: {text}")


def _remark(entry: Entry, label: str) -> str:
    if entry.name in _SILENT or entry.name == "X-ABLABEL":
        return ""
    value = " / ".join(part for part in _split(entry.value, ";") if part)
    if entry.name == "NOTE":
        return _plain(entry.value)
    title = re.sub(r"[_$!<>]", "", label) or _WORDS.get(entry.name) or entry.name
    return f"{title}: {value}" if value else ""
