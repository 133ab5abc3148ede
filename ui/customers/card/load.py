"""Everything the card shows at once, read in one go off the UI thread."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.customers.model import ContactView, CustomerCard
    from jewelcrm.followups.model import FollowUp
    from jewelcrm.orders.model import OrderRow
    from jewelcrm.sync.elsewhere import BranchName, Guest

_ORDERS = 100


@dataclass(frozen=True)
class CardView:
    """A customer as the card shows her today."""

    card: CustomerCard
    orders: tuple[OrderRow, ...]
    followups: tuple[FollowUp, ...]
    today: dt.date
    zone: str
    guest: Guest | None = None
    """Another branch's customer: how she is here."""
    shared: tuple[BranchName, ...] = ()
    """Other branches that see our own customer."""

    @property
    def phone(self) -> ContactView | None:
        """The number to call: the preferred contact that is one."""
        numbers = [one for one in self.card.contacts if one.kind in ("phone", "whatsapp")]
        return numbers[0] if numbers else None

    @property
    def whatsapp(self) -> ContactView | None:
        """The number to write to on WhatsApp: named as such, or the first mobile phone."""
        told = [one for one in self.card.contacts if one.kind == "whatsapp"]
        mobiles = [
            one
            for one in self.card.contacts
            if one.kind == "phone" and one.label in (None, "mobile")
        ]
        numbers = [one for one in (*told, *mobiles) if one.normal.startswith("+")]
        return numbers[0] if numbers else None


def load(ctx: Context, customer_id: Id) -> CardView:
    """Read the card, her orders and her follow-ups.

    Raises:
        CanFix: there is no such customer.
    """
    # Loaded here, off the UI thread: the list beside the card does not wait for it.
    from jewelcrm.customers import queries as customers
    from jewelcrm.followups import queries as followups
    from jewelcrm.orders import queries as orders
    from jewelcrm.sync.elsewhere import guest, shared_with

    theirs = guest(ctx, customer_id)
    return CardView(
        card=customers.card(ctx, customer_id),
        orders=tuple(orders.of_customer(ctx, customer_id, limit=_ORDERS)),
        followups=tuple(followups.of_customer(ctx, customer_id)),
        today=ctx.today(),
        zone=ctx.branch.time_zone,
        guest=theirs,
        shared=() if theirs is not None else tuple(shared_with(ctx, customer_id)),
    )
