"""A secret in shares, of which any `least` give it back and fewer say nothing (Shamir, 1979).

Each byte is the constant of a random polynomial over GF(2^8), the field of AES (FIPS 197, 4.2):
share x is its value at x. Pure; no tables, so that nothing depends on what a secret looks like in
memory more than it must.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

_FIELD = 0x11B
MOST = 255


def split(secret: bytes, *, shares: int, least: int) -> dict[int, bytes]:
    """Shares by number, from 1.

    Raises:
        ValueError: so many shares cannot be, or nothing would be secret.
    """
    if not (2 <= least <= shares <= MOST) or not secret:
        raise ValueError("two shares at least, 255 at most, and something to share")
    rows = [secret, *(secrets.token_bytes(len(secret)) for _ in range(least - 1))]
    return {x: _value(rows, x) for x in range(1, shares + 1)}


def join(shares: Mapping[int, bytes]) -> bytes:
    """The secret of these shares; of too few, or of different secrets, something else.

    Raises:
        ValueError: they are of different lengths, or numbered as no share is.
    """
    lengths = {len(share) for share in shares.values()}
    if len(lengths) != 1 or not all(0 < x <= MOST for x in shares):
        raise ValueError("no shares of one secret")
    weights = {x: _weight(x, [y for y in shares if y != x]) for x in shares}
    parts = [bytes(times(byte, weights[x]) for byte in share) for x, share in shares.items()]
    return bytes(_sum(column) for column in zip(*parts, strict=True))


def times(a: int, b: int) -> int:
    """The product in the field."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a <<= 1
        a ^= _FIELD if a & 0x100 else 0
        b >>= 1
    return product


def inverse(a: int) -> int:
    """What times `a` is one: a to the 254th."""
    found = 1
    for _ in range(7):
        a = times(a, a)
        found = times(found, a)
    return found


def _value(rows: list[bytes], x: int) -> bytes:
    """Every byte's polynomial at x, by Horner."""
    at = bytes(len(rows[0]))
    for row in reversed(rows):
        at = bytes(times(one, x) ^ other for one, other in zip(at, row, strict=True))
    return at


def _weight(x: int, others: list[int]) -> int:
    """Lagrange's weight of a share at 0, where the secret is."""
    weight = 1
    for y in others:
        weight = times(weight, times(y, inverse(x ^ y)))
    return weight


def _sum(column: tuple[int, ...]) -> int:
    total = 0
    for one in column:
        total ^= one
    return total
