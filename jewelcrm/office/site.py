"""One process of the server: the service with all that stands around it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.office import tables
from db.office.store import OfficeStore
from db.types import Id, to_millis
from jewelcrm.context import Clock
from jewelcrm.office import offsite
from jewelcrm.office.allowance import Allowance
from jewelcrm.office.auth import Guard
from jewelcrm.office.enrolment import Enrolment
from jewelcrm.office.events import Heads, Hub
from jewelcrm.office.grants import grants
from jewelcrm.office.keeping import Keeping
from jewelcrm.office.lanes import Lane
from jewelcrm.office.merging.placing import lease_scope
from jewelcrm.office.offsite import OffSite
from jewelcrm.office.offsite_tidying import Job, jobs
from jewelcrm.office.refusals import Refusal

if TYPE_CHECKING:
    from jewelcrm.office.service import Office


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of everything: (a second, at once), and threads."""

    device: tuple[float, float] = (50.0, 200.0)
    stranger: tuple[float, float] = (2.0, 40.0)
    person: tuple[float, float] = (0.2, 10.0)
    returning: tuple[float, float] = (0.1, 30.0)
    threads: int = max(4, min(8, 2 * (os.cpu_count() or 1)))
    """More than two a core only take the cores, and lines to the database, from each other."""
    abreast: int = 16
    """So many pushes share a transaction at most, and so many transactions are on their way."""
    companies: int = 2
    patience: float = 2.0
    heartbeat: float = 25.0
    look: float = 1.0


@dataclass(slots=True)
class Lanes:
    """`quick` for what a person waits for, `bulk` for first copies, `slow` for passwords."""

    quick: Lane
    bulk: Lane
    slow: Lane

    def close(self) -> None:
        """Finish what has begun."""
        for lane in (self.quick, self.bulk, self.slow):
            lane.close()


@dataclass(slots=True)
class Site:
    """What every endpoint is given."""

    office: Office
    store: OfficeStore
    clock: Clock
    guard: Guard
    enrolment: Enrolment
    keeping: Keeping
    devices: Allowance
    strangers: Allowance
    people: Allowance
    returning: Allowance
    lanes: Lanes
    limits: Limits
    folder: Path | None = None
    off_site: OffSite | None = None
    """Where PCs leave their backups; nothing: this process has no folder."""
    hub: Hub = field(default_factory=Hub)
    failing: Allowance = field(default_factory=lambda: Allowance(1 / 60, 1))
    """How often the log tells of a full disk, or of a database that is away."""

    def now(self) -> int:
        """The moment, in milliseconds."""
        return to_millis(self.clock.now())

    def backups(self) -> OffSite:
        """Where PCs leave their backups.

        Raises:
            Refusal: `denied`, this head office keeps none.
        """
        if self.off_site is None:
            raise Refusal("denied")
        return self.off_site

    def jobs(self) -> list[Job]:
        """What this process does about backups by itself."""
        if self.folder is None or self.off_site is None:
            return []
        return jobs(self.off_site, self.store, self.folder, self.clock)

    def scopes_of(self, device: Id) -> frozenset[str]:
        """What the PC may hear of."""
        with self.store.read() as work:
            return frozenset(grants(work, device, self.now()))

    def heads(self, scopes: Iterable[str]) -> Heads:
        """How far these scopes have come."""
        with self.store.read() as work:
            return {scope: work.head(scope).seq for scope in scopes}

    def leases(self) -> dict[Id, frozenset[str]]:
        """The scopes of other branches' customers that PCs have open."""
        c = tables.lease.c
        found: dict[Id, frozenset[str]] = {}
        with self.store.read() as work:
            for row in work.conn.execute(
                select(c.device, c.id).where(c.until > self.clock.now(), c.ended_at.is_(None))
            ):
                found[row.device] = found.get(row.device, frozenset()) | {lease_scope(row.id)}
        return found

    def states(self, devices: Iterable[Id]) -> dict[Id, str]:
        """Which of these PCs are no longer on."""
        c = tables.device.c
        wanted = set(devices)
        with self.store.read() as work:
            rows = work.conn.execute(select(c.id, c.state).where(c.state != "on"))
            return {row.id: row.state for row in rows if row.id in wanted}


def make_site(
    office: Office, *, ca: str = "", limits: Limits | None = None, folder: Path | None = None
) -> Site:
    """Everything around a service; threads start with the first request."""
    limits = limits or Limits()
    store, clock = office.store, office.clock
    cores = os.cpu_count() or 1
    return Site(
        office=office,
        store=store,
        clock=clock,
        guard=Guard(store, clock),
        enrolment=Enrolment(store, clock, ca),
        keeping=Keeping(store, clock),
        devices=Allowance(*limits.device),
        strangers=Allowance(*limits.stranger),
        people=Allowance(*limits.person),
        returning=Allowance(*limits.returning),
        lanes=Lanes(
            Lane("quick", limits.threads, limits.patience),
            Lane("bulk", 2 * cores, limits.patience),
            Lane("slow", max(1, cores // 2), 2 * limits.patience),
        ),
        limits=limits,
        folder=folder,
        off_site=OffSite(folder / offsite.FOLDER, store, clock) if folder else None,
    )
