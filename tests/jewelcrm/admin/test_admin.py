"""The headless program: clean JSON, exit codes, and words instead of tracebacks."""

import json
import os
import subprocess
import sys

import pytest

from jewelcrm import __version__
from jewelcrm.admin.main import main
from jewelcrm.office.main import main as office
from tests.conftest import PASSWORD


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)


def admin(capsys, *words):
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_init_makes_a_store_and_tells_the_recovery_code(tmp_path, capsys):
    code, out, _ = admin(
        capsys,
        "--data",
        tmp_path / "s",
        "--json",
        "init",
        "--branch",
        "HK01",
        "--branch-name",
        "Nathan Road",
        "--admin",
        "Mei Chan",
    )
    answer = json.loads(out)
    assert (code, answer["login"], len(answer["recovery_code"])) == (0, "mei.chan", 29)


def test_init_never_overwrites_a_store(shop, capsys):
    code, out, _ = admin(
        capsys,
        "--data",
        shop.folder,
        "--json",
        "init",
        "--branch",
        "HK01",
        "--branch-name",
        "x",
        "--admin",
        "Mei",
    )
    assert code == 1
    assert "already" in json.loads(out)["error"]


def test_a_wrong_password_is_said_in_words(shop, capsys, monkeypatch):
    monkeypatch.setenv("JEWELCRM_PASSWORD", "nope")
    code, out, err = admin(capsys, "--data", shop.folder, "doctor")
    assert (code, out) == (1, "")
    assert "not right" in err
    assert "Traceback" not in err


def test_a_folder_without_a_store_says_what_to_do(tmp_path, capsys):
    code, out, _ = admin(capsys, "--data", tmp_path, "--json", "doctor")
    assert code == 1
    assert "init" in json.loads(out)["error"]


def test_no_password_and_nobody_to_ask_says_how_to_give_it(shop, capsys, monkeypatch):
    monkeypatch.delenv("JEWELCRM_PASSWORD")
    code, _, err = admin(capsys, "--data", shop.folder, "doctor")
    assert code == 1
    assert "--password-file" in err


def test_a_password_file_signs_in(shop, capsys, monkeypatch, tmp_path):
    monkeypatch.delenv("JEWELCRM_PASSWORD")
    (tmp_path / "p").write_text(f"{PASSWORD}\n", encoding="utf-8")
    code, out, _ = admin(
        capsys, "user", "list", "--data", shop.folder, "--json", "--password-file", tmp_path / "p"
    )
    assert code == 0
    assert {p["login"] for p in json.loads(out)["people"]} == {"mei.chan", "wing", "ann"}


@pytest.mark.parametrize("words", [[], ["nonsense"], ["init"], ["search"]])
def test_wrong_usage_exits_with_two(words):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


def test_every_program_tells_its_version(capsys):
    for program in (main, office):
        with pytest.raises(SystemExit) as left:
            program(["--version"])
        assert left.value.code == 0
        assert __version__ in capsys.readouterr().out


def test_a_reader_that_has_had_enough_gets_no_traceback(shop):
    program = "from jewelcrm.admin.main import main; raise SystemExit(main())"
    ours, theirs = os.pipe()
    os.close(ours)  # as in `jewelcrm-admin audit | head -0`
    words = [sys.executable, "-c", program, "--data", shop.folder, "--json", "audit"]
    done = subprocess.run(words, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_the_doctor_prints_its_lines_as_json(shop, capsys):
    code, out, _ = admin(capsys, "--data", shop.folder, "--json", "doctor")
    answer = json.loads(out)
    assert code == 0
    assert answer["healthy"]
    assert {line["light"] for line in answer["lines"]} <= {"green", "amber"}


def test_the_audit_log_can_be_read(shop, capsys):
    code, out, _ = admin(capsys, "--data", shop.folder, "--json", "audit", "--limit", 5)
    assert code == 0
    assert json.loads(out)["entries"][0]["action"] == "signin.password"
