"""Whether every page of an encrypted file still bears the seal it was written with.

The driver's own check (`PRAGMA cipher_integrity_check`) comes to the same at the same pace, but it
is one call into C which nothing can stop: of a large store it takes many seconds.

SQLCipher 4: a page of 4 KiB ends with an IV of 16 bytes and an HMAC-SHA512 over what is encrypted,
the IV and the page's number. The HMAC's key is the file's, by two rounds of PBKDF2 with the salt in
the file's first 16 bytes, each of them XOR 0x3A.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PAGE, SALT, SEAL = 4096, 16, 64
PENDING_BYTE = 0x40000000
"""SQLite locks by this byte of a file, and keeps nothing in its page."""
_AT_ONCE = 256 * PAGE
_TURN, _ROUNDS, _KEY = 0x3A, 2, 32
_LOOKS, _WRITTEN_S = 5, 0.02


def broken(path: Path, key: bytes, *, stopped: Callable[[], bool]) -> Iterator[int]:
    """Numbers of the pages that were changed or cut short; nothing more once it is stopped."""
    with path.open("rb") as file:
        sealing, number = _sealing(key, file.read(SALT)), 0
        file.seek(0)
        while not stopped() and (block := file.read(_AT_ONCE)):
            view = memoryview(block)
            for at in range(0, len(view), PAGE):
                number += 1
                if not _is_whole(view[at : at + PAGE], number, sealing):
                    yield number


def broken_in_use(path: Path, key: bytes, *, stopped: Callable[[], bool]) -> list[int]:
    """The same of a store in which people work: a page may be written while it is read.

    Such a one is looked at again a little later; one that was damaged stays so.
    """
    wrong = list(broken(path, key, stopped=stopped))
    for _ in range(_LOOKS):
        if not wrong or stopped():
            break
        time.sleep(_WRITTEN_S)
        wrong = list(_still_broken(path, key, wrong))
    return wrong


def _still_broken(path: Path, key: bytes, numbers: Iterable[int]) -> Iterator[int]:
    with path.open("rb") as file:
        sealing = _sealing(key, file.read(SALT))
        for number in numbers:
            file.seek((number - 1) * PAGE)
            if not _is_whole(memoryview(file.read(PAGE)), number, sealing):
                yield number


def _sealing(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(one ^ _TURN for one in salt), _ROUNDS, _KEY)


def _is_whole(page: memoryview, number: int, sealing: bytes) -> bool:
    if number == PENDING_BYTE // PAGE + 1:
        return True
    body = bytes(page[SALT if number == 1 else 0 : -SEAL])
    said = hmac.digest(sealing, body + number.to_bytes(4, "little"), "sha512")
    return len(page) == PAGE and page[-SEAL:] == said
