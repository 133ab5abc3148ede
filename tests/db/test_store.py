"""The store on disk: encrypted, whole, and plain-spoken when it is not."""

import random
import shutil
import threading
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from db.errors import Damaged, Interrupted, NewerStore, Refused, StoreError, in_our_words
from db.shop import walcheck
from db.shop.connect import FILE_NAME, connect
from db.shop.walcheck import lost_commits
from db.store import Store
from db.tables.customers import customer
from jewelcrm.access.signin import sign_in
from tests.builders import the_writer
from tests.conftest import PASSWORD, PROVE, SetClock, Shop

FLIPS = 2000 if PROVE else 60


def a_filled_store(ctx, customers=300):
    with ctx.work("test") as work:
        numbers = work.next_numbers(customers)
        work.insert_many(customer, ({"number": n, "name": f"Marker Person {n}"} for n in numbers))


def test_two_units_of_work_at_once_both_arrive(ctx):
    threads = [threading.Thread(target=a_filled_store, args=(ctx, 50)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with ctx.read() as conn:
        assert conn.exec_driver_sql("SELECT count(DISTINCT number) FROM customer").scalar() == 200


def test_a_unit_of_work_inside_another_is_a_mistake(ctx):
    with pytest.raises(RuntimeError, match="inside another"), ctx.work(), ctx.work():
        pass


def test_a_reader_cannot_write(ctx):
    with pytest.raises(StoreError), ctx.read() as conn:
        conn.exec_driver_sql("UPDATE pc SET letter = 'Z'")


def test_those_who_listen_hear_which_tables_a_commit_touched(ctx):
    heard = []
    stop = ctx.store.on_commit(heard.append)
    a_filled_store(ctx, 1)
    stop()
    a_filled_store(ctx, 1)
    assert heard == [frozenset({"customer"})]


def test_a_read_that_nobody_waits_for_any_more_can_be_stopped(ctx):
    me = threading.get_ident()
    threading.Timer(0.2, lambda: ctx.store.interrupt(me)).start()
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT max(x) FROM n"
    with pytest.raises(Interrupted), ctx.read() as conn:
        conn.exec_driver_sql(endless).fetchall()


def test_stopping_a_read_that_was_closed_just_now_is_no_fault(ctx):
    over = connect(ctx.store.path, ctx.store.key, read_only=True)
    over.close()
    ctx.store._reading[0] = over
    ctx.store.interrupt(0)


def test_a_store_can_be_closed_while_a_commit_begins_the_first_checkpoint(
    ctx, shop: Shop, monkeypatch
):
    store = Store(shop.folder, ctx.store.key)
    beginning, start = threading.Event(), threading.Thread.start

    def slowly(thread):
        if thread.name == "checkpoint":
            beginning.set()
            time.sleep(0.3)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", slowly)
    commit = threading.Thread(target=store._checkpointer._start, name="commit")
    commit.start()
    assert beginning.wait(30)
    store.close()
    commit.join(30)
    assert not any(thread.name == "checkpoint" for thread in threading.enumerate())


def test_the_log_is_empty_after_closing(shop: Shop):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    a_filled_store(ctx)
    ctx.store.close()
    log = shop.folder / (FILE_NAME + "-wal")
    assert not log.exists() or log.stat().st_size == 0


@pytest.mark.prove
def test_every_flipped_bit_is_noticed(shop: Shop, tmp_path: Path):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    a_filled_store(ctx)
    key = ctx.store.key
    ctx.store.close()
    whole = (shop.folder / FILE_NAME).read_bytes()
    chance = random.Random(20261122)
    for _ in range(FLIPS):
        bit = chance.randrange(len(whole) * 8)
        assert _is_noticed(tmp_path / "flipped", whole, bit, key), f"bit {bit}"


def _is_noticed(folder: Path, whole: bytes, bit: int, key: bytes) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    damaged = bytearray(whole)
    damaged[bit // 8] ^= 1 << bit % 8
    (folder / FILE_NAME).write_bytes(damaged)
    try:
        raw = connect(folder / FILE_NAME, key)
    except Damaged:
        return True
    try:
        return bool(raw.execute("PRAGMA cipher_integrity_check").fetchall())
    except Exception as error:  # noqa: BLE001 - whatever it is, it must have words of ours
        return isinstance(in_our_words(error), StoreError)
    finally:
        raw.close()


def test_a_damaged_log_with_a_finished_sale_behind_the_damage_is_told(shop: Shop, tmp_path: Path):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    for _ in range(3):
        a_filled_store(ctx, 5)
    copy = tmp_path / "after-power-cut"
    shutil.copytree(shop.folder, copy)
    log = copy / (FILE_NAME + "-wal")
    (copy / (FILE_NAME + "-shm")).unlink(missing_ok=True)
    assert not lost_commits(copy, ctx.store.key)
    (copy / (FILE_NAME + "-shm")).unlink(missing_ok=True)
    data = bytearray((shop.folder / (FILE_NAME + "-wal")).read_bytes())
    data[len(data) // 3] ^= 4
    log.write_bytes(data)
    assert lost_commits(copy, ctx.store.key)
    ctx.store.close()


def test_a_sale_that_another_program_is_just_finishing_is_no_damaged_log(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    looked: list[float] = []
    really = walcheck._unread_commit

    def looks(log: BinaryIO, frames: int) -> bool:
        looked.append(time.monotonic())
        if len(looked) > 1:
            return really(log, frames)
        other.execute("BEGIN IMMEDIATE")  # its pages stand in the log, SQLite does not read them
        finishes.start()
        return True

    other = connect(shop.folder / FILE_NAME, ctx.store.key)
    finishes = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    monkeypatch.setattr(walcheck, "_unread_commit", looks)
    a_filled_store(ctx, 1)
    assert not lost_commits(shop.folder, ctx.store.key)
    assert len(looked) == 2
    assert looked[1] - looked[0] >= 0.3
    finishes.join()
    other.close()
    ctx.store.close()


def test_a_store_of_a_newer_program_is_politely_refused(shop: Shop):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    key = ctx.store.key
    ctx.store.close()
    raw = connect(shop.folder / FILE_NAME, key)
    raw.execute("PRAGMA user_version = 999")
    raw.close()
    before = (shop.folder / FILE_NAME).read_bytes()
    with pytest.raises(NewerStore, match="Update the program"):
        sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    assert (shop.folder / FILE_NAME).read_bytes() == before


def test_a_full_disk_keeps_nothing_of_the_change_and_works_again_later(ctx):
    raw = the_writer(ctx)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        a_filled_store(ctx, 2000)
    raw.execute("PRAGMA max_page_count = 1073741823")
    a_filled_store(ctx, 10)
    with ctx.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM customer").scalar() == 10


def test_no_file_of_the_store_holds_a_name_in_the_clear(shop: Shop):
    ctx = sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    a_filled_store(ctx)
    for path in shop.folder.rglob("*"):
        assert path.is_dir() or b"Marker Person" not in path.read_bytes(), path.name
    ctx.store.close()


def test_the_wrong_key_says_damaged_and_touches_nothing(shop: Shop):
    with pytest.raises(Damaged):
        Store(shop.folder, bytes(32))


def test_a_change_to_a_record_that_is_not_there_is_refused(ctx):
    with pytest.raises(Refused, match="no longer there"), ctx.work() as work:
        work.update(customer, b"0" * 16, name="Nobody")
