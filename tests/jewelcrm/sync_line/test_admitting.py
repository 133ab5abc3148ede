"""Somebody new to the chain comes in at a PC that has not heard of her yet, in one go."""

import threading
import time
from contextlib import contextmanager

import pytest

from db.errors import WrongKey
from db.shop import keys, officeslots, osring
from db.shop.osring import OsRing
from db.store import EXCHANGING
from jewelcrm.access import taking_up
from jewelcrm.admin.main import main
from jewelcrm.errors import Unavailable
from jewelcrm.sync import arriving
from jewelcrm.sync.engine import Engine
from tests.beside import its_turn
from tests.jewelcrm.sync_line.world import PASSWORD, SALES_PASSWORD, Counter, MemoryRing, until


@pytest.fixture
def hires(office):
    """Takes on somebody of whom no PC knows yet; her log-in."""

    def hire(login: str) -> str:
        office.say("user", "add", login, new_password=SALES_PASSWORD)
        return login

    return hire


@contextmanager
def busy_elsewhere(store):
    """Another thread exchanges with head office all the while."""
    begun, over = threading.Event(), threading.Event()

    def exchange() -> None:
        with store.exchanging:
            begun.set()
            over.wait(30)

    thread = threading.Thread(target=exchange)
    thread.start()
    begun.wait(30)
    try:
        yield
    finally:
        over.set()
        thread.join()


def has_way_in(counter, login):
    return keys.staff_slot(keys.load(counter.folder), login) is not None


def test_who_is_new_to_the_chain_comes_in_at_an_open_desk_in_one_go(new_counter, hires):
    counter = new_counter()
    ctx = counter.open()
    login = hires("yan.desk")
    assert arriving.admit_here(ctx, login, SALES_PASSWORD).staff.login == login


def test_the_service_has_no_exchange_while_another_is_under_way(new_counter):
    counter = new_counter()
    store = counter.open().store
    with busy_elsewhere(store):
        syncing = counter.start()
        time.sleep(1)
        assert syncing.state.word == "starting"
    until(lambda: syncing.state.word == "on_line")


def test_nor_while_another_program_exchanges_for_this_pc(new_counter):
    counter = new_counter()
    store = counter.open().store
    with its_turn(store.folder / EXCHANGING):
        syncing = counter.start()
        time.sleep(1)
        assert syncing.state.word == "starting"
    until(lambda: syncing.state.word == "on_line")


def test_she_does_not_wait_for_ever_behind_another_exchange(new_counter, hires, monkeypatch):
    counter = new_counter()
    ctx = counter.open()
    login = hires("yan.behind")
    monkeypatch.setattr(arriving, "COMES_IN_S", 0.2)
    with busy_elsewhere(ctx.store), pytest.raises(Unavailable, match="Try again in a minute"):
        arriving.admit_here(ctx, login, SALES_PASSWORD)
    assert not has_way_in(counter, login)
    monkeypatch.undo()
    assert arriving.admit_here(ctx, login, SALES_PASSWORD).staff.login == login


def test_a_record_that_does_not_come_is_said_in_words(office, hires, monkeypatch, tmp_path):
    counter = Counter(office, tmp_path / "pc", OsRing("memory", MemoryRing()))
    counter.enrol()
    login = hires("yan.nowhere")
    monkeypatch.setattr(arriving, "COMES_IN_S", 0.2)
    monkeypatch.setattr(Engine, "pull", lambda _engine: False)
    with pytest.raises(Unavailable, match="has not come to this PC yet"):
        arriving.sign_in(counter.folder, login, SALES_PASSWORD, ring=counter.ring)
    assert not has_way_in(counter, login)


def test_a_keyring_taken_up_later_lets_new_people_in_once_one_came_in_at_an_open_desk(
    new_counter, hires, monkeypatch
):
    counter = new_counter()
    ctx, ring = counter.open(), OsRing("memory", MemoryRing())
    monkeypatch.setattr(osring, "find", lambda: ring)
    taking_up.take_up(ctx, PASSWORD)
    assert officeslots.kept_keys(ring, keys.load(counter.folder).store)
    first, second = hires("yan.first"), hires("yan.second")
    with pytest.raises(WrongKey, match="let somebody"):
        arriving.sign_in(counter.folder, first, SALES_PASSWORD)
    arriving.admit_here(ctx, first, SALES_PASSWORD)
    came = arriving.sign_in(counter.folder, second, SALES_PASSWORD)
    assert came.staff.login == second
    came.store.close()


def test_the_command_line_sends_who_is_new_on_such_a_pc_to_its_window(
    new_counter, hires, monkeypatch, capsys
):
    folder, login = str(new_counter().folder), hires("yan.third")
    monkeypatch.setenv("JEWELCRM_PASSWORD", SALES_PASSWORD)
    assert main(["search", "--data", folder, "--user", login, "Chan"]) == 1
    told = capsys.readouterr().err
    assert "does so in its window first" in told
    assert "Switch or sign out" not in told
