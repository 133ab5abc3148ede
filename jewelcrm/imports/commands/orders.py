"""Orders: lines of an older system's orders, with the customers and products they name.

Imported history is over: its stage is `collected` unless the file says otherwise in our words, a
cancellation is an order of negative amount. It brings no payments and no dues, so none of it is
ever shown as money to be collected; `external_key` marks it as imported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.shop.numbers import is_paper_number
from db.types import Id
from jewelcrm.imports.commands.bulk import Ids, Sink, select_in
from jewelcrm.imports.commands.documents import Occurrences
from jewelcrm.imports.commands.ends import EMPTY_ROW, HEADER_AGAIN, Document, Ends
from jewelcrm.imports.commands.people import People
from jewelcrm.imports.commands.shelf import Shelf
from jewelcrm.imports.readers.model import Row, Tally
from jewelcrm.imports.rules.cells import cells_by_target
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.order_lines import Head, Line, OrderReader, Unreadable
from jewelcrm.imports.rules.person import Habits, Person, read_person

_THERE = "id, customer_id, archived_at, placed_at FROM sales_order"
_BY_KEY = f"SELECT external_key, {_THERE} WHERE external_key IN ({{}})"
_BY_NUMBER = f"SELECT number, {_THERE} WHERE number IN ({{}})"
_HOW_MANY = (
    "SELECT order_id, count(*), max(position) FROM order_line WHERE order_id IN ({})"
    " GROUP BY order_id"
)
_LINES = (
    "SELECT sku, quantity, unit_price_cents, amount_cents FROM order_line WHERE order_id IN ({})"
)
_NO_NUMBER = "has no order number"
_AWAY = "the order was put away here"
_TAKEN = (
    "the order number belongs to another order, of another day;"
    " give the file a source to keep the two systems apart"
)
_TWO_DAYS = 2 * 86_400_000
_RENAMED = {"customer_key": "external_key", "customer_number": "number"}
_WHO = frozenset(
    [
        "external_key",
        "number",
        "name",
        "first_name",
        "last_name",
        "chinese_name",
        "phone",
        "email",
        "company",
    ]
)


@dataclass(slots=True)
class There:
    """An order the store has already."""

    id: Id
    customer_id: Id | None
    away: bool
    placed_at: int
    lines: int = 0
    last: int = 0


@dataclass(slots=True)
class Order:
    """One document of the file, read."""

    rows: list[Row]
    head: Head
    lines: list[Line]
    person: Person | None
    customer_id: Id | None = None
    there: There | None = None
    wrong: dict[int, str] = field(default_factory=dict)


class Orders:
    """Lines of orders into the store; one document, one order."""

    what = "order"

    def __init__(
        self,
        columns: Sequence[str],
        mapping: Mapping,
        *,
        habits: Habits,
        reader: OrderReader,
        people: People,
        shelf: Shelf,
        ids: Ids,
        tally: Tally,
    ) -> None:
        self._columns = list(columns)
        self._reader, self._habits, self._tally = reader, habits, tally
        self._people, self._shelf, self._ids = people, shelf, ids
        self.key_of = reader.key_of
        whose = {c: _RENAMED.get(t, t) for c, t in mapping.columns.items() if t != "number"}
        self._cells = cells_by_target(columns, whose)
        self._who_at = [
            at for at, c in enumerate(columns) if whose.get(c, "").partition(":")[0] in _WHO
        ]
        self._persons: dict[tuple[str, ...], Person | None] = {}
        self._equal = Occurrences()
        self._made = 0

    def prepare(self, documents: Sequence[Document], ends: Ends) -> list[Order]:
        """Read the orders of a batch; nothing of the store is needed for that."""
        return [order for document in documents if (order := self._read(document, ends))]

    def beforehand(self, orders: list[Order]) -> None:
        """Ask head office what only it knows; nothing is written meanwhile."""
        self._people.erased.learn(self._different(orders))

    def apply(self, raw: cipher.Connection, orders: list[Order], sink: Sink, ends: Ends) -> None:
        """Decide every row of the batch and put what is to be written into the sink."""
        self._find(raw, orders)
        new = [order for order in orders if order.there is None]
        self._people.load(raw, self._different(orders))
        new = [order for order in new if self._whose(order, ends)]
        for order in orders:
            if order.there is not None:
                self._add_missing(raw, order, sink, ends)
        self._shelf.load(raw, (line for order in new for line in order.lines))
        self._people.write(raw, sink)
        for order in new:
            self._write(order, sink, ends)
        self._shelf.write(sink)

    def made(self) -> dict[str, int]:
        return {"orders": self._made, "customers": self._people.made, "products": self._shelf.made}

    def _read(self, document: Document, ends: Ends) -> Order | None:
        rows = [row for row in document if not self._is_nothing(row, ends)]
        if not rows:
            return None
        wrong = {row[0]: row[2] for row in rows if row[2] is not None}
        key = self._key(rows[0][1])
        if not wrong and not key:
            wrong = {rows[0][0]: _NO_NUMBER}
        if len(key) > 120:
            wrong = {rows[0][0]: "the order number is longer than 120 characters"}
        return self._build(rows, key, wrong, ends)

    def pass_over(self, document: Document) -> None:
        """A document that an earlier run took: only counted among its equals."""
        if self.key_of is None:
            self._equal.next(document[0][1])

    def _key(self, cells: list[str]) -> str:
        """The order's number; an order without one is known by its whole row."""
        return self.key_of(cells) if self.key_of is not None else f"row:{self._equal.next(cells)}"

    def _build(self, rows: list[Row], key: str, wrong: dict[int, str], ends: Ends) -> Order | None:
        head, lines = None, []
        if not wrong:
            try:
                head = self._reader.head(rows, key)
                lines = list(self._lines(rows, head.currency, wrong))
            except Unreadable as error:
                wrong[rows[0][0]] = str(error)
        person = self._person(rows) if not wrong else None
        if person is not None and person.wrong:
            wrong[rows[0][0]] = person.wrong
        if wrong or head is None:
            ends.reject_document(rows, wrong, self.what)
            return None
        return Order(rows, head, lines, person)

    def _is_nothing(self, row: Row, ends: Ends) -> bool:
        _, cells, wrong = row
        if wrong is not None:
            return False
        if not any(cells) or not any(cell.strip() for cell in cells):
            ends.skip([row], EMPTY_ROW)
            return True
        if cells == self._columns:
            ends.skip([row], HEADER_AGAIN)
            return True
        return False

    def _lines(self, rows: list[Row], currency: str, wrong: dict[int, str]) -> Iterator[Line]:
        for row in rows:
            try:
                line = self._reader.line(row, currency)
            except Unreadable as error:
                wrong[row[0]] = str(error)
                continue
            if line is not None:
                yield line

    def _person(self, rows: list[Row]) -> Person | None:
        """The customer named by the first row that names one; equal words are read once."""
        for _, cells, _ in rows:
            if any(cells[at].strip() for at in self._who_at):
                words = tuple(cells[at] for at in self._who_at)
                if words not in self._persons:
                    if len(self._persons) > 50_000:
                        self._persons.clear()
                    self._persons[words] = read_person(
                        self._cells(cells), self._habits, self._tally
                    )
                return self._persons[words]
        return None

    def _different(self, orders: list[Order]) -> list[Person]:
        people = {id(order.person): order.person for order in orders if order.person is not None}
        return list(people.values())

    def _find(self, raw: cipher.Connection, orders: list[Order]) -> None:
        """Which of the orders the store has, and how many lines it has of each."""
        by_key = self._there(raw, _BY_KEY, [order.head.key for order in orders])
        numbers = [order.head.number for order in orders if is_paper_number(order.head.number)]
        by_number = self._there(raw, _BY_NUMBER, numbers)
        for order in orders:
            order.there = by_number.get(order.head.number) or by_key.get(order.head.key)
        there = {order.there.id: order.there for order in orders if order.there is not None}
        for order_id, count, last in select_in(raw, _HOW_MANY, there):
            there[order_id].lines, there[order_id].last = count, last

    def _there(self, raw: cipher.Connection, sql: str, values: Sequence[str]) -> dict[str, There]:
        return {
            row[0]: There(row[1], row[2], row[3] is not None, row[4])
            for row in select_in(raw, sql, values)
        }

    def _whose(self, order: Order, ends: Ends) -> bool:
        """Find or make the customer; an order whose customer is refused is refused with her."""
        if order.person is None:
            return True
        found = self._people.find(order.person, unnamed=True)
        if found.refused or found.known is None:
            ends.reject_document(order.rows, {order.rows[0][0]: found.refused or ""}, self.what)
            return False
        order.customer_id = found.known.id
        return True

    def _add_missing(self, raw: cipher.Connection, order: Order, sink: Sink, ends: Ends) -> None:
        """Lines that a known order lacks are added; what is there is left as it is."""
        there = order.there
        assert there is not None
        if there.away:
            ends.skip(order.rows, _AWAY)
            return
        if (
            self._reader.has("order_date")
            and abs(there.placed_at - order.head.placed_at) > _TWO_DAYS
        ):
            ends.reject_document(order.rows, {order.rows[0][0]: _TAKEN}, self.what)
            return
        more = len(order.lines) - there.lines
        missing = self._missing(raw, there, order.lines, more) if more > 0 else []
        if missing:
            self._shelf.load(raw, missing)
            self._add_lines(there.id, missing, there.last + 1, sink)
        if there.customer_id is None and order.person is not None:
            found = self._people.find(order.person, unnamed=True)
            if found.known is not None:
                sink.change("sales_order", there.id, {"customer_id": found.known.id})
        added = {line.position for line in missing}
        ends.add([row for row in order.rows if row[0] in added])
        ends.match([row for row in order.rows if row[0] not in added])

    def _missing(
        self, raw: cipher.Connection, there: There, lines: list[Line], more: int
    ) -> list[Line]:
        have = Counter(select_in(raw, _LINES, [there.id]))
        missing = []
        for line in lines:
            words = (line.sku or None, line.sum.quantity, line.sum.price, line.sum.amount)
            if have[words] > 0:
                have[words] -= 1
            else:
                missing.append(line)
        return missing[:more]

    def _write(self, order: Order, sink: Sink, ends: Ends) -> None:
        head, order_id = order.head, self._ids.next()
        number = head.number if is_paper_number(head.number) else None
        what = (number, head.kind, head.channel, order.customer_id, head.stage)
        when = (head.placed_at, head.placed_at, False)
        rest = (head.currency, head.key, head.remark or None)
        sink.add("sales_order", order_id, *what, *when, *rest)
        sink.add("order_step", self._ids.next(), order_id, head.stage, head.placed_at, "import")
        self._add_lines(order_id, order.lines, 1, sink)
        self._made += 1
        ends.add(order.rows)

    def _add_lines(self, order_id: Id, lines: list[Line], position: int, sink: Sink) -> None:
        equal: dict[Any, int] = {}
        add, next_id, product = sink.rows["order_line"].append, self._ids.next, self._shelf.product
        for n, line in enumerate(lines, position):
            alike = (line.sku, line.description, line.sum)
            equal[alike] = occurrence = equal.get(alike, 0) + 1
            s = line.sum
            what = (product(line.sku), line.sku or None, line.description)
            sums = (s.quantity, s.price, s.labour, s.discount, s.amount)
            add((next_id(), order_id, n, *what, *sums, occurrence))
