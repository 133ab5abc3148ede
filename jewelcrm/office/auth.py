"""Who asks: every request is signed by an enrolled PC, once, now (security.md 3.6)."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import update

from db.office import tables
from db.office.port import NOTHING, Asked, Tuple
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, from_millis, to_millis
from jewelcrm.context import Clock
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire import signing
from jewelcrm.wire.signing import Signature

SEEN_EVERY_MS = 60_000
"""`last_seen` is written at most this often for a PC."""


class Spent:
    """That a request comes for the first time was found out at the door; nothing is left to do."""

    def ask(self, work: OfficeWork) -> None:
        """Find it out in the transaction that does what the request wants; again in each try."""

    def require(self) -> None:
        """Nothing when it comes for the first time.

        Raises:
            Refusal: `replayed`.
        """

    def kept(self) -> None:
        """That transaction is committed."""

    def at_once(self) -> None:
        """Find it out in a transaction of its own, unless one has kept it.

        Raises:
            Refusal: `replayed`; or the PC is on no more.
        """


SPENT = Spent()


@dataclass(frozen=True, slots=True)
class Caller:
    """The PC that asks."""

    id: Id
    once: Spent = SPENT


class Nonces(Protocol):
    """Remembers which requests have been seen."""

    def fresh(self, work: OfficeWork, signature: Signature, key: bytes, now: int) -> bool:
        """True when the nonce is new; it is not from now on."""


class NoncesHere:
    """In this process's memory: for a server that is one process.

    What was seen before it started it cannot know, so `Guard` takes no request that is older.
    """

    def __init__(self) -> None:
        self._seen: set[bytes] = set()
        self._order: deque[tuple[int, bytes]] = deque()
        self._lock = threading.Lock()

    def fresh(self, _work: OfficeWork, signature: Signature, _key: bytes, now: int) -> bool:
        """True when the nonce is new; it is not from now on."""
        request = signature.device + signature.nonce.encode()
        with self._lock:
            while self._order and self._order[0][0] < now - signing.NONCE_MEMORY_MS:
                self._seen.discard(self._order.popleft()[1])
            if request in self._seen:
                return False
            self._seen.add(request)
            self._order.append((now, request))
            return True


class NoncesThere:
    """In the database's table: for a server of several processes (PostgreSQL)."""

    def __init__(self) -> None:
        self._swept = 0

    def fresh(self, work: OfficeWork, signature: Signature, key: bytes, now: int) -> bool:
        """True when the nonce is new; it is not from now on."""
        return bool(self.alone(work, signature, key, now).rows())

    def alone(self, work: OfficeWork, signature: Signature, key: bytes, now: int) -> Asked:
        """`ask`, in a transaction that does nothing else.

        It does not wait for the disk: what the request then writes lies behind it in the database's
        log, and is not on the disk before it.
        """
        self._sweep(work, now)
        work.port.ask("SELECT set_config('synchronous_commit', 'off', true)")
        return self.ask(work, signature, key, now)

    def ask(self, work: OfficeWork, signature: Signature, key: bytes, now: int) -> Asked:
        """A row when the nonce is new; none, and nothing is kept, for a PC that is not on."""
        sql = (
            "INSERT INTO nonce(device, nonce, at) SELECT id, ?, ? FROM device"
            " WHERE id = ? AND state = 'on' AND sign_key = ? ON CONFLICT DO NOTHING RETURNING nonce"
        )
        device = work.port.bind(signature.device)
        return work.port.ask(sql, (signature.nonce, now, device, key))

    def _sweep(self, work: OfficeWork, now: int) -> None:
        """Forget, once a minute, what nobody may send again."""
        if now - self._swept > SEEN_EVERY_MS:
            self._swept = now
            old = tables.nonce.c.at < now - signing.NONCE_MEMORY_MS
            work.conn.execute(tables.nonce.delete().where(old))


class Unspent(Spent):
    """Whether a request comes for the first time shows when it does what it wants.

    What is rolled back is not remembered: nothing of it was kept, so it may come again.
    """

    def __init__(self, guard: Guard, signature: Signature, key: bytes, now: int) -> None:
        self._guard, self._signature, self._key, self._now = guard, signature, key, now
        self._asked: Asked = NOTHING
        self._kept = False

    def ask(self, work: OfficeWork) -> None:
        if not self._kept:
            self._asked = self._guard.there.ask(work, self._signature, self._key, self._now)

    def require(self) -> None:
        if not self._kept and not self._asked.rows():
            raise Refusal("replayed")

    def kept(self) -> None:
        self._kept = True

    def at_once(self) -> None:
        if not self._kept:
            self._guard.remember(self._signature, self._key, self._now)
            self._kept = True


class Guard:
    """Lets a request in, or says why not. One for a process."""

    def __init__(self, store: OfficeStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._several = several = store.dialect == "postgresql"
        self.there = NoncesThere()
        self._nonces: Nonces = self.there if several else NoncesHere()
        self._look = store.write if several else store.read
        self._not_before = 0 if several else to_millis(clock.now())
        self._seen: dict[Id, int] = {}
        self._sent_off: set[Id] = set()
        """PCs that were taken off and have been told so."""
        self._keys: dict[Id, bytes] = {}
        """Of PCs that were heard before, for a server of several processes; no key ever changes."""

    def admit(
        self,
        header: str | None,
        *,
        method: str,
        path: str,
        body: bytes,
        take: Callable[[Id], None] = lambda _: None,
        later: bool = False,
    ) -> Caller:
        """The PC that signed the request; `take` refuses one that asks too often.

        What is refused is not remembered: a PC that was taken off, or that asks without end, would
        else fill the memory of requests. With `later`, whoever acts finds out by `Caller.once`
        whether the request is new, where that saves a turn at the database.

        Raises:
            Refusal: `signature`, `clock`, `replayed`, `revoked`, `closed` or `waiting`; or as
                `take` did.
        """
        try:
            signature = signing.read(header)
            known_key = self._keys.get(signature.device)
            if known_key is not None:
                signing.check(known_key, signature, method=method, path=path, body=body)
                return self._admit_again(signature, known_key, take, later=later)
            with self._look() as work:
                state, key = _known(work, signature.device)
                signing.check(key, signature, method=method, path=path, body=body)
                now = to_millis(self._clock.now())
                self._in_time(signature.time, now)
                if state == "on":
                    take(signature.device)
                    if not self._nonces.fresh(work, signature, key, now):
                        raise Refusal("replayed")
                    if self._several and self._is_due(signature.device, now):
                        _note(work, signature.device, now)
            self._require_on(state, signature.device, now)
        except signing.BadSignature as error:
            raise Refusal("signature") from error
        if self._several:
            self._keys[signature.device] = key
        elif self._is_due(signature.device, now):
            self._store.run(lambda work: _note(work, signature.device, now))
        return Caller(signature.device)

    def _admit_again(
        self, signature: Signature, key: bytes, take: Callable[[Id], None], *, later: bool
    ) -> Caller:
        """A PC that was heard before, whose signature fits: one turn at the database, or none.

        Raises:
            Refusal: as of `admit`.
        """
        device, now = signature.device, to_millis(self._clock.now())
        self._in_time(signature.time, now)
        take(device)
        if later and now - self._seen.get(device, 0) < SEEN_EVERY_MS:
            return Caller(device, Unspent(self, signature, key, now))
        self.remember(signature, key, now)
        return Caller(device)

    def remember(self, signature: Signature, key: bytes, now: int) -> None:
        """Keep that this request came, in a transaction of its own.

        Raises:
            Refusal: `replayed`; or the PC is on no more, or has another key.
        """
        device = signature.device
        with self._store.write() as work:
            known = _ask_known(work, device)
            fresh = self.there.alone(work, signature, key, now)
            if self._is_due(device, now):
                _note(work, device, now)
        state, stored = _heard(known.rows())
        if state != "on" or stored != key:
            self._keys.pop(device, None)  # next time it is looked up before anything is counted
            if stored != key:
                raise Refusal("signature")
            self._require_on(state, device, now)
        if not fresh.rows():
            raise Refusal("replayed")

    def expect(self, header: str | None) -> None:
        """Nothing when a large body may come: a PC of ours is named, and the time is about right.

        It may still be anybody who says so; the signature is over the body.

        Raises:
            Refusal: `signature`, `clock`, `revoked`, `closed` or `waiting`.
        """
        try:
            signature = signing.read(header)
            with self._store.read() as work:
                state, _ = _known(work, signature.device)
        except signing.BadSignature as error:
            raise Refusal("signature") from error
        self._in_time(signature.time, to_millis(self._clock.now()))
        if state != "on":
            raise Refusal(state)

    def _require_on(self, state: str, device: Id, now: int) -> None:
        """Nothing for a PC that is on. One that was taken off erases itself when it hears that.

        Raises:
            Refusal: its state.
        """
        if state == "on":
            return
        if state == "revoked" and device not in self._sent_off:
            self._sent_off.add(device)
            self._store.run(lambda work: _note_end(work, device, now))
        raise Refusal(state)

    def _in_time(self, time: int, now: int) -> None:
        if abs(time - now) > signing.MAX_SKEW_MS or time < self._not_before:
            raise Refusal("clock")

    def _is_due(self, device: Id, now: int) -> bool:
        due = now - self._seen.get(device, 0) >= SEEN_EVERY_MS
        if due:
            self._seen[device] = now
        return due


def _note(work: OfficeWork, device: Id, now: int) -> None:
    seen = update(tables.device).where(tables.device.c.id == device)
    work.conn.execute(seen.values(last_seen=from_millis(now)))


def _note_end(work: OfficeWork, device: Id, now: int) -> None:
    """It was told to erase itself; the first time counts."""
    c = tables.device.c
    told = update(tables.device).where(c.id == device, c.wiped_at.is_(None))
    work.conn.execute(told.values(wiped_at=from_millis(now)))


def _known(work: OfficeWork, device: Id) -> tuple[str, bytes]:
    """State and key of a PC."""
    return _heard(_ask_known(work, device).rows())


def _ask_known(work: OfficeWork, device: Id) -> Asked:
    return work.port.ask_pick(tables.device, ("state", "sign_key"), [(device,)])


def _heard(rows: list[Tuple]) -> tuple[str, bytes]:
    if not rows:
        raise signing.BadSignature("no PC of ours")
    state, sign_key = rows[0]
    return state, bytes(sign_key)
