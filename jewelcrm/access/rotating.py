"""A new key for this PC's store: passwords stay as they are, the printed code is made anew.

The whole file is written anew (`db.shop.rotating`), so the program must be closed meanwhile. What
head office keeps is sealed anew too, and handed in when it is reached next.
"""

from __future__ import annotations

import secrets
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from db.shop import keys, officeslots, osring, rekeying, syncoffice
from db.shop import rotating as files
from db.shop.slotfile import KEY_BYTES
from db.store import Store
from db.tables.people import staff
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Clock, Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.wire import sealing

TO_HAND_IN = "to_hand_in"
"""Stands in the key file's `extra` until head office has the new key, sealed."""
CHANGED = (
    "The key file was changed outside the program. Look in the audit log who was at this PC. Then"
    " change your own password first, which closes every other way in, and set everybody's anew."
)


@dataclass(frozen=True, slots=True)
class Rotated:
    """The key was changed; who needs a new password, and the new code where there had to be one."""

    without: tuple[str, ...]
    seconds: float
    to_hand_in: bool
    recovery_code: str = field(default="", repr=False)


def rotate(
    folder: Path,
    login: str,
    password: str,
    *,
    clock: Clock | None = None,
    ring: osring.OsRing | None = None,
    keep_code: bool = False,
    progress: files.Progress = lambda *_: None,
    step: files.Step = lambda _: None,
) -> Rotated:
    """Put the store under a new key, in the name of an administrator.

    There is a new recovery code too, unless `keep_code`: whoever had the old key could have learnt
    what the code opens. Backups made before still need the old one.

    Raises:
        Denied: not an administrator. Busy: the program is open. CanFix: the key file was changed.
        DiskFull, Damaged: nothing was changed.
    """
    began = time.monotonic()
    ctx = sign_in(folder, login, password, clock=clock, ring=ring)
    with closing(ctx.store):
        ctx.require("keys.rotate")
        new, old = secrets.token_bytes(KEY_BYTES), ctx.store.key
        slots = keys.load(folder)
        if not keys.is_ours(slots, old):
            raise CanFix(CHANGED)
        files.require_room(folder)
        made = rekeying.rekeyed(slots, old, new, _for_office(ctx, new))
        fresh, code = _with_code(made.slots, new, anew=not keep_code)
        without = _names(ctx, made.left_out)
        with ctx.work("key rotation") as work:
            work.audit("key.rotation", ctx.store.pc.id)
    files.rotate(folder, old, new, fresh, progress=progress, step=step)
    _tell(folder, new, ctx)
    handing = bool(fresh.extra.get(TO_HAND_IN))
    return Rotated(without, time.monotonic() - began, handing, code)


def _with_code(slots: keys.Slots, new: bytes, *, anew: bool) -> tuple[keys.Slots, str]:
    """A new code, unless the old one is to stay and has a lock that can."""
    has_one = any(slot.kind == "recovery" for slot in slots.slots)
    waits = any(slot.kind == officeslots.OFFICE for slot in slots.slots)
    marked = replace(slots, extra={**slots.extra, TO_HAND_IN: waits})
    return keys.with_recovery(marked, new) if anew or not has_one else (marked, "")


def _for_office(ctx: Context, new: bytes) -> bytes | None:
    """The new key as head office will keep it; None on a stand-alone PC."""
    with ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    if where is None or not where.office_key:
        return None
    return sealing.seal(
        where.office_key, new, sealing.purpose(sealing.DATABASE_KEY, ctx.store.pc.id)
    )


def _names(ctx: Context, ids: tuple[bytes, ...]) -> tuple[str, ...]:
    """Log-ins of these people."""
    with ctx.read() as conn:
        rows = conn.execute(select(staff.c.login).where(staff.c.id.in_(ids)).order_by("login"))
        return tuple(rows.scalars())


def _tell(folder: Path, new: bytes, before: Context) -> None:
    """The audit log of the new file says that it is one."""
    with closing(Store(folder, new)) as store:
        ctx = replace(before, store=store)
        with ctx.work("key rotation") as work:
            work.audit("key.rotated", store.pc.id)
        log.info("key rotated", pc=store.pc.id)
