"""Everything head office has of one person, gathered before she is erased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from db.office.kinds import Key, Row
from db.office.work import OfficeWork
from db.tables.review import quarantine
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.visiting.blanking import Traces, made_for
from jewelcrm.wire.papers import EMPTIED

Rows = dict[Key, Row]
_PARTS = tuple(name for name, plan in PLANS.items() if plan.parent == ("customer_id", "customer"))
_ORDER_PARTS = tuple(n for n, plan in PLANS.items() if plan.parent == ("order_id", "sales_order"))


@dataclass(slots=True)
class Subject:
    """A person with all her records; duplicates that were merged count as she."""

    ids: set[Id]
    gone: Rows = field(default_factory=dict)
    """Records that are dropped."""
    papers: Rows = field(default_factory=dict)
    """Orders, with all their parts: kept without her."""
    others: Rows = field(default_factory=dict)
    """Payments of hers for orders of somebody else: kept without her."""
    aside: Rows = field(default_factory=dict)
    """Transactions put aside that are about her, or also about her."""
    unseen: set[Key] = field(default_factory=set)
    """Records of hers that only such transactions have made: others may still name them."""

    @property
    def erased_ids(self) -> set[Id]:
        """Records that are dropped, also those which head office never took in."""
        return {i for _, i in self.gone} | {i for table, i in self.unseen if table not in EMPTIED}

    @property
    def paper_ids(self) -> set[Id]:
        """Papers of hers, also those which head office never took in."""
        return {i for _, i in self.papers} | {i for table, i in self.unseen if table in EMPTIED}

    @property
    def contacts(self) -> list[Row]:
        """Her phones and addresses, those put away too."""
        return [row for (table, _), row in self.gone.items() if table == "contact_point"]

    @property
    def orders(self) -> set[Id]:
        """The keys of her orders."""
        return {i for table, i in (*self.papers, *self.unseen) if table == "sales_order"}

    @property
    def payers(self) -> set[Id]:
        """Others who paid on her orders: a stub of them stood wherever the order did."""
        named = {
            key_or_none(row, "customer_id") for (t, _), row in self.papers.items() if t == "payment"
        }
        return {i for i in named if i and i not in self.ids}

    @property
    def traces(self) -> Traces:
        """How she may be named in somebody's words."""
        customers = [row for (table, _), row in self.gone.items() if table == "customer"]
        return Traces(customers, self.contacts)


def gather(work: OfficeWork, customer_id: Id) -> Subject:
    """All that there is of a customer; the rows are held until the transaction ends."""
    found = Subject(_group(work, customer_id))
    ids = found.ids
    _take(work, found.gone, "customer", "id", ids)
    for table in (*_PARTS, "followup", "conflict", "notice"):
        _take(work, found.gone, table, "customer_id", ids)
    _take(work, found.gone, "relation", "other_id", ids)
    _papers(work, found)
    _take(work, found.gone, "followup", "order_id", found.orders)
    _take(work, found.gone, "conflict", "row_id", [row_id for _, row_id in found.papers])
    _take(work, found.gone, "conflict", "row_id", [row_id for _, row_id in found.gone])
    _households(work, found)
    _aside(work, found)
    return found


def _group(work: OfficeWork, customer_id: Id) -> set[Id]:
    """The customer and those merged with her, either way."""
    found: set[Id] = set()
    fresh = {customer_id}
    while fresh:
        found |= fresh
        rows = work.rows("customer", fresh, lock=True).values()
        above = {key_or_none(row, "merged_into") for row in rows} - {None}
        below = set(work.rows_where("customer", "merged_into", fresh, lock=True))
        fresh = ({i for i in above if i} | below) - found
    return found


def _papers(work: OfficeWork, found: Subject) -> None:
    _take(work, found.papers, "sales_order", "customer_id", found.ids)
    orders = found.orders
    for table in _ORDER_PARTS:
        _take(work, found.papers, table, "order_id", orders)
    _take(work, found.others, "payment", "customer_id", found.ids)
    for key in found.papers:
        found.others.pop(key, None)


def _households(work: OfficeWork, found: Subject) -> None:
    """Households in which nobody else is."""
    persons = [row for (table, _), row in found.gone.items() if table == "customer"]
    homes = sorted({home for row in persons if (home := key_or_none(row, "household_id"))})
    shared = {
        row["household_id"]
        for row_id, row in work.rows_where("customer", "household_id", homes).items()
        if row_id not in found.ids
    }
    _take(work, found.gone, "household", "id", [i for i in homes if i not in shared])


def _aside(work: OfficeWork, found: Subject) -> None:
    """Put-aside transactions that name her or anything of hers; there are never many.

    One may have made what another names: they are read until nothing more comes to light.
    """
    c = quarantine.c
    rows = work.conn.execute(select(c.id, c.customer_id, c.ops)).all()
    hers: set[Id] = set()
    told: set[str] = set()
    while (known := {i.hex() for i in found.erased_ids | found.paper_ids}) != told:
        told = known
        for row in rows:
            if row.customer_id in found.ids or any(key in row.ops.lower() for key in told):
                hers.add(row.id)
                found.unseen |= _not_here(work, made_for(row.ops, told))
    _take(work, found.aside, "quarantine", "id", hers)


def _not_here(work: OfficeWork, keys: Iterable[Key]) -> set[Key]:
    """Those that head office has no record of: what it has, it knows to be hers or not."""
    return {(table, row_id) for table, row_id in keys if row_id not in work.rows(table, [row_id])}


def _take(work: OfficeWork, into: Rows, table: str, column: str, values: Iterable[Id]) -> None:
    wanted = sorted(set(values))
    rows = work.rows_where(table, column, wanted, lock=True) if wanted else {}
    into.update({(table, row_id): row for row_id, row in rows.items()})


def find(work: OfficeWork, text: str) -> Id:
    """The customer with this number or id.

    Raises:
        CanFix: there is none, or several have the number.
    """
    wanted = text.strip()
    ids = set(work.rows_where("customer", "number", [wanted]))
    if not ids and len(wanted) == 32:
        try:
            ids = set(work.rows("customer", [bytes.fromhex(wanted)]))
        except ValueError:
            ids = set()
    if len(ids) != 1:
        raise CanFix("{text} is no single customer's number or id.", text=text)
    return ids.pop()
