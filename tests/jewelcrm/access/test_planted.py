"""Somebody who may write the key file, and knows no password, plants a way in for later."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from db.shop import keys, locks
from db.shop.slotfile import Slot, text_of
from jewelcrm.access.rotating import rotate
from jewelcrm.access.signin import change_password, sign_in
from jewelcrm.errors import CanFix
from jewelcrm.people.commands import person_left, set_password
from tests.conftest import PASSWORD

WRAPPING, NEW = b"w" * 32, "nine grey pigeons fly"


def plant(folder, kind="staff"):
    """A slot with a lock whose private half the thief knows; what is behind it he cannot know."""
    slots = keys.load(folder)
    base = Slot((b"x" * 16).hex(), kind, "f" * 32, "AAAA", "", "", keys.POLICY)
    mine = locks.shut(base, WRAPPING, b"nothing yet".ljust(32), keys.label(slots, base))
    planted = replace(slots, slots=(*slots.slots, mine))
    for name in keys.FILE_NAMES:
        (folder / name).write_bytes(text_of(planted))


def got_in(folder):
    """What the thief's lock opens now."""
    slots = keys.load(folder)
    mine = [s for s in slots.slots if s.id == (b"x" * 16).hex()]
    return [locks.opened(s, WRAPPING, keys.label(slots, s)) for s in mine]


def acts(ctx):
    ann = next(p.id for p in everyone(ctx) if p.login == "ann")
    return (lambda: set_password(ctx, ann, NEW), lambda: person_left(ctx, ann))


def everyone(ctx):
    from jewelcrm.people.queries import everyone as people

    return people(ctx)


@pytest.mark.parametrize("which", [0, 1])
def test_a_planted_slot_is_signed_by_nobody(shop, clock, which):
    ctx = sign_in(shop.folder, "mei.chan", PASSWORD, clock=clock)
    with closing(ctx.store):
        plant(shop.folder)
        with pytest.raises(CanFix, match="changed outside"):
            acts(ctx)[which]()
    with pytest.raises(CanFix, match="changed outside"):
        rotate(shop.folder, "mei.chan", PASSWORD, clock=clock)


@pytest.mark.parametrize("kind", ["staff", "recovery", "net"])
def test_who_changes_the_own_password_closes_every_planted_way_in(shop, clock, kind):
    plant(shop.folder, kind)
    ctx = sign_in(shop.folder, "mei.chan", PASSWORD, clock=clock)
    with closing(ctx.store):
        assert any("changed outside" in told for told in ctx.warnings)
        change_password(ctx, PASSWORD, NEW)
        acts(ctx)[0]()
    rotate(shop.folder, "mei.chan", NEW, clock=clock)
    assert got_in(shop.folder) == []
    sign_in(shop.folder, "ann", NEW, clock=clock).store.close()
    with pytest.raises(Exception, match="not right"):
        sign_in(shop.folder, "wing", "yellow river stone", clock=clock)
