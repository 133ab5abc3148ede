"""What the search box shows: the best records for what was typed, few statements each time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from db.shop import search as index
from db.shop.search import Hit
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.customers.guests import stubs_among
from jewelcrm.money import Money
from jewelcrm.search.rules import RIGHTS, ranked, shared_out

LIMIT = 50

Shown = tuple[str, str, list[str]]
"""Name, Chinese name, phones."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One record as the result list shows it.

    `name`, `chinese_name` and `phones` of an order or receipt are its customer's. `detail` is the
    order's kind and stage (`repair/ready`), the receipt's amount (`HK$1,280.50`) or the product's
    price; `elsewhere` for another branch's customer of whom only the initials are here.
    `open_business` is how many of a customer's orders are open, 1 for an open order.
    """

    kind: str
    id: Id
    number: str
    name: str
    chinese_name: str
    phones: list[str] = field(default_factory=list)
    detail: str = ""
    open_business: int = 0
    customer_id: Id | None = None


@query("search.use")
def search(
    ctx: Context, text: str, *, kinds: Collection[str] | None = None, limit: int = LIMIT
) -> list[SearchResult]:
    """The best `limit` records for what was typed, of the kinds this person may see.

    The rule of what is found is in `db.shop.search.asking`: every word, in any order; Chinese in
    either script or as it sounds; any three digits of a phone; numbers from either end.
    """
    with ctx.read() as conn:
        hits = index.find(conn, text, _allowed(ctx, kinds), limit=4 * index.CANDIDATES)
        business = index.open_business(conn, hits)
        found = _results(conn, shared_out(ranked(hits, business), limit), business)
        return _elsewhere(ctx, conn, found)


@query("search.use")
def by_number(
    ctx: Context, text: str, *, kinds: Collection[str] | None = None
) -> list[SearchResult]:
    """Records with exactly this number: a scanned barcode, an SKU, a job or receipt number."""
    with ctx.read() as conn:
        hits = index.by_number(conn, text, _allowed(ctx, kinds))[:LIMIT]
        return _elsewhere(ctx, conn, _results(conn, hits, index.open_business(conn, hits)))


ELSEWHERE = "elsewhere"
"""The detail of a customer of another branch of whom only the initials are here."""


def _elsewhere(ctx: Context, conn: Connection, found: list[SearchResult]) -> list[SearchResult]:
    people = [one.id for one in found if one.kind == "customer"]
    raw = conn.connection.driver_connection
    stubs = stubs_among(raw, people, ctx.branch.id) if ctx.in_chain and people else set()
    return [replace(one, detail=ELSEWHERE) if one.id in stubs else one for one in found]


def _allowed(ctx: Context, kinds: Collection[str] | None) -> list[str]:
    return [
        kind
        for kind, right in RIGHTS.items()
        if (kinds is None or kind in kinds) and ctx.allows(right)
    ]


def _results(conn: Connection, hits: Sequence[Hit], business: dict[Id, int]) -> list[SearchResult]:
    """The hits as the list shows them, in their order; one statement for each kind at most."""
    rows: dict[Id, Sequence[Any]] = {}
    for kind, sql in _DETAILS.items():
        wanted = [hit.row_id for hit in hits if hit.kind == kind]
        if wanted:
            rows.update((row[0], row) for row in index.some(_driver(conn), sql, wanted))
    owners = _owners(conn, {row[3] for row in rows.values() if row[3] is not None})
    return [_result(hit, rows.get(hit.row_id), owners, business) for hit in hits]


def _result(
    hit: Hit, row: Sequence[Any] | None, owners: dict[Id, Shown], business: dict[Id, int]
) -> SearchResult:
    shown, detail = hit.shown, ""
    customer_id = hit.row_id if hit.kind == "customer" else None
    if row is not None:
        detail, customer_id = _detail(hit.kind, row[1], row[2]), row[3]
        shown = owners.get(row[3], shown)
    name, chinese, phones = shown
    return SearchResult(
        hit.kind,
        hit.row_id,
        hit.number,
        name,
        chinese,
        phones,
        detail,
        business.get(hit.row_id, 0),
        customer_id,
    )


def _detail(kind: str, first: Any, second: str) -> str:
    if kind == "order":
        return f"{first}/{second}"
    return "" if first is None else str(Money(first, second))


def _owners(conn: Connection, customers: set[Id]) -> dict[Id, Shown]:
    """Whose the papers are; a customer who was put away is no longer in the index."""
    if not customers:
        return {}
    owners = index.shown_of(conn, customers)
    gone = list(customers - owners.keys())
    if gone:
        rows = index.some(_driver(conn), _PUT_AWAY, gone)
        owners.update((row[0], (row[1], row[2] or "", [])) for row in rows)
    return owners


def _driver(conn: Connection) -> cipher.Connection:
    raw: cipher.Connection = conn.connection.driver_connection
    return raw


_DETAILS = {
    "order": "SELECT id, kind, stage, customer_id FROM sales_order WHERE id IN ({})",
    "receipt": "SELECT id, amount_cents, currency, customer_id FROM payment WHERE id IN ({})",
    "product": "SELECT id, price_cents, currency, NULL FROM product WHERE id IN ({})",
}
"""What a list shows that the index does not keep: two columns for the detail, the customer."""

_PUT_AWAY = "SELECT id, name, name_zh FROM customer WHERE id IN ({})"
