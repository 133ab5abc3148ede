"""PCs of one company in a test: real encrypted stores on a line that can be cut anywhere."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from db.decoding import decode
from db.shop import syncrows
from db.shop.connect import FILE_NAME, connect
from db.store import Store
from db.tables import customers, orders, payments
from db.types import Id, new_id
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.wire import messages as wire
from tests.conftest import NOON, SetClock
from tests.jewelcrm.sync.fake_office import FakeOffice

T = TypeVar("T")
KINDS = ("push", "pull", "snapshot", "buckets", "listing", "fetch")
NUMBERED = ("push", "pull")
"""Questions with a number, so that a late answer to an older one is told from the right one."""
ANSWERS = {name: getattr(wire, f"{name.capitalize()}Answer") for name in KINDS}
ASKS = {name: getattr(wire, f"{name.capitalize()}Ask") for name in KINDS}


class Killed(BaseException):
    """The process ends here."""


class Direct:
    """A line without a network: every message is encoded and decoded; `trouble` cuts it."""

    def __init__(self, office: Any, device: str, trouble: random.Random | None = None) -> None:
        self.office, self.device, self.trouble = office, device, trouble
        self.late: dict[str, list[bytes]] = {}
        self.asked: list[Any] = []

    def __getattr__(self, name: str) -> Callable[[Any], Any]:
        if name not in KINDS:
            raise AttributeError(name)
        return lambda ask: self._exchange(name, ask)

    def _exchange(self, name: str, ask: Any) -> Any:
        self.asked.append(ask)
        body, dice = msgspec.json.encode(ask), self.trouble
        if dice and dice.random() < 0.15:
            raise Unreachable
        answer = self._answer(name, body)
        if dice and dice.random() < 0.10:
            answer = self._answer(name, body)
        if dice and dice.random() < 0.15:
            self.late.setdefault(name, []).append(answer)
            raise Unreachable
        if dice and name in NUMBERED and self.late.get(name) and dice.random() < 0.10:
            answer = self.late[name].pop(dice.randrange(len(self.late[name])))
        return decode(answer, ANSWERS[name])

    def _answer(self, name: str, body: bytes) -> bytes:
        ask = decode(body, ASKS[name])
        return msgspec.json.encode(getattr(self.office, name)(self.device, ask))


class Peer:
    """A PC of a branch: its store, its clock, its engine."""

    def __init__(
        self,
        folder: Path,
        key: bytes,
        office: Any,
        *,
        name: str = "pc",
        branch: Id,
        skew_ms: int = 0,
        trouble: random.Random | None = None,
        bring: bool = False,
    ) -> None:
        self.folder, self.key, self.name, self.branch = folder, key, name, branch
        self.actor: Id = bytes(16)
        self.clock = SetClock(NOON + dt.timedelta(milliseconds=skew_ms))
        _become(folder, key, branch, bring=bring)
        self.line = Direct(office, name, trouble)
        self.open()

    def open(self) -> None:
        self.store = Store(self.folder, self.key)
        self.restart()

    def restart(self) -> None:
        """A new process over the same store."""
        self.engine = Engine(self.store, self.line, self.clock)

    @property
    def scope(self) -> str:
        return f"B:{self.branch.hex()}"

    @contextmanager
    def work(self, reason: str | None = None) -> Iterator[Any]:
        with self.store.write(actor=self.actor, now=self.clock.now(), reason=reason) as work:
            yield work

    def add_customer(self, name: str = "Chan Tai Man", **more: Any) -> Id:
        usual = {"number": "HK01-A-1", "name": name, "branch_id": self.branch}
        with self.work() as work:
            return work.insert(customers.customer, **(usual | more))

    def edit(self, table: Any, row_id: Id, **changes: Any) -> None:
        with self.work() as work:
            work.update(table, row_id, **changes)

    def add_order(self, customer_id: Id | None = None, stage: str = "draft") -> Id:
        now = self.clock.now()
        with self.work() as work:
            return work.insert(
                orders.sales_order,
                branch_id=self.branch,
                number="HK01-A-2",
                kind="sale",
                channel="counter",
                customer_id=customer_id,
                stage=stage,
                stage_since=now,
                placed_at=now,
                rush=False,
                currency="HKD",
            )

    def pay(self, order_id: Id, cents: int, **change: Any) -> Id:
        """A payment, and what it changes of its order, in one transaction."""
        with self.work() as work:
            if change:
                work.update(orders.sales_order, order_id, **change)
            return work.insert(
                payments.payment,
                branch_id=self.branch,
                receipt_number="HK01-A-3",
                order_id=order_id,
                kind="deposit",
                method="cash",
                amount_cents=cents,
                currency="HKD",
                taken_at=self.clock.now(),
            )

    def settle(self, rounds: int = 200) -> None:
        """Exchange until there is nothing left to say."""
        for _ in range(rounds):
            if not self.engine.round().more:
                return
        raise AssertionError(f"{self.name} never comes to rest")

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """Every row of a table as an image, by id."""
        of = syncrows.plan(table)
        assert of is not None
        with self.store.read() as conn:
            raw = conn.connection.driver_connection
            ids = [row[0] for row in raw.execute(f"SELECT id FROM {table}")]
            return {
                i.hex(): of.image(cells) for i, (_, cells) in syncrows.read(raw, of, ids).items()
            }

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self.store.read() as conn:
            return conn.connection.driver_connection.execute(sql, values).fetchall()

    def value(self, sql: str, *values: Any) -> Any:
        found = self.ask(sql, *values)
        return found[0][0] if found else None

    def waiting(self) -> int:
        return self.value("SELECT count(*) FROM change WHERE pushed_at IS NULL")

    def backup(self) -> bytes:
        assert self.store.empty_log()
        return (self.folder / FILE_NAME).read_bytes()

    def put_back(self, backup: bytes) -> None:
        self.store.close()
        for left in self.folder.glob(FILE_NAME + "*"):
            left.unlink()
        (self.folder / FILE_NAME).write_bytes(backup)
        self.open()

    def close(self) -> None:
        self.store.close()


def _become(folder: Path, key: bytes, branch: Id, *, bring: bool) -> None:
    """A copied store as another PC, enrolled, with nothing of its own yet unless it brings it."""
    raw = connect(folder / FILE_NAME, key)
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("BEGIN")
    raw.execute("INSERT INTO sync_tx VALUES (1, x'', 0, x'', 0, NULL, 1)")
    raw.execute("UPDATE pc SET id = ?, branch_id = ?", (new_id(), branch))
    for table in () if bring else ("change", "staff", "branch"):
        raw.execute(f"DELETE FROM {table}")
    raw.execute(
        "INSERT INTO head_office VALUES (1, 'https://office', ?, '', x'00', zeroblob(32),"
        " zeroblob(32), 'on', 0, 0, NULL, NULL)",
        (bytes(16),),
    )
    raw.execute("DELETE FROM sync_tx")
    raw.execute("COMMIT")
    raw.close()


class RealOffice:
    """Head office's own service under the names that the line uses."""

    def __init__(self, office: Any) -> None:
        self.office = office

    def __getattr__(self, name: str) -> Callable[[str, Any], Any]:
        if name not in KINDS:
            raise AttributeError(name)
        return lambda device, ask: self._asked(name, device, ask)

    def _asked(self, name: str, device: str, ask: Any) -> Any:
        from jewelcrm.office.refusals import Refusal

        try:
            return getattr(self.office, name)(bytes.fromhex(device), ask)
        except Refusal as no:
            raise Refused(no.code, no.retry) from no


def copy_of(store: Path, folder: Path) -> Path:
    """A fresh copy of a store's folder."""
    shutil.copytree(store, folder)
    return folder


def an_office(*peers: tuple[str, Id]) -> FakeOffice:
    """A head office that knows these devices and the branches they are in."""
    office = FakeOffice()
    for name, branch in peers:
        office.access[name] = {f"B:{branch.hex()}"}
    return office
