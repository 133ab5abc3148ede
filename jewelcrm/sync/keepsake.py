"""Telling head office when this PC's newest checked backup was made: once, and when it changes."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as cipher

from db.shop import syncstate
from jewelcrm.backup import keeping


class BackedUp:
    """What is to be told, and what was; a program that starts anew tells it again."""

    def __init__(self) -> None:
        self._told: int | None = None

    def to_tell(self, raw: cipher.Connection) -> int | None:
        """The moment by head office's time; None when there is nothing new to say."""
        made = keeping.checked(raw)
        if made is None:
            return None
        moment = max(0, made + syncstate.state(raw).clock_offset)
        return None if moment == self._told else moment

    def told(self, moment: int | None) -> None:
        """Head office has it."""
        if moment is not None:
            self._told = moment
