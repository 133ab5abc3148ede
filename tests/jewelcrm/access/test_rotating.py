"""A store gets a new key while nobody uses it; a kill at any step leaves a whole store."""

import os
import signal
import subprocess
import sys
from contextlib import closing, suppress

import pytest

from db.errors import Busy, Damaged, DiskFull, StoreError, WrongKey
from db.shop import alike, keys, rekeying, rotating
from db.shop.connect import FILE_NAME, connect
from db.store import Store
from jewelcrm.access import rotating as verb
from jewelcrm.access.signin import recover, sign_in
from jewelcrm.errors import Denied
from jewelcrm.search.queries import search
from tests.builders import a_kept_customer
from tests.conftest import PASSWORD, PROVE, STAFF_PASSWORD, SetClock

NEW = b"n" * 32
STEPS = ("copied", "compared", "slots", "closed", "swapped")


class Killed(BaseException):
    """The process ends here."""


def opened(shop, login="mei.chan", password=PASSWORD):
    return sign_in(shop.folder, login, password, clock=SetClock())


def filled(shop):
    """A store with a customer in it, closed."""
    ctx = opened(shop)
    a_kept_customer(ctx)
    ctx.store.close()


def rotate(shop, step=lambda _: None, **how):
    return verb.rotate(shop.folder, "mei.chan", PASSWORD, clock=SetClock(), step=step, **how)


def test_after_the_key_was_changed_everything_is_there_under_the_same_passwords(shop):
    filled(shop)
    with closing(opened(shop).store) as store:
        old = store.key
    rotate(shop)
    ctx = opened(shop, "ann", STAFF_PASSWORD)
    with closing(ctx.store):
        assert ctx.store.key != old
        assert [hit.name for hit in search(ctx, "陳大文")] == ["Chan Tai Man"]
        assert not rotating.finish(shop.folder, ctx.store.key)
    with pytest.raises(Damaged):
        connect(shop.folder / FILE_NAME, old)


def test_the_new_file_remembers_the_old_key_for_its_backups(shop):
    with closing(opened(shop).store) as store:
        old = store.key
    rotate(shop)
    with closing(opened(shop).store) as store:
        assert rekeying.former(keys.load(shop.folder), store.key) == [old]


def test_the_printed_code_stays_when_that_is_wanted(shop):
    assert rotate(shop, keep_code=True).recovery_code == ""
    again = recover(
        shop.folder, shop.recovery_code, login="mei.chan", new_password="eleven silver spoons"
    )
    again.store.close()


def test_there_is_a_new_code_and_the_old_one_opens_nothing_any_more(shop):
    code = rotate(shop).recovery_code
    with pytest.raises(WrongKey):
        keys.open_with_code(shop.folder, shop.recovery_code)
    recover(shop.folder, code, login="mei.chan", new_password="nine golden ladles").store.close()


def test_nothing_of_the_doctors_lines_is_red_afterwards(shop):
    from jewelcrm.doctor.queries import examine

    filled(shop)
    rotate(shop)
    ctx = opened(shop)
    with closing(ctx.store):
        red = [line for line in examine(ctx) if line.light == "red"]
    assert red == []


def test_the_audit_log_says_who_began_and_that_it_was_done(shop):
    rotate(shop)
    ctx = opened(shop)
    with closing(ctx.store), ctx.read() as conn:
        acts = conn.exec_driver_sql("SELECT action FROM audit_log ORDER BY seq").scalars().all()
    assert [act for act in acts if act.startswith("key.")] == ["key.rotation", "key.rotated"]


def test_only_an_administrator_changes_the_key(shop):
    with pytest.raises(Denied):
        verb.rotate(shop.folder, "ann", STAFF_PASSWORD, clock=SetClock())


def test_while_the_program_is_open_the_key_stays(shop, monkeypatch):
    monkeypatch.setattr(rotating, "_WAIT_MS", 50)
    with closing(opened(shop).store) as store:
        with store.read() as conn:
            conn.exec_driver_sql("SELECT count(*) FROM customer").scalar()
        with pytest.raises(Busy, match="Close the program"):
            rotate(shop)
        assert keys.is_ours(keys.load(shop.folder), store.key)
    opened(shop).store.close()


def test_without_room_nothing_is_changed(shop, monkeypatch):
    monkeypatch.setattr(rotating, "_SPARE", 1e9)
    with pytest.raises(DiskFull, match="free"):
        rotate(shop)
    opened(shop).store.close()
    assert not (shop.folder / rotating.FRESH).exists()


def test_a_copy_that_is_not_like_the_store_is_never_used(shop, monkeypatch):
    filled(shop)
    monkeypatch.setattr(alike, "_same", lambda _raw, table: table != "customer")
    with pytest.raises(Damaged, match="old key stays"):
        rotate(shop)
    assert not (shop.folder / rotating.FRESH).exists()
    opened(shop).store.close()


def test_who_waited_for_the_old_file_is_sent_away(shop):
    """A program that opened the old file before the swap must not write to it."""
    with closing(opened(shop).store) as store:
        old = store.key

    def late(step):
        if step == "closed":
            with pytest.raises(StoreError):
                Store(shop.folder, old)

    rotate(shop, late)


@pytest.mark.parametrize("at", STEPS)
def test_a_fault_at_any_step_leaves_a_store_that_opens_with_everything(shop, at):
    filled(shop)

    def stop(step):
        if step == at:
            raise Killed

    with suppress(Killed):
        rotate(shop, stop)
    ctx = opened(shop)
    with closing(ctx.store):
        assert [hit.name for hit in search(ctx, "Chan Tai Man")] == ["Chan Tai Man"]
    assert not (shop.folder / rotating.FRESH).exists()


_CHILD = """
import os, signal, sys
from pathlib import Path
from db.shop import alike, keys, osring
keys.POLICY = keys.Cost(memory=64, passes=1)
osring.find = lambda: None
from jewelcrm.access.rotating import rotate
def step(name):
    if name == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
rotate(Path(sys.argv[1]), "mei.chan", sys.argv[3], step=step)
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
@pytest.mark.parametrize("at", STEPS if PROVE else STEPS[1:4])
def test_a_kill_at_any_step_leaves_a_store_that_opens_with_everything(shop, at):
    filled(shop)
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(shop.folder), at, PASSWORD], check=False
    )
    assert done.returncode == -signal.SIGKILL
    ctx = opened(shop)
    with closing(ctx.store):
        assert [hit.name for hit in search(ctx, "Chan Tai Man")] == ["Chan Tai Man"]
    assert not (shop.folder / rotating.FRESH).exists()
    rotate(shop)
    opened(shop).store.close()


def test_no_file_holds_a_word_in_the_clear_at_any_step(shop):
    filled(shop)
    seen = []

    def look(_step):
        files = [path for path in shop.folder.iterdir() if path.is_file()]
        seen.extend(b"Chan Tai Man" in path.read_bytes() for path in files)

    rotate(shop, look)
    assert len(seen) > 4
    assert not any(seen)


def test_a_file_that_neither_key_opens_is_not_thrown_away(shop):
    (shop.folder / rotating.FRESH).write_bytes(os.urandom(8192))
    (shop.folder / FILE_NAME).write_bytes(os.urandom(8192))
    assert not rotating.finish(shop.folder, NEW)
    assert (shop.folder / rotating.FRESH).exists()
