"""Who asks: every request is signed by an enrolled PC, once, now (security.md 3.6)."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import update

from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, from_millis, to_millis
from jewelcrm.context import Clock
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire import signing

SEEN_EVERY_MS = 60_000
"""`last_seen` is written at most this often for a PC."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The PC that asks."""

    id: Id
    branch_id: Id
    state: str


class Nonces(Protocol):
    """Remembers which requests have been seen."""

    def fresh(self, work: OfficeWork, device: Id, nonce: str, now: int) -> bool:
        """True when the nonce is new; it is not from now on."""


class NoncesHere:
    """In this process's memory: for a server that is one process.

    What was seen before it started it cannot know, so `Guard` takes no request that is older.
    """

    def __init__(self) -> None:
        self._seen: set[bytes] = set()
        self._order: deque[tuple[int, bytes]] = deque()
        self._lock = threading.Lock()

    def fresh(self, _work: OfficeWork, device: Id, nonce: str, now: int) -> bool:
        """True when the nonce is new; it is not from now on."""
        key = device + nonce.encode()
        with self._lock:
            while self._order and self._order[0][0] < now - signing.NONCE_MEMORY_MS:
                self._seen.discard(self._order.popleft()[1])
            if key in self._seen:
                return False
            self._seen.add(key)
            self._order.append((now, key))
            return True


class NoncesThere:
    """In the database's table: for a server of several processes (PostgreSQL)."""

    def __init__(self) -> None:
        self._swept = 0

    def fresh(self, work: OfficeWork, device: Id, nonce: str, now: int) -> bool:
        """True when the nonce is new; it is not from now on."""
        if now - self._swept > SEEN_EVERY_MS:
            self._swept = now
            old = tables.nonce.c.at < now - signing.NONCE_MEMORY_MS
            work.conn.execute(tables.nonce.delete().where(old))
        sql = (
            "INSERT INTO nonce(device, nonce, at) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING nonce"
        )
        return bool(work.port.all(sql, (work.port.bind(device), nonce, now)))


class Guard:
    """Lets a request in, or says why not. One for a process."""

    def __init__(self, store: OfficeStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._several = several = store.dialect == "postgresql"
        self._nonces: Nonces = NoncesThere() if several else NoncesHere()
        self._look = store.write if several else store.read
        self._not_before = 0 if several else to_millis(clock.now())
        self._seen: dict[Id, int] = {}

    def admit(
        self,
        header: str | None,
        *,
        method: str,
        path: str,
        body: bytes,
        take: Callable[[Id], None] = lambda _: None,
    ) -> Caller:
        """The PC that signed the request; `take` refuses one that asks too often.

        What is refused is not remembered: a PC that was taken off, or that asks without end, would
        else fill the memory of requests.

        Raises:
            Refusal: `signature`, `clock`, `replayed`, `revoked`, `closed` or `waiting`; or as
                `take` did.
        """
        try:
            signature = signing.read(header)
            with self._look() as work:  # one turn at the database
                caller, key = _known(work, signature.device)
                signing.check(key, signature, method=method, path=path, body=body)
                now = to_millis(self._clock.now())
                self._in_time(signature.time, now)
                if caller.state != "on":
                    raise Refusal(caller.state)
                take(caller.id)
                if not self._nonces.fresh(work, caller.id, signature.nonce, now):
                    raise Refusal("replayed")
                if self._several and self._is_due(caller.id, now):
                    _note(work, caller.id, now)
        except signing.BadSignature as error:
            raise Refusal("signature") from error
        if not self._several and self._is_due(caller.id, now):
            self._store.run(lambda work: _note(work, caller.id, now))
        return caller

    def expect(self, header: str | None) -> None:
        """Nothing when a large body may come: a PC of ours is named, and the time is about right.

        It may still be anybody who says so; the signature is over the body.

        Raises:
            Refusal: `signature`, `clock`, `revoked`, `closed` or `waiting`.
        """
        try:
            signature = signing.read(header)
            with self._store.read() as work:
                caller, _ = _known(work, signature.device)
        except signing.BadSignature as error:
            raise Refusal("signature") from error
        self._in_time(signature.time, to_millis(self._clock.now()))
        if caller.state != "on":
            raise Refusal(caller.state)

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


def _known(work: OfficeWork, device: Id) -> tuple[Caller, bytes]:
    rows = work.port.pick(tables.device, ("branch_id", "state", "sign_key"), [(device,)])
    if not rows:
        raise signing.BadSignature("no PC of ours")
    branch_id, state, sign_key = rows[0]
    return Caller(device, branch_id, state), bytes(sign_key)
