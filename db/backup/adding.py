"""What is being added to a vault: chunks that are new, in packs of a useful size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from db.backup.packs import PackWriter, name_of

PACK_BYTES = 64 * 1024 * 1024
LIST_NAMES = 512
"""Names of chunks in one chunk of the list: 16 KiB."""


class Adding:
    """Adds to the packs in a folder; `has`: which chunks are there already."""

    def __init__(self, packs: Path, has: Callable[[bytes], bool], pause: float) -> None:
        self._packs, self._has, self._pause = packs, has, pause
        self._pack: PackWriter | None = None
        self._new: set[bytes] = set()
        self._closer = ThreadPoolExecutor(1, thread_name_prefix="backup pack")
        self._closing: Future[Path | None] | None = None
        self.added = 0
        self.made: set[str] = set()
        """Names of the packs that are whole and in their place; one may have been there before."""

    def put(self, name: bytes, chunk: bytes | memoryview) -> bool:
        """Keep a chunk; False when it is here already."""
        if name in self._new or self._has(name):
            return False
        self._add(name, chunk)
        self.added += len(chunk)
        return True

    def move(self, name: bytes, chunk: bytes) -> None:
        """Keep a chunk again, of a pack that is about to go."""
        if name not in self._new:
            self._add(name, chunk)

    def put_list(self, names: Sequence[bytes]) -> list[str]:
        """Keep the names of a file's chunks; returns what the manifest says of them."""
        pieces = [b"".join(names[at : at + LIST_NAMES]) for at in range(0, len(names), LIST_NAMES)]
        for piece in pieces:
            self.put(name_of(piece), piece)
        return [name_of(piece).hex() for piece in pieces]

    def close(self) -> None:
        """Name the pack that is open, when the one before it is on the disk."""
        self._settle()
        if self._pack is not None:
            self._note(self._pack.close())  # what fails here leaves it to `drop`
            self._pack = None
        self._closer.shutdown()

    def _add(self, name: bytes, chunk: bytes | memoryview) -> None:
        if self._pack is None:
            self._pack = PackWriter(self._packs, pause=self._pause)
        self._pack.put(name, chunk)
        self._new.add(name)
        if self._pack.length >= PACK_BYTES:
            self._settle()
            self._closing = self._closer.submit(_closed, self._pack)
            self._pack = None

    def _settle(self) -> None:
        """Wait until the full pack is on the disk, which goes on beside the next one's filling."""
        closing, self._closing = self._closing, None
        if closing is not None:
            self._note(closing.result())

    def _note(self, pack: Path | None) -> None:
        if pack is not None:
            self.made.add(pack.name)

    def drop(self) -> None:
        """Give up the pack that is open."""
        self._closer.shutdown()
        pack, self._pack = self._pack, None
        if pack is not None:
            pack.drop()


def _closed(pack: PackWriter) -> Path | None:
    try:
        return pack.close()
    except BaseException:
        pack.drop()
        raise
