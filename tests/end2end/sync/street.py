"""A head office and five PCs, each a process of its own, on lines that a proxy spoils."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as cipher

from db.office import tables
from db.office.store import OfficeStore
from db.shop import keys
from db.shop.connect import FILE_NAME, connect
from db.store import Store
from db.tables import metadata
from db.types import Id
from jewelcrm.context import SystemClock
from jewelcrm.sync.enrolling import copy_all, enrol
from tests.end2end.sync import aging
from tests.end2end.sync.counter import PATIENCE_S
from tests.end2end.sync.ledger import Ledger
from tests.end2end.sync.proxy import Proxy
from tests.end2end.sync.stores import fresh
from tests.jewelcrm.sync_line.world import PASSWORD, Program

ROOT = Path(__file__).resolve().parents[3]
PLACES = ("HK01", "HK01", "HK02", "HK02", "HK03")
LOGIN = "mary.chan"
COPIED = ("device", "lease", "erasure", "scope", "scope_head", "scope_feed", "scope_member")


@dataclass
class Pc:
    """A PC: its folder, and its process while it runs."""

    folder: Path
    number: int
    device: Id
    process: subprocess.Popen[str] | None = None
    told: list[dict[str, Any]] = field(default_factory=list)
    schema: int = aging.NEW

    def start(self, seed: int) -> None:
        words = [str(self.folder), str(self.number), str(seed)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.end2end.sync.counter", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        threading.Thread(target=self._listen, args=(self.process,), daemon=True).start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if line.endswith("}\n"):
                self.told.append(json.loads(line))

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self._close()

    def finish(self, seconds: float = 20 * PATIENCE_S) -> None:
        """Stop working, send what waits, end."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.close()
        code = self.process.wait(seconds)
        assert self.process.stderr is not None
        said = self.process.stderr.read()
        self._close()
        assert code == 0, said[-3000:]

    def _close(self) -> None:
        assert self.process is not None
        time.sleep(0.05)  # the listener reads what is left
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None and not pipe.closed:
                pipe.close()

    # After all have stopped

    def settle(self) -> None:
        """Read what is left to read."""
        key = keys.open_with_password(self.folder, None, LOGIN, PASSWORD).key
        with closing(Store(self.folder, key)) as store:
            assert copy_all(store, SystemClock(), lambda *_: None)
        self.slot = self
        self.raw = connect(self.folder / FILE_NAME, key, read_only=True)

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return self.raw.execute(sql, values).fetchall()


class Street:
    """The company: `live` for a while, then `rest`, then look at it."""

    def __init__(self, folder: Path, office: Program, seed: int) -> None:
        self.folder, self.office = folder, office
        self.dice = random.Random(seed)
        office.start()
        self.port = office.port
        self.proxy = Proxy(self.port, seed)
        self.pcs = [self._pc(n) for n in range(len(PLACES))]
        self.kills = self.cuts = 0

    def _pc(self, number: int) -> Pc:
        folder = self.folder / f"pc{number}"
        url = f"https://127.0.0.1:{self.proxy.port}"
        code = self.office.code(PLACES[number])
        done = enrol(folder, url, code, login=LOGIN, password=PASSWORD)
        return Pc(folder, number, done.device)

    def live(self, seconds: float, trouble: float) -> None:
        """Everybody works, while lines and processes fail."""
        for pc in self.pcs:
            pc.start(self.dice.getrandbits(32))
        self.proxy.trouble = trouble
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(self.dice.uniform(0.2, 0.9))
            act = self.dice.random()
            if act < 0.45:
                self._kill_pc(self.dice.choice(self.pcs))
            elif act < 0.6:
                self._kill_office()
            elif act < 0.9:
                self.cuts += 1
                self.proxy.cut()
        self.proxy.trouble = 0.0

    def _kill_pc(self, pc: Pc) -> None:
        self.kills += 1
        pc.kill()
        pc.start(self.dice.getrandbits(32))

    def _kill_office(self) -> None:
        self.kills += 1
        self.office.stop(signal.SIGKILL)
        time.sleep(self.dice.uniform(0, 1.5))
        self.office.start(self.port)

    def outage(self, seconds: float) -> int:
        """Head office is away; how many lines were tried meanwhile."""
        self.office.stop(signal.SIGKILL)
        before = self.proxy.lines
        time.sleep(seconds)
        tried = self.proxy.lines - before
        self.office.start(self.port)
        return tried

    def rest(self) -> None:
        """Everybody stops working, sends and reads the rest."""
        for pc in self.pcs:
            pc.finish()
        for pc in self.pcs:
            pc.settle()

    def stop(self) -> None:
        for pc in self.pcs:
            if pc.process is not None and pc.process.poll() is None:
                pc.kill()
        self.proxy.close()
        self.office.stop()

    def ledger(self) -> Ledger:
        """What was told to be kept, and what a PC meant to keep when it was killed.

        That may have been kept: it need not be found, though others may have written over it.
        """
        ledger = Ledger()
        for pc in self.pcs:
            kept = {fact["value"] for fact in pc.told if "place" in fact}
            for fact in pc.told:
                if "place" in fact or fact.get("value", "") not in kept | {""}:
                    table, row_id, column = fact.get("place") or fact["intended"]
                    place = (table, bytes.fromhex(row_id), column)
                    tx = bytes.fromhex(fact["tx"])
                    ledger.write(pc.number, tx, place, fact["value"], fact["before"])
                    ledger.written[-1].lost = "intended" in fact
                elif "payment" in fact:
                    ledger.paid[bytes.fromhex(fact["payment"])] = fact["cents"]
        return ledger


def copied(store: OfficeStore) -> cipher.Connection:
    """Head office's rows in memory, whatever its store is."""
    raw = fresh()
    raw.execute("PRAGMA foreign_keys = OFF")
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        module=cipher,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    wanted = [*metadata.sorted_tables, *(tables.office.tables[name] for name in COPIED)]
    with store.read() as work, engine.begin() as here:
        for table in wanted:
            table.create(here)
            rows = [dict(row._mapping) for row in work.conn.execute(select(table))]
            if rows:
                here.execute(table.insert(), rows)
    return raw
