"""Customers: one row, one person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlcipher3 import dbapi2 as cipher

from jewelcrm.imports.commands.bulk import Sink
from jewelcrm.imports.commands.documents import KeyOf
from jewelcrm.imports.commands.ends import EMPTY_ROW, HEADER_AGAIN, Document, Ends
from jewelcrm.imports.commands.people import PUT_AWAY, People
from jewelcrm.imports.readers.model import Row, Tally
from jewelcrm.imports.rules.cells import cells_by_target
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.person import Habits, Person, read_person
from jewelcrm.imports.rules.values import has_control

Read = tuple[Row, Person]


class Customers:
    """Rows of a customer list into the store."""

    what = "customer"
    key_of: KeyOf | None = None

    def __init__(
        self, columns: Sequence[str], mapping: Mapping, habits: Habits, people: People, tally: Tally
    ) -> None:
        self._columns = list(columns)
        self._get = cells_by_target(columns, mapping.columns)
        self._habits = habits
        self._people = people
        self._tally = tally

    def prepare(self, documents: Sequence[Document], ends: Ends) -> list[Read]:
        """Read the rows of a batch; nothing of the store is needed for that."""
        read = [(row, self._read(row, ends)) for (row,) in documents]
        return [(row, person) for row, person in read if person is not None]

    def beforehand(self, read: list[Read]) -> None:
        """Ask head office what only it knows; nothing is written meanwhile."""
        self._people.erased.learn(person for _, person in read)

    def apply(self, raw: cipher.Connection, read: list[Read], sink: Sink, ends: Ends) -> None:
        """Decide every row of the batch and put what is to be written into the sink."""
        self._people.load(raw, [person for _, person in read])
        for row, person in read:
            self._place(row, person, ends)
        self._people.write(raw, sink)

    def pass_over(self, document: Document) -> None:
        """Nothing to remember of a row that an earlier run took."""

    def made(self) -> dict[str, int]:
        return {"customers": self._people.made}

    def _read(self, row: Row, ends: Ends) -> Person | None:
        _, cells, wrong = row
        if wrong is not None:
            ends.reject(row, wrong)
        elif not any(cells) or not any(cell.strip() for cell in cells):
            ends.skip([row], EMPTY_ROW)
        elif cells == self._columns:
            ends.skip([row], HEADER_AGAIN)
        else:
            return self._person(row, ends)
        return None

    def _person(self, row: Row, ends: Ends) -> Person | None:
        cells = self._get(row[1])
        if not "".join(row[1]).isprintable() and any(
            has_control(text) for texts in cells.values() for _, text in texts
        ):
            self._tally.add("control characters were taken out of {n} rows")
        person = read_person(cells, self._habits, self._tally)
        if person.wrong is not None:
            ends.reject(row, person.wrong)
            return None
        return person

    def _place(self, row: Row, person: Person, ends: Ends) -> None:
        found = self._people.find(person)
        if found.refused:
            ends.reject(row, found.refused)
        elif found.away:
            ends.skip([row], PUT_AWAY)
        elif found.new:
            ends.add([row])
        else:
            ends.match([row])
