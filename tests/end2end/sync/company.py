"""A company to begin every history with: three branches, five PCs, a few customers, all in step."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.office import tables
from db.tables import customers, orders
from db.types import Id, new_id
from jewelcrm.office import writing
from jewelcrm.office.service import Office
from jewelcrm.sync.engine import Engine
from tests.end2end.sync.chance import Skewed, Time, governed
from tests.end2end.sync.line import Line, Underway
from tests.end2end.sync.stores import OfficeInMemory, PcStore, Slot, new_office_store, new_pc_store
from tests.end2end.sync.witness import Witness

PLACES = (0, 0, 1, 1, 2)
"""Which branch each PC stands in."""
_OFFICE_BEGIN = ("BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys = ON")


@dataclass(frozen=True)
class Company:
    """Templates of every store, and who is who."""

    office: cipher.Connection
    pcs: tuple[cipher.Connection, ...]
    blank: tuple[cipher.Connection, ...]
    """The PCs as they are on the day they are enrolled."""
    devices: tuple[Id, ...]
    branches: tuple[Id, ...]
    people: dict[str, Id]


@lru_cache(maxsize=1)
def company() -> Company:
    """The same in every process."""
    with governed(Time(1)) as time:
        return _found(time)


@lru_cache(maxsize=1)
def slots() -> tuple[Slot, tuple[Slot, ...]]:
    """Connections that one history after the other uses."""
    return Slot(*_OFFICE_BEGIN), tuple(Slot() for _ in PLACES)


def _found(time: Time) -> Company:
    raw = new_office_store()
    slot, _ = slots()
    slot.fill(raw)
    store = OfficeInMemory(slot)
    office = Office(store, time)
    with store.write() as work:
        branches = tuple(_branch(work, time, f"HK0{n + 1}") for n in range(3))
        people = {
            name: writing.insert(
                work,
                "staff",
                time.now(),
                branch_id=branches[0],
                login=name,
                name=name,
                role=name.split()[-1],
                active=1,
            )
            for name in ("administrator", "second administrator", "manager", "sales")
        }
        devices = tuple(_device(work, time, branches[at], n) for n, at in enumerate(PLACES))
    blank = tuple(
        new_pc_store(devices[n], (branches[at], f"HK0{at + 1}"), "ABCDE"[n])
        for n, at in enumerate(PLACES)
    )
    made = Company(raw, (), blank, devices, branches, people)
    return Company(*_settled(made, office, time), *_rest(made))


def _rest(made: Company) -> tuple[Any, ...]:
    return made.blank, made.devices, made.branches, made.people


def _settled(
    made: Company, office: Office, time: Time
) -> tuple[cipher.Connection, tuple[cipher.Connection, ...]]:
    """Head office and the PCs after the first copies and a customer of each branch."""
    from tests.end2end.sync.stores import copied

    stores = []
    for slot, template in zip(slots()[1], made.blank, strict=True):
        slot.fill(template)
        stores.append(PcStore(slot))
    alone = Underway(0, lambda: 0)
    witness = Witness(office.store, lambda: 0, lambda _: 0, close=False)
    engines = [
        Engine(
            store,
            Line(lambda: office, device, None, witness, alone),
            Skewed(time, 0),
            rng=_seeded,
        )
        for store, device in zip(stores, made.devices, strict=True)
    ]
    _settle(engines, time)
    for n in (0, 2, 4):
        _customer(stores[n], made.people["manager"], time)
        time.move(1_000)
    _settle(engines, time)
    return copied(office.store.slot.raw), tuple(copied(store.slot.raw) for store in stores)


def _settle(engines: list[Engine], time: Time) -> None:
    for _ in range(2):
        for engine in engines:
            while engine.round().more:
                time.move(10)


def _customer(store: PcStore, actor: Id, time: Time) -> None:
    with store.write(actor=actor, now=time.now()) as work:
        customer = work.insert(customers.customer, number="0", name="First Customer", tier="a")
        work.insert(
            orders.sales_order,
            number="0",
            kind="repair",
            channel="counter",
            stage="draft",
            customer_id=customer,
            stage_since=time.now(),
            placed_at=time.now(),
            rush=False,
            currency="HKD",
        )


def _seeded() -> random.Random:
    return random.Random(0)


def _branch(work: Any, time: Time, code: str) -> Id:
    return writing.insert(
        work,
        "branch",
        time.now(),
        code=code,
        name=code,
        currency="HKD",
        time_zone="Asia/Hong_Kong",
    )


def _device(work: Any, time: Time, branch: Id, number: int) -> Id:
    device = new_id()
    work.conn.execute(
        tables.device.insert().values(
            id=device,
            branch_id=branch,
            name="PC",
            letter="ABCDE"[number],
            sign_key=b"s",
            seal_key=b"s",
            state="on",
            bringing=False,
            enrolled_at=time.now(),
            lease_days=14,
        )
    )
    return device
