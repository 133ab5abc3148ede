"""Words, colours and pictures of orders: kinds, stages, steps, services, ways of collecting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ui.catalogue.words import word_of
from ui.format import day_words
from ui.i18n import N_, later, t, tn

if TYPE_CHECKING:
    from jewelcrm.orders.model import OrderRow
    from ui.shell.desk import Desk

KINDS = (
    ("sale", N_("Sale")),
    ("special", N_("Special order")),
    ("custom", N_("Custom order")),
    ("repair", N_("Repair")),
)
STAGES = (
    ("draft", N_("Draft")),
    ("confirmed", N_("Confirmed")),
    ("received", N_("Received")),
    ("estimating", N_("Estimating")),
    ("awaiting_approval", N_("Awaiting approval")),
    ("in_work", N_("In work")),
    ("outsourced", N_("At the workshop")),
    ("quality_check", N_("Quality check")),
    ("ready", N_("Ready")),
    ("notified", N_("Customer told")),
    ("uncollected", N_("Uncollected")),
    ("collected", N_("Collected")),
    ("returned_unrepaired", N_("Returned unrepaired")),
    ("cancelled", N_("Cancelled")),
)
# What the button says that moves an order there.
STEPS = (
    ("confirmed", N_("Confirm")),
    ("received", N_("Take in")),
    ("estimating", N_("Estimate")),
    ("awaiting_approval", N_("Ask the customer")),
    ("in_work", N_("Start work")),
    ("outsourced", N_("Send to workshop")),
    ("quality_check", N_("Check quality")),
    ("ready", N_("Ready for collection")),
    ("notified", N_("Customer was told")),
    ("uncollected", N_("Nobody came")),
    ("collected", N_("Hand over")),
    ("returned_unrepaired", N_("Return unrepaired")),
    ("cancelled", N_("Cancel order")),
)
SERVICES = (
    ("resize", N_("Resizing")),
    ("polishing", N_("Cleaning and polishing")),
    ("rhodium_plating", N_("Rhodium plating")),
    ("prongs", N_("Prongs re-tipped or tightened")),
    ("stone_setting", N_("Stone setting")),
    ("stone_replacement", N_("Stone replacement")),
    ("soldering", N_("Soldering")),
    ("restring", N_("Restringing")),
    ("engraving", N_("Engraving")),
    ("remake", N_("Melting and remaking")),
    ("watch", N_("Watch battery or strap")),
    ("appraisal", N_("Appraisal")),
    ("other", N_("Other work")),
)
PICKUPS = (
    ("branch", N_("At this shop")),
    ("other_branch", N_("At another shop")),
    ("courier", N_("By courier")),
    ("home", N_("Brought home")),
    ("proxy", N_("Somebody else comes")),
)
CHANNELS = (("counter", N_("Counter")), ("phone", N_("Phone")), ("online", N_("Online")))

_BACK = {
    ("notified", "notified"): N_("Told once more"),
    ("awaiting_approval", "confirmed"): N_("Back to the drawing board"),
    ("awaiting_approval", "estimating"): N_("Estimate anew"),
    ("ready", "in_work"): N_("Back to work"),
    ("quality_check", "in_work"): N_("Back to work"),
    ("outsourced", "in_work"): N_("Back to work"),
}
_TONES = {
    "confirmed": "info",
    "received": "info",
    "estimating": "gold",
    "awaiting_approval": "gold",
    "in_work": "accent",
    "outsourced": "accent",
    "quality_check": "accent",
    "ready": "ok",
    "notified": "ok",
    "uncollected": "danger",
    "cancelled": "danger",
    "returned_unrepaired": "danger",
}
_ICONS = {
    "sale": "cash-register",
    "special": "package-variant",
    "custom": "diamond-stone",
    "repair": "hammer-wrench",
}
_OVER = frozenset({"collected", "returned_unrepaired", "cancelled"})


def kind_word(kind: str) -> str:
    """Sale, special order, custom order or repair."""
    return word_of(KINDS, kind)


def kind_source(kind: str) -> str:
    """The English words of a kind, for widgets that translate themselves."""
    return next((words for key, words in KINDS if key == kind), kind)


def pickup_words(pickup: str | None) -> str:
    """How it will be collected; nothing when that was not asked."""
    return t("Collected: {how}", how=word_of(PICKUPS, pickup)) if pickup else ""


def kind_icon(kind: str) -> str:
    """A picture of the kind."""
    return _ICONS.get(kind, "order")


def stage_word(stage: str) -> str:
    """Where an order is."""
    return word_of(STAGES, stage)


def stage_source(stage: str) -> str:
    """The English words of a stage, for widgets that translate themselves."""
    return next((words for key, words in STAGES if key == stage), stage)


def in_order(stages: Iterable[str]) -> list[str]:
    """Stages in the order in which work goes on, whatever the kinds."""
    usual = [key for key, _words in STAGES]
    return sorted(stages, key=lambda stage: usual.index(stage) if stage in usual else 99)


def step_source(stage: str, before: str = "") -> str:
    """The English words on the button that moves an order to `stage`."""
    if (before, stage) in _BACK:
        return _BACK[before, stage]
    return next((words for key, words in STEPS if key == stage), stage)


def stage_tone(stage: str) -> str:
    """The pill colour of a stage."""
    return _TONES.get(stage, "muted")


def service_word(service: str | None) -> str:
    """What is to be done to a piece."""
    return later(N_("Commission")) if service == "commission" else word_of(SERVICES, service)


def customer_word(name: str | None, name_zh: str | None) -> str:
    """Who it is for; a sale may be to nobody we know."""
    return name or name_zh or t("Walk-in customer")


def promise_words(row: OrderRow, today: dt.date) -> str:
    """today, 24 Nov, or "3 days late"."""
    if row.promised_on is None:
        return ""
    if row.late:
        return tn("{n} days late", (today - row.promised_on).days, one=N_("{n} day late"))
    return day_words(row.promised_on, today)


def promise_tone(row: OrderRow, today: dt.date) -> str:
    """Red when late, gold when it is soon, quiet otherwise."""
    if row.late:
        return "danger"
    if row.promised_on is None or row.stage in _OVER:
        return "muted"
    return "gold" if (row.promised_on - today).days <= 1 else "muted"


def stay_words(days: int) -> str:
    """How long it has been where it is."""
    return tn("{n} days", days, one=N_("{n} day")) if days else t("today")


def in_stage_words(days: int) -> str:
    """The same in a sentence: In this stage for 12 days."""
    return tn("for {n} days", days, one=N_("for {n} day")) if days else t("since today")


def today_at(desk: Desk) -> dt.date:
    """Today at the branch; lists may be painted once more while nobody is signed in."""
    return desk.ctx.today() if desk.ctx is not None else dt.date.min


def over(stage: str) -> bool:
    """Whether nothing more will happen to an order."""
    return stage in _OVER
