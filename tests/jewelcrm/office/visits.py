"""A customer of another branch, open for a while: as the visiting service leaves it."""

from __future__ import annotations

from db.office import tables
from db.types import Id, from_millis, new_id
from jewelcrm.office.merging.placing import lease_scope
from jewelcrm.office.scoping import rescope
from tests.jewelcrm.office.chain import Chain, Pc


def a_lease(chain: Chain, pc: Pc, customer: Id, mask: str = "contact") -> str:
    """The scope of the lease."""
    lease = new_id()
    with chain.store.write() as work:
        work.conn.execute(
            tables.lease.insert().values(
                id=lease,
                customer_id=customer,
                branch_id=pc.branch,
                device=pc.id,
                actor=chain.manager,
                reason="service_here",
                mask=mask,
                granted_at=chain.clock.now(),
                until=from_millis(chain.clock.ms + 86_400_000),
            )
        )
        rescope(work, [customer], chain.clock.ms)
    return lease_scope(lease)


def move(chain: Chain, customer: Id, branch: Id) -> None:
    """The customer's home becomes another branch."""
    with chain.store.write() as work:
        (row,) = work.rows("customer", [customer], lock=True).values()
        row |= {"branch_id": branch, "rev": int(row["rev"] or 0) + 1}
        work.put_rows("customer", [row])
        rescope(work, [customer], chain.clock.ms)
