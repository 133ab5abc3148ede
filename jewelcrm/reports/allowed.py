"""Who may see which report in which detail: by role, or because their department was granted it.

Nobody else may: what is not granted is denied, without asking anybody else's computer. A person's
role is read from the store each time, so that a right withdrawn meanwhile is gone at once.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from db.tables.people import staff
from db.tables.reporting import department_member, report_grant
from jewelcrm.access.catalogue import SALES, allows
from jewelcrm.context import Context
from jewelcrm.errors import Denied
from jewelcrm.reports.model import Detail, Report, Words

DEPARTMENTS: dict[str, Words] = {
    "sales": Words("Sales", "銷售"),
    "marketing": Words("Marketing", "市場推廣"),
    "service": Words("Service", "顧客服務"),
    "workshop": Words("Workshop", "工場"),
    "accounts": Words("Accounts", "會計"),
    "purchasing": Words("Purchasing", "採購"),
}
"""Every salesperson is in "sales"; who else is where is said by a manager."""


def role_now(ctx: Context, conn: Connection) -> str:
    """The role this person has at this moment; empty: none, the person was put away."""
    found = conn.execute(
        select(staff.c.role).where(
            staff.c.id == ctx.staff.id, staff.c.active, staff.c.archived_at.is_(None)
        )
    ).scalar()
    return str(found or "")


def may(ctx: Context, conn: Connection, action: str) -> bool:
    """True when the role the person has now may do the action, and the one signed in with too."""
    return ctx.allows(action) and allows(role_now(ctx, conn), action, in_chain=ctx.in_chain)


def levels(ctx: Context, conn: Connection, report: Report) -> tuple[Detail, ...]:
    """The levels of detail of a report that this person may see."""
    granted = _granted(ctx, conn, report.name)
    return tuple(one for one in report.details if one.name in granted or _by_role(ctx, conn, one))


def require(ctx: Context, conn: Connection, report: Report, detail: Detail) -> None:
    """Nothing, when this person may see the level.

    Raises:
        Denied: neither by role nor by department; written to the audit log.
    """
    try:
        allowed_now(ctx, conn, report, detail)
    except Denied:
        with ctx.work() as work:
            work.audit("reports.run", reason=f"{report.name}/{detail.name}", outcome="denied")
        raise


def allowed_now(ctx: Context, conn: Connection, report: Report, detail: Detail) -> None:
    """The same inside somebody's unit of work, which writes the refusal down itself.

    Raises:
        Denied: neither by role nor by department.
    """
    if not _by_role(ctx, conn, detail) and detail.name not in _granted(ctx, conn, report.name):
        raise Denied("reports.run")


def _by_role(ctx: Context, conn: Connection, detail: Detail) -> bool:
    named = detail.sensitivity == "personal"
    return may(ctx, conn, "reports.personal" if named else "reports.run")


def _granted(ctx: Context, conn: Connection, report: str) -> set[str]:
    g = report_grant.c
    here = departments(ctx, conn)
    found = conn.execute(
        select(g.detail).where(
            g.report == report,
            g.department.in_(here),
            g.branch_id == ctx.branch.id,
            g.archived_at.is_(None),
        )
    ).scalars()
    return set(found) if here else set()


def departments(ctx: Context, conn: Connection) -> list[str]:
    """The departments this person belongs to here; none once the person was put away."""
    role, m = role_now(ctx, conn), department_member.c
    if not role:
        return []
    found = conn.execute(
        select(m.department).where(m.staff_id == ctx.staff.id, m.archived_at.is_(None))
    ).scalars()
    return sorted({*found, *(["sales"] if SALES in {role, ctx.staff.role} else [])})
