"""A PC without a line, or without its keyring, gets its key back on paper by two people."""

import json
from unittest.mock import patch

import pytest

from db.shop import keys, machine, officeslots
from db.shop.connect import FILE_NAME
from db.shop.osring import OsRing
from jewelcrm.access import lost, rotating, signin
from jewelcrm.admin.main import main
from jewelcrm.errors import CanFix
from jewelcrm.sync import asking
from jewelcrm.sync.recovering import NewPassword
from jewelcrm.wire.recovery import Request, request_from, request_text
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, MemoryRing

WANTED = NewPassword("mary.chan", "eleven silver spoons")


@pytest.fixture(scope="module")
def second(program):
    """A second administrator at head office."""
    program.say("user", "add", "paper.two", "--role", "administrator", new_password=PASSWORD)
    return "paper.two"


@pytest.fixture
def pc(office, second, tmp_path):
    """An enrolled PC with a keyring, and a second administrator at head office."""
    counter = Counter(office, tmp_path / "pc", OsRing("memory", MemoryRing()))
    counter.enrol()
    yield counter
    counter.close()


def allow(office, path, login, *more):
    key = ("--recovery-key-file", str(office.recovery_key_file))
    return office.say("--user", login, "recovery", "paper", str(path), *key, *more)


def allowed_by_two(office, path, text, *more):
    path.write_text(text)
    assert not allow(office, path, "mary.chan", *more)["done"]
    return allow(office, path, "paper.two", *more)["answer"]


def refused(office, path, *more):
    with pytest.raises(AssertionError) as failed:
        allow(office, path, "mary.chan", *more)
    return json.loads(str(failed.value).split("\nassert")[0])["error"]


def test_without_a_line_a_signed_request_and_its_answer_go_on_paper(office, pc, tmp_path):
    asked = asking.ask(pc.folder, ring=pc.ring)
    assert asked.signed
    answer = allowed_by_two(office, tmp_path / "ask.txt", asked.text)
    ctx = asking.take(pc.folder, answer, WANTED, ring=pc.ring)
    assert ctx.staff.login == "mary.chan"
    ctx.store.close()
    assert not (pc.folder / asking.PENDING).exists()
    signin.sign_in(pc.folder, WANTED.login, WANTED.password, ring=pc.ring).store.close()


def test_without_the_keyring_six_words_stand_for_the_signature(office, pc, tmp_path):
    ring = OsRing("memory", MemoryRing())  # Windows was set up anew
    asked = asking.ask(pc.folder, ring=ring)
    assert not asked.signed
    path = tmp_path / "ask.txt"
    path.write_text(asked.text)
    assert "six words" in refused(office, path)
    assert "six words" in refused(office, path, "--words", "not the words of this PC")
    answer = allowed_by_two(office, path, asked.text, "--words", asked.words.upper())
    ctx = asking.take(pc.folder, answer, WANTED, ring=ring)
    ctx.store.close()
    own = officeslots.kept_keys(ring, keys.load(pc.folder).store)
    assert own is not None  # the PC can ask over the line again
    signin.sign_in(pc.folder, WANTED.login, WANTED.password, ring=ring).store.close()


def test_both_acts_are_in_head_offices_log_with_who_did_them(office, pc, tmp_path):
    asked = asking.ask(pc.folder, ring=pc.ring)
    allowed_by_two(office, tmp_path / "ask.txt", asked.text)
    from contextlib import closing

    from jewelcrm.office import premises

    with closing(premises.open_store(office.folder)) as store, store.read() as work:
        acts = work.conn.exec_driver_sql(
            "SELECT action, actor FROM audit_log WHERE action LIKE 'recovery.%' AND subject = ?"
            " ORDER BY seq",
            (pc.joined.device,),
        ).all()
    assert [act for act, _ in acts] == [
        "recovery.asked",
        "recovery.allowed",
        "recovery.allowed",
        "recovery.answered",
    ]
    assert len({who for act, who in acts if act == "recovery.allowed"}) == 2


def test_one_person_alone_gets_no_answer(office, pc, tmp_path):
    path = tmp_path / "ask.txt"
    path.write_text(asking.ask(pc.folder, ring=pc.ring).text)
    allow(office, path, "mary.chan")
    assert "second person" in refused(office, path)


def test_a_request_that_somebody_else_signed_is_refused(office, pc, tmp_path):
    asked = request_from(asking.ask(pc.folder, ring=pc.ring).text)
    forged = Request(asked.device, asked.nonce, b"x" * 32, asked.signature)
    path = tmp_path / "ask.txt"
    path.write_text(request_text(forged))
    assert "signature" in refused(office, path)
    path.write_text(request_text(Request(b"?" * 16, asked.nonce, b"x" * 32)))
    assert "No PC of ours" in refused(office, path)
    path.write_text("JCRQ 12345")
    assert "wrong or missing" in refused(office, path)


def test_an_answer_opens_on_the_pc_that_asked_and_for_the_request_that_waits(office, pc, tmp_path):
    first = asking.ask(pc.folder, ring=pc.ring)
    assert asking.ask(pc.folder, ring=pc.ring) == first
    answer = allowed_by_two(office, tmp_path / "ask.txt", first.text)
    (pc.folder / asking.PENDING).unlink()
    with pytest.raises(CanFix, match="Make a request first"):
        asking.take(pc.folder, answer, WANTED, ring=pc.ring)
    asking.ask(pc.folder, ring=pc.ring)
    with pytest.raises(CanFix, match="another request"):
        asking.take(pc.folder, answer, WANTED, ring=pc.ring)
    with pytest.raises(CanFix, match="wrong or missing"):
        asking.take(pc.folder, answer[:-3], WANTED, ring=pc.ring)


def test_head_offices_key_of_before_a_rotation_is_told_and_nothing_is_thrown_away(
    office, pc, tmp_path
):
    rotating.rotate(pc.folder, "mary.chan", PASSWORD, ring=pc.ring)
    before = (pc.folder / FILE_NAME).read_bytes()
    asked = asking.ask(pc.folder, ring=pc.ring)
    answer = allowed_by_two(office, tmp_path / "ask.txt", asked.text)
    with pytest.raises(CanFix, match="before the key was changed"):
        asking.take(pc.folder, answer, WANTED, ring=pc.ring)
    assert (pc.folder / FILE_NAME).read_bytes()[:4096] == before[:4096]


def test_the_commands_ask_and_take_the_answer(office, pc, tmp_path, monkeypatch, capsys):
    path, back = tmp_path / "ask.txt", tmp_path / "answer.txt"
    monkeypatch.setenv("JEWELCRM_PASSWORD", WANTED.password)
    where = ["--data", str(pc.folder), "--json"]
    with patch("db.shop.osring.find", lambda: pc.ring):
        assert main([*where, "recover", "mary.chan", "--request", str(path)]) == 0
        capsys.readouterr()
        back.write_text(allowed_by_two(office, path, path.read_text()))
        assert main([*where, "recover", "mary.chan", "--answer", str(back)]) == 0
    assert json.loads(capsys.readouterr().out)["login"] == "mary.chan"


# What the first page says of it


def test_what_is_the_matter_is_seen_without_a_password(pc, monkeypatch):
    monkeypatch.setattr(machine, "own_number", lambda: "another computer")
    ring = OsRing("memory", MemoryRing())
    assert lost.look(pc.folder, ring=pc.ring).matter == "password"
    assert lost.look(pc.folder, ring=pc.ring).ways == ("code", "office", "paper", "backup")
    copied = lost.look(pc.folder, ring=ring)
    assert (copied.matter, copied.ways) == ("other_computer", ("code", "paper", "backup"))
    monkeypatch.setattr(machine, "own_number", lambda: "")
    assert lost.look(pc.folder, ring=ring).matter == "half_lost"
    assert lost.look(pc.folder, ring=OsRing("strange", MemoryRing())).matter == "no_keyring"
    ring.put(keys.load(pc.folder).store, b"another half")
    assert lost.look(pc.folder, ring=ring).matter == "half_other"
