"""The list of pieces: name and code, what they are made of, what they cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jewelcrm.catalogue.model import Product
from ui.catalogue.words import category_word, metal_words, stone_words, weight_words
from ui.format import money
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.widgets import Column, LazyTable, PersonCell, PillCell, TextCell


def product_table(
    desk: Desk, fetch: Callable[[Sequence[bytes]], list[Product]]
) -> LazyTable[Product]:
    """The list; rows come from `fetch`."""
    return LazyTable(_columns(), fetch, desk.background, N_("Pieces"))


def _columns() -> list[Column[Product]]:
    name = PersonCell[Product](
        lambda piece: piece.name, lambda piece: piece.name_zh, lambda piece: piece.sku, face=False
    )
    made = TextCell[Product](_made, stone_words)
    kind = PillCell[Product](_kind, lambda piece: "muted" if piece.active else "danger")
    price = TextCell[Product](_price, _labour, strong=True, right=True)
    return [
        Column(N_("Piece"), name, width=250, stretch=3),
        Column(N_("Made of"), made, width=264, stretch=4, hide_below=774),
        Column(N_("Category"), kind, width=110, hide_below=620),
        Column(N_("Price"), price, width=150, stretch=1),
    ]


def _made(piece: Product) -> str:
    parts = (metal_words(piece.metal, piece.fineness), weight_words(piece.weight))
    return "  ·  ".join(part for part in parts if part)


def _kind(piece: Product) -> str:
    return category_word(piece.category) if piece.active else t("Not for sale")


def _price(piece: Product) -> str:
    if piece.pricing_mode == "by_weight":
        return t("By weight")
    return money(piece.price) if piece.price is not None else "–"


def _labour(piece: Product) -> str:
    return t("labour {amount}", amount=money(piece.labour)) if piece.labour else ""
