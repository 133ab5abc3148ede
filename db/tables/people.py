"""Branches and the people who work in them."""

from __future__ import annotations

from sqlalchemy import Boolean, String

from db.tables.base import CONTACT, field, record

branch = record(
    "branch",
    field("code", String(8), nullable=False),
    field("name", String(120), nullable=False),
    field("name_zh", String(120)),
    field("region", String(60)),
    field("address", String(300)),
    field("address_zh", String(300)),
    field("phone", String(40)),
    field("currency", String(3), nullable=False),
    field("time_zone", String(40), nullable=False),
)

staff = record(
    "staff",
    field("login", String(60), nullable=False),
    field("name", String(120), nullable=False),
    field("name_zh", String(60)),
    field("role", String(20), nullable=False),  # administrator | manager | sales
    field("language", String(10)),
    field("phone", String(40), cls=CONTACT),
    field("active", Boolean, nullable=False),
)
