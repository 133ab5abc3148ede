"""Signing in at a shared counter: password first, then a PIN, and a way back when all is lost."""

import pytest

from db.errors import LockedOut, NoStore, WrongKey
from db.shop import attempts
from jewelcrm.access import signin
from jewelcrm.access.passwords import check_password, check_pin
from jewelcrm.errors import CanFix
from tests.conftest import PASSWORD, STAFF_PASSWORD, SetClock

PIN = "482915"


def test_the_administrator_signs_in_without_naming_themselves(shop):
    ctx = signin.sign_in(shop.folder, "", PASSWORD, clock=SetClock())
    assert ctx.staff.login == "mei.chan"
    ctx.store.close()


def test_a_log_in_may_be_typed_in_capitals(shop):
    ctx = signin.sign_in(shop.folder, "ANN", STAFF_PASSWORD, clock=SetClock())
    assert (ctx.staff.name, ctx.staff.role) == ("Ann Lee", "sales")
    ctx.store.close()


def test_a_wrong_password_is_refused(shop):
    with pytest.raises(WrongKey, match="not right"):
        signin.sign_in(shop.folder, "ann", "red river stone", clock=SetClock())


def test_too_many_wrong_passwords_lock_even_the_right_one_out(shop):
    for _ in range(attempts.FREE_TRIES):
        with pytest.raises(WrongKey):
            signin.sign_in(shop.folder, "ann", "wrong", clock=SetClock())
    with pytest.raises(LockedOut):
        signin.sign_in(shop.folder, "ann", STAFF_PASSWORD, clock=SetClock())


def test_after_the_wait_the_right_password_opens_again(shop):
    clock = SetClock()
    for _ in range(attempts.FREE_TRIES):
        with pytest.raises(WrongKey):
            signin.sign_in(shop.folder, "ann", "wrong", clock=clock)
    clock.move(seconds=attempts.FIRST_WAIT + 1)
    signin.sign_in(shop.folder, "ann", STAFF_PASSWORD, clock=clock).store.close()


def test_a_pin_switches_to_somebody_who_signed_in_today(ctx, sales):
    signin.set_pin(sales, PIN)
    assert signin.switch(ctx, "ann", PIN).staff.name == "Ann Lee"


def test_a_wrong_pin_is_refused(ctx, sales):
    signin.set_pin(sales, PIN)
    with pytest.raises(WrongKey, match="PIN is not right"):
        signin.switch(ctx, "ann", "111222")


def test_after_twelve_hours_the_password_is_asked_for(ctx, sales, clock):
    signin.set_pin(sales, PIN)
    clock.move(hours=13)
    with pytest.raises(WrongKey, match="password"):
        signin.switch(ctx, "ann", PIN)


def test_after_five_wrong_pins_the_password_is_asked_for(ctx, sales, clock):
    signin.set_pin(sales, PIN)
    for _ in range(signin.PIN_TRIES):
        with pytest.raises(WrongKey):
            signin.switch(ctx, "ann", "111222")
    clock.move(minutes=20)
    with pytest.raises(WrongKey, match="Too many wrong PINs"):
        signin.switch(ctx, "ann", PIN)


def test_a_password_puts_the_pin_right_again(ctx, sales):
    signin.set_pin(sales, PIN)
    for _ in range(signin.PIN_TRIES):
        with pytest.raises(WrongKey):
            signin.switch(ctx, "ann", "111222")
    signin.unlock_with_password(ctx, "ann", STAFF_PASSWORD)
    assert signin.switch(ctx, "ann", PIN).staff.login == "ann"


def test_the_recovery_code_gives_a_new_password(shop):
    ctx = signin.recover(
        shop.folder,
        shop.recovery_code,
        login="mei.chan",
        new_password="four green umbrellas",
        clock=SetClock(),
    )
    ctx.store.close()
    again = signin.sign_in(shop.folder, "mei.chan", "four green umbrellas", clock=SetClock())
    again.store.close()


def test_a_changed_password_is_the_only_one_that_opens(shop, ctx):
    signin.change_password(ctx, PASSWORD, "four green umbrellas")
    with pytest.raises(WrongKey):
        signin.sign_in(shop.folder, "mei.chan", PASSWORD, clock=SetClock())


def test_an_empty_folder_says_what_to_do(tmp_path):
    with pytest.raises(NoStore, match="Set one up"):
        signin.sign_in(tmp_path, "", "x")


@pytest.mark.parametrize("password", ["short", "password1", "12345678", "mei.chan1", "x" * 200])
def test_a_password_that_is_easy_to_guess_is_refused(password):
    with pytest.raises(CanFix):
        check_password(password, about=["mei.chan"])


@pytest.mark.parametrize(
    "pin", ["123456", "111111", "121212", "654321", "123123", "198512", "121985", "12345", "12a456"]
)
def test_a_pin_that_is_easy_to_guess_is_refused(pin):
    with pytest.raises(CanFix):
        check_pin(pin)
