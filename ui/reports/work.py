"""What the page asks of the shop, off the UI thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ui.background import Cancelled
from ui.format import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.dashboard.behind import Named
    from jewelcrm.reports.branches import Known
    from jewelcrm.reports.model import Asked, Figures, Report, Words
    from jewelcrm.reports.queries import Listed
    from jewelcrm.reports.subscribed import Deliver, Every, Prepared, Subscription
    from jewelcrm.reports.waiting import Waiting
    from ui.background import Job, Progress


@dataclass(frozen=True)
class Catalogue:
    """What may be asked for, and of which branches."""

    listed: Sequence[Listed]
    branches: Sequence[Known]
    papers: int  # that wait for a printer
    unread: int  # of those that were prepared by themselves
    subscribes: bool  # whether anything is


@dataclass(frozen=True)
class Shelf:
    """What was prepared for this person, and by which subscriptions."""

    papers: Sequence[Prepared]
    running: Sequence[Subscription]


class Run:
    """A report on its way: what is asked, and how to stop it in the middle of a statement."""

    def __init__(self, ctx: Context, name: str, asked: Asked) -> None:
        self.ctx, self.name, self.asked = ctx, name, asked
        self.job: Job | None = None
        self._thread = 0

    def __call__(self, progress: Progress) -> Figures:
        from db.errors import Interrupted
        from jewelcrm.reports import queries

        self._thread = threading.get_ident()
        try:
            figures = queries.run(self.ctx, self.name, self.asked, progress)
        except Interrupted as error:
            raise Cancelled from error
        if progress.cancelled:
            raise Cancelled
        return figures

    def stop(self) -> None:
        """Ask it to stop; asked again until it has, since it may stand between two statements."""
        if self.job is not None:
            self.job.cancel()
        if self._thread:
            self.ctx.store.interrupt(self._thread)


def catalogue(ctx: Context) -> Catalogue:
    """The reports of this person, and the branches this PC knows of."""
    from jewelcrm.reports.branches import branches
    from jewelcrm.reports.queries import listing

    shelf = prepared(ctx) if ctx.allows("reports.subscribe") else Shelf((), ())
    unread = sum(one.read_at is None for one in shelf.papers)
    found = listing(ctx)
    return Catalogue(found, branches(ctx), len(waiting(ctx)), unread, bool(shelf.running))


def prepared(ctx: Context) -> Shelf:
    """Papers and what makes them."""
    from jewelcrm.reports import subscriptions

    return Shelf(subscriptions.prepared(ctx), subscriptions.of_mine(ctx))


def subscribe(
    ctx: Context, name: str, asked: Asked, *, every: str, deliver: str, purpose: str
) -> Id:
    """Prepare it from now on, the first one at once."""
    from jewelcrm.reports import subscriptions

    made = subscriptions.subscribe(
        ctx,
        name,
        asked,
        every=cast("Every", every),
        deliver=cast("Deliver", deliver),
        purpose=purpose,
    )
    subscriptions.prepare_due(ctx)
    return made


def unsubscribe(ctx: Context, subscription_id: Id) -> None:
    """No more of it."""
    from jewelcrm.reports import subscriptions

    subscriptions.unsubscribe(ctx, subscription_id)


def paper(ctx: Context, prepared_id: Id) -> bytes:
    """To look at."""
    from jewelcrm.reports import subscriptions

    return subscriptions.paper(ctx, prepared_id)


def to_printer(ctx: Context, prepared_id: Id) -> bytes:
    """To print: noted as gone."""
    from jewelcrm.reports import subscriptions

    return subscriptions.printed(ctx, prepared_id)


def printer(ctx: Context) -> str:
    """The printer that reports are bound to; the first one when there is none."""
    from jewelcrm.settings import get
    from ui.payments import printers

    return str(get(ctx, "report_printer")) or next(iter(printers.names()), "")


def choices(ctx: Context, report: Report) -> Mapping[str, Sequence[tuple[str, str]]]:
    """What each of a report's filters may be, and what that is called; nothing: any text."""
    from jewelcrm.reports.queries import choices as found

    return {one.name: found(ctx, report.name, one.name) for one in report.filters if one.options}


def named(ctx: Context, numbers: Sequence[str]) -> Named:
    """Whom a report's rows are about."""
    from jewelcrm.dashboard.behind import named as found

    return found(ctx, numbers)


def waiting(ctx: Context) -> Sequence[Waiting]:
    """Papers that did not come out."""
    from jewelcrm.reports import waiting as papers

    return papers.waiting(ctx)


def drop(ctx: Context, paper_id: Id) -> None:
    """A paper is wanted no more."""
    from jewelcrm.reports import waiting as papers

    papers.drop(ctx, paper_id)


def asked_words(name: str, asked: Asked, say: Callable[[Words], str]) -> str:
    """By what a report is narrowed, and the paper it is wanted on."""
    from jewelcrm.reports import codes
    from jewelcrm.reports.catalogue import reports

    report = reports().get(name)
    titles = {one.name: say(one.title) for one in report.filters} if report is not None else {}
    narrowed = [
        labelled(titles.get(key, key), codes.say(key, value, asked.language))
        for key, value in asked.filters.items()
    ]
    return "  ·  ".join([*narrowed, asked.paper])


def title_of(name: str, detail: str, say: Callable[[Words], str]) -> str:
    """A report and its level in words; the bare name of one that is there no more."""
    from jewelcrm.reports.catalogue import reports

    report = reports().get(name)
    if report is None:
        return name
    level = report.detail(detail)
    words = [report.title, *((level.title,) if level is not None else ())]
    return "  ·  ".join(say(one) for one in words)
