"""Hearing what another process commits to the encrypted file (`jewelcrm-office user add` ...).

The file cannot tell; so its change counter is looked at twice a second, which costs nothing, and
only when somebody else has written are the heads of the scopes compared.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import closing

from sqlcipher3 import dbapi2 as cipher

from db.errors import StoreError, our_errors

LOOK_SECONDS = 0.5


class Watch:
    """A thread that looks at the file from a connection of its own."""

    def __init__(
        self, open_one: Callable[[], cipher.Connection], heard: Callable[[frozenset[str]], None]
    ) -> None:
        self._open_one, self._heard = open_one, heard
        self._lock = threading.Lock()
        self._heads: dict[str, int] = {}
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, if it has not begun; what is there already is no news."""
        ready = threading.Event()
        with self._lock:
            if self._thread is not None:
                return
            self._thread = threading.Thread(
                target=self._run, args=(ready,), name="office-watch", daemon=True
            )
            self._thread.start()
        ready.wait(5)  # not under the lock, which the thread takes for its first look

    def told(self, heads: Mapping[str, int]) -> None:
        """These heads are our own doing and have been told."""
        with self._lock:
            for scope, seq in heads.items():
                self._heads[scope] = max(seq, self._heads.get(scope, 0))

    def close(self) -> None:
        self._closing.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, ready: threading.Event) -> None:
        try:
            with our_errors(), closing(self._open_one()) as raw:
                seen = _counter(raw)
                self._fresh(raw)
                ready.set()
                while not self._closing.wait(LOOK_SECONDS):
                    counter = _counter(raw)
                    if counter != seen and (fresh := self._fresh(raw)):
                        self._heard(fresh)
                    seen = counter
        except StoreError:
            ready.set()  # the file is not to be read: every request says so itself

    def _fresh(self, raw: cipher.Connection) -> frozenset[str]:
        rows = raw.execute(
            "SELECT s.name, h.seq FROM scope_head h JOIN scope s ON s.no = h.scope"
        ).fetchall()
        with self._lock:
            fresh = {scope: seq for scope, seq in rows if seq > self._heads.get(scope, 0)}
            self._heads |= fresh
        return frozenset(fresh)


def _counter(raw: cipher.Connection) -> int:
    return int(raw.execute("PRAGMA data_version").fetchone()[0])
