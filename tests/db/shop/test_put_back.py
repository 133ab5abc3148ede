"""A store that was put back to an older state is noticed, and gives no number twice."""

import shutil
from contextlib import closing

import pytest

from db.shop import anew, mark
from db.shop.connect import FILE_NAME
from db.shop.osring import OsRing
from db.tables import customers
from jewelcrm.access.signin import PUT_BACK, sign_in
from jewelcrm.people.founding import NewShop, found
from jewelcrm.sync.put_back import begin_anew
from tests.conftest import NOON, PASSWORD, SetClock
from tests.jewelcrm.sync_line.world import MemoryRing


def give(ctx, count=1):
    """Numbers of papers, with a record each."""
    numbers = []
    for _ in range(count):
        with ctx.work() as work:
            numbers.append(work.next_number())
            work.insert(customers.customer, number=numbers[-1], name="Chan", tier="regular")
    return numbers


@pytest.fixture
def enter(shop):
    """Sign in to the shop's folder, as often as wanted."""
    opened = []

    def entering(folder=shop.folder, ring=None):
        opened.append(sign_in(folder, "mei.chan", PASSWORD, clock=SetClock(), ring=ring))
        return opened[-1]

    yield entering
    for ctx in opened:
        ctx.store.close()


def closed(ctx):
    ctx.store.close()
    return ctx.store.folder


def waits(ctx):
    with ctx.store.read() as conn:
        return anew.is_waiting(conn.connection.driver_connection)


def test_an_older_file_beside_a_newer_mark_gives_no_number_again(shop, enter, tmp_path):
    first = enter()
    before = give(first, 3)
    closed(first)
    shutil.copy(shop.folder / FILE_NAME, tmp_path / "backup")
    second = enter()
    assert not second.store.put_back
    after = give(second, 5)
    closed(second)
    shutil.copy(tmp_path / "backup", shop.folder / FILE_NAME)
    third = enter()
    assert PUT_BACK in third.warnings
    assert waits(third)
    now = give(third, 5)
    assert not {*before, *after} & set(now)


def test_a_store_that_was_not_put_back_is_never_said_to_be(enter):
    for _ in range(3):
        ctx = enter()
        assert PUT_BACK not in ctx.warnings
        give(ctx, 2)
        closed(ctx)
    assert [n.split("-")[2] for n in give(enter(), 1)] == ["000007"]


def test_the_program_killed_after_a_commit_is_no_put_back(shop, enter):
    give(enter(), 4)  # not closed: what a killed process leaves
    again = enter()
    assert not again.store.put_back
    assert [n.split("-")[2] for n in give(again)] == ["000005"]


def test_restoring_the_same_backup_twice_gives_no_number_twice(shop, enter, tmp_path):
    closed(enter())
    shutil.copy(shop.folder / FILE_NAME, tmp_path / "backup")
    given = []
    for _ in range(4):
        ctx = enter()
        given += give(ctx, 3)
        closed(ctx)
        shutil.copy(tmp_path / "backup", shop.folder / FILE_NAME)
    assert len(given) == len(set(given)) == 12


def test_a_whole_folder_put_back_is_noticed_by_the_keyring(tmp_path, enter):
    ring = OsRing("memory", MemoryRing())
    folder = tmp_path / "own"
    found(folder, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD), clock=SetClock(), ring=ring)
    first = enter(folder, ring)
    before = give(first, 3)
    closed(first)
    shutil.copytree(folder, tmp_path / "backup")
    second = enter(folder, ring)
    after = give(second, 3)
    closed(second)
    closed(enter(folder, ring))
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    third = enter(folder, ring)
    assert PUT_BACK in third.warnings
    assert not {*before, *after} & set(give(third, 5))


def test_a_new_store_in_the_folder_of_an_old_one_is_not_put_back(shop, enter, tmp_path):
    ctx = enter()
    give(ctx, 2)
    closed(ctx)
    (tmp_path / "other").mkdir()
    shutil.copy(shop.folder / mark.MARK, tmp_path / "other" / mark.MARK)
    made = found(
        tmp_path / "other",
        NewShop("HK02", "Other", "Mei Chan", PASSWORD),
        clock=SetClock(),
        ring=None,
    )
    assert made
    assert PUT_BACK not in enter(tmp_path / "other").warnings


@pytest.mark.parametrize("damage", [b"", b"nothing of ours\n", b"\xff" * 96, b"00 1 A x\n"])
def test_a_mark_that_cannot_be_read_says_nothing(shop, enter, damage):
    closed(enter())
    (shop.folder / mark.MARK).write_bytes(damage)
    assert PUT_BACK not in enter().warnings


def test_a_mark_that_cannot_be_written_costs_nobody_a_commit(shop, enter):
    closed(enter())
    (shop.folder / mark.MARK).unlink()
    (shop.folder / mark.MARK).mkdir()
    assert len(give(enter(), 2)) == 2


def test_who_restores_a_backup_says_so_through_one_door(shop, enter):
    ctx = enter()
    before = give(ctx, 3)
    first = begin_anew(ctx.store, NOON)
    second = begin_anew(ctx.store, NOON)
    assert first < second
    (number,) = give(ctx)
    assert int(number.split("-")[2]) == second
    assert number not in before
    assert waits(ctx)


def test_the_door_looks_at_what_the_store_replaces(shop, enter, tmp_path):
    closed(enter())
    shutil.copytree(shop.folder, tmp_path / "restored")
    later = enter()
    with closing(later.store), later.work() as work:
        gone = work.next_numbers(700_000)[-1]
    (tmp_path / "restored" / mark.MARK).unlink()
    restored = enter(tmp_path / "restored")
    begin_anew(restored.store, NOON, [mark.beside(shop.folder)])
    assert give(restored)[0].split("-")[2] > gone.split("-")[2]
