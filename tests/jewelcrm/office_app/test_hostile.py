"""Whatever a PC sends: an answer in form, never a 5xx, and nothing kept that it may not write."""

import itertools
import json
import random
from importlib.util import find_spec

import msgspec
import pytest
from sqlalchemy import text

from db.types import new_id, to_millis
from jewelcrm.wire import messages
from jewelcrm.wire.messages import Trouble
from jewelcrm.wire.reasons import REFUSED
from tests.conftest import PROVE
from tests.jewelcrm.office_app.builders import Pc
from tests.jewelcrm.office_app.mutating import mutate

VISITS = ("/v1/lookup", "/v1/open", "/v1/move", "/v1/share", "/v1/erase")
ROUNDS = 40_000 if PROVE else 1_500
UNSIGNED = 20_000 if PROVE else 500


def a_push(office, pc, n):
    """A customer with a phone, an order and a payment, as a PC would send them."""
    now = to_millis(office.clock.now())
    branch, actor = pc.answer.branch_id, office.admin.id.hex()
    customer, order = new_id().hex(), new_id().hex()
    contact = {"kind": "phone", "value": "9123 4567", "normal": "+85291234567", "preferred": 1}
    sale = {
        "number": f"HK01-A-{n}",
        "kind": "sale",
        "channel": "counter",
        "stage": "draft",
        "stage_since": now,
        "placed_at": now,
        "rush": 0,
        "currency": "HKD",
    }
    due = {"kind": "balance", "due_on": "2026-12-01", "amount_cents": 100, "currency": "HKD"}
    task = {"title": "Call her", "due_on": "2026-12-01", "state": "open"}
    records = [
        ("customer", customer, {"number": f"HK01-A-{n}", "name": "Wong Mei", "tier": "gold"}),
        ("contact_point", new_id().hex(), {"customer_id": customer, **contact}),
        ("sales_order", order, {"customer_id": customer, **sale}),
        ("payment_due", new_id().hex(), {"order_id": order, **due}),
        ("followup", new_id().hex(), {"customer_id": customer, **task}),
    ]
    ops = [
        {
            "t": table,
            "id": row_id,
            "op": "I",
            "base": 0,
            "set": {"branch_id": branch, "created_at": now, **values},
        }
        for table, row_id, values in records
    ]
    tx = {"id": new_id().hex(), "n": n, "hlc": now << 16, "at": now, "actor": actor, "ops": ops}
    return {"schema": 2, "epoch": 1, "req": n, "acked": 0, "tx": [tx]}


def questions(office, pc):
    """A good question for each endpoint; pushes go on with their numbers."""
    customer, branch = new_id().hex(), pc.answer.branch_id
    actor = office.admin.id.hex()
    plain = {
        "/v1/sync/pull": {
            "schema": 2,
            "epoch": 1,
            "req": 1,
            "scopes": [{"s": pc.scope, "cur": 0}, {"s": "G:staff", "cur": 0}],
            "backfill": ["customer.tier"],
        },
        "/v1/sync/snapshot": {"schema": 2, "s": pc.scope, "at": 0, "after": ["note", customer]},
        "/v1/sync/buckets": {"s": pc.scope},
        "/v1/sync/listing": {"s": pc.scope, "buckets": [0, 255]},
        "/v1/sync/fetch": {"schema": 2, "s": pc.scope, "rows": [["customer", customer]]},
        "/v1/slot": {"sealed": "AAAA"},
        "/v1/recovery": {"nonce": "abc"},
        "/v1/person": {"login": "nobody", "password": "x"},
        "/v1/lookup": {"actor": actor, "by": "phone", "text": "+85291234567"},
        "/v1/open": {"actor": actor, "ticket": "x", "reason": "repair"},
        "/v1/move": {"actor": actor, "customer_id": customer, "to_branch": branch, "reason": "x"},
        "/v1/share": {
            "actor": actor,
            "customer_id": customer,
            "with_branch": branch,
            "reason": "x",
        },
        "/v1/erase": {"actor": actor, "customer_id": customer, "reason": "x"},
    }
    missing = () if find_spec("jewelcrm.office.visiting") else VISITS
    for n in itertools.count(1):
        yield "/v1/sync/push", a_push(office, pc, n)
        yield from ((at, m) for at, m in plain.items() if at not in missing)


def check(got, body):
    assert got.status_code < 500, (got.status_code, got.text, body[:600])
    if got.status_code != 200:
        assert REFUSED[msgspec.json.decode(got.content, type=Trouble).error] == got.status_code


@pytest.mark.prove
@pytest.mark.timeout(3600 if PROVE else 300)
def test_no_mutated_message_of_an_enrolled_pc_breaks_the_server(small_office, pc):
    chance = random.Random(20261122)
    asked = questions(small_office, pc)
    for _ in range(ROUNDS):
        path, message = next(asked)
        body = mutate(chance, json.dumps(message).encode())
        check(pc.post(path, body), body)


@pytest.mark.prove
@pytest.mark.timeout(3600 if PROVE else 300)
def test_no_mutated_message_breaks_the_server_on_postgresql(postgres, clock):
    from tests.jewelcrm.office_app.builders import a_head_office

    office = a_head_office(postgres, clock)
    office.line.start()
    pc, chance = office.pc(), random.Random(20261123)
    asked = questions(office, pc)
    for _ in range(ROUNDS // 5):
        path, message = next(asked)
        body = mutate(chance, json.dumps(message).encode())
        check(pc.post(path, body), body)
    office.line.stop()


def test_a_body_that_is_changed_on_the_way_changes_nothing(small_office, pc):
    chance = random.Random(7)
    asked = questions(small_office, pc)
    before = everything(small_office)
    for _ in range(UNSIGNED):
        path, message = next(asked)
        body = json.dumps(message).encode()
        signed = pc.header("POST", path, body)
        changed = mutate(chance, body)
        got = small_office.client.post(path, content=changed + b" ", headers=signed)
        assert got.json()["error"] == "signature"
    assert everything(small_office) == before


@pytest.mark.parametrize("kind", ["truncated", "doubled", "empty"])
def test_a_body_that_is_cut_or_doubled_on_the_way_changes_nothing(small_office, pc, kind):
    path, message = next(questions(small_office, pc))
    body = json.dumps(message).encode()
    changed = {"truncated": body[:-7], "doubled": body * 2, "empty": b""}[kind]
    before = everything(small_office)
    got = small_office.client.post(path, content=changed, headers=pc.header("POST", path, body))
    assert got.json()["error"] == "signature"
    assert everything(small_office) == before


def test_enrolment_takes_no_mutated_question(small_office):
    chance = random.Random(11)
    before = everything(small_office)
    for _ in range(UNSIGNED):
        ask = Pc(small_office.client, small_office.clock).ask("ABCDE-12345")
        body = mutate(chance, msgspec.json.encode(ask))
        check(small_office.client.post("/v1/enrol", content=body), body)
    assert everything(small_office) == before


def test_a_good_push_is_taken(small_office, pc):
    got = pc.post("/v1/sync/push", a_push(small_office, pc, 1))
    answer = msgspec.json.decode(got.content, type=messages.PushAnswer)
    assert [(tx.n, tx.st) for tx in answer.res] == [(1, "ok")]


def everything(office):
    """How many rows every table has, but what is written by asking itself."""
    from db.office import tables
    from db.tables import metadata

    names = sorted({*metadata.tables, *tables.office.tables} - {"nonce"})
    with office.store.read() as work:
        return {n: work.conn.execute(text(f"SELECT count(*) FROM {n}")).scalar() for n in names}
