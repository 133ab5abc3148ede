"""What a customer is when she is entered (New...) and when her card is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypedDict

from db.types import Id
from jewelcrm.customers.rules.collection import Step
from jewelcrm.customers.rules.consent import ConsentChoice, State
from jewelcrm.customers.rules.profile import Question
from jewelcrm.money import Money

# As it goes in ------------------------------------------------------------------------------


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


# As it comes out ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ContactView:
    """One way to reach her. `national` is how a person of that country reads the number."""

    id: Id
    kind: str
    value: str
    normal: str
    label: str | None
    preferred: bool
    checked: str | None
    national: str
    masked: str


@dataclass(frozen=True, slots=True)
class OccasionView:
    """A day of hers; `next_on` is when it comes next, `years` how many it will be then."""

    id: Id
    kind: str
    calendar: str
    year: int | None
    month: int
    day: int | None
    leap_month: bool
    whose: str | None
    note: str | None
    next_on: dt.date | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class RingSizeView:
    """The size of one finger: inner circumference and diameter in mm, and every system's label."""

    id: Id
    hand: str
    finger: str
    circumference: Decimal
    diameter: Decimal
    system: str
    label: str
    labels: Mapping[str, str]
    band_width: Decimal | None
    measured_on: dt.date | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PreferenceView:
    """Something she likes, cannot wear, or is called (a tag)."""

    id: Id
    kind: str
    value: str
    basis: str
    note: str | None


@dataclass(frozen=True, slots=True)
class WishView:
    """A piece she wishes for."""

    id: Id
    product_id: Id | None
    description: str
    occasion: str | None
    budget: Money | None
    wanted_by: dt.date | None
    state: str
    created_at: dt.datetime


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note; `corrects` names the one it replaces, `corrected` says it was replaced itself."""

    id: Id
    channel: str
    body: str
    author_id: Id | None
    author_name: str
    order_id: Id | None
    corrects: Id | None
    corrected: bool
    created_at: dt.datetime


@dataclass(frozen=True, slots=True)
class RelationView:
    """Another customer and what she is to this one."""

    id: Id
    customer_id: Id
    number: str
    name: str
    name_zh: str | None
    kind: str
    note: str | None


@dataclass(frozen=True, slots=True)
class MemberView:
    """Another customer of the same household."""

    customer_id: Id
    number: str
    name: str
    name_zh: str | None


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One line of the consent ledger."""

    id: Id
    purpose: str
    channel: str
    subject_class: str
    state: str
    source: str
    notice_version: str
    notice_language: str
    obtained_at: dt.datetime
    obtained_by: Id | None
    confirm_due: dt.date | None
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentView:
    """What she agreed to: in one word, by channel, and every line, newest first.

    `confirm_due` is the day by which a spoken consent must be confirmed in writing.
    """

    overall: State
    by_channel: Mapping[str, State]
    confirm_due: dt.date | None
    entries: tuple[ConsentEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCard:
    """Everything known of one customer but her orders, payments and follow-ups."""

    id: Id
    number: str
    title: str | None
    name: str
    name_zh: str | None
    preferred_name: str | None
    language: str | None
    gender: str | None
    district: str | None
    address: str | None
    country: str | None
    source: str | None
    tier: str | None
    owner_id: Id | None
    owner_name: str | None
    branch_id: Id | None
    branch_name: str | None
    household_id: Id | None
    household_name: str | None
    collection_step: str | None
    is_minor: bool
    external_key: str | None
    alert: str | None
    alert_until: dt.date | None
    merged_into: Id | None
    created_at: dt.datetime
    updated_at: dt.datetime
    archived_at: dt.datetime | None
    contacts: tuple[ContactView, ...] = ()
    occasions: tuple[OccasionView, ...] = ()
    ring_sizes: tuple[RingSizeView, ...] = ()
    preferences: tuple[PreferenceView, ...] = ()
    wishes: tuple[WishView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    relations: tuple[RelationView, ...] = ()
    household: tuple[MemberView, ...] = ()
    consent: ConsentView = field(default_factory=lambda: ConsentView("unknown", {}, None, ()))
    checklist: tuple[Step, ...] = ()
    next_question: Question | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """Her tags."""
        return tuple(one.value for one in self.preferences if one.kind == "tag")

    @property
    def services(self) -> tuple[str, ...]:
        """Codes of her service preferences, shown as icons."""
        return tuple(one.value for one in self.preferences if one.kind == "service")


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of a customer list."""

    id: Id
    number: str
    name: str
    name_zh: str | None
    phones: tuple[str, ...]
    tier: str | None
    owner_id: Id | None
    last_order_at: dt.datetime | None
    open_orders: int
    archived: bool


@dataclass(frozen=True, slots=True)
class DuplicateHint:
    """Somebody the shop knows who may be the one being entered; `why` are English templates."""

    customer_id: Id
    number: str
    name: str
    name_zh: str | None
    phone_masked: str
    why: tuple[str, ...]
    score: int

    @property
    def certain(self) -> bool:
        """True when a phone, e-mail or account agrees, not the name alone."""
        return self.score >= 60
