"""What the card of a customer is when it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from db.types import Id
from jewelcrm.customers.rules.collection import Step
from jewelcrm.customers.rules.consent import State
from jewelcrm.customers.rules.profile import Question
from jewelcrm.money import Money


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
    author_name_zh: str | None = None


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
    owner_name_zh: str | None = None
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
    forbidden: frozenset[str] = frozenset()
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
