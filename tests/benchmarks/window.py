"""From the start of the program to a list one can use; the longest stall; the memory.

The bare limit is a PySide6 window with a table, opened on the same file with the same password,
in the same run, the two in turns. Both run as programs of their own, from bytecode as an installed
program does. The password is given as soon as the window is there; a third program takes the time
a person takes to type it, a fourth does a day's work squeezed into a minute.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from tests.benchmarks.figures import BUILD, PASSWORD, Figure, big_store, percentile

ROUNDS = 5
DAYS = 3
BYTECODE = BUILD / "bytecode"


def run(scale: int) -> list[dict[str, object]]:
    """Start both a few times; medians."""
    big_store(scale).store.close()
    folder = str(BUILD / f"store-{scale}")
    _child("typed", folder)  # makes the bytecode
    turns = [[_child(kind, folder) for kind in ("ours", "bare", "typed")] for _ in range(ROUNDS)]
    ours, bare, typed = (list(rows) for rows in zip(*turns, strict=True))
    days = [_child("day", folder) for _ in range(DAYS)]
    for row in bare:
        row["from the password"] = row["usable"] - row["painted"]

    def middle(rows: list[dict[str, float]], key: str) -> float:
        return percentile([row[key] for row in rows], 0.5)

    return [
        Figure("first paint", middle(ours, "painted"), middle(bare, "painted"), 700, "ms").row(),
        Figure(
            "start to usable list (sign-in included)",
            middle(ours, "usable"),
            middle(bare, "usable"),
            1.5,
            "ms",
            ratio=True,
        ).row(),
        Figure(
            "typed password to usable list",
            middle(typed, "from the password"),
            middle(bare, "from the password"),
            1.5,
            "ms",
            ratio=True,
        ).row(),
        *(
            Figure(f"longest {name}", middle(days, name), None, 50, "ms").row()
            for name in days[0]
            if name.startswith("stall")
        ),
        *(
            Figure(name, middle(days, key), middle(bare, "memory"), 250, "MB").row()
            for name, key in (
                ("memory of the window in use", "memory"),
                ("memory at rest, all tidied", "memory at rest"),
                ("most memory at any time", "most memory"),
                ("memory with the dashboard's charts", "memory with charts"),
            )
        ),
    ]


def _child(kind: str, folder: str) -> dict[str, float]:
    env = {
        **os.environ,
        "BENCH_START": str(time.time()),
        "BENCH_PASSWORD": PASSWORD,
        "PYTHONPYCACHEPREFIX": str(BYTECODE),
    }
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.window_child", kind, folder],
        env=env,
        stdout=subprocess.PIPE,  # what goes wrong in it is said where the figures are
        text=True,
        check=True,
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer
