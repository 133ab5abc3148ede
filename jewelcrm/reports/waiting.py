"""Papers that wait for a printer: what was asked is kept, never the paper itself.

The printer was off or had no paper. When it is tried again the report is run again, by the person
who asked and with her rights of that moment; names lie in no queue meanwhile.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import Connection

from db.types import Id, new_id
from db.work import Work
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.reports.model import Asked, Figures, Period, paper_named

_KEY = "papers_waiting"
_MOST = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper to print again: the report, what was asked of it, and why it did not come out."""

    id: Id
    report: str
    asked: Asked
    purpose: str
    trouble: str
    at: dt.datetime
    staff_id: Id


@query("reports.ask")
def waiting(ctx: Context) -> tuple[Waiting, ...]:
    """One's own papers, the oldest first."""
    with ctx.read() as conn:
        kept = _kept(conn)
    return tuple(one for one in kept if one.staff_id == ctx.staff.id)


@command("reports.ask")
def keep(ctx: Context, figures: Figures, *, purpose: str, trouble: str) -> Id:
    """Keep what was asked; the same question takes the place of an older one. Returns its id.

    `trouble` is the sentence that the person was told.
    """
    paper = Waiting(
        id=new_id(),
        report=figures.report.name,
        asked=figures.asked,
        purpose=purpose,
        trouble=trouble,
        at=ctx.clock.now(),
        staff_id=ctx.staff.id,
    )
    with ctx.work("paper kept") as work:
        others = [one for one in _kept(work.conn) if not _same(one, paper)]
        _put(work, [*others, paper][-_MOST:])
    return paper.id


@command("reports.ask")
def drop(ctx: Context, paper_id: Id) -> None:
    """It came out, or is wanted no more."""
    with ctx.work("paper dropped") as work:
        _put(work, [one for one in _kept(work.conn) if one.id != paper_id])


def _same(one: Waiting, other: Waiting) -> bool:
    return (one.report, one.asked, one.staff_id) == (other.report, other.asked, other.staff_id)


def _kept(conn: Connection) -> list[Waiting]:
    row = conn.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (_KEY,)).first()
    return [_read(one) for one in json.loads(str(row[0]))] if row is not None else []


def _put(work: Work, papers: list[Waiting]) -> None:
    work.raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (_KEY, json.dumps([_written(one) for one in papers])),
    )
    work.touched.add("setting")


def _written(one: Waiting) -> dict[str, str]:
    asked = one.asked
    return {
        "id": one.id.hex(),
        "report": one.report,
        "detail": asked.detail,
        "since": asked.period.since.isoformat(),
        "until": asked.period.until.isoformat(),
        "branch": asked.branch.hex() if asked.branch else "",
        "currency": asked.currency,
        "language": asked.language,
        "paper": asked.paper,
        "filters": json.dumps(dict(asked.filters)),
        "purpose": one.purpose,
        "trouble": one.trouble,
        "at": one.at.isoformat(),
        "staff": one.staff_id.hex(),
    }


def _read(kept: dict[str, str]) -> Waiting:
    since, until = (dt.date.fromisoformat(kept[key]) for key in ("since", "until"))
    asked = Asked(
        detail=kept["detail"],
        period=Period(since, until),
        branch=bytes.fromhex(kept["branch"]) or None,
        currency=kept["currency"],
        language=kept["language"],
        filters=json.loads(kept.get("filters", "{}")),
        paper=paper_named(kept.get("paper", "")),
    )
    return Waiting(
        id=bytes.fromhex(kept["id"]),
        report=kept["report"],
        asked=asked,
        purpose=kept["purpose"],
        trouble=kept["trouble"],
        at=dt.datetime.fromisoformat(kept["at"]),
        staff_id=bytes.fromhex(kept["staff"]),
    )
