"""A keyring that came after the store was made keeps half of the key from now on.

Whoever takes it up needs both halves at once; everybody else's way in is wrapped anew with it at
her next sign-in with the password, and works as before until then.
"""

from __future__ import annotations

from dataclasses import replace

from db.shop import keys, mark, officeslots, osring
from db.shop.osring import OsRing
from jewelcrm.access.doors import command, query
from jewelcrm.access.opening import unlock
from jewelcrm.access.rotating import CHANGED
from jewelcrm.access.signin import rewrap
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log

NO_RING = "This computer has no keyring. On Linux: install gnome-keyring and sign in again."
HAS_HALF = "A keyring keeps half of this store's key already."


@query("settings.view")
def is_offered(ctx: Context, *, ring: OsRing | None = None) -> bool:
    """True when there is a keyring, and the password alone protects the store. May take seconds."""
    without = keys.load(ctx.store.folder).ring_name is None
    return without and (ring or osring.find()) is not None


@command("settings.edit")
def take_up(ctx: Context, password: str, *, ring: OsRing | None = None) -> None:
    """Let the keyring keep half of the key; `password` is the signed-in person's own.

    Raises:
        CanFix: there is no keyring, it keeps half already, or the key file was changed.
        WrongKey, LockedOut: the password. KeyringMissing: the keyring did not keep it.
    """
    ring = ring or osring.find()
    if ring is None:
        raise CanFix(NO_RING)
    folder, now = ctx.store.folder, ctx.clock.now().timestamp()
    unlocked = unlock(folder, ctx.staff.login, password, now=now, ring=ring)
    opened = unlocked.opened
    if opened.slots.ring_name is not None:
        raise CanFix(HAS_HALF)
    if not keys.is_ours(opened.slots, opened.key):
        raise CanFix(CHANGED)
    with ctx.look() as raw:
        officeslots.keep_again(ring, opened.slots.store, raw)
    slots = keys.save(folder, keys.with_half(opened.slots, ring), opened.key)
    half_kept = replace(unlocked, opened=replace(opened, slots=slots))
    rewrap(ctx, half_kept, password, act="key.keyring")
    mark.keep_in_ring(ring, slots.store, ctx.store.reached())
    log.info("keyring taken up", pc=ctx.store.pc.id)
