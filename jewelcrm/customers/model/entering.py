"""What a customer and the parts of her card are when they are entered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict

from db.types import Id
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContact:
    """A way to reach her, as it was given."""

    kind: str
    value: str
    label: str | None = None
    preferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOccasion:
    """A birthday or another day; year and day may be unknown, `whose` is empty for her own."""

    kind: str
    month: int
    day: int | None = None
    year: int | None = None
    calendar: str = "solar"
    leap_month: bool = False
    whose: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRingSize:
    """The size of one finger as she said it ("HK 14"); `band_width` in mm."""

    hand: str
    finger: str
    size: str
    band_width: Decimal | None = None
    measured_on: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPreference:
    """Something she likes, cannot wear, or is called (a tag)."""

    kind: str
    value: str
    basis: str = "stated"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWish:
    """A piece she wishes for."""

    description: str
    product_id: Id | None = None
    occasion: str | None = None
    budget: Money | None = None
    wanted_by: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCustomer:
    """A customer as she is entered. One name in either script and one contact are needed.

    `intake` says where the record is begun (walk_in, phone, web) and so which form holds.
    """

    name: str = ""
    name_zh: str | None = None
    title: str | None = None
    preferred_name: str | None = None
    language: str | None = None
    gender: str | None = None
    district: str | None = None
    address: str | None = None
    country: str | None = None
    source: str | None = None
    tier: str | None = None
    owner_id: Id | None = None
    household_id: Id | None = None
    is_minor: bool | None = None
    external_key: str | None = None
    alert: str | None = None
    alert_until: dt.date | None = None
    contacts: tuple[NewContact, ...] = ()
    occasions: tuple[NewOccasion, ...] = ()
    ring_sizes: tuple[NewRingSize, ...] = ()
    preferences: tuple[NewPreference, ...] = ()
    wishes: tuple[NewWish, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    consent: ConsentChoice | None = None
    intake: str = "walk_in"


class CustomerChanges(TypedDict, total=False):
    """What may be changed on the card itself; the lists on it have commands of their own."""

    name: str
    name_zh: str | None
    title: str | None
    preferred_name: str | None
    language: str | None
    gender: str | None
    district: str | None
    address: str | None
    country: str | None
    source: str | None
    tier: str | None
    owner_id: Id | None
    branch_id: Id | None
    is_minor: bool | None
    external_key: str | None
    alert: str | None
    alert_until: dt.date | None


class ContactChanges(TypedDict, total=False):
    """What may be changed of a contact."""

    value: str
    label: str | None
    preferred: bool
    checked: str | None
