"""What departments may see, and what a month should bring: grants, members, targets."""

from __future__ import annotations

from sqlalchemy import BigInteger, String

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

target = record(
    "target",
    field("measure", String(20), nullable=False),  # net_sales | orders | average | takings ...
    field("monthly", BigInteger, nullable=False),  # cents, a number, or hundredths of a per cent
)
