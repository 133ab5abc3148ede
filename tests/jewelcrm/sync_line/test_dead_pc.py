"""A PC of a chain is dead: its backup comes back on a new one, with head office's key."""

import json
import shutil
from unittest.mock import patch

import pytest

from db.shop.osring import OsRing
from jewelcrm.access.signin import sign_in
from jewelcrm.admin.main import main
from jewelcrm.backup import commands
from jewelcrm.errors import CanFix
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, MemoryRing
from ui.background import Progress
from ui.signin.gate import Answered, StoreGate

NEW = "eleven silver spoons"


@pytest.fixture
def stick(office, tmp_path):
    """What is left of a PC: a stick with its backup, made after a customer was added."""
    counter = Counter(office, tmp_path / "dead", OsRing("memory", MemoryRing()))
    counter.enrol()
    ctx = counter.open()
    counter.add_customer("Before Wong")
    commands.back_up(ctx)
    counter.close()
    shutil.copytree(counter.folder / "backups", tmp_path / "stick" / "backups")
    shutil.rmtree(counter.folder)
    return tmp_path / "stick"


def say(capsys, folder, *words):
    code = main(["--data", str(folder), "--json", *map(str, words)])
    return code, json.loads(capsys.readouterr().out)


def test_two_people_and_six_words_bring_it_back_on_a_new_pc(
    office, stick, tmp_path, monkeypatch, capsys
):
    office.say("user", "add", "dead.two", "--role", "administrator", new_password=PASSWORD)
    new, ask, back = tmp_path / "new", tmp_path / "ask.txt", tmp_path / "answer.txt"
    monkeypatch.setenv("JEWELCRM_PASSWORD", NEW)
    _, [point] = say(capsys, new, "backup", "list", "--from", stick)
    where = ("backup", "restore", point["id"], "--to", new, "--from", stick)
    code, asked = say(capsys, new, *where, "--request", ask)
    assert code == 0
    paper = ("recovery", "paper", str(ask), "--words", asked["words"])
    key = ("--recovery-key-file", str(office.recovery_key_file))
    assert not office.say("--user", "mary.chan", *paper, *key)["done"]
    back.write_text(office.say("--user", "dead.two", *paper, *key)["answer"])
    ring = OsRing("memory", MemoryRing())
    with patch("db.shop.osring.find", lambda: ring):
        code, told = say(capsys, new, *where, "--answer", back, "--user", "mary.chan")
        assert (code, told["point"]["customers"]) == (0, 1)
        ctx = sign_in(new, "mary.chan", NEW, ring=ring)
    with ctx.read() as conn:
        names = conn.exec_driver_sql("SELECT name FROM customer").scalars().all()
    ctx.store.close()
    assert names == ["Before Wong"]


def test_from_the_window_it_is_the_same(office, stick, tmp_path):
    office.say("user", "add", "dead.three", "--role", "administrator", new_password=PASSWORD)
    gate, ask = StoreGate(tmp_path / "window"), tmp_path / "ask.txt"
    [point] = gate.points(stick)
    assert "office" in point.ways
    asked = gate.request_for(point)
    assert gate.request_for(point) == asked
    ask.write_text(asked.text)
    paper = ("recovery", "paper", str(ask), "--words", asked.words)
    key = ("--recovery-key-file", str(office.recovery_key_file))
    assert not office.say("--user", "mary.chan", *paper, *key)["done"]
    text = office.say("--user", "dead.three", *paper, *key)["answer"]
    ring = OsRing("memory", MemoryRing())
    progress = Progress(lambda *_: None)
    with patch("db.shop.osring.find", lambda: ring):
        with pytest.raises(CanFix):
            gate.put_back_by_office(stick, point, Answered(text, "mary.chan", "short"), progress)
        assert not (gate.folder / "store.db").exists()
        gate.put_back_by_office(stick, point, Answered(text, "mary.chan", NEW), progress)
        ctx = sign_in(gate.folder, "mary.chan", NEW, ring=ring)
    with ctx.read() as conn:
        names = conn.exec_driver_sql("SELECT name FROM customer").scalars().all()
    ctx.store.close()
    assert names == ["Before Wong"]


def test_without_an_answer_nothing_is_put_back(stick, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", NEW)
    new, back = tmp_path / "new", tmp_path / "answer.txt"
    _, [point] = say(capsys, new, "backup", "list", "--from", stick)
    where = ("backup", "restore", point["id"], "--to", new, "--from", stick)
    back.write_text("JCRA 12345")
    code, said = say(capsys, new, *where, "--answer", back, "--user", "mary.chan")
    assert (code, "Make a request first" in said["error"]) == (1, True)
    assert not (new / "store.db").exists()
