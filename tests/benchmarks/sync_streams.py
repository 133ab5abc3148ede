"""What an idle event stream costs the server, with its own TLS and behind a proxy.

Ten thousand streams of two hundred PCs, or as many as `JEWELCRM_BENCH_STREAMS` says and the files
allow. The bare limit is a TLS server that keeps a connection and nothing else (`streams_child`).
"""

from __future__ import annotations

import os
import resource
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.office import tables
from db.office.store import open_embedded
from db.types import Id, new_id
from jewelcrm.context import SystemClock
from jewelcrm.office import certificates
from jewelcrm.wire import signing
from tests.benchmarks import offices
from tests.benchmarks.figures import Figure
from tests.jewelcrm.sync_line.world import Program

PCS, AT_ONCE, SPARE, BARE = 200, 8, 600, 1_000
EVENTS = "/v1/events"
Ask = Callable[[int], bytes]
"""The request of the stream of this number."""


def run(scale: int) -> list[dict[str, object]]:
    """Kilobytes a stream."""
    count = min(int(os.environ.get("JEWELCRM_BENCH_STREAMS", "10000")), _files() - SPARE)
    with _office() as (office, ask):
        bare = _bare(office, min(count, BARE))
        figures = [
            _figure(f"{count:,} idle event streams, own TLS", _each(office, ask, count), bare),
            _figure(
                f"{count:,} idle event streams behind a proxy", _plain(office, ask, count), None
            ),
        ]
    return [figure.row() for figure in figures]


def _figure(name: str, kib: float, bare: float | None) -> Figure:
    return Figure(name, kib, bare, 32, "KiB each")


def _files() -> int:
    """How many files a process may have open here, raised as far as it goes."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


@contextmanager
def _office() -> Iterator[tuple[Program, Ask]]:
    with offices.office("sqlite", "streams") as office:
        office.stop()
        keys = {new_id(): Ed25519PrivateKey.generate() for _ in range(PCS)}
        _enrol(office, keys)
        office.start()
        devices = list(keys.items())
        yield office, lambda number: _request(*devices[number % PCS])


def _enrol(office: Program, keys: dict[Id, Ed25519PrivateKey]) -> None:
    store = open_embedded(office.folder)
    with store.write() as work:
        branch = work.port.all("SELECT id FROM branch WHERE code = 'HK01'")[0][0]
        rows = [
            {
                "id": device,
                "branch_id": branch,
                "name": "PC",
                "letter": "A",
                "sign_key": key.public_key().public_bytes_raw(),
                "seal_key": b"s",
                "state": "on",
                "bringing": False,
                "enrolled_at": SystemClock().now(),
                "lease_days": 14,
            }
            for device, key in keys.items()
        ]
        work.conn.execute(tables.device.insert(), rows)
    store.close()


def _request(device: Id, key: Ed25519PrivateKey) -> bytes:
    now = time.time_ns() // 1_000_000
    said = signing.sign(key, device, method="GET", path=EVENTS, body=b"", now=now)
    return f"GET {EVENTS} HTTP/1.1\r\nhost: bench\r\n{signing.HEADER}: {said}\r\n\r\n".encode()


def _each(office: Program, ask: Ask, count: int) -> float:
    assert office.process is not None
    return _cost(office.process.pid, _secured(office.port), ask, count)


def _plain(office: Program, ask: Ask, count: int) -> float:
    office.stop()
    command = [*office._command(), "run", "--host", "127.0.0.1", "--port", "0", "--plain"]
    with _child(command) as (process, line):
        port = int(line.rsplit(":", 1)[1].split('"')[0])
        return _cost(process.pid, lambda: socket.create_connection(("127.0.0.1", port)), ask, count)


def _bare(office: Program, count: int) -> float:
    chain, key = (
        str(office.folder / name) for name in (certificates.SERVER, certificates.SERVER_KEY)
    )
    command = [sys.executable, "-m", "tests.benchmarks.streams_child", chain, key]
    with _child(command) as (process, line):
        return _cost(process.pid, _secured(int(line)), lambda _: b"GET / HTTP/1.1\r\n\r\n", count)


@contextmanager
def _child(command: list[str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline()
    finally:
        process.terminate()
        process.communicate(timeout=60)


def _secured(port: int) -> Callable[[], socket.socket]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE

    def connect() -> socket.socket:
        return context.wrap_socket(socket.create_connection(("127.0.0.1", port), timeout=60))

    return connect


def _cost(process: int, connect: Callable[[], socket.socket], ask: Ask, count: int) -> float:
    """Kilobytes that each of `count` streams adds to the process, once all are quiet."""
    with connect() as first:  # answered once the program is ready, which listens before
        first.sendall(b"GET /v1/hello HTTP/1.1\r\nhost: bench\r\n\r\n")
        first.recv(1)
    _open(connect, ask, range(50))
    time.sleep(2)
    before = _resident(process)
    streams = _open(connect, ask, range(count))
    time.sleep(3)
    cost = (_resident(process) - before) / count
    for stream in streams:
        stream.close()
    return cost


def _open(connect: Callable[[], socket.socket], ask: Ask, numbers: range) -> list[socket.socket]:
    def one(number: int) -> socket.socket:
        stream = connect()
        stream.sendall(ask(number))
        heard = b""
        while b":\n\n" not in heard:
            part = stream.recv(4096)
            assert part, heard
            heard += part
        return stream

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one, numbers))


def _resident(process: int) -> int:
    """Memory of its own, in kilobytes."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon"))
