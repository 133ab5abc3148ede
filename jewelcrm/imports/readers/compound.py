"""The stream of a workbook of Excel 97-2003 out of its compound file ([MS-CFB])."""

from __future__ import annotations

import struct
from pathlib import Path

_FREE = 0xFFFFFFFA  # from here on, numbers say what a sector is, not which
_ENTRY = 128
_NAMES = ("workbook", "book")


class Broken(ValueError):
    """No compound file, or one that goes in circles."""


class Compound:
    """A file of sectors; each chain of them is a stream."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if len(self._data) < 512:
            raise Broken
        shift, self._small_shift = struct.unpack_from("<HH", self._data, 30)
        if shift not in {9, 12} or self._small_shift != 6:
            raise Broken
        self._size = 1 << shift
        self._table = self._words(self._table_sectors())
        start, _, self._cut, small = struct.unpack_from("<IIII", self._data, 48)
        self._entries = self._chain(start)
        self._small_table = self._words([self._chain(small)]) if small < _FREE else ()

    def workbook(self) -> bytes:
        """The stream that holds the sheets.

        Raises:
            Broken: there is none.
        """
        found = {self._name(at): at for at in range(0, len(self._entries) - _ENTRY + 1, _ENTRY)}
        at = next((found[name] for name in _NAMES if name in found), None)
        if at is None:
            raise Broken
        start, size = struct.unpack_from("<II", self._entries, at + 116)
        if size >= self._cut:
            return self._chain(start)[:size]
        (inner,) = struct.unpack_from("<I", self._entries, 116)
        return self._small(self._chain(inner), start)[:size]

    def _name(self, at: int) -> str:
        (size,) = struct.unpack_from("<H", self._entries, at + 64)
        raw = self._entries[at : at + max(0, min(size, 64) - 2)]
        return raw.decode("utf-16-le", "replace").casefold()

    def _sector(self, n: int) -> bytes:
        at = (n + 1) * self._size
        if at >= len(self._data):
            raise Broken
        return self._data[at : at + self._size]

    def _table_sectors(self) -> list[bytes]:
        """Where the table of chains lies: 109 places in the header, more in a chain of its own."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        (more,) = struct.unpack_from("<I", self._data, 68)
        for _ in range(len(self._data) // self._size + 1):
            if more >= _FREE:
                return [self._sector(n) for n in listed if n < _FREE]
            *places, more = self._words([self._sector(more)])
            listed += places
        raise Broken

    def _chain(self, start: int) -> bytes:
        pieces: list[bytes] = []
        n = start
        while n < _FREE:
            if n >= len(self._table) or len(pieces) > len(self._table):
                raise Broken
            pieces.append(self._sector(n))
            n = self._table[n]
        return b"".join(pieces)

    def _small(self, held: bytes, start: int) -> bytes:
        pieces: list[bytes] = []
        n, size = start, 1 << self._small_shift
        while n < _FREE:
            if n >= len(self._small_table) or len(pieces) > len(self._small_table):
                raise Broken
            pieces.append(held[n * size : (n + 1) * size])
            n = self._small_table[n]
        return b"".join(pieces)

    @staticmethod
    def _words(sectors: list[bytes]) -> tuple[int, ...]:
        whole = b"".join(sectors)
        return struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4])
