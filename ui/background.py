"""The only way off the UI thread.

    background.ask(self, lambda: queries.card(ctx, who), self.show_card, key="card")
    job = background.run_long(self, lambda progress: load(ctx, progress), self.done, self.failed)

`work` runs on a worker thread and must not touch a widget; `then` and `failed` run on the UI
thread, and not at all once `owner` is gone. There are a few lanes so that a long report does not
hold up a keystroke: reads (two threads), writes (one, in the order they were asked) and slow
things. With a `key`, only the newest answer to the same owner is delivered and an older read that
is still running is interrupted.

Widgets must never die on a worker thread (it would take Qt down with it). So all a job holds is
kept in a table that only the UI thread empties, and the threads know a job by its number: no name
there holds one, for an error remembers the frames it came through. Whoever uses this collects
Python's cycles on the UI thread only (`gc.disable()`, then `gc.collect()` there).
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, ClassVar, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

Lane = Literal["read", "write", "slow"]
T = TypeVar("T")
_PARTS = 1000
_THREADS: dict[Lane, int] = {"read": 2, "write": 1, "slow": 1}


class Bell(QObject):
    """How any thread calls the UI thread, which may end meanwhile with all its windows.

    Qt lets a listener die at any moment, but whoever rings must not die while it does, on
    whichever thread. So bells belong to no window and are never let go of.
    """

    rung = Signal(object)
    _all: ClassVar[list[Bell]] = []

    def __init__(self, heard: Callable[[Any], None]) -> None:
        """`heard` is a method of a QObject; after that is deleted, nobody hears."""
        super().__init__()
        self._all.append(self)
        self.rung.connect(heard, Qt.ConnectionType.QueuedConnection)

    def ring(self, what: object) -> None:
        """Call; returns at once."""
        self.rung.emit(what)


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
class _Long:
    """Long work, as the UI thread holds it."""

    job: Job
    work: Callable[[Progress], object]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    progress: Progress
    thread: threading.Thread
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_error: Callable[[Exception], None] | None = None
        self.interrupt: Callable[[int], None] | None = None
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._long: dict[int, _Long] = {}
        self._guard = threading.Lock()
        self._lanes = {name: _Lane(name) for name in _THREADS}
        self._started: set[Lane] = set()
        self._threads: list[tuple[_Lane, threading.Thread]] = []
        self._closed = False
        self._finished, self._told, self._ended = map(Bell, (self._deliver, self._tell, self._end))

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
        number = next(self._numbers)
        progress = Progress(partial(self._told.ring, number))
        thread = threading.Thread(target=self._run, args=(number,), name="long", daemon=True)
        job = Job(owner, progress)
        self._long[number] = _Long(job, work, then, failed, progress, thread)
        thread.start()
        return job

    def awaits(self, owner: QObject, key: str) -> bool:
        """Whether the newest answer to this is still to come."""
        return (id(owner), key) in self._newest

    def busy(self) -> bool:
        """Whether anything is still running or waiting to be delivered."""
        return bool(self._jobs or self._long)

    def close(self, wait: float = 5.0) -> None:
        """Stop: nothing more is delivered; what runs is interrupted, writes are finished first."""
        self._closed = True
        for job in list(self._jobs.values()):
            if job.lane == "read":
                self._stop(job)
        for long in self._long.values():
            long.progress.stop()
        for lane, _ in self._threads:
            lane.waiting.put(None)
        for _, thread in self._threads:
            thread.join(wait)
        if not any(thread.is_alive() for _, thread in self._threads):  # else it looks for its job
            self._jobs.clear()
        for number, long in list(self._long.items()):
            long.thread.join(wait)
            if not long.thread.is_alive():  # else it still looks for its job here
                del self._long[number]

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
                self._finished.ring(number)

    def _work(self, number: int) -> None:
        jobs = self._jobs
        if jobs[number].stale:
            return
        try:
            jobs[number].answer = jobs[number].work()
        except Exception as error:  # noqa: BLE001 - carried to the UI thread and told there
            jobs[number].error = error

    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None:  # closed meanwhile
            return
        slot = (id(job.owner), job.key or "")
        if job.key is not None and self._newest.get(slot) == number:
            del self._newest[slot]
        if job.stale or not isValid(job.owner):
            return
        if job.error is None:
            job.then(job.answer)
        else:
            (job.failed or self.report)(job.error)

    def _run(self, number: int) -> None:
        self._run_to_its_end(number)
        if not self._closed:
            self._ended.ring(number)

    def _run_to_its_end(self, number: int) -> None:
        jobs = self._long
        try:
            jobs[number].answer = jobs[number].work(jobs[number].progress)
        except Exception as error:  # noqa: BLE001 - carried to the UI thread and told there
            jobs[number].error = error

    def _tell(self, number: int) -> None:
        long = self._long.get(number)
        if long is not None and isValid(long.job.owner):
            long.job.progressed.emit(*long.progress.newest())

    def _end(self, number: int) -> None:
        long = self._long.pop(number, None)
        if long is None:  # closed meanwhile
            return
        long.thread.join()  # it has said its last word: nothing of the job is left over there
        long.job.ended.emit()
        if not isValid(long.job.owner):
            return
        if long.error is None:
            long.then(long.answer)
        else:
            (long.failed or self.report)(long.error)


class Progress:
    """Given to long work: say how far it is, and stop when the person asks."""

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self._stopped = threading.Event()
        self._guard = threading.Lock()
        self._newest: tuple[int, int, str] = (0, 0, "")
        self._heard = True

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        """Tell how far it is (total 0: not known). Raises Cancelled when the person stopped it."""
        if self.cancelled:
            raise Cancelled
        self._say(done, total, text)

    def step(self, what: str, done: int, total: int) -> None:
        """The same for work that asks by itself whether it is `cancelled`: never raises.

        Told in thousandths: a bar of Qt's counts no further than two billion, and these are bytes.
        """
        if not self.cancelled:
            self._say(done * _PARTS // total if total else 0, _PARTS if total else 0, what)

    def _say(self, done: int, total: int, text: str) -> None:
        with self._guard:
            self._newest = (done, total, text)
            told, self._heard = not self._heard, False
        if not told:
            self._tell()

    def newest(self) -> tuple[int, int, str]:
        """What was told last. Until this is asked, the other side is not told a second time."""
        with self._guard:
            self._heard = True
            return self._newest

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped.set()


class Job(QObject):
    """Long work under way: progressed(done, total, text), ended(), cancel()."""

    progressed = Signal(object, object, str)  # counts of bytes pass the 32 bits of Qt's int
    ended = Signal()

    def __init__(self, owner: QObject, progress: Progress) -> None:
        super().__init__()
        self.owner = owner
        self._progress = progress

    def cancel(self) -> None:
        """Ask it to stop; `failed(Cancelled())` follows when it has."""
        self._progress.stop()
