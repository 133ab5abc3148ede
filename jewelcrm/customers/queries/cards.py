"""One customer: her card, her consents, and what may be sent to her."""

from __future__ import annotations

from sqlalchemy import Connection

from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context, one_read
from jewelcrm.customers.model import ConsentView, CustomerCard
from jewelcrm.customers.queries.reading import read_card, read_consent
from jewelcrm.customers.rules import consent as rules


@query("customers.view")
def card(ctx: Context, customer_id: Id) -> CustomerCard:
    """Everything known of one customer but her orders, payments and follow-ups.

    Raises:
        CanFix: there is no such customer.
    """
    with ctx.read() as conn:
        return read_card(conn, customer_id, ctx.today())


@query("customers.view")
def consent(ctx: Context, customer_id: Id) -> ConsentView:
    """What she agreed to."""
    with ctx.read() as conn:
        return read_consent(conn, customer_id)


@query("customers.view")
def can_market(
    ctx: Context,
    customer_id: Id,
    *,
    channel: str,
    subject_class: str = "all",
    conn: Connection | None = None,
) -> rules.Verdict:
    """Whether marketing may go to her by this channel, and if not why (Cap. 486 Part 6A)."""
    with one_read(ctx, conn) as here:
        her = read_card(here, customer_id, ctx.today())
    standing = rules.Standing(
        archived=her.archived_at is not None,
        merged=her.merged_into is not None,
        is_minor=her.is_minor,
        has_guardian=any(tie.kind == "guardian" for tie in her.relations),
    )
    return rules.can_market(standing, tuple(reversed(her.consent.entries)), channel, subject_class)
