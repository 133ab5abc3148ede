"""The check sum of a scope, by the wire's name; the sums are in `db.digest`, for both stores."""

from db.digest import (
    KINDS_SINCE,
    MODULUS,
    Summed,
    as_text,
    bucket,
    from_text,
    minus,
    plus,
    row_hash,
    total,
    without_kinds,
)

__all__ = [
    "KINDS_SINCE",
    "MODULUS",
    "Summed",
    "as_text",
    "bucket",
    "from_text",
    "minus",
    "plus",
    "row_hash",
    "total",
    "without_kinds",
]
