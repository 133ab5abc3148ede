"""The pure decisions about orders: stages, amounts, promises and dues, disclosures."""

from jewelcrm.orders.rules.amounts import commission_line, line_amount, order_total, unit_price
from jewelcrm.orders.rules.disclosures import Missing, disclosures
from jewelcrm.orders.rules.stages import (
    KINDS,
    OPEN_STAGES,
    STAGES,
    TERMINAL,
    WAITING,
    days_in_stage,
    first_stage,
    is_open,
    next_stages,
    require_step,
)
from jewelcrm.orders.rules.terms import check_promise, rebalanced, schedule

__all__ = [
    "KINDS",
    "OPEN_STAGES",
    "STAGES",
    "TERMINAL",
    "WAITING",
    "Missing",
    "check_promise",
    "commission_line",
    "days_in_stage",
    "disclosures",
    "first_stage",
    "is_open",
    "line_amount",
    "next_stages",
    "order_total",
    "rebalanced",
    "require_step",
    "schedule",
    "unit_price",
]
