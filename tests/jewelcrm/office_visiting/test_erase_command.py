"""`jewelcrm-office erase`: asked by one administrator, seconded by another."""

import json

import pytest

from jewelcrm.errors import CanFix
from jewelcrm.office import premises
from jewelcrm.office.main import main
from jewelcrm.office.visiting import ledgerfile
from tests.jewelcrm.office.chain import Chain, a_customer, a_phone

PASSWORD, OTHER = "quiet brass lamp 7", "seven brown umbrellas"


@pytest.fixture
def say(tmp_path, capsys, monkeypatch):
    """Say something as somebody; the exit code and the JSON answer."""

    def saying(*words, user="mary.chan", password=PASSWORD):
        monkeypatch.setenv("JEWELCRM_PASSWORD", password)
        who = ["--user", user] if words[0] != "init" else []
        code = main(["--data", str(tmp_path / "office"), "--json", *who, *map(str, words)])
        return code, json.loads(capsys.readouterr().out)

    key = tmp_path / "recovery.key"
    assert saying("init", "--admin", "Mary Chan", "--recovery-key-file", key)[0] == 0
    monkeypatch.setenv("JEWELCRM_NEW_PASSWORD", OTHER)
    assert saying("user", "add", "paul", "--role", "administrator")[0] == 0
    assert saying("user", "add", "sue", "--role", "manager")[0] == 0
    return saying


@pytest.fixture
def number(say, tmp_path):
    """The number of a customer at that head office."""
    store = premises.open_store(tmp_path / "office")
    chain = Chain(store)
    pc = chain.pc(chain.north)
    op = a_customer(pc)
    pc.send(op, a_phone(pc, bytes.fromhex(op.id)))
    store.close()
    return op.set["number"]


def test_two_administrators_erase_a_person(say, number):
    assert say("erase", number, "--reason", "she wrote")[1]["waits"] is True
    (waiting,) = say("erase")[1]["waiting"]
    assert waiting["reason"] == "she wrote"
    code, told = say("erase", number, "--approve", user="paul", password=OTHER)
    assert (code, told["waits"], told["files_clean"]) == (0, False, True)
    assert say("erase")[1]["waiting"] == []
    assert say("erase", number, "--reason", "again")[0] == 1


def test_one_is_not_enough(say, number):
    say("erase", number, "--reason", "she wrote")
    code, told = say("erase", number, "--approve")
    assert (code, told["kind"]) == (1, "fix")
    assert "second administrator" in json.dumps(told)


def test_nothing_is_erased_that_nobody_asked_for(say, number):
    assert say("erase", number, "--approve")[0] == 1
    assert say("erase", number)[0] == 1
    assert say("erase", "HK09-Z-000000-0", "--reason", "x")[0] == 1


def test_a_manager_may_not(say, number):
    code, _ = say("erase", number, "--reason", "x", user="sue", password=OTHER)
    assert code != 0


def test_a_restored_backup_is_erased_again_by_the_ledger(say, number, tmp_path):
    paper = tmp_path / "erased.jsonl"
    assert say("backup", tmp_path / "copy")[0] == 0
    say("erase", number, "--reason", "she wrote")
    say("erase", number, "--approve", user="paul", password=OTHER)
    assert say("erase", "--save-ledger", paper)[1]["erased"] == 1
    assert b"Chan" not in paper.read_bytes()
    assert say("erase", "--replay", paper)[1]["erased_again"] == 0
    (tmp_path / "office").rename(tmp_path / "lost")
    key = tmp_path / "recovery.key"
    code, told = say("restore", tmp_path / "copy", "--recovery-key-file", key)
    assert code == 0, told
    assert (told["erasures_known"], told["erased_again"]) == (1, 1)
    assert say("erase", "--replay", paper)[1]["erased_again"] == 0
    assert say("erase", number, "--reason", "again")[0] == 1
    assert say("erase", "--replay", tmp_path / "nothing")[0] == 1


@pytest.mark.parametrize("found", [b'{"customer_id":"\xff"}\n', b"no ledger\n", b"\xff\xfe"])
def test_a_file_that_is_no_ledger_is_named_and_nothing_is_read_of_it(tmp_path, found):
    path = tmp_path / "erased.jsonl"
    path.write_bytes(found)
    with pytest.raises(CanFix, match="is no ledger of erasures"):
        ledgerfile.read(path)
