"""The recipes of the packages, looked at without building anything."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from jewelcrm import __version__
from tests.conftest import ROOT

LINUX = ROOT / "packaging" / "linux"
PACKAGES = ("desktop", "office")
SCRIPTS = [
    LINUX / part / name for part in PACKAGES for name in ("preinst", "postinst", "prerm", "postrm")
]


def recipe(place: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(ROOT / "packaging" / "bundle"), *sys.path])
    spec = importlib.util.spec_from_file_location(f"recipe_{place.stem}", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def debs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return recipe(LINUX / "debs.py", monkeypatch)


@pytest.fixture
def contents(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return recipe(ROOT / "packaging" / "bundle" / "contents.py", monkeypatch)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: f"{one.parent.name}-{one.name}")
def test_every_maintainer_script_is_sound_shell(script: Path, tmp_path: Path) -> None:
    releases = (LINUX / "releases.sh").read_text().partition("\n\n")[2]
    whole = tmp_path / script.name
    whole.write_text(script.read_text().replace("@RELEASES@", releases))

    assert "set -e" in whole.read_text()
    assert subprocess.run(["sh", "-n", str(whole)], check=False).returncode == 0


@pytest.mark.parametrize("part", PACKAGES)
def test_the_question_of_a_purge_is_asked_in_three_languages_and_is_no_by_itself(part: str) -> None:
    text = (LINUX / part / "templates").read_text("utf-8")

    assert "Default: false" in text
    for language in ("zh_HK", "zh_CN"):
        assert f"Description-{language}.UTF-8: " in text


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed here")
def test_the_software_centre_takes_the_description(debs: ModuleType, tmp_path: Path) -> None:
    name = f"{debs.DESKTOP_ID}.metainfo.xml"
    text = (LINUX / "desktop" / name).read_text("utf-8")
    (tmp_path / name).write_text(debs.filled(text, __version__), "utf-8")

    command = ["appstreamcli", "validate", "--no-net", str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_the_menu_entry_is_valid(debs: ModuleType) -> None:
    entry = LINUX / "desktop" / f"{debs.DESKTOP_ID}.desktop"
    done = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, check=False)

    assert (done.returncode, done.stdout) == (0, b"")


def test_the_window_says_which_menu_entry_it_belongs_to(debs: ModuleType) -> None:
    assert f'setDesktopFileName("{debs.DESKTOP_ID}")' in (ROOT / "ui" / "app.py").read_text("utf-8")


@pytest.mark.parametrize("name", ["jewelcrm-office.service", "jewelcrm-office-backup.service"])
def test_the_packaged_unit_differs_from_the_recipe_only_in_its_paths(
    debs: ModuleType, name: str
) -> None:
    text = (ROOT / "packaging" / "server" / name).read_text("utf-8")

    made = debs.packaged_unit(text)

    new = set(made.splitlines()) - set(text.splitlines())
    ours = "ExecStart(Post)?=|EnvironmentFile=|ConditionPathExists="
    assert all(re.match(ours, line) for line in new)
    assert "/opt/jewelcrm" not in made
    assert "ConditionPathExists=/var/lib/jewelcrm/office.json" in made


def test_the_release_has_one_number(contents: ModuleType) -> None:
    assert contents.version() == __version__


@pytest.mark.parametrize(
    ("place", "source", "wanted"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", "", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "", True),
        ("PySide6/Qt/lib/libQt6VirtualKeyboard.so.6", "", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "", False),
        ("PySide6\\opengl32sw.dll", "", False),
        ("PySide6/Qt/translations/qtbase_zh_TW.qm", "", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "", False),
        ("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("resources/translations/zh_HK/shell.ts", "", True),
    ],
)
def test_the_bundle_takes_what_is_needed_and_no_more(
    contents: ModuleType, place: str, source: str, wanted: bool
) -> None:
    assert contents.wanted(place, source) is wanted


def test_everything_that_is_read_at_run_time_is_taken_along(contents: ModuleType) -> None:
    taken = {Path(source).relative_to(ROOT).as_posix() for source, _place in contents.data()}

    assert {"resources", "LICENSE", "db/migrations/env.py"} <= taken
    steps = {
        f"db/migrations/versions/{one.name}"
        for one in (ROOT / "db/migrations/versions").glob("*.py")
    }
    assert steps <= taken
    for folder, kinds in (("jewelcrm", ("json", "csv", "txt")), ("db", ("mako", "ini", "sql"))):
        for kind in kinds:
            found = (ROOT / folder).rglob(f"*.{kind}")
            assert {one.relative_to(ROOT).as_posix() for one in found} <= taken


def test_a_head_office_in_a_shops_package_would_be_noticed(contents: ModuleType) -> None:
    assert {"psycopg_binary", "uvloop"} <= {*contents.SHOP_DROPS, *contents.OFFICE_ONLY}
    assert "PySide6" in contents.OFFICE_DROPS


@pytest.mark.parametrize(
    ("place", "dropped"),
    [
        ("fastapi/app.pyc", True),
        ("jewelcrm/office/app.pyc", True),
        ("uvicorn/x.pyc", True),
        ("jewelcrm/office/cards.pyc", False),
        ("httpx/x.pyc", False),
        ("numpy/x.pyc", False),
    ],
)
def test_a_shops_package_leaves_head_offices_modules_out(
    contents: ModuleType, place: str, dropped: bool
) -> None:
    assert place.startswith(contents.SHOP_DROPS) is dropped


def test_the_programs_share_their_modules_and_a_build_begins_afresh() -> None:
    bundle = ROOT / "packaging" / "bundle"
    assert "noarchive=True" in (bundle / "jewelcrm.spec").read_text("utf-8")
    assert '"--clean"' in (bundle / "make_bundle.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("place", "may"),
    [
        ("numpy.libs/libopenblas.so", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", False),
        ("numpy/_core/_multiarray_umath.so", True),
    ],
)
def test_what_a_wheel_moved_about_is_not_stripped(
    monkeypatch: pytest.MonkeyPatch, place: str, may: bool
) -> None:
    made = recipe(ROOT / "packaging" / "bundle" / "make_bundle.py", monkeypatch)
    assert made._may_strip(Path(place)) is may


def dry(goal: str) -> str:
    """What `make` would do for a goal, without doing it; as if no other `make` had called it."""
    plain = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    words = ["make", "--dry-run", goal]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True, env=plain)
    return done.stdout


def test_set_up_ends_with_one_line_that_says_what_is_ready_and_what_next():
    *_, last = dry("setup").splitlines()

    assert re.fullmatch(r'echo "Ready: .*Next: make run .*"', last)
    assert "Ready:" not in dry("lint")


def test_set_up_says_nothing_of_what_pip_thinks_of_a_computer_s_settings():
    asked = re.findall(r"\$\(PIP\) install (\S+)", (ROOT / "Makefile").read_text("utf-8"))

    assert asked == ["$(QUIETLY)", "$(QUIETLY)"]
