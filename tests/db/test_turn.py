"""Threads and programs take turns, and nobody waits for the dead."""

import threading
import time

import pytest

from db.turn import Turn
from tests.beside import its_turn


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.lock"


def in_a_thread(act):
    found = []
    thread = threading.Thread(target=lambda: found.append(act()))
    thread.start()
    thread.join(30)
    return found[0]


def test_who_has_it_takes_it_again_and_gives_it_back_as_often(path):
    turn, other = Turn(path), Turn(path)
    with turn:
        with turn:
            assert not other.acquire(timeout=0)
        assert not other.acquire(timeout=0)
    assert other.acquire(timeout=0)
    other.release()


def test_threads_take_turns(path):
    turn = Turn(path)
    with turn:
        assert not in_a_thread(lambda: turn.acquire(timeout=0.05))
    assert in_a_thread(lambda: turn.acquire(timeout=0) and turn.release() is None)


def test_programs_take_turns(path):
    turn = Turn(path)
    with its_turn(path):
        began = time.monotonic()
        assert not turn.acquire(timeout=0.2)
        assert time.monotonic() - began >= 0.2
    assert turn.acquire(timeout=30)
    turn.release()


def test_who_waits_goes_on_when_the_other_program_is_killed(path):
    turn = Turn(path)
    with its_turn(path) as other:
        threading.Timer(0.2, other.kill).start()
        with turn:
            assert other.wait(30) < 0


def test_a_turn_that_did_not_come_leaves_nothing_held(path):
    turn = Turn(path)
    with its_turn(path):
        assert not turn.acquire(timeout=0)
    assert in_a_thread(lambda: turn.acquire(timeout=30) and turn.release() is None)


def test_where_no_file_can_be_made_threads_still_take_turns(tmp_path):
    turn = Turn(tmp_path / "nowhere" / "some.lock")
    with turn:
        assert not in_a_thread(lambda: turn.acquire(timeout=0))
