"""The check sum of a scope: an order-free sum of hashes that both sides keep as they go.

Sum of BLAKE2b-128 over table, id and revision, modulo 2^128 (sync.md 2.13). It finds accidents,
not attackers.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

MODULUS = 1 << 128


def row_hash(table: str, row_id: bytes, rev: int) -> int:
    """One row's part of the sum."""
    return int.from_bytes(
        blake2b(b"%s\0%s%d" % (table.encode(), row_id, rev), digest_size=16).digest(), "big"
    )


def plus(total: int, table: str, row_id: bytes, rev: int) -> int:
    """The sum with the row in it."""
    return (total + row_hash(table, row_id, rev)) % MODULUS


def minus(total: int, table: str, row_id: bytes, rev: int) -> int:
    """The sum without the row."""
    return (total - row_hash(table, row_id, rev)) % MODULUS


def total(rows: Iterable[tuple[str, bytes, int]]) -> int:
    """The sum of rows given as table, id, revision."""
    return sum(row_hash(*row) for row in rows) % MODULUS


def as_text(value: int) -> str:
    """The sum as 32 hexadecimal digits, as it is sent and kept."""
    return f"{value:032x}"


def from_text(text: str) -> int:
    """The sum back from its text."""
    return int(text, 16)


def bucket(row_id: bytes) -> int:
    """Which of the 256 buckets a row lies in: the last byte of its id, which is random."""
    return row_id[-1]
