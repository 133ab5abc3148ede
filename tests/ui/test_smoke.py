"""`jewelcrm --smoke`: the installed program tries itself, and says so when it cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from ui import app, smoke
from ui.i18n import LANGUAGES
from ui.pages import DEEDS, PAGES


def run_smoke(home: Path, **environment: str) -> tuple[int, dict]:
    done = subprocess.run(
        [sys.executable, "-m", "ui.app", "--smoke"],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), **environment},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def passed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict, Path]:
    home = tmp_path_factory.mktemp("home of 陳")
    code, report = run_smoke(home, TMPDIR=str(home))
    return code, report, home


def test_the_program_saves_reads_back_and_opens_every_page_in_every_language(passed) -> None:
    code, report, _ = passed
    done = {step["step"] for step in report["steps"]}

    assert (code, report["smoke"]) == (0, "passed")
    assert {"make a store", "save", "read back", "open the window", "close"} <= done
    for language in LANGUAGES:
        assert {f"{page.name} ({language})" for page in PAGES} <= done
        assert {f"{deed.opens} ({language})" for deed in DEEDS if not deed.company} <= done


def test_it_leaves_nothing_of_its_own_behind(passed) -> None:
    *_, home = passed

    assert [one for one in home.rglob("*") if "smoke" in one.name or "store" in one.name] == []


def test_a_page_that_does_not_open_fails_it_with_the_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys
) -> None:
    def broken(_run: smoke.Smoke) -> None:
        raise smoke.SmokeFailed("orders does not open.")

    monkeypatch.setattr(smoke, "_shop", broken)

    assert smoke.smoke(app._application) == 1
    assert json.loads(capsys.readouterr().out)["why"] == "orders does not open."
