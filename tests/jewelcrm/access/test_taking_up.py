"""A store made without a keyring takes up one that came later; nobody needs the recovery code."""

from contextlib import closing

import pytest

from db.errors import KeyringMissing, WrongKey
from db.shop import keys, mark, osring
from db.shop.osring import OsRing
from jewelcrm.access import taking_up
from jewelcrm.access.rotating import rotate
from jewelcrm.access.signin import NO_KEYRING, recover, sign_in
from jewelcrm.admin.main import main
from jewelcrm.doctor import ways_in
from jewelcrm.doctor.model import Round
from jewelcrm.errors import CanFix
from tests.conftest import PASSWORD, STAFF_PASSWORD, SetClock
from tests.jewelcrm.sync_line.world import MemoryRing


@pytest.fixture
def ring(monkeypatch):
    """The computer has a keyring now."""
    made = OsRing("memory", MemoryRing())
    monkeypatch.setattr(osring, "find", lambda: made)
    return made


def opened(shop, login="mei.chan", password=PASSWORD):
    return sign_in(shop.folder, login, password, clock=SetClock())


def needs_half(shop, login):
    return keys.staff_slot(keys.load(shop.folder), login).keyring


def test_who_takes_it_up_needs_both_halves_at_once_with_the_same_password(shop, ctx, ring):
    taking_up.take_up(ctx, PASSWORD)
    again = opened(shop)
    with closing(again.store):
        assert NO_KEYRING not in again.warnings
    ring.backend.kept.clear()
    with pytest.raises(KeyringMissing):
        opened(shop)


def test_the_others_come_in_as_before_and_need_both_halves_from_then_on(shop, ctx, ring):
    taking_up.take_up(ctx, PASSWORD)
    assert not needs_half(shop, "ann")
    opened(shop, "ann", STAFF_PASSWORD).store.close()
    assert needs_half(shop, "ann")
    opened(shop, "ann", STAFF_PASSWORD).store.close()


def test_whose_way_in_needs_no_half_yet_is_not_kept_out_by_a_keyring_that_is_lost(shop, ctx, ring):
    taking_up.take_up(ctx, PASSWORD)
    ring.backend.kept.clear()
    opened(shop, "ann", STAFF_PASSWORD).store.close()
    assert not needs_half(shop, "ann")


def test_a_wrong_password_changes_nothing(shop, ctx, ring):
    with pytest.raises(WrongKey):
        taking_up.take_up(ctx, "not her password")
    assert (keys.load(shop.folder).ring_name, ring.backend.kept) == (None, {})


def test_a_keyring_that_forgets_is_not_taken_up(shop, ctx, ring, monkeypatch):
    monkeypatch.setattr(ring.backend, "set_password", lambda *_: None)
    with pytest.raises(KeyringMissing):
        taking_up.take_up(ctx, PASSWORD)
    monkeypatch.undo()
    opened(shop).store.close()
    assert keys.load(shop.folder).ring_name is None


def test_it_is_offered_where_there_is_one_that_keeps_nothing_yet(ctx, ring, monkeypatch):
    assert taking_up.is_offered(ctx)
    taking_up.take_up(ctx, PASSWORD)
    assert not taking_up.is_offered(ctx)
    with pytest.raises(CanFix, match="already"):
        taking_up.take_up(ctx, PASSWORD)


def test_without_a_keyring_nothing_is_offered_and_the_way_to_one_is_said(ctx, monkeypatch):
    monkeypatch.setattr(osring, "find", lambda: None)
    assert not taking_up.is_offered(ctx)
    with pytest.raises(CanFix, match="no keyring"):
        taking_up.take_up(ctx, PASSWORD)


def test_a_key_file_that_somebody_changed_is_not_signed_anew(shop, ctx, ring):
    keys.save(shop.folder, keys.load(shop.folder), bytes(32))
    with pytest.raises(CanFix, match="changed outside"):
        taking_up.take_up(ctx, PASSWORD)


def test_the_printed_code_stays_good_and_the_keyring_knows_how_far_the_pc_has_come(shop, ctx, ring):
    taking_up.take_up(ctx, PASSWORD)
    assert mark.in_ring(ring, keys.load(shop.folder).store) is not None
    ring.backend.kept.clear()
    ctx.store.close()
    code, new = shop.recovery_code, "eleven silver spoons"
    recover(shop.folder, code, login="mei.chan", new_password=new).store.close()


def test_the_doctor_says_what_to_do_and_is_content_afterwards(ctx, ring):
    def told():
        with ctx.read() as conn:
            [line] = ways_in.keyring(Round(ctx, conn))
        return line

    assert (told().light, "keep half of the key" in told().advice) == ("amber", True)
    taking_up.take_up(ctx, PASSWORD)
    assert told().light == "green"


def test_the_key_can_be_changed_while_some_need_the_half_and_others_do_not(shop, ctx, ring):
    taking_up.take_up(ctx, PASSWORD)
    ctx.store.close()
    before = keys.load(shop.folder)
    rotate(shop.folder, "mei.chan", PASSWORD, clock=SetClock(), ring=ring)
    opened(shop).store.close()
    opened(shop, "ann", STAFF_PASSWORD).store.close()
    after = keys.load(shop.folder)
    assert (after.ring_name, after.ring_hash) == (before.ring_name, before.ring_hash)


def test_the_command_line_takes_it_up_too(shop, ring, monkeypatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    assert main(["--data", str(shop.folder), "--user", "mei.chan", "key", "keyring"]) == 0
    assert "keeps half of the key now" in capsys.readouterr().out
    assert needs_half(shop, "mei.chan")
