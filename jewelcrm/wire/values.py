"""Images: a row as JSON, the same on every store and in every release.

A *stored* row is what the shop's file holds: keys as bytes, booleans as 0 or 1, moments and scaled
decimals as whole numbers, days and texts as text. An *image* is the same with keys in hexadecimal
and without its empty columns.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Column, String, Table, Text

from db.columns import Day, Instant, Key
from db.tables import metadata
from jewelcrm.wire.kinds import LARGEST, LAST_MOMENT

Stored = bytes | int | str | None
Row = dict[str, Stored]
Check = Callable[[Any], Stored]

EARLIEST_MOMENT = -62_135_596_800_000  # the beginning of the year 1


class BadImage(ValueError):
    """An image that no row of its table can be; `column` says where, never what."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__(f"{table}.{column}")
        self.table = table
        self.column = column


def to_image(table: Table, row: Mapping[str, Stored]) -> dict[str, Any]:
    """The image of a stored row: without its id, revision and empty columns."""
    keys = _key_columns(table)
    return {
        name: value.hex() if name in keys else value  # type: ignore[union-attr]
        for name, value in row.items()
        if value is not None and name not in _NOT_IN_IMAGE
    }


def from_image(table: Table, image: Mapping[str, Any]) -> Row:
    """The stored values of an image's columns; a column that is not named is not in the answer.

    Raises:
        BadImage: an unknown column, or a value that the column cannot hold.
    """
    checks = _checks(table)
    row: Row = {}
    for name, value in image.items():
        check = checks.get(name)
        if check is None:
            raise BadImage(table.name, name)
        try:
            row[name] = None if value is None else check(value)
        except (TypeError, ValueError) as error:
            raise BadImage(table.name, name) from error
    return row


def known_table(name: str) -> Table | None:
    """The record table of this name, if there is one that travels."""
    table = metadata.tables.get(name)
    return table if table is not None and table.info.get("captured") else None


_NOT_IN_IMAGE = frozenset({"id", "rev"})


@lru_cache(maxsize=64)
def _key_columns(table: Table) -> frozenset[str]:
    return frozenset(c.name for c in table.columns if isinstance(c.type, Key))


@lru_cache(maxsize=64)
def _checks(table: Table) -> dict[str, Check]:
    return {c.name: _check_of(c) for c in table.columns if c.name not in _NOT_IN_IMAGE}


def _check_of(column: Column[Any]) -> Check:
    kind = column.type
    if isinstance(kind, String):
        return _text if isinstance(kind, Text) else _text_of(kind.length)
    return next((check for known, check in _BY_TYPE if isinstance(kind, known)), _whole)


def _key(value: Any) -> bytes:
    if not isinstance(value, str) or len(value) != 32:
        raise ValueError("a key is 32 hexadecimal digits")
    key = bytes.fromhex(value)
    if len(key) != 16:
        raise ValueError("a key is 32 hexadecimal digits")
    return key


def _boolean(value: Any) -> int:
    if value not in (0, 1):
        raise ValueError("a yes or no is 1 or 0")
    return int(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not -LARGEST <= value <= LARGEST:
        raise ValueError("a whole number of 63 bits")
    return value


def _moment(value: Any) -> int:
    moment = _whole(value)
    if not EARLIEST_MOMENT <= moment <= LAST_MOMENT:
        raise ValueError("a moment of the years 1 to 9999")
    return moment


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("text without NUL")
    if not value.isascii():
        value.encode()
    return value


def _day(value: Any) -> str:
    if dt.date.fromisoformat(_text(value)).isoformat() != value:
        raise ValueError("a day is YYYY-MM-DD")
    return value  # type: ignore[no-any-return]


def _text_of(length: int | None) -> Check:
    def check(value: Any) -> str:
        text = _text(value)
        if length is not None and len(text) > length:
            raise ValueError("too long")
        return text

    return check


_BY_TYPE: tuple[tuple[type, Check], ...] = (
    (Key, _key),
    (Boolean, _boolean),
    (Day, _day),
    (Instant, _moment),
)
"""Types that need more than a whole number of 63 bits (money, scaled decimals)."""
