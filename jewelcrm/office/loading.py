"""What a push touches, read in bulk before anything is decided: a question a table, not a row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from db.office import tables
from db.office.kinds import Key, Members, Row, Versions
from db.office.turns import Turns
from db.office.work import Later, OfficeWork
from db.tables import NUMBERS
from db.types import Id
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.keys import key_in, key_or_none
from jewelcrm.office.merging.known import WATCHED, Known, Pc, Person
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.wire.messages import Op
from jewelcrm.wire.papers import EMPTIED

_PARENTS = ("customer", "sales_order")
_KIN = tuple(n for n, plan in PLANS.items() if plan.parent and n in dict(plan.refs).values())
"""Tables of parts that name other parts of the same record: a refund its payment."""
_TERMS = ("order_line", "payment_due")
Ids = dict[str, set[Id]]


def load(
    work: OfficeWork, pc: Pc, changes: Collection[Change], actors: Iterable[Id]
) -> Turns[Known]:
    """Everything the changes touch, as it is now; the rows are held until the end."""
    known = Known(pc)
    touched, named = _touched(changes), _named(changes)
    rows, places = _rows(work, touched, named), _places(work, touched, named)
    people = work.ask_rows("staff", sorted(set(actors)))
    likely = _Likely(work, changes, named)
    yield
    known.rows.update(rows())
    known.there = frozenset(known.rows)
    known.places = places()
    _gone(work, known)
    _kin(work, known, named)
    _orders(work, known, touched)
    _people(known, people())
    yield from _siblings(work, known, changes)
    known.versions.update(likely.versions(known.rows))
    known.erased = _erased(likely, known, touched, named)
    known.emptied = _emptied(likely, known, changes)
    return known


class _Likely:
    """Answers that will be wanted, asked with everything else; the others when it is known."""

    def __init__(self, work: OfficeWork, changes: Collection[Change], named: Ids) -> None:
        self._work = work
        new = {change.id for change in changes if change.op == "I"}
        keys = {(c.table, c.id) for c in changes if c.op != "I" and c.table in PLANS}
        keys |= {(table, i) for table in _PARENTS for i in named.get(table, ()) if i not in new}
        self._keys, self._versions = keys, work.ask_versions(keys)
        self._new, self._erased = new, ask_erased(work, new)

    def versions(self, wanted: Collection[Key]) -> dict[Key, Versions]:
        """Who wrote these rows last."""
        more = self._work.ask_versions([key for key in wanted if key not in self._keys])
        return {key: one for key, one in self._versions().items() if key in wanted} | more()

    def erased(self, wanted: Collection[Id]) -> set[Id]:
        """Those of the records that were erased for good."""
        more = erased_among(self._work, [i for i in wanted if i not in self._new])
        return {i for i in self._erased() if i in wanted} | more


def _touched(changes: Collection[Change]) -> Ids:
    found: Ids = {}
    for change in changes:
        if change.table in PLANS:
            found.setdefault(change.table, set()).add(change.id)
    return found


def _named(changes: Collection[Change]) -> Ids:
    """The records that the changes refer to."""
    found: Ids = {}
    for change in changes:
        plan = PLANS.get(change.table)
        for column, target in plan.refs if plan else ():
            key = as_key(change.image.get(column))
            if key is not None:
                found.setdefault(target, set()).add(key)
    return found


def held(ops: Iterable[Op]) -> set[Id]:
    """The records that changes hold until the end: their own, and the parents that they name."""
    found = set()
    for op in ops:
        found.add(bytes.fromhex(op.id))
        plan = PLANS.get(op.t)
        for column, target in plan.refs if plan else ():
            key = as_key(op.set.get(column)) if target in _PARENTS else None
            if key is not None:
                found.add(key)
    return found


def as_key(value: object) -> Id | None:
    """A key as it stands in an image; None for what is none."""
    if not isinstance(value, str) or len(value) != 32:
        return None
    try:
        key = bytes.fromhex(value)
    except ValueError:
        return None
    return key if len(key) == 16 else None


def _rows(work: OfficeWork, touched: Ids, named: Ids) -> Later[dict[Key, Row]]:
    asked = {}
    for table in sorted({*touched, *_PARENTS}, key=NUMBERS.__getitem__):
        ids = touched.get(table, set())
        if table in _PARENTS:
            ids = ids | named.get(table, set())
        if ids:
            asked[table] = work.ask_rows(table, sorted(ids), lock=True)
    return lambda: {(table, i): row for table, rows in asked.items() for i, row in rows().items()}


def _kin(work: OfficeWork, known: Known, named: Ids) -> None:
    """Parts that other parts name, as far as the PC may see them."""
    for table in _KIN:
        ids = sorted(i for i in named.get(table, ()) if (table, i) not in known.rows)
        for row_id, row in work.rows(table, ids).items() if ids else ():
            known.rows[table, row_id] = row


def _orders(work: OfficeWork, known: Known, touched: Ids) -> None:
    """Which branch took the orders whose pieces and terms are not of the PC's branch."""
    mine = known.pc.branch_id
    rows = (known.rows.get((table, i)) for table in _TERMS for i in touched.get(table, ()))
    ids = {key_in(row, "order_id") for row in rows if row and row["branch_id"] != mine}
    missing = sorted(i for i in ids if ("sales_order", i) not in known.rows)
    for row_id, row in work.rows("sales_order", missing).items() if missing else ():
        known.rows["sales_order", row_id] = row


def _places(work: OfficeWork, touched: Ids, named: Ids) -> Later[Members]:
    keys = {(table, i) for ids in (touched, named) for table, found in ids.items() for i in found}
    return work.ask_members(keys)


def _gone(work: OfficeWork, known: Known) -> None:
    """What the PC names and does not hold, though it may have held it once."""
    hidden = [
        key for key, places in known.places.items() if places and pc_sees_nothing(known.pc, places)
    ]
    if hidden:
        ever = work.ever(hidden)
        known.once = {key for key in hidden if not known.pc.scopes.isdisjoint(ever[key])}
        _once(work, known)


def _once(work: OfficeWork, known: Known) -> None:
    """Customers and orders that went away: business with them may still come in."""
    for table in _PARENTS:
        keys = sorted(key for key in known.once if key[0] == table and key not in known.rows)
        work.widen({scope for key in keys for scope in known.places[key]})
        rows = work.rows(table, [key[1] for key in keys], lock=True)
        known.rows.update({(table, row_id): row for row_id, row in rows.items()})
        known.places.update(work.members(keys) if keys else {})


def pc_sees_nothing(pc: Pc, places: Collection[str]) -> bool:
    """True when none of the places is the PC's."""
    return pc.scopes.isdisjoint(places)


def _people(known: Known, staff: Mapping[Id, Row]) -> None:
    for row_id, row in staff.items():
        active = bool(row["active"]) and row["archived_at"] is None
        known.people[row_id] = Person(str(row["role"]), active)


def _siblings(work: OfficeWork, known: Known, changes: Collection[Change]) -> Turns[None]:
    """Payments and lines of orders that get a payment, consents of customers that get one."""
    paid = _parents_of(known, changes, "payment")
    asked = _parents_of(known, changes, "consent")
    if not paid and not asked:
        return
    found = [
        _watch(work, "payment", paid),
        _watch(work, "order_line", paid),
        _watch(work, "consent", asked),
    ]
    yield
    for hear in found:
        hear(known)
    consents = [
        ("consent", row_id)
        for parent in asked
        for row_id in known.children.get(("consent", parent), {})
    ]
    known.versions.update(work.versions(consents))


def _parents_of(known: Known, changes: Collection[Change], table: str) -> set[Id]:
    plan = PLANS[table]
    column, target = plan.parent or ("", "")
    ids = {as_key(c.image.get(column)) for c in changes if c.table == table and c.op == "I"}
    return {i for i in ids if i is not None and (target, i) in known.rows}


def _watch(work: OfficeWork, table: str, parents: set[Id]) -> Callable[[Known], None]:
    """Asked: the parts of these records."""
    column = WATCHED[table]
    asked = work.ask_rows(table, parents, column=column)

    def hear(known: Known) -> None:
        for row_id, row in asked().items():
            known.children.setdefault((table, key_in(row, column)), {})[row_id] = row

    return hear


def _erased(likely: _Likely, known: Known, touched: Ids, named: Ids) -> set[Id]:
    absent = {
        row_id
        for table, ids in touched.items()
        for row_id in ids
        if (table, row_id) not in known.rows
    }
    absent |= {i for i in named.get("customer", ()) if ("customer", i) not in known.rows}
    return likely.erased(absent)


def _emptied(likely: _Likely, known: Known, changes: Collection[Change]) -> set[Id]:
    """The papers among the changes that belong to orders of people who were erased."""
    orders = {
        change.id: order_id
        for change in changes
        if change.table in EMPTIED and (order_id := _order_of(known, change)) is not None
    }
    without = {i for i in orders.values() if not has_customer(known, i)}
    late = {
        change.id for change in changes if as_key(change.image.get("customer_id")) in known.erased
    }
    gone = likely.erased(without) | late
    return {row_id for row_id, order_id in orders.items() if gone & {row_id, order_id}}


def _order_of(known: Known, change: Change) -> Id | None:
    if change.table == "sales_order":
        return change.id
    row = known.rows.get((change.table, change.id))
    return key_or_none(row, "order_id") or as_key(change.image.get("order_id"))


def has_customer(known: Known, order_id: Id) -> bool:
    """True for an order that is there and is somebody's."""
    return key_or_none(known.rows.get(("sales_order", order_id)), "customer_id") is not None


def erased_among(work: OfficeWork, ids: Collection[Id]) -> set[Id]:
    """Those of the records that were erased for good."""
    return ask_erased(work, ids)()


def ask_erased(work: OfficeWork, ids: Collection[Id]) -> Later[set[Id]]:
    """`erased_among`, asked."""
    found = work.port.ask_pick(tables.erasure, ("row_id",), [(row_id,) for row_id in ids])
    return lambda: {row[0] for row in found.rows()}


def keys_of(changes: Iterable[Change]) -> list[Key]:
    """The records that the changes are about, each once, in their order."""
    return list(dict.fromkeys((change.table, change.id) for change in changes))
