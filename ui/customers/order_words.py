"""Follow-ups and what orders are for, in words, wherever a customer's business is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from jewelcrm.followups.rules import OUTCOMES, RULES, STOPS
from ui.i18n import N_, later
from ui.orders.words import kind_word

if TYPE_CHECKING:
    from jewelcrm.followups.model import FollowUp

STANDINGS = {
    "overdue": N_("Overdue"),
    "due": N_("Due today"),
    "snoozed": N_("Put off"),
    "coming": N_("Coming"),
    "done": N_("Done"),
    "stopped": N_("Stopped"),
}
STANDING_TONES = {
    "overdue": "danger",
    "due": "accent",
    "snoozed": "gold",
    "coming": "info",
    "done": "ok",
    "stopped": "muted",
}


class Staged(Protocol):
    """An order as far as its kind and stage go."""

    @property
    def kind(self) -> str: ...
    @property
    def stage(self) -> str: ...
    @property
    def summary(self) -> str: ...


def order_title(order: Staged) -> str:
    """What the order is for: its first line, or its kind."""
    return order.summary or kind_word(order.kind)


def standing_words(standing: str) -> str:
    """Overdue, due today ..."""
    return later(STANDINGS.get(standing, standing))


def rule_words(rule: str | None) -> str:
    """The rule that made a follow-up; empty when a person did."""
    known = RULES.get(rule or "")
    return later(known.name) if known else rule or ""


def outcome_words(outcome: str | None) -> str:
    """How it was closed, or why it stopped."""
    return later(OUTCOMES.get(outcome or "") or STOPS.get(outcome or "") or outcome or "")


def followup_title(one: FollowUp) -> str:
    """What is to be done, in words."""
    return title_words(one.title, one.rule)


def title_words(title: str, rule: str | None) -> str:
    """A rule's title is ours to translate, a person's stays as it was typed."""
    return later(title) if rule else title
