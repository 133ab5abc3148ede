"""A PC joins over a real line: proved both ways, pinned, its key left with head office."""

import base64

import pytest

from db.errors import WrongKey
from db.shop import keys, officeslots
from db.shop.osring import OsRing
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.office.founding import key_from
from jewelcrm.sync import arriving, attempt, patience
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.enrolling import enrol
from jewelcrm.sync.line import Unreachable
from jewelcrm.wire import sealing
from tests.jewelcrm.sync_line.world import PASSWORD, SALES_PASSWORD, Counter, MemoryRing


def test_a_new_pc_joins_its_branch_and_its_first_person_signs_in(new_counter, office):
    counter = new_counter("HK01")
    assert (counter.joined.branch_code, counter.joined.branch_name) == ("HK01", "Shop HK01")
    ctx = counter.open()
    assert ctx.staff.name == "Mary Chan"
    assert ctx.branch.code == "HK01"
    [pc] = [p for p in office.say("device", "list")["devices"] if p["id"] == ctx.store.pc.id.hex()]
    assert pc["words"] == counter.joined.words == counter.told[0]


def test_two_screens_show_the_same_six_words_and_head_office_confirms_them(office, tmp_path):
    code = office.code("HK01", "--confirm")
    told = []

    def compared(words):
        told.append(words)

    def confirm(what, _done, _of):
        if what.startswith("waiting"):
            waiting = [p for p in office.say("device", "list")["devices"] if p["words"] == told[0]]
            office.say("device", "confirm", waiting[0]["id"])

    who = {"login": "mary.chan", "password": PASSWORD}
    done = enrol(tmp_path / "pc", office.url, code, **who, words=compared, progress=confirm)
    assert done.words == told[0]


def test_a_name_that_fits_no_list_is_told_before_head_office_is_asked(office, tmp_path):
    code, who = office.code("HK01"), {"login": "mary.chan", "password": PASSWORD}
    with pytest.raises(CanFix, match="40 letters") as told:
        enrol(tmp_path / "pc", office.url, code, **who, name="x" * 41)
    assert told.value.field == "name"
    done = enrol(tmp_path / "pc", office.url, code, **who, name="x" * 40)
    listed = office.say("device", "list")["devices"]
    assert [pc["name"] for pc in listed if pc["id"] == done.device.hex()] == ["x" * 40]


def test_a_computer_with_a_long_name_in_its_network_joins_with_the_beginning_of_it(
    office, tmp_path, monkeypatch
):
    monkeypatch.setattr("platform.node", lambda: "counter-" * 20)
    who = {"login": "mary.chan", "password": PASSWORD}
    done = enrol(tmp_path / "pc", office.url, office.code("HK01"), **who)
    listed = office.say("device", "list")["devices"]
    assert [pc["name"] for pc in listed if pc["id"] == done.device.hex()] == ["counter-" * 5]


def test_head_office_can_open_the_pcs_store_with_its_recovery_key(new_counter, office):
    counter = new_counter()
    ctx = counter.open()
    slots = keys.load(counter.folder)
    [slot] = [s for s in slots.slots if s.kind == "office"]
    private = key_from(office.recovery_key_file)
    info = sealing.purpose(sealing.DATABASE_KEY, ctx.store.pc.id)
    assert sealing.unseal(private, base64.b64decode(slot.box), info) == ctx.store.key
    [pc] = [p for p in office.say("device", "list")["devices"] if p["id"] == ctx.store.pc.id.hex()]
    assert pc["has_key"]


def test_with_a_keyring_both_halves_together_open_the_net_slot(office, tmp_path):
    ring = OsRing("memory", MemoryRing())
    counter = Counter(office, tmp_path / "pc", ring)
    counter.enrol()
    ctx = counter.open()
    slots = keys.load(counter.folder)
    half = keys.half_of(slots, ring)
    kept = officeslots.kept_keys(ring, slots.store)
    assert kept is not None
    assert officeslots.open_net(slots, half, b"x" * 32) is None
    assert officeslots.place_of(slots).device == ctx.store.pc.id
    counter.close()


def test_without_a_keyring_head_offices_half_alone_opens_nothing(new_counter):
    counter = new_counter()
    assert {s.kind for s in keys.load(counter.folder).slots} == {"staff", "recovery", "office"}


def test_without_a_keyring_the_first_person_must_sign_in(office, tmp_path):
    with pytest.raises(CanFix, match="first person must sign in"):
        enrol(tmp_path / "pc", office.url, office.code("HK01"))


def test_a_wrong_code_leaves_nothing_behind(office, tmp_path):
    who = {"login": "mary.chan", "password": PASSWORD}
    with pytest.raises(CanFix, match="code is wrong"):
        enrol(tmp_path / "pc", office.url, "ABCDE-12345", **who)
    assert not list((tmp_path / "pc").glob("*.json"))


def test_a_wrong_password_makes_no_store(office, tmp_path):
    with pytest.raises(CanFix, match="password is not right"):
        enrol(
            tmp_path / "pc", office.url, office.code("HK01"), login="ann", password="not this one"
        )
    assert not list((tmp_path / "pc").glob("*.json"))


def ids(office):
    return {pc["id"] for pc in office.say("device", "list")["devices"]}


def came(office, before):
    """The PCs that were not there before, wherever the list has them."""
    devices = office.say("device", "list")["devices"]
    return [(pc["letter"], pc["state"]) for pc in devices if pc["id"] not in before]


def test_after_a_wrong_password_the_same_code_goes_on_as_the_same_pc(office, tmp_path):
    before, code = ids(office), office.code("HK01")
    folder = tmp_path / "pc"
    for wrong in (("ann", "not this one"), ("nobody", SALES_PASSWORD)):
        with pytest.raises(CanFix, match="try again with the same"):
            enrol(folder, office.url, code, login=wrong[0], password=wrong[1])
    assert [state for _, state in came(office, before)] == ["unfinished"]
    done = enrol(folder, office.url, code, login="ann", password=SALES_PASSWORD)
    assert came(office, before) == [(done.letter, "on")]
    assert not (folder / attempt.FILE_NAME).exists()


def test_a_line_that_is_cut_in_the_middle_does_not_cost_the_code(office, tmp_path, monkeypatch):
    before, code = ids(office), office.code("HK01")
    who = {"login": "ann", "password": SALES_PASSWORD}

    def cut(*_):
        raise Unreachable

    with monkeypatch.context() as broken:
        broken.setattr(Engine, "copy_step", cut)
        broken.setattr(patience, "PAUSE_S", 0.0)
        with pytest.raises(Unavailable):
            enrol(tmp_path / "pc", office.url, code, **who)
    done = enrol(tmp_path / "pc", office.url, code, **who)
    assert came(office, before) == [(done.letter, "on")]


def test_the_six_words_are_shown_only_once_the_code_was_right(office, tmp_path):
    told = []
    who = {"login": "ann", "password": SALES_PASSWORD}
    with pytest.raises(CanFix, match="code is wrong"):
        enrol(tmp_path / "pc", office.url, "ABCDE-12345", words=told.append, **who)
    assert not told


def test_the_keys_come_out_of_the_code_and_the_salt_and_another_code_begins_anew(tmp_path):
    first = attempt.begin(tmp_path, "ABCDE-12345")
    assert attempt.begin(tmp_path, "abcde12345") == first
    other = attempt.begin(tmp_path, "ABCDE-12346")
    assert other.device != first.device
    assert other.pair.words != first.pair.words
    kept = (tmp_path / attempt.FILE_NAME).read_bytes()
    assert other.pair.private.sign.hex().encode() not in kept


def test_head_office_away_is_said_in_words(tmp_path):
    who = {"login": "mary.chan", "password": PASSWORD}
    with pytest.raises(Unavailable, match="cannot be reached"):
        enrol(tmp_path / "pc", "https://127.0.0.1:1", "ABCDE-12345", **who)


@pytest.mark.parametrize("url", ["http://x", "", "https://", "https://x/crm", "ftp://x", "a b"])
def test_an_address_out_of_form_is_refused(tmp_path, url):
    with pytest.raises(CanFix, match="address"):
        enrol(tmp_path / "pc", url, "ABCDE-12345", login="a", password="b")


def test_the_store_names_no_key_of_its_own_in_the_clear(new_counter):
    counter = new_counter()
    ctx = counter.open()
    [(sign, seal)] = counter.ask("SELECT sign_key, seal_key FROM head_office")
    for path in counter.folder.rglob("*"):
        kept = path.read_bytes() if path.is_file() else b""
        assert not [key for key in (sign, seal, ctx.store.key) if key in kept or _b64(key) in kept]


def _b64(key: bytes) -> bytes:
    return base64.b64encode(key)


def test_with_a_keyring_a_pc_may_be_enrolled_by_somebody_who_never_signs_in_there(office, tmp_path):
    ring = OsRing("memory", MemoryRing())
    enrol(tmp_path / "pc", office.url, office.code("HK01"), ring=ring)
    ctx = arriving.sign_in(tmp_path / "pc", "ann", SALES_PASSWORD, ring=ring)
    assert ctx.staff.login == "ann"
    ctx.store.close()


def test_a_password_that_was_changed_at_head_office_is_taken_at_once(office, tmp_path):
    office.say("user", "add", "may", new_password=SALES_PASSWORD)
    ring = OsRing("memory", MemoryRing())
    enrol(
        tmp_path / "pc",
        office.url,
        office.code("HK01"),
        login="may",
        password=SALES_PASSWORD,
        ring=ring,
    )
    office.say("user", "password", "may", new_password="nine purple boats")
    arriving.sign_in(tmp_path / "pc", "may", "nine purple boats", ring=ring).store.close()
    with pytest.raises(WrongKey):
        arriving.sign_in(tmp_path / "pc", "may", SALES_PASSWORD, ring=ring)
