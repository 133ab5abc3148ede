"""The list of customers: its columns, and what the filters above it mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from jewelcrm.customers.lists import TIERS
from jewelcrm.customers.model import CustomerRow
from jewelcrm.customers.queries.listing import CustomerFilter
from ui.customers.words import label, tier_tone
from ui.format import day_at, day_words, month_words
from ui.i18n import N_
from ui.widgets import Column, PersonCell, PillCell, TextCell

if TYPE_CHECKING:
    from db.types import Id

FILTERS = (
    ("all", N_("All")),
    ("open", N_("Open business")),
    ("mine", N_("Mine")),
    ("vip", N_("VIP")),
    ("gold", N_("Gold")),
    ("silver", N_("Silver")),
    ("incomplete", N_("To complete")),
    ("confirm", N_("To confirm in writing")),
    ("archived", N_("Put away")),
)
ORDERS = (
    ("newest", N_("Newest first")),
    ("last_order", N_("Last order first")),
    ("name", N_("By name")),
    ("number", N_("By number")),
)

_WANTED = {
    "open": CustomerFilter(has_open_business=True),
    "incomplete": CustomerFilter(incomplete=True),
    "confirm": CustomerFilter(to_confirm=True),
    "archived": CustomerFilter(archived=True),
}


def filter_for(chosen: str, me: Id | None) -> CustomerFilter:
    """What a chip asks for."""
    if chosen == "mine":
        return CustomerFilter(owner_id=me)
    if chosen in ("vip", "gold", "silver"):
        return CustomerFilter(tier=chosen)
    return _WANTED.get(chosen, CustomerFilter())


def columns(
    today: Callable[[], dt.date], zone: Callable[[], str]
) -> tuple[Column[CustomerRow], ...]:
    """Name, phone and number, tier, last order, open orders; the lesser hide without room."""
    return (
        Column(
            N_("Customer"),
            PersonCell[CustomerRow](lambda row: row.name, lambda row: row.name_zh),
            width=220,
            stretch=1,
        ),
        Column(N_("Phone"), TextCell[CustomerRow](_phone, lambda row: row.number), width=156),
        Column(
            N_("Tier"),
            PillCell[CustomerRow](_tier, lambda row: tier_tone(row.tier)),
            width=84,
            hide_below=662,
        ),
        Column(
            N_("Last order"),
            TextCell[CustomerRow](lambda row: _last(row, today(), zone())),
            width=112,
            hide_below=590,
        ),
        Column(N_("Open now"), PillCell[CustomerRow](_business, _busy), width=92, hide_below=486),
    )


def _phone(row: CustomerRow) -> str:
    return row.phones[0] if row.phones else ""


def _tier(row: CustomerRow) -> str:
    return label(TIERS, row.tier) if row.tier not in (None, "standard") else ""


def _last(row: CustomerRow, today: dt.date, zone: str) -> str:
    return last_words(day_at(row.last_order_at, zone), today) if row.last_order_at else ""


def last_words(day: dt.date, today: dt.date) -> str:
    """22 Sep, or Dec 2025: of another year its month says enough."""
    near = day.year == today.year or abs((day - today).days) == 1
    return day_words(day, today) if near else month_words(day)


def _business(row: CustomerRow) -> str:
    return f"{row.open_orders:,}" if row.open_orders else ""


def _busy(_row: CustomerRow) -> str:
    return "gold"
