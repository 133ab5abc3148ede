"""Which role a person had when: what was done then is allowed by it, and by the role of today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from db.office import tables
from db.office.kinds import Row
from db.office.work import Later, OfficeWork
from db.types import Id


@dataclass(frozen=True, slots=True)
class Since:
    """From a moment on, a person had this role; none when not active."""

    at: int
    role: str
    active: bool


def note(work: OfficeWork, rows: Iterable[Row], at: int) -> None:
    """Keep the roles that people (rows of `staff`) have from now on, where they are new."""
    wanted = {
        row["id"]: Since(at, str(row["role"]), bool(row["active"]) and row["archived_at"] is None)
        for row in rows
        if isinstance(row["id"], bytes)
    }
    known = of(work, wanted)
    fresh = [
        (staff_id, one.at, one.role, one.active)
        for staff_id, one in wanted.items()
        if not known[staff_id] or _differs(known[staff_id][-1], one)
    ]
    work.port.put(tables.staff_right, fresh)


def of(work: OfficeWork, people: Collection[Id]) -> dict[Id, list[Since]]:
    """The roles of these people, the first one first."""
    return ask_of(work, people)()


def ask_of(work: OfficeWork, people: Collection[Id]) -> Later[dict[Id, list[Since]]]:
    """`of`, asked."""
    found: dict[Id, list[Since]] = {staff_id: [] for staff_id in people}
    if not found:
        return lambda: found
    asked = work.port.ask_where(tables.staff_right, "staff_id", found, lock=False)

    def hear() -> dict[Id, list[Since]]:
        for staff_id, at, role, active in sorted(asked.rows(), key=lambda row: row[1]):
            found[staff_id].append(Since(at, role, bool(active)))
        return found

    return hear


def between(past: Sequence[Since], since: int, until: int) -> frozenset[str] | None:
    """The roles in force at any moment of a span; before the first one that is known, that one.

    None where nothing is known of the person's past.
    """
    if not past:
        return None
    first = max((n for n, one in enumerate(past) if one.at <= since), default=0)
    span = [one for n, one in enumerate(past) if n == first or (n > first and one.at <= until)]
    return frozenset(one.role for one in span if one.active)


def _differs(before: Since, now: Since) -> bool:
    return (before.role, before.active) != (now.role, now.active)
