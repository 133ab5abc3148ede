"""Keeping the search index quick while nobody waits for it."""

from __future__ import annotations

from db.shop import search
from jewelcrm.access.doors import command
from jewelcrm.context import Context


@command("search.use")
def tidy(ctx: Context) -> bool:
    """A few milliseconds of tidying; True while there is more to do.

    Customers with new business become the newest ones, and the parts of the index are joined a
    little. For idle moments: each call is a short transaction of its own.
    """
    with ctx.work() as work:
        moved = search.catch_up(work.conn)
        return search.tidy(work.conn) or moved > 0
