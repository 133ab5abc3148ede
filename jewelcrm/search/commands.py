"""Keeping the search index quick while nobody waits for it."""

from __future__ import annotations

from db.shop import search
from jewelcrm.access.doors import command
from jewelcrm.context import Context

MOST_STEPS = 4000
_MOVED, _JOINED = 100, 125  # customers and pages of one idle step: less than 0.1 s for a million


@command("search.use")
def tidy_all(ctx: Context) -> None:
    """Tidy until nothing is left, after a large import.

    Everybody with new business moves up first: each who moves is a new part to be joined.
    """
    for step in (_moved_up, _joined):
        for _ in range(MOST_STEPS):
            if not step(ctx):
                break


@command("search.use")
def tidy(ctx: Context) -> bool:
    """A short step of tidying; True while there is more to do.

    Customers with new business become the newest ones, and the parts of the index are joined a
    little. For idle moments: each call is a short transaction of its own.
    """
    with ctx.work() as work:
        moved = search.catch_up(work.raw, _MOVED)
        return search.tidy(work.raw, _JOINED) or moved > 0


def _moved_up(ctx: Context) -> bool:
    with ctx.work() as work:
        return search.catch_up(work.raw, 1000) > 0


def _joined(ctx: Context) -> bool:
    with ctx.work() as work:
        return search.tidy(work.raw, whole=True)
