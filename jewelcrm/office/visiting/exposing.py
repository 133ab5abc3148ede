"""Whose data was on a PC: for the report after one was stolen (sync.md 2.8).

Told by the feed of the PC's branch and by its leases: persons and classes of columns, not the
columns' contents. Removals are remembered for 90 days, so a customer who left the branch before
that is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from db.office import tables
from db.office.kinds import Row
from db.office.work import OfficeWork
from db.tables import NUMBERS, metadata
from db.tables.base import OPEN
from db.types import Id, to_millis
from jewelcrm.office.grants import mask_of
from jewelcrm.office.merging.placing import STAFF, branch_scope
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.service import Office

CLASSES = tuple(
    sorted({str(c.info["class"]) for t in metadata.sorted_tables for c in t.columns if c.info})
)
"""Every class of columns there is."""


class Exposed(msgspec.Struct, omit_defaults=True):
    """One person."""

    id: str
    kind: str
    """`customer` or `staff`."""
    number: str
    """The customer's number, the person's log-in; empty for who was erased since."""
    name: str
    how: str
    """`branch`, `lease`, `stub`, or `left`: no longer there when the PC was last seen."""
    classes: list[str]
    at: int
    """When something of it last went to the PC, or was removed."""


class Exposure(msgspec.Struct):
    """The persons on a PC, and what of them."""

    device: str
    branch: str
    enrolled_at: int
    last_seen: int | None
    persons: list[Exposed]
    unsigned: bool = False
    """Whoever had the PC could act in the name of every person of the chain."""


UNSIGNED = (
    "Its people acted unsigned: whoever had this PC could write in anybody's name. Look through"
    " what came from it since it was lost (audit log), and update the program of the others."
)


class _Seen(msgspec.Struct):
    how: str
    classes: set[str]
    at: int


def exposure(office: Office, device_id: Id) -> Exposure:
    """Whose data was on a PC, as the PC itself may hear it: no names of whom it lost sight of.

    Raises:
        Refusal: `not_found`.
    """
    with office.store.read() as work:
        told = report(work, device_id)
    told.unsigned = False  # whoever has the PC need not hear it
    for one in told.persons:
        if one.how != "branch":
            one.name = one.number = ""
    return told


def report(work: OfficeWork, device_id: Id) -> Exposure:
    """Whose data was on a PC, whatever its state is; for head office.

    Raises:
        Refusal: `not_found`.
    """
    d = tables.device.c
    pc = work.conn.execute(select(tables.device).where(d.id == device_id)).first()
    if pc is None:
        raise Refusal("not_found")
    enrolled = to_millis(pc.enrolled_at)
    last_seen = to_millis(pc.last_seen) if pc.last_seen else None
    customers = _customers(work, pc.branch_id, enrolled)
    _add_leases(work, device_id, customers, last_seen)
    staff = {
        row_id: _Seen("branch", _held_classes({"staff"}), at)
        for row_id, _, at in _entries(work, STAFF, "staff", enrolled)
    }
    persons = [*_named(work, "customer", customers, last_seen), *_named(work, "staff", staff, None)]
    code = work.rows("branch", [pc.branch_id]).get(pc.branch_id, {}).get("code")
    unsigned = pc.signs_since is None
    return Exposure(device_id.hex(), str(code or ""), enrolled, last_seen, persons, unsigned)


def _customers(work: OfficeWork, branch_id: Id, enrolled: int) -> dict[Id, _Seen]:
    """Those whom the branch's feed has, or had since the PC was enrolled."""
    found: dict[Id, _Seen] = {}
    everything = _held_classes(_about_customers())
    for row_id, kind, at in _entries(work, branch_scope(branch_id), "customer", enrolled):
        if kind == "S":
            found[row_id] = _Seen("stub", {OPEN}, at)
        else:
            found[row_id] = _Seen("branch" if kind == "P" else "left", set(everything), at)
    return found


def _entries(work: OfficeWork, scope: str, table: str, since: int) -> Iterator[tuple[Id, str, int]]:
    """Rows of a scope with kind and moment; without those that went before `since`."""
    c = tables.scope_feed.c
    rows = work.conn.execute(
        select(c.id, c.kind, c.at).where(
            c.scope == (work.scopes.known(scope) or 0), c.tbl == NUMBERS[table]
        )
    )
    for row in rows:
        if row.kind in ("P", "S") or row.at >= since:
            yield row.id, row.kind, row.at


def _add_leases(
    work: OfficeWork, device_id: Id, found: dict[Id, _Seen], last_seen: int | None
) -> None:
    everything, c = _held_classes(_about_customers()), tables.lease.c
    rows = work.conn.execute(
        select(c.customer_id, c.mask, c.until, c.ended_at).where(c.device == device_id)
    )
    for row in rows:
        ended = min(row.until, row.ended_at) if row.ended_at else row.until
        seen = found.setdefault(row.customer_id, _Seen("lease", set(), 0))
        if seen.how == "stub":
            seen.how = "lease"
        seen.classes |= everything - mask_of(row.mask)
        seen.at = max(seen.at, min(to_millis(ended), last_seen or to_millis(ended)))


def _about_customers() -> set[str]:
    parts = {name for name, plan in PLANS.items() if plan.parent == ("customer_id", "customer")}
    return {"customer", *parts, "followup", "sales_order", "order_line", "payment"}


def _held_classes(names: set[str]) -> set[str]:
    return {str(c.info["class"]) for name in names for c in metadata.tables[name].columns}


def _named(
    work: OfficeWork, table: str, seen: dict[Id, _Seen], last_seen: int | None
) -> Iterator[Exposed]:
    """The persons by name as they are now; not those who came after the PC was last seen."""
    label = "number" if table == "customer" else "login"
    ids = sorted(seen)
    for start in range(0, len(ids), 1_000):
        part = ids[start : start + 1_000]
        rows = work.rows(table, part)
        for row_id in part:
            row, one = rows.get(row_id), seen[row_id]
            if row is not None and last_seen is not None and _is_newer(row, last_seen):
                continue
            yield Exposed(
                id=row_id.hex(),
                kind=table,
                number=str(row[label]) if row else "",
                name=str(row["name"]) if row else "",
                how=one.how,
                classes=sorted(one.classes),
                at=one.at,
            )


def _is_newer(row: Row, moment: int) -> bool:
    """True for a record made after the moment, with an hour of grace."""
    made = row["created_at"]
    return isinstance(made, int) and made > moment + 3_600_000
