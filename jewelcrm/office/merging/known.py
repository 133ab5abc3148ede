"""What is known while a push is decided: rows, versions, places; and a transaction's draft of it.

A draft is thrown away when its transaction is put aside, and taken over when it is kept. Nothing
here reads or writes a store.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from db.office.kinds import HELD, Key, Row, Versions
from db.types import Id
from jewelcrm.office.merging.keys import key_in, key_or_none
from jewelcrm.office.merging.verdicts import Clash, Flag

Places = dict[str, str]
"""The scopes that hold a row, and how: P whole, S as a stub."""


WATCHED = {"payment": "order_id", "order_line": "order_id", "consent": "customer_id"}
"""Tables of which some rules look at all rows of one parent, and the parent's column."""


@dataclass(frozen=True, slots=True)
class Pc:
    """The PC whose changes are decided."""

    id: Id
    branch_id: Id
    scopes: frozenset[str]
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a scope seen through a mask: the classes of columns that are not shown."""
    bringing: bool = False
    """A stand-alone store's first push: it brings its own people, branch and catalogue."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here."""

    role: str
    active: bool


@dataclass(slots=True)
class Known:
    """Everything the transactions of one push may touch, as it stands after those before."""

    pc: Pc
    rows: dict[Key, Row] = field(default_factory=dict)
    versions: dict[Key, Versions] = field(default_factory=dict)
    there: Collection[Key] = frozenset()
    """Rows that were there before the push."""
    places: dict[Key, Places] = field(default_factory=dict)
    once: Collection[Key] = frozenset()
    """Rows this PC once held, though no longer."""
    erased: Collection[Id] = frozenset()
    emptied: Collection[Id] = frozenset()
    """Papers of erased people: their free text does not come back."""
    people: dict[Id, Person] = field(default_factory=dict)
    verdicts: dict[tuple[str, frozenset[str] | None, str], str] = field(default_factory=dict)
    """Why somebody of a role, who had these then, may not do an action; nothing: they may."""
    own: set[int] = field(default_factory=set)
    """The writer numbers of this PC in this epoch, whoever sat there."""
    children: dict[tuple[str, Id], dict[Id, Row]] = field(default_factory=dict)
    """Payments and lines of an order, consents of a customer: what some rules look at."""
    changed: dict[Key, None] = field(default_factory=dict)
    """Rows that were written, in the order of their first writing."""
    as_said: set[Key] = field(default_factory=set)
    """Rows that were added word for word as the PC has them."""
    rewritten: dict[Key, set[str]] = field(default_factory=dict)
    """Of rows that were there before: the columns that were written."""
    stubs: dict[tuple[str, Key], None] = field(default_factory=dict)
    """Scopes in which a customer now stands as a stub."""
    reshaped: set[Id] = field(default_factory=set)
    """Customers whose records must be given their places anew."""

    def place(self, row: Row, table: str, places: Places, versions: Versions) -> None:
        """Put a row that head office itself writes."""
        key = (table, key_in(row, "id"))
        self.rows[key] = row
        self.places[key] = places
        self.versions[key] = versions
        self.changed[key] = None


UNKNOWN = Versions(0, 0, 0)
"""Who wrote a record that nobody is known to have written."""


@dataclass(slots=True)
class Draft:
    """One transaction's writes, before it is known whether they are kept."""

    known: Known
    writer: int
    hlc: int
    at: int
    role: str = ""
    then: frozenset[str] | None = None
    """The roles that the person had when it was done; None: that is not known."""
    plain: bool = False
    """True when the PC's clock is believed and nothing was left out."""
    as_said: set[Key] = field(default_factory=set)
    rows: dict[Key, Row] = field(default_factory=dict)
    versions: dict[Key, Versions] = field(default_factory=dict)
    places: dict[Key, Places] = field(default_factory=dict)
    rewritten: dict[Key, set[str]] = field(default_factory=dict)
    stubs: dict[tuple[str, Key], None] = field(default_factory=dict)
    reshaped: set[Id] = field(default_factory=set)
    clashes: list[Clash] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    repeated: list[Row] = field(default_factory=list)
    """Refusals that head office enters once more."""
    children: dict[tuple[str, Id], dict[Id, Row]] = field(default_factory=dict)
    """Of the rows written here, those that some rules look at, by their parent."""

    def row(self, key: Key) -> Row | None:
        """The row as it stands."""
        return self.rows.get(key) or self.known.rows.get(key)

    def version(self, key: Key) -> Versions:
        """The row's versions as they stand."""
        return self.versions.get(key) or self.known.versions.get(key) or UNKNOWN

    def places_of(self, key: Key) -> Places:
        """Where the row is, as it stands."""
        return self.places.get(key) or self.known.places.get(key) or {}

    def there(self, key: Key) -> bool:
        """True when head office has the row."""
        return bool(self.places_of(key))

    def seen(self, key: Key) -> bool:
        """True when the PC holds the row, whole or as a stub, or once did."""
        places = self.places_of(key)
        scopes = self.known.pc.scopes
        return any(scope in scopes for scope in places) or key in self.known.once

    def held(self, key: Key) -> bool:
        """True when the PC holds the row whole."""
        scopes = self.known.pc.scopes
        return any(
            kind == HELD[0] and scope in scopes for scope, kind in self.places_of(key).items()
        )

    def own(self, writer: int) -> bool:
        """True for a writer number of this very PC and epoch."""
        return writer in self.known.own

    def siblings(self, table: str, parent: Id) -> dict[Id, Row]:
        """The rows of a watched table under a parent, as they stand."""
        family = (table, parent)
        return {**self.known.children.get(family, {}), **self.children.get(family, {})}

    def insert(self, key: Key, row: Row, places: Places) -> None:
        """A new row, by this transaction."""
        self._write(key, row)
        self.versions[key] = Versions(self.hlc, self.writer, 1)
        self.places[key] = places

    def changing(self, key: Key) -> tuple[Row, Versions]:
        """The draft's own copies of a row and its versions, its revision raised."""
        row = self.rows.get(key)
        if row is None:
            row = dict(self.known.rows[key])
            self._write(key, row)
            before = self.version(key)
            self.versions[key] = Versions(before.hlc, before.writer, before.rev, dict(before.cols))
        row["rev"] = int(row["rev"] or 0) + 1
        row["updated_at"] = self.at
        return row, self.versions[key]

    def stub(self, customer: Key, scope: str) -> None:
        """The customer stands in `scope` as a stub, if she is not there already."""
        places = self.places_of(customer)
        if scope not in places:
            self.places[customer] = {**places, scope: "S"}
            self.stubs[scope, customer] = None

    def keep(self) -> None:
        """Take the draft over."""
        known = self.known
        known.rows.update(self.rows)
        known.versions.update(self.versions)
        known.places.update(self.places)
        known.changed.update(dict.fromkeys(self.rows))
        known.as_said |= self.as_said
        known.stubs.update(self.stubs)
        known.reshaped |= self.reshaped
        for key, names in self.rewritten.items():
            known.rewritten.setdefault(key, set()).update(names)
        for family, rows in self.children.items():
            known.children.setdefault(family, {}).update(rows)

    def _write(self, key: Key, row: Row) -> None:
        self.rows[key] = row
        column = WATCHED.get(key[0])
        parent = key_or_none(row, column) if column else None
        if parent is not None:
            self.children.setdefault((key[0], parent), {})[key[1]] = row
