"""A point is put back: the present is set aside, the right branch, a new series of numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import WrongKey
from db.types import to_millis
from jewelcrm.access.signin import recover, sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from jewelcrm.backup.model import ByCode, ByPassword
from jewelcrm.backup.since import since
from jewelcrm.context import Context
from jewelcrm.sync.erasing import again
from tests.builders import a_chain
from tests.conftest import PASSWORD, SetClock, Shop
from tests.jewelcrm.backup.builders import a_customer, names, opened


def test_a_point_is_put_back_and_what_came_later_lies_aside(shop: Shop):
    ctx = sign_in(shop.folder, "", PASSWORD)
    a_customer(ctx, "Before")
    made = backup.back_up(ctx)
    a_customer(ctx, "After")
    number = ctx.store.reached().next_number
    ctx.store.close()
    done = backup.restore(shop.folder, made.point.id, shop.folder, ByPassword("", PASSWORD))
    assert done.safety is not None
    assert (done.safety / "store.db").exists()
    assert done.first_number > number
    back = sign_in(shop.folder, "", PASSWORD)
    assert names(back) == ["Before"]
    back.store.close()
    aside = sign_in(done.safety, "", PASSWORD)
    assert names(aside) == ["After", "Before"]
    aside.store.close()


def test_what_was_not_sent_is_told_afterwards_as_it_was_before(shop: Shop):
    """Acts, not rows, and only those that do not come back with the backup."""
    clock = SetClock()
    ctx = sign_in(shop.folder, "", PASSWORD, clock=clock)
    a_chain(ctx)
    a_customer(ctx, "Before")
    made = backup.back_up(ctx)
    clock.move(hours=1)
    for name in ("One", "Two"):
        a_customer(ctx, name)  # with a phone and a consent: three rows
    told = since(ctx, made.point.made_at)
    ctx.store.close()
    done = backup.restore(
        shop.folder, made.point.id, shop.folder, ByPassword("", PASSWORD), clock=clock
    )
    assert told.unsent == done.unsynced.changes == 2
    assert done.unsynced.oldest_at == clock.now()


def test_a_new_pc_is_put_up_from_a_folder_with_the_printed_code(shop: Shop, tmp_path: Path):
    ctx = sign_in(shop.folder, "", PASSWORD)
    a_customer(ctx)
    made = backup.back_up(ctx)
    ctx.store.close()
    stick = tmp_path / "stick"
    (shop.folder / "backups").rename(stick)
    [point] = queries.points_in(stick)
    done = backup.restore(stick, point.id, tmp_path / "new", ByCode(shop.recovery_code))
    assert (done.point.id, done.safety) == (made.point.id, None)
    back = recover(
        tmp_path / "new", shop.recovery_code, login="mei.chan", new_password="seven green kettles"
    )
    assert names(back) == ["Chan Tai Man"]
    back.store.close()


def test_the_wrong_code_opens_no_backup(ctx: Context, shop: Shop, tmp_path: Path):
    made = backup.back_up(ctx)
    with pytest.raises(WrongKey):
        backup.restore(shop.folder, made.point.id, tmp_path / "new", ByCode("0" * 25))
    assert not list((tmp_path / "new").glob("*"))


def test_the_drill_goes_through_the_recovery_envelope(ctx: Context):
    a_customer(ctx)
    backup.back_up(ctx)
    drilled = backup.drill(ctx)
    assert drilled.passed, drilled.faults
    assert (drilled.way, drilled.customers, drilled.read) == ("recovery", 1, 1)
    assert queries.status(ctx).light == "green"


def erased(ctx: Context, customer: bytes) -> None:
    """Head office had her erased, after the backup."""
    again(ctx.store, [("customer", customer.hex(), to_millis(ctx.clock.now()))])


def test_the_drill_erases_again_who_was_erased_since(ctx: Context):
    gone, _stays = a_customer(ctx, "Zenobia Quark"), a_customer(ctx, "Ann Chan")
    backup.back_up(ctx)
    erased(ctx, gone)
    drilled = backup.drill(ctx)
    assert (drilled.passed, drilled.erased_again, drilled.customers) == (True, 1, 1)


def test_who_was_erased_since_the_backup_is_not_put_back(ctx: Context, shop: Shop):
    gone, _stays = a_customer(ctx, "Zenobia Quark"), a_customer(ctx, "Ann Chan")
    made = backup.back_up(ctx)
    erased(ctx, gone)
    ctx.store.close()
    code = ByCode(shop.recovery_code)
    done = backup.restore(shop.folder, made.point.id, shop.folder, code, clock=ctx.clock)
    assert done.erased_again == 1
    back = opened(shop.folder, ctx.clock)
    assert names(back) == ["Ann Chan"]
    back.store.close()


def test_a_newer_point_knows_who_was_erased_when_the_store_is_lost(
    ctx: Context, clock: SetClock, shop: Shop, tmp_path: Path
):
    gone = a_customer(ctx, "Zenobia Quark")
    made = backup.back_up(ctx)
    clock.move(hours=4)
    erased(ctx, gone)
    backup.back_up(ctx)
    code = ByCode(shop.recovery_code)
    done = backup.restore(shop.folder, made.point.id, tmp_path / "new", code, clock=ctx.clock)
    assert (done.erased_again, done.newer_known is not None) == (1, True)
