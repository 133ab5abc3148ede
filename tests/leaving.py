"""What left the program, opened again as its owner would."""

from __future__ import annotations

from pathlib import Path

import pyzipper

from jewelcrm.context import Context
from jewelcrm.extraction import Second
from jewelcrm.imports.exports import Export, Exported


def opened(path: Path, password: str) -> bytes:
    """What lies in an encrypted file."""
    with pyzipper.AESZipFile(path) as book:
        book.setpassword(password.encode())
        (name,) = book.namelist()
        return bytes(book.read(name))


def taken_out(
    export: Export, ctx: Context, path: Path, purpose: str = "test", second: Second | None = None
) -> Exported:
    """Write a list as `path` and leave it there as it is inside its encrypted file."""
    done = export(ctx, path, purpose=purpose, second=second)
    if done.password is not None:
        path.write_bytes(opened(Path(done.path), done.password))
    return done
