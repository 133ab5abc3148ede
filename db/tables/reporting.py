"""What a department may see: reports, granted level by level, and who belongs to it."""

from __future__ import annotations

from sqlalchemy import String

from db.tables.base import field, index, record, ref

report_grant = record(
    "report_grant",  # put away: withdrawn
    field("department", String(20), nullable=False),
    field("report", String(40), nullable=False),
    field("detail", String(40), nullable=False),
)
index(report_grant, "department")

department_member = record(
    "department_member",
    field("department", String(20), nullable=False),
    ref("staff_id", "staff", nullable=False),
)
index(department_member, "staff_id")
