"""Reading the records that are to be indexed, as they stand in the transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlcipher3 import dbapi2 as cipher

from db.shop.search.entry import Contact, Entry, of_customer, of_paper, of_product
from db.shop.search.tables import CUSTOMER, ORDER, PRODUCT, RECEIPT
from db.types import Id

_CUSTOMERS = (
    "SELECT d.row_id, c.number, c.external_key, c.name, c.name_zh, c.preferred_name"
    " FROM search_dirty d JOIN customer c ON c.id = d.row_id"
    " WHERE d.kind = 'customer' AND d.row_id BETWEEN ? AND ?"
    " AND c.archived_at IS NULL AND c.merged_into IS NULL"
)
_CONTACTS = (
    "SELECT d.row_id, p.kind, p.normal, p.value"
    " FROM search_dirty d JOIN contact_point p ON p.customer_id = d.row_id"
    " WHERE d.kind = 'customer' AND d.row_id BETWEEN ? AND ? AND p.archived_at IS NULL"
    " ORDER BY d.row_id, p.preferred DESC, p.id"
)
_ORDERS = (
    "SELECT d.row_id, o.number, o.external_key FROM search_dirty d"
    " JOIN sales_order o ON o.id = d.row_id"
    " WHERE d.kind = 'order' AND d.row_id BETWEEN ? AND ? AND o.archived_at IS NULL"
)
_RECEIPTS = (
    "SELECT d.row_id, p.receipt_number, p.external_key FROM search_dirty d"
    " JOIN payment p ON p.id = d.row_id"
    " WHERE d.kind = 'receipt' AND d.row_id BETWEEN ? AND ? AND p.archived_at IS NULL"
)
_PRODUCTS = (
    "SELECT d.row_id, p.sku, p.barcode, p.certificate, p.name, p.name_zh"
    " FROM search_dirty d JOIN product p ON p.id = d.row_id"
    " WHERE d.kind = 'product' AND d.row_id BETWEEN ? AND ? AND p.archived_at IS NULL"
)

LIVE = {
    CUSTOMER: "customer WHERE archived_at IS NULL AND merged_into IS NULL",
    ORDER: "sales_order WHERE archived_at IS NULL",
    RECEIPT: "payment WHERE archived_at IS NULL",
    PRODUCT: "product WHERE archived_at IS NULL",
}
"""Where the records of each kind are that must be in the index."""

Pair = tuple[Id, Entry]


def entries(raw: cipher.Connection, kind: str, first: Id, last: Id) -> Iterator[Pair]:
    """The entries of the dirty records of a kind from `first` to `last`; the rest are gone."""
    return _READ[kind](raw, first, last)


def _customers(raw: cipher.Connection, first: Id, last: Id) -> Iterator[Pair]:
    contacts: dict[Id, list[Contact]] = {}
    for row_id, kind, normal, value in raw.execute(_CONTACTS, (first, last)):
        contacts.setdefault(row_id, []).append((kind, normal, value))
    for row_id, number, key, *names in raw.execute(_CUSTOMERS, (first, last)):
        yield row_id, of_customer(names, contacts.get(row_id, ()), (number, key))


def _papers(sql: str) -> Callable[[cipher.Connection, Id, Id], Iterator[Pair]]:
    def read(raw: cipher.Connection, first: Id, last: Id) -> Iterator[Pair]:
        for row_id, *numbers in raw.execute(sql, (first, last)):
            yield row_id, of_paper(numbers)

    return read


def _products(raw: cipher.Connection, first: Id, last: Id) -> Iterator[Pair]:
    for row_id, sku, barcode, certificate, *names in raw.execute(_PRODUCTS, (first, last)):
        yield row_id, of_product(names, (sku, barcode, certificate))


_READ: dict[str, Callable[[cipher.Connection, Id, Id], Iterator[Pair]]] = {
    CUSTOMER: _customers,
    ORDER: _papers(_ORDERS),
    RECEIPT: _papers(_RECEIPTS),
    PRODUCT: _products,
}
