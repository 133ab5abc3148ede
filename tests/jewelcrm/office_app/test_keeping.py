"""People sign in once on line; a lost PC's key is given back by two people, and to it alone."""

import base64

import pytest
from sqlalchemy import select

from db.errors import LockedOut, WrongKey
from db.office import tables
from jewelcrm.errors import CanFix, Denied
from jewelcrm.office import devices, keeping, people, writing
from jewelcrm.wire import sealing
from tests.jewelcrm.office_app.builders import OFFICE_PAIR, PASSWORD

DATABASE_KEY = b"the database's very own key ...."


def text(data):
    return base64.b64encode(data).decode()


def somebody(office, login, role="administrator"):
    new = people.NewPerson(login, login.title(), role, "seven brown umbrellas")
    return office.store.run(lambda work: people.add(work, new, office.clock.now()))


def hand_in(office, pc):
    """The PC's database key, sealed, to head office."""
    info = sealing.purpose(sealing.DATABASE_KEY, pc.id)
    public = base64.b64decode(pc.answer.office_key)
    box = sealing.seal(public, DATABASE_KEY, info)
    assert pc.post("/v1/slot", {"sealed": text(box)}).json() == {}


def approve(office, pc, person, key=OFFICE_PAIR[0]):
    approval = keeping.Approval(person, key)
    return office.store.run(lambda work: keeping.approve(work, pc.id, approval, office.clock.now()))


def test_a_right_password_tells_who_it_is_and_the_servers_half(head_office):
    pc = head_office.pc()
    got = pc.post("/v1/person", {"login": " MARY ", "password": PASSWORD}).json()
    assert got == {"staff_id": head_office.admin.id.hex(), "server_share": pc.answer.server_share}
    assert "signin.first" in [
        row[0] for row in head_office.query(select(tables.audit_log.c.action))
    ]


@pytest.mark.parametrize(("login", "password"), [("mary", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_password_and_an_unknown_person_sound_alike(head_office, login, password):
    got = head_office.pc().post("/v1/person", {"login": login, "password": password})
    assert (got.status_code, got.json()["error"]) == (403, "password")


def test_five_wrong_tries_lock_a_log_in_for_a_while(head_office):
    pc = head_office.pc()
    for _ in range(5):
        assert pc.post("/v1/person", {"login": "mary", "password": "x"}).status_code == 403
    got = pc.post("/v1/person", {"login": "mary", "password": PASSWORD})
    assert got.status_code == 429
    assert 0 < got.json()["retry"] <= 31
    head_office.clock.move(seconds=31)
    assert pc.post("/v1/person", {"login": "mary", "password": PASSWORD}).status_code == 200
    assert pc.post("/v1/person", {"login": "mary", "password": "x"}).status_code == 403


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(small_office):
    waits = []
    for _ in range(14):
        try:
            people.sign_in(small_office.store, "mary", "x", small_office.clock.now())
        except LockedOut as error:
            waits.append(error.seconds)
            small_office.clock.move(seconds=error.seconds)
        except WrongKey:
            continue
    assert waits[:3] == sorted(waits[:3])
    assert max(waits) <= 901


def test_a_leaver_does_not_sign_in_any_more(small_office, pc):
    somebody(small_office, "ann")
    mary = small_office.admin
    small_office.store.run(
        lambda work: people.disable(work, mary, small_office.clock.now(), mary.id)
    )
    assert pc.post("/v1/person", {"login": "mary", "password": PASSWORD}).status_code == 403


def test_the_last_administrator_stays(small_office):
    mary = small_office.admin
    somebody(small_office, "ben", "manager")
    with pytest.raises(CanFix):
        small_office.store.run(
            lambda work: people.disable(work, mary, small_office.clock.now(), mary.id)
        )


def test_a_log_in_is_taken_once_whatever_its_letters(small_office):
    with pytest.raises(CanFix):
        somebody(small_office, "Mary")


def test_two_people_give_a_lost_pc_its_key_and_only_that_pc_can_open_it(head_office):
    pc, ann = head_office.pc(), somebody(head_office, "ann")
    hand_in(head_office, pc)
    ask = {"nonce": "first try"}
    assert pc.post("/v1/recovery", ask).json() == {"wait": {"allowed": 0, "needed": 2}}
    assert not approve(head_office, pc, head_office.admin)
    assert pc.post("/v1/recovery", ask).json() == {"wait": {"allowed": 1, "needed": 2}}
    assert approve(head_office, pc, ann)
    box = base64.b64decode(pc.post("/v1/recovery", ask).json()["sealed"])
    info = sealing.purpose(sealing.DATABASE_KEY, pc.id)
    assert sealing.unseal(pc.seal[0], box, info) == DATABASE_KEY
    with pytest.raises(sealing.NotSealedForUs):
        sealing.unseal(pc.seal[0], box, sealing.purpose(sealing.DATABASE_KEY, bytes(16)))


def test_one_person_alone_cannot_give_a_key(small_office, pc):
    hand_in(small_office, pc)
    pc.post("/v1/recovery", {"nonce": "a"})
    assert not approve(small_office, pc, small_office.admin)
    with pytest.raises(CanFix):
        approve(small_office, pc, small_office.admin)


def test_sales_staff_cannot_give_a_key(small_office, pc):
    pc.post("/v1/recovery", {"nonce": "a"})
    with pytest.raises(Denied):
        approve(small_office, pc, somebody(small_office, "sue", "sales"))


def test_a_yes_is_for_one_request_and_not_for_the_next(small_office, pc):
    hand_in(small_office, pc)
    pc.post("/v1/recovery", {"nonce": "a"})
    approve(small_office, pc, small_office.admin)
    assert pc.post("/v1/recovery", {"nonce": "b"}).json()["wait"]["allowed"] == 0


def test_a_wrong_recovery_key_gives_nothing(small_office, pc):
    hand_in(small_office, pc)
    pc.post("/v1/recovery", {"nonce": "a"})
    with pytest.raises(CanFix):
        approve(small_office, pc, small_office.admin, sealing.new_office_pair()[0])


def test_nothing_is_given_that_was_not_asked_for(small_office, pc):
    hand_in(small_office, pc)
    with pytest.raises(CanFix):
        approve(small_office, pc, small_office.admin)


def test_a_key_that_was_never_handed_in_cannot_be_given(small_office, pc):
    pc.post("/v1/recovery", {"nonce": "a"})
    with pytest.raises(CanFix):
        approve(small_office, pc, small_office.admin)


def test_a_pc_that_was_taken_off_loses_its_half_at_head_office(small_office, pc):
    small_office.store.run(
        lambda work: devices.revoke(work, pc.id, small_office.clock.now(), small_office.admin.id)
    )
    [row] = small_office.query(select(tables.device.c.server_share, tables.device.c.revoked_by))
    assert (row.server_share, row.revoked_by) == (None, small_office.admin.id)


def test_no_password_is_kept_but_a_verifier(small_office):
    [row] = small_office.query(select(tables.credential.c.verifier))
    assert row.verifier.startswith("$argon2id$")


def test_an_older_administrator_whom_a_shop_brought_is_not_the_first_one(small_office):
    now = small_office.clock.now()
    with small_office.store.write() as work:
        writing.insert(
            work,
            "staff",
            now,
            id=bytes(16),
            login="brought",
            name="Brought",
            active=1,
            role="administrator",
        )
    assert people.sign_in(small_office.store, "", PASSWORD, now).login == "mary"
