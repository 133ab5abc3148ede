"""Moving committed pages from the log into the main file, in the background.

A checkpoint inside a sale would make the customer wait; here it runs in its own thread on its own
connection, whenever enough was committed, and once more when the store closes.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.errors import StoreError

STEP_BYTES = 4 * 1024 * 1024
STEP_COMMITS = 256
LARGE_BYTES = 256 * 1024 * 1024
"""A log that only a large import writes: it is emptied even if the import waits for that."""


_HELD: Counter[Path] = Counter()
_HOLDING = threading.Lock()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """While a backup copies the main file: nobody waits for a log that cannot be emptied."""
    with _HOLDING:
        _HELD[path] += 1
    try:
        yield
    finally:
        with _HOLDING:
            _HELD[path] -= 1


def is_held(path: Path) -> bool:
    """True while a backup in this program keeps the log from being emptied."""
    return _HELD[path] > 0


class Gate:
    """Where this program's people wait while a backup begins; free of cost at any other time.

    SQLite lets nobody in by turns: beside somebody who writes, or several who read, without a
    pause a backup waited for four to twelve seconds, or was given up after a minute.
    """

    def __init__(self, most_s: float) -> None:
        self._most_s = most_s
        self._closed: dict[Path, threading.Event] = {}

    @contextmanager
    def closed(self, path: Path) -> Iterator[None]:
        """Who is inside ends; whoever comes now goes on when the block has ended."""
        over = self._closed[path] = threading.Event()
        try:
            yield
        finally:
            self._closed.pop(path, None)
            over.set()

    def wait(self, path: Path) -> None:
        """Wait while it is closed."""
        over = self._closed.get(path)
        if over is not None:
            over.wait(self._most_s)


TO_WRITE, TO_READ = Gate(0.5), Gate(0.5)
"""The most is for a backup that hangs: people go on without it."""


class Checkpointer:
    """Checkpoints the store's log when poked after commits."""

    def __init__(self, path: Path, open_one: Callable[[], cipher.Connection]) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._open_one = open_one
        self._wanted, self._turn = threading.Event(), threading.Lock()
        self._closing = False
        self._commits = 0
        self._seen_bytes = 0
        self._thread: threading.Thread | None = None

    def poke(self) -> None:
        """Say that something was committed; cheap."""
        self._commits += 1
        size = self._log_bytes()
        if self._commits >= STEP_COMMITS or size - self._seen_bytes > STEP_BYTES:
            self._commits, self._seen_bytes = 0, size
            self._start()
            self._wanted.set()

    @property
    def is_behind(self) -> bool:
        """True while the log holds more than one step."""
        return self._log_bytes() > STEP_BYTES

    def close(self) -> None:
        """Stop the thread and empty the log into the main file.

        Whoever lets go of the file last has done so already: only another program that holds it,
        or a full disk, leaves a log.
        """
        with self._turn:  # nobody begins the thread from now on, or is still beginning it
            self._closing = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()
        if self._log_bytes():
            self._with_connection(lambda raw: _checkpoint(raw, "TRUNCATE"))

    def _start(self) -> None:
        with self._turn:
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(
                    target=self._with_connection, args=(self._run,), name="checkpoint", daemon=True
                )
                self._thread.start()

    def _run(self, raw: cipher.Connection) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._closing:
                return
            large = self._log_bytes() > LARGE_BYTES and not is_held(self._path)
            _checkpoint(raw, "TRUNCATE" if large else "PASSIVE")

    def _with_connection(self, act: Callable[[cipher.Connection], None]) -> None:
        try:
            raw = self._open_one()
        except StoreError:
            return  # the log stays as it is and is read at the next start
        try:
            act(raw)
        finally:
            raw.close()

    def _log_bytes(self) -> int:
        try:
            return self._log.stat().st_size
        except OSError:
            return 0


def _checkpoint(raw: cipher.Connection, mode: str) -> None:
    try:
        raw.execute("PRAGMA busy_timeout = 1000")
        raw.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()
    except cipher.Error:
        return  # somebody reads or writes; the next one does it
