"""Orders, payments and follow-ups in words, wherever a customer's business is shown."""

from __future__ import annotations

from typing import Protocol

from jewelcrm.followups.model import FollowUp
from jewelcrm.followups.rules import OUTCOMES, RULES, STOPS
from ui.i18n import N_, later

KINDS = {
    "sale": N_("Sale"),
    "special": N_("Special order"),
    "custom": N_("Custom order"),
    "repair": N_("Repair"),
}
STAGES = {
    "draft": N_("Draft"),
    "confirmed": N_("Confirmed"),
    "received": N_("Received"),
    "estimating": N_("Estimating"),
    "awaiting_approval": N_("Awaiting approval"),
    "in_work": N_("In work"),
    "outsourced": N_("At the workshop"),
    "quality_check": N_("Quality check"),
    "ready": N_("Ready"),
    "notified": N_("Ready, customer told"),
    "uncollected": N_("Not collected"),
    "collected": N_("Collected"),
    "returned_unrepaired": N_("Returned unrepaired"),
    "cancelled": N_("Cancelled"),
}
_TONES = {
    "ready": "ok",
    "notified": "ok",
    "uncollected": "gold",
    "collected": "muted",
    "cancelled": "danger",
    "draft": "muted",
    "returned_unrepaired": "muted",
}
PAYMENTS = {
    "deposit": N_("Deposit"),
    "instalment": N_("Instalment"),
    "balance": N_("Balance"),
    "refund": N_("Refund"),
}
METHODS = {
    "cash": N_("Cash"),
    "card": N_("Card"),
    "fps": N_("FPS"),
    "octopus": N_("Octopus"),
    "transfer": N_("Bank transfer"),
    "cheque": N_("Cheque"),
    "alipay_hk": N_("AlipayHK"),
    "wechat_pay": N_("WeChat Pay"),
    "unionpay": N_("UnionPay"),
    "gold_trade_in": N_("Gold trade-in"),
    "voucher": N_("Voucher"),
}
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


def kind_words(kind: str) -> str:
    """Repair 維修 and so on, in the language of the person."""
    return later(KINDS.get(kind, kind))


def stage_words(stage: str) -> str:
    """Where an order stands."""
    return later(STAGES.get(stage, stage))


def stage_tone(stage: str) -> str:
    """The pill colour of a stage."""
    return _TONES.get(stage, "info")


def order_icon(kind: str) -> str:
    """The picture of a kind of order."""
    return {"repair": "repair", "custom": "ring", "special": "diamond-stone"}.get(kind, "sale")


def order_title(order: Staged) -> str:
    """What the order is for: its first line, or its kind."""
    return order.summary or kind_words(order.kind)


def payment_words(kind: str) -> str:
    """Deposit, balance ..."""
    return later(PAYMENTS.get(kind, kind))


def method_words(method: str) -> str:
    """Cash, FPS ..."""
    return later(METHODS.get(method, method))


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
    """A rule's title is ours to translate, a person's stays as it was typed."""
    return later(one.title) if one.rule else one.title
