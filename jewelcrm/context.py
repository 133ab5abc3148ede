"""Who acts, where and when: the first argument of every command and query."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from db.store import Store
from db.types import Id, to_millis
from db.work import Work
from jewelcrm.access.catalogue import CHAINED, allows
from jewelcrm.access.sessions import Session
from jewelcrm.errors import Denied, Locked

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlcipher3 import dbapi2 as cipher

OPEN_WHEN_LOCKED = frozenset(
    {
        *("sync.view", "sync.now", "settings.view", "doctor.run", "doctor.bundle"),
        *("backup.view", "backup.make"),
    }
)
"""What may be done when head office has not been reached for too long: to reach it, and to keep
what is on this PC only."""

TOO_LONG = (
    "This PC has worked without head office for as long as it may. Connect it to the network: as"
    " soon as head office answers, everything is here again. Nothing is lost. If the date of this"
    " computer is wrong, set it."
)
CLOSED = (
    "Head office has closed this branch. What is here stays, also what was not sent yet. Ask head"
    " office what becomes of this PC."
)


class Clock(Protocol):
    """Where the time comes from, so that tests can set it."""

    def now(self) -> dt.datetime:
        """The moment, in UTC."""
        ...


class SystemClock:
    """The PC's own clock."""

    def now(self) -> dt.datetime:
        """The moment, in UTC."""
        return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Staff:
    """A person who works here."""

    id: Id
    login: str
    name: str
    name_zh: str | None
    role: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A shop."""

    id: Id
    code: str
    name: str
    name_zh: str | None
    address: str | None
    address_zh: str | None
    phone: str | None
    currency: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Context:
    """A signed-in person at a branch's open store."""

    store: Store
    staff: Staff
    branch: Branch
    clock: Clock = field(default_factory=SystemClock)
    warnings: tuple[str, ...] = ()
    session: Session | None = field(default=None, repr=False, compare=False)
    """The sign-in with the password in which this person works."""

    def work(self, reason: str | None = None) -> AbstractContextManager[Work]:
        """One unit of work in this person's name; kept whole or not at all."""
        return self.store.write(
            actor=self.staff.id, now=self.clock.now(), reason=reason, session=self.session
        )

    def read(self) -> AbstractContextManager[Connection]:
        """A read-only look at one moment of the store."""
        return self.store.read()

    def look(self) -> AbstractContextManager[cipher.Connection]:
        """The same as the driver's own: for plain SQL that the first list waits for."""
        return self.store.look()

    def today(self) -> dt.date:
        """Today's date where the branch is."""
        return self.clock.now().astimezone(self.zone()).date()

    def zone(self) -> ZoneInfo:
        """The branch's time zone."""
        return ZoneInfo(self.branch.time_zone)

    def allows(self, action: str) -> bool:
        """True when this person may do the action on this PC."""
        return allows(self.staff.role, action, in_chain=self.in_chain)

    @property
    def in_chain(self) -> bool:
        """True when this PC belongs to a head office."""
        return self.store.lease is not None

    def require(self, action: str) -> None:
        """Refuse, and write the refusal to the audit log, unless this person may do the action.

        Raises:
            Denied: the person's role does not have the right. Locked: head office has not been
                reached for too long, or has closed the branch.
        """
        if action not in OPEN_WHEN_LOCKED:
            self._require_lease()
        if not self.allows(action):
            with self.work() as work:
                work.audit(action, outcome="denied")
            raise Denied(action, self._done_elsewhere(action))

    def _done_elsewhere(self, action: str) -> str:
        """What somebody is told who could do it if the shop stood alone; empty for all others."""
        alone = allows(self.staff.role, action)
        return CHAINED[action].words if alone and action in CHAINED else ""

    def _require_lease(self) -> None:
        lease = self.store.lease
        if lease is not None:
            if lease.ended:
                raise Locked(CLOSED)
            if not lease.left_ms(to_millis(self.clock.now())):
                raise Locked(TOO_LONG)


@contextmanager
def one_read(ctx: Context, conn: Connection | None) -> Iterator[Connection]:
    """The connection handed in, or a fresh read: for queries that other queries use."""
    if conn is not None:
        yield conn
        return
    with ctx.read() as fresh:
        yield fresh
