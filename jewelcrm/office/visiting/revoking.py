"""A PC taken off: what it had open ends with it (sync.md 2.8).

It is refused from then on (`revoked`), its event stream ends with the order to erase itself. A
branch is closed by `jewelcrm.office.branches.close`.
"""

from __future__ import annotations

from db.types import Id
from jewelcrm.office import devices
from jewelcrm.office.hearing import refusing
from jewelcrm.office.service import Office


def revoke(office: Office, device_id: Id, by: Id) -> None:
    """Take a PC off, at once and for good; what was not sent from it is lost."""
    now = office.clock.now()
    with refusing():
        office.store.run(lambda work: devices.revoke(work, device_id, now, by))
