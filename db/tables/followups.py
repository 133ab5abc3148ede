"""Reminders and follow-ups: what somebody should do for a customer, and by when."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, String, Text

from db.columns import Day, Instant
from db.tables.base import CONTACT, field, index, record, ref

followup = record(
    "followup",
    ref("customer_id", "customer"),
    ref("order_id", "sales_order"),
    field("rule", String(30)),  # empty: made by hand
    field("rule_key", String(120)),  # what the rule fired for: the same thing never fires twice
    field("title", String(200), nullable=False),
    field("body", Text, cls=CONTACT),
    field("due_on", Day, nullable=False),
    ref("assignee_id", "staff"),
    field("state", String(10), nullable=False),  # open | done | stopped
    field("outcome", String(30)),  # reached | left_message | no_answer | bought | refused ...
    field("outcome_note", Text, cls=CONTACT),
    field("closed_at", Instant),
    ref("closed_by", "staff"),
    field("snooze_reason", String(200)),
    field("snoozed_from", Day),  # the date before it was put off
    field("seen_at", Instant),
)
index(followup, "customer_id")
index(followup, "order_id", where="order_id IS NOT NULL")
index(followup, "state", "due_on")
index(followup, "closed_at", where="closed_at IS NOT NULL")
index(followup, "rule_key", where="rule_key IS NOT NULL")

followup_rule = record(
    "followup_rule",
    field("rule", String(30), nullable=False),
    field("active", Boolean, nullable=False),
    field("days", Integer, nullable=False),  # before (promise, due, birthday) or after (bought)
)
