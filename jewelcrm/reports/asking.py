"""What somebody asked for, by the names people and scripts use."""

from __future__ import annotations

from sqlalchemy import select

from db.tables.people import branch
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Detail, Report


def find(name: str, detail: str) -> tuple[Report, Detail]:
    """A report and one of its levels of detail; the shortest when `detail` is empty.

    Raises:
        CanFix: there is no such report or level.
    """
    report = reports().get(name)
    if report is None:
        raise CanFix(
            "“{name}” is no report. Take one of: {known}.",
            field="report",
            name=name,
            known=", ".join(reports()),
        )
    level = report.detail(detail) if detail else report.details[0]
    if level is None:
        raise CanFix(
            "“{name}” has no level of detail “{detail}”. Take one of: {known}.",
            field="detail",
            name=name,
            detail=detail,
            known=", ".join(one.name for one in report.details),
        )
    return report, level


def branch_coded(ctx: Context, code: str) -> Id:
    """The branch of that code.

    Raises:
        CanFix: this PC knows of no such branch.
    """
    with ctx.read() as conn:
        found = conn.execute(select(branch.c.id).where(branch.c.code == code.upper())).scalar()
    if found is None:
        raise CanFix("This PC knows of no branch “{code}”.", field="branch", code=code)
    return bytes(found)
