"""`jewelcrm-admin enrol` and `sync`: scripts join a head office and see how it stands."""

import io
import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import fields
from unittest.mock import patch

import pytest

from jewelcrm.admin.main import main, parser
from jewelcrm.admin.sync import KEYS
from jewelcrm.sync.model import SyncStatus
from tests.conftest import PASSWORD as SHOP_PASSWORD
from tests.jewelcrm.sync_line.world import PASSWORD, Program


def admin(folder, *words, password=PASSWORD):
    said, trouble = io.StringIO(), io.StringIO()
    environment = patch.dict(os.environ, JEWELCRM_PASSWORD=password)
    with environment, redirect_stdout(said), redirect_stderr(trouble):
        code = main(["--data", str(folder), "--json", *words])
    assert "Traceback" not in trouble.getvalue()
    return code, json.loads(said.getvalue())


def spoken(folder, *words):
    """What a person reads."""
    said = io.StringIO()
    with patch.dict(os.environ, JEWELCRM_PASSWORD=PASSWORD), redirect_stdout(said):
        main(["--data", str(folder), *words])
    return said.getvalue()


def test_a_pc_is_enrolled_and_looked_after_from_the_command_line(office, tmp_path):
    folder = tmp_path / "pc"
    who, branch = ("--user", "mary.chan"), office.add_branch()
    code, said = admin(folder, "enrol", office.url, office.code(branch), *who)
    assert (code, said["branch"], said["complete"]) == (0, branch, True)
    assert len(said["words"].split()) == 6
    code, said = admin(folder, "sync", "now", *who)
    assert (code, said["state"], said["pending"]) == (0, "on_line", 0)
    code, said = admin(folder, "sync", "status", *who)
    assert (code, said["enrolled"]) == (0, True)
    assert said["last_full"]


def test_a_used_code_fails_with_a_sentence(office, tmp_path):
    code, said = admin(tmp_path / "pc", "enrol", office.url, "ABCDE-12345", "--user", "mary.chan")
    assert code == 1
    assert "code is wrong" in said["error"]


def test_a_wrong_password_is_told_before_any_word_is_to_be_compared(
    office, tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("JEWELCRM_PASSWORD", "not the password at all")
    words = ["enrol", office.url, office.code("HK02"), "--user", "mary.chan"]

    assert main(["--data", str(tmp_path / "pc"), *words]) == 1

    told = capsys.readouterr().err
    assert "password is not right" in told
    assert "six words" not in told


def test_after_a_try_that_failed_status_and_doctor_say_so_with_when_and_why(office, new_counter):
    folder = new_counter().folder
    who = ("--user", "mary.chan")
    assert admin(folder, "sync", "now", *who)[1]["state"] == "on_line"
    office.stop()
    code, said = admin(folder, "sync", "now", *who)
    assert (code, "cannot be reached" in said["error"]) == (1, True)
    said = admin(folder, "sync", "status", *who)[1]
    assert (said["state"], said["line_up"], said["failed_why"]) == ("off_line", False, "away")
    assert said["failed_at"] >= said["last_contact"]
    [line] = [x for x in admin(folder, "doctor", *who)[1]["lines"] if x["check"] == "head office"]
    assert (line["light"], "failed: Head office cannot" in line["words"]) == ("amber", True)
    office.start(office.port)
    said = admin(folder, "sync", "now", *who)[1]
    assert (said["state"], said["line_up"], said["failed_at"]) == ("on_line", True, None)


def test_a_pc_that_a_restored_head_office_does_not_know_asks_from_the_command_line_too(tmp_path):
    office, again = Program(tmp_path / "office"), Program(tmp_path / "again")
    office.found()
    copy = tmp_path / "office.backup"
    office.say("backup", str(copy))
    office.start()
    pc, who = tmp_path / "pc", ("--user", "mary.chan")
    six = admin(pc, "enrol", office.url, office.code("HK01"), *who)[1]["words"]
    office.stop()
    again.say("restore", str(copy), "--recovery-key-file", str(office.recovery_key_file))
    again.start(office.port)
    try:
        code, said = admin(pc, "sync", "now", *who)
        assert (code, "six words" in said["error"]) == (1, True)
        [asks] = again.say("device", "list")["devices"]
        assert (asks["state"], asks["words"]) == ("back", six)
        assert f"six words of this PC: {six}" in spoken(pc, "sync", "status", *who)
        again.say("device", "readmit", asks["id"])
        assert admin(pc, "sync", "now", *who)[1]["state"] == "on_line"
        assert six not in spoken(pc, "sync", "status", *who)
    finally:
        again.stop()


def test_sync_on_a_stand_alone_pc_says_so(shop):
    code, said = admin(shop.folder, "sync", "now", password=SHOP_PASSWORD)
    assert code == 1
    assert "no head office" in said["error"]
    code, said = admin(shop.folder, "sync", "status", password=SHOP_PASSWORD)
    assert (code, said["state"]) == (0, "stand_alone")


def test_a_stand_alone_shop_joins_with_all_it_holds(office, shop, tmp_path):
    shutil.copytree(shop.folder, tmp_path / "own")
    folder = tmp_path / "own"
    key = office.code("HK09", "--brings")
    code, said = admin(folder, "enrol", office.url, key, "--brings", password=SHOP_PASSWORD)
    assert (code, said.get("complete")) == (1, None)
    assert "code" in said["error"]


def test_help_names_every_key_of_the_status_in_json(capsys):
    assert set(KEYS) <= {field.name for field in fields(SyncStatus)}
    assert {field.name for field in fields(SyncStatus)} <= set(KEYS)
    with pytest.raises(SystemExit):
        parser().parse_args(["sync", "--help"])
    told = capsys.readouterr().out
    assert all(f"  {key} " in told for key in KEYS)
