"""Ways to reach a customer: added, changed, put away."""

from __future__ import annotations

from typing import Unpack

from sqlalchemy import select

from db.tables.customers import contact_point
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.forms import refuse_collecting
from jewelcrm.customers.guests import require_shown
from jewelcrm.customers.keeping import keep_contact, same_contact, the_customer, the_part
from jewelcrm.customers.model import ContactChanges, NewContact
from jewelcrm.customers.rules.contacts import home_region, read_contact
from jewelcrm.customers.rules.identity import refuse_identity_numbers
from jewelcrm.customers.rules.known import contact_fields
from jewelcrm.errors import CanFix


@command("customers.edit")
def add_contact(ctx: Context, customer_id: Id, new: NewContact) -> Id:
    """Add a phone, e-mail, WhatsApp or WeChat.

    Raises:
        CanFix: it cannot be one, is on the card already, or the form forbids to ask for it.
    """
    contact = read_contact(new.kind, new.value, new.label, home_region(ctx.branch.currency))
    with ctx.work() as work:
        the_customer(work, customer_id)
        refuse_collecting(work, customer_id, contact_fields(contact.kind))
        if same_contact(work, customer_id, contact):
            raise CanFix("{value} is on the card already.", field="value", value=new.value)
        if new.preferred:
            _prefer_no_other(work, customer_id)
        return keep_contact(work, customer_id, contact, preferred=new.preferred)


@command("customers.edit")
def edit_contact(ctx: Context, contact_id: Id, **changes: Unpack[ContactChanges]) -> None:
    """Change a contact; a new value is read afresh.

    Raises:
        CanFix: the value cannot be such a contact.
    """
    with ctx.work() as work:
        was = the_part(work, contact_point, contact_id)
        values: dict[str, object] = dict(changes)
        if "value" in changes or "label" in changes:
            require_shown(work.conn, was["customer_id"], contact_point, ("value",))
            given, name = changes.get("value", was["value"]), changes.get("label", was["label"])
            region = home_region(ctx.branch.currency)
            contact = read_contact(was["kind"], given, name, region)
            values |= {"value": contact.value, "normal": contact.normal, "label": contact.label}
            values.setdefault("checked", contact.checked)
        refuse_identity_numbers(values)
        if changes.get("preferred"):
            _prefer_no_other(work, was["customer_id"])
        work.update(contact_point, contact_id, **values)


@command("customers.edit")
def archive_contact(ctx: Context, contact_id: Id) -> None:
    """Put a contact away; it stays in the history."""
    with ctx.work() as work:
        the_part(work, contact_point, contact_id)
        work.archive(contact_point, contact_id)


def _prefer_no_other(work: Work, customer_id: Id) -> None:
    c = contact_point.c
    preferred = work.conn.execute(
        select(c.id).where(c.customer_id == customer_id, c.preferred, c.archived_at.is_(None))
    ).scalars()
    for contact_id in preferred.all():
        work.update(contact_point, contact_id, preferred=False)
