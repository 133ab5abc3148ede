"""A PC in a process of its own: somebody works at it while it keeps in step with head office.

Usage: python -m tests.end2end.sync.counter FOLDER NUMBER SEED. Each act is told on a line once it
is kept; killed at a random moment by its parent, or told to stop by the end of its input.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from db.errors import Refused as StoreRefused
from db.shop import osring
from jewelcrm.access.signin import sign_in
from jewelcrm.context import SystemClock
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.service import Syncing
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.visiting import _named as named
from jewelcrm.wire.visiting import MoveAsk, ShareAsk
from tests.end2end.sync import aging
from tests.end2end.sync.ledger import Ledger
from tests.end2end.sync.writing import WRITES
from tests.jewelcrm.sync_line.world import PASSWORD, QUICK

PATIENCE_S = 30.0 if os.environ.get("JEWELCRM_PROVE") == "1" else 5.0
"""The long form runs beside everything else on the machine."""
PAUSE_S = (0.02, 0.25)
VISIT = 0.04
"""How often head office is asked to move or share a customer."""


class Told(Ledger):
    """Every word that is kept here, told to the parent."""

    def write(self, pc: int, tx: bytes, place: Any, value: Any, before: Any = None) -> None:
        table, row_id, column = place
        say(pc=pc, tx=tx.hex(), place=[table, row_id.hex(), column], value=value, before=before)

    def intend(self, pc: int, tx: bytes, place: Any, value: Any, before: Any = None) -> None:
        table, row_id, column = place
        say(pc=pc, tx=tx.hex(), intended=[table, row_id.hex(), column], value=value, before=before)


class Paid(dict):
    def __setitem__(self, payment: bytes, cents: int) -> None:
        say(payment=payment.hex(), cents=cents)


class Till:
    """The PC as the acts of a history want it; it is the world, too."""

    schema = aging.NEW

    def __init__(self, folder: Path, number: int, seed: int) -> None:
        ctx = sign_in(folder, "mary.chan", PASSWORD)
        self.ctx, self.store, self.actor, self.number = ctx, ctx.store, ctx.staff.id, number
        self.session = ctx.session
        self.clock = self.time = SystemClock()
        self.dice = random.Random(seed)
        self.ledger = Told()
        self.ledger.paid = Paid()

    def ask(self, sql: str, *values: Any) -> list[Any]:
        with self.store.read() as conn:
            return conn.connection.driver_connection.execute(sql, values).fetchall()

    def act(self, line: HttpTransport) -> None:
        with contextlib.suppress(StoreRefused):  # it names what has just gone from this PC
            self.dice.choices(*WRITES)[0](self, self)
        if self.dice.random() < VISIT:
            with contextlib.suppress(Unreachable, Refused):
                self._visit(line)

    def _visit(self, line: HttpTransport) -> None:
        customers, branches = (
            [row[0].hex() for row in self.ask(f"SELECT id FROM {table} ORDER BY id")]
            for table in ("customer", "branch")
        )
        if customers:
            one, to = self.dice.choice(customers), self.dice.choice(branches)
            if self.dice.random() < 0.5:
                line.move(MoveAsk(self.actor.hex(), one, to, "moves house"))
            else:
                line.share(ShareAsk(self.actor.hex(), one, to, "asked for"))


def say(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


def work(folder: Path, number: int, seed: int) -> None:
    """Write until the input ends; then only keep in step until all is sent and read."""
    till = Till(folder, number, seed)
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    syncing = Syncing(till.store, waits=QUICK)
    syncing.start()
    say(ready=True)
    where = address_of(till.store)
    with closing(HttpTransport(where, person=named(till.ctx, where.device))) as line:
        while not stop.wait(till.dice.uniform(*PAUSE_S)):
            till.act(line)
    rest(till, syncing)
    syncing.stop()
    till.store.close()


def rest(till: Till, syncing: Syncing, seconds: float = 12 * PATIENCE_S) -> None:
    """Until nothing waits to be sent; then a while longer for what others send."""
    end = time.monotonic() + seconds
    syncing.poke()
    while till.ask("SELECT 1 FROM change WHERE pushed_at IS NULL LIMIT 1"):
        if time.monotonic() > end:
            say(stuck=syncing.state.text or syncing.state.word)
            return
        time.sleep(0.05)
    say(sent=True)


if __name__ == "__main__":
    osring.find = lambda: None
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
