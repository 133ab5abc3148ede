"""Files with personal data: for their owner only, whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from jewelcrm.errors import CanFix, Unavailable


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, mode 0600 from its first byte; it takes its name when it is complete.

    Raises:
        CanFix: the folder cannot be written.
        Unavailable: the disk is full.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise CanFix(
            "{path} cannot be written: {why}.", path=path, why=error.strerror or ""
        ) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise Unavailable(f"The file could not be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            part.unlink()
