"""Many histories in a row; by hand: `python -m tests.end2end.sync.running FIRST COUNT`.

Without numbers it looks for the histories in which the broken protocols are noticed.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.end2end.sync.history import LONG, History

ENOUGH = 3


@dataclass
class Outcome:
    """What some histories came to."""

    histories: int = 0
    transactions: int = 0
    conflicts: int = 0
    put_aside: int = 0
    faults: list[tuple[int, list[str]]] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.histories += other.histories
        self.transactions += other.transactions
        self.conflicts += other.conflicts
        self.put_aside += other.put_aside
        self.faults += other.faults


def play(
    first: int,
    count: int,
    *,
    steps: int | None = None,
    watch: bool | None = None,
    enough: int = ENOUGH,
) -> Outcome:
    """Histories of these seeds, until some are wrong."""
    came = Outcome()
    for seed in range(first, first + count):
        history = History(seed, steps=steps, watch=watch)
        found = _played(history)
        came.histories += 1
        came.transactions += _count(history, "applied_tx")
        came.conflicts += _count(history, "conflict")
        came.put_aside += _count(history, "quarantine")
        if found:
            came.faults.append((seed, found[:4]))
        if len(came.faults) >= enough:
            break
    return came


def _played(history: History) -> list[str]:
    try:
        return history.run()
    except Exception as error:  # noqa: BLE001 - whatever breaks is a fault of this history
        return [repr(error), traceback.format_exc()[-1500:]]


def _count(history: History, table: str) -> int:
    with contextlib.suppress(AttributeError):
        return history.store.slot.raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return 0


def caught(mutant: str, most: int, first: int = 0) -> tuple[int, list[str]] | None:
    """The number of histories in which a broken protocol is noticed, and how; None: it is not."""
    from tests.end2end.sync.mutants import MUTANTS

    with pytest.MonkeyPatch.context() as patch:
        MUTANTS[mutant](patch)
        came = play(first, most, steps=LONG, watch=True, enough=1)
    return (came.histories, came.faults[0][1]) if came.faults else None


def _notice(path: Path, most: int = 400) -> None:
    """Write down for each broken protocol the first seed in which it is noticed."""
    from tests.end2end.sync.mutants import MUTANTS

    known: dict[str, int] = json.loads(path.read_text()) if path.exists() else {}
    for mutant in sorted(MUTANTS):
        if mutant in known and caught(mutant, 1, known[mutant]):
            continue
        known.pop(mutant, None)
        if found := caught(mutant, most):
            known[mutant] = found[0] - 1
        print(mutant, known.get(mutant, "not noticed"), flush=True)
        path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    os.nice(10)  # the rest of the suite comes first
    if len(sys.argv) > 1:
        print(json.dumps(play(int(sys.argv[1]), int(sys.argv[2])).__dict__))
    else:
        _notice(Path(__file__).with_name("noticed.json"))
