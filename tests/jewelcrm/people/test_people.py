"""People come, change roles, and leave; somebody can always administer the shop."""

import pytest

from db.errors import StoreExists, WrongKey
from jewelcrm.access.signin import sign_in
from jewelcrm.errors import CanFix, Denied
from jewelcrm.people import commands, queries
from jewelcrm.people.founding import NewShop, found
from jewelcrm.people.rules import login_from
from tests.conftest import STAFF_PASSWORD, SetClock


def person(ctx, login):
    return next(p for p in queries.everyone(ctx, leavers=True) if p.login == login)


def test_a_new_person_can_sign_in(ctx, shop):
    commands.add_person(
        ctx, login="ka.yan", name="Ka Yan", role="sales", password="orange paper lantern"
    )
    other = sign_in(shop.folder, "ka.yan", "orange paper lantern", clock=SetClock())
    assert other.staff.role == "sales"
    other.store.close()


def test_a_log_in_is_given_only_once(ctx):
    with pytest.raises(CanFix, match="taken"):
        commands.add_person(
            ctx, login="ANN", name="Other Ann", role="sales", password="orange paper lantern"
        )


def test_a_leaver_cannot_sign_in_any_more(ctx, shop):
    commands.person_left(ctx, person(ctx, "ann").id)
    with pytest.raises(WrongKey):
        sign_in(shop.folder, "ann", STAFF_PASSWORD, clock=SetClock())


def test_the_last_administrator_stays(ctx):
    with pytest.raises(CanFix, match="last administrator"):
        commands.person_left(ctx, ctx.staff.id)
    with pytest.raises(CanFix, match="last administrator"):
        commands.edit_person(ctx, ctx.staff.id, role="sales")


def test_a_forgotten_password_is_replaced_by_the_administrator(ctx, shop):
    commands.set_password(ctx, person(ctx, "ann").id, "seven quiet herons")
    other = sign_in(shop.folder, "ann", "seven quiet herons", clock=SetClock())
    other.store.close()


def test_a_manager_cannot_make_people(manager):
    with pytest.raises(Denied):
        commands.add_person(
            manager, login="x.y", name="X", role="administrator", password="orange paper lantern"
        )


@pytest.mark.parametrize("code", ["", "H", "HK-01", "HK0123456", "九龍"])
def test_a_branch_code_that_cannot_be_read_aloud_is_refused(tmp_path, code):
    with pytest.raises(CanFix, match="branch code"):
        found(tmp_path / "s", NewShop(code, "Nathan Road", "Mei", "copper kettle sings"))


def test_a_log_in_is_made_from_the_name():
    assert login_from("Mei  CHAN") == "mei.chan"
    assert login_from("陳美") == "陳美"
    assert login_from("!!!") == "admin"


def test_the_shops_address_is_printed_once_it_is_typed(ctx):
    commands.edit_shop(ctx, name="Nathan Road", address="1/F, 500 Nathan Road", phone="2345 6789")
    assert queries.shop(ctx) == queries.ShopDetails(
        "Nathan Road", None, "1/F, 500 Nathan Road", None, "2345 6789"
    )


def test_a_shop_without_an_address_is_refused(ctx):
    with pytest.raises(CanFix, match="address") as told:
        commands.edit_shop(ctx, name="Nathan Road")
    assert told.value.field == "address"


def test_sales_cannot_change_the_shops_address(sales):
    with pytest.raises(Denied):
        commands.edit_shop(sales, name="x", address="y")


def test_setting_up_never_puts_a_store_aside_that_only_lost_its_keys(shop):
    for name in ("keyslots.json", "keyslots.copy.json"):
        (shop.folder / name).unlink()
    before = (shop.folder / "store.db").read_bytes()
    with pytest.raises(StoreExists, match="key files are missing"):
        found(shop.folder, NewShop("HK01", "Nathan Road", "Mei", "copper kettle sings"))
    assert (shop.folder / "store.db").read_bytes() == before
