"""A file's chunks by name, computed ahead of whoever writes them.

Hashing takes longer than anything else of a copy, and lets go of the interpreter's lock: another
core does it while this one writes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import BinaryIO

from db.backup.packs import name_of

AHEAD = 4
"""Blocks read ahead: so many megabytes."""
Named = tuple[memoryview, list[bytes]]


def named(file: BinaryIO, size: int, *, block: int, chunk: int, workers: int) -> Iterator[Named]:
    """The file's blocks up to `size`, in order, each with the names of its chunks."""
    with ThreadPoolExecutor(workers, thread_name_prefix="backup hash") as pool:
        blocks = _blocks(file, size, block)
        coming = deque(_asked(pool, one, chunk) for one in islice(blocks, AHEAD))
        try:
            while coming:
                yield coming.popleft().result()
                coming.extend(_asked(pool, one, chunk) for one in islice(blocks, 1))
        finally:
            for one in coming:
                one.cancel()


def _blocks(file: BinaryIO, size: int, block: int) -> Iterator[bytes]:
    left = size
    while left and (data := file.read(min(block, left))):
        left -= len(data)
        yield data


def _asked(pool: ThreadPoolExecutor, data: bytes, chunk: int) -> Future[Named]:
    return pool.submit(_names, data, chunk)


def _names(data: bytes, chunk: int) -> Named:
    view = memoryview(data)
    return view, [name_of(view[at : at + chunk]) for at in range(0, len(data), chunk)]
