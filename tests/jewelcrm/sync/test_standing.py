"""A shop of its own is told so without the engine that it does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from db.shop import syncchanges
from jewelcrm.context import Context
from jewelcrm.sync.queries import status
from jewelcrm.sync.standing import alone
from tests.builders import a_kept_customer


def test_a_shop_of_its_own_stands_as_the_long_answer_says(ctx: Context) -> None:
    short, long = alone(ctx), status(ctx)
    assert short is not None
    assert (short.enrolled, short.state) == (long.enrolled, long.state) == (False, "stand_alone")


def test_asking_it_loads_neither_the_engine_nor_the_wire() -> None:
    code = (
        "import sys, jewelcrm.sync.standing;"
        "heavy = {'jewelcrm.wire', 'msgspec', 'jewelcrm.history'};"
        "print(sorted(heavy.intersection(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_was_saved_at_once_waits_as_one_act(ctx: Context) -> None:
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE change SET pushed_at = 1")
    for _ in range(3):
        a_kept_customer(ctx)

    found = status(ctx)

    assert found.acts_pending == 3
    assert found.pending > 3


def test_very_many_acts_are_told_from_the_oldest(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE change SET pushed_at = 1")
    for _ in range(6):
        a_kept_customer(ctx)
    rows = status(ctx).pending
    monkeypatch.setattr(syncchanges, "_EXACT", rows // 2)

    found = status(ctx)

    assert (found.pending, found.acts_pending) == (rows, 6)
