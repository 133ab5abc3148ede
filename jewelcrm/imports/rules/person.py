"""A row's words about a person, made ready to be kept and compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jewelcrm.customers.lists import DISTRICTS, GENDERS, LANGUAGES, SOURCES, TIERS, TITLES, Choices
from jewelcrm.customers.rules.names import has_chinese, split_name
from jewelcrm.imports.readers.model import Tally
from jewelcrm.imports.rules.cells import Cells
from jewelcrm.imports.rules.countries import country_code
from jewelcrm.imports.rules.identity import words_of
from jewelcrm.imports.rules.kept import TARGETS as KEPT
from jewelcrm.imports.rules.kept import Record, read_kept
from jewelcrm.imports.rules.reaches import Reach, read_reaches
from jewelcrm.imports.rules.values import (
    DateOrder,
    PartDay,
    one_line,
    part_day,
    plain_key,
    whole_text,
)

LIMITS = {
    "name": 200,
    "name_zh": 60,
    "preferred_name": 80,
    "title": 20,
    "language": 10,
    "gender": 10,
    "district": 60,
    "address": 400,
    "country": 2,
    "source": 40,
    "tier": 20,
    "external_key": 120,
}
"""The widths of the customer's columns (db.tables.customers)."""


@dataclass(slots=True)
class Person:
    """Everything a row says about one person. `fields` holds the customer's own columns."""

    key: str = ""
    file_key: str = ""  # the same number under the name of the file's shape
    number: str = ""
    name: str = ""
    name_zh: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    reaches: list[Reach] = field(default_factory=list)
    days: dict[str, tuple[str, PartDay]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    kept: Mapping[str, list[Record]] = field(default_factory=dict)  # of our own export
    wrong: str | None = None
    nameless: bool = False
    found_by: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.name, self.name_zh)


@dataclass(frozen=True, slots=True)
class Habits:
    """How this file and this shop write things."""

    region: str = "HK"
    date_order: DateOrder = "dmy"
    source: str = ""
    shape: str = ""  # stands for the old system when nobody named it
    this_year: int = 2100
    found_by: str = "import"  # how people found us when the file has no column for it


def old_key(text: str, source: str) -> str:
    """The number of an older system, with the system's name before it when there is one."""
    key = plain_key(text)
    return f"{source}:{key}" if key and source else key


def called(key: str) -> str:
    """What somebody is called of whom only an old number is known."""
    return f"Customer {key.rpartition(':')[2]}"


def read_person(cells: Cells, habits: Habits, tally: Tally) -> Person:
    """The person a row is about; `wrong` says why she cannot be kept."""
    old = _first(cells, "external_key")
    person = Person(old_key(old, habits.source or habits.shape), old_key(old, habits.shape))
    person.number = _line(cells, "number")
    person.found_by = habits.found_by
    _name(person, cells)
    _fields(person, cells)
    region = person.fields.get("country") or habits.region
    for reach in read_reaches(cells, region, tally):
        _add(person, reach)
    _days(person, cells, habits, tally)
    _notes(person, cells)
    _stand_in(person, cells, tally)
    _fit(person, tally)
    if not KEPT.isdisjoint(cells):
        person.kept, wrong = read_kept(cells)
        person.wrong = person.wrong or wrong
    return person


def _first(cells: Cells, name: str) -> str:
    found = cells.get(name)
    return found[0][1] if found else ""


def _line(cells: Cells, name: str) -> str:
    found = cells.get(name)
    return one_line(found[0][1]) if found else ""


_NAME_PARTS = ("first_name", "middle_name", "last_name")
_PARTS = frozenset(_NAME_PARTS)


def _name(person: Person, cells: Cells) -> None:
    parts = [_line(cells, n) for n in _NAME_PARTS] if not _PARTS.isdisjoint(cells) else []
    if any(parts) and has_chinese("".join(parts)):
        person.name_zh = parts[2] + parts[1] + parts[0]
    elif any(parts):
        suffix = _line(cells, "suffix")
        person.name = " ".join(part for part in (*parts, suffix) if part)
    else:
        person.name = _line(cells, "name")
    if not person.name.isascii() and has_chinese(person.name):
        person.name, person.name_zh = split_name(person.name)
    if chinese := _line(cells, "chinese_name"):
        person.name_zh = chinese


def _stand_in(person: Person, cells: Cells, tally: Tally) -> None:
    """Somebody without a name is called by the best that is known of her."""
    if person.name or person.name_zh:
        return
    other = _line(cells, "company") or person.fields.get("preferred_name", "")
    reach = next((r.value for r in person.reaches), "")
    person.name = other or reach or (called(person.key) if person.key else person.number)
    person.nameless = not other
    if not person.name:
        person.wrong = NOBODY
    elif not other and reach:
        tally.add("{n} people have no name; their e-mail or phone stands in its place")


NOBODY = "has no name, phone, e-mail or number"
_GENDER = {
    "m": "male",
    "f": "female",
    "male": "male",
    "female": "female",
    "男": "male",
    "女": "female",
}
_SPOKEN = {
    "zh-hk": "yue",
    "zh-mo": "yue",
    "zh": "cmn",
    "zh-cn": "cmn",
    "zh-tw": "cmn",
    "粵語": "yue",
    "english": "en",
}


def _fields(person: Person, cells: Cells) -> None:
    if _OWN.isdisjoint(cells):
        return
    put = person.fields
    for name, choices in _LISTED:
        if text := _line(cells, name):
            put[name] = _choice(name, choices, text)
    if gender := _line(cells, "gender").casefold():
        put["gender"] = (
            _GENDER.get(gender[:6]) or _GENDER.get(gender[:1]) or GENDERS.read(gender) or ""
        )
    if preferred := _line(cells, "preferred_name"):
        put["preferred_name"] = preferred
    _place(put, cells)


_LISTED: tuple[tuple[str, Choices], ...] = (
    ("title", TITLES),
    ("language", LANGUAGES),
    ("district", DISTRICTS),
    ("source", SOURCES),
    ("tier", TIERS),
)


@lru_cache(maxsize=4096)
def _choice(name: str, choices: Choices, text: str) -> str:
    """The code of a listed word; other words are kept as they are, except titles."""
    if name == "language" and text.casefold() in _SPOKEN:
        return _SPOKEN[text.casefold()]
    code = choices.read(text) or choices.read(text.rstrip("."))
    return code or ("" if name in {"title", "language"} else text)


_OWN = frozenset(name for name, _ in _LISTED) | {
    "gender",
    "preferred_name",
    "address",
    "city",
    "state",
    "postal_code",
    "country",
}
"""Targets that end in the customer's own row; most lists have few of them."""
_NOWHERE = frozenset(["unspecified", "unknown", "none", "na", "nil", "null", "other", "不詳", "無"])


def _place(put: dict[str, str], cells: Cells) -> None:
    parts = [one_line(text) for _, text in cells.get("address", ())]
    parts += [_line(cells, n) for n in ("city", "state", "postal_code")]
    country = _line(cells, "country")
    if code := country_code(country):
        put["country"] = code
    elif country and re.sub(r"\W", "", country.casefold()) not in _NOWHERE and country not in parts:
        parts.append(country)
    if address := ", ".join(dict.fromkeys(part for part in parts if part)):
        put["address"] = address


def _add(person: Person, reach: Reach) -> None:
    if len(reach.value) > 254 or len(reach.normal) > 254:
        person.notes.append(f"{reach.kind}: {reach.value}")
    elif reach.normal and all(
        (r.kind, r.normal) != (reach.kind, reach.normal) for r in person.reaches
    ):
        person.reaches.append(reach)


def _days(person: Person, cells: Cells, habits: Habits, tally: Tally) -> None:
    for name, kind, calendar in _DAYS:
        text = _line(cells, name)
        if not text or kind in person.days or _NO_DAY.match(text):
            continue
        day = part_day(text, habits.date_order, before=habits.this_year)
        if day is None or (day.year or 1901) < 1901:
            tally.add("{n} birthdays or anniversaries could not be read; they are kept in a note")
            person.notes.append(f"{name.replace('_', ' ').capitalize()}: {text}")
        else:
            person.days[kind] = (calendar, day)


_NO_DAY = re.compile(r"0+[-/.]0+[-/.]0+\b")  # how some databases write that there is none
_DAYS = (
    ("birthday", "birthday", "solar"),
    ("lunar_birthday", "birthday", "lunar"),
    ("anniversary", "anniversary", "solar"),
)


def _notes(person: Person, cells: Cells) -> None:
    company = _line(cells, "company")
    if company and company != person.name and (person.name or person.name_zh):
        person.notes.append(f"Company: {company}")
    for label, text in cells.get("note", ()):
        if body := whole_text(text):
            person.notes.append(f"{label}: {body}" if label else body)
    for _, text in cells.get("tag", ()):
        person.tags += [tag[:120] for tag in map(one_line, re.split(r"[;,，、|]", text)) if tag]


def _fit(person: Person, tally: Tally) -> None:
    """What is too long for its place goes into the note; a name or number cannot."""
    for what, text, limit in (
        ("name", person.name, 200),
        ("Chinese name", person.name_zh, 60),
        ("number", person.key, 120),
    ):
        if len(text) > limit:
            person.wrong = f"the {what} is longer than {limit} characters"
    for name, text in list(person.fields.items()):
        if len(text) > LIMITS[name]:
            tally.add("{n} values were too long for their place and are kept in a note")
            person.notes.append(f"{name.replace('_', ' ').capitalize()}: {text}")
            del person.fields[name]
