"""Column types that are exact on every store: ids, instants, weights, days."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
import time
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import UUID, BigInteger, LargeBinary, String, types
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

Id = bytes
"""A record's key: a UUIDv7 as 16 bytes (RFC 9562), so that new rows sort last."""

_UNIX = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MILLISECOND = dt.timedelta(milliseconds=1)


_TAIL_BITS = 74
_STEP_BITS = 32
_turn = threading.Lock()
_last = 0


def new_id() -> Id:
    """A fresh UUIDv7: 48 bits of Unix milliseconds, then 74 random bits.

    Ids of one process only grow, also within a millisecond (RFC 9562 6.2, method 2), so that rows
    of one unit of work keep their order.
    """
    global _last  # noqa: PLW0603 - the order of ids is the process's own
    fresh = (time.time_ns() // 1_000_000) << _TAIL_BITS | secrets.randbits(_TAIL_BITS)
    with _turn:
        _last = max(fresh, _last + 1 + secrets.randbits(_STEP_BITS))
        return _as_uuid(_last)


def _as_uuid(value: int) -> Id:
    """The bits with the version (7) and the variant (2) put between them."""
    stamp, tail = value >> _TAIL_BITS, value & ((1 << _TAIL_BITS) - 1)
    high = stamp << 16 | 0x7000 | tail >> 62
    low = 0b10 << 62 | tail & ((1 << 62) - 1)
    return (high << 64 | low).to_bytes(16, "big")


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


def to_millis(moment: dt.datetime) -> int:
    """Milliseconds since 1970 UTC; a moment without a zone is refused."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return (moment - _UNIX) // _MILLISECOND


def from_millis(millis: int) -> dt.datetime:
    """The UTC moment of `millis` milliseconds since 1970."""
    return _UNIX + millis * _MILLISECOND


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
