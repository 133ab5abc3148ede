"""Why nobody gets in is said in a word, and every way back keeps everything."""

import pytest

from db.shop import keys, slotfile
from jewelcrm.access import lost
from jewelcrm.access.signin import sign_in
from jewelcrm.admin.main import main
from jewelcrm.backup import commands
from tests.conftest import PASSWORD, SetClock


def look(shop):
    return lost.look(shop.folder)


def test_a_forgotten_password_has_the_printed_code_and_the_backups(shop):
    assert look(shop) == lost.Lost("password", ("code", "backup"))


def test_one_lost_copy_of_the_key_file_is_nothing_to_recover_from(shop):
    (shop.folder / keys.FILE_NAMES[0]).unlink()
    assert look(shop).matter == "password"


def test_both_copies_lost_are_put_back_from_a_backup(shop):
    kept = keys.load(shop.folder)
    for name in keys.FILE_NAMES:
        (shop.folder / name).unlink()
    assert look(shop) == lost.Lost("key_file", ("backup",))
    assert lost.put_key_file_back(shop.folder, kept)
    sign_in(shop.folder, "mei.chan", PASSWORD, clock=SetClock()).store.close()


def test_a_whole_key_file_is_never_replaced(shop):
    kept = keys.load(shop.folder)
    assert not lost.put_key_file_back(shop.folder, slotfile.Slots("other", kept.salt))
    assert keys.load(shop.folder) == kept


@pytest.mark.parametrize(
    ("gone", "matter"), [(("store.db",), "no_file"), (("store.db", *keys.FILE_NAMES), "no_store")]
)
def test_a_lost_store_leads_to_the_backups(shop, gone, matter):
    for name in gone:
        (shop.folder / name).unlink()
    assert look(shop) == lost.Lost(matter, ("backup",))


def test_a_store_of_a_newer_program_wants_the_update(shop, monkeypatch):
    slots = keys.load(shop.folder)
    monkeypatch.setattr(slotfile, "VERSION", 9)
    keys.save(shop.folder, slots, bytes(32))
    monkeypatch.undo()
    assert look(shop).matter == "newer"


def test_the_command_takes_the_key_file_of_the_newest_backup(shop, capsys):
    ctx = sign_in(shop.folder, "mei.chan", PASSWORD)
    commands.back_up(ctx)
    ctx.store.close()
    where = ["--data", str(shop.folder), "recover", "mei.chan", "--key-file-from", str(shop.folder)]
    assert main(where) == 1
    assert "is whole" in capsys.readouterr().err
    for name in keys.FILE_NAMES:
        (shop.folder / name).write_bytes(b"damaged")
    assert main(where) == 0
    sign_in(shop.folder, "mei.chan", PASSWORD).store.close()
