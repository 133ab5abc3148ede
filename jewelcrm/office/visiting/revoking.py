"""A PC taken off, a branch closed: what they had open ends with them (sync.md 2.8).

The PC is refused from then on (`revoked`, `closed`), its event stream ends with the order to erase
itself.
"""

from __future__ import annotations

from db.types import Id
from jewelcrm.office import branches, devices
from jewelcrm.office.hearing import refusing
from jewelcrm.office.service import Office


def revoke(office: Office, device_id: Id, by: Id) -> None:
    """Take a PC off, at once and for good; what was not sent from it is lost."""
    now = office.clock.now()
    with refusing():
        office.store.run(lambda work: devices.revoke(work, device_id, now, by))


def close_branch(office: Office, code: str, by: Id) -> int:
    """Close a branch and its PCs; returns how many PCs that are.

    Raises:
        CanFix: there is no such branch.
    """
    now = office.clock.now()
    with refusing():
        return office.store.run(lambda work: branches.close(work, code, now, by))
