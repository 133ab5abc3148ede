"""Column types that are exact on every store: ids, instants, weights, days.

Apart from `db.types`, because they bring SQLAlchemy along: who signs in does not wait for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import UUID, BigInteger, Column, LargeBinary, String, Text, types
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from db.errors import BadText, TooLong
from db.types import from_millis, to_millis

Convert = Callable[[Any], Any]
_DIALECT = sqlite_dialect()


class Key(TypeDecorator[bytes]):
    """A UUIDv7: 16-byte BLOB on a shop's PC, `uuid` on PostgreSQL; bytes in Python."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID(as_uuid=False))
        return dialect.type_descriptor(LargeBinary(16))

    # Bytes go in and out of a shop's store as they are: no call for each of them.

    def bind_processor(self, dialect: Dialect) -> Any:
        return super().bind_processor(dialect) if dialect.name == "postgresql" else None

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return super().result_processor(dialect, coltype) if dialect.name == "postgresql" else None

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else value.hex()

    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else bytes.fromhex(str(value).replace("-", ""))


class Instant(TypeDecorator[dt.datetime]):
    """A moment, kept as integer milliseconds since 1970 UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_millis(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else from_millis(value)


class Day(TypeDecorator[dt.date]):
    """A business date without a zone, kept as `YYYY-MM-DD`."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        return None if value is None else dt.date.fromisoformat(value)


class _Scaled(TypeDecorator[Decimal]):
    """An exact decimal kept as a whole number of its smallest unit."""

    impl = BigInteger
    cache_ok = True
    places: int

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        return int(value.scaleb(self.places).quantize(Decimal(1), ROUND_HALF_UP))

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.places)


class Grams(_Scaled):
    """A metal's weight in grams, exact to 0.1 mg (a Hong Kong candareen is 0.37429 g)."""

    places = 4
    cache_ok = True


class Carats(_Scaled):
    """A stone's weight in metric carats (0.2 g), exact to 0.001 ct."""

    places = 3
    cache_ok = True


class Millimetres(_Scaled):
    """A length in millimetres, exact to 0.01 mm."""

    places = 2
    cache_ok = True


class Quantity(_Scaled):
    """A count of pieces, exact to 0.001 (chains are sold by length)."""

    places = 3
    cache_ok = True


Cents = types.BigInteger
"""Money in minor units of the row's currency; never a float."""


def convert(column: Column[Any]) -> Convert:
    """How a value becomes what the driver keeps in this column of a shop's store."""
    kind = column.type
    if isinstance(kind, String):
        return _text_check(column.name, kind.length if not isinstance(kind, Text) else None)
    if isinstance(kind, Key):
        return _as_is
    if isinstance(kind, Instant):
        return _millis
    process = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return process if process is not None else _as_is


def _as_is(value: Any) -> Any:
    return value


def _millis(value: dt.datetime | None) -> int | None:
    return None if value is None else to_millis(value)


def _text_check(name: str, limit: int | None) -> Convert:
    """Refuse what another store could not keep, before it is half-way there."""

    def check(value: str | None) -> str | None:
        if value is None:
            return None
        if limit is not None and len(value) > limit:
            raise TooLong(name, limit)
        if "\0" in value or (not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value)):
            raise BadText(name)
        return value

    return check
