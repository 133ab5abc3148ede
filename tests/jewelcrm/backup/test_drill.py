"""The restore drill: twenty records by the program's own queries, every scope's sum, and faults."""

from __future__ import annotations

import pytest

from db import digest
from db.shop import syncmembers
from db.tables import NUMBERS
from db.types import new_id
from jewelcrm.backup import commands as backup
from jewelcrm.backup import drilling, queries
from jewelcrm.context import Context
from tests.jewelcrm.backup.builders import a_customer, an_order


def test_twenty_records_are_read_by_the_windows_own_queries(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    for n in range(25):
        an_order(ctx, a_customer(ctx, f"Person {n}"))
    read: list[str] = []
    for name, module in (("card", drilling.customers), ("order", drilling.orders)):
        real = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda ctx, one, real=real, n=name: read.append(n) or real(ctx, one)
        )
    backup.back_up(ctx)
    done = backup.drill(ctx)
    assert (done.passed, done.read) == (True, 20)
    assert (read.count("card"), read.count("order")) == (10, 10)


def test_of_a_small_shop_all_there_are(ctx: Context):
    an_order(ctx, a_customer(ctx))
    backup.back_up(ctx)
    assert backup.drill(ctx).read == 2


def in_a_scope(ctx: Context, sum_: str | None = None) -> None:
    """This PC reads a scope with two rows; `sum_`: another sum than theirs."""
    ids = [new_id(), new_id()]
    with ctx.store.apply(now=ctx.clock.now()) as work:
        syncmembers.add_cursor(work.raw, "G:catalogue", None)
        no = syncmembers.cursors(work.raw)[0].no
        syncmembers.put(work.raw, [(no, NUMBERS["product"], i, 7, "P") for i in ids])
        total = digest.total(("product", i, 7, "P") for i in ids)
        syncmembers.set_digest(work.raw, no, 2, sum_ or digest.as_text(total))
        syncmembers.set_seq(work.raw, no, 40)


def test_each_scope_comes_to_its_sum_again(ctx: Context):
    in_a_scope(ctx)
    backup.back_up(ctx)
    assert backup.drill(ctx).passed


def test_a_scope_that_does_not_add_up_is_told(ctx: Context):
    in_a_scope(ctx, "1" * 32)
    backup.back_up(ctx)
    done = backup.drill(ctx)
    assert done.faults == ("what it holds of G:catalogue does not add up",)
    assert queries.status(ctx).light != "green"


@pytest.mark.parametrize(("seq", "passed"), [(40, False), (41, True)])
def test_another_sum_than_head_office_has_agreed_to_is_told(ctx: Context, seq: int, passed: bool):
    """Unless head office has said more since: then there is nothing to compare."""
    in_a_scope(ctx)
    backup.back_up(ctx)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        no = syncmembers.cursors(work.raw)[0].no
        syncmembers.set_digest(work.raw, no, 2, "2" * 32)
        syncmembers.set_seq(work.raw, no, seq)
    done = backup.drill(ctx)
    assert done.passed is passed
    assert passed or "agreed" in done.faults[0]
