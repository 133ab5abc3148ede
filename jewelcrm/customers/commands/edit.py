"""Changing the card itself, calling it complete, putting it away and bringing it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from sqlalchemy import func, select

from db.tables.customers import customer
from db.tables.orders import sales_order
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.forms import kept_form, refuse_collecting
from jewelcrm.customers.guests import require_not_moved, require_shown
from jewelcrm.customers.keeping import the_customer
from jewelcrm.customers.model import CustomerChanges
from jewelcrm.customers.queries.reading import read_card
from jewelcrm.customers.rules.collection import require_complete
from jewelcrm.customers.rules.fields import checked_fields, require_name
from jewelcrm.customers.rules.known import PLAIN, card_fields, intake_of
from jewelcrm.errors import CanFix
from jewelcrm.followups.stopping import stop_for_customer
from jewelcrm.orders.rules.stages import OPEN_STAGES


@command("customers.edit")
def edit_customer(
    ctx: Context, customer_id: Id, *, reason: str | None = None, **changes: Unpack[CustomerChanges]
) -> None:
    """Change fields of the card; `reason` is kept with the change.

    Raises:
        CanFix: a value cannot be kept, or may not be asked for; names the field.
    """
    with ctx.work(reason) as work:
        was = the_customer(work, customer_id)
        values = checked_fields(changes)
        require_name({**was, **values})
        differing = _differing(was, values)
        if differing:
            require_not_moved(ctx, differing)
            require_shown(work.conn, customer_id, customer, differing)
            refuse_collecting(work, customer_id, {f for f in PLAIN if differing.get(f)})
            work.update(customer, customer_id, **differing)


@command("customers.edit")
def complete_collection(ctx: Context, customer_id: Id) -> None:
    """Call the record complete.

    Raises:
        CanFix: a required step of the form is still open; lists them.
    """
    with ctx.work() as work:
        the_customer(work, customer_id)
        card = read_card(work.conn, customer_id, ctx.today())
        intake = intake_of(card.collection_step)
        require_complete(kept_form(work.conn, intake), card_fields(card))
        work.update(customer, customer_id, collection_step=f"complete:{intake}")


@command("customers.archive")
def archive_customer(ctx: Context, customer_id: Id, *, reason: str) -> None:
    """Put a customer away: she no longer shows in lists, her records stay.

    Raises:
        CanFix: she still has open orders, or no reason is given.
    """
    if not reason.strip():
        raise CanFix("Say why the customer is put away.", field="reason")
    with ctx.work(reason.strip()) as work:
        the_customer(work, customer_id)
        _require_no_open_order(work, customer_id)
        work.archive(customer, customer_id)
        stop_for_customer(work, customer_id)
        work.audit("customer.archived", customer_id, reason=reason.strip())


@command("customers.archive")
def restore_customer(ctx: Context, customer_id: Id) -> None:
    """Bring a customer back that had been put away."""
    with ctx.work() as work:
        work.update(customer, customer_id, archived_at=None)
        work.audit("customer.restored", customer_id)


def _require_no_open_order(work: Work, customer_id: Id) -> None:
    open_orders = work.conn.execute(
        select(func.count())
        .select_from(sales_order)
        .where(sales_order.c.customer_id == customer_id, sales_order.c.stage.in_(OPEN_STAGES))
    ).scalar_one()
    if open_orders:
        raise CanFix("Open orders: {count}. Finish or cancel them first.", count=open_orders)


def _differing(was: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if was[name] != value}
