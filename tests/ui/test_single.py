"""One window per store; no screen; what is remembered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import screen
from ui.shell import preferences
from ui.shell.preferences import Preferences
from ui.single import Single

ROOT = Path(__file__).resolve().parents[2]


def test_the_first_start_has_the_store(tmp_path: Path, qtbot: QtBot) -> None:
    single = Single(tmp_path)

    assert single.first()
    single.release()


def test_a_second_start_brings_the_first_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    called: list[bool] = []
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.first()
    first.on_call(lambda: called.append(True))

    assert not second.first()
    assert second.call_first()
    qtbot.waitUntil(lambda: called == [True])
    first.release()


def test_after_the_first_is_closed_another_may_start(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Single(tmp_path), Single(tmp_path)
    first.first()
    first.release()

    assert second.first()
    second.release()


def test_a_lock_that_cannot_be_taken_away_keeps_nobody_out(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.single._PATIENCE_S", 0.1)
    crashed = Single(tmp_path)  # on a full disk its lock stays, and nobody listens
    assert crashed.first()

    assert Single(tmp_path).has_turn()
    crashed.release()


def test_two_starts_at_once_make_one_window(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.has_turn()
    monkeypatch.setattr(second, "call_first", iter([False, False, True]).__next__)

    assert not second.has_turn()
    first.release()


def test_two_stores_may_be_open_side_by_side(tmp_path: Path, qtbot: QtBot) -> None:
    one, two = Single(tmp_path / "a"), Single(tmp_path / "b")

    assert one.first()
    assert two.first()
    one.release()
    two.release()


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    plain.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "ui.app", *arguments],
        cwd=ROOT,
        env=plain | environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "nowhere"}])
def test_without_a_screen_the_program_says_so_and_does_not_crash(display: dict[str, str]) -> None:
    done = start("--demo", **display)

    assert done.returncode == 1
    assert "no screen" in done.stderr
    assert "make shots" in done.stderr


def test_the_version_is_printed_without_a_screen() -> None:
    done = start("--version")

    assert done.returncode == 0
    assert done.stdout.startswith("jewelcrm ")


def test_a_wrong_option_is_a_usage_error() -> None:
    assert start("--nonsense").returncode == 2


def test_the_window_opens_and_closes_by_itself(tmp_path: Path) -> None:
    picture = tmp_path / "shot.png"

    done = start(
        "--data", str(tmp_path / "data"), "--quit", "0.3", str(picture), QT_QPA_PLATFORM="offscreen"
    )

    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000


def test_an_offscreen_platform_needs_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)

    assert screen.why_no_window() is None


def test_preferences_are_kept(tmp_path: Path) -> None:
    preferences.save(tmp_path, Preferences(language="zh_HK", theme="dark", text_size=130))

    kept = preferences.load(tmp_path)

    assert (kept.language, kept.mode(), kept.scale()) == ("zh_HK", "dark", 1.3)


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"theme": 3, "text_size": "big"}'])
def test_broken_preferences_are_only_forgotten(tmp_path: Path, broken: str) -> None:
    (tmp_path / preferences.FILE_NAME).write_text(broken)

    assert preferences.load(tmp_path) == Preferences()


def test_a_language_we_do_not_speak_is_not_used() -> None:
    assert Preferences(language="xx").spoken("en") == "en"
    assert Preferences(text_size=900).scale() == 2.0
