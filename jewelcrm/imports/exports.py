"""Lists taken out of the program: customers, orders and products as CSV or XLSX.

Taking a list out is its own right and goes through the one gate (`jewelcrm.extraction`), which
encrypts what names people. What is written here, imported here and written again is the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Protocol
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2 as cipher

from db.types import from_millis
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.extraction import Parcel, Second, leave
from jewelcrm.imports.commands.bulk import select_in
from jewelcrm.imports.leaving import CUSTOMER_COLUMNS, OURS, Rows, by_owner, customers, pages
from jewelcrm.imports.tables import MOST_ROWS, write_csv, write_xlsx
from jewelcrm.money import minor_units

ORDER_COLUMNS = (
    "jewelcrm_number",
    "old_number",
    "date",
    "kind",
    "channel",
    "stage",
    "customer_jewelcrm_number",
    "customer_old_number",
    "name",
    "chinese_name",
    "sku",
    "description",
    "quantity",
    "unit_price",
    "labour",
    "discount",
    "amount",
    "currency",
    "remark",
)
PRODUCT_COLUMNS = (
    "sku",
    "parent_sku",
    "name",
    "chinese_name",
    "description",
    "category",
    "collection",
    "vendor",
    "variant",
    "metal",
    "fineness",
    "weight",
    "stone",
    "stone_weight",
    "stone_origin",
    "treatment",
    "certificate",
    "size_mm",
    "pricing_mode",
    "price",
    "labour",
    "cost",
    "currency",
    "barcode",
    "picture",
    "tags",
    "active",
)
_ORDER_NUMBERS = frozenset({"quantity", "unit_price", "labour", "discount", "amount"})
_PRODUCT_NUMBERS = frozenset(
    {"fineness", "weight", "stone_weight", "size_mm", "price", "labour", "cost"}
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A list that was written. `password` opens it and is kept nowhere; None: it needs none."""

    path: str
    rows: int
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list is called, its columns, which of them are numbers, and how many rows it has."""

    what: str
    columns: Sequence[str]
    numeric: frozenset[str]
    count: str
    personal: bool = True


@command("customers.export")
def export_customers(
    ctx: Context, path: Path, *, purpose: str = "", second: Second | None = None
) -> Exported:
    """Write every customer with notes, consents, ring sizes, preferences and wishes.

    Raises:
        CanFix: the file cannot be written there, or its name says neither CSV nor XLSX; no
            purpose; more rows than one may take out alone.
    """
    count = f"SELECT count(*) FROM customer WHERE {OURS}"  # noqa: S608 our own words
    listing = Listing("customers", CUSTOMER_COLUMNS, frozenset(), count)
    return _write(ctx, path, (purpose, second), listing, customers)


@command("customers.export")
def export_orders(
    ctx: Context, path: Path, *, purpose: str = "", second: Second | None = None
) -> Exported:
    """Write every order, one line of it a row."""
    zone = ZoneInfo(ctx.branch.time_zone)
    listing = Listing("orders", ORDER_COLUMNS, _ORDER_NUMBERS, _ORDER_ROWS)
    return _write(ctx, path, (purpose, second), listing, lambda raw: _orders(raw, zone))


@command("catalogue.view")
def export_products(
    ctx: Context, path: Path, *, purpose: str = "", second: Second | None = None
) -> Exported:
    """Write every product, one a row."""
    count = "SELECT count(*) FROM product WHERE archived_at IS NULL"
    listing = Listing("products", PRODUCT_COLUMNS, _PRODUCT_NUMBERS, count, personal=False)
    return _write(ctx, path, (purpose, second), listing, _products)


class Export(Protocol):
    """Writes one list; `purpose` says what it is needed for, `second` who else agrees."""

    def __call__(
        self, ctx: Context, /, path: Path, *, purpose: str = "", second: Second | None = None
    ) -> Exported: ...


EXPORTS: Mapping[str, Export] = {
    "customers": export_customers,
    "orders": export_orders,
    "products": export_products,
}


def _write(
    ctx: Context,
    path: Path,
    told: tuple[str, Second | None],
    listing: Listing,
    rows: Callable[[cipher.Connection], Rows],
) -> Exported:
    form = path.suffix.casefold()
    if form not in {".csv", ".xlsx"}:
        raise CanFix("Give the file a name that ends in .csv or .xlsx.", field="file")
    purpose, second = told
    with ctx.read() as conn:
        raw: cipher.Connection = conn.connection.driver_connection
        parcel = Parcel(
            what=f"export/{listing.what}",
            form=form[1:],
            rows=int(raw.execute(listing.count).fetchone()[0]),
            personal=listing.personal,
            purpose=purpose,
            columns=tuple(listing.columns),
        )
        with leave(ctx, parcel, path, second=second) as out:
            count = _fill(out.stream, form, listing, rows(raw))
    assert out.left is not None
    return Exported(str(out.left.path), count, out.left.password)


def _fill(stream: BinaryIO, form: str, listing: Listing, rows: Rows) -> int:
    if form == ".csv":
        return write_csv(stream, listing.columns, rows, listing.numeric)
    name = listing.what.capitalize()
    return write_xlsx(stream, listing.columns, _at_most(rows), listing.numeric, name=name)


def _at_most(rows: Rows) -> Rows:
    for n, row in enumerate(rows, 2):
        if n > MOST_ROWS:
            raise CanFix(
                "There are more rows than a sheet can hold. Write a CSV file.", field="file"
            )
        yield row


_ORDERS = (
    "SELECT o.id, o.number, coalesce(o.external_key, o.number), o.placed_at, o.kind, o.channel,"
    " o.stage, c.number, c.external_key, c.name, c.name_zh, o.currency, o.remark"
    " FROM sales_order o LEFT JOIN customer c ON c.id = o.customer_id"
    " WHERE o.archived_at IS NULL AND o.id > ? ORDER BY o.id LIMIT ?"
)
_ORDER_ROWS = (
    "SELECT (SELECT count(*) FROM order_line l JOIN sales_order o ON o.id = l.order_id"
    " WHERE l.archived_at IS NULL AND o.archived_at IS NULL) + (SELECT count(*) FROM sales_order o"
    " WHERE o.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM order_line l"
    " WHERE l.order_id = o.id AND l.archived_at IS NULL))"
)
_LINES = (
    "SELECT order_id, sku, description, quantity, unit_price_cents, labour_cents,"
    " discount_cents, amount_cents FROM order_line"
    " WHERE archived_at IS NULL AND order_id IN ({}) ORDER BY order_id, position, id"
)


def _orders(raw: cipher.Connection, zone: ZoneInfo) -> Rows:
    for page in pages(raw, _ORDERS):
        lines = by_owner(select_in(raw, _LINES, [row[0] for row in page]))
        for row in page:
            head = _order_head(row, zone)
            for line in lines.get(row[0]) or [("", "", None, None, None, None, None)]:
                yield [*head, *_order_line(line, row[11]), row[11], row[12] or ""]


def _order_head(row: tuple[Any, ...], zone: ZoneInfo) -> list[str]:
    placed: dt.datetime = from_millis(row[3]).astimezone(zone)
    words = (row[1], row[2], placed.isoformat(timespec="milliseconds"), *row[4:11])
    return [str(word) if word is not None else "" for word in words]


def _order_line(line: tuple[Any, ...], currency: str) -> list[str]:
    sku, description, quantity, *money = line
    return [
        sku or "",
        description or "",
        _exact(quantity, 3),
        *(_money(cents, currency) for cents in money),
    ]


def _exact(value: int | None, places: int) -> str:
    """A scaled whole number as a plain decimal without needless zeros."""
    if value is None:
        return ""
    text = f"{Decimal(value).scaleb(-places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(cents: int | None, currency: str) -> str:
    return "" if cents is None else f"{Decimal(cents).scaleb(-minor_units(currency)):f}"


_PRODUCTS = (
    "SELECT id, sku, parent_sku, name, name_zh, description, category, collection, vendor,"
    " variant, metal, fineness, weight, stone, stone_weight, stone_origin, treatment, certificate,"
    " size, pricing_mode, price_cents, labour_cents, cost_cents, currency, barcode, picture, tags,"
    " active FROM product"
    " WHERE archived_at IS NULL AND id > ? ORDER BY id LIMIT ?"
)


def _products(raw: cipher.Connection) -> Rows:
    for page in pages(raw, _PRODUCTS):
        for row in page:
            yield _product(list(row[1:]))


def _product(row: list[Any]) -> list[str]:
    currency = row[22]
    texts = ["" if value is None else str(value) for value in row]
    for at, places in ((11, 4), (13, 3), (17, 2)):
        texts[at] = _exact(row[at], places)
    for at in (19, 20, 21):
        texts[at] = _money(row[at], currency)
    texts[-1] = "true" if row[-1] else "false"
    return texts
