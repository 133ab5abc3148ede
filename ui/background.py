"""The only way off the UI thread.

    background.ask(self, lambda: queries.card(ctx, who), self.show_card, key="card")
    job = background.run_long(self, lambda progress: load(ctx, progress), self.done, self.failed)

`work` runs on a worker thread and must not touch a widget; `then` and `failed` run on the UI
thread, and not at all once `owner` is gone. There are a few lanes so that a long report does not
hold up a keystroke: reads (two threads), writes (one, in the order they were asked) and slow
things. With a `key`, only the newest answer to the same owner is delivered and an older read that
is still running is interrupted.

Widgets must never die on a worker thread (Python's collector would take Qt down with it), so all
a job holds is kept in a table that only the UI thread empties.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

Lane = Literal["read", "write", "slow"]
T = TypeVar("T")
_THREADS: dict[Lane, int] = {"read": 2, "write": 1, "slow": 1}


class Cancelled(Exception):
    """Raised inside long work by Progress once the person asked to stop."""


@dataclass
class _Job:
    number: int
    owner: QObject
    lane: Lane
    key: str | None
    work: Callable[[], object]
    then: Callable[[Any], None]  # the answer's type is tied to `work` by ask()
    failed: Callable[[Exception], None] | None
    stale: bool = False
    answer: object = None
    error: Exception | None = None


@dataclass
class _Lane:
    name: Lane
    waiting: queue.SimpleQueue[int | None] = field(default_factory=queue.SimpleQueue)
    running: dict[int, int] = field(default_factory=dict)  # thread ident -> job number


class Background(QObject):
    """Runs work on a few threads and hands the answers back to the UI thread.

    Args:
        on_error: told about failures nobody else handles (on the UI thread).
        interrupt: stops what the given thread is reading from the store, if anything.
    """

    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_error: Callable[[Exception], None] | None = None
        self.interrupt: Callable[[int], None] | None = None
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._long: set[Job] = set()
        self._guard = threading.Lock()
        self._lanes = {name: _Lane(name) for name in _THREADS}
        self._started: set[Lane] = set()
        self._threads: list[tuple[_Lane, threading.Thread]] = []
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(  # noqa: PLR0917 - the everyday call; every page makes it
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = "read",
        key: str | None = None,
    ) -> None:
        """Run `work` off the UI thread, then `then(answer)` or `failed(error)` on it."""
        if self._closed:
            return
        job = _Job(next(self._numbers), owner, lane, key, work, then, failed)
        if key is not None:
            self._outdate(job)
        self._jobs[job.number] = job
        self._start(lane)
        self._lanes[lane].waiting.put(job.number)

    def run_long(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run long work on a thread of its own. The Job tells its progress and can be cancelled.

        When it is cancelled, `failed` is called with Cancelled.
        """
        job = Job(self, owner, then, failed)
        self._long.add(job)
        job.ended.connect(lambda: self._long.discard(job))
        job.start(work)
        return job

    def busy(self) -> bool:
        """Whether anything is still running or waiting to be delivered."""
        return bool(self._jobs or self._long)

    def close(self, wait: float = 5.0) -> None:
        """Stop: nothing more is delivered; what runs is interrupted, writes are finished first."""
        self._closed = True
        for job in list(self._jobs.values()):
            if job.lane == "read":
                self._stop(job)
        for long in list(self._long):
            long.cancel()
        for lane, _ in self._threads:
            lane.waiting.put(None)
        for _, thread in self._threads:
            thread.join(wait)

    def report(self, error: Exception) -> None:
        """Tell whoever turns errors into words."""
        if self.on_error is None:
            raise error
        self.on_error(error)

    def _outdate(self, job: _Job) -> None:
        slot = (id(job.owner), job.key or "")
        older = self._jobs.get(self._newest.get(slot, 0))
        self._newest[slot] = job.number
        if older is not None and older.lane != "write":
            self._stop(older)

    def _stop(self, job: _Job) -> None:
        job.stale = True
        if self.interrupt is None:
            return
        # Held so that the thread cannot go on to another job, which would be hit instead.
        with self._guard:
            for thread, number in self._lanes[job.lane].running.items():
                if number == job.number:
                    self.interrupt(thread)

    def _start(self, name: Lane) -> None:
        if name in self._started:
            return
        self._started.add(name)
        for n in range(_THREADS[name]):
            lane = self._lanes[name]
            thread = threading.Thread(
                target=self._serve, args=(lane,), name=f"{name}-{n}", daemon=True
            )
            self._threads.append((lane, thread))
            thread.start()

    def _serve(self, lane: _Lane) -> None:
        me = threading.get_ident()
        while (number := lane.waiting.get()) is not None:
            with self._guard:
                lane.running[me] = number
            self._work(number)
            with self._guard:
                lane.running.pop(me, None)
            if not self._closed:
                self._finished.emit(number)

    def _work(self, number: int) -> None:
        job = self._jobs[number]
        if job.stale:
            return
        try:
            job.answer = job.work()
        except Exception as error:  # noqa: BLE001 - carried to the UI thread and told there
            job.error = error

    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number)
        slot = (id(job.owner), job.key or "")
        if job.key is not None and self._newest.get(slot) == number:
            del self._newest[slot]
        if job.stale or not isValid(job.owner):
            return
        if job.error is None:
            job.then(job.answer)
        else:
            (job.failed or self.report)(job.error)


class Progress:
    """Given to long work: say how far it is, and stop when the person asks."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stopped = threading.Event()

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        """Tell how far it is (total 0: not known). Raises Cancelled when the person stopped it."""
        if self._stopped.is_set():
            raise Cancelled
        self._tell(done, total, text)

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped.set()


class Job(QObject):
    """Long work under way: progressed(done, total, text), ended(), cancel()."""

    progressed = Signal(int, int, str)
    ended = Signal()
    _done = Signal()

    def __init__(
        self,
        background: Background,
        owner: QObject,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        super().__init__()
        self._background, self._owner = background, owner
        self._then, self._failed = then, failed
        self._work: Callable[[Progress], object] | None = None
        self._answer: object = None
        self._error: Exception | None = None
        self._progress = Progress(self.progressed.emit)
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[Progress], object]) -> None:
        """Begin; called once, by run_long."""
        self._work = work
        threading.Thread(target=self._run, name="long", daemon=True).start()

    def cancel(self) -> None:
        """Ask it to stop; `failed(Cancelled())` follows when it has."""
        self._progress.stop()

    def _run(self) -> None:
        try:
            assert self._work is not None
            self._answer = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - carried to the UI thread and told there
            self._error = error
        self._done.emit()

    def _deliver(self) -> None:
        self._work = None
        self.ended.emit()
        if not isValid(self._owner):
            return
        if self._error is None:
            self._then(self._answer)
        else:
            (self._failed or self._background.report)(self._error)
