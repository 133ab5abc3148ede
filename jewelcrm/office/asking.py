"""In whose name a PC asks: a question for a person needs the person's session (`persons`)."""

from __future__ import annotations

from db.office.store import OfficeStore
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import persons
from jewelcrm.office.grants import device_of
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire import persons as wire


def require(
    store: OfficeStore,
    device: Id,
    header: str | None,
    signature: str | None,
    *,
    actor: str,
    now: int,
) -> None:
    """Nothing when the person has signed in on this PC; or its program is too old to prove that.

    Raises:
        Refusal: `session`; or the PC may ask nothing any more.
    """
    if not store.run(lambda work: _asks(work, device, header, signature, actor=actor, now=now)):
        raise Refusal("session")


def _asks(
    work: OfficeWork,
    device: Id,
    header: str | None,
    signature: str | None,
    *,
    actor: str,
    now: int,
) -> bool:
    pc = device_of(work, device)
    if pc.signs_since is None and header is None:
        return True
    try:
        person = persons.of_question(work, pc, wire.read(header, signature), now)
    except wire.BadSession:
        person = None
    if person is not None and person.hex() == actor:
        return True
    work.audit(bytes.fromhex(actor), "person.unproved", outcome="denied", device=device, at=now)
    return False
