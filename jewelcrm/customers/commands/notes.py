"""Notes: written once; a correction is a new note that says which one it replaces."""

from __future__ import annotations

from sqlalchemy import select

from db.tables.customers import note
from db.types import Id
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.keeping import keep_note, the_customer, the_part
from jewelcrm.errors import CanFix


@command("customers.edit")
def add_note(
    ctx: Context, customer_id: Id, body: str, *, channel: str = "note", order_id: Id | None = None
) -> Id:
    """Add a note of a talk, a call, a message or a visit."""
    with ctx.work() as work:
        the_customer(work, customer_id)
        return keep_note(work, customer_id, body, channel=channel, order_id=order_id)


@command("customers.edit")
def correct_note(ctx: Context, note_id: Id, body: str) -> Id:
    """Put a better note in the place of one; the first stays readable.

    Raises:
        CanFix: it has been corrected already.
    """
    with ctx.work() as work:
        was = the_part(work, note, note_id)
        later = select(note.c.id).where(
            note.c.customer_id == was["customer_id"], note.c.replaces_id == note_id
        )
        if work.conn.execute(later).first():
            raise CanFix("This note has been corrected already. Correct the newer one.")
        return keep_note(
            work,
            was["customer_id"],
            body,
            channel=was["channel"],
            order_id=was["order_id"],
            replaces_id=note_id,
        )
