"""A vCard's entries as one row: each in the column we have for its kind, the rest in the note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jewelcrm.imports.readers.cardlines import LEFT_OUT, Entry
from jewelcrm.imports.readers.model import Tally

COLUMNS = [
    "prefix",
    "given",
    "additional",
    "family",
    "suffix",
    "formatted",
    "nickname",
    "phones",
    "emails",
    "whatsapp",
    "wechat",
    "address",
    "country",
    "birthday",
    "anniversary",
    "gender",
    "language",
    "note",
    "uid",
]
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
    "ORG": "Company",
    "TITLE": "Job",
    "ROLE": "Role",
    "URL": "Web",
    "IMPP": "Chat",
    "RELATED": "Related",
    "X-ABRELATEDNAMES": "Related",
    "X-MS-IMADDRESS": "Chat",
    "X-MS-MANAGER": "Manager",
    "X-MS-ASSISTANT": "Assistant",
    "X-SPOUSE": "Spouse",
    "X-MS-SPOUSE": "Spouse",
}


def _split(value: str, sign: str) -> list[str]:
    """Parts between unescaped signs, each without its escapes."""
    return [_plain(part) for part in re.findall(rf"((?:\\.|[^\\{sign}])*){sign}?", value)][:-1] or [
        ""
    ]


def _plain(value: str) -> str:
    return re.sub(r"\\([nN])|\\(.)", lambda m: "\n" if m[1] else m[2], value).strip()


def as_row(entries: Sequence[Entry], tally: Tally) -> list[str]:
    """A card's entries in the order of `COLUMNS`."""
    out = dict.fromkeys(COLUMNS, "")
    notes: list[str] = []
    labels = {e.group: _plain(e.value) for e in entries if e.name == "X-ABLABEL"}
    for entry in entries:
        if entry.name in LEFT_OUT:
            tally.add(LEFT_OUT[entry.name])
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
    "FN": "formatted",
    "NICKNAME": "nickname",
    "BDAY": "birthday",
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "GENDER": "gender",
    "X-GENDER": "gender",
    "LANG": "language",
    "X-WECHAT": "wechat",
    "X-WHATSAPP": "whatsapp",
    "UID": "uid",
}


def _fill(out: dict[str, str], key: str, value: str, notes: list[str]) -> None:
    if not out[key]:
        out[key] = value
    elif value and value != out[key] and key not in {"uid", "language"}:
        notes.append(f"{key.capitalize()}: {value}")


def _append(out: dict[str, str], key: str, value: str) -> None:
    out[key] = f"{out[key]}; {value}" if out[key] and value else out[key] or value


_LABELS = (
    ("fax", "fax"),
    ("pager", "pager"),
    ("cell", "mobile"),
    ("mobile", "mobile"),
    ("iphone", "mobile"),
    ("work", "office"),
    ("home", "home"),
)


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
