"""Record ids that come out the same for the same seed, and sort by when the record was made."""

from __future__ import annotations

import datetime as dt
from random import Random

from db.types import Id, to_millis

_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62
_RANDOM = ~((0xF << 76) | (0b11 << 62)) & ((1 << 80) - 1)


class Ids:
    """Gives UUIDv7 whose 74 random bits come from the demo's own dice."""

    def __init__(self, seed: str) -> None:
        self._bits = Random(seed).getrandbits

    def at(self, moment: dt.datetime) -> Id:
        """A fresh id of that moment."""
        tail = (self._bits(80) & _RANDOM) | _VERSION | _VARIANT
        return to_millis(moment).to_bytes(6, "big") + tail.to_bytes(10, "big")
