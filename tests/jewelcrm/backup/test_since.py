"""What would be gone if the store went back to a moment."""

from __future__ import annotations

import datetime as dt

from db.tables.customers import customer
from jewelcrm.backup.since import since
from jewelcrm.context import Context


def test_an_act_that_makes_many_is_never_told_as_fewer_changes_than_what_it_made(ctx: Context):
    before = ctx.clock.now() - dt.timedelta(minutes=1)
    with ctx.work("import") as work:
        for one in range(40):
            work.insert(customer, number=work.next_number(), name=f"Chan Tai Man {one}")
    found = since(ctx, before)
    assert (found.changes, found.customers, found.orders) == (40, 40, 0)
