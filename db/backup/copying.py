"""From a store that people work in into a vault: chunks that are new, and the list of all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.backup.adding import Adding
from db.backup.beside import Beside
from db.backup.frozen import Frozen, copied, frozen, works_in
from db.backup.hashing import named
from db.backup.manifest import Forged
from db.backup.steps import reached
from db.backup.stopping import Cancelled, never, unless
from db.backup.vault import Vault
from db.errors import Damaged

CHUNK = 16 * 1024
SMALLER = ((256 * 1024 * 1024, 4 * 1024), (512 * 1024 * 1024, 8 * 1024))
"""Up to which size of the store smaller chunks are taken. A store's file is encrypted by pages of
4 KiB, and a day's work touches pages all over it: of 125 MB, 2,000 changes cost 3.2 % in chunks of
4 KiB and 6.9 % in those of 16; of 890 MB 16 KiB are enough, at a quarter of the names."""
MOST_CHUNKS = 256 * 1024
BLOCK = 1024 * 1024
PLAIN_HEADER = b"SQLite format 3\0"

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """A store as it lies in a vault now."""

    size: int
    lists: list[str]
    chunks: int
    chunk: int
    added: int
    counts: dict[str, int]
    sums: dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """What is copied: the file, its key, and how its content is counted."""

    path: Path
    key: bytes
    count: Callable[[cipher.Connection], tuple[dict[str, int], dict[str, str]]]


def copy_into(
    vault: Vault,
    source: Source,
    *,
    chunk: int = CHUNK,
    pause: float = 0.0,
    told: Told = lambda _done, _total: None,
    cancelled: Cancelled = never,
) -> Copied:
    """Put the store's moment into the vault; people go on working meanwhile.

    Raises:
        StoreError: it could not be done; no point is made. Stopped: it was cancelled.
    """
    with still(source, vault.folder, cancelled) as held, vault.writing(pause=pause) as adding:
        reached("frozen")
        count = partial(source.count, held.raw)
        with Beside("backup count", count, held.raw.interrupt) as counting:
            names = _chunks(held, adding, chunk, told, cancelled, workers=1 if pause else 2)
            counts, sums = counting.result(partial(unless, cancelled))
        held.check()
        lists = adding.put_list(names)
        reached("list kept")
    reached("thawed")
    return Copied(held.size, lists, len(names), chunk, adding.added, counts, sums)


def chunk_of(vault: Vault, size: int) -> int:
    """Bytes of a chunk: as in the points that are there, whose chunks are kept; else by size."""
    for point in reversed(vault.ids()):
        with suppress(Forged):
            known = vault.manifest(point)[0].chunk
            if size // known <= MOST_CHUNKS and BLOCK % known == 0:
                return known
            break
    return next((chunk for most, chunk in SMALLER if size <= most), CHUNK)


def still(
    source: Source, work: Path, cancelled: Cancelled = never
) -> AbstractContextManager[Frozen]:
    """The store held still, by the quick way where it was seen to work."""
    work.mkdir(parents=True, exist_ok=True, mode=0o700)
    if works_in(work):
        return frozen(source.path, source.key, cancelled)
    return copied(source.path, source.key, work, cancelled)


def _chunks(
    held: Frozen,
    adding: Adding,
    chunk: int,
    told: Told,
    cancelled: Cancelled,
    *,
    workers: int,
) -> list[bytes]:
    names: list[bytes] = []
    with held.path.open("rb", buffering=0) as file:
        for view, found in named(file, held.size, block=BLOCK, chunk=chunk, workers=workers):
            if not names and view[: len(PLAIN_HEADER)] == PLAIN_HEADER:
                raise Damaged("The store is not encrypted. It is not copied.")
            for at, name in enumerate(found):
                adding.put(name, view[at * chunk : (at + 1) * chunk])
            names += found
            held.check()
            unless(cancelled)
            told(min(len(names) * chunk, held.size), held.size)
    return names
