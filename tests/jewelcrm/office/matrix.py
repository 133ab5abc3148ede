"""Who may do what to whose records: the cases, and what is expected, written down anew.

Expected answers come from the catalogue of rights, and from the small tables here that say in
words of this file which act needs which right and which records a branch has. Nothing of head
office's own checks is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Boolean, String

from db.columns import Day, Key
from db.office import tables
from db.office.kinds import Mark, Versions
from db.office.store import OfficeStore
from db.tables import NUMBERS, metadata
from db.types import Id, from_millis, new_id
from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.wire.messages import Op
from tests.jewelcrm.office.chain import Chain, Pc

ROLES = ("administrator", "manager", "sales")
RELATIONS = ("own", "other", "shared", "leased", "masked", "moved", "stub", "taken_there")
"""`taken_there`: a customer of ours, whose order another branch took."""
MASK = frozenset({"contact", "restricted", "value"})

OFFICE_ONLY = {"branch", "staff", "customer_share"}
OF_CHAIN = {"product", "gold_rate"}
"""In a chain an administrator changes these, from any PC."""
REVIEW = {"conflict", "quarantine", "notice"}
LEDGERS = {"note", "consent", "order_step", "payment", "gold_rate"}
HERS = {
    "contact_point",
    "occasion",
    "relation",
    "ring_size",
    "preference",
    "wish",
    "note",
    "consent",
    "customer_share",
}
OF_ORDERS = {"order_line", "order_step", "payment", "payment_due"}
GRANTS = {"report_grant", "department_member"}
OF_BRANCHES = {"household", "followup", "followup_rule", "target", *GRANTS, *REVIEW}

NEEDS = {
    **dict.fromkeys(HERS | {"household"}, "customers.edit"),
    **dict.fromkeys(("order_line", "payment_due"), "orders.edit"),
    **dict.fromkeys(REVIEW, "sync.review"),
    **dict.fromkeys(GRANTS, "reports.grant"),
    **dict.fromkeys(OF_CHAIN, "catalogue.edit"),
    "followup": "followups.edit",
    "followup_rule": "followups.rules",
    "target": "settings.edit",
}
"""The right for any change of a record, where all need the same."""

WORD = {
    "occasion": "note",
    "relation": "note",
    "consent": "source",
    "ring_size": "label",
    "contact_point": "label",
    "preference": "value",
    "wish": "description",
    "note": "body",
    "order_line": "description",
    "order_step": "reason",
    "payment": "remark",
    "payment_due": "kind",
    "followup": "title",
    "followup_rule": "rule",
    "household": "name",
    "product": "name",
    "gold_rate": "grade",
    "branch": "name",
    "staff": "name",
    "customer_share": "archived_at",
    "conflict": "state",
    "quarantine": "state",
    "notice": "state",
    "report_grant": "detail",
    "department_member": "department",
    "target": "measure",
}
"""A column to change of each table."""


@dataclass(frozen=True)
class Act:
    """One kind of change; `right`: what it needs; None: nobody at a branch may."""

    table: str
    op: str
    right: str | None
    values: dict[str, Any] = field(default_factory=dict)
    column: str = ""


@dataclass(frozen=True)
class Case:
    """An act of a person on records of a relation, and whether it is to be taken."""

    role: str
    act: Act
    relation: str

    @property
    def expected(self) -> bool:
        right = self.act.right
        if right is None or self.role not in RIGHTS[right].roles:
            return False
        if self.act.table in OF_CHAIN:
            return self.role == "administrator"
        return _reaches(self)

    def __str__(self) -> str:
        act = self.act
        return f"{self.role} {act.op} {act.table}.{act.column} {act.values} ({self.relation})"


def acts() -> Iterator[Act]:
    """Every table, added to and changed; special acts with their own rights."""
    yield Act("customer", "I", "customers.add")
    for column in ("name", "address", "tier"):
        yield Act("customer", "U", "customers.edit", {column: "x"}, column)
    yield Act("customer", "U", "customers.archive", {"archived_at": 1}, "archived_at")
    yield Act("sales_order", "I", "orders.add")
    yield Act("sales_order", "U", "orders.edit", {"remark": "x"}, "remark")
    yield Act("sales_order", "U", "orders.move", {"stage": "in_work"}, "stage")
    yield Act("sales_order", "U", "orders.cancel", {"stage": "cancelled"}, "stage")
    yield Act("order_step", "I", "orders.add", {"to_stage": "received"})
    yield Act("order_step", "I", "orders.move", {"from_stage": "received", "to_stage": "in_work"})
    yield Act("order_step", "I", "orders.cancel", {"from_stage": "x", "to_stage": "cancelled"})
    yield Act("payment", "I", "payments.take", {"amount_cents": 100})
    yield Act("payment", "I", "payments.refund", {"amount_cents": -100})
    yield Act("payment", "I", "payments.refund", {"amount_cents": 100, "kind": "refund"})
    for table in NUMBERS:
        shut = table in OFFICE_ONLY
        if table not in ("customer", "sales_order", "order_step", "payment"):
            adds = None if shut or table in REVIEW else NEEDS[table]
            yield Act(table, "I", adds)
        if table not in ("customer", "sales_order"):
            column = WORD[table]
            changes = None if shut or table in LEDGERS else NEEDS[table]
            value = 1 if column == "archived_at" else "x"
            yield Act(table, "U", changes, {column: value}, column)
    yield Act("contact_point", "U", "customers.edit", {"value": "x"}, "value")


def cases() -> Iterator[Case]:
    for relation in RELATIONS:
        for act in acts():
            for role in ROLES:
                yield Case(role, act, relation)


def _reaches(case: Case) -> bool:
    """True when the branch has the record, and is shown the column."""
    act, relation = case.act, case.relation
    whole = relation in ("own", "shared", "leased", "masked", "taken_there")
    if act.table in ("customer", *HERS):
        if act.op == "I":
            return whole or act.table == "customer"
        return whole and not (relation == "masked" and _class(act) in MASK)
    if act.table in ("sales_order", "followup") and act.op == "I":
        return relation != "other"
    if relation == "taken_there" and act.table in ("sales_order", "order_line", "payment_due"):
        return act.column == "stage"  # its pieces and terms are agreed where it was taken
    if act.table == "sales_order" or act.table in OF_ORDERS:
        return relation in ("own", "stub", "taken_there")
    return relation in ("own", "taken_there") or act.op == "I"


def _class(act: Act) -> str:
    return str(metadata.tables[act.table].columns[act.column].info["class"])


# The records


@dataclass
class Records:
    """A customer of a relation, with one of everything."""

    relation: str
    ids: dict[str, Id]
    lease: str | None = None


class Town:
    """Two branches with customers of every relation to the PC of the first, `north`."""

    def __init__(self, store: OfficeStore) -> None:
        self.chain = Chain(store)
        self.pc: Pc = self.chain.pc(self.chain.north)
        self.people = {
            "administrator": self.chain.admin,
            "manager": self.chain.manager,
            "sales": self.chain.sales,
        }
        self.places: dict[tuple[str, Id], dict[str, str]] = {}
        """Where each record was put, by this file's own words."""
        self.records = {relation: self._records(relation) for relation in RELATIONS}
        self._words = 0

    def op(self, case: Case) -> Op:
        """The change, with whatever else it needs to be whole."""
        self._words += 1
        of, act = self.records[case.relation], case.act
        values = dict(act.values)
        if values.get(act.column) == "x":
            values[act.column] = f"w{self._words}"
        if act.op == "U":
            return self.pc.update(act.table, of.ids[act.table], 1, **values)
        row = filled(act.table, of.ids) | values
        given = {name: value for name, value in row.items() if value is not None}
        return self.pc.insert(act.table, **given)

    def scope(self, branch: Id) -> str:
        return f"B:{branch.hex()}"

    def seen(self) -> dict[tuple[str, Id], set[str]]:
        """What the PC holds, and by which scopes."""
        mine = {self.scope(self.chain.north), "G:staff", "G:catalogue"} | {
            r.lease for r in self.records.values() if r.lease
        }
        return {
            key: held & mine for key, where in self.places.items() if (held := set(where)) & mine
        }

    def _records(self, relation: str) -> Records:
        north, south = self.chain.north, self.chain.south
        home = north if relation in ("own", "taken_there") else south
        ids = {table: new_id() for table in NUMBERS}
        found = Records(relation, ids)
        with self.chain.store.write() as work:
            whole = {self.scope(home): "P"}
            if relation in ("leased", "masked"):
                found.lease = self._lease(work, ids["customer"], masked=relation == "masked")
                whole[found.lease] = "P"
            if relation == "shared":
                whole[self.scope(north)] = "P"
            customer = dict(whole)
            if relation == "stub":
                customer[self.scope(north)] = "S"
            maker = {"stub": north, "taken_there": south}.get(relation, home)
            order = {self.scope(maker): "P", self.scope(home): "P"}
            for table in NUMBERS:
                if table in OFFICE_ONLY - {"customer_share"} | OF_CHAIN:
                    self._put_office(work, table, ids)
                    continue
                places = {"customer": customer, "sales_order": order}.get(table)
                if places is None:
                    places = whole if table in HERS else order if table in OF_ORDERS else None
                branch = maker if table == "sales_order" or table in OF_ORDERS else home
                if table == "customer_share":
                    branch = north
                self._put(
                    work,
                    table,
                    ids,
                    branch,
                    places or {self.scope(home): "P"},
                    ended=table == "customer_share" and relation != "shared",
                )
            if relation == "moved":
                north_scope = self.scope(north)
                now = self.chain.clock.ms
                work.mark([Mark(north_scope, "customer", ids["customer"], "P", 1)], now)
                work.mark([Mark(north_scope, "customer", ids["customer"], "R", 1)], now)
        return found

    def _put_office(self, work: Any, table: str, ids: dict[str, Id]) -> None:
        scope = "G:staff" if table in ("branch", "staff") else "G:catalogue"
        self._put(work, table, ids, None, {scope: "P"})

    def _put(
        self,
        work: Any,
        table: str,
        ids: dict[str, Id],
        branch: Id | None,
        places: dict[str, str],
        *,
        ended: bool = False,
    ) -> None:
        now, row_id = self.chain.clock.ms, ids[table]
        row = dict.fromkeys(c.name for c in metadata.tables[table].columns) | filled(table, ids)
        row |= {"id": row_id, "branch_id": branch, "created_at": now, "updated_at": now, "rev": 1}
        row["archived_at"] = now if ended else None
        if table == "customer":
            row |= {"address": "1 Queen's Road", "tier": "gold"}
        work.put_rows(table, [row])
        versions = Versions(now << 16, work.writer(work.server, 0), 1)
        work.put_versions({(table, row_id): versions})
        work.mark([Mark(s, table, row_id, kind, 1) for s, kind in places.items()], now)
        self.places[table, row_id] = places

    def _lease(self, work: Any, customer: Id, *, masked: bool) -> str:
        lease, now = new_id(), self.chain.clock.now()
        work.conn.execute(
            tables.lease.insert().values(
                id=lease,
                customer_id=customer,
                branch_id=self.chain.north,
                device=self.pc.id,
                actor=self.chain.sales,
                reason="repair",
                mask=" ".join(MASK) if masked else "",
                granted_at=now,
                until=from_millis(self.chain.clock.ms + 3_600_000),
            )
        )
        return f"L:{lease.hex()}"


def filled(table: str, ids: dict[str, Id]) -> dict[str, Any]:
    """A row with something in every column that must not be empty."""
    named = {"customer_id": ids["customer"], "other_id": ids["customer"]}
    values: dict[str, Any] = {}
    for column in metadata.tables[table].columns:
        name = column.name
        if name in ("id", "created_at", "updated_at", "rev", "branch_id", "archived_at"):
            continue
        if isinstance(column.type, Key):
            values |= _named(table, name, ids, nullable=bool(column.nullable)) or {}
        elif not column.nullable:
            values[name] = _some(table, name, column)
    if (
        table in ("sales_order", "followup", *HERS, *REVIEW)
        and "customer_id" in metadata.tables[table].columns
    ):
        values["customer_id"] = named["customer_id"]
    return values


def _named(table: str, name: str, ids: dict[str, Id], *, nullable: bool) -> dict[str, Any]:
    if name in ("customer_id", "other_id") and not nullable:
        return {name: ids["customer"]}
    if name == "order_id" and not nullable:
        return {name: ids["sales_order"]}
    if name == "staff_id" and not nullable:
        return {name: ids["staff"]}
    return {} if nullable else {name: new_id()}


def _some(table: str, name: str, column: Any) -> Any:
    known = {
        ("sales_order", "kind"): "repair",
        ("sales_order", "stage"): "received",
        ("quarantine", "ops"): "[]",
    }
    if (table, name) in known:
        return known[table, name]
    if isinstance(column.type, Day):
        return "2026-03-02"
    if isinstance(column.type, Boolean):
        return 0
    return "x" if isinstance(column.type, String) else 1
