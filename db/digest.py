"""The check sum of a scope: an order-free sum of hashes that both sides keep as they go.

Sum of BLAKE2b-128 over table, id, revision and kind, modulo 2^128 (sync.md 2.13): a PC that holds a
row whole of which it may see a stub has another sum. It finds accidents, not attackers.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

Summed = tuple[str, bytes, int, str]
"""Table, id, revision, kind (P whole, S stub)."""

MODULUS = 1 << 128
KINDS_SINCE = 8
"""The first schema whose sums tell stubs from whole rows, at head office and on a PC."""


def row_hash(table: str, row_id: bytes, rev: int, kind: str) -> int:
    """One row's part of the sum. A whole row's has no kind in it."""
    told = b"%s\0%s%d%s" % (table.encode(), row_id, rev, b"S" if kind == "S" else b"")
    return int.from_bytes(blake2b(told, digest_size=16).digest(), "big")


def plus(total: int, table: str, row_id: bytes, rev: int, kind: str) -> int:
    """The sum with the row in it."""
    return (total + row_hash(table, row_id, rev, kind)) % MODULUS


def minus(total: int, table: str, row_id: bytes, rev: int, kind: str) -> int:
    """The sum without the row."""
    return (total - row_hash(table, row_id, rev, kind)) % MODULUS


def kinds_told(total: int, stubs: Iterable[tuple[str, bytes, int]]) -> int:
    """A sum that took these (table, id, revision) for whole rows, as it is with them as stubs."""
    told = (row_hash(*one, "S") - row_hash(*one, "P") for one in stubs)
    return (total + sum(told)) % MODULUS


def without_kinds(total: int, stubs: Iterable[tuple[str, bytes, int]]) -> int:
    """A sum with these (table, id, revision) as stubs, as it is where they are taken for whole."""
    told = (row_hash(*one, "P") - row_hash(*one, "S") for one in stubs)
    return (total + sum(told)) % MODULUS


def total(rows: Iterable[Summed]) -> int:
    """The sum of rows."""
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
