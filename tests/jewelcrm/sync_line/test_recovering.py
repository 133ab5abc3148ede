"""A PC that nobody can open gets its key back when two people at head office allow it."""

from unittest.mock import patch

import pytest

from db.errors import KeyringMissing
from db.shop import keys
from db.shop.osring import OsRing
from jewelcrm.access import signin
from jewelcrm.errors import CanFix
from jewelcrm.sync import arriving
from jewelcrm.sync.recovering import NewPassword, Waiting, recover
from tests.jewelcrm.sync_line.world import PASSWORD, SALES_PASSWORD, Counter, MemoryRing

WANTED = NewPassword("mary.chan", "eleven silver spoons")


@pytest.fixture
def locked_out(office, tmp_path):
    """A PC with a keyring whose people forgot their passwords."""
    counter = Counter(office, tmp_path / "pc", OsRing("memory", MemoryRing()))
    counter.enrol()
    yield counter
    counter.close()


def approve(office, counter, login):
    key = ("--recovery-key-file", str(office.recovery_key_file))
    who = counter.joined.device.hex()
    return office.say("--user", login, "recovery", "approve", who, *key)


def test_two_people_allow_it_and_one_person_is_in_again(office, locked_out):
    office.say("user", "add", "boss.two", "--role", "administrator", new_password=PASSWORD)
    where = {"ring": locked_out.ring}
    assert recover(locked_out.folder, WANTED, **where) == Waiting(0, 2)
    assert not approve(office, locked_out, "mary.chan")["done"]
    assert recover(locked_out.folder, WANTED, **where) == Waiting(1, 2)
    assert approve(office, locked_out, "boss.two")["done"]
    ctx = recover(locked_out.folder, WANTED, **where)
    assert ctx.staff.login == "mary.chan"
    ctx.store.close()
    signin.sign_in(locked_out.folder, WANTED.login, WANTED.password, **where).store.close()


def test_without_the_keyring_there_is_only_the_printed_code(locked_out):
    with pytest.raises(KeyringMissing, match="printed recovery code"):
        recover(locked_out.folder, WANTED, ring=OsRing("other", MemoryRing()))


def test_a_stand_alone_pc_has_nobody_to_ask(shop):
    with pytest.raises(CanFix, match="no head office"):
        recover(shop.folder, WANTED, ring=OsRing("memory", MemoryRing()))


def test_after_the_keyring_was_lost_the_next_new_person_mends_the_way_in(locked_out):
    ring = OsRing("memory", MemoryRing())
    with patch("db.shop.osring.find", lambda: ring):
        ctx = signin.recover(
            locked_out.folder,
            locked_out.joined.recovery_code,
            login="mary.chan",
            new_password="eleven silver spoons",
        )
        arriving.admit_here(ctx, "ann", SALES_PASSWORD)
    ctx.store.close()
    slots = keys.load(locked_out.folder)
    keys.save(locked_out.folder, keys.without(slots, ctx.staff.id), ctx.store.key)
    again = arriving.sign_in(locked_out.folder, "mary.chan", PASSWORD, ring=ring)
    assert again.staff.login == "mary.chan"
    again.store.close()
