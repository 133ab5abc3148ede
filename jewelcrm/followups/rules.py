"""The rules that make follow-ups, declared once; and when a rung of their ladder is reached.

A rule looks at something with a date (a promise, a payment due, a birthday) and has a ladder of
steps in days from that date: negative is before, positive after. Only the last rung that today
has reached fires, once for each thing and date. All dates are business dates of the branch.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from db.types import Id

OPEN, DONE, STOPPED = "open", "done", "stopped"


class Look(StrEnum):
    """What a rule looks at."""

    PROMISE = "promise"  # the promised date of an order in work
    READY = "ready"  # an order waiting to be collected, since it became ready
    DUE = "due"  # a deposit, instalment or balance not yet paid
    OCCASION = "occasion"  # a birthday or an anniversary
    PURCHASE = "purchase"  # an order placed
    WISH = "wish"  # something on the wish list, wanted by a day
    CONSENT = "consent"  # a spoken consent that must be confirmed in writing
    QUICK_ADD = "quick_add"  # made at once by quick add, never looked for


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Words are English; the window translates them."""

    key: str
    name: str
    looks_at: Look
    days: tuple[int, ...]
    before: str
    after: str
    on: str = ""  # the day itself
    escalated: str = ""  # the last step, when it is for the manager
    for_another: str = ""  # the day of somebody else, kept on this customer's card
    of_kind: str = ""  # the kind of due or occasion
    grace: int = 0  # days after the last step that it is still worth telling
    marketing: bool = False  # only with the customer's consent (Cap. 486 s.35E)

    def title(self, step: int) -> str:
        """What the follow-up made at `step` is called."""
        if step < 0:
            return self.before
        return self.on or self.after if step == 0 else self.after


def _due(kind: str, name: str, words: str, days: tuple[int, ...]) -> Rule:
    return Rule(
        key=f"{kind}_due",
        name=name,
        looks_at=Look.DUE,
        of_kind=kind,
        days=days,
        before=f"{words} is due soon: remind the customer",
        on=f"{words} is due today: remind the customer",
        after=f"{words} is overdue: call the customer",
        escalated=f"{words} is overdue: manager to decide",
        grace=46,
    )


_LADDER = (-3, 0, 7, 14)  # features.md 84; the last rung is the manager's
_INSTALMENTS = (-7, -1, 1, 7)  # domain.md 3.9

_ALL = (
    Rule(
        key="promise_near",
        name="Promised date is near",
        looks_at=Look.PROMISE,
        days=(-2,),
        before="Promised date is near: check that it will be ready",
        after="Promised date has passed: tell the customer",
        grace=14,
    ),
    Rule(
        key="ready_waiting",
        name="Ready and not collected",
        looks_at=Look.READY,
        days=(3, 7, 14),
        before="Ready for collection: tell the customer",
        after="Ready and not collected: call the customer",
        grace=46,
    ),
    _due("deposit", "Deposit due", "Deposit", _LADDER),
    _due("instalment", "Instalment due", "Instalment", _INSTALMENTS),
    _due("balance", "Balance due", "Balance", _LADDER),
    Rule(
        key="birthday",
        name="Birthday",
        looks_at=Look.OCCASION,
        of_kind="birthday",
        days=(-7,),
        before="Birthday soon: send a greeting",
        on="Birthday today: send a greeting",
        after="Birthday: send a belated greeting",
        for_another="Birthday in the family soon: offer help with a gift",
        marketing=True,
    ),
    Rule(
        key="anniversary",
        name="Anniversary",
        looks_at=Look.OCCASION,
        of_kind="anniversary",
        days=(-7,),
        before="Anniversary soon: offer help with a gift",
        on="Anniversary today: send a greeting",
        after="Anniversary: send a belated greeting",
        marketing=True,
    ),
    Rule(
        key="after_purchase",
        name="Thank-you after a purchase",
        looks_at=Look.PURCHASE,
        days=(30,),
        before="After a purchase: thank the customer",
        after="After a purchase: thank the customer and offer a check and clean",
        grace=7,
        marketing=True,
    ),
    Rule(
        key="welcome",
        name="Welcome a new customer",
        looks_at=Look.QUICK_ADD,
        days=(3,),
        before="New customer: say welcome",
        after="New customer: say welcome and complete the card",
    ),
    Rule(
        key="consent_confirm",
        name="Spoken consent to confirm",
        looks_at=Look.CONSENT,
        days=(-10, -2),
        before="Spoken consent: send the confirmation in writing",
        on="Spoken consent: the confirmation in writing is due today",
        after="Spoken consent: the confirmation in writing is overdue",
        grace=30,
    ),
    Rule(
        key="wish_near",
        name="Wish wanted soon",
        looks_at=Look.WISH,
        days=(-14,),
        before="A wish is wanted soon: tell the customer what we have",
        on="A wish is wanted today: call the customer",
        after="A wish was wanted: call the customer",
        marketing=True,
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.key: rule for rule in _ALL})

MARKETING_RULES = frozenset(r.key for r in _ALL if r.marketing)

PAYMENT_RULES = frozenset(r.key for r in _ALL if r.looks_at is Look.DUE)
"""The rules whose reminders a paid balance stops."""

COLLECTION_RULES = frozenset({"promise_near", "ready_waiting"})
"""The rules whose reminders end when the order is collected."""

CONSENT_RULES = frozenset(r.key for r in _ALL if r.looks_at is Look.CONSENT)
"""The rules whose reminders end when nothing spoken is left to confirm (Cap. 486 s.35E)."""

ORDER_RULES = PAYMENT_RULES | COLLECTION_RULES

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "reached": "Reached",
        "left_message": "Left a message",
        "no_answer": "No answer",
        "promised": "Promised to pay or come",
        "bought": "Bought",
        "appointment": "Made an appointment",
        "refused": "Not interested",
        "wrong_number": "Wrong number",
        "not_needed": "Not needed",
        "done": "Done",
    }
)
"""How a person can close a follow-up, with the English words."""

STOPS: Mapping[str, str] = MappingProxyType(
    {
        "paid": "Paid",
        "collected": "Collected",
        "cancelled": "Order cancelled",
        "changed": "Date changed",
        "replaced": "Followed by the next reminder",
        "confirmed": "Confirmed in writing",
        "no_consent": "No consent to marketing",
        "rule_changed": "Rule changed",
        "rule_off": "Rule switched off",
        "customer_gone": "Customer archived",
    }
)
"""Why the program stopped a follow-up by itself."""


def words() -> list[str]:
    """Every English text of ours that a follow-up may show, for the window to translate."""
    titles = [
        text
        for rule in _ALL
        for text in (rule.name, rule.before, rule.on, rule.after, rule.escalated, rule.for_another)
    ]
    return list(
        dict.fromkeys(text for text in [*titles, *OUTCOMES.values(), *STOPS.values()] if text)
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule as this shop has it: on or off, with its own steps in ascending order."""

    rule: Rule
    days: tuple[int, ...]
    active: bool = True

    def window(self, today: dt.date) -> tuple[dt.date, dt.date]:
        """The first and last date of things that may fire today."""
        late = max(0, self.days[-1] + self.rule.grace)
        return today - dt.timedelta(days=late), today - dt.timedelta(days=self.days[0])

    def reached(self, anchor: dt.date, today: dt.date) -> int | None:
        """The last step that `today` has reached for a thing dated `anchor`, if any."""
        first, last = self.window(today)
        if not first <= anchor <= last:
            return None
        past = (today - anchor).days
        return max(step for step in self.days if step <= past)

    def for_manager(self, step: int) -> bool:
        """Whether this step is the last rung, which goes to the manager."""
        return bool(self.rule.escalated) and len(self.days) > 1 and step == self.days[-1] > 0

    def title(self, step: int) -> str:
        return self.rule.escalated if self.for_manager(step) else self.rule.title(step)


def plan(rule: Rule, days: Sequence[int] | None = None, *, active: bool = True) -> Plan:
    """The rule with the shop's own steps, or with those it was declared with."""
    return Plan(rule, tuple(sorted(set(days))) if days else rule.days, active)


def thing_key(rule: str, thing: Id, anchor: dt.date) -> str:
    """What a ladder stands for, without its steps: `balance_due:<order hex>:2026-11-30`."""
    return f"{rule}:{thing.hex()}:{anchor.isoformat()}"


def step_key(thing: str, step: int) -> str:
    """What makes one firing unique: `balance_due:<order hex>:2026-11-30:+7`."""
    return f"{thing}:{step:+d}"


def step_of(rule_key: str | None) -> int | None:
    """The step of a firing's key; None for a follow-up made by hand."""
    return int(rule_key.rpartition(":")[2]) if rule_key else None


def anchor_of(rule_key: str) -> dt.date:
    """The date of the thing that a firing's key stands for."""
    return dt.date.fromisoformat(rule_key.split(":")[2])


def firing_id(rule_key: str, anchor: dt.date) -> Id:
    """The record id of a firing, the same on every PC.

    Two PCs that are both offline make the same reminder; with one id it is one record when they
    meet, not two. The shape is a UUIDv7's, its time the anchor's midnight.
    """
    days = (anchor - dt.date(1970, 1, 1)).days
    tail = bytearray(hashlib.sha256(rule_key.encode()).digest()[:10])
    tail[0] = 0x70 | (tail[0] & 0x0F)
    tail[2] = 0x80 | (tail[2] & 0x3F)
    return max(0, days * 86_400_000).to_bytes(6, "big") + bytes(tail)


def standing(state: str, due_on: dt.date, today: dt.date, *, snoozed: bool) -> str:
    """How it stands today: overdue, due, snoozed, coming, done or stopped."""
    if state != OPEN:
        return state
    if due_on < today:
        return "overdue"
    if due_on == today:
        return "due"
    return "snoozed" if snoozed else "coming"
