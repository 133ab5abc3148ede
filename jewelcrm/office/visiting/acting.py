"""Who asks head office for another branch's customer: which PC, which person, with which right.

The PC is known by its signature, the person is the one it names. A refusal takes nothing back: what
was written about it (the audit log) stays, so a refusal comes before anything else is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.access.catalogue import allows
from jewelcrm.office.grants import Device, device_of
from jewelcrm.office.hearing import refusing
from jewelcrm.office.refusals import Refusal

if TYPE_CHECKING:
    from jewelcrm.office.service import Office

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asker:
    """A person at a PC, allowed to do what is asked."""

    device: Device
    id: Id
    name: str
    role: str
    now: int
    action: str

    def audit(
        self, work: OfficeWork, subject: Id | None, *, about: str = "", outcome: str = "done"
    ) -> None:
        """Log the act: names and codes, never what was typed."""
        work.audit(
            self.id,
            self.action,
            subject,
            reason=about or None,
            outcome=outcome,
            device=self.device.id,
            at=self.now,
        )


def run(office: Office, act: Callable[[OfficeWork], T]) -> T:
    """`act` in a transaction of head office's own, which is kept also when it refuses.

    Raises:
        Refusal: as `act` did; or the store is busy or full.
    """

    def kept(work: OfficeWork) -> T | Refusal:
        try:
            return act(work)
        except Refusal as refusal:
            return refusal

    with refusing():
        found = office.store.run(kept)
    if isinstance(found, Refusal):
        raise found
    return found


def asker(work: OfficeWork, device: Id, actor: str, action: str, now: int) -> Asker:
    """The person at the PC, if the role allows the act.

    Raises:
        Refusal: `denied`; or the PC may ask nothing any more.
    """
    known, person_id = device_of(work, device), bytes.fromhex(actor)
    row = work.rows("staff", [person_id]).get(person_id)
    if row is None or not row["active"] or row["archived_at"] is not None:
        raise _denied(work, device, person_id, action, now)
    role = str(row["role"])
    if not allows(role, action):
        raise _denied(work, device, person_id, action, now)
    return Asker(known, person_id, str(row["name"]), role, now, action)


def refuse(work: OfficeWork, asking: Asker, subject: Id | None, code: str = "denied") -> Refusal:
    """A refusal to be raised, and logged."""
    asking.audit(work, subject, about=code, outcome="denied")
    return Refusal(code)


def _denied(work: OfficeWork, device: Id, person: Id, action: str, now: int) -> Refusal:
    work.audit(person, action, outcome="denied", device=device, at=now)
    return Refusal("denied")
