"""A good question for every endpoint, made for the moment: asked as it is, each is answered.

A head office of two branches with people and customers, where there is always somebody to look up,
to move and to erase. What is asked under a broken number would not get far; so each push goes on
from where the PC stands, each look-up asks for somebody who is there, each code is fresh.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import select

from db.office import tables
from db.tables.customers import customer as customer_table
from db.types import Id, new_id, to_millis
from jewelcrm.office import people
from jewelcrm.office.skew import SCHEMA
from tests.jewelcrm.office_app.builders import PASSWORD, HeadOffice, Pc, a_pack

SHE = "Zeng Qiaoyun"
"""Everybody who is at home in the other branch."""
SIGNED_GET = ("/v1/events", "/v1/exposure")
OPEN = ("/v1/hello", "/v1/enrol")
AGAIN = ("/v1/return",)
"""Signed, but taken as often as it is said: it only says who is there."""


Record = tuple[str, str, dict[str, Any]]
"""Table, key and values."""
CONSENT = {
    "purpose": "marketing",
    "channel": "all",
    "subject_class": "all",
    "state": "consented",
    "source": "oral",
    "notice_version": "1",
    "notice_language": "en",
}


@dataclass
class Question:
    """Where to ask what; a query of a GET is a message too."""

    method: str
    path: str
    message: dict[str, Any]

    @property
    def body(self) -> bytes:
        return json.dumps(self.message).encode() if self.method == "POST" else b""


@dataclass
class Prey:
    """A head office with all that can be asked about, and a PC of HK01."""

    office: HeadOffice
    pc: Pc = field(init=False)
    other: Pc = field(init=False)
    second: people.Person = field(init=False)
    _phones: int = 0

    def __post_init__(self) -> None:
        boss = people.NewPerson("boss", "Second Boss", "administrator", PASSWORD)
        now = self.office.clock.now()
        self.second = self.office.store.run(lambda work: people.add(work, boss, now))
        self.pc, self.other = self.office.pc(), self.office.pc("HK02")
        for pc in (self.pc, self.other):
            assert pc.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
            for login in ("mary", "boss"):
                known = pc.post("/v1/person", {"login": login, "password": PASSWORD})
                assert known.status_code == 200
            assert self.taken(pc, self.push(pc, 6))

    # Questions

    def questions(self) -> Iterator[Question]:
        """One for each endpoint, round and round."""
        makers = self.makers()
        while True:
            for path, make in makers.items():
                method = "GET" if path in (*SIGNED_GET, "/v1/hello") else "POST"
                yield Question(method, path, make())

    def makers(self) -> dict[str, Callable[[], dict[str, Any]]]:
        """For each endpoint how a good question is made."""
        return {
            "/v1/sync/push": self.push,
            "/v1/sync/pull": self._pull,
            "/v1/sync/snapshot": lambda: {
                "schema": SCHEMA,
                "s": self.pc.scope,
                "limit": 50,
                "after": ["customer", "0" * 32],
            },
            "/v1/sync/buckets": lambda: {"s": self.pc.scope},
            "/v1/sync/listing": lambda: {"s": self.pc.scope, "buckets": [0, 7, 255]},
            "/v1/sync/fetch": lambda: {
                "schema": SCHEMA,
                "s": self.pc.scope,
                "rows": [["customer", self.customer().hex()]],
            },
            "/v1/slot": lambda: {"sealed": "AAAA"},
            "/v1/recovery": lambda: {"nonce": "abc"},
            "/v1/person": self._person,
            "/v1/lookup": self._lookup,
            "/v1/open": self._open,
            "/v1/move": lambda: self._visit(to_branch=self.branch(self.other)),
            "/v1/share": lambda: self._visit(with_branch=self.branch(self.other), stop=False),
            "/v1/erase": self._erase,
            "/v1/erased": lambda: {
                "actor": self.office.admin.id.hex(),
                "contacts": [["email", "a@example.hk"]],
            },
            "/v1/erasures": lambda: {"actor": self.office.admin.id.hex()},
            "/v1/backup/lacks": lambda: {"names": base64.b64encode(b"n" * 64).decode()},
            "/v1/backup/pack": lambda: {"pack": a_pack()},
            "/v1/backup/paper": lambda: {
                "paper": base64.b64encode(self.pc.paper(self.branch(self.pc))).decode(),
            },
            "/v1/backup/points": dict,
            "/v1/backup/known": lambda: {"epoch": 1, "n": 1},
            "/v1/enrol": self._enrol,
            "/v1/return": lambda: returning(self.office, self.pc),
            "/v1/events": lambda: {"wait": "0", "known": "7"},
            "/v1/exposure": dict,
            "/v1/hello": dict,
        }

    def branch(self, pc: Pc) -> str:
        """The key of a PC's branch."""
        assert pc.answer is not None
        return pc.answer.branch_id

    def push(self, pc: Pc | None = None, count: int = 1) -> dict[str, Any]:
        """The next transactions: in each a customer with all that may belong to one."""
        pc = pc or self.pc
        now, epoch, n = to_millis(self.office.clock.now()), *self._place(pc)
        known = {"hlc": now << 16, "at": now, "actor": self.office.admin.id.hex()}
        txs = [
            {"id": new_id().hex(), "n": at, **known, "ops": self._records(pc, now, at)}
            for at in range(n + 1, n + 1 + count)
        ]
        return {"schema": SCHEMA, "epoch": epoch, "req": 1, "acked": n, "tx": txs}

    def _records(self, pc: Pc, now: int, n: int) -> list[dict[str, Any]]:
        customer, order, contact = new_id().hex(), new_id().hex(), new_id().hex()
        number = f"{pc.branch_code}-A-{n:06}"
        self._phones += 1
        phone = f"+8529{self._phones:07}"
        name = "Wong Mei" if pc is self.pc else SHE
        hers = {"customer_id": customer}
        rows: list[Record] = [
            ("customer", customer, {"number": number, "name": name, "tier": "gold"}),
            (
                "contact_point",
                contact,
                {**hers, "kind": "phone", "value": phone[4:], "normal": phone, "preferred": 1},
            ),
            ("note", new_id().hex(), {**hers, "channel": "note", "body": "Likes jade"}),
            ("consent", new_id().hex(), {**hers, **CONSENT, "obtained_at": now}),
            *_order(order, number, hers, now),
            (
                "followup",
                new_id().hex(),
                {**hers, "title": "Call", "due_on": "2026-12-01", "state": "open"},
            ),
        ]
        common = {"branch_id": self.branch(pc), "created_at": now}
        inserts = [
            {"t": t, "id": i, "op": "I", "base": 0, "set": {**common, **values}}
            for t, i, values in rows
        ]
        change = {"t": "contact_point", "id": contact, "op": "U", "base": 1}
        return [*inserts, {**change, "set": {"label": "home"}, "old": {"label": None}}]

    def _pull(self) -> dict[str, Any]:
        cursors = [{"s": s, "cur": 0} for s in (self.pc.scope, "G:staff")]
        return {
            "schema": SCHEMA,
            "epoch": 1,
            "req": 1,
            "scopes": cursors,
            "limit": 50,
            "backfill": ["customer.tier"],
            "alarms": [{"at": 1, "s": "G:staff", "here": [1, "0" * 32], "there": [2, "1" * 32]}],
        }

    def _person(self) -> dict[str, Any]:
        self.office.store.run(lambda work: work.conn.execute(tables.credential_try.delete()))
        return {"login": "mary", "password": PASSWORD}

    def _lookup(self) -> dict[str, Any]:
        self.office.clock.move(minutes=20)  # thirty an hour are allowed, two hundred a day
        with self.office.store.read() as work:
            number = work.rows("customer", [self.customer(self.other)]).popitem()[1]["number"]
        return {"actor": self.office.admin.id.hex(), "by": "number", "text": number}

    def _open(self) -> dict[str, Any]:
        found = self.pc.post("/v1/lookup", self._lookup())
        ticket = found.json()["cards"][0]["ticket"]
        actor = self.office.admin.id.hex()
        return {"actor": actor, "ticket": ticket, "reason": "other", "words": "her ring"}

    def _visit(self, **more: Any) -> dict[str, Any]:
        about = {"actor": self.office.admin.id.hex(), "customer_id": self.customer().hex()}
        return {**about, "reason": "she lives there", **more}

    def _erase(self) -> dict[str, Any]:
        case = tables.erasure_case.c
        waits = self.office.query(select(case.customer_id).where(case.done_at.is_(None)))
        if waits:
            boss, customer = self.second, waits[0].customer_id
        else:
            boss, customer = self.office.admin, self.customer()
        about = {"actor": boss.id.hex(), "customer_id": customer.hex()}
        return {**about, "reason": "asked for it", "approve": bool(waits)}

    def _enrol(self) -> dict[str, Any]:
        self.code = self.office.code()
        ask = Pc(self.office.client, self.office.clock).ask(self.code)
        return dict(msgspec.to_builtins(ask))

    # Where things stand

    def customer(self, pc: Pc | None = None) -> Id:
        """The newest customer of the PC's branch; there always is one."""
        pc = pc or self.pc
        found = self._newest(pc)
        if found is None:
            assert self.taken(pc, self.push(pc))
            found = self._newest(pc)
        assert found is not None
        return found

    def _newest(self, pc: Pc) -> Id | None:
        c = customer_table.c
        hers = select(c.id).where(c.branch_id == bytes.fromhex(self.branch(pc)))
        rows = self.office.query(hers.where(c.archived_at.is_(None)).order_by(c.id.desc()).limit(1))
        return rows[0].id if rows else None

    def _place(self, pc: Pc) -> tuple[int, int]:
        """The PC's newest epoch, and its last number in it."""
        c = tables.device_epoch.c
        rows = self.office.query(
            select(c.epoch, c.last_n).where(c.device == pc.id).order_by(c.epoch.desc()).limit(1)
        )
        return (rows[0].epoch, rows[0].last_n) if rows else (1, 0)

    def erased(self, customer: str) -> None:
        """Two administrators erase a person."""
        for boss, approve in ((self.office.admin, False), (self.second, True)):
            about = {"actor": boss.id.hex(), "customer_id": customer, "reason": "she asked"}
            got = self.pc.post("/v1/erase", {**about, "approve": approve})
            assert got.status_code == 200, got.text

    def taken(self, pc: Pc, push: dict[str, Any]) -> bool:
        """True when the push was applied."""
        got = pc.post("/v1/sync/push", json.dumps(push).encode())
        return got.status_code == 200 and applied("/v1/sync/push", got.json())


def _order(order: str, number: str, hers: dict[str, str], now: int) -> Iterator[Record]:
    """An order of hers with its line, what was paid and what is due."""
    its = {"order_id": order}
    bought = {"kind": "sale", "channel": "counter", "stage": "draft", "rush": 0}
    at = {"stage_since": now, "placed_at": now, "currency": "HKD"}
    yield "sales_order", order, {**hers, "number": number, **bought, **at}
    cents = {"unit_price_cents": 9_000, "labour_cents": 0, "discount_cents": 0}
    line = {"position": 1, "quantity": 1, "description": "Ring", "amount_cents": 9_000}
    yield "order_line", new_id().hex(), {**its, **line, **cents}
    paid = {"kind": "deposit", "method": "cash", "amount_cents": 100, "currency": "HKD"}
    receipt = {"receipt_number": f"R{number}", "taken_at": now}
    yield "payment", new_id().hex(), {**its, **hers, **receipt, **paid}
    due = {"kind": "balance", "due_on": "2026-12-01", "amount_cents": 100, "currency": "HKD"}
    yield "payment_due", new_id().hex(), {**its, **due}


def returning(office: HeadOffice, pc: Pc, **changes: Any) -> dict[str, Any]:
    """What a PC says to a head office that may have forgotten it."""
    ask = pc.ask("AAAAA-AAAAA")
    assert pc.answer is not None
    return {
        "server": office.store.server.hex(),
        "device": ask.device,
        "name": "Counter",
        "sign_key": ask.sign_key,
        "seal_key": ask.seal_key,
        "letter": "A",
        "branch_id": pc.answer.branch_id,
        "branch_code": "HK01",
        "branch_name": "Nathan Road",
        "currency": "HKD",
        "time_zone": "Asia/Hong_Kong",
        "schema": SCHEMA,
        **changes,
    }


def applied(path: str, answer: dict[str, Any]) -> bool:
    """True when a 200 says that the question was really carried out."""
    match path:
        case "/v1/sync/push":
            outcomes = {tx["st"] for tx in answer.get("res", [])}
            return bool(outcomes) and outcomes <= {"ok", "merged"}
        case "/v1/sync/fetch":
            return bool(answer["items"])
        case "/v1/sync/pull":
            return any(feed.get("items") for feed in answer["feeds"])
        case "/v1/lookup":
            return bool(answer["cards"])
        case _:
            return True
