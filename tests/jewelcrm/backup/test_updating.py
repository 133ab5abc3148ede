"""Before a store of an earlier release is brought up to this one, a checked point of it is made."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from db.backup.stopping import Stopped
from db.migrations import SCHEMA
from db.shop.connect import FILE_NAME, connect
from jewelcrm.access.opening import unlock
from jewelcrm.access.signin import enter, sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries, updating
from jewelcrm.backup.model import ByPassword
from jewelcrm.context import Context
from tests.conftest import PASSWORD
from tests.jewelcrm.backup.builders import names
from tests.jewelcrm.backup.test_stopping import Slow
from tests.old_stores import FOLDER

OLDEST = "0001"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER / OLDEST, tmp_path / "old"))


def test_the_point_is_of_the_store_as_it_was(old: Path):
    sign_in(old, "", PASSWORD).store.close()
    points = queries.points_in(old)
    assert [(point.why, point.state, point.schema) for point in points] == [
        ("migration", "checked", int(OLDEST))
    ]
    assert points[0].customers == 1
    assert not list(old.glob("before-update-*"))


def test_it_is_restored_and_brought_up_again(old: Path, tmp_path: Path):
    sign_in(old, "", PASSWORD).store.close()
    point = queries.points_in(old)[0]
    backup.restore(old, point.id, tmp_path / "back", ByPassword("", PASSWORD))
    ctx = sign_in(tmp_path / "back", "", PASSWORD)
    with closing(ctx.store), ctx.read() as conn:
        assert names(ctx) == ["Chan Tai Man"]
        assert conn.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA


def test_the_next_point_follows_it(old: Path):
    ctx = sign_in(old, "", PASSWORD)
    with closing(ctx.store):
        made = backup.back_up(ctx)
        first, second = reversed(queries.points(ctx))
        assert (first.seq, second.seq, second.id) == (1, 2, made.point.id)
        assert backup.verify(ctx, first.id, deep=True).whole
        assert backup.drill(ctx).passed


def test_where_none_can_be_made_the_file_is_copied_plainly(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(updating, "copy_into", full)
    sign_in(old, "", PASSWORD).store.close()
    copies = list(old.glob("before-update-*"))
    assert len(copies) == 1
    assert not list(old.glob("backups/points/*.json"))


def test_a_point_that_is_not_whole_is_not_relied_upon(old: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(updating.checks, "faults_of", lambda *_, **__: ["page 7"])
    sign_in(old, "", PASSWORD).store.close()
    assert len(list(old.glob("before-update-*"))) == 1


def test_a_store_of_today_makes_none(ctx: Context):
    assert queries.points(ctx) == []
    with closing(connect(ctx.store.folder / FILE_NAME, ctx.store.key)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA


@pytest.mark.parametrize("counted", [0, 1])
def test_a_stopped_one_leaves_the_store_as_it_was(
    counted: int, old: Path, monkeypatch: pytest.MonkeyPatch
):
    """In the copy, and in its check."""
    with monkeypatch.context() as patch:
        slow = Slow(patch, after=counted)
        with pytest.raises(Stopped, match="The store is as it was"):
            enter(old, unlock(old, "", PASSWORD), cancelled=slow.inside.is_set)
    assert [(one.why, one.state) for one in queries.points_in(old)] == (
        [("migration", "made")] * counted
    )
    assert not list(old.glob("before-update-*"))
    opened = unlock(old, "", PASSWORD).opened
    with closing(connect(old / FILE_NAME, opened.key)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == int(OLDEST)
    sign_in(old, "", PASSWORD).store.close()
    assert queries.points_in(old)[0].state == "checked"
