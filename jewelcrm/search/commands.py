"""Keeping the search index quick while nobody waits for it."""

from __future__ import annotations

from db.shop import search
from jewelcrm.access.doors import command
from jewelcrm.context import Context

MOST_STEPS = 2000


@command("search.use")
def tidy_all(ctx: Context) -> None:
    """Tidy until nothing is left, after a large import."""
    for _ in range(MOST_STEPS):
        if not tidy(ctx):
            return


@command("search.use")
def tidy(ctx: Context) -> bool:
    """A few milliseconds of tidying; True while there is more to do.

    Customers with new business become the newest ones, and the parts of the index are joined a
    little. For idle moments: each call is a short transaction of its own.
    """
    with ctx.work() as work:
        moved = search.catch_up(work.conn)
        return search.tidy(work.conn) or moved > 0
