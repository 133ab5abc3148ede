"""Which records of those found come first, and how many places each kind has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from db.shop.search import KINDS, Hit
from db.types import Id

RIGHTS: Mapping[str, str] = {
    "customer": "customers.view",
    "order": "orders.view",
    "receipt": "payments.view",
    "product": "catalogue.view",
}
"""What a person must be allowed to see, to find it."""


def ranked(hits: Collection[Hit], open_business: Mapping[Id, int]) -> list[Hit]:
    """Whole numbers first, then open business, then whole words, then the newest."""
    return sorted(hits, key=lambda hit: _place(hit, open_business))


def shared_out(hits: Sequence[Hit], limit: int) -> list[Hit]:
    """The first `limit`, but so that no kind crowds the others out.

    Every kind keeps half of its fair share if it has so many; the order does not change.
    """
    if len(hits) <= limit:
        return list(hits)
    kept = limit // (2 * len({hit.kind for hit in hits}))
    seen: Counter[str] = Counter()
    first: list[int] = []
    rest: list[int] = []
    for place, hit in enumerate(hits):
        seen[hit.kind] += 1
        (first if seen[hit.kind] <= kept else rest).append(place)
    chosen = sorted(first + rest[: limit - len(first)])
    return [hits[place] for place in chosen]


def _place(hit: Hit, open_business: Mapping[Id, int]) -> tuple[bool, bool, int, int, int]:
    busy = bool(open_business.get(hit.row_id))
    return not hit.is_number, not busy, -hit.closeness, KINDS.index(hit.kind), -hit.entry
