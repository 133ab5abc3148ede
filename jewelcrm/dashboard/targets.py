"""What a manager wants of a month, by measure: one figure for the branch, on all of its PCs.

Two PCs may set the same target before they hear of each other: the later one counts, and what is
set next puts the other away. Before there was a table each PC kept its own; `carry_over` brings
those along, once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from db.tables.reporting import target
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.dashboard.model import MEASURES
from jewelcrm.errors import CanFix

_OLD = "dashboard_targets"
_MOST = {"money": 10**13, "count": 10**7, "share": 10_000}


@dataclass(frozen=True, slots=True)
class _Row:
    id: Id
    measure: str
    monthly: int


@query("reports.ask")
def targets(ctx: Context) -> dict[str, int]:
    """The targets there are: a month's figure by the measure's name."""
    with ctx.read() as conn:
        return kept(conn, ctx.branch.id)


def kept(conn: Connection, branch: Id) -> dict[str, int]:
    """The branch's targets, within a reading; those of before the table where it has none."""
    rows = {row.measure: row.monthly for row in reversed(_rows(conn, branch))}
    found = {**_old(conn), **rows}
    return {name: value for name, value in found.items() if value and name in MEASURES}


def _rows(conn: Connection, branch: Id) -> Sequence[_Row]:
    """The latest first; what was taken away stands as nothing."""
    t = target.c
    found = conn.execute(
        select(t.id, t.measure, t.monthly)
        .where(t.branch_id == branch, t.archived_at.is_(None))
        .order_by(t.updated_at.desc(), t.id.desc())
    )
    return [_Row(*row) for row in found]


def _old(conn: Connection) -> dict[str, int]:
    """What this PC kept for itself before there was a table."""
    row = conn.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (_OLD,)).first()
    found = json.loads(str(row[0])) if row is not None else {}
    return {name: int(value) for name, value in found.items()}


@command("settings.edit")
def set_targets(ctx: Context, wanted: Mapping[str, int | None]) -> None:
    """Say what each of these measures should be in a month; None or 0 takes a target away.

    Raises:
        CanFix: a measure has no target, or the figure cannot be reached by anybody.
    """
    for name, value in wanted.items():
        _check(name, value)
    with ctx.work("targets") as work:
        before = _old(work.conn)
        _put(work, ctx.branch.id, {**_not_there(work.conn, ctx.branch.id, before), **wanted})
        _forget_old(work)
        work.audit("dashboard.targets", columns=sorted(wanted))


@command("settings.edit")
def carry_over(ctx: Context) -> bool:
    """Bring along what this PC kept for itself, where the branch has no target yet; True if any."""
    with ctx.read() as conn:
        if not _old(conn):
            return False
    with ctx.work("targets") as work:
        wanted = _not_there(work.conn, ctx.branch.id, _old(work.conn))
        _put(work, ctx.branch.id, wanted)
        _forget_old(work)
        work.audit("dashboard.targets", columns=sorted(wanted))
    return True


def _not_there(conn: Connection, branch: Id, old: Mapping[str, int]) -> dict[str, int]:
    known = {row.measure for row in _rows(conn, branch)}
    return {name: n for name, n in old.items() if name in MEASURES and n and name not in known}


def _put(work: Work, branch: Id, wanted: Mapping[str, int | None]) -> None:
    rows = _rows(work.conn, branch)
    for name, value in wanted.items():
        mine = [row for row in rows if row.measure == name]
        for other in mine[1:]:
            work.archive(target, other.id)
        if not mine and value:
            work.insert(target, measure=name, monthly=value)
        elif mine and mine[0].monthly != (value or 0):
            work.update(target, mine[0].id, monthly=value or 0)


def _forget_old(work: Work) -> None:
    work.raw.execute("DELETE FROM setting WHERE key = ?", (_OLD,))
    work.touched.update(("setting", "target"))


def _check(name: str, value: int | None) -> None:
    measure = MEASURES.get(name)
    if measure is None or not measure.targeted:
        raise CanFix("There is no target of this kind.", field=name)
    if value is not None and not 0 <= value <= _MOST[measure.unit]:
        raise CanFix("This target cannot be reached. Type a smaller figure.", field=name)
