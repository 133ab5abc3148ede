"""Head office's rows into this PC's tables: memberships, images, removals and erasures.

One `Applying` lives as long as one transaction. Pages are written with one statement a table;
nothing is asked row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from db.shop import erasures, syncrejects, syncstate
from db.shop.syncrows import Plan, never_sent, papers_of, plan
from db.tables import NAMES, metadata
from db.types import Id, to_millis
from db.work import Work
from jewelcrm.sync.masking import WHOLE, View, narrowed
from jewelcrm.sync.members import Members, Membership
from jewelcrm.sync.shadows import Shown
from jewelcrm.wire.messages import Image, Item, Row
from jewelcrm.wire.papers import EMPTIED

NO_VIEWS: Mapping[Id, View] = MappingProxyType({})
_KEPT = frozenset({"sales_order", "payment"})
"""Business of an erased customer stays; head office says what becomes of it."""


class Arrival(NamedTuple):
    """A row as head office told it."""

    id: Id
    kind: str
    rev: int
    image: Image
    scopes: tuple[int, ...] = ()
    shown: bool = False
    """True when it is what this PC has said: it shows that, unless it was answered before."""


class Applying:
    """Applies what head office says, inside one transaction; `close` at its end."""

    def __init__(self, work: Work) -> None:
        self._raw, self._now = work.raw, to_millis(work.now)
        self.members = Members(work.raw)
        self.shown = Shown(work.raw, work.touched)

    def page(self, no: int, items: Iterable[Item], *, guard: bool = False) -> None:
        """News of one scope. `guard`: an image may be older than what is here already."""
        for table, kind, arrivals in _sorted(_item(item) for item in items):
            if kind == "E":
                self.erase(table, [one.id for one in arrivals])
            elif kind == "R":
                self.remove(no, table, [one.id for one in arrivals])
            else:
                self._arrive(no, table, arrivals, guard=guard)

    def answers(self, told: Iterable[Row], said: Mapping[tuple[str, str], Image]) -> None:
        """Rows as they became through a push; the last word on each counts.

        `said`: what this PC wrote of records that it added and has not changed since.
        """
        latest = {(row.t, row.id): row for row in told}
        rows = (self._row(row, said.get(key)) for key, row in latest.items())
        for table, kind, arrivals in _sorted(rows):
            if kind == "E":
                self.erase(table, [one.id for one in arrivals])
            elif kind == "R":
                self.gone(table, [one.id for one in arrivals])
            else:
                self._answered(table, arrivals)

    def remove(self, no: int, table: Plan, ids: Sequence[Id]) -> None:
        """Rows are no longer in the scope; what no other scope holds goes."""
        was = self.members.known(no, table, ids)
        self.members.leave(no, table, was)
        rest = self.members.everywhere(table, ids)
        self.shown.unbase(table, [row_id for row_id in ids if row_id not in rest])
        for row_id in rest.keys() & was:
            before = [*rest[row_id], (no, *was[row_id])]
            view = self.members.seen(rest[row_id])
            if view != self.members.seen(before):
                self.shown.narrow(table, row_id, view)

    def gone(self, table: Plan, ids: Sequence[Id]) -> None:
        """Head office has these rows not, or not for us; those of a scope leave with its news."""
        held = self.members.everywhere(table, ids)
        self.shown.unbase(table, [row_id for row_id in ids if row_id not in held])

    def erase(self, table: Plan, ids: Sequence[Id]) -> None:
        """Leave nothing of these rows on this PC, unsent changes and history included."""
        for no in list(self.members.cursors):
            self.members.leave(no, table, self.members.known(no, table, ids))
        syncrejects.forget(self._raw, table.name, ids)
        if table.name == "customer":
            self._empty_papers(ids)
        self.shown.forget(table, ids)
        if table.name == "customer":
            for child, column in _belongings():
                unsent = [i for owner in ids for i in never_sent(self._raw, child, column, owner)]
                self.shown.forget(child, unsent)
        syncstate.note_forget(self._raw)
        erasures.note(self._raw, table.name, ids, self._now)

    def _empty_papers(self, persons: Sequence[Id]) -> None:
        """Their orders and payments stay, as head office will say; what was written of them goes.

        Free text that was not sent yet is never sent; the rest of such a change is.
        """
        papers = papers_of(self._raw, persons)
        for name, columns in EMPTIED.items():
            table = plan(name)
            if table is not None and papers[name]:
                self.shown.empty(table, papers[name], (*columns, "customer_id"))

    def close(self) -> None:
        """Write the scopes' sums."""
        self.members.close()

    def _arrive(self, no: int, table: Plan, arrivals: Sequence[Arrival], *, guard: bool) -> None:
        ids = [one.id for one in arrivals]
        known = self.members.known(no, table, ids)
        if guard:
            arrivals = [a for a in arrivals if a.id not in known or known[a.id][0] <= a.rev]
        self.members.arrive(no, table, [(a.id, a.rev, a.kind) for a in arrivals], known)
        if guard:
            shown = self.shown.revs(table, ids)
            arrivals = [a for a in arrivals if shown.get(a.id, 0) <= a.rev]
        self._show(table, arrivals, self._views(no, table, arrivals))

    def _views(self, no: int, table: Plan, arrivals: Sequence[Arrival]) -> Mapping[Id, View]:
        """How much of them is to be seen; not asked where this scope shows them whole."""
        if all(self.members.view(no, a.kind) == WHOLE for a in arrivals):
            return {}
        return self.members.views(table, [a.id for a in arrivals])

    def _answered(self, table: Plan, arrivals: Sequence[Arrival]) -> None:
        held = self.members.everywhere(table, [a.id for a in arrivals])
        for no in list(self.members.cursors):
            self._settle(no, table, arrivals, held)
        self.shown.unbase(table, [a.id for a in arrivals if not held.get(a.id)])
        here = [a for a in arrivals if held.get(a.id)]
        fresh = self.shown.never_sent(table, [a.id for a in here if a.shown])
        self.shown.confirm(table, [(a.id, a.rev, a.image) for a in here if a.id in fresh])
        views = {a.id: self.members.seen(held[a.id]) for a in here}
        self._show(table, [a for a in here if a.id not in fresh], views)

    def _settle(
        self,
        no: int,
        table: Plan,
        arrivals: Sequence[Arrival],
        held: dict[Id, list[Membership]],
    ) -> None:
        """Bring one scope's memberships to what the answers say. Stubs come and go with news."""
        known: dict[Id, tuple[int, str]] = {}
        inside: list[tuple[Id, int, str]] = []
        outside: dict[Id, tuple[int, str]] = {}
        for a in arrivals:
            was = next(((rev, kind) for of, rev, kind in held.get(a.id, ()) if of == no), None)
            if was is not None:
                known[a.id] = was
            if no not in a.scopes and was is not None and was[1] == "P":
                outside[a.id] = was
                held[a.id] = [m for m in held[a.id] if m[0] != no]
            elif no in a.scopes and not (was is not None and was[1] == "S" and a.kind == "P"):
                inside.append((a.id, a.rev, a.kind))
                others = [m for m in held.get(a.id, ()) if m[0] != no]
                held[a.id] = [*others, (no, a.rev, a.kind)]
        self.members.arrive(no, table, inside, known)
        self.members.leave(no, table, outside)

    def _show(
        self, table: Plan, arrivals: Sequence[Arrival], views: Mapping[Id, View] = NO_VIEWS
    ) -> None:
        """Images of whatever scope: each holds all that head office lets this PC see of the row.

        `views`: what is not to be seen by any membership that is known here is left out; the scope
        that shows it brings it when it comes.
        """
        name = table.name
        self.shown.put(
            table,
            [(a.id, a.rev, narrowed(name, a.image, views.get(a.id, WHOLE))) for a in arrivals],
        )

    def _row(self, row: Row, said: Image | None) -> tuple[str, Arrival]:
        numbers = self.members.numbers
        scopes = tuple(numbers[name] for name in row.scopes if name in numbers)
        if row.said and said is None:
            raise ValueError("Head office takes a record for said that this PC has not said.")
        image = (said if row.said else row.img) or {}
        same = said is not None and image == said
        return row.t, Arrival(bytes.fromhex(row.id), row.kind, row.rev, image, scopes, same)


def _item(item: Item) -> tuple[str, Arrival]:
    return item.t, Arrival(bytes.fromhex(item.id), item.kind, item.rev, item.img or {})


def _sorted(
    told: Iterable[tuple[str, Arrival]],
) -> list[tuple[Plan, str, list[Arrival]]]:
    """By table and what happens to them, in the tables' own order; keys in order.

    A table that this release does not know is left to a later one.
    """
    groups: dict[tuple[str, str], list[Arrival]] = {}
    for name, one in told:
        kind = "P" if one.kind == "S" else one.kind
        groups.setdefault((name, kind), []).append(one)
    known = [(plan(name), kind, group) for (name, kind), group in groups.items()]
    found = [(table, kind, group) for table, kind, group in known if table is not None]
    for _, _, group in found:
        group.sort(key=_by_id)
    return sorted(found, key=_by_table)


def _by_id(one: Arrival) -> Id:
    return one.id


def _by_table(group: tuple[Plan, str, Any]) -> tuple[int, str]:
    return group[0].number, group[1]


def _belongings() -> list[tuple[Plan, str]]:
    """Tables of things that are a customer's own, and how they name her."""
    return [
        (known, column.name)
        for name in NAMES.values()
        if name not in _KEPT and (known := plan(name)) is not None
        for column in metadata.tables[name].columns
        if column.name in ("customer_id", "other_id")
    ]
