"""The production recipe, followed: PostgreSQL, two processes, nginx, and the units' own words."""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from jewelcrm.office.main import parser
from jewelcrm.office.skew import SCHEMA
from jewelcrm.wire.messages import Cursor, PullAsk
from tests.conftest import ROOT
from tests.jewelcrm.office_app.test_server import Program, events, stream

RECIPE = ROOT / "packaging" / "server"
UNITS = sorted(path.name for path in RECIPE.glob("*.service"))


def unit(name):
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string((RECIPE / name).read_text())
    return read


def office_words(line):
    """The arguments of jewelcrm-office in a command line, whatever runs it."""
    words = shlex.split(line)
    inner = [word for word in words if "jewelcrm-office " in word and " backup " in word]
    words = shlex.split(inner[0]) if inner else words
    at = next(i for i, word in enumerate(words) if word.endswith("/jewelcrm-office"))
    return words[at + 1 :]


@pytest.mark.parametrize("name", UNITS)
def test_a_units_command_is_one_of_ours(name):
    args = parser().parse_args(office_words(unit(name)["Service"]["ExecStart"]))
    assert args.data == Path("/var/lib/jewelcrm")


def test_the_server_runs_without_rights_it_does_not_need():
    service = unit("jewelcrm-office.service")["Service"]
    assert service["User"] == "jewelcrm"
    for key in (
        "NoNewPrivileges",
        "ProtectHome",
        "PrivateTmp",
        "PrivateDevices",
        "LockPersonality",
    ):
        assert service[key] == "yes"
    assert (service["ProtectSystem"], service["CapabilityBoundingSet"]) == ("strict", "")
    assert service["UMask"] == "0077"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("name", [*UNITS, "jewelcrm-office-backup.timer"])
def test_systemd_understands_the_units(name, tmp_path):
    for path in RECIPE.glob("jewelcrm-office*"):
        words = path.read_text().replace("/opt/jewelcrm/.venv/bin/jewelcrm-office", "/bin/true")
        (tmp_path / path.name).write_text(words)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "jewelcrm" in line and "Unknown" in line]
    assert not ours


def test_what_the_readme_tells_to_type_is_understood():
    text = (RECIPE / "README.md").read_text().replace("\\\n", " ")
    lines = [line.split("#")[0] for line in text.splitlines() if "jewelcrm-office --data" in line]
    verbs = {
        parser()
        .parse_args(
            office_words(f"/{line.strip()}".replace("/jewel", "/x/jewel"))
            if line.startswith("jewelcrm")
            else office_words(line)
        )
        .verb
        for line in lines
    }
    assert {"init", "doctor", "branch", "enrol-code", "device"} <= verbs


def test_every_file_of_the_recipe_is_named_in_its_readme():
    text = (RECIPE / "README.md").read_text()
    suffixes = {path.name for path in RECIPE.iterdir()} - {"README.md"}
    missing = {n for n in suffixes if f"`{n}`" not in text and Path(n).suffix not in text}
    assert not missing


def test_the_proxies_pass_on_what_the_program_needs():
    nginx, caddy = (RECIPE / "nginx.conf").read_text(), (RECIPE / "Caddyfile").read_text()
    assert re.findall(r"proxy_pass (\S+);", nginx) == ["http://jewelcrm_office"] * 2
    assert "ssl_protocols TLSv1.3;" in nginx
    assert "tls1.3" in caddy
    socket = office_words(unit("jewelcrm-office.service")["Service"]["ExecStart"])
    path = socket[socket.index("--unix") + 1]
    assert f"unix:{path}" in nginx
    assert f"unix/{path}" in caddy


class Behind(Program):
    """Head office on PostgreSQL: two processes behind nginx."""

    def serve(self, nginx: str) -> None:
        sock = self.folder.parent / "office.sock"
        self.process = subprocess.Popen(
            [
                *(*self._command(), "run", "--plain", "--unix", str(sock), "--workers", "2"),
                *("--authority", str(self.folder / "ca.pem")),
            ],
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        json.loads(self.process.stdout.readline())
        self.proxy = subprocess.Popen(
            [nginx, "-p", str(self.folder.parent), "-c", str(self._site(sock)), "-e", "stderr"],
            stderr=subprocess.DEVNULL,
        )
        self.url = f"https://127.0.0.1:{self.port}"
        self._wait()

    def end(self) -> str:
        self.proxy.terminate()
        self.proxy.wait(20)
        return self.stop()[1]

    def _site(self, sock: Path) -> Path:
        """The recipe's site with this test's paths, in a small main configuration."""
        self.port = _free_port()
        site = (RECIPE / "nginx.conf").read_text()
        for here, there in (
            ("/run/jewelcrm/office.sock", str(sock)),
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("/etc/jewelcrm/tls/chain.pem", str(self.folder / "server.pem")),
            ("/etc/jewelcrm/tls/key.pem", str(self.folder / "server.key")),
        ):
            assert here in site
            site = site.replace(here, there)
        place = self.folder.parent
        temporary = "".join(
            f"{kind}_temp_path {place}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        main = place / "main.conf"
        main.write_text(
            f"daemon off;\npid {place}/nginx.pid;\nuser {_me()};\n"
            f"events {{ worker_connections 200; }}\nhttp {{\n{temporary}{site}}}\n"
        )
        return main


def _me() -> str:
    import pwd

    return pwd.getpwuid(os.geteuid()).pw_name


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _nginx() -> str | None:
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


@pytest.mark.slow
@pytest.mark.skipif(_nginx() is None, reason="nginx is not installed here")
def test_the_recipe_works_from_the_database_to_the_stream(postgres_cluster, tmp_path, monkeypatch):
    name = postgres_cluster.database()
    url = postgres_cluster.url("jewelcrm_owner", name).replace("+psycopg", "")
    program = Behind(tmp_path / "office")
    program.say("init", "--admin", "Mary", "--name", "127.0.0.1", "--database-url", url)
    program.say("branch", "add", "HK01")
    program.serve(_nginx() or "")
    try:
        pcs = [program.pc() for _ in range(2)]
        for _ in range(10):
            ask = PullAsk(schema=SCHEMA, epoch=1, req=1, scopes=[Cursor("G:staff", 0)])
            assert pcs[0].post("/v1/sync/pull", ask).status_code == 200
        replay = pcs[1].header("GET", "/v1/events?wait=0", b"")
        codes = [
            program.client().get("/v1/events?wait=0", headers=replay).status_code for _ in range(6)
        ]
        assert sorted(codes) == [200] + [401] * 5
        with stream(pcs[0]) as response:
            assert len(events(response, 3)) == 3
        with stream(pcs[0]) as response:
            lines = response.iter_lines()
            began = time.monotonic()
            program.say("branch", "add", "HK02")
            next(line for line in lines if "G:staff" in line and '"h":3' in line)
            assert time.monotonic() - began < 30
        assert program.say("doctor")["healthy"]
        if shutil.which("pg_dump"):
            assert program.say("backup", str(tmp_path / "dump"))["tables"] > 30
        assert pcs[0].answer.ca == (program.folder / "ca.pem").read_text()
    finally:
        said = program.end()
    assert "Traceback" not in said
