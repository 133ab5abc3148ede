"""The doctor at the ways in: key slots, their two copies, the keyring, head office's sealed key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from db.errors import Damaged, KeyringMissing
from db.shop import keys, machine, osring
from db.shop.slotfile import Slots, parse
from jewelcrm.access.rotating import TO_HAND_IN
from jewelcrm.doctor.model import Line, Round


def key_slots(at: Round) -> Iterator[Line]:
    """Who can open the store, and whether the key file is as the program wrote it."""
    slots = keys.load(at.ctx.store.folder)
    if not keys.is_ours(slots, at.ctx.store.key):
        yield Line(
            "keys",
            "red",
            "the key file was changed outside the program",
            "Look in the audit log who was at this PC. Change your own password first, which closes"
            " every other way in; then set everybody's anew, and make a new recovery code"
            " (jewelcrm-admin key rotate).",
        )
        return
    if not _both_whole(at.ctx.store.folder):
        yield Line(
            "keys",
            "amber",
            "one of the two copies of the key file is lost or damaged",
            "Sign out and in again: it is written anew from the other one. Check the disk.",
        )
        return
    yield _people(at, slots)


def _people(at: Round, slots: Slots) -> Line:
    ways = {s.id for s in slots.slots if s.kind == "staff"}
    rows = at.conn.exec_driver_sql("SELECT id FROM staff WHERE active = 1 AND archived_at IS NULL")
    without = sum(1 for (row,) in rows if row.hex() not in ways)
    if without and at.ctx.store.lease is None:
        return Line(
            "keys",
            "amber",
            f"{without} of the people here cannot sign in on this PC",
            "Give them a new password: jewelcrm-admin user password LOGIN",
        )
    if slots.extra.get(TO_HAND_IN):
        return Line(
            "keys",
            "amber",
            "the key was changed and head office does not have the new one yet",
            "Connect this PC to head office: jewelcrm-admin sync now",
        )
    if len(ways) == 1:
        return Line("keys", "green", "one person and the recovery code open the store")
    return Line("keys", "green", f"{len(ways)} people and the recovery code open the store")


def _both_whole(folder: Path) -> bool:
    try:
        first, second = ((folder / name).read_bytes() for name in keys.FILE_NAMES)
        parse(first)
    except (OSError, Damaged):
        return False
    return first == second


def keyring(at: Round) -> Iterator[Line]:
    """Whether the operating system still keeps its half of the key."""
    slots = keys.load(at.ctx.store.folder)
    ring = osring.find()
    if slots.ring_name is None:
        yield Line(
            "keyring",
            "amber",
            "the password alone protects this store",
            "This PC has a keyring now: let it keep half of the key (settings, Sign-in)."
            if ring
            else "Install a keyring (on Linux: gnome-keyring), or keep this PC locked away.",
        )
        return
    if ring is not None and ring.name == slots.ring_name:
        yield _half(slots, ring)
        return
    yield Line(
        "keyring",
        "red",
        "the keyring that holds half of the key is not there",
        "Unlock it or sign in to the computer as usual; else use the recovery code.",
    )


def _half(slots: Slots, ring: osring.OsRing) -> Line:
    try:
        keys.half_of(slots, ring)
    except KeyringMissing:
        return Line(
            "keyring",
            "red",
            "this computer's keyring has lost its half of the key",
            "Have the printed recovery code at hand: the next sign-in needs it.",
        )
    if machine.is_here(slots) is False:
        return Line(
            "keyring",
            "amber",
            "holds its half, but the store was made on another computer",
            "Do not work on both copies: each would give papers the same numbers.",
        )
    return Line("keyring", "green", "holds its half of the key")
