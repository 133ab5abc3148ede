"""A thousand branches at 350 transactions a second, on PostgreSQL: nobody comes to wait.

Sales, new customers and changes of them arrive at random moments, whether the one before was
answered or not, signed and over HTTP as from a reverse proxy, at a server of two processes. Half a
minute of it, or `JEWELCRM_BENCH_CHAIN` seconds (the goal's are 600). The bare limit of an answer
is a question that the same server answers without looking anything up, while nobody else asks.
"""

from __future__ import annotations

import http.client
import os
import queue
import random
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import SimpleNamespace

import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.decoding import decode
from db.office import tables
from db.types import Id, new_id
from jewelcrm.context import SystemClock
from jewelcrm.office import premises, writing
from jewelcrm.wire import signing
from jewelcrm.wire.messages import Op, PushAnswer, PushAsk
from tests.benchmarks import offices
from tests.benchmarks.figures import Figure, percentile
from tests.db.office.builders import a_branch
from tests.jewelcrm.office import chain
from tests.jewelcrm.sync_line.world import Program

BRANCHES, RATE, THREADS, WORKERS = 1_000, 350, 24, 2
PUSH = "/v1/sync/push"
BUSY, LONGEST_WAIT_S = 503, 3.0


def run(scale: int) -> list[dict[str, object]]:
    """What was answered, how long it took, and how many waited in the end."""
    if "postgresql" not in offices.stores():
        return []
    seconds = int(os.environ.get("JEWELCRM_BENCH_CHAIN", "30"))
    with _office() as (port, pcs):
        bare = _bare(port)
        rush = _Rush(port, pcs)
        rush.open_shops()
        rush.run(seconds)
    return [figure.row() for figure in _figures(rush, seconds, bare)]


def _figures(rush: _Rush, seconds: int, bare: float) -> Iterator[Figure]:
    name = f"chain: 1,000 branches, {seconds} s"
    rate = rush.answered / seconds
    yield Figure(f"{name}: answered", rate, None, 0.98 * RATE, "tx/s", least=True)
    yield Figure(f"{name}: waiting at the end", rush.left, None, RATE / 10, "tx")
    yield Figure(f"{name}: told to come again", sum(rush.busy), None, 0, "times")
    yield Figure(f"{name}: longest queue", max(rush.waiting), None, RATE, "tx")
    yield Figure(f"{name}: answer, p50", percentile(rush.taken, 0.5), bare, 100, "ms")
    yield Figure(f"{name}: answer, p99", percentile(rush.taken, 0.99), bare, 1_000, "ms")


class _Till(chain.Pc):
    """The PC of one branch, which signs what it sends."""

    def __init__(self, branch: Id, actor: Id) -> None:
        now = SimpleNamespace(manager=actor, clock=_Now())
        super().__init__(now, new_id(), branch)  # type: ignore[arg-type]
        self.key = Ed25519PrivateKey.generate()
        self.turn = threading.Lock()
        self.customers: list[Id] = []

    def something(self, dice: random.Random) -> list[Op]:
        """What one act at the counter changes."""
        if not self.customers or dice.random() < 0.4:
            customer = new_id()
            self.customers.append(customer)
            return [chain.a_customer(self, customer), chain.a_phone(self, customer)]
        customer = dice.choice(self.customers)
        if dice.random() < 0.5:
            return [self.update("customer", customer, 9, district=f"Block {dice.randrange(99)}")]
        order = new_id()
        papers = chain.a_line(self, order), chain.a_payment(self, order)
        return [chain.an_order(self, customer, order), *papers]


class _Now:
    @property
    def ms(self) -> int:
        return time.time_ns() // 1_000_000


@dataclass
class _Rush:
    """Acts that come when they come, and threads that send them."""

    port: int
    pcs: list[_Till]
    due: queue.Queue[float | None] = field(default_factory=queue.Queue)
    taken: list[float] = field(default_factory=list)
    """Milliseconds from the act to its answer."""
    waiting: list[int] = field(default_factory=list)
    answered: int = 0
    left: int = 0
    busy: list[int] = field(default_factory=list)
    """How often each act was sent again because head office was too busy."""

    def open_shops(self) -> None:
        """Everybody has been heard of once before the day begins."""
        with ThreadPoolExecutor(THREADS) as threads:
            list(threads.map(self._open, range(THREADS)))

    def _open(self, number: int) -> None:
        dice, line = random.Random(number), http.client.HTTPConnection("127.0.0.1", self.port)
        for pc in self.pcs[number::THREADS]:
            _push(line, pc, pc.something(dice))
        line.close()

    def run(self, seconds: int) -> None:
        threads = [threading.Thread(target=self._send, args=(n,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        self._arrive(seconds)
        self.answered, self.left = len(self.taken), self.due.qsize()
        with suppress(queue.Empty):
            while self.left:
                self.due.get_nowait()  # it is known how many wait; nobody waits for them to be done
        for _ in threads:
            self.due.put(None)
        for thread in threads:
            thread.join()

    def _arrive(self, seconds: int) -> None:
        dice, began = random.Random(7), time.perf_counter()
        moment = began
        while moment < began + seconds:
            moment += dice.expovariate(RATE)
            time.sleep(max(0.0, moment - time.perf_counter()))
            self.due.put(moment)
            self.waiting.append(self.due.qsize())

    def _send(self, number: int) -> None:
        dice, line = random.Random(number), http.client.HTTPConnection("127.0.0.1", self.port)
        while (moment := self.due.get()) is not None:
            pc = dice.choice(self.pcs)
            with pc.turn:
                self.busy.append(_push(line, pc, pc.something(dice)))
            self.taken.append((time.perf_counter() - moment) * 1000)
        line.close()


def _push(line: http.client.HTTPConnection, pc: _Till, ops: list[Op]) -> int:
    """Send it until it is answered, as a PC does; how often head office was too busy."""
    pc.req += 1
    body = msgspec.json.encode(PushAsk(chain.SCHEMA, pc.epoch, pc.req, pc.acked, [pc.tx(*ops)]))
    busy = 0
    while (data := _answered(line, pc, body)) is None:
        busy += 1
        time.sleep(random.uniform(0.0, LONGEST_WAIT_S))
    answer = decode(data, PushAnswer)
    assert answer.res[0].st in {"ok", "merged", "dup"}, answer.res[0].why
    pc.acked = pc.n
    return busy


def _answered(line: http.client.HTTPConnection, pc: _Till, body: bytes) -> bytes | None:
    """Head office's answer; None when it is too busy."""
    now = pc.chain.clock.ms
    signed = signing.sign(pc.key, pc.id, method="POST", path=PUSH, body=body, now=now)
    headers = {
        signing.HEADER: signed,
        "content-type": "application/json",
        "accept-encoding": "zstd",
    }
    line.request("POST", PUSH, body, headers)
    response = line.getresponse()
    data = response.read()
    if response.status == BUSY:
        return None
    assert response.status == 200, data
    if response.headers["content-encoding"] == "zstd":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return data


def _bare(port: int) -> float:
    line = http.client.HTTPConnection("127.0.0.1", port)
    taken = []
    for _ in range(30):
        began = time.perf_counter()
        line.request("GET", "/v1/hello")
        line.getresponse().read()
        taken.append((time.perf_counter() - began) * 1000)
    line.close()
    return percentile(taken, 0.5)


@contextmanager
def _office() -> Iterator[tuple[int, list[_Till]]]:
    with offices.office("postgresql", "chain") as office:
        office.stop()
        pcs = _branches(office)
        words = ["--host", "127.0.0.1", "--port", "0", "--plain", "--workers", str(WORKERS)]
        process = subprocess.Popen(
            [*office._command(), "run", *words],
            env=office._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        port = int(msgspec.json.decode(process.stdout.readline())["url"].rsplit(":", 1)[1])
        try:
            yield port, pcs
        finally:
            process.terminate()
            process.communicate(timeout=60)


def _branches(office: Program) -> list[_Till]:
    """A thousand branches with a PC each, all at once."""
    store = premises.open_store(office.folder, premises.load(office.folder))
    now = SystemClock().now()
    with store.write() as work:
        actor = next(iter(work.rows_where("staff", "role", ["administrator"])))
        rows = [a_branch(f"B{number:04}") for number in range(BRANCHES)]
        writing.put(work, "branch", rows, now)
        work.scopes.of([writing.CATALOGUE])  # as in every chain
        pcs = [_Till(bytes(row["id"]), actor) for row in rows]  # type: ignore[arg-type]
        work.conn.execute(tables.device.insert(), [_device(pc) for pc in pcs])
    store.close()
    return pcs


def _device(pc: _Till) -> dict[str, object]:
    return {
        "id": pc.id,
        "branch_id": pc.branch,
        "name": "PC",
        "letter": "A",
        "sign_key": pc.key.public_key().public_bytes_raw(),
        "seal_key": b"s",
        "state": "on",
        "bringing": False,
        "enrolled_at": SystemClock().now(),
        "lease_days": 14,
    }
