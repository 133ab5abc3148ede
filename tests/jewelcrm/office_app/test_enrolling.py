"""A PC joins with a one-time code, once, in time, proving that it knows it."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from db.office import tables
from db.types import new_id
from jewelcrm.errors import CanFix
from jewelcrm.office import branches, devices, doctor, letters
from jewelcrm.office.housekeeping import tidy
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import ask_proof, new_code
from jewelcrm.wire.words import six_words, words
from tests.jewelcrm.office_app.builders import Pc


def send(office, ask):
    return office.client.post("/v1/enrol", content=msgspec.json.encode(ask))


def trouble(response):
    told = response.json()
    assert set(told) <= {"error", "words", "now", "retry"}
    return response.status_code, told["error"]


def test_a_pc_joins_its_branch_and_both_sides_prove_that_they_know_the_code(head_office):
    pc = head_office.pc()
    assert pc.answer.branch_code == "HK01"
    assert pc.answer.letter == "A"
    assert pc.answer.grants == ["G:catalogue", "G:staff", pc.scope]
    assert pc.answer.ca == "PINNED"
    assert pc.answer.lease_until - pc.answer.now == 14 * 86_400_000


def test_a_letter_is_never_given_twice_in_a_branch(head_office):
    first, other = head_office.pc(), head_office.pc("HK02")
    head_office.store.run(
        lambda work: devices.revoke(work, first.id, head_office.clock.now(), head_office.admin.id)
    )
    assert (head_office.pc().answer.letter, other.answer.letter) == ("B", "A")


def test_a_letter_that_a_pc_has_is_not_given_though_nobody_noted_it(head_office):
    first = head_office.pc()

    def forget(work):
        work.conn.execute(tables.office_state.update().values(letters="{}"))
        work.conn.execute(tables.device.update().values(letter="C"))

    head_office.store.run(forget)
    assert (first.answer.letter, head_office.pc().answer.letter) == ("A", "D")
    assert head_office.pc().answer.letter == "E"


def test_after_z_letters_go_on_in_pairs():
    given = [""]
    for _ in range(600):
        given.append(letters.after(given[-1]))
    assert given[1:3] == ["A", "B"]
    assert given[24:27] == ["Z", "AA", "AB"]
    assert len(set(given)) == 601
    with pytest.raises(CanFix):
        letters.after(given[-1])


def test_a_code_works_once(head_office):
    code = head_office.code()
    Pc(head_office.client, head_office.clock).enrol(code)
    second = Pc(head_office.client, head_office.clock)
    assert trouble(send(head_office, second.ask(code))) == (403, "code")


def test_a_code_ends_after_ten_minutes(small_office):
    code = small_office.code()
    small_office.clock.move(minutes=10)
    pc = Pc(small_office.client, small_office.clock)
    assert trouble(send(small_office, pc.ask(code))) == (403, "code")


def test_a_code_that_nobody_made_is_refused(small_office):
    pc = Pc(small_office.client, small_office.clock)
    assert trouble(send(small_office, pc.ask(new_code()))) == (403, "code")


def test_a_wrong_proof_is_counted_and_the_fifth_closes_the_code(small_office):
    code = small_office.code()
    pc = Pc(small_office.client, small_office.clock)
    forged = msgspec.structs.replace(pc.ask(code), proof="0" * 64)
    for _ in range(5):
        assert trouble(send(small_office, forged)) == (403, "code")
    assert trouble(send(small_office, pc.ask(code))) == (403, "code")


@pytest.mark.parametrize("field", ["device", "name", "sign_key", "seal_key"])
def test_nobody_in_between_can_swap_what_a_pc_sends(small_office, field):
    code = small_office.code()
    honest = Pc(small_office.client, small_office.clock).ask(code)
    other = Pc(small_office.client, small_office.clock).ask(new_code(), name="Another")
    swapped = msgspec.structs.replace(honest, **{field: getattr(other, field)})
    assert trouble(send(small_office, swapped)) == (403, "code")


def test_keys_that_are_none_are_refused(small_office):
    pc = Pc(small_office.client, small_office.clock)
    code = small_office.code()
    assert trouble(send(small_office, pc.ask(code, sign_key="AAAA"))) == (400, "bad_request")


def kept_codes(office):
    return [row.code for row in office.query(select(tables.enrol_code.c.code))]


def test_a_code_is_no_longer_kept_once_the_pc_has_finished(small_office):
    pc = small_office.pc()
    assert len(kept_codes(small_office)[0]) == 11
    assert pc.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    assert kept_codes(small_office) == [""]


def test_a_pc_that_has_not_finished_asks_again_with_the_same_code_and_keeps_its_letter(head_office):
    code = head_office.code()
    pc = Pc(head_office.client, head_office.clock)
    first = pc.enrol(code)
    head_office.clock.move(minutes=50)
    again = pc.enrol(code)
    assert (again.letter, again.server_share) == (first.letter, first.server_share)
    assert pc.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    assert trouble(send(head_office, pc.ask(code))) == (403, "code")


def test_a_used_code_is_no_good_for_other_keys_under_the_same_id(head_office):
    code = head_office.code()
    pc = Pc(head_office.client, head_office.clock)
    pc.enrol(code)
    thief = Pc(head_office.client, head_office.clock, id=pc.id)
    assert trouble(send(head_office, thief.ask(code))) == (403, "code")


def state_of(office, pc):
    with office.store.read() as work:
        return [row.state for row in devices.everyone(work) if row.id == pc.id]


def test_a_pc_is_unfinished_until_its_key_lies_at_head_office(head_office):
    pc = head_office.pc()
    assert state_of(head_office, pc) == ["unfinished"]
    assert pc.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    assert state_of(head_office, pc) == ["on"]


def test_a_pc_that_never_finished_is_taken_off_after_an_hour_and_no_longer_listed(head_office):
    ghost, real = head_office.pc(), head_office.pc()
    assert real.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    head_office.clock.move(minutes=61)
    head_office.code()
    assert (state_of(head_office, ghost), state_of(head_office, real)) == ([], ["on"])
    assert trouble(ghost.post("/v1/slot", {"sealed": "AAAA"})) == (403, "revoked")


def test_a_pc_that_never_finished_is_taken_off_without_anybody_asking_for_another_code(head_office):
    ghost, real = head_office.pc(), head_office.pc()
    assert real.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    tidy(head_office.line.app.state.site.office)
    assert state_of(head_office, ghost) == ["unfinished"]
    head_office.clock.move(minutes=61)
    tidy(head_office.line.app.state.site.office)
    assert (state_of(head_office, ghost), state_of(head_office, real)) == ([], ["on"])
    assert kept_codes(head_office) == ["", ""]


def test_a_shop_that_did_not_finish_joining_in_time_joins_with_a_new_code(head_office):
    shop = Pc(head_office.client, head_office.clock)
    own = {"brings": True, "branch_id": new_id().hex(), "branch_code": "HK09"}
    shop.enrol(head_office.code("HK09", brings=True), **own)
    head_office.clock.move(minutes=61)
    code = head_office.code("HK09", brings=True)
    assert state_of(head_office, shop) == []
    shop.enrol(code, **own)
    assert shop.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    [row] = head_office.query(select(tables.device).where(tables.device.c.id == shop.id))
    assert (row.state, row.revoked_at) == ("on", None)


def told_of_waiting(office):
    [line] = doctor._waiting(doctor.Round(Path(), None, office.store, office.clock.now()))
    return line.light, line.words


def test_the_doctor_speaks_of_a_pc_that_has_been_joining_for_a_day(head_office):
    with_key, _half = head_office.pc(), head_office.pc()
    assert with_key.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    head_office.clock.move(hours=23)
    assert told_of_waiting(head_office)[0] == "green"
    head_office.clock.move(hours=2)
    light, words = told_of_waiting(head_office)
    assert light == "amber"
    assert words.startswith("1 PCs never finished joining: device revoke")
    head_office.code()
    assert told_of_waiting(head_office)[0] == "green"


def test_a_pc_is_named_by_letter_or_id_and_several_are_told_from_none(head_office):
    head_office.pc()
    with head_office.store.read() as work:
        with pytest.raises(CanFix, match="There is no PC HK09-Z"):
            devices.find(work, "HK09-Z")
        assert devices.find(work, "hk01-a").letter == "A"


def test_a_closed_branch_takes_no_pc(small_office):
    code = small_office.code()
    small_office.store.run(
        lambda work: branches.close(work, "HK01", small_office.clock.now(), small_office.admin.id)
    )
    pc = Pc(small_office.client, small_office.clock)
    assert trouble(send(small_office, pc.ask(code))) == (403, "closed")


def test_a_pc_that_must_be_confirmed_waits_for_the_six_words(head_office):
    pc = Pc(head_office.client, head_office.clock)
    answer = pc.enrol(head_office.code(confirm=True))
    assert trouble(pc.post("/v1/slot", {"sealed": "AAAA"})) == (403, "waiting")
    with head_office.store.read() as work:
        shown = devices.find(work, "hk01-a")
    ask = pc.ask(new_code())
    assert shown.words == six_words(ask.sign_key, ask.seal_key)
    head_office.store.run(lambda work: devices.confirm(work, pc.id, head_office.admin.id))
    assert pc.post("/v1/slot", {"sealed": "AAAA"}).status_code == 200
    assert answer.letter == "A"


def test_a_stand_alone_store_brings_its_own_branch(head_office):
    pc = Pc(head_office.client, head_office.clock)
    branch_id = new_id().hex()
    code = head_office.code("HK09", brings=True)
    answer = pc.enrol(code, brings=True, branch_id=branch_id, branch_code="HK09")
    assert (answer.branch_id, answer.branch_code) == (branch_id, "HK09")
    [row] = head_office.query(select(tables.device).where(tables.device.c.id == pc.id))
    assert row.bringing


def test_a_store_does_not_join_under_another_branch(small_office):
    pc = Pc(small_office.client, small_office.clock)
    code = small_office.code("HK09", brings=True)
    ask = pc.ask(code, brings=True, branch_id=new_id().hex(), branch_code="HK01")
    assert trouble(send(small_office, ask)) == (403, "code")


def test_a_pc_that_was_taken_off_does_not_come_back_under_its_old_id(small_office):
    pc = small_office.pc()
    small_office.store.run(
        lambda work: devices.revoke(work, pc.id, small_office.clock.now(), small_office.admin.id)
    )
    assert trouble(send(small_office, pc.ask(small_office.code()))) == (403, "revoked")


def test_there_are_2048_words_and_no_two_begin_alike():
    assert len(words()) == 2048
    assert len({word[:4] for word in words()}) == 2048


def test_a_proof_covers_the_whole_question():
    ask = Pc(None, None).ask("AAAAA-AAAAA")
    assert ask_proof("AAAAA-AAAAA", ask) == ask.proof
    assert ask_proof("aaaaa aaaaa", ask) == ask.proof
    assert ask_proof("AAAAA-AAAAB", ask) != ask.proof


@pytest.mark.parametrize("pair", [sealing.new_pair, sealing.new_office_pair])
def test_a_box_opens_only_with_its_key_for_its_purpose_and_unchanged(pair):
    private, public = pair()
    box = sealing.seal(public, b"k" * 32, b"for HK01")
    assert sealing.unseal(private, box, b"for HK01") == b"k" * 32
    changed = bytes([box[-1] ^ 1])
    for key, bad, info in (
        (private, box, b"for HK02"),
        (private, box[:-1] + changed, b"for HK01"),
        (private, box[:9], b"for HK01"),
        (pair()[0], box, b"for HK01"),
    ):
        with pytest.raises(sealing.NotSealedForUs):
            sealing.unseal(key, bad, info)
