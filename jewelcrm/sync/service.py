"""This PC's life with head office: one background thread that sends, reads, waits and survives.

A commit is sent within milliseconds; news are read when head office says there are some. A line
that is cut, a computer that slept, a head office that is busy or away: it waits with jitter and
goes on. It never holds the window: each step is one short transaction.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import Literal

from db.errors import DiskFull, StoreError
from db.shop import keys, osring, syncoffice
from db.shop.osring import OsRing
from db.store import Store
from jewelcrm.context import Clock, SystemClock
from jewelcrm.log import log
from jewelcrm.sync import leaving, returning, tries, waiting, words
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.events import Ears, Heard
from jewelcrm.sync.handing import hand_in
from jewelcrm.sync.line import Refused, Unreachable, Untrusted
from jewelcrm.sync.line_state import LineState, Told
from jewelcrm.sync.renewing import renew
from jewelcrm.sync.tidying import close_leavers, forget_old, note_contact, note_time
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.waiting import Waits

__all__ = ["LineState", "Syncing", "Waits"]

Job = Literal["push", "pull", "round"]

SLEPT_S = 20.0
"""Time that went by unnoticed: the computer slept, or its clock was set."""
_SLICE_S = 15.0
_NOTE_S, _OFTEN_S, _DAY_S = 60.0, 15.0, 86_400.0
_HURRY_S = 30.0
"""Not sooner again: while a disk stays almost full, somebody's small change may still find room."""
HERE = "disk_full_here"


class Syncing:
    """Keeps an enrolled PC's store in step with head office, from `start` to `stop`."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock | None = None,
        waits: Waits | None = None,
        ring: OsRing | None = None,
        on_state: Callable[[LineState], None] | None = None,
    ) -> None:
        self._store, self._ring = store, ring
        self._clock = clock or SystemClock()
        self._waits = waits or Waits()
        self._rng = random.Random()
        self._told = Told(on_state)
        self._turn = threading.Condition()
        self._jobs: set[Job] = {"round"}
        self._hurry = self._stopping = self._held = False
        self._failures = self._faults = 0
        self._full, self._hurried = False, -_DAY_S
        self._noted = self._pruned = self._renewed = -_DAY_S
        self._known_why, self._known_at = "?", -_DAY_S
        self._people_changed, self._asked_back, self._handed_in = True, False, False
        self._line: HttpTransport | None = None
        self._engine: Engine | None = None
        self._ears: Ears | None = None
        self._thread: threading.Thread | None = None
        self._quiet: Callable[[], None] | None = None

    # What the program calls

    @property
    def state(self) -> LineState:
        """How the line is just now."""
        return self._told.state

    def start(self) -> bool:
        """Begin; False on a stand-alone PC, where there is nothing to do."""
        with self._store.read() as conn:
            where = syncoffice.address(conn.connection.driver_connection)
        if where is None or self._thread is not None:
            return False
        self._line = HttpTransport(where, self._clock)
        self._engine = Engine(self._store, self._line, self._clock, overlap=True)
        self._ears = Ears(self._line, self._heard, self._waits, self._rng)
        self._quiet = self._store.on_commit(self._committed)
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._told.tell(LineState("starting"))
        self._thread.start()
        self._ears.start()
        return True

    def stop(self, timeout: float = 5.0) -> None:
        """End; what was not finished goes on at the next start."""
        with self._turn:
            self._stopping = True
            self._turn.notify_all()
        if self._quiet is not None:
            self._quiet()
            self._quiet = None
        if self._ears is not None:
            self._ears.stop(timeout)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout)
        if self._line is not None:
            self._line.close()
        if self._told.state.word != "revoked":
            self._told.tell(LineState("stopped"))

    def poke(self) -> None:
        """Exchange everything now, whatever the wait was."""
        self._add("round", hurry=True)

    def on_state(self, listener: Callable[[LineState], None]) -> Callable[[], None]:
        """Call `listener` with each new state, in the thread's own time; returns how to stop."""
        return self._told.listen(listener)

    # What wakes it

    def _committed(self, tables: frozenset[str]) -> None:
        if "staff" in tables:
            self._people_changed = True
        self._handed_in = False
        if threading.current_thread() is self._thread:
            return
        again = self._has_room_again()
        self._add("round" if again else "push", hurry=again)

    def _has_room_again(self) -> bool:
        """True when the disk was full at the last try, and what was committed since found room."""
        if not self._full or self._store.reserve.is_short:
            return False
        if time.monotonic() - self._hurried < _HURRY_S:
            return False
        self._full, self._hurried = False, time.monotonic()
        return True

    def _heard(self, what: Heard) -> None:
        if what == "news" and self._full and self._store.reserve.is_short:
            return  # there is no room to read them; a round does, when there is
        hurry = what in {"up", "end"} and self._held
        self._add("pull" if what == "news" else "round", hurry=hurry)

    def _add(self, job: Job, *, hurry: bool = False) -> None:
        with self._turn:
            self._jobs.add(job)
            self._hurry = self._hurry or hurry
            self._turn.notify_all()

    # The thread

    def _run(self) -> None:
        while not self._stopping:
            jobs = self._take()
            try:
                pause = self._once(jobs)
            except Exception as error:  # noqa: BLE001 - the thread outlives whatever happens
                pause = self._failed_here(error, jobs)
            if pause:
                self._rest(pause)

    def _take(self) -> set[Job]:
        with self._turn:
            jobs, self._jobs = self._jobs, set()
            return jobs

    def _once(self, jobs: set[Job]) -> float:
        try:
            return self._work(jobs)
        except (Unreachable, Refused) as error:
            return self._refused(error)

    def _work(self, jobs: set[Job]) -> float:
        """Do what there is to do; returns how long to wait then."""
        assert self._engine is not None
        if "round" in jobs:
            done = self._engine.round()
            if done.more:
                self._add("round")
        else:
            self._exchange(self._engine, jobs)
        self._went_well(jobs)
        if self._engine.backoff:
            self._held = True
            return self._engine.backoff
        if self._jobs:
            return 0.0
        if not self._full:
            self._tidy(self._engine)
        self._faults = 0
        return waiting.idle(self._waits, self._rng, hears=bool(self._ears and self._ears.hears))

    def _exchange(self, engine: Engine, jobs: set[Job]) -> None:
        if "push" in jobs:
            while engine.push_some() and not self._stopping:
                pass
        if "pull" in jobs and engine.pull():
            self._add("pull")

    def _rest(self, pause: float) -> None:
        """Wait: for something to do, or after a failure for the time to try again."""
        end = time.monotonic() + pause
        with self._turn:
            while not (self._stopping or self._hurry or (self._jobs and not self._held)):
                left = end - time.monotonic()
                if left <= 0 or self._slept_in(min(left, _SLICE_S)):
                    self._jobs.add("round")
                    break
            self._hurry = self._held = False

    def _slept_in(self, seconds: float) -> bool:
        """Wait a little; True when far more time has gone by: the computer slept."""
        began, wall = time.monotonic(), time.time()
        self._turn.wait(seconds)
        took = time.monotonic() - began
        if took < seconds + SLEPT_S and abs(time.time() - wall - took) < SLEPT_S:
            return False
        log.info("sync woke up")
        self._renew()
        return True

    def _renew(self) -> None:
        if self._line is not None:
            self._line.renew()
        if self._ears is not None:
            self._ears.again()

    # How it went

    def _went_well(self, jobs: set[Job]) -> None:
        if jobs == {"push"} and self._told.state.why in {"update", HERE}:
            return  # sent it was, but reading is still refused, or has no room
        was_down, self._failures = self._failures > 0, 0
        self._full = self._asked_back = False
        self._remember(None)
        self._note()
        self._told.tell(LineState("on_line"))
        if was_down and self._ears is not None and not self._ears.streams:
            self._ears.again()

    def _note(self) -> None:
        """Keep when head office was reached, so that setting the clock back gains nothing."""
        self._store.look_again()
        known = self._store.lease
        if known is None or (known.state == "on" and time.monotonic() - self._noted < _NOTE_S):
            return
        self._noted = time.monotonic()
        note_contact(self._store, self._clock)

    def _refused(self, error: Unreachable | Refused) -> float:
        self._failures += 1
        self._held = True
        self._add("round")
        self._store.look_again()
        self._remember(error)
        if isinstance(error, Unreachable):
            return self._unreachable(error)
        self._told.tell(LineState("refused", error.code, words.sentence(error), self._failures))
        return self._after_refusal(error)

    def _remember(self, error: Unreachable | Refused | None) -> None:
        """Keep how it went, for whoever asks when nothing runs; a failure that lasts, now and then.

        That this PC was taken off is kept by erasing it.
        """
        now = tries.why(error) if error else ""
        lasts = now == self._known_why and time.monotonic() - self._known_at < _OFTEN_S
        if now == "revoked" or (lasts if error else self._known_why == ""):
            return
        self._known_why, self._known_at = now, time.monotonic()
        if error is None:
            tries.went_well(self._store, self._clock)
        else:
            tries.note(self._store, self._clock, error)

    def _unreachable(self, error: Unreachable) -> float:
        if self._line is not None:
            self._line.renew()
        why = "untrusted" if isinstance(error, Untrusted) else ""
        self._told.tell(LineState("off_line", why, words.sentence(error), self._failures))
        self._note_time()
        return waiting.after(error, self._waits, self._failures, self._rng)

    def _after_refusal(self, error: Refused) -> float:
        if error.code == "revoked":
            self._leave()
            return 0.0
        if error.code == "closed":
            return self._waits.longest
        if error.code == "update":
            self._held = False  # what is done here is still sent
            self._take()
            return self._waits.longest
        if error.code == "signature" and self._asks_back():
            return self._waits.first
        if error.code in ("waiting", "back"):
            return self._waits.confirm * self._rng.uniform(0.5, 1.0)
        return waiting.after(error, self._waits, self._failures, self._rng)

    def _asks_back(self) -> bool:
        """Head office does not know this PC: it asks to be taken in again; one answer is enough."""
        if self._asked_back or self._line is None:
            return False
        try:
            waits = returning.ask_back(self._store, self._line)
        except Unreachable:
            return False
        except Refused as no:
            self._asked_back = no.code not in tries.PASSING
            return False
        self._asked_back = True
        return waits

    def _failed_here(self, error: Exception, jobs: set[Job]) -> float:
        """Something unexpected: each in a row waits longer, also when the line itself is well."""
        self._failures += 1
        self._faults += 1
        self._full = isinstance(error, DiskFull)
        sends_on = self._full and "round" in jobs and self._store.reserve.is_short
        self._held = not sends_on  # what people do has room, also where news have none
        if self._held:
            self._add("round")
        log.error("sync failed", error=type(error).__name__)
        why = HERE if self._full else "here"
        text = str(error) if isinstance(error, StoreError) else words.WAIT["broken"]
        self._told.tell(LineState("refused", why, text, self._failures))
        return waiting.retry(self._waits, max(self._failures, self._faults), self._rng)

    def _leave(self) -> None:
        """Head office has taken this PC off: nothing of it stays."""
        self._stopping = True
        if self._ears is not None:
            self._ears.stop(0)
        leaving.wipe(self._store.folder, ring=self._ring, close=self._store.close)
        self._told.tell(LineState("revoked", "revoked", leaving.TAKEN_OFF))

    # In quiet moments

    def _tidy(self, engine: Engine) -> None:
        self._hand_in()
        if self._people_changed:
            self._people_changed = False
            close_leavers(self._store)
        if time.monotonic() - self._pruned >= _DAY_S:
            self._pruned = time.monotonic()
            forget_old(self._store, engine.prune, lambda: self._stopping)

    def _hand_in(self) -> None:
        if self._handed_in or self._line is None:
            return
        self._handed_in = True  # a commit meanwhile makes it look again
        try:
            if time.monotonic() - self._renewed >= _DAY_S:
                renew(self._store, self._line, self._clock)
                self._renewed = time.monotonic()
            hand_in(self._store, self._line)
        except Exception:
            self._handed_in = False
            raise

    def _note_time(self) -> None:
        """Off line the lease goes on by the time that was, whatever the clock says later."""
        if time.monotonic() - self._noted >= _NOTE_S:
            self._noted = time.monotonic()
            note_time(self._store, self._clock)


def ring_of(store: Store) -> OsRing | None:
    """The keyring that holds half of the store's key."""
    return osring.find() if keys.load(store.folder).ring_name else None
