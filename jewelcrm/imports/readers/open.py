"""Opening a file: what it is decides who reads it, not what its name ends with."""

from __future__ import annotations

import codecs
import gzip
import stat
import zlib
from collections.abc import Callable
from pathlib import Path

from jewelcrm.errors import CanFix
from jewelcrm.imports.readers.delimited import Delimited
from jewelcrm.imports.readers.encodings import is_wide
from jewelcrm.imports.readers.model import LIMITS, ReadOptions, Source
from jewelcrm.imports.readers.sheets import Sheet, is_bomb
from jewelcrm.imports.readers.vcards import Vcards
from jewelcrm.imports.rules.words import is_known

_OTHER = {
    "a PDF": (b"%PDF",),
    "a picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    "a database": (b"SQLite format 3",),
    "an archive": (b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"),
    "a program": (b"MZ", b"\x7fELF"),
}
_WEB_PAGE = (b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"<div")


def open_source(
    path: Path, options: ReadOptions | None = None, *, known: Callable[[str], bool] = is_known
) -> Source:
    """The file as a table; `known` tells a column's name from a cell.

    Raises:
        CanFix: the file is missing, too large, damaged, or no table.
    """
    options = options or ReadOptions()
    head, zipped = _head(path)
    _check(head)
    try:
        codecs.lookup((options.encoding or "utf-8").replace("\0", "?"))
        return _reader_for(path, options, head, zipped=zipped, known=known)
    except UnicodeError as error:
        raise CanFix(
            "The file is not {encoding} text.", encoding=options.encoding or "readable"
        ) from error
    except LookupError as error:
        raise CanFix("There is no encoding {encoding}.", encoding=options.encoding or "") from error
    except (OSError, EOFError, zlib.error) as error:
        raise CanFix("The file {name} is damaged.", name=path.name) from error


def _reader_for(
    path: Path,
    options: ReadOptions,
    head: bytes,
    *,
    zipped: bool,
    known: Callable[[str], bool],
) -> Source:
    if head.startswith(b"PK\x03\x04") and not zipped:
        return Sheet(path, options, form="xlsx", known=known)
    if head.startswith(b"\xd0\xcf\x11\xe0") and not zipped:
        return Sheet(path, options, form="xls", known=known)
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if plain[:11].upper() == b"BEGIN:VCARD":
        return Vcards(path, options, zipped=zipped)
    return Delimited(path, options, zipped=zipped, known=known)


def _head(path: Path) -> tuple[bytes, bool]:
    """The first bytes, unpacked when packed, and whether they were."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise CanFix(
                "{name} is {what}, not a file. Name the file with the list.",
                name=path.name,
                what=_what(found.st_mode),
            )
        with path.open("rb") as raw:
            size, head = found.st_size, raw.read(4096)
    except ValueError as error:
        raise CanFix("No file can have this name: there is a zero byte in it.") from error
    except OSError as error:
        raise CanFix(
            "The file {name} cannot be opened: {why}.", name=path.name, why=error.strerror
        ) from error
    if size > LIMITS.file_bytes:
        raise CanFix("The file is larger than {limit} GB.", limit=LIMITS.file_bytes >> 30)
    if not head.startswith(b"\x1f\x8b"):
        return head, False
    return _unpack_all(path, size), True


def _what(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device or a socket"


def _unpack_all(path: Path, packed: int) -> bytes:
    """Unpack once without keeping anything: damage and bombs are found before a row is read."""
    try:
        with gzip.open(path) as stream:
            head = stream.read(4096)
            total = len(head)
            while chunk := stream.read(1 << 20):
                total += len(chunk)
                if total > LIMITS.file_bytes or (
                    total > LIMITS.unpacked_bytes and is_bomb(packed, total)
                ):
                    raise CanFix(
                        "The file unpacks to far more than a real one would. It was not opened."
                    )
    except (OSError, EOFError, zlib.error) as error:
        raise CanFix(
            "The file {name} is damaged: it cannot be unpacked.", name=path.name
        ) from error
    return head


def _check(head: bytes) -> None:
    """Refuse what is plainly no table."""
    for what, marks in _OTHER.items():
        if head.startswith(marks):
            raise CanFix("This is {what}, not a table. Export the data as CSV or XLSX.", what=what)
    if head.replace(b"\0", b"").strip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().startswith(_WEB_PAGE):
        raise CanFix(
            "This is a web page, not a table, whatever its name ends with. Open it in a spreadsheet"
            " program and save it as XLSX."
        )
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise CanFix("The file is empty.")
    odd = sum(byte < 9 or 13 < byte < 27 for byte in head if byte)
    if odd * 20 > len(head) and not head.startswith((b"PK", b"\xd0\xcf")) and not is_wide(head):
        raise CanFix("This is no table of text. Export the data as CSV or XLSX.")
