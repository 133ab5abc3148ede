"""Who says that it returns to head office: strangers fill no places and take no letters."""

from __future__ import annotations

from sqlalchemy import select

from db.office import tables
from jewelcrm.office import letters, lives
from jewelcrm.office.returning import KEPT, MOST_STRANGERS
from jewelcrm.office.site import Limits
from tests.jewelcrm.office_app.builders import ROOMY, Pc, a_head_office
from tests.jewelcrm.office_app.seeds import returning


def put_back(office, *forgotten):
    """Head office is put up from a backup of before these PCs were taken in."""
    d = tables.device.c
    with office.store.write() as work:
        work.conn.execute(tables.device.delete().where(d.id.in_([pc.id for pc in forgotten])))
        lives.begin(work, 1, by=office.admin.id)


def said(pc, got):
    return "ok" if got.status_code == 200 else got.json()["error"]


def ask(office, pc, **changes):
    return said(pc, pc.post("/v1/return", returning(office, pc, **changes)))


def a_stranger(office, like):
    return Pc(office.client, office.clock, answer=like.answer)


def waiting(office):
    d = tables.device.c
    with office.store.read() as work:
        return len(work.conn.execute(select(d.id).where(d.state == "back")).all())


def test_nobody_returns_to_a_head_office_that_was_never_put_back(small_office):
    pc = small_office.pc()
    assert {ask(small_office, a_stranger(small_office, pc)) for _ in range(5)} == {"signature"}
    assert waiting(small_office) == 0


def test_strangers_leave_places_for_pcs_that_head_office_knew(small_office):
    pc = small_office.pc()
    put_back(small_office, pc)
    told = [ask(small_office, a_stranger(small_office, pc)) for _ in range(MOST_STRANGERS + 5)]
    assert told == ["ok"] * MOST_STRANGERS + ["limit"] * 5
    word = pc.answer.word
    assert ask(small_office, a_stranger(small_office, pc), word=word) == "limit"
    assert ask(small_office, pc, word=word, letter="Q") == "limit"
    assert ask(small_office, pc, word=word) == "ok"


def test_what_a_stranger_asks_for_is_over_after_three_days(small_office):
    pc = small_office.pc()
    put_back(small_office, pc)
    for _ in range(MOST_STRANGERS):
        ask(small_office, a_stranger(small_office, pc))
    small_office.clock.move(seconds=KEPT.total_seconds() + 1)
    assert ask(small_office, a_stranger(small_office, pc)) == "ok"
    assert waiting(small_office) == 1


def test_a_strangers_letter_takes_no_letter_from_a_pc(small_office):
    pc = small_office.pc()
    before = letter_given(small_office, pc)
    put_back(small_office)
    assert ask(small_office, a_stranger(small_office, pc), letter="ZZ") == "ok"
    assert letters.place(letter_given(small_office, pc)) > letters.place(before)


def letter_given(office, pc):
    branch = bytes.fromhex(pc.answer.branch_id)
    return office.store.run(lambda work: letters.next_letter(work, branch))


def test_one_address_asks_to_return_no_more_than_seldom(embedded, clock):
    few = Limits(ROOMY.device, ROOMY.stranger, ROOMY.person, returning=(0.001, 3))
    office = a_head_office(embedded, clock, few)
    office.line.start()
    pc = office.pc()
    put_back(office)
    told = [ask(office, a_stranger(office, pc)) for _ in range(5)]
    office.line.stop()
    assert told == ["ok", "ok", "ok", "limit", "limit"]
