"""Telling every process of head office which scopes have news (LISTEN and NOTIFY).

NOTIFY takes a lock of the whole database when its transaction commits, so it is never sent from a
transaction that writes: one thread collects what was committed and sends it on its own connection.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Callable, Collection, Iterator
from typing import Any

import psycopg

CHANNEL = "jewelcrm_news"
GATHER_SECONDS = 0.05
"""What is told at once after a quiet moment is told at most so often in a busy one."""
RETRY_SECONDS = 2.0
PAYLOAD_BYTES = 7_000
"""A notification holds less than 8,000 bytes."""

Connect = Callable[[], "psycopg.Connection[Any]"]


class NewsLine:
    """One process's end of the line: `tell` sends, `listen` hears the others."""

    def __init__(
        self,
        connect: Connect,
        heard: Callable[[frozenset[str]], None],
        everything: Callable[[], frozenset[str]],
    ) -> None:
        self._connect, self._heard, self._everything = connect, heard, everything
        self._me = secrets.token_hex(4)
        self._lock = threading.Lock()
        self._pending: set[str] = set()
        self._wanted = threading.Event()
        self._closing = threading.Event()
        self._sender: threading.Thread | None = None
        self._listener: threading.Thread | None = None

    def tell(self, scopes: Collection[str]) -> None:
        """Say that these scopes have news; returns at once."""
        with self._lock:
            self._pending.update(scopes)
            self._sender = self._sender or _started(self._send)
        self._wanted.set()

    def listen(self) -> None:
        """Hear what other processes tell from now on."""
        with self._lock:
            if self._listener is None:
                ready = threading.Event()
                self._listener = _started(lambda: self._hear(ready))
                ready.wait(RETRY_SECONDS)

    def close(self) -> None:
        """Send what is left, and stop."""
        self._closing.set()
        self._wanted.set()
        if self._listener is not None:
            with contextlib.suppress(psycopg.Error), self._connect() as conn:
                _notify(conn, self._me, ("",))  # wakes the listener
            self._listener.join(RETRY_SECONDS * 2)
        if self._sender is not None:
            self._sender.join(RETRY_SECONDS * 2)

    def _send(self) -> None:
        conn = None
        while not (self._closing.is_set() and not self._pending):
            self._wanted.wait()
            self._wanted.clear()
            try:
                conn = conn or self._connect()
                _notify(conn, self._me, self._taken())
            except psycopg.Error:
                conn = None  # whoever listens reads everything when the line is back
            self._closing.wait(GATHER_SECONDS)
        if conn is not None:
            conn.close()

    def _taken(self) -> list[str]:
        with self._lock:
            taken, self._pending = sorted(self._pending), set()
        return taken

    def _hear(self, ready: threading.Event) -> None:
        while not self._closing.is_set():
            try:
                with self._connect() as conn:
                    conn.execute(f"LISTEN {CHANNEL}")
                    if ready.is_set():
                        self._heard(self._everything())  # what was missed while it was down
                    ready.set()
                    self._until_closed(conn)
            except psycopg.Error:
                self._closing.wait(RETRY_SECONDS)

    def _until_closed(self, conn: psycopg.Connection[Any]) -> None:
        while not self._closing.is_set():
            for note in conn.notifies(timeout=60, stop_after=1):
                sender, _, names = note.payload.partition(" ")
                if sender != self._me and names:
                    self._heard(frozenset(names.split(" ")))


def _notify(conn: psycopg.Connection[Any], me: str, scopes: Collection[str]) -> None:
    for payload in _payloads(scopes):
        conn.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{me} {payload}"))


def _payloads(scopes: Collection[str]) -> Iterator[str]:
    line = ""
    for scope in scopes:
        if len(line) + len(scope) > PAYLOAD_BYTES:
            yield line
            line = ""
        line = f"{line} {scope}" if line else scope
    if scopes:
        yield line


def _started(act: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=act, name="office-news", daemon=True)
    thread.start()
    return thread
