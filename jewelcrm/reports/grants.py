"""What departments may see: granted and withdrawn level by level, by whoever may, and noted."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db.tables.people import staff
from db.tables.reporting import department_member, report_grant
from db.types import Id
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.reports.allowed import DEPARTMENTS
from jewelcrm.reports.asking import find


@dataclass(frozen=True, slots=True)
class Grant:
    """A level of detail of a report that a department may see here."""

    department: str
    report: str
    detail: str


@dataclass(frozen=True, slots=True)
class Member:
    """Who belongs to a department besides what their role says."""

    department: str
    staff_id: Id
    name: str


@query("reports.grant")
def grants(ctx: Context) -> tuple[Grant, ...]:
    """Everything that is granted at this branch, by department and report."""
    g = report_grant.c
    with ctx.read() as conn:
        found = conn.execute(
            select(g.department, g.report, g.detail)
            .where(g.archived_at.is_(None), g.branch_id == ctx.branch.id)
            .distinct()
            .order_by(g.department, g.report, g.detail)
        )
        return tuple(Grant(*row) for row in found)


@query("reports.grant")
def members(ctx: Context) -> tuple[Member, ...]:
    """Who belongs to which department; the sales staff belong to "sales" without being named."""
    m = department_member.c
    with ctx.read() as conn:
        found = conn.execute(
            select(m.department, m.staff_id, staff.c.name)
            .join(staff, staff.c.id == m.staff_id)
            .where(m.archived_at.is_(None))
            .distinct()
            .order_by(m.department, staff.c.name)
        )
        return tuple(Member(*row) for row in found)


@command("reports.grant")
def grant(ctx: Context, *, department: str, report: str, detail: str) -> None:
    """Let a department see a level of detail; granting it twice changes nothing.

    Raises:
        CanFix: no such department, report or level.
    """
    _require_department(department)
    find(report, detail or "?")
    with ctx.work("report granted") as work:
        if not _granted(work.conn, ctx, (department, report, detail)):
            work.insert(report_grant, department=department, report=report, detail=detail)
        work.audit("reports.granted", reason=f"{department}: {report}/{detail}")


@command("reports.grant")
def withdraw(ctx: Context, *, department: str, report: str, detail: str) -> None:
    """Take it back; whoever runs the report just now gets no file.

    Raises:
        CanFix: it was not granted.
    """
    with ctx.work("report withdrawn") as work:
        found = _granted(work.conn, ctx, (department, report, detail))
        for row_id in found:
            work.archive(report_grant, row_id)
        work.audit("reports.withdrawn", reason=f"{department}: {report}/{detail}")
    if not found:
        raise CanFix(
            "The department “{department}” may not see this anyway.", department=department
        )


@command("reports.grant")
def join_department(ctx: Context, *, department: str, staff_id: Id) -> None:
    """Somebody works for the department from now on.

    Raises:
        CanFix: no such department.
    """
    _require_department(department)
    with ctx.work("joined department") as work:
        if not _memberships(work.conn, department, staff_id):
            work.insert(department_member, department=department, staff_id=staff_id)
        work.audit("reports.joined", staff_id, reason=department)


@command("reports.grant")
def leave_department(ctx: Context, *, department: str, staff_id: Id) -> None:
    """They no longer do."""
    with ctx.work("left department") as work:
        for row_id in _memberships(work.conn, department, staff_id):
            work.archive(department_member, row_id)
        work.audit("reports.left", staff_id, reason=department)


def _require_department(department: str) -> None:
    if department not in DEPARTMENTS:
        raise CanFix(
            "“{department}” is no department. Take one of: {known}.",
            field="department",
            department=department,
            known=", ".join(DEPARTMENTS),
        )


def _granted(conn: Connection, ctx: Context, what: tuple[str, str, str]) -> list[Id]:
    g = report_grant.c
    department, report, detail = what
    found = conn.execute(
        select(g.id).where(
            g.department == department,
            g.report == report,
            g.detail == detail,
            g.branch_id == ctx.branch.id,
            g.archived_at.is_(None),
        )
    ).scalars()
    return list(found)


def _memberships(conn: Connection, department: str, staff_id: Id) -> list[Id]:
    m = department_member.c
    found = conn.execute(
        select(m.id).where(
            m.department == department, m.staff_id == staff_id, m.archived_at.is_(None)
        )
    ).scalars()
    return list(found)
