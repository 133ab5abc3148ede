"""Head office's package in a clean Debian 12: its own user, a PC enrolled, upgraded, data kept."""

from __future__ import annotations

import configparser
import json
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jewelcrm import __version__
from tests.conftest import ROOT
from tests.packaging.cleanroot import USER, Root
from tests.packaging.conftest import OLDER, Packages

pytestmark = [pytest.mark.prove, pytest.mark.slow, pytest.mark.timeout(1800)]

DATA, UNITS = "/var/lib/jewelcrm", "/lib/systemd/system"
PORT = 18443
INSTALLED = "/usr/lib/jewelcrm-office/current/jewelcrm-office"


def unit(root: Root, name: str = "jewelcrm-office.service") -> configparser.SectionProxy:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string(root.path(f"{UNITS}/{name}").read_text())
    return read["Service"]


def office(root: Root, *words: str) -> dict:
    return json.loads(root.run("jewelcrm-office", "--json", *words).stdout)


@contextmanager
def served(root: Root) -> Iterator[None]:
    """As systemd would: the unit's command, with what /etc says, as the unit's user."""
    service = unit(root)
    said = root.path(service["EnvironmentFile"]).read_text().splitlines()
    options = dict(line.split("=", 1) for line in said if line and line[0] != "#")
    words = shlex.split(service["ExecStart"])
    at = words.index("$JEWELCRM_OFFICE_OPTIONS")
    words[at : at + 1] = shlex.split(options["JEWELCRM_OFFICE_OPTIONS"])
    running = root.start(*words, user=service["User"], HOME=DATA)
    try:
        time.sleep(6)
        assert running.poll() is None, root.said()
        yield
    finally:
        running.terminate()
        assert running.wait(timeout=40) is not None


def set_up(root: Root) -> None:
    """Head office with one branch, on a port of its own."""
    conf = root.path("/etc/jewelcrm/office.conf")
    conf.write_text(conf.read_text().replace("--port 8443", f"--host 127.0.0.1 --port {PORT}"))
    made = office(root, "init", "--admin", "Mary Chan", "--name", "127.0.0.1")
    assert made["login"] == "mary.chan"
    office(root, "branch", "add", "HK01", "--branch-name", "Nathan Road")


def a_second_pc(root: Root) -> dict:
    """From the QR code's words alone: nothing is typed, the password comes from a stick."""
    url = f"https://127.0.0.1:{PORT}"
    words = ("enrol-code", "HK01", "--address", url, "--qr", "/var/lib/jewelcrm/ticket.svg")
    ticket = office(root, *words)["ticket"]
    assert root.path("/var/lib/jewelcrm/ticket.svg").read_text().startswith("<?xml")
    began = time.monotonic()
    commission = ("commission", "--ticket", ticket, "--user", "mary.chan", "--data", "/var/second")
    done = json.loads(root.run("jewelcrm-admin", "--json", *commission).stdout)
    taken = time.monotonic() - began
    steps = {one["step"]: one for one in done["steps"]}
    assert root.path(done["sheet"]).read_bytes().startswith(b"%PDF")
    assert steps["restore drill"]["light"] == "green"
    return {"login": done["login"], "facts": steps["store"]["facts"], "seconds": taken}


def test_a_pc_is_enrolled_against_it_and_an_upgrade_keeps_everything(
    root: Root, packages: Packages
) -> None:
    root.install(packages.older_office)
    owner = root.run("stat", "-c", "%U %a", DATA).stdout.split()
    assert owner == ["jewelcrm", "700"]
    set_up(root)
    root.install(packages.shop)
    with served(root):
        code = office(root, "enrol-code", "HK01")["code"]
        words = ("enrol", f"https://127.0.0.1:{PORT}", code, "--user", "mary.chan")
        joined = json.loads(root.run("jewelcrm-admin", "--json", *words, user=USER).stdout)
        assert (joined["branch"], joined["letter"]) == ("HK01", "A")
        second = a_second_pc(root)
        assert (second["login"], second["facts"]["branch"]) == ("mary.chan", "HK01-B")
        assert second["seconds"] < 600, "ten minutes"
    conf = root.path("/etc/jewelcrm/office.conf").read_text()

    root.install(packages.office)

    assert root.run("jewelcrm-office", "--version").stdout.split()[-1] == __version__
    assert root.path("/etc/jewelcrm/office.conf").read_text() == conf, "the owner's own options"
    with served(root):
        now = json.loads(
            root.run(
                "jewelcrm-admin", "--json", "sync", "now", "--user", "mary.chan", user=USER
            ).stdout
        )
        assert (now["enrolled"], now["pending"], now["line_up"]) == (True, 0, True)
        assert [one["code"] for one in office(root, "branch", "list")["branches"]] == ["HK01"]
        assert office(root, "device", "list")


def test_older_is_refused_removed_keeps_and_purged_asks(root: Root, packages: Packages) -> None:
    root.install(packages.office)
    set_up(root)
    older = root.run("dpkg", "--install", root.put(packages.older_office), check=False)
    assert older.returncode != 0
    assert f"newer than {OLDER}" in older.stderr

    root.run("dpkg", "--remove", "jewelcrm-office")
    root.run("dpkg", "--purge", "jewelcrm-office")
    assert root.path(f"{DATA}/office.json").exists(), "nobody was asked, so it is kept"

    root.install(packages.office)
    assert office(root, "branch", "list")["branches"]
    answer = "echo jewelcrm-office jewelcrm-office/delete-records boolean true"
    root.run("sh", "-c", f"{answer} | debconf-set-selections")
    root.run("dpkg", "--purge", "jewelcrm-office")
    assert not root.path(DATA).exists()
    assert root.path("/var/backups/jewelcrm").exists(), "backups outlive the server"


def test_the_units_are_those_of_the_recipe(root: Root, packages: Packages) -> None:
    root.install(packages.office)
    recipe = (ROOT / "packaging/server/jewelcrm-office.service").read_text()
    hard = {line for line in recipe.splitlines() if line.startswith(("Protect", "Restrict", "No"))}
    installed = root.path(f"{UNITS}/jewelcrm-office.service").read_text()

    assert hard <= set(installed.splitlines())
    assert unit(root)["User"] == "jewelcrm"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed here")
def test_systemd_takes_the_unit(root: Root, packages: Packages, tmp_path: Path) -> None:
    root.install(packages.office)
    text = root.path(f"{UNITS}/jewelcrm-office.service").read_text()
    here = tmp_path / "jewelcrm-office.service"
    here.write_text(text.replace(INSTALLED, "/bin/true").replace("=jewelcrm\n", "=root\n"))

    done = subprocess.run(
        ["systemd-analyze", "verify", str(here)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, "jewelcrm" in done.stderr) == (0, False), done.stderr
