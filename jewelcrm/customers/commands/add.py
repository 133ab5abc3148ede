"""Adding a customer: the whole form, or three answers at a busy counter."""

from __future__ import annotations

from dataclasses import replace

from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.forms import kept_form
from jewelcrm.customers.keeping import keep_customer
from jewelcrm.customers.model import NewContact, NewCustomer
from jewelcrm.customers.rules.collection import refuse_forbidden
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.customers.rules.contacts import home_region
from jewelcrm.customers.rules.known import known_fields
from jewelcrm.followups.making import welcome
from jewelcrm.log import log


@command("customers.add")
def add_customer(ctx: Context, new: NewCustomer) -> Id:
    """Add a customer; whoever adds her looks after her unless somebody else is named.

    Raises:
        CanFix: something cannot be kept, or may not be asked; names the field.
    """
    with ctx.work() as work:
        customer_id = _add(ctx, work, new)
    log.info("customer added", customer_id=customer_id)
    return customer_id


@command("customers.add")
def quick_add(
    ctx: Context,
    *,
    phone: str,
    name: str,
    consent: ConsentChoice | None = None,
    intake: str = "walk_in",
) -> Id:
    """Add a customer by phone, name and consent; a call to welcome her is due in three days.

    Without a consent she counts as not asked, and nothing is sent to her. `intake` says where she
    is met (walk_in, phone, web): which form holds, and how she found us until she says so.
    """
    contact = NewContact(kind="phone", value=phone, preferred=True)
    new = NewCustomer(name=name, contacts=(contact,), consent=consent, intake=intake)
    with ctx.work() as work:
        if "source" not in kept_form(work.conn, intake).forbidden:
            new = replace(new, source=intake)
        customer_id = _add(ctx, work, new)
        welcome(work, customer_id, ctx.today())
    log.info("customer added", customer_id=customer_id)
    return customer_id


def _add(ctx: Context, work: Work, new: NewCustomer) -> Id:
    refuse_forbidden(kept_form(work.conn, new.intake), known_fields(new))
    owned = replace(new, owner_id=new.owner_id or ctx.staff.id)
    return keep_customer(work, owned, region=home_region(ctx.branch.currency), today=ctx.today())
