"""Random histories of five PCs in three branches against the real `Office`, over a bad line.

The PC here is the specification's: a row is head office's last image and what is still to be sent.
Lost, doubled and late messages, clocks a day off, moves, erasures, forgotten tombstones, PCs put
back from a backup and PCs stolen; afterwards everything is compared.
"""

from __future__ import annotations

import copy
import random
from typing import Any

from db.digest import as_text, total
from db.office import tables
from db.office.kinds import Mark
from db.types import new_id
from jewelcrm.office import skew
from jewelcrm.office.images import image_of
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.orders.rules.stages import next_stages
from jewelcrm.wire.messages import Cursor, Op, PullAsk, PushAsk, Tx
from tests.jewelcrm.office.chain import SCHEMA, Chain, carried

Key = tuple[str, str]
SKEWS = (0, 0, -90_000, 200_000, 3_600_000, -86_400_000)


class Device:
    """A PC as the specification has it."""

    def __init__(self, device: bytes, branch: bytes, actor: bytes, skew: int) -> None:
        self.id, self.branch, self.actor, self.skew = device, branch.hex(), actor.hex(), skew
        self.epoch, self.acked, self.req, self.hlc = 1, 0, 0, 0
        self.base: dict[Key, tuple[int, dict[str, Any]]] = {}
        self.member: dict[str, dict[Key, tuple[int, str]]] = {}
        self.cursor: dict[str, int] = {}
        self.listing: dict[str, int] = {}
        self.listed: dict[str, set[Key]] = {}
        self.out: list[tuple[str, int, int, list[Op]]] = []
        self.dead, self.alarms = False, 0
        for scope in ("G:catalogue", "G:staff", f"B:{self.branch}"):
            self.member[scope], self.cursor[scope] = {}, 0

    # What it writes

    def write(self, now: int, ops: list[Op]) -> None:
        for op in ops:
            op.base = self.base.get((op.t, op.id), (0, {}))[0]
        self.hlc = max(self.hlc + 1, (now + self.skew) << 16)
        self.out.append((new_id().hex(), self.hlc, now + self.skew, ops))

    def view(self) -> dict[Key, dict[str, Any]]:
        seen = {key: dict(image) for key, (_, image) in self.base.items()}
        for _, _, _, ops in self.out:
            for op in ops:
                if op.op == "I":
                    seen.setdefault((op.t, op.id), dict(op.set))
                elif (op.t, op.id) in seen:
                    seen[op.t, op.id].update(op.set)
        return seen

    # What it sends and hears

    def push_ask(self, schema: int = SCHEMA) -> PushAsk:
        txs = [
            Tx(tx, self.acked + 1 + i, hlc, at, self.actor, copy.deepcopy(ops))
            for i, (tx, hlc, at, ops) in enumerate(self.out[:4])
        ]
        return PushAsk(schema, self.epoch, self.req, self.acked, txs)

    def hear_push(self, answer: Any) -> None:
        self.hlc = max(self.hlc, answer.hlc)
        if answer.epoch is not None:
            self.epoch, self.acked = answer.epoch, 0
        for result in answer.res:
            if not self.out or self.out[0][0] != result.id:
                continue
            self.out.pop(0)
            self.acked = result.n
            for row in result.rows:
                self._hear_row(row)

    def _hear_row(self, row: Any) -> None:
        key = (row.t, row.id)
        if row.kind == "E":
            self._erase(key)
        elif row.kind == "R":
            if not any(key in member for member in self.member.values()):
                self.base.pop(key, None)
        else:
            for scope, member in self.member.items():
                if scope in row.scopes:
                    member[key] = row.rev, row.kind
                else:
                    member.pop(key, None)
            self._image(key, row)

    def _image(self, key: Key, row: Any) -> None:
        if row.rev >= self.base.get(key, (0, {}))[0]:
            self.base[key] = (row.rev, row.img)

    def _leave(self, scope: str, key: Key) -> None:
        self.member[scope].pop(key, None)
        if not any(key in member for member in self.member.values()):
            self.base.pop(key, None)

    def _erase(self, key: Key) -> None:
        for member in self.member.values():
            member.pop(key, None)
        self.base.pop(key, None)
        for _, _, _, ops in self.out:
            ops[:] = [op for op in ops if (op.t, op.id) != key]

    def pull_ask(self, scope: str, limit: int) -> PullAsk:
        cursor = Cursor(scope, self.cursor[scope], self.listing.get(scope))
        return PullAsk(skew.SCHEMA, self.epoch, self.req, [cursor], limit)

    def hear_pull(self, answer: Any) -> None:
        (feed,) = answer.feeds
        if feed.s not in self.cursor or feed.start != self.cursor[feed.s]:
            return
        self.hlc = max(self.hlc, answer.hlc)
        if feed.reset:
            self.listed[feed.s] = set()
        for item in feed.items:
            self._hear_item(feed.s, item)
        self._listing(feed)
        self.cursor[feed.s] = feed.cursor
        if feed.sum is not None:
            self._compare(feed)

    def _hear_item(self, scope: str, item: Any) -> None:
        key = (item.t, item.id)
        self.listed.get(scope, set()).add(key)
        if item.kind == "E":
            self._erase(key)
        elif item.kind == "R":
            self._leave(scope, key)
        else:
            self.member[scope][key] = item.rev, item.kind
            self._image(key, item)

    def _listing(self, feed: Any) -> None:
        if feed.listing is not None:
            self.listing[feed.s] = feed.listing
        elif feed.s in self.listed:
            self.listing.pop(feed.s, None)
            for key in set(self.member[feed.s]) - self.listed.pop(feed.s):
                self._leave(feed.s, key)

    def _compare(self, feed: Any) -> None:
        rows = self.member[feed.s].items()
        mine = total((table, bytes.fromhex(row_id), *was) for (table, row_id), was in rows)
        if (as_text(mine), len(rows)) != (feed.sum, feed.count):
            self.alarms += 1
            self.cursor[feed.s], self.member[feed.s] = 0, {}

    def wipe(self) -> None:
        self.base.clear(), self.member.clear(), self.cursor.clear(), self.out.clear()
        self.dead = True


class World:
    """One history."""

    def __init__(self, chain: Chain, seed: int, steps: int = 220) -> None:
        self.chain, self.office, self.r, self.steps = (
            chain,
            chain.office,
            random.Random(seed),
            steps,
        )
        self.branches = [new_id() for _ in range(3)]
        self.devices = [self._device(self.branches[i % 3]) for i in range(5)]
        self.backup: dict[bytes, Device] = {}
        self.late: list[tuple[Device, str, int, Any]] = []
        self.payments: dict[str, int] = {}
        self.lost: set[str] = set()
        self.erased: set[str] = set()
        self.customers: list[bytes] = []
        self.told: list[str] = []

    def _device(self, branch: bytes) -> Device:
        pc = self.chain.pc(branch)
        return Device(pc.id, branch, self.chain.manager, self.r.choice(SKEWS))

    @property
    def now(self) -> int:
        return self.chain.clock.ms

    def run(self) -> list[str]:
        for _ in range(self.steps):
            self.chain.clock.move(self.r.randint(1, 30_000))
            self.one(self.r.choice(self.devices))
        for _ in range(200):
            busy = [self.settle(device) for device in self.devices if not device.dead]
            if True not in busy:
                break
        return self.told + self.check()

    def settle(self, device: Device) -> bool:
        before = (len(device.out), dict(device.cursor), dict(device.listing))
        self.net(device, perfect=True)
        return bool(device.out) or before != (
            len(device.out),
            dict(device.cursor),
            dict(device.listing),
        )

    # What may happen

    def one(self, device: Device) -> None:
        if device.dead:
            return
        act = self.r.random()
        if act < 0.54:
            self._writes(device, act)
        elif act < 0.88:
            self.net(device)
        else:
            self._trouble(device, act)

    def _trouble(self, device: Device, act: float) -> None:
        if act < 0.90:
            self._move()
        elif act < 0.915:
            self._erase()
        elif act < 0.93:
            with self.chain.store.write() as work:
                work.collect(f"B:{self.r.choice(self.branches).hex()}", self.now + 1)
        elif act < 0.95:
            self.backup[device.id] = copy.deepcopy(device)
        elif act < 0.962 and device.id in self.backup:
            self._restore(device)
        elif act < 0.966 and len([d for d in self.devices if not d.dead]) > 2:
            self._steal(device)
        elif self.late and act > 0.97:
            self._late()

    def _writes(self, device: Device, act: float) -> None:
        view = device.view()
        customers = [key for key, image in view.items() if key[0] == "customer" and "tier" in image]
        orders = [key for key in view if key[0] == "sales_order"]
        if act < 0.12 or not customers:
            self._write_customer(device)
        elif act < 0.34:
            key = self.r.choice(customers)
            names = self.r.sample(["name", "tier", "district"], self.r.randint(1, 2))
            values = {name: f"{name}{self.r.randint(0, 99)}" for name in names}
            device.write(self.now, [Op(*key, "U", 0, values)])
        elif act < 0.38:
            self._write_phone(device, self.r.choice(customers), view)
        elif act < 0.46 and orders:
            self._write_payment(device, self.r.choice(orders))
        elif orders and self.r.random() < 0.7:
            self._step(device, self.r.choice(orders), view)
        else:
            self._write_order(device, self.r.choice(customers))

    def _insert(self, device: Device, table: str, **values: Any) -> Op:
        return Op(table, new_id().hex(), "I", 0, {"branch_id": device.branch, **values})

    def _write_customer(self, device: Device) -> None:
        op = self._insert(device, "customer", number="1", name=f"n{self.r.randint(0, 9)}", tier="a")
        self.customers.append(bytes.fromhex(op.id))
        device.write(self.now, [op])

    def _write_phone(self, device: Device, customer: Key, view: dict[Key, Any]) -> None:
        phones = [k for k in view if k[0] == "contact_point"]
        if phones and self.r.random() < 0.6:
            key = self.r.choice(phones)
            change = self.r.choice([{"archived_at": self.now}, {"label": f"l{self.r.random()}"}])
            device.write(self.now, [Op(*key, "U", 0, change)])
            return
        hers = {"customer_id": customer[1], "kind": "phone", "value": "1", "normal": "1"}
        device.write(self.now, [self._insert(device, "contact_point", **hers, preferred=0)])

    def _write_order(self, device: Device, customer: Key) -> None:
        device.write(
            self.now,
            [
                self._insert(
                    device,
                    "sales_order",
                    number="2",
                    kind="repair",
                    channel="counter",
                    customer_id=customer[1],
                    stage="draft",
                    stage_since=self.now,
                    placed_at=self.now,
                    rush=0,
                    currency="HKD",
                )
            ],
        )

    def _write_payment(self, device: Device, order: Key) -> None:
        cents = self.r.randint(1, 500)
        op = self._insert(
            device,
            "payment",
            receipt_number="3",
            order_id=order[1],
            kind="deposit",
            method="cash",
            amount_cents=cents,
            currency="HKD",
            taken_at=self.now,
        )
        self.payments[op.id] = cents
        device.write(self.now, [op])

    def _step(self, device: Device, order: Key, view: dict[Key, Any]) -> None:
        allowed = next_stages("repair", view[order]["stage"])
        if allowed:
            values = {"stage": self.r.choice(allowed), "stage_since": self.now}
            device.write(self.now, [Op(*order, "U", 0, values)])

    # Head office's own acts

    def _move(self) -> None:
        with self.chain.store.write() as work:
            rows = work.rows("customer", self.customers)
            if not rows:
                return
            row = rows[self.r.choice(sorted(rows))]
            row["branch_id"] = self.r.choice(self.branches)
            row["rev"] = int(row["rev"] or 0) + 1
            work.put_rows("customer", [row])
            rescope(work, [row["id"]], self.now)
            places = work.members([("customer", row["id"])])["customer", row["id"]]
            work.mark(
                [Mark(s, "customer", row["id"], k, row["rev"]) for s, k in places.items()],
                self.now,
            )

    def _erase(self) -> None:
        """The person's own records; papers stay without her."""
        with self.chain.store.write() as work:
            rows = work.rows("customer", self.customers)
            if not rows:
                return
            customer = self.r.choice(sorted(rows))
            phones = work.rows_where("contact_point", "customer_id", [customer])
            keys = [("customer", customer), *(("contact_point", key) for key in phones)]
            ever = work.ever(keys)
            orders = work.rows_where("sales_order", "customer_id", [customer]).values()
            for order in orders:
                order |= {"customer_id": None, "rev": int(order["rev"] or 0) + 1}
            work.put_rows("sales_order", list(orders))
            places = work.members([("sales_order", order["id"]) for order in orders])
            marks = [
                Mark(s, key[0], key[1], k, next(o["rev"] for o in orders if o["id"] == key[1]))
                for key, found in places.items()
                for s, k in found.items()
            ]
            for table in ("contact_point", "customer"):
                work.drop_rows(table, [key[1] for key in keys if key[0] == table])
            marks += [Mark(s, *key, "E", 0) for key, scopes in ever.items() for s in scopes]
            for table in ("conflict", "quarantine", "notice"):
                gone = work.rows_where(table, "customer_id", [customer])
                held = work.members([(table, key) for key in gone])
                work.drop_rows(table, gone)
                marks += [Mark(s, *key, "E", 0) for key, found in held.items() for s in found]
            work.conn.execute(
                tables.erasure.insert(),
                [
                    {
                        "row_id": k[1],
                        "tbl": k[0],
                        "customer_id": customer,
                        "at": self.chain.clock.now(),
                    }
                    for k in keys
                ],
            )
            work.mark(marks, self.now)
            self.erased |= {key[1].hex() for key in keys}

    def _restore(self, device: Device) -> None:
        before = copy.deepcopy(self.backup[device.id])
        self.lost |= {op.id for _, _, _, ops in device.out for op in ops if op.op == "I"}
        before.req = device.req
        self.devices[self.devices.index(device)] = before

    def _steal(self, device: Device) -> None:
        self.lost |= {op.id for _, _, _, ops in device.out for op in ops if op.op == "I"}
        with self.chain.store.write() as work:
            c = tables.device.c
            work.conn.execute(
                tables.device.update().where(c.id == device.id).values(state="revoked")
            )

    # The line

    def _late(self) -> None:
        device, kind, req, answer = self.late.pop(self.r.randrange(len(self.late)))
        if device in self.devices and not device.dead and req == device.req:
            (device.hear_push if kind == "push" else device.hear_pull)(copy.deepcopy(answer))

    def net(self, device: Device, *, perfect: bool = False) -> None:
        try:
            if device.out or self.r.random() < 0.2:
                self._call(device, "push", device.push_ask, perfect=perfect)
            for scope in sorted(device.cursor):
                limit = self.r.choice([3, 7, 50])
                self._call(
                    device, "pull", lambda s=scope, n=limit: device.pull_ask(s, n), perfect=perfect
                )
        except Refusal as refusal:
            self.told += [] if refusal.code == "revoked" else [f"refused: {refusal.code}"]
            self.lost |= {op.id for _, _, _, ops in device.out for op in ops if op.op == "I"}
            device.wipe()

    def _call(self, device: Device, kind: str, make: Any, *, perfect: bool) -> None:
        device.req += 1
        ask, req = carried(make()), device.req
        chance = 2.0 if perfect else self.r.random()
        if chance < 0.15:
            return
        answer = getattr(self.office, kind)(device.id, ask)
        if not perfect and self.r.random() < 0.10:
            answer = getattr(self.office, kind)(device.id, ask)
        if not perfect and self.r.random() < 0.15:
            self.late.append((device, kind, req, answer))
            return
        (device.hear_push if kind == "push" else device.hear_pull)(carried(answer))

    # What must hold

    def check(self) -> list[str]:
        wrong = []
        with self.chain.store.read() as work:
            for device in self.devices:
                wrong += self._check_device(work, device)
            rows = work.rows("payment", [bytes.fromhex(p) for p in self.payments])
            aside = " ".join(row["ops"] for row in self.chain.rows("quarantine"))
        with self.chain.store.write() as work:
            wrong += self._check_places(work)
        for payment, cents in self.payments.items():
            row = rows.get(bytes.fromhex(payment))
            if row is None and payment not in aside and payment not in self.lost:
                wrong.append(f"payment {payment} lost")
            if row is not None and row["amount_cents"] != cents:
                wrong.append(f"payment {payment} changed")
        wrong += [f"{i} not erased at head office" for i in self.erased if i in aside]
        return wrong

    def _check_device(self, work: Any, device: Device) -> list[str]:
        if device.dead:
            return []
        wrong = [f"alarms {device.alarms}"] if device.alarms else []
        if device.out:
            wrong.append(f"{len(device.out)} still to be sent")
        for scope, held in device.member.items():
            want = self._wanted(work, scope, wrong)
            mine = {key: (rev, device.base[key][1]) for key, (rev, _) in held.items()}
            odd = [key for key in {*want, *mine} if want.get(key) != mine.get(key)]
            wrong += [f"{scope} differs in {k}: {want.get(k)} {mine.get(k)}" for k in odd[:2]]
        known = {key for held in device.member.values() for key in held}
        wrong += [f"holds {key} of no scope" for key in set(device.base) - known]
        kept = {key[1] for key in (*device.base, *device.view())}
        wrong += [f"still holds erased {row_id}" for row_id in self.erased & kept]
        return wrong

    def _wanted(self, work: Any, scope: str, wrong: list[str]) -> dict[Key, tuple[int, Any]]:
        """Revision and image of what the scope holds, as rules and rows say it now."""
        want = {}
        for entry in work.listing(scope, upto=1 << 60, after=None, limit=100_000):
            row = work.rows(entry.table, [entry.id])[entry.id]
            if entry.rev != row["rev"]:
                wrong.append(f"{entry.table} at {entry.rev}, row at {row['rev']}")
            image = image_of(entry.table, row, entry.kind, schema=skew.SCHEMA)
            want[entry.table, entry.id.hex()] = (entry.rev, image)
        return want

    def _check_places(self, work: Any) -> list[str]:
        """Every record stands where the rules alone, applied anew, would put it."""
        return [f"placed anew: {mark}" for mark in rescope(_Quiet(work), self.customers, self.now)]


class _Quiet:
    """A transaction in which nothing is marked."""

    def __init__(self, work: Any) -> None:
        self._work = work

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def mark(self, marks: Any, at: int) -> None:
        """Nothing."""
