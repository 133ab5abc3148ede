"""Reports that this PC prepares by itself: at opening, or daily, weekly, monthly.

A subscription runs in the name and with the rights of who wants it: once the right is gone it
prepares nothing more and says so. The paper lies in the encrypted store until it is read or
printed; a newer one of the same subscription takes its place after thirty. For windows and the
command line:

    subscribe(ctx, report, asked, every=, deliver=, purpose=)  unsubscribe(ctx, id)
    of_mine(ctx) -> Subscription...        prepared(ctx) -> Prepared... (the newest first)
    prepare_due(ctx, progress) -> int      # at sign-in and each hour, off the UI thread
    paper(ctx, prepared_id) -> bytes       # PDF to look at; marks it read
    to_print(ctx) -> Prepared...           printed(ctx, prepared_id, purpose) -> bytes: gate
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import get_args

from sqlalchemy import select

from db.shop.reporting import prepared as prepared_table
from db.shop.reporting import subscription as subscription_table
from db.types import Id, new_id
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix, Denied
from jewelcrm.extraction import Parcel, Second, print_out
from jewelcrm.extraction.rules import check_words
from jewelcrm.log import log
from jewelcrm.reports.asking import find, fitting
from jewelcrm.reports.figuring import opened
from jewelcrm.reports.model import Asked, Period, Progress
from jewelcrm.reports.outputs import writers
from jewelcrm.reports.periods import named
from jewelcrm.reports.subscribed import (
    Deliver,
    Every,
    Prepared,
    Subscription,
    read_back,
    told,
    written,
)

KEPT = 30
MOST_BYTES = 20_000_000
"""Of one paper; a longer report is run when it is wanted."""

_PERIOD_OF: Mapping[Every, str] = {
    "opening": "yesterday",
    "daily": "yesterday",
    "weekly": "last-week",
    "monthly": "last-month",
}
"""What a subscription is about when its turn comes."""


@command("reports.subscribe")
def subscribe(
    ctx: Context,
    report: str,
    asked: Asked,
    *,
    every: Every,
    deliver: Deliver = "queue",
    purpose: str = "",
) -> Id:
    """Prepare a report by itself from now on; its period follows from how often. Returns its id.

    Raises:
        CanFix: no such report, level, filter or rhythm; names without a purpose.
    """
    if every not in get_args(Every) or deliver not in get_args(Deliver):
        raise CanFix("Choose how often: opening, daily, weekly or monthly.", field="every")
    found, detail = find(report, asked.detail)
    wanted = fitting(found, detail, asked)
    if detail.sensitivity == "personal":
        check_words(purpose)
    row_id = new_id()
    with ctx.work("subscribed") as work:
        values = {
            "id": row_id,
            "staff_id": ctx.staff.id,
            "report": report,
            "asked": json.dumps(written(wanted)),
            "every": every,
            "deliver": deliver,
            "purpose": purpose.strip()[:300],
            "created_at": work.now,
        }
        work.conn.execute(subscription_table.insert().values(**values))
        work.audit("reports.subscribed", row_id, reason=f"{report}/{detail.name} {every}")
        work.touched.add("subscription")
    return row_id


@command("reports.subscribe")
def unsubscribe(ctx: Context, subscription_id: Id) -> None:
    """End one's own subscription; what it has prepared goes too.

    Raises:
        CanFix: it is not there, or somebody else's.
    """
    s, p = subscription_table, prepared_table
    with ctx.work("unsubscribed") as work:
        ended = work.conn.execute(
            s.update()
            .where(s.c.id == subscription_id, s.c.staff_id == ctx.staff.id, s.c.ended_at.is_(None))
            .values(ended_at=work.now)
        ).rowcount
        if not ended:
            raise CanFix("This subscription is not yours, or has ended.")
        work.conn.execute(p.delete().where(p.c.subscription == subscription_id))
        work.audit("reports.unsubscribed", subscription_id)
        work.touched.add("subscription")


@query("reports.subscribe")
def of_mine(ctx: Context) -> tuple[Subscription, ...]:
    """One's own subscriptions, the oldest first."""
    return tuple(one for one in _running(ctx) if one.staff_id == ctx.staff.id)


def _running(ctx: Context) -> list[Subscription]:
    s, p = subscription_table.c, prepared_table.c
    last = (
        select(p.turn).where(p.subscription == s.id).order_by(p.turn.desc()).limit(1)
    ).scalar_subquery()
    with ctx.read() as conn:
        found = conn.execute(
            select(subscription_table, last.label("last_turn"))
            .where(s.ended_at.is_(None))
            .order_by(s.id)
        ).mappings()
        return [read_back(row) for row in found]


@query("reports.subscribe")
def prepared(ctx: Context) -> tuple[Prepared, ...]:
    """What was prepared for this person, the newest first."""
    s, p = subscription_table.c, prepared_table.c
    with ctx.read() as conn:
        found = conn.execute(
            select(prepared_table, s.report, s.asked, p.paper.is_not(None).label("ready"))
            .join(subscription_table, s.id == p.subscription)
            .where(s.staff_id == ctx.staff.id, s.ended_at.is_(None))
            .order_by(p.at.desc(), p.id.desc())
        ).mappings()
        return tuple(map(told, found))


@query("reports.subscribe")
def to_print(ctx: Context) -> tuple[Prepared, ...]:
    """Papers of this person that are to be printed by themselves and were not yet."""
    wanted = {one.id for one in of_mine(ctx) if one.deliver == "print"}
    return tuple(
        one
        for one in prepared(ctx)
        if one.subscription_id in wanted and one.ready and one.printed_at is None
    )


@command("reports.subscribe")
def paper(ctx: Context, prepared_id: Id) -> bytes:
    """The PDF to look at in the window; it counts as read.

    Raises:
        CanFix: it is not there any more. Denied: the right to it has been withdrawn.
    """
    return _taken(ctx, prepared_id, "read")


@command("extraction.take")
def printed(ctx: Context, prepared_id: Id, *, second: Second | None = None) -> bytes:
    """The PDF for the printer: noted and counted as any paper is.

    Raises:
        CanFix: it is not there any more; more than one may take out alone.
        Denied: the right to it has been withdrawn.
    """
    one = next((each for each in prepared(ctx) if each.id == prepared_id), None)
    if one is None:
        raise _gone()
    whose = next(each for each in of_mine(ctx) if each.id == one.subscription_id)
    parcel = Parcel(
        what=f"{one.report}/{one.detail}",
        form="print",
        rows=one.rows,
        personal=one.personal,
        purpose=whose.purpose,
    )
    with print_out(ctx, parcel, second=second):
        return _taken(ctx, prepared_id, "printed")


def _gone() -> CanFix:
    return CanFix("This paper is not here any more. Run the report again.")


def _taken(ctx: Context, prepared_id: Id, how: str) -> bytes:
    from jewelcrm.reports.allowed import allowed_now

    p, s = prepared_table, subscription_table
    with ctx.work(f"paper {how}") as work:
        row = work.conn.execute(
            select(p.c.paper, s.c.report, s.c.asked)
            .join(s, s.c.id == p.c.subscription)
            .where(p.c.id == prepared_id, s.c.staff_id == ctx.staff.id)
        ).first()
        if row is None or row.paper is None:
            raise _gone()
        allowed_now(ctx, work.conn, *find(row.report, json.loads(row.asked)["detail"]))
        moment = {"read_at": work.now, "read_by": ctx.staff.id}
        if how == "printed":
            moment["printed_at"] = work.now
        work.conn.execute(p.update().where(p.c.id == prepared_id).values(**moment))
        work.touched.add("prepared")
        return bytes(row.paper)


@command("reports.subscribe")
def prepare_due(ctx: Context, progress: Progress | None = None) -> int:
    """Make every paper of this person whose turn has come and that is not there; returns how many.

    A PC that was off makes the last turn only, not each one it slept through.
    """
    made = 0
    for one in of_mine(ctx):
        turn = turn_of(one.every, ctx.today())
        if one.last_turn != turn:
            _prepare(ctx, one, turn, progress)
            made += 1
    return made


def turn_of(every: Every, today: dt.date) -> str:
    """The day a turn is known by: today, the Monday of the week, the first of the month."""
    if every == "weekly":
        return (today - dt.timedelta(days=today.weekday())).isoformat()
    return (today.replace(day=1) if every == "monthly" else today).isoformat()


def _prepare(ctx: Context, one: Subscription, turn: str, progress: Progress | None) -> None:
    report, _ = find(one.report, "")
    period = named(_PERIOD_OF[one.every], ctx.today())
    if not report.uses_period:
        period = Period(ctx.today(), ctx.today())
    asked = replace(one.asked, period=_ahead(ctx, one, period))
    values: dict[str, object] = {"rows": 0, "personal": 0, "paper": None, "problem": ""}
    try:
        with opened(ctx, one.report, asked, progress) as figures:
            stream = BytesIO()
            writers()["pdf"](figures, stream)
            values |= {"rows": figures.count, "paper": stream.getvalue()}
            values["personal"] = int(figures.detail.sensitivity == "personal")
    except (CanFix, Denied) as error:
        values["problem"] = str(error)
    if len(stream_bytes(values["paper"])) > MOST_BYTES:
        values |= {"paper": None, "problem": "The report is too long. Run it when it is wanted."}
    _keep(ctx, one, turn, values)
    log.info("report prepared", report=one.report, rows=values["rows"])


def stream_bytes(paper_: object) -> bytes:
    """The paper, or nothing."""
    return paper_ if isinstance(paper_, bytes) else b""


_LOOKS_AHEAD = frozenset({"occasions"})


def _ahead(ctx: Context, one: Subscription, period: Period) -> Period:
    """Birthdays are wanted before they come: as many days as lie behind, from today on."""
    if one.report not in _LOOKS_AHEAD:
        return period
    days = (period.until - period.since).days + 14
    return Period(ctx.today(), ctx.today() + dt.timedelta(days=days))


def _keep(ctx: Context, one: Subscription, turn: str, values: Mapping[str, object]) -> None:
    p = prepared_table
    with ctx.work("report prepared") as work:
        work.conn.execute(p.delete().where(p.c.subscription == one.id, p.c.turn == turn))
        work.conn.execute(
            p.insert().values(id=new_id(), subscription=one.id, turn=turn, at=work.now, **values)
        )
        newest = (
            select(p.c.id).where(p.c.subscription == one.id).order_by(p.c.turn.desc()).limit(KEPT)
        )
        old = p.c.id.not_in(newest.scalar_subquery())
        work.conn.execute(p.delete().where(p.c.subscription == one.id, old))
        work.touched.add("prepared")
