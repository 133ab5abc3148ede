"""`jewelcrm-admin commission`: silent, resumable, and clear when an answer does not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jewelcrm.admin.main import main
from jewelcrm.commissioning import answers
from jewelcrm.commissioning.answers import Answers, Computer
from jewelcrm.commissioning.looking import screens
from jewelcrm.errors import CanFix
from tests.conftest import PASSWORD

SHOP = """
[computer]
label_offset_mm = [1, -0.5]
[shop]
branch = "hk01"
name = "Nathan Road"
admin = "Mei Chan"
[keys]
password_file = "{stick}/password"
recovery_code_file = "{stick}/code"
[everyday]
start_at_logon = false
"""


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("JEWELCRM_PASSWORD", raising=False)
    place = tmp_path / "stick"
    place.mkdir()
    (place / "password").write_text(PASSWORD)
    (place / "answers.toml").write_text(SHOP.format(stick=place), "utf-8")
    return place


def commission(capsys, *words: str) -> tuple[int, dict, list[dict]]:
    code = main(["commission", "--json", *words])
    out, err = capsys.readouterr()
    told = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
    return code, json.loads(out), told


def test_a_file_of_answers_is_all_it_needs(stick: Path, tmp_path: Path, capsys) -> None:
    words = ("--data", str(tmp_path / "shop"), "--file", str(stick / "answers.toml"))

    code, said, told = commission(capsys, *words)

    assert (code, said["login"]) == (0, "mei.chan")
    assert "recovery_code" not in said
    assert [one["step"] for one in told] == [one["step"] for one in said["steps"]]
    assert Path(said["sheet"]).exists()
    again, later, _ = commission(capsys, *words)
    assert (again, later["login"]) == (0, "mei.chan")
    assert len(list((tmp_path / "shop").glob("aside-*"))) == 0


def test_it_may_only_look(stick: Path, tmp_path: Path, capsys) -> None:
    words = ("--look", "--data", str(tmp_path / "shop"), "--file", str(stick / "answers.toml"))

    code, said, _ = commission(capsys, *words)

    assert (code, said["ready"]) == (0, True)
    assert {"folder", "clock", "fonts", "network"} <= {one["step"] for one in said["steps"]}
    assert not (tmp_path / "shop" / "keyslots.json").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[shop]\nbranch = "HK01"', "lacks name"),
        ("[shops]\n", "knows no “shops”. It knows: computer"),
        ('[computer]\nprinter = "x"', "It knows: receipt_printer"),
        ("[computer]\ntest_page = 1", "test_page does not fit: 1"),
        ("[computer]\nlabel_offset_mm = [1]", "label_offset_mm does not fit"),
        ('[backups]\ntargets = ["a", 2]', "targets does not fit"),
        ("shop = 3", "must be a table"),
        ("[shop", "not TOML"),
        (
            '[shop]\nbranch="A1"\nname="x"\nadmin="y"\n[join]\nlogin="z"',
            "a PC stands alone or joins",
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "a.toml").write_text(text)

    with pytest.raises(CanFix) as told:
        answers.read(tmp_path / "a.toml")

    assert words in str(told.value)


def test_answers_may_be_left_out() -> None:
    assert answers.of({}) == Answers()
    made = answers.of({"computer": {"label_offset_mm": [1, -0.5], "accept": ["clock"]}})
    assert made.computer == Computer(label_offset_mm=(1, -0.5), accept=("clock",))


def test_the_screens_that_are_plugged_in_are_told(tmp_path: Path) -> None:
    for name, state, modes in (
        ("card0-HDMI-A-1", "connected", "1920x1080\n1280x720\n"),
        ("card0-DP-1", "disconnected", ""),
    ):
        port = tmp_path / name
        port.mkdir()
        (port / "status").write_text(state)
        (port / "modes").write_text(modes)

    assert screens(tmp_path) == [(1920, 1080)]
    assert screens(tmp_path / "none") is None
