"""A PC that is the chain's no more: taken off, or too long without head office."""

import datetime as dt
import os

import pytest

from db.errors import WrongKey
from db.shop.osring import OsRing
from jewelcrm.access import signin
from jewelcrm.backup import commands as backup
from jewelcrm.backup.model import ByPassword, Target
from jewelcrm.errors import Locked, Unavailable
from jewelcrm.log import log, write_to
from jewelcrm.people.queries import everyone
from jewelcrm.sync import arriving, asking, leaving
from jewelcrm.sync.exchanging import exchange
from jewelcrm.sync.queries import status
from tests.conftest import SetClock
from tests.jewelcrm.sync_line.world import PASSWORD, SALES_PASSWORD, Counter, MemoryRing, until


def test_a_pc_that_is_taken_off_erases_itself_at_its_next_contact_and_nothing_else(
    new_counter, office
):
    counter = new_counter()
    ctx = counter.open()
    (counter.folder / "holiday.txt").write_text("mine")
    counter.start()
    until(lambda: counter.syncing.state.word == "on_line")
    office.say("device", "revoke", ctx.store.pc.id.hex())
    until(lambda: counter.syncing.state.word == "revoked")
    left = sorted(p.name for p in counter.folder.rglob("*") if p.is_file())
    assert left == ["holiday.txt", leaving.MARK]
    with pytest.raises(Unavailable, match="taken this PC off"):
        arriving.sign_in(counter.folder, "mary.chan", PASSWORD)


def test_its_backups_go_too_with_what_restores_and_requests_have_left(
    new_counter, office, tmp_path
):
    counter = new_counter()
    ctx = counter.open()
    counter.add_customer("Chan Tai Man")
    stick = tmp_path / "stick"
    stick.mkdir()
    backup.set_targets(ctx, [Target("folder", str(stick))])
    point = backup.back_up(ctx).point.id
    counter.close()
    backup.restore(counter.folder, point, counter.folder, ByPassword("mary.chan", PASSWORD))
    asking.ask_for(counter.folder, b"d" * 16)
    ctx = counter.open()
    backup.back_up(ctx)
    counter.add_customer("Lee Siu Ming")
    assert list(counter.folder.glob("before-restore-*/store.db"))
    counter.start()
    until(lambda: counter.syncing.state.word == "on_line")
    office.say("device", "revoke", ctx.store.pc.id.hex())
    until(lambda: counter.syncing.state.word == "revoked")
    assert sorted(p.name for p in counter.folder.rglob("*") if p.is_file()) == [leaving.MARK]
    [left] = stick.glob("JewelCRM-backups/*")
    assert list(left.glob("points/*.json")), "what lies elsewhere nobody here can reach for sure"


def test_the_half_in_the_keyring_goes_first(office, tmp_path):
    ring = OsRing("memory", MemoryRing())
    counter = Counter(office, tmp_path / "pc", ring)
    counter.enrol()
    assert len(ring.backend.kept) == 3
    seen = []
    leaving.wipe(counter.folder, ring=ring, close=lambda: seen.append(dict(ring.backend.kept)))
    assert seen == [{}]
    assert [p.name for p in counter.folder.iterdir()] == [leaving.MARK]


def test_a_wipe_that_was_cut_short_goes_on(new_counter):
    counter = new_counter()
    (counter.folder / leaving.MARK).touch()
    for name in ("keyslots.json", "keyslots.copy.json"):
        (counter.folder / name).unlink()
    assert leaving.finish(counter.folder)
    assert [p.name for p in counter.folder.iterdir()] == [leaving.MARK]


def test_a_wipe_leaves_neither_log_nor_a_dead_windows_lock(new_counter):
    counter = new_counter()
    write_to(counter.folder)
    log.info("something happened")
    (counter.folder / "window.lock").write_text("999999999\njewelcrm\nhost\n")
    leaving.wipe(counter.folder)
    assert [p.name for p in counter.folder.iterdir()] == [leaving.MARK]


def test_the_lock_of_a_window_that_runs_stays(new_counter):
    counter = new_counter()
    (counter.folder / "window.lock").write_text(f"{os.getpid()}\njewelcrm\nhost\n")
    leaving.wipe(counter.folder)
    names = sorted(p.name for p in counter.folder.iterdir())
    assert names == [leaving.MARK, "window.lock"]


def test_a_pc_that_was_taken_off_can_be_enrolled_anew(office, tmp_path):
    counter = Counter(office, tmp_path / "pc")
    counter.enrol()
    leaving.wipe(counter.folder)
    counter.enrol()
    assert counter.open().staff.login == "mary.chan"
    assert not leaving.is_taken_off(counter.folder)
    counter.close()


def test_after_fourteen_days_without_head_office_everything_is_locked_until_it_answers(
    new_counter,
):
    counter = new_counter()
    clock = SetClock(dt.datetime.now(dt.UTC))
    ctx = signin.sign_in(counter.folder, "mary.chan", PASSWORD, clock=clock)
    clock.move(days=10)
    assert everyone(ctx)
    clock.move(days=5)
    with pytest.raises(Locked, match="as long as it may"):
        everyone(ctx)
    assert status(ctx).state == "locked"
    clock.move(days=-15)
    exchange(ctx)
    assert everyone(ctx)
    ctx.store.close()


def test_a_clock_that_is_set_back_gains_nothing(new_counter):
    counter = new_counter()
    clock = SetClock(dt.datetime.now(dt.UTC))
    ctx = signin.sign_in(counter.folder, "mary.chan", PASSWORD, clock=clock)
    exchange(ctx)
    clock.move(days=15)
    with ctx.work():
        pass
    clock.move(days=-15)
    ctx.store.look_again()
    with pytest.raises(Locked, match="as long as it may"):
        everyone(ctx)
    ctx.store.close()
    again = signin.sign_in(counter.folder, "mary.chan", PASSWORD, clock=clock)
    assert signin.CLOCK_BACK in again.warnings
    exchange(again)
    assert everyone(again)
    again.store.close()


def test_a_clock_ten_years_ahead_does_not_lock_for_ever(new_counter):
    counter = new_counter()
    clock = SetClock(dt.datetime.now(dt.UTC) + dt.timedelta(days=3650))
    ctx = signin.sign_in(counter.folder, "mary.chan", PASSWORD, clock=clock)
    with pytest.raises(Locked):
        everyone(ctx)
    exchange(ctx)
    assert everyone(ctx)
    assert status(ctx).clock_off > dt.timedelta(days=3649)
    clock.move(days=-3650)
    exchange(ctx)
    assert everyone(ctx)
    ctx.store.close()


def test_the_last_days_are_announced_when_somebody_signs_in(new_counter):
    counter = new_counter()
    clock = SetClock(dt.datetime.now(dt.UTC) + dt.timedelta(days=11))
    ctx = signin.sign_in(counter.folder, "mary.chan", PASSWORD, clock=clock)
    assert signin.LEASE_ENDS in ctx.warnings
    ctx.store.close()


def test_a_branch_that_is_closed_keeps_what_it_holds_and_locks(new_counter, office):
    counter = new_counter()
    ctx = counter.open()
    counter.start()
    until(lambda: counter.syncing.state.word == "on_line")
    office.say("branch", "close", counter.joined.branch_code)
    counter.syncing.poke()
    until(lambda: counter.syncing.state.why == "closed")
    with pytest.raises(Locked, match="closed this branch"):
        everyone(ctx)


def test_what_a_closed_branchs_pc_had_not_sent_arrives_when_it_is_reopened(new_counter, office):
    branch = office.add_branch()
    counter, other = new_counter(branch), new_counter(branch)
    other.open()
    counter.open()
    exchange(counter.opened)
    kept = counter.add_customer("Chan Tai Man")
    office.say("branch", "close", branch)
    counter.start()
    until(lambda: counter.syncing.state.why == "closed")
    assert counter.pending() > 0

    office.say("branch", "reopen", branch)
    counter.syncing.poke()

    until(lambda: counter.syncing.state.word == "on_line")
    assert everyone(counter.opened)
    until(lambda: counter.pending() == 0)
    exchange(other.opened)
    assert other.sees(kept) == "Chan Tai Man"


def test_a_person_of_the_chain_signs_in_for_the_first_time_on_a_pc_with_a_keyring(office, tmp_path):
    ring = OsRing("memory", MemoryRing())
    counter = Counter(office, tmp_path / "pc", ring)
    counter.enrol()
    with pytest.raises(WrongKey):
        signin.sign_in(counter.folder, "ann", SALES_PASSWORD, ring=ring)
    with pytest.raises(WrongKey):
        arriving.sign_in(counter.folder, "ann", "not her password", ring=ring)
    ctx = arriving.sign_in(counter.folder, "ann", SALES_PASSWORD, ring=ring)
    assert ctx.staff.role == "sales"
    ctx.store.close()
    signin.sign_in(counter.folder, "ann", SALES_PASSWORD, ring=ring).store.close()


def test_without_a_keyring_somebody_else_lets_the_new_person_in(new_counter):
    counter = new_counter()
    ctx = counter.open()
    with pytest.raises(WrongKey, match="let somebody"):
        arriving.sign_in(counter.folder, "ann", SALES_PASSWORD)
    assert arriving.admit_here(ctx, "ann", SALES_PASSWORD).staff.login == "ann"


def test_the_way_in_of_somebody_who_left_is_closed_at_the_next_sync(new_counter, office):
    office.say("user", "add", "gone.soon", new_password=SALES_PASSWORD)
    counter = new_counter()
    ctx = counter.open()
    counter.start()
    until(lambda: counter.ask("SELECT 1 FROM staff WHERE login = 'gone.soon'"))
    arriving.admit_here(ctx, "gone.soon", SALES_PASSWORD)
    office.say("user", "disable", "gone.soon")
    until(lambda: not counter.ask("SELECT 1 FROM staff WHERE login = 'gone.soon' AND active"))
    until(lambda: _refused(counter))


def _refused(counter) -> bool:
    from db.shop import keys

    return keys.staff_slot(keys.load(counter.folder), "gone.soon") is None
