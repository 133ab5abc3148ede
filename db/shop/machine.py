"""Which computer a store's keys were made on, so that a copied folder is told from a lost keyring.

Only a keyed hash of the computer's own number is kept, in the key file.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from db.shop.slotfile import Slots, to_bytes

_PLACE = "machine"
_FILES = ("/etc/machine-id", "/var/lib/dbus/machine-id")


def marked(slots: Slots) -> Slots:
    """The slots with this computer's mark."""
    here = mark(slots)
    return replace(slots, extra={**slots.extra, _PLACE: here}) if here else slots


def is_here(slots: Slots) -> bool | None:
    """Whether the keys were made on this computer; None where that cannot be told."""
    kept, here = slots.extra.get(_PLACE), mark(slots)
    return None if not kept or not here else kept == here


def mark(slots: Slots) -> str:
    """This computer's mark for these slots; empty where it has no number."""
    number = own_number()
    if not number:
        return ""
    return hmac.new(to_bytes(slots.salt), number.encode(), hashlib.sha256).hexdigest()[:32]


def own_number() -> str:
    """The number the operating system gave this computer."""
    if os.name == "nt":
        return _of_windows()
    for name in _FILES:
        with suppress(OSError):
            return Path(name).read_text(encoding="ascii").strip()
    return ""


def _of_windows() -> str:
    registry = import_module("winreg")
    place = "SOFTWARE\\Microsoft\\Cryptography"
    with suppress(OSError), registry.OpenKey(registry.HKEY_LOCAL_MACHINE, place) as key:
        return str(registry.QueryValueEx(key, "MachineGuid")[0])
    return ""
