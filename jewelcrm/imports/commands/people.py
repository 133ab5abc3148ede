"""Finding the customer a row is about, or making her; filling what is empty, never overwriting.

A person is known by her number here, by her number in the same old system, by a phone or e-mail
together with her name, or, when the row has nothing else, by her name among those of whom we have
nothing else either. A system is what the person at the desk named, or else the shape of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.errors import our_errors
from db.shop.numbers import is_paper_number
from db.types import Id
from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.imports.commands.bulk import Ids, Sink, select_in
from jewelcrm.imports.commands.erased import ERASED, Ask, Erased
from jewelcrm.imports.commands.keeping import put_back
from jewelcrm.imports.commands.known import FIELDS, ROW, Known, fill, load_details
from jewelcrm.imports.readers.model import Tally
from jewelcrm.imports.rules.identity import may_be_same, same_person, words_of
from jewelcrm.imports.rules.person import Person

_NUMBER_AT, _KEY_AT = 3, 6  # in a row of _SELECT
_SELECT = f"SELECT id, archived_at, merged_into, {', '.join(ROW)} FROM customer"  # noqa: S608
_BY_ID = _SELECT + " WHERE id IN ({})"
_BY_KEY = _SELECT + " WHERE external_key IN ({})"
_BY_NUMBER = _SELECT + " WHERE number IN ({})"
_BY_CONTACT = "SELECT normal, customer_id FROM contact_point WHERE normal IN ({})"
_GUESTS = f"SELECT id FROM customer WHERE NOT {OWN_OR_SHARED} AND id IN ({{}})"  # noqa: S608
_ALONE = (
    "SELECT id, name, name_zh FROM customer c WHERE external_key IS NULL AND archived_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.customer_id = c.id)"
)
TAKEN = (
    "the number {key} already belongs to somebody else; give the file a source to keep them apart"
)
BY_NUMBER = "{n} people were recognised by their old number alone"
ONLY_NUMBER = (
    "{n} new people are known by an old number alone; if their names are in another file of the"
    " same system, give both files one source"
)
ANOTHER_BRANCHS = "{n} people are customers of another branch; nothing of theirs was changed"
NO_NAME = "has no name, phone or e-mail, and nobody here has its number"
PUT_AWAY = "the customer was put away here"


@dataclass(slots=True)
class Found:
    """What became of one person."""

    known: Known | None = None
    new: bool = False
    refused: str | None = None
    away: bool = False


class People:
    """The customers a run meets. One batch at a time: `load`, `find` for each, then `write`."""

    def __init__(
        self, ids: Ids, tally: Tally, *, author: Id, lasting: bool = False, ask: Ask | None = None
    ) -> None:
        self.ids = ids
        self.erased = Erased(ask, tally)
        self._tally = tally
        self._begun = ids.next()  # whoever was in the store before has a smaller id
        self._by_number_alone: set[Id] = set()
        self._author = author
        self.lasting = lasting  # a dry run remembers whom it would have made
        self._by_id: dict[Id, Known] = {}
        self._by_key: dict[str, Known] = {}
        self._by_number: dict[str, Known] = {}
        self._by_contact: dict[str, list[Known]] = {}
        self._alone: dict[tuple[str, ...], list[Id]] | None = None
        self._waiting: list[tuple[Known, Person]] = []
        self.made = 0

    def load(self, raw: cipher.Connection, people: Iterable[Person]) -> None:
        """Look up everybody the batch could mean, in a few questions."""
        self._forget()
        wanted = list(people)
        keys = [k for p in wanted for k in (p.key, p.file_key) if k and k not in self._by_key]
        numbers = [p.number for p in wanted if p.number and p.number not in self._by_number]
        for row, known in self._fetch(raw, _BY_KEY, keys):
            self._by_key.setdefault(row[_KEY_AT], known)
        for row, known in self._fetch(raw, _BY_NUMBER, numbers):
            self._by_number[row[_NUMBER_AT]] = known
        self._load_contacts(raw, (r.normal for p in wanted for r in p.reaches))
        if any(not p.key and not p.number and not p.reaches for p in wanted):
            self._load_alone(raw, wanted)

    def find(self, person: Person, *, unnamed: bool = False) -> Found:
        """Who it is: somebody known, or somebody new from now on.

        `unnamed`: somebody of whom only an old number is known is made too, and called by it.
        """
        known, refused = self._match(person)
        if refused:
            return Found(refused=refused)
        if known is not None and known.away:
            return Found(known=known, away=True)
        if known is not None and known.guest:
            self._tally.add(ANOTHER_BRANCHS)
        elif known is not None:
            self._waiting.append((known, person))
        if known is not None:
            return Found(known=known)
        if self.erased.had(person):
            return Found(refused=ERASED)
        if person.nameless and not person.reaches and not unnamed:
            return Found(refused=NO_NAME)
        return Found(known=self._make(person), new=True)

    def write(self, raw: cipher.Connection, sink: Sink) -> None:
        """Put what is new, and what fills an empty place, into the sink."""
        load_details(raw, [known for known, _ in self._waiting])
        fresh: dict[Id, Known] = {}
        for known, person in self._waiting:
            changes = fill(known, person, self.ids, self._author, sink)
            if known.fresh:
                fresh[known.id] = known
            elif changes:
                sink.change("customer", known.id, changes)
        for known in fresh.values():
            row = known.row
            own = (row["number"], row["title"], row["name"], row["name_zh"])
            rest = (row[name] for name in FIELDS[1:])
            sink.add("customer", known.id, *own, *rest, row["external_key"])
        if kept := [(known.id, person.kept) for known, person in self._waiting if person.kept]:
            put_back(raw, kept, self.ids, sink)
        self._waiting.clear()

    def _forget(self) -> None:
        if self.lasting:
            return
        self._by_id.clear()
        self._by_key.clear()
        self._by_number.clear()
        self._by_contact.clear()

    def _fetch(
        self, raw: cipher.Connection, sql: str, values: Iterable[Any]
    ) -> list[tuple[tuple[Any, ...], Known]]:
        """Rows with the customer each stands for: a merged one stands for the one it went into."""
        rows = select_in(raw, sql, values)
        moved = {row[2] for row in rows if row[2] is not None} - self._by_id.keys()
        if moved:
            self._fetch(raw, _BY_ID, moved)
        found = [(row, self._by_id.get(row[2]) or self._known(row)) for row in rows]
        for (row_id,) in select_in(raw, _GUESTS, {row[0] for row in rows}):
            if row_id in self._by_id:
                self._by_id[row_id].guest = True
        return found

    def _known(self, row: tuple[Any, ...]) -> Known:
        there = self._by_id.get(row[0])
        if there is None:
            values = dict(zip(ROW, row[3:], strict=True)) | {"merged_into": row[2]}
            there = self._by_id[row[0]] = Known(
                row[0], values, away=row[1] is not None and not row[2]
            )
        return there

    def _load_contacts(self, raw: cipher.Connection, normals: Iterable[str]) -> None:
        pairs = select_in(raw, _BY_CONTACT, normals)
        owners = {row[0]: known for row, known in self._fetch(raw, _BY_ID, (o for _, o in pairs))}
        for normal, owner in pairs:
            there = self._by_contact.setdefault(normal, [])
            if owner in owners and owners[owner] not in there:
                there.append(owners[owner])

    def _load_alone(self, raw: cipher.Connection, wanted: list[Person]) -> None:
        """Those known by name only, once a run; few in any real store."""
        if self._alone is None:
            self._alone = {}
            with our_errors():
                for row_id, name, name_zh in raw.execute(_ALONE):
                    self._alone.setdefault(words_of(name or "", name_zh or ""), []).append(row_id)
        ids = [i for p in wanted for i in self._alone.get(p.words, ()) if i not in self._by_id]
        load_details(raw, [known for _, known in self._fetch(raw, _BY_ID, ids)])

    def _match(self, person: Person) -> tuple[Known | None, str | None]:
        if person.number and (known := self._by_number.get(person.number)):
            return known, None
        if person.key and (known := self._with_old_number(person)):
            return self._by_old_number(person, known)
        for reach in person.reaches:
            for known in self._by_contact.get(reach.normal, ()):
                if self._is_she(person, known):
                    return known, None
        return (None, None) if person.key or person.reaches else (self._by_name(person), None)

    def _with_old_number(self, person: Person) -> Known | None:
        """Who has the number in this system, or had it before the system was named."""
        known = self._by_key.get(person.key)
        earlier = self._by_key.get(person.file_key)
        if known is not None or earlier is None or person.nameless:
            return known
        return earlier if self._is_named_alike(person, earlier) else None

    def _is_named_alike(self, person: Person, known: Known) -> bool:
        return known.is_placeholder() or may_be_same(
            person.words, person.name_zh, known.words, known.row["name_zh"] or ""
        )

    def _by_old_number(self, person: Person, known: Known) -> tuple[Known | None, str | None]:
        if person.nameless:
            self._count_number_alone(known)
            return known, None
        if self._is_named_alike(person, known):
            return known, None
        if any(known in self._by_contact.get(reach.normal, ()) for reach in person.reaches):
            return known, None
        return None, TAKEN.format(key=person.key)

    def _count_number_alone(self, known: Known) -> None:
        if known.id < self._begun and known.id not in self._by_number_alone:
            self._by_number_alone.add(known.id)
            self._tally.add(BY_NUMBER)

    def _is_she(self, person: Person, known: Known) -> bool:
        other = known.row["external_key"]
        if person.key and other and other not in {person.key, person.file_key}:
            systems = {key.rpartition(":")[0] for key in (person.key, person.file_key)}
            if other.rpartition(":")[0] in systems:
                return False  # one system, two numbers: two people
        if person.number and known.row["number"] and is_paper_number(person.number):
            return False
        return person.nameless or same_person(
            person.words, person.name_zh, known.words, known.row["name_zh"] or ""
        )

    def _by_name(self, person: Person) -> Known | None:
        for row_id in (self._alone or {}).get(person.words, ()):
            known = self._by_id.get(row_id)
            if known is not None and not known.guest and self._same_birthday(person, known):
                return known
        return None

    def _same_birthday(self, person: Person, known: Known) -> bool:
        given, there = person.days.get("birthday"), known.birth or known.days.get("birthday")
        return given is None or there is None or (given[1].month, given[1].day) == there

    def _make(self, person: Person) -> Known:
        number = person.number if is_paper_number(person.number) else None
        row: dict[str, Any] = dict.fromkeys(FIELDS)
        row |= {"number": number, "name": person.name, "name_zh": person.name_zh or None}
        row |= {"external_key": person.key or None, "merged_into": None}
        known = Known(self.ids.next(), row, fresh=True, detailed=True)
        row["source"] = person.fields.get("source") or person.found_by or None
        self._remember(known, person)
        self._waiting.append((known, person))
        self.made += 1
        if person.key and person.nameless and not person.reaches:
            self._tally.add(ONLY_NUMBER)
        return known

    def _remember(self, known: Known, person: Person) -> None:
        self._by_id[known.id] = known
        if person.key:
            self._by_key[person.key] = known
        if known.row["number"]:
            self._by_number[known.row["number"]] = known
        for reach in person.reaches:
            self._by_contact.setdefault(reach.normal, []).append(known)
        if not person.key and not person.reaches:
            if self._alone is None:
                self._alone = {}
            self._alone.setdefault(person.words, []).append(known.id)
            if day := person.days.get("birthday"):
                known.birth = (day[1].month, day[1].day)
