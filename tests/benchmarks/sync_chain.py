"""A thousand branches at 350 transactions a second, on PostgreSQL: nobody comes to wait.

Sales, new customers and changes of them arrive at random moments, whether the one before was
answered or not, stamped by a person, signed by the PC and packed, as PCs do (`chain_rush`), over
HTTP as from a reverse proxy, at a server of two processes; the database syncs its log to the disk
before it answers. Half a minute of it, or `JEWELCRM_BENCH_CHAIN` seconds (the goal's are 600), at
`JEWELCRM_BENCH_RATE` a second. The bare limit of an answer is a question that the same server
answers without looking anything up, while nobody else asks; that of the processor, the database's
share of it.
"""

from __future__ import annotations

import gc
import http.client
import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from db.office import tables
from jewelcrm.context import SystemClock
from jewelcrm.office import persons, premises, writing
from tests.benchmarks import offices
from tests.benchmarks.chain_rush import Act, Now, Rush, Till, acts
from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.processes import Cost
from tests.db.office.builders import a_branch
from tests.jewelcrm.office.proving import public_of
from tests.jewelcrm.sync_line.world import Program

BRANCHES, RATE, LINES, WORKERS = 1_000, 350, 32, 2
MADE_S = 0.0005
"""About how long it takes to make an act."""


def run(scale: int) -> list[dict[str, object]]:
    """What was answered, how long it took, how many waited in the end, and what it cost."""
    if "postgresql" not in offices.stores():
        return []
    seconds = int(os.environ.get("JEWELCRM_BENCH_CHAIN", "30"))
    rate = float(os.environ.get("JEWELCRM_BENCH_RATE", RATE))
    with _chain() as chain:
        bare = _bare(chain.port)
        rush = Rush(chain.port, chain.pcs, chain.now, LINES)
        rush.all(_opening(chain))
        day = _day(chain, seconds, rate)
        chain.measure(rush, day, seconds)
        rush.close()
    return [figure.row() for figure in _figures(rush, chain, seconds, rate, bare)]


def _figures(rush: Rush, chain: _Chain, seconds: int, rate: float, bare: float) -> Iterator[Figure]:
    name = f"chain: 1,000 branches, {rate:g} tx/s, {seconds} s"
    yield Figure(
        f"{name}: answered", rush.answered / seconds, None, 0.98 * rate, "tx/s", least=True
    )
    yield Figure(f"{name}: waiting at the end", rush.left, None, rate / 10, "tx")
    yield Figure(f"{name}: told to come again", rush.busy, None, 0, "times")
    yield Figure(f"{name}: longest queue", max(rush.waiting), None, rate, "tx")
    yield Figure(f"{name}: answer, p50", percentile(rush.taken, 0.5), bare, 100, "ms")
    yield Figure(f"{name}: answer, p99", percentile(rush.taken, 0.99), bare, 1_000, "ms")
    each = {who: 1000 * spent / len(rush.taken) for who, spent in chain.spent.items()}
    both = each["head office"] + each["PostgreSQL"]
    room = 2_000 / rate
    yield Figure(f"{name}: processor for one", both, each["PostgreSQL"], room, "ms")
    yield Figure(f"{name}: the shops' own processor", each["shops"], None, room / 10, "ms")
    yield Figure(f"{name}: head office's memory", chain.memory, None, 1_000, "MB")


@dataclass
class _Chain:
    """Head office, running, and its PCs."""

    port: int
    pcs: list[Till]
    now: Now
    processes: dict[str, int]
    spent: dict[str, float] = field(default_factory=dict)
    """Seconds of the processor in the rush, by who used it."""
    memory: float = 0.0

    def measure(self, rush: Rush, day: list[Act], seconds: int) -> None:
        """The rush, and what it cost."""
        before = Cost.now()
        rush.run(day, seconds)
        after = Cost.now()
        spent = {who: after.since(before, pid) for who, pid in self.processes.items()}
        spent["shops"] -= spent["head office"] + spent["PostgreSQL"]
        self.spent, self.memory = spent, after.memory(self.processes["head office"])


def _opening(chain: _Chain) -> list[Act]:
    """Everybody has been heard of once before the day begins."""
    opens = time.time_ns() // 1_000_000
    return acts(chain.pcs, chain.now, ((0.0, pc) for pc in range(len(chain.pcs))), opens)


def _day(chain: _Chain, seconds: int, rate: float) -> list[Act]:
    """The day's acts, made before it begins; returns when it does."""
    dice, moments, at = random.Random(7), [], 0.0
    while (at := at + dice.expovariate(rate)) < seconds:
        moments.append((at, dice.randrange(len(chain.pcs))))
    opens = time.time() + MADE_S * len(moments)
    day = acts(chain.pcs, chain.now, moments, int(opens * 1000))
    gc.collect()
    gc.freeze()
    time.sleep(max(0.0, opens - time.time()))
    return day


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
def _chain() -> Iterator[_Chain]:
    with offices.office("postgresql", "chain") as office:
        office.stop()
        now = Now()
        pcs = _branches(office, now)
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
        known = {"head office": process.pid, "PostgreSQL": _postmaster(), "shops": os.getpid()}
        try:
            yield _Chain(port, pcs, now, known)
        finally:
            process.terminate()
            process.communicate(timeout=60)


def _postmaster() -> int:
    """The child of ours that keeps the database, above all its processes."""
    for one, parent in Cost.now().parents.items():
        if parent == os.getpid() and b"postgres" in Path(f"/proc/{one}/cmdline").read_bytes():
            return one
    raise AssertionError("no PostgreSQL runs here")


def _branches(office: Program, now: Now) -> list[Till]:
    """A thousand branches with a PC each, and somebody signed in on it, all at once."""
    store = premises.open_store(office.folder, premises.load(office.folder))
    moment = SystemClock().now()
    with store.write() as work:
        actor = next(iter(work.rows_where("staff", "role", ["administrator"])))
        rows = [a_branch(f"B{number:04}") for number in range(BRANCHES)]
        writing.put(work, "branch", rows, moment)
        work.scopes.of([writing.CATALOGUE])  # as in every chain
        pcs = [Till(bytes(row["id"]), actor, now) for row in rows]  # type: ignore[arg-type]
        work.conn.execute(tables.device.insert(), [_device(pc) for pc in pcs])
        for pc in pcs:
            persons.known_by_password(work, actor, pc.id, public_of(pc.vouching), now.ms)
    store.close()
    return pcs


def _device(pc: Till) -> dict[str, object]:
    now = SystemClock().now()
    return {
        "id": pc.id,
        "branch_id": pc.branch,
        "name": "PC",
        "letter": "A",
        "sign_key": public_of(pc.key),
        "seal_key": b"s",
        "state": "on",
        "bringing": False,
        "enrolled_at": now,
        "signs_since": now,
        "trust_until": now,
        "lease_days": 14,
    }
