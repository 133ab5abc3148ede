"""What was decided, written in bulk: rows, who wrote them, their feeds, the look-up index."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from db.office import tables
from db.office.kinds import Key, Mark, Row
from db.office.turns import Turns
from db.office.work import Later, OfficeWork
from db.tables import NUMBERS
from db.types import Id, from_millis
from jewelcrm.office import rights_past
from jewelcrm.office.loading import as_key, erased_among
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Known
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.visiting import keys
from jewelcrm.office.visiting.records import notice


class Recording:
    """One push's way into the store: the database writes what is decided while more is decided."""

    def __init__(self, work: OfficeWork, known: Known) -> None:
        self._work = work
        self.known = known
        self._seen = 0
        self._held: list[Key] = []
        """Rows that a later transaction changes once more, and those that name such a row."""

    def put(self, later: Collection[Id] = frozenset()) -> None:
        """Write the rows that were changed since, once each: not yet what is touched `later`."""
        known, rows = self.known, self._decided(later)
        fresh = {key for key in rows if known.rows[key]["rev"] == 1}
        with self._work.port.together():
            for table, some in _by_table(known, rows).items():
                self._work.put_rows(table, some, fresh=fresh, there=known.there)
            self._work.put_versions({key: known.versions[key] for key in rows})

    def finish(self, now: int) -> Turns[None]:
        """Write what is left; every scope that holds something of it all gets it as news."""
        work, known = self._work, self.known
        self.put()
        with work.port.together():
            hashes, again = keys.note(work, known)
            fresh = {key for key in known.changed if known.rows[key]["rev"] == 1}
            once_erased = _erased_of(work, hashes)
            yield from work.mark_in_turns(_marks(known), now, fresh=fresh)
            hashes = keys.renew(work, again)  # reads what is seen only when it is marked
            again_erased = _erased_of(work, hashes)
        staff = [known.rows[key] for key in known.changed if key[0] == "staff"]
        rights_past.note(work, staff, now)
        yield
        for customer_id in sorted(once_erased() | again_erased()):
            notice(work, known.pc.branch_id, "erased_before", now, customer_id=customer_id)

    def _decided(self, later: Collection[Id]) -> list[Key]:
        """What can be written, no row before one that it names."""
        known = self.known
        decided = [*self._held, *islice(known.changed, self._seen, None)]
        self._seen = len(known.changed)
        held = {key[1] for key in decided if key[1] in later}
        more = held
        while more:
            more = {key[1] for key in decided if key[1] not in held and _names(known, key, held)}
            held |= more
        self._held = [key for key in decided if key[1] in held]
        return [key for key in decided if key[1] not in held] if held else decided


def _names(known: Known, key: Key, ids: Collection[Id]) -> bool:
    row = known.rows[key]
    return any(row[column] in ids for column, _ in PLANS[key[0]].refs)


def _erased_of(work: OfficeWork, hashes: keys.Hashes) -> Later[set[Id]]:
    """Asked: whoever has a phone or an address of somebody who was erased."""
    asked = work.ask_erased_among({hashed for hashed, _ in hashes})

    def hear() -> set[Id]:
        once_erased = asked()
        return {customer_id for hashed, customer_id in hashes if hashed in once_erased}

    return hear


def bury(work: OfficeWork, late: Collection[Change], now: int) -> None:
    """Keep that these records, which came after their person was erased, must never come back.

    Others may name such a record too: whoever names one that is kept already changes nothing.
    """
    there = erased_among(work, {change.id for change in late})
    rows = {
        change.id: {
            "row_id": change.id,
            "tbl": change.table,
            "customer_id": customer_id,
            "at": from_millis(now),
        }
        for change in late
        if change.id not in there and (customer_id := as_key(change.image["customer_id"]))
    }
    if rows:
        work.conn.execute(tables.erasure.insert(), list(rows.values()))


def _by_table(known: Known, wanted: Iterable[Key]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for key in wanted:
        found.setdefault(key[0], []).append(known.rows[key])
    return dict(sorted(found.items(), key=lambda item: NUMBERS[item[0]]))


def _marks(known: Known) -> list[Mark]:
    marks = [
        Mark(scope, key[0], key[1], kind, _rev(known, key))
        for key in known.changed
        for scope, kind in known.places[key].items()
    ]
    marks += [
        Mark(scope, key[0], key[1], "S", _rev(known, key))
        for scope, key in known.stubs
        if key not in known.changed
    ]
    return marks


def _rev(known: Known, key: Key) -> int:
    return int(known.rows[key]["rev"] or 0)
