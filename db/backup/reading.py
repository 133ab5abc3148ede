"""A point's chunks in order, compared with their names on another core while the next are read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

from db.backup.packs import BadPack, Place, name_of
from db.backup.vault import Vault

TOGETHER, AHEAD = 64, 4
"""Chunks that are compared in one go: a megabyte; and how many such are under way."""
_Fetched = tuple[bytes, Place, bytes]


def blocks(vault: Vault, names: Sequence[bytes]) -> Iterator[bytes]:
    """What the chunks hold, a megabyte at a time.

    Raises:
        Damaged: a chunk is missing or changed; says in which file.
    """
    groups = (names[at : at + TOGETHER] for at in range(0, len(names), TOGETHER))
    with ThreadPoolExecutor(2, thread_name_prefix="backup read") as pool:

        def asked(group: Sequence[bytes]) -> Future[bytes]:
            return pool.submit(_compared, [(name, *vault.fetch(name)) for name in group])

        coming = deque(asked(group) for group in islice(groups, AHEAD))
        while coming:
            yield coming.popleft().result()
            coming.extend(asked(group) for group in islice(groups, 1))


def _compared(fetched: Sequence[_Fetched]) -> bytes:
    for name, place, chunk in fetched:
        if name_of(chunk) != name:
            raise BadPack(place.pack)
    return b"".join(chunk for _, _, chunk in fetched)
