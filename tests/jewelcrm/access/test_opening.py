"""The first half of a sign-in knows only the key."""

import subprocess
import sys

import pytest

from db.errors import WrongKey
from db.shop import attempts
from jewelcrm.access.opening import unlock
from jewelcrm.access.signin import enter
from tests.conftest import STAFF_PASSWORD, SetClock


def test_the_password_is_stretched_before_the_store_s_libraries_are_there():
    code = "import sys, jewelcrm.access.opening; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_two_halves_of_a_sign_in_open_the_store(shop):
    ctx = enter(shop.folder, unlock(shop.folder, "ann", STAFF_PASSWORD), clock=SetClock())
    assert ctx.staff.login == "ann"
    ctx.store.close()


def test_a_wrong_password_is_counted_before_anything_else_is_done(shop):
    with pytest.raises(WrongKey):
        unlock(shop.folder, "ann", "red river stone", now=0.0)
    assert "1" in (shop.folder / attempts.FILE_NAME).read_text()


def test_what_a_password_gave_is_never_printed(shop):
    unlocked = unlock(shop.folder, "ann", STAFF_PASSWORD)
    assert STAFF_PASSWORD not in repr(unlocked)
    assert repr(unlocked.opened.key) not in repr(unlocked)
