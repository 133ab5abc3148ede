"""A shop of its own is told so without the engine that it does not need."""

from __future__ import annotations

import subprocess
import sys

from jewelcrm.context import Context
from jewelcrm.sync.queries import status
from jewelcrm.sync.standing import alone


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
