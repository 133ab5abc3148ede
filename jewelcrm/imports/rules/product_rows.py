"""Product files: the products that a row, or the rows of one handle, stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from jewelcrm.imports.readers.model import Row
from jewelcrm.imports.rules.cells import Cells
from jewelcrm.imports.rules.order_lines import Unreadable
from jewelcrm.imports.rules.values import number, one_line, plain_key, truth, whole_text
from jewelcrm.money import minor_units

_TEXTS = {
    "name": 300,
    "category": 80,
    "collection": 120,
    "vendor": 120,
    "metal": 20,
    "stone": 120,
    "variant": 200,
    "parent_sku": 120,
    "stone_origin": 12,
    "treatment": 60,
    "certificate": 80,
    "barcode": 80,
    "pricing_mode": 12,
}
_MONEY = {"price": "price_cents", "labour": "labour_cents", "cost": "cost_cents"}
_WEIGHTS = {"weight": 10_000, "stone_weight": 1_000, "size": 100}
_PLAIN = frozenset({"", "default title", "title", "default"})


@dataclass(slots=True)
class Product:
    """One record to be, in the form the store keeps, and the rows it comes from."""

    sku: str
    values: dict[str, Any]
    positions: list[int] = field(default_factory=list)


Read = tuple[Row, Cells]


def read_products(rows: Sequence[Read], currency: str, spare_sku: str) -> list[Product]:
    """The products of one document: one, or a parent and its variants.

    Rows with a handle and only a picture add the picture to the product.

    Raises:
        Unreadable: (position, reason) of what cannot be taken.
    """
    handle = plain_key(_first(rows[0][1], "parent"))
    variants = [read for read in rows if _is_variant(read[1])] or [rows[0]]
    if len(variants) == 1 and (not handle or _option(variants[0][1]).casefold() in _PLAIN):
        return [_single(rows, variants[0], handle, currency, spare_sku)]
    if len(rows) == 1 and not _first(rows[0][1], "name"):
        return [_variant(rows[0], handle, {}, currency, [])]
    return _family(rows, variants, handle, currency)


def _first(cells: Cells, name: str) -> str:
    found = cells.get(name)
    return found[0][1] if found else ""


def _is_variant(cells: Cells) -> bool:
    return any(name in cells for name in ("option1", "sku", "price"))


def _option(cells: Cells) -> str:
    parts = (one_line(_first(cells, f"option{n}")) for n in (1, 2, 3))
    return " / ".join(part for part in parts if part)


def _single(rows: Sequence[Read], main: Read, handle: str, currency: str, spare: str) -> Product:
    cells = main[1]
    values = _values(_together(rows), currency)
    sku = plain_key(_first(cells, "sku")) or handle or values.get("barcode") or spare
    _check_sku(sku)
    option = _option(cells)
    if option.casefold() not in _PLAIN:
        values.setdefault("variant", option[:200])
    values.setdefault("name", values.get("name_zh") or _described(cells, values) or sku)
    values["picture"] = _pictures(rows)
    return Product(sku, values, [row[0] for row, _ in rows])


def _family(
    rows: Sequence[Read], variants: Sequence[Read], handle: str, currency: str
) -> list[Product]:
    """A parent with what all share, and one record for each variant."""
    shared = _together([r for r in rows if "name" in r[1]] or rows[:1])
    own = {
        "sku",
        "option1",
        "option2",
        "option3",
        "price",
        "weight",
        "barcode",
        "variant_picture",
        "cost",
    }
    values = _values({name: texts for name, texts in shared.items() if name not in own}, currency)
    values.setdefault("name", handle)
    values["picture"] = _pictures(rows)
    _check_sku(handle)
    parent = Product(
        handle, values, [row[0] for row, cells in rows if (row, cells) not in variants]
    )
    base: dict[str, Any] = {
        key: values[key]
        for key in ("name", "category", "vendor", "tags", "active")
        if key in values
    }
    made: list[Product] = [parent]
    for read in variants:
        made.append(_variant(read, handle, base, currency, [p.sku for p in made]))
    return made


def _variant(
    read: Read, handle: str, base: Mapping[str, Any], currency: str, taken: Sequence[str]
) -> Product:
    row, cells = read
    option = _option(cells)
    sku = plain_key(_first(cells, "sku"))
    if not sku or sku in taken:
        plain = re.sub(r"[^\w.]+", "-", option.casefold()).strip("-")
        sku = f"{handle}/{plain or row[0]}"
    if sku in taken:
        sku = f"{sku}-{len(taken)}"
    _check_sku(sku)
    values = {
        **base,
        **_values(cells, currency),
        "variant": option[:200] or None,
        "parent_sku": handle[:120] or None,
    }
    values.setdefault("name", base.get("name") or handle or sku)
    values["picture"] = one_line(_first(cells, "variant_picture")) or None
    return Product(sku, values, [row[0]])


def _together(rows: Sequence[Read]) -> Cells:
    """The first thing that any of the rows says for each target."""
    merged: dict[str, Any] = {}
    for _, cells in rows:
        for name, texts in cells.items():
            merged.setdefault(name, texts)
    return merged


def _pictures(rows: Sequence[Read]) -> str | None:
    found = (one_line(line) for _, cells in rows for line in _first(cells, "picture").split("\n"))
    return "\n".join(dict.fromkeys(address for address in found if address)) or None


def _check_sku(sku: str) -> None:
    if not sku:
        raise Unreadable("has no stock code and no name")
    if len(sku) > 80:
        raise Unreadable("the stock code is longer than 80 characters")


def _values(cells: Cells, currency: str) -> dict[str, Any]:
    """What the cells say, each in the form of its column."""
    values: dict[str, Any] = {}
    given = one_line(_first(cells, "currency")).upper()
    if len(given) == 3:
        values["currency"] = currency = given
    for name, limit in _TEXTS.items():
        if text := one_line(_first(cells, name)):
            if len(text) > limit:
                raise Unreadable(f"the {name.replace('_', ' ')} is longer than {limit} characters")
            values[name] = text
    for name, column in _MONEY.items():
        if text := _first(cells, name):
            values[column] = _money(name, text, currency)
    for name, scale in _WEIGHTS.items():
        if text := _first(cells, name):
            values[name] = _scaled(name, text, scale) or None
    values |= _rest(cells)
    return values


def _rest(cells: Cells) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if zh := one_line(_first(cells, "chinese_name")):
        values["name_zh"] = zh[:200]
    if text := whole_text(_first(cells, "description")):
        values["description"] = text
    if text := _first(cells, "fineness"):
        values["fineness"] = fineness(text)
    if tags := ", ".join(one_line(text) for _, text in cells.get("tag", ())):
        values["tags"] = tags
    if (active := truth(_first(cells, "active"))) is not None:
        values["active"] = active
    return values


def _money(name: str, text: str, currency: str) -> int:
    value = number(text)
    if value is None:
        raise Unreadable(f"the {name} cannot be read: {text.strip()[:60]}")
    return int((value * Decimal(10) ** minor_units(currency)).quantize(Decimal(1), ROUND_HALF_UP))


def _scaled(name: str, text: str, scale: int) -> int:
    value = number(
        re.sub(r"(?i)\s*(g|gm|gram|grams|ct|cts|carats?|mm|克|卡)\.?$", "", text.strip())
    )
    if value is None or abs(value) > 10**9:
        raise Unreadable(f"the {name.replace('_', ' ')} cannot be read: {text.strip()[:60]}")
    return int((value * scale).quantize(Decimal(1), ROUND_HALF_UP))


def fineness(text: str) -> int | None:
    """Parts per ten thousand: `18K` 7500, `999.9` 9999, `925` 9250, `足金` 9990."""
    plain = text.strip().casefold()
    if plain in {"足金", "chuk kam"}:
        return 9990
    if found := re.fullmatch(r"(\d{1,2})\s*(?:k|kt|ct|karat|carat|開|开|金)\w*", plain):
        return round(int(found[1]) * 10_000 / 24)
    value = number(plain)
    if value is None or value <= 0:
        return None
    return int(value) if value > 1000 else int(value * 10) if value > 1 else int(value * 10_000)


def _described(cells: Cells, values: Mapping[str, Any]) -> str:
    """A stone without a name is called by its carat, cut, colour and clarity."""
    four = [one_line(_first(cells, name)) for name in ("cut", "color", "clarity")]
    if any(four) and "stone_weight" in cells:
        return (
            f"Diamond {one_line(_first(cells, 'stone_weight'))} ct {' '.join(filter(None, four))}"
        )
    text = str(values.get("description") or "")
    return one_line(text)[:300]
