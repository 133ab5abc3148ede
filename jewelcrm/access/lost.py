"""Why nobody gets in, and the ways back: never one that throws anything away.

Looks at files and the keyring only, before anybody has signed in; changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from db.errors import Damaged, KeyringMissing, NewerStore, NoStore, ReadOnly
from db.files import write_private
from db.shop import keys, machine, officeslots, osring, slotfile
from db.shop.connect import FILE_NAME
from db.shop.osring import OsRing
from db.shop.slotfile import Slots

Matter = Literal[
    "password",  # keys and keyring are as they should be
    "no_keyring",  # the keyring the store was made with is not there
    "half_lost",  # it is there, its half of the key is not: changed password, new profile
    "half_other",  # it holds another half
    "other_computer",  # the folder was copied from another computer
    "key_file",  # both copies of the key file are lost or damaged
    "no_file",  # the key file is there, the store is not
    "no_store",
    "no_access",  # the folder may not be opened
    "newer",  # a newer program wrote it
]
Way = Literal["wait", "code", "office", "paper", "backup"]
"""`wait`: put something right on this computer and try again; `office`: over the line."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What is the matter, and the ways back, the best first."""

    matter: Matter
    ways: tuple[Way, ...]


def look(folder: Path, *, ring: OsRing | None = None) -> Lost:
    """What is the matter with the way in to the store in this folder."""
    try:
        slots = keys.load(folder)
    except NoStore:
        return Lost("no_store", ("backup",))
    except NewerStore:
        return Lost("newer", ("wait",))
    except ReadOnly:
        return Lost("no_access", ("wait",))
    except Damaged:
        return Lost("key_file", ("backup",))
    if not (folder / FILE_NAME).exists():
        return Lost("no_file", ("backup",))
    ring = ring or osring.find()
    return Lost(*_keyring(slots, ring))


def _keyring(slots: Slots, ring: OsRing | None) -> tuple[Matter, tuple[Way, ...]]:
    if slots.ring_name is None or _has_half(slots, ring):
        return "password", _ways(slots, ring)
    if machine.is_here(slots) is False:
        return "other_computer", _ways(slots, ring)
    if ring is None or ring.name != slots.ring_name:
        return "no_keyring", ("wait", *_ways(slots, ring))
    return ("half_other" if _has_any(slots, ring) else "half_lost"), _ways(slots, ring)


def _ways(slots: Slots, ring: OsRing | None) -> tuple[Way, ...]:
    found: list[Way] = []
    if any(slot.kind == "recovery" for slot in slots.slots):
        found.append("code")
    if officeslots.place_of(slots) is not None:
        found += ["office", "paper"] if _own_keys(slots, ring) else ["paper"]
    return (*found, "backup")


def _has_half(slots: Slots, ring: OsRing | None) -> bool:
    try:
        return bool(keys.half_of(slots, ring))
    except KeyringMissing:
        return False


def _has_any(slots: Slots, ring: OsRing) -> bool:
    try:
        return ring.get(slots.store) is not None
    except KeyringMissing:
        return False


def _own_keys(slots: Slots, ring: OsRing | None) -> bool:
    try:
        return officeslots.kept_keys(ring, slots.store) is not None
    except KeyringMissing:
        return False


def put_key_file_back(folder: Path, kept: Slots) -> bool:
    """The key file of a backup in the place of one that is lost; False when there is a whole one.

    It is the backup's of this very store, or it opens nothing: nothing can be spoilt by it.
    """
    try:
        keys.load(folder)
    except (Damaged, NoStore):
        for name in slotfile.FILE_NAMES:
            write_private(folder / name, slotfile.text_of(kept))
        return True
    return False
