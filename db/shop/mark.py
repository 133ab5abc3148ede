"""How far a store has come, kept beside it: an older store beside a newer mark was put back.

The mark is written after each commit, so that it never names what the store does not have; one
that was lost with the power is behind, and says nothing. The operating system's keyring keeps a
second one, which is written at each sign-in: it is not put back along with the folder.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.shop.connect import FILE_NAME
from db.shop.osring import OsRing

if TYPE_CHECKING:
    from db.types import Id  # loads a database library: see jewelcrm.access.opening

MARK = f"{FILE_NAME}-mark"
IN_RING = ".mark"
_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a store had come: its clock's last tick, and the next number of its papers."""

    pc: Id
    hlc: int
    letter: str
    next_number: int

    def written(self) -> bytes:
        """As a line of always the same width, so that a shorter one leaves nothing behind."""
        line = f"{self.pc.hex()} {self.hlc} {self.letter} {self.next_number}"
        return line.encode().ljust(_WIDTH - 1) + b"\n"

    def is_ahead_of(self, other: Reached) -> bool:
        """True when the same PC's store had come further than this."""
        return self.pc == other.pc and self.hlc > other.hlc


class Mark:
    """The mark beside an open store. Safe to use from any thread."""

    def __init__(self, folder: Path, now: Reached) -> None:
        self._path = folder / MARK
        self._lock = threading.Lock()
        self._now, self._handle = now, -1

    def note(self, hlc: int, given: tuple[str, int] | None) -> None:
        """A commit at this tick; `given`: the letter and the next number, when numbers were given.

        A disk that does not take it costs the mark, not the commit.
        """
        with self._lock:
            letter, number = given or (self._now.letter, self._now.next_number)
            if hlc < self._now.hlc and given is None:
                return
            hlc = max(hlc, self._now.hlc)
            self._now = Reached(self._now.pc, hlc, letter, number)
            with suppress(OSError):
                self._keep()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._handle >= 0:
                os.close(self._handle)
            self._handle = -1

    def _keep(self) -> None:
        if self._handle < 0:
            self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, self._now.written())


def beside(folder: Path) -> Reached | None:
    """The mark beside a store; None where there is none that can be read."""
    with suppress(OSError, ValueError):
        return read((folder / MARK).read_bytes())
    return None


def read(line: bytes) -> Reached:
    """A mark from its line.

    Raises:
        ValueError: it is none.
    """
    pc, hlc, letter, number = line[:_WIDTH].decode("ascii").split()
    return Reached(bytes.fromhex(pc), int(hlc), letter, int(number))


def in_ring(ring: OsRing | None, store: str) -> Reached | None:
    """The mark that the keyring has of a store."""
    if ring is None:
        return None
    with suppress(Exception):  # a keyring that fails here fails where it matters, too
        kept = ring.get(store + IN_RING)
        return read(kept) if kept else None
    return None


def keep_in_ring(ring: OsRing | None, store: str, reached: Reached) -> None:
    """Leave the mark with the keyring."""
    if ring is not None:
        with suppress(Exception):
            ring.put(store + IN_RING, reached.written())
