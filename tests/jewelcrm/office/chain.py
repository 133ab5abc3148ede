"""A small chain for tests: two branches, their people and PCs, and how a PC writes."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import msgspec

from db.decoding import decode
from db.office import tables
from db.office.store import OfficeStore
from db.types import Id, from_millis, new_id
from jewelcrm.office import skew, writing
from jewelcrm.office.service import Office
from jewelcrm.wire import messages
from jewelcrm.wire.messages import Cursor, Op, PullAnswer, PullAsk, PushAnswer, PushAsk, Tx

SCHEMA = 2
"""What these PCs say of themselves with a push: an older program, which proves nobody's part yet
(`test_persons` has those that do). They pull as a new one."""
START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
MINUTE = 60_000


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.ms = int(START.timestamp() * 1000)

    def now(self) -> dt.datetime:
        return from_millis(self.ms)

    def move(self, ms: int) -> None:
        self.ms += ms


class Chain:
    """Two branches (`north`, `south`), an administrator, a manager, a salesperson."""

    def __init__(self, store: OfficeStore) -> None:
        self.store, self.clock = store, Clock()
        self.office = Office(store, self.clock)
        self.north, self.south = new_id(), new_id()
        with store.write() as work:
            for branch, code in ((self.north, "HK01"), (self.south, "HK02")):
                writing.insert(
                    work,
                    "branch",
                    self.clock.now(),
                    id=branch,
                    code=code,
                    name=code,
                    currency="HKD",
                    time_zone="Asia/Hong_Kong",
                )
            self.admin, self.manager, self.sales = (
                writing.insert(
                    work,
                    "staff",
                    self.clock.now(),
                    branch_id=self.north,
                    login=role,
                    name=role,
                    role=role,
                    active=1,
                )
                for role in ("administrator", "manager", "sales")
            )

    def pc(self, branch: Id, letter: str = "A", *, bringing: bool = False) -> Pc:
        device = new_id()
        with self.store.write() as work:
            work.conn.execute(
                tables.device.insert().values(
                    id=device,
                    branch_id=branch,
                    name="PC",
                    letter=letter,
                    sign_key=b"s",
                    seal_key=b"s",
                    state="on",
                    bringing=bringing,
                    enrolled_at=self.clock.now(),
                    lease_days=14,
                )
            )
        return Pc(self, device, branch)

    def rows(self, table: str) -> list[dict[str, Any]]:
        with self.store.read() as work:
            from sqlalchemy import text

            ids = [r[0] for r in work.conn.execute(text(f"SELECT id FROM {table} ORDER BY id"))]
            keys = [i if isinstance(i, bytes) else i.bytes for i in ids]
            found = work.rows(table, keys)
            return [found[key] for key in keys]


class Pc:
    """A PC that numbers its transactions and speaks the wire."""

    def __init__(self, chain: Chain, device: Id, branch: Id) -> None:
        self.chain, self.id, self.branch = chain, device, branch
        self.epoch, self.n, self.acked, self.req, self.hlc = 1, 0, 0, 0, 0
        self.actor = chain.manager
        self._counter = itertools.count(1)

    def tx(self, *ops: Op, actor: Id | None = None, ahead: int = 0, **more: Any) -> Tx:
        self.n += 1
        at = self.chain.clock.ms + ahead
        self.hlc = max(self.hlc + 1, at << 16)
        values: dict[str, Any] = {
            "id": new_id().hex(),
            "n": self.n,
            "hlc": self.hlc,
            "at": max(0, at),
            "actor": (actor or self.actor).hex(),
            "ops": list(ops),
        }
        return Tx(**(values | more))

    def insert(self, table: str, row_id: Id | None = None, **values: Any) -> Op:
        image = {k: v.hex() if isinstance(v, bytes) else v for k, v in values.items()}
        image.setdefault("branch_id", self.branch.hex())
        return Op(table, (row_id or new_id()).hex(), "I", 0, image)

    def update(self, table: str, row_id: Id | str, base: int, **values: Any) -> Op:
        image = {k: v.hex() if isinstance(v, bytes) else v for k, v in values.items()}
        key = row_id if isinstance(row_id, str) else row_id.hex()
        return Op(table, key, "U", base, image)

    def push(self, *txs: Tx, schema: int = SCHEMA) -> PushAnswer:
        self.req += 1
        ask = PushAsk(schema, self.epoch, self.req, self.acked, list(txs))
        return carried(self.chain.office.push(self.id, carried(ask)))

    def send(self, *ops: Op, actor: Id | None = None, **more: Any) -> messages.TxAnswer:
        """One transaction of these changes, pushed; its answer."""
        answer = self.push(self.tx(*ops, actor=actor, **more))
        self.acked = self.n
        return answer.res[0]

    def pull(
        self, *scopes: str, limit: int = 2000, cur: int = 0, schema: int = skew.SCHEMA, **more: Any
    ) -> PullAnswer:
        self.req += 1
        cursors = [Cursor(scope, cur) for scope in scopes or (self.scope,)]
        ask = PullAsk(schema, self.epoch, self.req, cursors, limit, **more)
        return carried(self.chain.office.pull(self.id, carried(ask)))

    @property
    def ms(self) -> int:
        return self.chain.clock.ms

    @property
    def scope(self) -> str:
        return f"B:{self.branch.hex()}"

    def held(self, scope: str | None = None) -> dict[str, list[messages.Item]]:
        """What the scope holds now, by table."""
        found: dict[str, list[messages.Item]] = {}
        for item in self.pull(scope or self.scope, limit=5000).feeds[0].items:
            if item.kind in "PS":
                found.setdefault(item.t, []).append(item)
        return found


def carried(message: Any) -> Any:
    """The message as it comes out at the other end of the line."""
    return decode(msgspec.json.encode(message), type(message))


def a_customer(pc: Pc, row_id: Id | None = None, **values: Any) -> Op:
    given = {"number": "HK01-A-000001-1", "name": "Chan Tai Man", "tier": "gold"} | values
    return pc.insert("customer", row_id, **given)


def a_phone(pc: Pc, customer: Id, row_id: Id | None = None, **values: Any) -> Op:
    given = {
        "customer_id": customer,
        "kind": "phone",
        "value": "9123 4567",
        "normal": "+85291234567",
        "preferred": 1,
    }
    return pc.insert("contact_point", row_id, **(given | values))


def an_order(pc: Pc, customer: Id | None, row_id: Id | None = None, **values: Any) -> Op:
    given = {
        "number": "HK01-A-000002-2",
        "kind": "repair",
        "channel": "counter",
        "stage": "received",
        "stage_since": pc.chain.clock.ms,
        "placed_at": pc.chain.clock.ms,
        "rush": 0,
        "currency": "HKD",
    }
    if customer is not None:
        given["customer_id"] = customer  # type: ignore[assignment]
    return pc.insert("sales_order", row_id, **(given | values))


def a_line(pc: Pc, order: Id, cents: int = 100_00) -> Op:
    return pc.insert(
        "order_line",
        order_id=order,
        position=1,
        description="Ring",
        quantity=1000,
        unit_price_cents=cents,
        labour_cents=0,
        discount_cents=0,
        amount_cents=cents,
    )


def a_payment(pc: Pc, order: Id, cents: int = 50_00, **values: Any) -> Op:
    given = {
        "receipt_number": "HK01-A-000003-3",
        "order_id": order,
        "kind": "deposit",
        "method": "cash",
        "amount_cents": cents,
        "currency": "HKD",
        "taken_at": pc.chain.clock.ms,
    }
    return pc.insert("payment", **(given | values))
