"""A file that only its password opens: AES-256 in a ZIP (WinZip AE-2), written as a stream.

7-Zip, WinZip, WinRAR and the Archive Utility of macOS open it. The password has 80 random bits,
which makes the few rounds of the format's key derivation no weakness.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none is taken for another when read aloud or written down."""

_GROUPS, _GROUP = 4, 4


def new_password() -> str:
    """A fresh one, e.g. `7KQX-M2PD-9WRT-H3VA`."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


@contextmanager
def inside(file: BinaryIO, name: str, password: str) -> Iterator[BinaryIO]:
    """What is written here lies in `file` encrypted, as `name`."""
    import pyzipper  # 3 MB of memory with what it brings

    book = pyzipper.AESZipFile(
        file, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    )
    try:
        book.setpassword(password.encode())
        book.setencryption(pyzipper.WZ_AES, nbits=256)
        with book.open(name, "w", force_zip64=True) as stream:
            yield cast("BinaryIO", stream)
        book.close()
    except BaseException:
        book.fp = None  # the file is thrown away: nothing more is written, nor complained of
        raise
