"""A point is made while people work, is checked, and costs what changed."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as cipher

from db.backup import copying, frozen, steps
from db.backup.copying import Source, copy_into
from db.backup.stopping import Stopped
from db.backup.vault import Vault
from db.cipher import connect
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from jewelcrm.context import Context
from tests.jewelcrm.backup.builders import a_customer, an_order


def test_a_backup_is_made_checked_and_listed(ctx: Context):
    made = backup.back_up(ctx)
    assert made.verified
    [point] = queries.points(ctx)
    assert point.id == made.point.id
    assert point.state == "checked"
    assert (point.branch, point.letter, point.why) == ("HK01", "A", "now")
    assert "recovery" in point.ways


def test_the_light_is_not_green_before_a_backup_was_tried_out(ctx: Context):
    assert queries.status(ctx).light == "amber"
    backup.back_up(ctx)
    assert queries.status(ctx).light == "amber"


def test_a_second_backup_costs_what_changed(ctx: Context):
    first = backup.back_up(ctx)
    second = backup.back_up(ctx)
    assert second.point.added < first.point.added / 2
    assert second.point.seq == first.point.seq + 1


def test_a_stopped_copy_lets_go_of_its_reader_first(ctx: Context, tmp_path: Path):
    ended: list[str] = []
    long = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    def counts(raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
        try:
            raw.execute(long).fetchone()
        except cipher.Error as error:
            ended.append(str(error))
        return {}, {}

    source = Source(ctx.store.path, ctx.store.key, counts)
    with Vault(tmp_path / "vault") as vault, pytest.raises(Stopped):
        copy_into(vault, source, cancelled=lambda: True)
    assert ended == ["interrupted"]


def test_not_even_a_second_ctrl_c_closes_the_reader_under_the_hands_of_who_counts(
    ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    ended, joined = threading.Event(), threading.Thread.join
    presses = [KeyboardInterrupt, KeyboardInterrupt]

    def counts(_raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
        time.sleep(0.3)
        ended.set()
        return {}, {}

    def join(thread: threading.Thread, timeout: float | None = None) -> None:
        if thread.name == "backup count" and presses:
            raise presses.pop()
        joined(thread, timeout)

    monkeypatch.setattr(threading.Thread, "join", join)
    source = Source(ctx.store.path, ctx.store.key, counts)
    with Vault(tmp_path / "vault") as vault, pytest.raises(KeyboardInterrupt):
        copy_into(vault, source)
    assert ended.is_set()


def test_whoever_writes_without_a_pause_does_not_keep_a_backup_from_being_made(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    tries: list[bool] = []
    stopped = frozen._stopped

    def late(stop: cipher.Connection) -> bool:
        """The first three times somebody else is let in."""
        with closing(connect(ctx.store.path, ctx.store.key)) as other:
            if len(tries) < 3:
                other.execute("BEGIN IMMEDIATE")
            tries.append(stopped(stop))
            return tries[-1]

    monkeypatch.setattr(copying, "works_in", lambda _folder: True)
    monkeypatch.setattr(frozen, "_stopped", late)
    with Vault(ctx.store.folder / "vault") as vault:
        copy_into(vault, Source(ctx.store.path, ctx.store.key, lambda _raw: ({}, {})))
    assert tries == [False, False, False, True]


def test_where_the_quick_way_does_not_hold_a_second_file_is_made_while_people_write(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copying, "works_in", lambda _folder: False)
    monkeypatch.setattr(copying, "frozen", lambda *_: pytest.fail("the quick way"))
    customer = a_customer(ctx)
    an_order(ctx, customer)
    steps.watch(lambda step: an_order(ctx, customer) if step == "frozen" else None)
    try:
        made = backup.back_up(ctx)
    finally:
        steps.watch(None)
    assert (made.verified, made.point.orders) == (True, 1)
    assert backup.drill(ctx).passed
    assert not list(ctx.store.folder.rglob("copy-*"))
