"""PCs whose people cannot prove what they do: no new one joins, those that are there are shown."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from sqlalchemy import update

from db.office import tables
from db.types import to_millis
from jewelcrm.errors import CanFix
from jewelcrm.office import devices, doctor
from jewelcrm.office.verbs import device as verb
from jewelcrm.office.visiting import exposing
from jewelcrm.sync.enrolling import _why_not
from jewelcrm.sync.line import Refused
from tests.jewelcrm.office_app.builders import Pc
from tests.jewelcrm.office_app.seeds import returning

OLD = 2
"""The last schema whose programs made no sessions."""


def as_it_was(office, pc):
    """The PC as one that joined before head office asked for proof."""
    statement = update(tables.device).where(tables.device.c.id == pc.id)
    office.store.run(lambda work: work.conn.execute(statement.values(signs_since=None, schema=OLD)))


def test_a_program_that_cannot_prove_who_did_what_does_not_join(head_office):
    code, pc = head_office.code(), Pc(head_office.client, head_office.clock)
    for _ in range(7):
        body = msgspec.json.encode(pc.ask(code, schema=OLD))
        got = head_office.client.post("/v1/enrol", content=body)
        assert (got.status_code, got.json()["error"]) == (426, "update")
    assert head_office.query(tables.device.select()) == []
    assert pc.enrol(code).letter == "A"  # the code is as good as before


def test_nor_does_it_come_back_to_a_head_office_that_forgot_it(small_office):
    pc = small_office.pc()
    got = pc.post("/v1/return", returning(small_office, pc, schema=OLD))
    assert (got.status_code, got.json()["error"]) == (426, "update")


def test_who_enrols_is_told_to_update_the_program_first():
    said = _why_not(Refused("update"))
    assert isinstance(said, CanFix)
    assert "Update the program first" in said.template


def test_every_pc_that_joins_proves_what_its_people_do(small_office):
    pc = small_office.pc()
    assert [one.unsigned for one in everyone(small_office)] == [False]
    assert unsigned_line(small_office).light == "green"
    as_it_was(small_office, pc)
    assert [one.unsigned for one in everyone(small_office)] == [True]


def everyone(office):
    with office.store.read() as work:
        return devices.everyone(work)


def unsigned_line(office):
    found = doctor._unsigned_pcs(doctor.Round(Path(), None, office.store, office.clock.now()))
    return next(iter(found))


def test_the_doctor_names_pcs_whose_people_act_unsigned(small_office):
    as_it_was(small_office, small_office.pc())
    line = unsigned_line(small_office)
    assert (line.light, line.check) == ("amber", "signatures")
    assert "HK01-A" in line.words
    assert "update its program" in line.advice


def test_the_list_of_pcs_says_who_acts_unsigned_and_what_to_do(small_office):
    as_it_was(small_office, small_office.pc())
    small_office.pc()
    said = verb._everything(small_office.store, small_office.clock.now())
    assert [one["unsigned"] for one in said["devices"]] == [True, False]
    old, new = said["text"].splitlines()[:2]
    assert devices.UNSIGNED in old
    assert "unsigned" not in new
    json.dumps(said["devices"])


def test_the_exposure_report_says_that_a_lost_pc_could_write_in_anybodys_name(small_office):
    pc = small_office.pc()
    with small_office.store.read() as work:
        assert not exposing.report(work, pc.id).unsigned
    as_it_was(small_office, pc)
    with small_office.store.read() as work:
        assert exposing.report(work, pc.id).unsigned
    told = pc.get("/v1/exposure").json()
    assert not told["unsigned"]  # whoever has it need not hear so


def test_a_pc_of_before_works_on_until_its_program_is_new(small_office):
    """As sync.md 2.11 says: what an older program sends is taken in."""
    pc = small_office.pc()
    as_it_was(small_office, pc)
    actor, now = small_office.admin.id.hex(), small_office.clock.now()
    values = {"branch_id": pc.answer.branch_id, "number": "HK01-A-1", "name": "Wong"}
    op = {"t": "customer", "id": "1" * 32, "op": "I", "base": 0, "set": values}
    at = to_millis(now)
    tx = {"id": "2" * 32, "n": 1, "hlc": at << 16, "at": at, "actor": actor, "ops": [op]}
    people, pc.people = pc.people, None
    ask = {"schema": OLD, "epoch": 1, "req": 1, "acked": 0, "tx": [tx]}
    assert pc.post("/v1/sync/push", ask).json()["res"][0]["st"] == "ok"
    pc.people = people
    signed = {**ask, "acked": 1, "tx": [{**tx, "id": "3" * 32, "n": 2, "ops": []}]}
    assert pc.post("/v1/sync/push", signed).json()["res"][0]["st"] == "ok"
    assert [one.unsigned for one in everyone(small_office)] == [False]
