"""What a PC may see: its branch, the catalogue, the people, and the customers it has open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from db.office import tables
from db.office.work import Later, OfficeWork
from db.types import Id, to_millis
from jewelcrm.office.merging.known import Pc
from jewelcrm.office.merging.placing import lease_scope, own_scopes
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.reasons import REFUSED

_COLUMNS = ("branch_id", "letter", "state", "bringing", "lease_days", "signs_since", "trust_until")


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled PC."""

    id: Id
    branch_id: Id
    letter: str
    bringing: bool
    lease_days: int
    signs_since: int | None = None
    """Since when its people prove what they do; None: its program is too old."""
    trust_until: int | None = None
    """Until when a person's first key on it is taken on trust."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A customer of another branch, open on one PC for a while."""

    scope: str
    customer_id: Id
    hidden: frozenset[str]
    """Classes of columns that are not shown."""
    until: int


@dataclass(frozen=True, slots=True)
class Grants:
    """All a PC may see just now."""

    device: Device
    leases: Mapping[str, Lease]
    scopes: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        scopes = own_scopes(self.device.branch_id).union(self.leases)
        object.__setattr__(self, "scopes", scopes)

    def sight(self, places: Mapping[str, str]) -> tuple[Literal["P", "S"], frozenset[str]]:
        """How a row in these places looks to the PC: whole or a stub, and without which classes.

        It is one sight, whatever scope the row comes by: a class is hidden where every scope of
        the PC's that has the row whole hides it.
        """
        mine = self.scopes
        whole = [self.hidden(s) for s, kind in places.items() if kind == "P" and s in mine]
        return ("P", frozenset.intersection(*whole)) if whole else ("S", frozenset())

    @property
    def pc(self) -> Pc:
        """The PC as the merging rules know it."""
        hidden = {lease.scope: lease.hidden for lease in self.leases.values()}
        device = self.device
        return Pc(device.id, device.branch_id, self.scopes, hidden, device.bringing)

    def hidden(self, scope: str) -> frozenset[str]:
        """The classes of columns masked in a scope."""
        lease = self.leases.get(scope)
        return lease.hidden if lease else frozenset()


def grants_of(work: OfficeWork, device: Id, now: int) -> Grants:
    """The PC and what it may see.

    Raises:
        Refusal: nobody knows it, it was taken off, or its branch was closed.
    """
    return ask_grants(work, device, now)()


def ask_grants(work: OfficeWork, device: Id, now: int) -> Later[Grants]:
    """`grants_of`, asked."""
    leases, known = _leases(work, device, now), _ask_device(work, device)
    return lambda: Grants(known(), {lease.scope: lease for lease in leases()})


def grants(work: OfficeWork, device: Id, now: int) -> set[str]:
    """The names of the scopes the PC may see."""
    return set(grants_of(work, device, now).scopes)


def device_of(work: OfficeWork, device: Id) -> Device:
    """The enrolled PC.

    Raises:
        Refusal: nobody knows it, it was taken off, or its branch was closed.
    """
    return _ask_device(work, device)()


def _ask_device(work: OfficeWork, device: Id) -> Later[Device]:
    asked = work.port.ask_pick(tables.device, _COLUMNS, [(device,)])

    def hear() -> Device:
        rows = asked.rows()
        if not rows:
            raise Refusal("revoked")
        branch_id, letter, state, bringing, lease_days, signs, trust = rows[0]
        if state != "on":
            raise Refusal(state if state in REFUSED else "revoked")
        since, until = (None if at is None else _moment(at) for at in (signs, trust))
        return Device(device, branch_id, letter, bool(bringing), lease_days, since, until)

    return hear


def mask_of(text: str | None) -> frozenset[str]:
    """The classes that a lease hides, from how they are kept: words with blanks or commas."""
    return frozenset(re.findall(r"[a-z]+", text or ""))


def _leases(work: OfficeWork, device: Id, now: int) -> Later[list[Lease]]:
    asked = work.port.ask(
        "SELECT id, customer_id, mask, until FROM lease"
        " WHERE device = ? AND until > ? AND ended_at IS NULL",
        (work.port.bind(device), now),
    )
    return lambda: [
        Lease(lease_scope(_key(row[0])), _key(row[1]), mask_of(row[2]), _moment(row[3]))
        for row in asked.rows()
    ]


def _key(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return bytes.fromhex(str(value).replace("-", ""))


def _moment(value: object) -> int:
    return value if isinstance(value, int) else to_millis(value)  # type: ignore[arg-type]
