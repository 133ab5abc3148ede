"""Relations between customers, and households."""

from __future__ import annotations

from sqlalchemy import or_, select

from db.tables.customers import customer, household, relation
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.keeping import the_customer, the_part
from jewelcrm.customers.lists import RELATIONS
from jewelcrm.customers.rules.checks import required, required_choice, tidy
from jewelcrm.customers.rules.identity import refuse_identity_numbers
from jewelcrm.errors import CanFix


@command("customers.edit")
def relate(
    ctx: Context, customer_id: Id, other_id: Id, *, kind: str, note: str | None = None
) -> Id:
    """Say what `other_id` is to this customer; her card shows it too, from the other side.

    Raises:
        CanFix: they are the same person, or tied already.
    """
    code = required_choice("kind", RELATIONS, kind)
    text = tidy(note)
    refuse_identity_numbers({"note": text})
    if customer_id == other_id:
        raise CanFix("Choose somebody else: this is the same customer.", field="other_id")
    with ctx.work() as work:
        _require_untied(work, customer_id, other_id)
        return work.insert(
            relation, customer_id=customer_id, other_id=other_id, kind=code, note=text
        )


@command("customers.edit")
def unrelate(ctx: Context, relation_id: Id) -> None:
    """Put a relation away."""
    with ctx.work() as work:
        the_part(work, relation, relation_id)
        work.archive(relation, relation_id)


@command("customers.edit")
def join_household(
    ctx: Context, customer_id: Id, *, household_id: Id | None = None, name: str | None = None
) -> Id:
    """Put a customer into a household: the one given, or a new one of this name."""
    with ctx.work() as work:
        the_customer(work, customer_id)
        if household_id is None:
            title = required("name", "Name of the household", name)
            refuse_identity_numbers({"name": title})
            household_id = work.insert(household, name=title)
        else:
            the_part(work, household, household_id)
        work.update(customer, customer_id, household_id=household_id)
        return household_id


@command("customers.edit")
def leave_household(ctx: Context, customer_id: Id) -> None:
    """Take a customer out of her household."""
    with ctx.work() as work:
        the_customer(work, customer_id)
        work.update(customer, customer_id, household_id=None)


def _require_untied(work: Work, customer_id: Id, other_id: Id) -> None:
    the_customer(work, customer_id)
    the_customer(work, other_id)
    c = relation.c
    between = or_(
        (c.customer_id == customer_id) & (c.other_id == other_id),
        (c.customer_id == other_id) & (c.other_id == customer_id),
    )
    if work.conn.execute(select(c.id).where(between, c.archived_at.is_(None))).first():
        raise CanFix("These two are related already. Take that relation away first.", field="kind")
