"""`jewelcrm-office run` in a process of its own, and PCs as their people use them."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from db.shop.osring import OsRing
from db.tables import customers
from db.work import Work
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Context
from jewelcrm.office.main import main
from jewelcrm.sync.enrolling import Enrolled, enrol
from jewelcrm.sync.service import Syncing, Waits

PASSWORD = "quiet brass lamp 7"
SALES_PASSWORD = "seven brown umbrellas"
QUICK = Waits(first=0.05, longest=0.4, timer=0.5, spread=0.1, lost=0.1, silence=5.0, poll=2)
"""Waits for tests: the same rules, sooner."""


BRANCHES = ("HK01", "HK02")
"""Branches there from the beginning; a PC that names none is the first of a branch of its own."""


class MemoryRing:
    """A keyring that lives as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@dataclass
class Program:
    """`jewelcrm-office` over a folder."""

    folder: Path
    url: str = ""
    process: subprocess.Popen[str] | None = None
    founded: int = 0
    died: int = 0
    """How often the process had ended by itself."""

    def found(self) -> None:
        key = ("--recovery-key-file", str(self.recovery_key_file))
        self.say("init", "--admin", "Mary Chan", "--name", "127.0.0.1", "--name", "localhost", *key)
        for code in BRANCHES:
            self.add_branch(code)
        self.say("user", "add", "ann", new_password=SALES_PASSWORD)

    def add_branch(self, code: str = "") -> str:
        """A branch in which no other test leaves anything behind, unless its code is given."""
        if not code:
            self.founded += 1
            code = f"SB{self.founded:02}"
        self.say("branch", "add", code, "--branch-name", f"Shop {code}")
        return code

    @property
    def recovery_key_file(self) -> Path:
        return self.folder.parent / "recovery.key"

    def say(self, *words: str, new_password: str = "") -> dict[str, Any]:
        said = io.StringIO()
        environment = {**self._environment(), "JEWELCRM_NEW_PASSWORD": new_password}
        with patch.dict(os.environ, environment), redirect_stdout(said):
            code = main(["--data", str(self.folder), "--json", *words])
        assert code == 0, said.getvalue()
        return dict(json.loads(said.getvalue()))

    def code(self, branch: str, *more: str) -> str:
        return str(self.say("enrol-code", branch, *more)["code"])

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [*self._command(), "run", "--host", "127.0.0.1", "--port", str(port)],
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = json.loads(self.process.stdout.readline())["url"]
        until(lambda: _listens(self.port), 30)

    def stop(self, how: int = signal.SIGTERM) -> None:
        if self.process is None:
            return
        self.died += not self.runs
        if self.runs:
            self.process.send_signal(how)
        self.process.communicate(timeout=30)
        self.process = None

    def _command(self) -> list[str]:
        module = [sys.executable, "-m", "jewelcrm.office.main"]
        return [*module, "--data", str(self.folder), "--json"]

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "JEWELCRM_PASSWORD": PASSWORD}


@dataclass
class Counter:
    """An enrolled PC with somebody at it."""

    office: Program
    folder: Path
    ring: OsRing | None = None
    joined: Enrolled | None = None
    opened: Context | None = None
    syncing: Syncing | None = None
    told: list[str] = field(default_factory=list)

    def enrol(self, branch: str = "", *, login: str = "mary.chan", **more: Any) -> None:
        codes = ("--brings",) if more.get("brings") else ()
        self.joined = enrol(
            self.folder,
            self.office.url,
            more.pop("code", None) or self.office.code(branch or self.office.add_branch(), *codes),
            login=login,
            password=more.pop("password", PASSWORD),
            ring=self.ring,
            words=self.told.append,
            **more,
        )

    def open(self, login: str = "mary.chan", password: str = PASSWORD) -> Context:
        self.opened = sign_in(self.folder, login, password, ring=self.ring)
        return self.opened

    def start(self) -> Syncing:
        ctx = self.opened or self.open()
        self.syncing = Syncing(ctx.store, clock=ctx.clock, waits=QUICK, ring=self.ring)
        self.syncing.start()
        return self.syncing

    def add_customer(self, name: str, **more: Any) -> bytes:
        assert self.opened is not None
        with self.opened.work() as work:
            number = work.next_number()
            return work.insert(customers.customer, number=number, name=name, tier="regular", **more)

    def ask(self, sql: str, *values: object) -> list[tuple]:
        assert self.opened is not None
        with self.opened.store.read() as conn:
            return conn.connection.driver_connection.execute(sql, values).fetchall()

    def sees(self, customer: bytes) -> str | None:
        rows = self.ask("SELECT name FROM customer WHERE id = ?", customer)
        return rows[0][0] if rows else None

    def pending(self) -> int:
        return int(self.ask("SELECT count(*) FROM change WHERE pushed_at IS NULL")[0][0])

    def close(self) -> None:
        if self.syncing is not None:
            self.syncing.stop()
        if self.opened is not None:
            self.opened.store.close()
            self.opened = None


def an_order(work: Work, customer: bytes, ctx: Context) -> dict[str, Any]:
    """A sale that has just begun."""
    return {
        "number": work.next_number(),
        "kind": "sale",
        "channel": "counter",
        "customer_id": customer,
        "staff_id": ctx.staff.id,
        "stage": "draft",
        "stage_since": work.now,
        "placed_at": work.now,
        "rush": False,
        "currency": "HKD",
    }


def until(true: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
