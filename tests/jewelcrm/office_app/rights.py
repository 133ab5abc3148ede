"""Who may ask what from which PC about whom: the cases, and what is expected, written down anew.

Expected answers come from the catalogue of rights and from the table here; nothing of head
office's own checks is used. An endpoint without a row in the table fails a test.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import msgspec

from db.office import tables
from db.types import Id, new_id, to_millis
from jewelcrm.access.catalogue import RIGHTS
from jewelcrm.office import branches, devices, people
from jewelcrm.office.skew import SCHEMA
from jewelcrm.office.visiting.looking_up import ticket_hash
from tests.jewelcrm.office_app.builders import PASSWORD, HeadOffice, Pc, a_pack
from tests.jewelcrm.office_app.seeds import returning

ROLES = ("administrator", "manager", "sales", "left", "nobody")
RULED = ROLES[:3]
"""The catalogue's roles; a person who left; a key that nobody has."""
PLACES = ("here", "there", "waiting", "revoked", "closed", "stranger")
"""A PC of HK01, one of HK02, PCs that may not ask, and one that head office does not know."""
WHOSE = ("own", "other")
"""The record, scope or ticket is of the PC's own branch, or of another one."""
SHUT = {"waiting": "waiting", "revoked": "revoked", "closed": "closed", "stranger": "signature"}
OK = "ok"


@dataclass(frozen=True)
class Rule:
    """What an endpoint asks for."""

    right: str = ""
    """The person's; empty: it is the PC that asks, whoever sits there."""
    other: str = OK
    """What it answers about another branch's."""
    lacking: str = "denied"
    """What it answers to a person without the right."""
    signed: bool = True
    method: str = "POST"


RULES: dict[str, Rule] = {
    "/v1/sync/push": Rule("customers.add", other="aside", lacking="aside"),
    "/v1/sync/pull": Rule(other="drop"),
    "/v1/sync/snapshot": Rule(other="denied"),
    "/v1/sync/buckets": Rule(other="denied"),
    "/v1/sync/listing": Rule(other="denied"),
    "/v1/sync/fetch": Rule(other="denied"),
    "/v1/slot": Rule(),
    "/v1/recovery": Rule(),
    "/v1/person": Rule("people.view", lacking="password"),
    "/v1/lookup": Rule("customers.lookup"),
    "/v1/open": Rule("customers.remote_open", other="not_found"),
    "/v1/move": Rule("customers.move", other="not_found"),
    "/v1/share": Rule("customers.share", other="not_found"),
    "/v1/erase": Rule("privacy.erase"),
    "/v1/erasures": Rule("privacy.erase"),
    "/v1/erased": Rule("imports.run"),
    "/v1/backup/lacks": Rule(),
    "/v1/backup/pack": Rule(),
    "/v1/backup/paper": Rule(other="bad_request"),
    "/v1/backup/points": Rule(),
    "/v1/backup/known": Rule(),
    "/v1/return": Rule(),
    "/v1/events": Rule(method="GET"),
    "/v1/exposure": Rule(method="GET"),
    "/v1/hello": Rule(method="GET", signed=False),
    "/v1/enrol": Rule(signed=False),
}
"""Every endpoint. `/v1/open` is asked with a ticket: `other` is one that another PC was given."""


@dataclass(frozen=True)
class Case:
    """A person at a PC, and what it is about."""

    path: str
    role: str
    place: str
    whose: str

    @property
    def expected(self) -> str:
        """`ok`, `aside`, `drop`, or the code it is refused with."""
        rule = RULES[self.path]
        if self.path == "/v1/enrol":
            return {"revoked": "revoked", "closed": "revoked"}.get(self.place, OK)
        if rule.signed and self.place in SHUT:
            return SHUT[self.place]
        if rule.right and self.role == "nobody" and rule.lacking == "denied":
            return "session"
        if rule.right and self.role not in RIGHTS[rule.right].roles:
            return rule.lacking
        return OK if self.whose == "own" else rule.other


def cases() -> Iterator[Case]:
    """Every endpoint, asked by everybody from everywhere about one's own and others'."""
    for path in RULES:
        for place in PLACES:
            for role in ROLES:
                for whose in WHOSE:
                    yield Case(path, role, place, whose)


@dataclass
class Town:
    """Three branches of which one was closed, their people and PCs."""

    office: HeadOffice
    people: dict[str, Id] = field(default_factory=dict)
    pcs: dict[str, Pc] = field(default_factory=dict)
    customers: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._people()
        self._pcs()
        for place in ("here", "there"):
            for role in RULED:
                known = {"login": f"{role}.person", "password": PASSWORD}
                assert self.pcs[place].post("/v1/person", known).status_code == 200
            self.customers[place] = self._customers(self.pcs[place], 120)

    def ask(self, case: Case) -> str:
        """How it is answered; a stranger that asked to be taken in again is none any more."""
        if case.place == "stranger":
            self.pcs["stranger"] = Pc(self.office.client, self.office.clock)
        pc, rule = self.pcs[case.place], RULES[case.path]
        self.office.clock.move(minutes=7)  # look-ups are counted by the hour
        message = self._message(case)
        query = "?wait=0&known=1" if case.path == "/v1/events" else ""
        path = case.path + query
        body = b"" if rule.method == "GET" else pc.stamped(path, msgspec.json.encode(message))
        signed = pc.header(rule.method, path, body) if rule.signed else {}
        got = self.office.client.request(rule.method, path, content=body, headers=signed)
        return got.json()["error"] if got.status_code != 200 else _outcome(case.path, got.json())

    # Questions

    def _message(self, case: Case) -> dict[str, Any]:
        makers: dict[str, Callable[[Case], dict[str, Any]]] = {
            "/v1/sync/push": self._push,
            "/v1/sync/pull": lambda case: {
                "schema": SCHEMA,
                "epoch": 1,
                "req": 1,
                "scopes": [{"s": self._scope(case), "cur": 0}],
            },
            "/v1/sync/snapshot": lambda case: {"schema": SCHEMA, "s": self._scope(case)},
            "/v1/sync/buckets": lambda case: {"s": self._scope(case)},
            "/v1/sync/listing": lambda case: {"s": self._scope(case), "buckets": [1]},
            "/v1/sync/fetch": lambda case: {
                "schema": SCHEMA,
                "s": self._scope(case),
                "rows": [["customer", self._customer(case)]],
            },
            "/v1/slot": lambda case: {"sealed": "AAAA"},
            "/v1/recovery": lambda case: {"nonce": "abc"},
            "/v1/person": lambda case: {"login": f"{case.role}.person", "password": PASSWORD},
            "/v1/lookup": lambda case: self._by(case, by="phone", text="+85291234567"),
            "/v1/open": lambda case: self._by(case, ticket=self._ticket(case), reason="repair"),
            "/v1/move": lambda case: self._about(case, to_branch=self._elsewhere(case)),
            "/v1/share": lambda case: self._about(case, with_branch=self._elsewhere(case)),
            "/v1/erase": self._about,
            "/v1/erasures": self._by,
            "/v1/erased": lambda case: self._by(case, contacts=[["phone", "+85291234567"]]),
            "/v1/backup/lacks": lambda case: {"names": base64.b64encode(b"n" * 32).decode()},
            "/v1/backup/pack": lambda case: {"pack": a_pack()},
            "/v1/backup/paper": self._paper,
            "/v1/backup/points": lambda case: {},
            "/v1/backup/known": lambda case: {"epoch": 1, "n": 1},
            "/v1/enrol": self._enrol,
            "/v1/return": self._return,
        }
        return makers[case.path](case) if case.path in makers else {}

    def _by(self, case: Case, **more: Any) -> dict[str, Any]:
        return {"actor": self.people[case.role].hex(), **more}

    def _about(self, case: Case, **more: Any) -> dict[str, Any]:
        return self._by(case, customer_id=self._customer(case), reason="she asked", **more)

    def _push(self, case: Case) -> dict[str, Any]:
        """A new customer; `other`: entered in another branch."""
        pc = self.pcs[case.place]
        n = self.office.store.run(lambda work: work.last_n(pc.id, 1)) + 1
        branch = self._branch(case) if case.whose == "own" else self._elsewhere(case)
        return _transaction(self.office, n, self.people[case.role], [_new(branch)])

    def _paper(self, case: Case) -> dict[str, Any]:
        """A backup's manifest: this PC's, of its own branch or of another."""
        branch = self._branch(case) if case.whose == "own" else self._elsewhere(case)
        return {"paper": base64.b64encode(self.pcs[case.place].paper(branch)).decode()}

    def _enrol(self, case: Case) -> dict[str, Any]:
        """A PC comes with a good code; one that is known comes under its own id."""
        known = self.pcs[case.place].id
        device = known if case.place in ("revoked", "closed") else new_id()
        ask = Pc(self.office.client, self.office.clock).ask(self.office.code(), device=device.hex())
        return dict(msgspec.to_builtins(ask))

    def _return(self, case: Case) -> dict[str, Any]:
        pc = self.pcs[case.place]
        known = pc if pc.answer is not None else replace(pc, answer=self.pcs["here"].answer)
        return returning(self.office, known)

    def _ticket(self, case: Case) -> str:
        """A ticket of the person's for this PC, or for another one."""
        ticket = new_id().hex()
        other = "there" if case.place == "here" else "here"
        device = self.pcs[case.place if case.whose == "own" else other].id
        values = {
            "ticket": ticket_hash(ticket),
            "actor": self.people[case.role],
            "device": device,
            "customer_id": bytes.fromhex(self.customers["there"][0]),
            "expires_at": self.office.clock.now() + dt.timedelta(minutes=5),
        }
        insert = tables.lookup_ticket.insert().values(**values)
        self.office.store.run(lambda work: work.conn.execute(insert))
        return ticket

    # Where things are

    def _customer(self, case: Case) -> str:
        """A fresh customer of the PC's branch, or of another."""
        mine = "there" if case.place == "there" else "here"
        other = "here" if mine == "there" else "there"
        return self.customers[mine if case.whose == "own" else other].pop()

    def _branch(self, case: Case) -> str:
        answer = self.pcs[case.place].answer or self.pcs["here"].answer
        assert answer is not None
        return answer.branch_id

    def _elsewhere(self, case: Case) -> str:
        return self._branch(Case("", "", "here" if case.place == "there" else "there", "own"))

    def _scope(self, case: Case) -> str:
        return f"B:{self._branch(case) if case.whose == 'own' else self._elsewhere(case)}"

    # Setting up

    def _people(self) -> None:
        now, by = self.office.clock.now(), self.office.admin.id
        for role in ("administrator", "manager", "sales", "left"):
            new = people.NewPerson(
                f"{role}.person", "Some Body", "manager" if role == "left" else role, PASSWORD
            )
            person = self.office.store.run(partial(people.add, new=new, now=now))
            self.people[role] = person.id
            if role == "left":
                self.office.store.run(partial(people.disable, person=person, now=now, by=by))
        self.people["nobody"] = new_id()

    def _pcs(self) -> None:
        office, now = self.office, self.office.clock.now()
        hk03 = branches.NewBranch("HK03", "Shop HK03")
        office.store.run(lambda work: branches.add(work, hk03, now, office.admin.id))
        for place, branch in (
            ("here", "HK01"),
            ("there", "HK02"),
            ("revoked", "HK01"),
            ("closed", "HK03"),
        ):
            self.pcs[place] = office.pc(branch)
            self.pcs[place].post("/v1/slot", {"sealed": "AAAA"})
        self.pcs["waiting"] = Pc(office.client, office.clock)
        self.pcs["waiting"].enrol(office.code(confirm=True))
        self.pcs["stranger"] = Pc(office.client, office.clock)
        gone = self.pcs["revoked"].id
        office.store.run(lambda work: devices.revoke(work, gone, now, office.admin.id))
        office.store.run(lambda work: branches.close(work, "HK03", now, office.admin.id))

    def _customers(self, pc: Pc, count: int) -> list[str]:
        assert pc.answer is not None
        ops = [_new(pc.answer.branch_id) for _ in range(count)]
        phone = {"customer_id": ops[0]["id"], "kind": "phone", "value": "9123 4567"}
        ops.append(
            _op("contact_point", pc.answer.branch_id, normal="+85291234567", preferred=1, **phone)
        )
        push = _transaction(self.office, 1, self.office.admin.id, ops)
        got = pc.post("/v1/sync/push", push)
        assert _outcome("/v1/sync/push", got.json()) == OK, got.text
        return [op["id"] for op in ops[:count]]


def _transaction(office: HeadOffice, n: int, actor: Id, ops: list[Any]) -> dict[str, Any]:
    now = to_millis(office.clock.now())
    tx = {"id": new_id().hex(), "n": n, "hlc": now << 16, "at": now, "actor": actor.hex()}
    return {"schema": SCHEMA, "epoch": 1, "req": 1, "acked": n - 1, "tx": [{**tx, "ops": ops}]}


def _new(branch: str) -> dict[str, Any]:
    return _op("customer", branch, number=f"HK01-A-{new_id().hex()[-6:]}", name="Wong Mei")


def _op(table: str, branch: str, **values: Any) -> dict[str, Any]:
    return {
        "t": table,
        "id": new_id().hex(),
        "op": "I",
        "base": 0,
        "set": {"branch_id": branch, "created_at": 1, **values},
    }


def _outcome(path: str, answer: dict[str, Any]) -> str:
    if path == "/v1/sync/push":
        outcomes = {tx["st"] for tx in answer["res"]}
        return OK if outcomes == {"ok"} else "aside"
    if path == "/v1/sync/pull":
        return "drop" if any(feed.get("drop") for feed in answer["feeds"]) else OK
    return OK
