"""Pulling the plug at every step of a backup, of tidying, and of a restore: nothing is half."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.backup.steps import STEPS
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from tests.conftest import NOON, PASSWORD, PROVE, ROOT, SetClock, Shop
from tests.end2end.test_kill import reopened

ROUNDS = 25 if PROVE else 1
SOME = STEPS if PROVE else (*random.Random(5).sample(STEPS, 4), "present set aside")
pytestmark = [pytest.mark.slow, pytest.mark.prove]


@pytest.mark.timeout(3600 if PROVE else 300)
@pytest.mark.parametrize("step", dict.fromkeys(SOME))
def test_a_kill_at_any_step_leaves_whole_points_and_a_whole_store(
    shop: Shop, tmp_path: Path, step: str
):
    for n in range(ROUNDS):
        folder, stick = tmp_path / f"shop-{n}", tmp_path / f"stick-{n}"
        shutil.copytree(shop.folder, folder)
        stick.mkdir()
        # what comes once in all is killed at its first time only
        assert killed(folder, stick, step, 1 + n % 3) or n % 3
        look_after(folder, stick)
        shutil.rmtree(folder)
        shutil.rmtree(stick)


def killed(folder: Path, stick: Path, step: str, times: int) -> bool:
    command = [sys.executable, "-m", "tests.end2end.backup_child"]
    done = subprocess.run(
        [*command, str(folder), str(stick), step, str(times)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, -9}, done.stderr
    return done.returncode == -9


def look_after(folder: Path, stick: Path) -> None:
    """The store opens whole, every point that is listed is whole, the next backup is made."""
    clock = SetClock(NOON)
    clock.move(days=45)
    first = sign_in(folder, "", PASSWORD, clock=clock)  # ends a restore that was cut short
    first.store.close()
    reopened(Shop(folder, "")).store.close()
    ctx = sign_in(folder, "", PASSWORD, clock=clock)
    for point in queries.points(ctx):
        assert point.state != "damaged", point.trouble
        assert backup.verify(ctx, point.id, deep=point.target == "local").whole
    made = backup.back_up(ctx)
    assert made.verified
    assert not made.warnings
    assert backup.drill(ctx).passed
    ctx.store.close()
    for place in (folder, stick):
        assert not list(place.rglob("*.part"))
        assert not list(place.rglob("check-*"))
    assert not list(folder.glob("restoring*"))
