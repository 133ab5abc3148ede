"""The stages of each kind of order, as data: which step may follow which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from jewelcrm.errors import CanFix

KINDS = ("sale", "special", "custom", "repair")
CANCELLED = "cancelled"
TERMINAL = frozenset({"collected", "returned_unrepaired", CANCELLED})
"""Where an order ends. An uncollected repair is not over: the customer may still come."""

WAITING = frozenset({"ready", "notified", "uncollected"})
"""Finished and in our safe: the next step is the customer's."""

Steps = Mapping[str, tuple[str, ...]]

_SALE: Steps = {
    "draft": ("confirmed",),
    "confirmed": ("ready", "collected"),  # taken along at once
    "ready": ("collected",),
    "collected": (),
}
_SPECIAL: Steps = {
    "draft": ("confirmed",),
    "confirmed": ("in_work",),
    "in_work": ("ready",),
    "ready": ("collected", "in_work"),  # found faulty at the counter
    "collected": (),
}
_CUSTOM: Steps = {
    "draft": ("confirmed",),
    "confirmed": ("awaiting_approval", "in_work"),
    "awaiting_approval": ("in_work", "confirmed"),  # approved, or back to the drawing board
    "in_work": ("ready", "awaiting_approval"),  # wax or stones to be approved
    "ready": ("collected", "in_work"),
    "collected": (),
}
_REPAIR: Steps = {
    "draft": ("received",),
    "received": ("estimating", "in_work", "outsourced"),  # at a fixed price: no estimate
    "estimating": ("awaiting_approval", "in_work"),
    "awaiting_approval": ("in_work", "outsourced", "estimating", "returned_unrepaired"),
    "in_work": ("quality_check", "outsourced", "awaiting_approval", "returned_unrepaired"),
    "outsourced": ("quality_check", "in_work", "returned_unrepaired"),
    "quality_check": ("ready", "in_work", "outsourced"),
    "ready": ("notified", "collected", "in_work"),
    "notified": ("collected", "notified", "uncollected"),  # told once more
    "uncollected": ("collected", "notified"),
    "collected": (),
    "returned_unrepaired": (),
}


def _with_cancelling(steps: Steps) -> Steps:
    """`steps` and, from every open stage, cancelling."""
    whole = {
        stage: following if stage in TERMINAL else (*following, CANCELLED)
        for stage, following in steps.items()
    }
    return MappingProxyType({**whole, CANCELLED: ()})


STAGES: Mapping[str, Steps] = MappingProxyType(
    {
        "sale": _with_cancelling(_SALE),
        "special": _with_cancelling(_SPECIAL),
        "custom": _with_cancelling(_CUSTOM),
        "repair": _with_cancelling(_REPAIR),
    }
)
"""For each kind of order, the stages in their usual order, and the steps allowed from each."""

OPEN_STAGES = tuple(
    dict.fromkeys(stage for steps in STAGES.values() for stage in steps if stage not in TERMINAL)
)
"""Every stage of every kind in which something is still to be done."""

NEEDS_REASON = frozenset({CANCELLED, "returned_unrepaired"})


def next_stages(kind: str, stage: str) -> tuple[str, ...]:
    """Where an order of this kind may go from `stage`; nowhere from an unknown one."""
    return STAGES.get(kind, {}).get(stage, ())


def first_stage(kind: str, *, draft: bool = False) -> str:
    """Where a new order begins: confirmed, a repair received; or a draft."""
    if draft:
        return "draft"
    return "received" if kind == "repair" else "confirmed"


def is_open(stage: str) -> bool:
    return stage not in TERMINAL


def require_step(kind: str, stage: str, to_stage: str, reason: str | None = None) -> None:
    """Refuse a step that is not allowed, naming those that are, or one without its reason."""
    allowed = next_stages(kind, stage)
    if to_stage not in allowed:
        raise _not_allowed(stage, to_stage, allowed)
    if to_stage in NEEDS_REASON and not (reason or "").strip():
        raise CanFix("Say why: this step needs a reason.", field="reason")


def _not_allowed(stage: str, to_stage: str, allowed: tuple[str, ...]) -> CanFix:
    if not allowed:
        return CanFix(
            "This order is {stage}: it cannot be moved any more.",
            field="stage",
            stage=stage_name(stage),
            allowed=(),
        )
    return CanFix(
        "An order that is {stage} cannot become {to_stage}. It can become: {next}.",
        field="stage",
        stage=stage_name(stage),
        to_stage=stage_name(to_stage),
        next=", ".join(map(stage_name, allowed)),
        allowed=allowed,
    )


def stage_name(stage: str) -> str:
    """A stage in the words of the shop; the window translates them."""
    return _NAMES.get(stage) or stage.replace("_", " ").capitalize()


_NAMES = {"outsourced": "At the workshop", "notified": "Customer told"}


def days_in_stage(since: dt.datetime, now: dt.datetime) -> int:
    """Whole days an order has been where it is; never negative, whatever the clock did."""
    return max(0, (now - since).days)
