"""What was decided, written in bulk: rows, who wrote them, their feeds, the look-up index."""

from __future__ import annotations

from collections.abc import Collection

from db.office import tables
from db.office.kinds import Key, Mark, Row
from db.office.work import Later, OfficeWork
from db.tables import NUMBERS
from db.types import Id, from_millis
from jewelcrm.office import rights_past
from jewelcrm.office.loading import as_key, erased_among
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Known
from jewelcrm.office.visiting import keys
from jewelcrm.office.visiting.records import notice


def record(work: OfficeWork, known: Known, now: int) -> None:
    """Write everything that has changed; every scope that holds it gets it as news."""
    marks, tables_of = _marks(known), _by_table(known)
    fresh = {key for key in known.changed if known.rows[key]["rev"] == 1}
    with work.port.together():
        for table, rows in tables_of.items():
            work.put_rows(table, rows, fresh=fresh, there=known.there)
        work.put_versions({key: known.versions[key] for key in known.changed})
        hashes, again = keys.note(work, known)
        number = work.ask_mark(marks, now, fresh=fresh)
        once_erased = _erased_of(work, hashes)
        number()
        hashes = keys.renew(work, again)  # reads what is seen only when it is marked
        again_erased = _erased_of(work, hashes)
    rights_past.note(work, tables_of.get("staff", ()), now)
    for customer_id in sorted(once_erased() | again_erased()):
        notice(work, known.pc.branch_id, "erased_before", now, customer_id=customer_id)


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


def _by_table(known: Known) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for key in known.changed:
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
