"""Ring sizes, one for each finger."""

from __future__ import annotations

from sqlalchemy import select

from db.tables.customers import ring_size
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.forms import refuse_collecting
from jewelcrm.customers.keeping import keep_ring_size, ring_size_values, the_customer, the_part
from jewelcrm.customers.model import NewRingSize


@command("customers.edit")
def set_ring_size(ctx: Context, customer_id: Id, new: NewRingSize) -> Id:
    """Keep the size of a finger; an earlier size of the same finger goes into the history.

    Raises:
        CanFix: it is no ring size (says how to write one), or the form forbids to ask for it.
    """
    values = ring_size_values(new, ctx.today())
    with ctx.work() as work:
        the_customer(work, customer_id)
        refuse_collecting(work, customer_id, ("ring_size",))
        known = _known(work, customer_id, values["hand"], values["finger"])
        if known is None:
            return keep_ring_size(work, customer_id, new, ctx.today())
        work.update(ring_size, known, **values)
        return known


@command("customers.edit")
def archive_ring_size(ctx: Context, ring_size_id: Id) -> None:
    """Put a size away."""
    with ctx.work() as work:
        the_part(work, ring_size, ring_size_id)
        work.archive(ring_size, ring_size_id)


def _known(work: Work, customer_id: Id, hand: str, finger: str) -> Id | None:
    c = ring_size.c
    query = select(c.id).where(
        c.customer_id == customer_id, c.hand == hand, c.finger == finger, c.archived_at.is_(None)
    )
    known: Id | None = work.conn.execute(query).scalar()
    return known
