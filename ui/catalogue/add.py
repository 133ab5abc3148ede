"""Add or change a piece of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from jewelcrm.catalogue import commands, queries
from jewelcrm.catalogue.model import NewProduct, PiecePrice, Product
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from ui.catalogue.fields import CaratField, FinenessField, RingField, WeightField
from ui.catalogue.words import (
    METALS,
    MODES,
    NOTHING,
    ORIGINS,
    category_code,
    category_word,
    stone_word,
    treatment_word,
)
from ui.customers.forms import Form, MoneyField, area
from ui.format import money
from ui.i18n import N_, say, t
from ui.shell.desk import Desk
from ui.widgets import Chips, Choice, Field, Label, LinkButton, Row, ask_yes, heading, line

_TOP = Qt.AlignmentFlag.AlignTop
_COLUMNS = 4


def show(desk: Desk, *, product: Product | None = None, barcode: str = "") -> ProductDialog:
    """Open the dialog for a new piece, or for one that is known."""
    dialog = ProductDialog(desk, product)
    if barcode:
        dialog.barcode.set_text(barcode)
    dialog.open()
    return dialog


class ProductDialog(Form):
    """Everything a receipt must say of the piece, and what it costs."""

    help = "products#Pieces"

    def __init__(self, desk: Desk, product: Product | None) -> None:
        title = N_("Change the piece") if product else N_("New product")
        super().__init__(desk, title, width=920)
        self._product = product
        self._currency = desk.context().branch.currency
        self._make()
        self._arrange()
        self._listen()
        if product is not None:
            self._fill(product)
            put_away = LinkButton(N_("Put away…"), "archive", self._ask_put_away)
            self.buttons.insertWidget(0, put_away)
        self.sku.input.setFocus()
        self._live()

    def _make(self) -> None:
        currency = self._currency
        self.sku = Field(N_("Item code"), name="sku", example="R18K-00231")
        self.barcode = Field(N_("Barcode"), name="barcode", example=N_("Scan it"))
        self.name = Field(
            N_("Name of the piece"), name="name", example=N_("Dragon and phoenix bangle")
        )
        self.name_zh = Field(N_("Its Chinese name"), name="name_zh", example=N_("龍鳳鈪"))
        self.category = Field(N_("Category"), name="category", example=N_("Ring"))
        self.collection = Field(N_("Collection"), name="collection")
        self.vendor = Field(N_("Supplier"), name="vendor")
        self.description = area(N_("Description"), 2, name="description")
        self.metal = Choice((NOTHING, *METALS))
        self.fineness, self.weight = FinenessField(), WeightField()
        self.ring = RingField("size")
        self.stone = Field(N_("Stone"), name="stone", example=N_("Diamond"))
        self.carats = CaratField()
        self.origin = Choice((NOTHING, *ORIGINS))
        self.treatment = Field(
            N_("Treatment"), name="treatment", example=N_("none, heated, type A")
        )
        self.certificate = Field(N_("Certificate"), name="certificate", example="GIA 1234567890")
        self.mode = Chips(MODES, N_("How it is priced"))
        self.price = MoneyField(N_("Price"), currency, name="price")
        self.labour = MoneyField(N_("Labour"), currency, name="labour")
        self.cost = MoneyField(N_("Cost"), currency, name="cost")
        self.active = QCheckBox()
        say(self.active.setText, "For sale")
        self.active.setChecked(True)
        self.today = Label(look="tip", wrap=True)

    def _arrange(self) -> None:
        self.add(_grid(self.sku, self.barcode, self.category, self.collection))
        self.add(_grid(self.name, self.name_zh, columns=2), line(), heading(N_("Metal and stones")))
        self.add(
            _grid(
                Field(N_("Metal"), self.metal, name="metal"),
                self.fineness,
                self.weight,
                self.ring,
                self.stone,
                self.carats,
                Field(N_("Stone is"), self.origin, name="stone_origin"),
                self.treatment,
                self.certificate,
                self.vendor,
            )
        )
        self.add(line(), heading(N_("Price")), self.mode)
        self.box.addLayout(Row(self.price, self.labour, self.cost))
        self.add(self.today, self.description, self.active)

    def _listen(self) -> None:
        self.mode.chosen.connect(lambda _mode: self._live())
        for field in (self.weight, self.labour):
            field.changed.connect(self._live)
        self.metal.currentIndexChanged.connect(lambda _index: self._live())

    def _fill(self, piece: Product) -> None:
        for name in _PLAIN:
            field: Field = getattr(self, name)
            field.set_text(getattr(piece, name))
        for name, word in _IN_WORDS.items():
            worded: Field = getattr(self, name)
            worded.set_text(word(getattr(piece, name)))
        self.metal.choose(piece.metal or "")
        self.origin.choose(piece.stone_origin or "")
        self.fineness.put(piece.fineness)
        self.weight.put(piece.weight)
        self.carats.put(piece.stone_weight)
        self.ring.put(piece.size)
        self.mode.choose(piece.pricing_mode)
        self.price.edit.set_money(piece.price)
        self.labour.edit.set_money(piece.labour)
        self.cost.edit.set_money(piece.cost)
        self.active.setChecked(piece.active)

    # The price of today ----------------------------------------------------------------------

    def _live(self) -> None:
        by_weight = self.mode.value() == "by_weight"
        self.price.setVisible(not by_weight)
        self.today.setVisible(False)
        try:
            grams, labour = self.weight.grams(), self.labour.money()
        except CanFix:
            return
        if not by_weight or grams is None:
            return
        metal, weight = self.metal.value() or "gold", Decimal(grams)

        def read(ctx: Context) -> PiecePrice:
            return queries.price_by_weight(ctx, weight, metal=metal, labour=labour)

        self.desk.read(self, read, self._priced, self._no_price, key="price")

    def _priced(self, found: PiecePrice) -> None:
        self.today.words(N_("At today's board: {price}"), price=money(found.price.total))
        self.today.show()

    def _no_price(self, error: Exception) -> None:
        if isinstance(error, CanFix):
            self.today.words(error.template, **error.values)
            self.today.show()
        else:
            self.desk.fail(error)

    def _ask_put_away(self) -> None:
        ask_yes(
            self.desk,
            N_("Put this piece away?"),
            N_("It is no longer found; orders and wishes keep it."),
            N_("Put the piece away"),
            self._put_away,
            danger=True,
        )

    def _put_away(self) -> None:
        if (known := self._product) is not None:
            self.submit(lambda ctx: commands.archive_product(ctx, known.id), self._gone)

    def _gone(self, _answer: object) -> None:
        self.accept()
        self.desk.toast(t("The piece has been put away"))

    # Saving ----------------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """The scanner was heard: this is its barcode."""
        self.barcode.set_text(text)

    def typed(self) -> NewProduct:
        """The piece as it was typed. Raises CanFix naming the field."""
        known = self._product
        by_weight = self.mode.value() == "by_weight"
        return NewProduct(
            **{name: getattr(self, name).text() or None for name in _PLAIN if name not in _NEEDED},
            sku=self.sku.text(),
            name=self.name.text(),
            category=self._worded("category") or None,
            stone=self._worded("stone") or None,
            treatment=self._worded("treatment") or None,
            metal=self.metal.value() or None,
            fineness=self.fineness.value(),
            weight=self.weight.grams(),
            stone_weight=self.carats.carats(),
            stone_origin=self.origin.value() or None,
            size=self.ring.millimetres(),
            pricing_mode=self.mode.value(),
            price=None if by_weight else self.price.money(),
            labour=self.labour.money(),
            cost=self.cost.money(),
            active=self.active.isChecked(),
            variant=known.variant if known else None,
            parent_sku=known.parent_sku if known else None,
            picture=known.picture if known else None,
            tags=known.tags if known else None,
        )

    def _worded(self, name: str) -> str:
        """What was typed, a category as its code; what was left as it was, as it is kept."""
        field: Field = getattr(self, name)
        typed, kept = field.text(), getattr(self._product, name, None) or ""
        if typed == _IN_WORDS[name](kept):
            return kept
        return category_code(typed) if name == "category" else typed

    def work(self) -> Callable[[Context], object]:
        piece, known = self.typed(), self._product
        if known is None:
            return lambda ctx: commands.add_product(ctx, piece)
        asked = {field.name: getattr(piece, field.name) for field in fields(NewProduct)}
        changes = {name: value for name, value in asked.items() if getattr(known, name) != value}
        return lambda ctx: commands.edit_product(ctx, known.id, **changes) if changes else None

    def saved(self, _answer: object) -> None:
        """Say so."""
        self.accept()
        self.desk.toast(t("Piece saved"))


_PLAIN = (
    "sku",
    "barcode",
    "name",
    "name_zh",
    "collection",
    "vendor",
    "description",
    "certificate",
)
_IN_WORDS = {"category": category_word, "stone": stone_word, "treatment": treatment_word}
_NEEDED = frozenset({"sku", "name"})


def _grid(*parts: QWidget, columns: int = _COLUMNS) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    for place, part in enumerate(parts):
        grid.addWidget(part, place // columns, place % columns, _TOP)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return box
