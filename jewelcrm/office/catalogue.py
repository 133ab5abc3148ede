"""The chain's catalogue at head office: pieces and gold prices, which every branch reads.

Files are read by the same rules as a shop's own import: one row a piece, or the rows of a handle
with its variants.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db.office.kinds import Row as Kept
from db.office.kinds import Stored
from db.office.work import OfficeWork
from db.tables import metadata
from db.tables.catalogue import gold_rate, product
from db.types import Id, new_id, to_millis
from jewelcrm.catalogue.rules import METALS, check_rate, is_strange
from jewelcrm.errors import CanFix
from jewelcrm.imports.commands.mended import guess_for
from jewelcrm.imports.readers import open_source
from jewelcrm.imports.readers.model import Row
from jewelcrm.imports.rules.cells import Cells, cells_by_target
from jewelcrm.imports.rules.order_lines import Unreadable
from jewelcrm.imports.rules.product_rows import Product, read_products
from jewelcrm.money import Money
from jewelcrm.office import writing

Read = tuple[Row, Cells]
BATCH = 500


@dataclass(slots=True)
class Taken:
    """What came of some pieces."""

    added: int = 0
    changed: int = 0
    same: int = 0
    rejected: list[tuple[int, str]] = field(default_factory=list)
    """Row of the file, and why it was not taken."""
    dry: bool = False
    """Only looked at: nothing is written."""


def one(cells: Mapping[str, str], currency: str) -> Product:
    """A piece out of what somebody typed, by column.

    Raises:
        CanFix: it cannot be sold as it is described.
    """
    typed = {name: [(name, text)] for name, text in cells.items() if text}
    try:
        [made] = read_products([((1, [], None), typed)], currency, "")
    except Unreadable as error:
        raise CanFix("The piece {why}.", why=str(error)) from error
    if not cells.get("name", "").strip():
        raise CanFix("Give the piece a name.", field="name")
    return made


def read(path: Path, currency: str, taken: Taken) -> Iterator[list[Product]]:
    """The pieces of a file, some at a time; rows that cannot be taken are told in `taken`.

    Raises:
        CanFix: the file is no table, or no column of it says what the pieces are.
    """
    source = open_source(path)
    mapping = guess_for(source, "products")
    if not mapping.columns:
        raise CanFix("No column of {name} is known. Name one SKU or Title.", name=path.name)
    get, handles = cells_by_target(source.columns, mapping.columns), mapping.column_of("parent")
    at = list(source.columns).index(handles) if handles else None
    batch: list[Product] = []
    for _, group in groupby(source.rows(), key=lambda row: _document(row, at)):
        batch += _products(list(group), get, currency, taken)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch


def _document(row: Row, at: int | None) -> object:
    """Rows of one handle belong together; a row without one is alone."""
    position, cells, wrong = row
    handle = cells[at].strip() if at is not None and wrong is None else ""
    return handle or position


def _products(rows: list[Row], get: Any, currency: str, taken: Taken) -> list[Product]:
    wrong = [(position, why) for position, _, why in rows if why is not None]
    filled = [row for row in rows if row[2] is None and any(cell.strip() for cell in row[1])]
    taken.rejected += wrong
    if wrong or not filled:
        return []
    try:
        return read_products([(row, get(row[1])) for row in filled], currency, "")
    except Unreadable as error:
        taken.rejected.append((filled[0][0], str(error)))
        return []


def keep(
    work: OfficeWork, pieces: Sequence[Product], currency: str, now: dt.datetime, taken: Taken
) -> None:
    """Add pieces, and change those whose item code is known; what a file does not say stays."""
    there = _known(work, [piece.sku for piece in pieces], lock=not taken.dry)
    rows: dict[str, Kept] = {}
    for piece in pieces:
        before = rows.get(piece.sku) or there.get(piece.sku)
        said = {name: _stored(v) for name, v in piece.values.items() if v is not None}
        if before is None:
            rows[piece.sku] = _fresh(piece.sku, said, currency, now)
            taken.added += 1
        elif any(before[name] != value for name, value in said.items()):
            fresh = piece.sku in rows
            rev = int(before["rev"] or 0) + (not fresh)
            rows[piece.sku] = {**before, **said, "updated_at": to_millis(now), "rev": rev}
            taken.changed += not fresh
        else:
            taken.same += 1
    if rows and not taken.dry:
        writing.put(work, "product", rows.values(), now)


def _stored(value: Any) -> Stored:
    """As a row keeps it."""
    kept: Stored = int(value) if isinstance(value, bool) else value
    return kept


def _known(work: OfficeWork, codes: Iterable[str], *, lock: bool) -> dict[str, Kept]:
    c = product.c
    ids = work.conn.scalars(select(c.id).where(c.sku.in_(list(codes)), c.archived_at.is_(None)))
    found = work.rows("product", list(ids), lock=lock)
    return {str(row["sku"]): row for row in found.values()}


def _fresh(sku: str, said: Mapping[str, Stored], currency: str, now: dt.datetime) -> Kept:
    at = to_millis(now)
    empty: Kept = {column.name: None for column in metadata.tables["product"].columns}
    usual: Kept = {"pricing_mode": "fixed_price", "currency": currency, "active": 1}
    made: Kept = {"id": new_id(), "sku": sku, "created_at": at, "updated_at": at, "rev": 1}
    return {**empty, **usual, **said, **made}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece in a list."""

    id: Id
    sku: str
    name: str
    name_zh: str | None
    category: str | None
    price: Money | None
    active: bool


def listed(work: OfficeWork, text: str = "", *, limit: int = 1000) -> list[Piece]:
    """Pieces by item code; with a text, those whose code or name has it."""
    c = product.c
    found = select(c.id, c.sku, c.name, c.name_zh, c.category, c.price_cents, c.currency, c.active)
    found = found.where(c.archived_at.is_(None)).order_by(c.sku).limit(limit)
    if text:
        found = found.where(
            c.sku.icontains(text, autoescape=True)
            | c.name.icontains(text, autoescape=True)
            | c.name_zh.icontains(text, autoescape=True)
        )
    return [
        Piece(
            *row[:5],
            None if row.price_cents is None else Money(row.price_cents, row.currency),
            bool(row.active),
        )
        for row in work.conn.execute(found)
    ]


@dataclass(frozen=True, slots=True)
class Rate:
    """What a unit of a metal costs, and is bought back for."""

    metal: str
    grade: str
    unit: str
    sell: Money
    buy: Money | None
    source: str | None = None


def set_rate(work: OfficeWork, rate: Rate, now: dt.datetime, *, sure: bool = False) -> Id:
    """Put a new price on every branch's board.

    Raises:
        CanFix: it makes no sense, or is far from the last one and nobody is `sure`.
    """
    if rate.metal not in METALS:
        raise CanFix("This metal is not known. Choose one of: {metals}", metals=", ".join(METALS))
    check_rate(rate.sell, rate.buy, unit=rate.unit, grade=rate.grade)
    last = next((r for r in board(work) if _line(r) == _line(rate)), None)
    if not sure and is_strange(rate.sell, last.sell if last else None):
        raise CanFix(
            "The last price was {last}. If the new one is right, say it again with --sure.",
            last=str(last.sell) if last else "",
        )
    return writing.insert(
        work,
        "gold_rate",
        now,
        at=to_millis(now),
        metal=rate.metal,
        grade=rate.grade,
        unit=rate.unit,
        sell_cents=rate.sell.cents,
        buy_cents=rate.buy.cents if rate.buy else None,
        currency=rate.sell.currency,
        source=rate.source,
    )


def board(work: OfficeWork) -> list[Rate]:
    """The newest price of each metal, grade and unit."""
    c = gold_rate.c
    rows = work.conn.execute(
        select(gold_rate).where(c.archived_at.is_(None)).order_by(c.at.desc(), c.id.desc())
    )
    newest: dict[tuple[str, str, str], Rate] = {}
    for row in rows:
        buy = None if row.buy_cents is None else Money(row.buy_cents, row.currency)
        sell = Money(row.sell_cents, row.currency)
        rate = Rate(row.metal, row.grade, row.unit, sell, buy, row.source)
        newest.setdefault(_line(rate), rate)
    return list(newest.values())


def _line(rate: Rate) -> tuple[str, str, str]:
    return rate.metal, rate.grade, rate.unit
