"""A customer that a run of imports met: what the store has of her already, and what is added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.imports.commands.bulk import Ids, Sink, select_in
from jewelcrm.imports.rules.identity import words_of
from jewelcrm.imports.rules.person import Person, called

FIELDS = (
    "title",
    "preferred_name",
    "language",
    "gender",
    "district",
    "address",
    "country",
    "source",
    "tier",
)
ROW = ("number", "name", "name_zh", "external_key", *FIELDS)
_CONTACTS = "SELECT customer_id, kind, normal FROM contact_point WHERE customer_id IN ({})"
_DAYS = "SELECT customer_id, kind, month, day FROM occasion WHERE customer_id IN ({})"
_NOTES = "SELECT customer_id, body FROM note WHERE customer_id IN ({})"
_TAGS = "SELECT customer_id, value FROM preference WHERE kind = 'tag' AND customer_id IN ({})"


@dataclass(slots=True, eq=False)
class Known:
    """A customer in the store, or one that this batch will add."""

    id: Id
    row: dict[str, Any]
    fresh: bool = False
    away: bool = False
    guest: bool = False
    contacts: set[tuple[str, str]] = field(default_factory=set)
    days: dict[str, tuple[int, int]] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    detailed: bool = False
    birth: tuple[int, int] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.row["name"] or "", self.row["name_zh"] or "")

    def is_placeholder(self) -> bool:
        """True when her name is only her number: the first real name replaces it."""
        key = self.row["external_key"]
        return bool(key) and self.row["name"] in {called(key), f"Customer {key}"}


def load_details(raw: cipher.Connection, people: Iterable[Known]) -> None:
    """What those have already: contacts, occasions, notes, tags."""
    wanted = {known.id: known for known in people if not known.detailed}
    for owner, kind, normal in select_in(raw, _CONTACTS, wanted):
        wanted[owner].contacts.add((kind, normal))
    for owner, kind, month, day in select_in(raw, _DAYS, wanted):
        wanted[owner].days[kind] = (month, day)
    for owner, body in select_in(raw, _NOTES, wanted):
        wanted[owner].notes.add(body)
    for owner, value in select_in(raw, _TAGS, wanted):
        wanted[owner].tags.add(value)
    for known in wanted.values():
        known.detailed = True


def fill(known: Known, person: Person, ids: Ids, author: Id, sink: Sink) -> dict[str, Any]:
    """Write what she does not have yet; the answer is what changes in her own row."""
    changes = {n: v for n, v in person.fields.items() if v and not known.row[n]}
    if known.is_placeholder() and person.name and not person.nameless:
        changes["name"] = person.name
    if person.name and not known.row["name"] and not person.nameless:
        changes["name"] = person.name
    if person.name_zh and not known.row["name_zh"]:
        changes["name_zh"] = person.name_zh
    if person.key and known.row["external_key"] in {None, "", person.file_key}:
        changes["external_key"] = person.key
    changes = {n: v for n, v in changes.items() if v != known.row.get(n)}
    known.row.update(changes)
    _add_reaches(known, person, ids, sink)
    _add_days(known, person, ids, sink)
    _add_words(known, person, ids, author, sink)
    return changes


def _add_reaches(known: Known, person: Person, ids: Ids, sink: Sink) -> None:
    for reach in person.reaches:
        if (reach.kind, reach.normal) in known.contacts:
            continue
        first = all(kind != reach.kind for kind, _ in known.contacts)
        known.contacts.add((reach.kind, reach.normal))
        told = (reach.kind, reach.value, reach.normal, reach.label)
        main = first and reach.kind != "other"
        sink.add("contact_point", ids.next(), known.id, *told, main, reach.checked)


def _add_days(known: Known, person: Person, ids: Ids, sink: Sink) -> None:
    for kind, (calendar, day) in person.days.items():
        if kind not in known.days:
            known.days[kind] = (day.month, day.day)
            told = (kind, calendar, day.year, day.month, day.day)
            sink.add("occasion", ids.next(), known.id, *told, False)


def _add_words(known: Known, person: Person, ids: Ids, author: Id, sink: Sink) -> None:
    body = "\n".join(person.notes)
    if body and body not in known.notes:
        known.notes.add(body)
        sink.add("note", ids.next(), known.id, "note", body, author, None)
    for tag in person.tags:
        if tag not in known.tags:
            known.tags.add(tag)
            sink.add("preference", ids.next(), known.id, "tag", tag, "stated", None)
