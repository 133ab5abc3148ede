"""What the Today page and the lists of follow-ups show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.types import Id
from jewelcrm.money import Money

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Who:
    """The customer of an item: whom to call, and how she likes to be served."""

    id: Id
    number: str
    name: str
    name_zh: str | None
    called: str | None  # the name she likes to be called by
    title: str | None
    phone: str | None  # E.164
    language: str | None
    tier: str | None
    service: tuple[str, ...]  # codes of customers.lists.SERVICES

    @property
    def no_calls(self) -> bool:
        """Whether she wants to be written to, not called."""
        return "no_calls" in self.service


@dataclass(frozen=True, slots=True)
class OrderBrief:
    """The order of an item. `late` is in days past the promise, `waiting` in days since ready."""

    id: Id
    number: str
    kind: str
    stage: str
    promised_on: dt.date | None
    rush: bool
    summary: str
    total: Money
    balance: Money
    late: int
    waiting: int
    customer: Who | None
    branch_id: Id | None = None
    """The branch that took it."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One follow-up as it stands today. Titles of rules are English words the window translates."""

    id: Id
    title: str
    body: str | None
    rule: str | None
    step: int | None  # days from the date the rule looks at; None when made by hand
    standing: str  # overdue | due | snoozed | coming | done | stopped
    due_on: dt.date
    days_late: int
    customer: Who | None
    order: OrderBrief | None
    amount: Money | None  # what is open of the due, else of the order; None: nothing
    assignee_id: Id | None
    assignee: str | None
    seen: bool
    snoozed_from: dt.date | None
    snooze_reason: str | None
    outcome: str | None
    outcome_note: str | None
    closed_at: dt.datetime | None
    closed_by: str | None
    created_at: dt.datetime
    assignee_zh: str | None = None


@dataclass(frozen=True, slots=True)
class MoneyDue:
    """A deposit, instalment or balance that is due."""

    order: OrderBrief
    kind: str
    due_on: dt.date
    amount: Money  # still open
    days_late: int


@dataclass(frozen=True, slots=True)
class Celebration:
    """A birthday or an anniversary soon. `day_known` is false when only the month is."""

    customer: Who
    kind: str
    on: dt.date
    days_until: int
    calendar: str
    years: int | None  # her age, or the years of marriage, on that day
    whose: str | None  # somebody else's day that she keeps
    day_known: bool
    may_greet: bool  # she agreed to marketing


@dataclass(frozen=True, slots=True)
class Section(Generic[T]):
    """The first items of a list, and how many there are; `more` when the count stopped early."""

    items: tuple[T, ...]
    total: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class TodayBoard:
    """All that a day at the counter begins with."""

    on: dt.date
    overdue: Section[FollowUp]
    due: Section[FollowUp]
    promised_today: Section[OrderBrief]
    ready_waiting: Section[OrderBrief]
    money_due: Section[MoneyDue]
    birthdays: Section[Celebration]
    unread: int

    @property
    def counts(self) -> dict[str, int]:
        """How many there are in each section, by its name."""
        return {
            "overdue": self.overdue.total,
            "due": self.due.total,
            "promised_today": self.promised_today.total,
            "ready_waiting": self.ready_waiting.total,
            "money_due": self.money_due.total,
            "birthdays": self.birthdays.total,
            "unread": self.unread,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFilter:
    """Which open follow-ups a list shows; what is left empty does not narrow it.

    `standings`: overdue, due, snoozed, coming.
    """

    standings: tuple[str, ...] = ()
    mine: bool = False
    rules: tuple[str, ...] = ()
    by_hand: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list; `next` is handed in as `after` to have the following one."""

    items: tuple[FollowUp, ...]
    total: int
    next: tuple[dt.date, Id] | None


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """A rule as the settings page shows it."""

    key: str
    name: str
    active: bool
    days: tuple[int, ...]
    declared_days: tuple[int, ...]
    marketing: bool
    to_manager: bool  # its last step goes to the manager
