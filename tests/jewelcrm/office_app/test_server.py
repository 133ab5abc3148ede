"""The real program: its own authority, TLS 1.3 on a socket, streams that tell of news."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import httpx
import msgspec
import pytest
from cryptography import x509

from db.types import to_millis
from jewelcrm.errors import CanFix
from jewelcrm.office import certificates
from jewelcrm.office.main import main
from jewelcrm.office.skew import SCHEMA
from jewelcrm.wire.messages import Cursor, PullAsk
from tests.jewelcrm.office_app.builders import PASSWORD, Pc

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


class RealClock:
    """The machine's own."""

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC)


@dataclass
class Program:
    """`jewelcrm-office` over a folder."""

    folder: Path
    url: str = ""
    process: subprocess.Popen[str] | None = None
    clients: list[httpx.Client] = field(default_factory=list)

    def say(self, *words: str) -> dict:
        """A command beside the server; in this process, as starting one costs more than it does."""
        said = io.StringIO()
        with patch.dict(os.environ, self._environment()), redirect_stdout(said):
            code = main(["--data", str(self.folder), "--json", *words])
        assert code == 0, said.getvalue()
        return json.loads(said.getvalue())

    def start(self, *words: str) -> None:
        self.process = subprocess.Popen(
            [*self._command(), "run", "--host", "127.0.0.1", "--port", "0", *words],
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = json.loads(self.process.stdout.readline())["url"]
        self._wait()

    def stop(self) -> tuple[int, str]:
        assert self.process is not None
        for client in self.clients:
            client.close()
        self.process.send_signal(signal.SIGTERM)
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said

    def client(self, **options) -> httpx.Client:
        trusted = ssl.create_default_context(cafile=str(self.folder / "ca.pem"))
        made = httpx.Client(base_url=self.url, verify=trusted, timeout=20, **options)
        self.clients.append(made)
        return made

    def pc(self) -> Pc:
        pc = Pc(self.client(), RealClock())
        pc.enrol(self.say("enrol-code", "HK01")["code"])
        return pc

    def _wait(self) -> None:
        until = time.monotonic() + 30
        with self.client() as client:
            while not _answers(client):
                assert time.monotonic() < until
                time.sleep(0.1)

    def _command(self) -> list[str]:
        module = [sys.executable, "-m", "jewelcrm.office.main"]
        return [*module, "--data", str(self.folder), "--json"]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "JEWELCRM_PASSWORD": PASSWORD}


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/v1/hello").status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Iterator[Program]:
    made = Program(tmp_path_factory.mktemp("server") / "office")
    made.say("init", "--admin", "Mary Chan", "--name", "127.0.0.1")
    made.say("branch", "add", "HK01", "--branch-name", "Nathan Road")
    made.start()
    yield made
    code, said = made.stop()
    assert code in {0, -signal.SIGTERM}
    assert "Traceback" not in said


@pytest.fixture(scope="module")
def counter(program) -> Pc:
    return program.pc()


def events(response: httpx.Response, count: int) -> list[tuple[str, dict]]:
    """The next events of a stream."""
    found: list[tuple[str, dict]] = []
    name = ""
    for line in response.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            found.append((name, json.loads(line.removeprefix("data: "))))
        if len(found) == count:
            break
    return found


def stream(pc: Pc):
    return pc.client.stream("GET", "/v1/events", headers=pc.header("GET", "/v1/events", b""))


def test_a_pc_speaks_tls_1_3_with_head_offices_own_authority(program, counter):
    trusted = ssl.create_default_context(cafile=str(program.folder / "ca.pem"))
    host, port = program.url.removeprefix("https://").split(":")
    with (
        socket.create_connection((host, int(port))) as raw,
        trusted.wrap_socket(raw, server_hostname=host) as line,
    ):
        assert line.version() == "TLSv1.3"
    assert counter.answer.ca == (program.folder / "ca.pem").read_text()


def test_nothing_older_than_tls_1_3_is_spoken(program):
    old = ssl.create_default_context(cafile=str(program.folder / "ca.pem"))
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    host, port = program.url.removeprefix("https://").split(":")
    with socket.create_connection((host, int(port))) as raw, pytest.raises(ssl.SSLError):
        old.wrap_socket(raw, server_hostname=host)


def test_a_stranger_does_not_trust_the_server_without_its_authority(program):
    with httpx.Client(base_url=program.url) as client, pytest.raises(httpx.ConnectError):
        client.get("/v1/hello")


def test_a_pc_pulls_over_a_real_line(counter):
    ask = PullAsk(schema=SCHEMA, epoch=1, req=1, scopes=[Cursor("G:staff", 0)])
    got = counter.post("/v1/sync/pull", ask, **{"accept-encoding": "zstd"})
    assert got.status_code == 200
    assert len(got.json()["feeds"][0]["items"]) >= 2


def test_a_stream_begins_with_where_everything_stands_and_tells_of_news(program, counter):
    with stream(counter) as response:
        assert response.headers["content-type"] == "text/event-stream"
        assert response.headers["x-accel-buffering"] == "no"
        first = dict(data.values() for _, data in events(response, 3))
        assert set(first) == set(counter.answer.grants)
    with stream(counter) as response:
        lines = response.iter_lines()
        while "G:staff" not in next(lines):
            pass
        program.say("user", "add", "late.one", "--new-password-file", str(_password(program)))
        told = next(line for line in lines if line.startswith("data: ") and "G:staff" in line)
        assert json.loads(told.removeprefix("data: "))["h"] > first["G:staff"]


def _password(program: Program) -> Path:
    path = program.folder.parent / "password"
    path.write_text("seven brown umbrellas\n")
    return path


def test_a_long_poll_answers_at_once_when_something_is_new(counter):
    first = counter.get("/v1/events?wait=0").json()
    assert {poke["s"] for poke in first["pokes"]} == set(counter.answer.grants)
    began = time.monotonic()
    news = counter.get(f"/v1/events?wait=20&known={first['known'] - 1}").json()
    assert news["known"] == first["known"]
    assert time.monotonic() - began < 5


def test_a_long_poll_without_news_ends_in_time(counter):
    known = counter.get("/v1/events?wait=0").json()["known"]
    began = time.monotonic()
    assert counter.get(f"/v1/events?wait=1&known={known}").json()["known"] == known
    assert 0.9 < time.monotonic() - began < 5


@pytest.mark.parametrize("query", ["wait=-1", "wait=56", "wait=x", "known=1e9&wait=1", "wait=%00"])
def test_a_long_poll_out_of_form_is_refused(counter, query):
    assert counter.get(f"/v1/events?{query}").status_code == 400


def test_a_stream_ends_with_a_wipe_when_the_pc_is_taken_off(program):
    pc = program.pc()
    with stream(pc) as response:
        events(response, 3)
    with stream(pc) as response:
        lines = response.iter_lines()
        next(lines)
        program.say("device", "revoke", pc.id.hex())
        assert "event: wipe" in list(lines)
    assert pc.get("/v1/events").json()["error"] == "revoked"


def test_a_person_signs_in_for_the_first_time_on_a_pc(program, counter):
    [mary] = [p for p in program.say("user", "list")["people"] if p["login"] == "mary.chan"]
    got = counter.post("/v1/person", {"login": "Mary.Chan", "password": PASSWORD})
    assert got.status_code == 200
    assert got.json() == {"staff_id": mary["id"], "server_share": counter.answer.server_share}
    assert len(base64.b64decode(counter.answer.server_share)) == 32


def test_the_server_renews_its_certificate_and_keeps_its_authority(tmp_path):
    first = certificates.ensure(tmp_path, ["office.example", "10.0.0.7"], NOW)
    before = first.chain.read_bytes()
    assert (
        certificates.ensure(tmp_path, ["office.example", "10.0.0.7"], NOW).chain.read_bytes()
        == before
    )
    later = certificates.ensure(tmp_path, ["office.example", "10.0.0.7"], NOW + dt.timedelta(350))
    assert later.chain.read_bytes() != before
    assert later.ca == first.ca
    renamed = certificates.ensure(tmp_path, ["other.example"], NOW + dt.timedelta(350))
    [leaf, ca] = x509.load_pem_x509_certificates(renamed.chain.read_bytes())
    leaf.verify_directly_issued_by(ca)
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["other.example"]


def test_certificates_that_are_none_are_refused_in_words(tmp_path):
    (tmp_path / "x.pem").write_text("nothing")
    with pytest.raises(CanFix):
        certificates.given(tmp_path / "x.pem", tmp_path / "y.pem", None)


def test_a_server_that_is_cut_off_keeps_no_half_request(program, counter):
    host, port = program.url.removeprefix("https://").split(":")
    trusted = ssl.create_default_context(cafile=str(program.folder / "ca.pem"))
    with (
        socket.create_connection((host, int(port))) as raw,
        trusted.wrap_socket(raw, server_hostname=host) as line,
    ):
        line.sendall(b"POST /v1/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{")
    ask = PullAsk(schema=SCHEMA, epoch=1, req=2, scopes=[])
    assert counter.post("/v1/sync/pull", ask).status_code == 200


def test_two_requests_of_the_same_millisecond_are_both_taken(counter):
    now = to_millis(counter.clock.now())
    assert now > 0
    body = msgspec.json.encode(PullAsk(schema=SCHEMA, epoch=1, req=3, scopes=[]))
    headers = [counter.header("POST", "/v1/sync/pull", body) for _ in range(2)]
    codes = [
        counter.client.post("/v1/sync/pull", content=body, headers=header).status_code
        for header in headers
    ]
    assert codes == [200, 200]
