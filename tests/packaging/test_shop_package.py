"""The shop's package in a clean Debian 12: used, upgraded under an open window, removed."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from jewelcrm import __version__
from tests.conftest import ROOT
from tests.packaging.cleanroot import HOME, USER, Root, screen
from tests.packaging.conftest import OLDER, Packages

pytestmark = [pytest.mark.prove, pytest.mark.slow, pytest.mark.timeout(1800)]

STORE = f"{HOME}/.local/share/JewelCRM"
OLD_STORES = ROOT / "tests" / "data" / "old_stores"
SHOTS = ROOT / "build" / "shots"
PURGE = ("dpkg", "--purge", "jewelcrm")


def put_old_store(root: Root, release: str = "0001") -> None:
    """As a real shop has it, from the first release on."""
    shutil.copytree(OLD_STORES / release, root.path(STORE))
    root.run("chown", "-R", f"{USER}:{USER}", HOME)


def as_mei(root: Root, *words: str) -> dict:
    done = root.run("jewelcrm-admin", "--json", *words, user=USER)
    return json.loads(done.stdout)


def finds_her(root: Root) -> bool:
    return "陳大文" in json.dumps(as_mei(root, "search", "Chan"), ensure_ascii=False)


def open_window(root: Root, display: str, seconds: int, picture: str = "/tmp/window.png"):
    started = root.start("jewelcrm", "--quit", str(seconds), picture, user=USER, DISPLAY=display)
    time.sleep(min(seconds, 8))
    return started


def kilobytes(folder: Path) -> int:
    said = subprocess.run(["du", "-sk", str(folder)], capture_output=True, text=True, check=True)
    return int(said.stdout.split()[0])


def test_it_runs_where_there_is_no_python(root: Root, packages: Packages) -> None:
    root.install(packages.shop)

    assert root.run("sh", "-c", "command -v python3 || command -v python", check=False).stdout == ""
    assert root.run("jewelcrm", "--version").stdout.strip() == f"jewelcrm {__version__}"
    report = json.loads(root.run("jewelcrm", "--smoke", user=USER).stdout)
    assert report["smoke"] == "passed"
    with screen() as display:
        started = open_window(root, display, 6)
        assert started.wait(timeout=60) == 0, root.said()
    picture = root.path("/tmp/window.png")
    SHOTS.mkdir(parents=True, exist_ok=True)
    shutil.copy(picture, SHOTS / "installed-clean-debian.png")
    assert picture.stat().st_size > 20_000, "an empty window"


def test_an_open_window_outlives_an_upgrade_and_the_old_store_is_brought_along(
    root: Root, packages: Packages
) -> None:
    root.install(packages.older_shop)
    put_old_store(root)
    with screen() as display:
        started = open_window(root, display, 60)
        assert started.poll() is None
        root.install(packages.shop)
        assert started.poll() is None, "the window was open during the upgrade"
        kept = sorted(one.name for one in root.path("/usr/lib/jewelcrm/run").iterdir())
        assert [name.rsplit(".", 1)[0] for name in kept] == [OLDER, __version__]
        assert started.wait(timeout=120) == 0, root.said()
        assert root.path("/tmp/window.png").exists()

    assert root.run("jewelcrm", "--version").stdout.strip() == f"jewelcrm {__version__}"
    assert finds_her(root)
    root.install(packages.shop)
    again = root.run("dpkg", "--install", f"/srv/{packages.shop.name}", check=False)
    assert again.returncode == 0, "installed twice"
    assert len(list(root.path("/usr/lib/jewelcrm/run").iterdir())) == 1
    assert finds_her(root)


def test_an_older_release_is_refused_and_says_why(root: Root, packages: Packages) -> None:
    root.install(packages.shop)
    older = root.put(packages.older_shop)

    done = root.run("dpkg", "--install", older, check=False)

    assert done.returncode != 0
    assert f"is installed, which is newer than {OLDER}" in done.stderr
    assert "Nothing was changed" in done.stderr
    assert root.run("jewelcrm", "--version").stdout.strip() == f"jewelcrm {__version__}"


def test_without_rights_nothing_happens(root: Root, packages: Packages) -> None:
    name = root.put(packages.shop)

    done = root.run("dpkg", "--install", name, check=False, user=USER)

    assert done.returncode != 0
    assert "superuser" in done.stderr
    assert not root.path("/usr/lib/jewelcrm").exists()


def test_a_disk_that_is_full_half_way_leaves_the_old_release_working(
    root: Root, packages: Packages
) -> None:
    root.install(packages.older_shop)
    put_old_store(root)
    home, aside = root.path("/usr/lib/jewelcrm"), root.path("/usr/lib/jewelcrm.aside")
    home.rename(aside)
    home.mkdir()
    used = kilobytes(aside)
    size = f"size={used + 60_000}k"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(home)], check=True)
    try:
        subprocess.run(["cp", "-a", f"{aside}/.", str(home)], check=True)
        done = root.run("dpkg", "--install", root.put(packages.shop), check=False)
        assert done.returncode != 0
        assert "No space left on device" in done.stderr
        assert root.run("jewelcrm", "--version").stdout.strip() == f"jewelcrm {OLDER}"
        assert finds_her(root)
    finally:
        subprocess.run(["umount", "--lazy", str(home)], check=True)


def test_removing_keeps_the_store_and_purging_keeps_it_unless_somebody_says_otherwise(
    root: Root, packages: Packages
) -> None:
    root.install(packages.shop)
    put_old_store(root)

    root.run("dpkg", "--remove", "jewelcrm")
    assert not root.path("/usr/bin/jewelcrm").exists()
    assert not root.path("/usr/lib/jewelcrm").exists()
    assert root.path(f"{STORE}/keyslots.json").exists()

    root.run(*PURGE)
    assert root.path(f"{STORE}/keyslots.json").exists(), "nobody was asked, so it is kept"

    root.install(packages.shop)
    assert finds_her(root), "the store is found again by a new installation"
    root.run(
        "sh", "-c", "echo jewelcrm jewelcrm/delete-stores boolean true | debconf-set-selections"
    )
    root.run(*PURGE)
    assert not root.path(STORE).exists()
