"""A shop's backups over some weeks in one go, and the plug pulled at a named step.

Usage: python -m tests.end2end.backup_child FOLDER STICK STEP TIMES; kills itself when the step is
reached for the n-th time.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from db.backup import steps
from db.shop import keys, osring
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup.model import ByPassword, Target
from jewelcrm.context import Context
from tests.conftest import NOON, PASSWORD, SetClock
from tests.jewelcrm.backup.builders import a_customer


def weeks(folder: Path, stick: Path) -> None:
    """Points, a stick, old ones going, and a restore at the end."""
    clock = SetClock(NOON)
    ctx = sign_in(folder, "", PASSWORD, clock=clock)
    backup.set_targets(ctx, [Target("folder", str(stick))])
    for _ in range(2):
        _a_day(ctx, clock)
    clock.move(days=40)
    for _ in range(3):
        _a_day(ctx, clock)
    backup.prune(ctx)
    clock.move(days=2)
    last = backup.back_up(ctx)
    backup.prune(ctx)
    ctx.store.close()
    backup.restore(stick, last.point.id, folder, ByPassword("", PASSWORD), clock=clock)


def _a_day(ctx: Context, clock: SetClock) -> None:
    for n in range(20):
        a_customer(ctx, f"Person Number{n}")
    backup.back_up(ctx)
    clock.move(hours=5)


def pull_the_plug(step: str, times: int) -> None:
    """Kill this process when the step is reached for the n-th time."""
    left = [times]

    def hook(name: str) -> None:
        left[0] -= name == step
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    steps.watch(hook)


if __name__ == "__main__":
    keys.POLICY = keys.Cost(memory=64, passes=1)
    osring.find = lambda: None
    pull_the_plug(sys.argv[3], int(sys.argv[4]))
    weeks(Path(sys.argv[1]), Path(sys.argv[2]))
