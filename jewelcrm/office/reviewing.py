"""What people must look at, as records of the branch they concern: clashes, put aside, notices."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from db.clock import COUNTER_BITS
from db.office import tables
from db.office.kinds import Key, Row, Stored, Versions
from db.office.work import OfficeWork
from db.tables.review import quarantine
from db.types import Id, new_id
from jewelcrm.office.loading import as_key
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.keys import key_in, key_or_none
from jewelcrm.office.merging.known import Known
from jewelcrm.office.merging.placing import scopes_of
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.merging.verdicts import Clash, Flag, PutAside, Told
from jewelcrm.office.visiting.records import change
from jewelcrm.office.writers import Writers
from jewelcrm.wire.messages import Tx

OFFICE_EPOCH = 0
MOST_ASIDE, MOST_NAMED = 48 << 20, 1_000
"""Letters that are put aside for one PC; and of how many records one act is told beyond that."""


@dataclass(slots=True)
class Desk:
    """Writes such records into what is known, to be kept with the rest."""

    work: OfficeWork
    known: Known
    writers: Writers
    now: int
    office: int = 0
    """Head office's own writer number."""
    room: int | None = None
    """How many letters of what this PC sends may still be put aside; None: not counted yet."""

    def clash(self, clash: Clash) -> None:
        """A value that did not stand, with who wrote which."""
        kept_by, kept_branch = self._who(clash.kept)
        lost_by, lost_branch = self._who(clash.lost)
        home = self.home_of(clash.key)
        other = next((b for b in (lost_branch, kept_branch) if b and b != home), None)
        self.add(
            "conflict",
            branch_id=home,
            other_branch_id=other,
            tbl=clash.key[0],
            row_id=clash.key[1],
            customer_id=self.customer_of(clash.key),
            column=clash.column,
            kept=_json(clash.kept.value),
            kept_by=kept_by,
            kept_at=clash.kept.hlc >> COUNTER_BITS,
            lost=_json(clash.lost.value),
            lost_by=lost_by,
            lost_at=clash.lost.hlc >> COUNTER_BITS,
            why=clash.why,
            must_review=int(clash.review == "manager"),
            state="kept" if clash.review == "none" else "open",
        )

    def put_aside(self, tx: Tx, changes: list[Change], aside: PutAside) -> None:
        """A transaction that could not be applied, whole."""
        branch = self.home_of(aside.near) if aside.near else None
        self.add(
            "quarantine",
            branch_id=branch or self.known.pc.branch_id,
            tx=bytes.fromhex(tx.id),
            pc=self.known.pc.id,
            hlc=tx.hlc,
            actor=bytes.fromhex(tx.actor),
            happened_at=tx.at,
            why=aside.why,
            detail=aside.detail[:120] or None,
            customer_id=self._customer_in(changes),
            ops=self._kept(changes),
            state="open",
        )

    def _kept(self, changes: list[Change]) -> str:
        """The changes as they are put aside; of too much, which records, without their values.

        The PC has the values in its own history, but for records that it may not see any more.
        Settling what was put aside makes room.
        """
        if self.room is None:
            self.room = MOST_ASIDE - self._aside()
        whole = json.dumps([_told(change) for change in changes], ensure_ascii=False)
        if len(whole) > self.room:
            whole = json.dumps([_named(change) for change in changes[:MOST_NAMED]])
        self.room -= len(whole)
        return whole

    def keep_only(self, txs: Iterable[Tx]) -> None:
        """Of what was put aside of these, keep what their PC still sends.

        It may have heard since then that a person was erased, of whom head office knew nothing
        that would have told it whose words these are.
        """
        left = {bytes.fromhex(tx.id): {op.id for op in tx.ops} for tx in txs}
        for row in self.work.rows_where("quarantine", "tx", left).values():
            kept = json.loads(str(row["ops"]))
            still = [op for op in kept if op["id"] in left[key_in(row, "tx")]]
            if len(still) < len(kept) and row["pc"] == self.known.pc.id:
                ops = json.dumps(still, ensure_ascii=False)
                self.work.widen(self.places_of(("quarantine", key_in(row, "id"))))
                change(self.work, "quarantine", [row], self.now, ops=ops)

    def _aside(self) -> int:
        """How many letters of what this PC has sent wait to be settled."""
        c = quarantine.c
        kept = select(func.coalesce(func.sum(func.length(c.ops)), 0))
        mine = kept.where(c.pc == self.known.pc.id, c.state == "open")
        return int(self.work.conn.execute(mine).scalar_one())

    def flag(self, flag: Flag) -> None:
        """A notice to the branch of the record."""
        self.notice(
            flag.kind, self.home_of(flag.subject), flag.subject[1], flag.customer_id, flag.params
        )

    def notice(
        self,
        kind: str,
        branch_id: Id | None,
        subject: Id | None,
        customer_id: Id | None,
        params: dict[str, object],
    ) -> None:
        """A notice to a branch."""
        self.add(
            "notice",
            branch_id=branch_id or self.known.pc.branch_id,
            kind=kind,
            subject_id=subject,
            customer_id=customer_id,
            params=json.dumps(params) if params else None,
            happened_at=self.now,
            state="open",
        )

    def add(self, table: str, **values: Stored) -> None:
        """A record of head office's own."""
        row: Row = {**dict.fromkeys(PLANS[table].columns), **values}
        row |= {"id": new_id(), "rev": 1, "created_at": self.now, "updated_at": self.now}
        places = scopes_of(table, row, places_of=self.places_of, home_of=lambda _: None)
        self.office = self.office or self.work.writer(self.work.server, OFFICE_EPOCH)
        versions = Versions(self.now << COUNTER_BITS, self.office, 1)
        self.known.place(row, table, places, versions)

    def places_of(self, key: Key) -> dict[str, str]:
        """Where a record stands."""
        places = self.known.places.get(key)
        return self.work.members([key])[key] if places is None else places

    def home_of(self, key: Key) -> Id | None:
        """The branch a record belongs to: its customer's home, or the order's own branch."""
        row, parent = self._row(key), PLANS[key[0]].parent
        above = key_or_none(row, parent[0]) if parent else None
        if parent is None or above is None:
            return key_or_none(row, "branch_id")
        return key_or_none(self._row((parent[1], above)), "branch_id")

    def customer_of(self, key: Key) -> Id | None:
        """The customer a record is about."""
        if key[0] == "customer":
            return key[1]
        row = self._row(key)
        order_id = key_or_none(row, "order_id")
        found = key_or_none(row, "customer_id")
        if found is None and order_id is not None:
            found = key_or_none(self._row(("sales_order", order_id)), "customer_id")
        return found

    def _customer_in(self, changes: list[Change]) -> Id | None:
        found = (self._customer_of_change(change) for change in changes)
        return next((customer_id for customer_id in found if customer_id), None)

    def _customer_of_change(self, change: Change) -> Id | None:
        named = as_key(change.image.get("customer_id"))
        if named is None and change.table in PLANS:
            named = self.customer_of((change.table, change.id))
        order = as_key(change.image.get("order_id"))
        if named is None and order is not None:
            named = self.customer_of(("sales_order", order))
        return named

    def _row(self, key: Key) -> Row | None:
        row = self.known.rows.get(key)
        if row is None:
            self.work.widen(self.places_of(key))
            row = self.work.rows(key[0], [key[1]]).get(key[1])
        return row

    def _who(self, told: Told) -> tuple[Id | None, Id | None]:
        """The person, and the branch of the PC."""
        writer = self.writers.who(told.writer)
        if writer.device == self.known.pc.id:
            return writer.actor, self.known.pc.branch_id
        rows = self.work.port.pick(tables.device, ("branch_id",), [(writer.device,)])
        return writer.actor, rows[0][0] if rows else None


def _json(value: Stored) -> str | None:
    if isinstance(value, bytes):
        return json.dumps(value.hex())
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _named(change: Change) -> dict[str, object]:
    return {"t": change.table, "id": change.id.hex(), "op": change.op, "base": 0, "set": {}}


def _told(change: Change) -> dict[str, object]:
    told: dict[str, object] = {
        "t": change.table,
        "id": change.id.hex(),
        "op": change.op,
        "base": change.base,
    }
    told["set"] = dict(change.image)
    return told if change.old is None else {**told, "old": dict(change.old)}
