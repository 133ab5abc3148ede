"""What really stands in an encrypted file's pages, free space and log included.

SQLCipher 4: pages of 4,096 bytes under AES-256-CBC, each with its own IV before a 64-byte HMAC at
its end; the first page begins with the salt instead of a header.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, IV_AT, SALT = 4096, 4096 - 80, 16
LOG_HEAD, FRAME_HEAD = 32, 24


def plain_bytes(path: Path, key: bytes) -> bytes:
    """Everything in the file and its log as it is behind the encryption."""
    log = path.with_name(path.name + "-wal")
    pages = [*_pages(path.read_bytes()), *(_frames(log.read_bytes()) if log.exists() else ())]
    return b"".join(_decrypted(page, key, number) for number, page in pages)


def _pages(data: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(0, len(data), PAGE):
        yield at // PAGE + 1, data[at : at + PAGE]


def _frames(data: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(LOG_HEAD, len(data), FRAME_HEAD + PAGE):
        number = int.from_bytes(data[at : at + 4], "big")
        yield number, data[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]


def _decrypted(page: bytes, key: bytes, number: int) -> bytes:
    start = SALT if number == 1 else 0
    opened = Cipher(algorithms.AES(key), modes.CBC(page[IV_AT : IV_AT + 16])).decryptor()
    return opened.update(page[start:IV_AT]) + opened.finalize()
