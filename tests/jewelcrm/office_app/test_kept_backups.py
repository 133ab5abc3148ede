"""A folder of head office's backups by the command line: listed, read again, put back for trial."""

from __future__ import annotations

import json

import pytest

from jewelcrm.office.main import main
from tests.jewelcrm.office_app.builders import PASSWORD


@pytest.fixture
def say(tmp_path, capsys, monkeypatch):
    """What the program says about one folder, as JSON, and its exit code."""
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def said(*words, data="office"):
        code = main(["--data", str(tmp_path / data), "--json", *map(str, words)])
        return code, json.loads(capsys.readouterr().out)

    said("init", "--admin", "Mary Chan", "--recovery-key-file", tmp_path / "recovery.key")
    return said


@pytest.fixture
def into(say, tmp_path):
    """A folder that holds two backups."""
    folder = tmp_path / "into"
    folder.mkdir()
    assert [say("backup", folder)[0] for _ in range(2)] == [0, 0]
    return folder


def _bend(folder):
    """One bit of the largest file, which is also the one later backups build on."""
    pack = max(folder.glob("packs/*.pack"), key=lambda path: path.stat().st_size)
    data = bytearray(pack.read_bytes())
    data[20_000] ^= 1
    pack.write_bytes(data)


def test_the_list_has_the_newest_first_on_a_machine_without_head_office_too(say, into):
    here, elsewhere = say("backup", into, "--list"), say("backup", into, "--list", data="new")
    ids = [one["id"] for one in here[1]]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 2
    assert all(one["checked_at"] and not one["trouble"] for one in here[1])
    assert here == elsewhere


def test_a_trial_brings_it_back_and_leaves_nothing_behind(say, into, tmp_path):
    before = sorted(tmp_path.iterdir())
    code, done = say("backup", into, "--drill", "--recovery-key-file", tmp_path / "recovery.key")
    assert code == 0
    assert done["rows"] > 10
    assert sorted(tmp_path.iterdir()) == before
    assert [bool(one["drilled_at"]) for one in say("backup", into, "--list")[1]] == [True, False]


def test_a_trial_without_the_recovery_key_or_with_another_one_says_so(say, into, tmp_path):
    other = tmp_path / "other.key"
    other.write_text("jewelcrm-recovery-key AAAA")
    assert say("backup", into, "--drill")[0] == 1
    assert say("backup", into, "--drill", "--recovery-key-file", other)[0] == 1


def test_a_bent_backup_is_named_and_a_bent_file_never_stands_in_the_way_of_the_next(say, into):
    assert say("backup", into, "--verify")[0] == 0
    _bend(into)
    code, found = say("backup", into, "--verify")
    assert (code, found["whole"]) == (1, False)
    assert say("backup", into, "--list")[1][0]["trouble"]
    assert say("backup", into)[0] == 0
    assert say("backup", into, "--verify")[0] == 0


def test_a_backup_that_is_not_there_is_answered_with_those_there_are(say, into, tmp_path):
    newest = say("backup", into, "--list")[1][0]["id"]
    no_such = ("--point", "20200101-000000-000001")
    key = ("--recovery-key-file", tmp_path / "recovery.key")
    for typed, data in [(("backup", into, "--verify"), "office"), (("restore", into, *key), "new")]:
        code, said = say(*typed, *no_such, data=data)
        assert code == 1
        assert newest in json.dumps(said)


@pytest.mark.parametrize("typed", ["list", "verify", "drill", "not-there/"])
def test_a_slip_makes_no_file_of_that_name(say, tmp_path, monkeypatch, typed):
    monkeypatch.chdir(tmp_path)
    assert say("backup", typed)[0] == 1
    assert not (tmp_path / typed).exists()
