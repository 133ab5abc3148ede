"""One line while it is keyed: the piece, its price, and what a receipt must say of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton

from db.types import Id
from jewelcrm.catalogue import queries
from jewelcrm.catalogue.model import PiecePrice, Product
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import NewLine, OrderLine
from jewelcrm.orders.rules.amounts import line_amount
from jewelcrm.weights import gold_price
from ui.catalogue.picker import ProductPicker
from ui.customers.forms import MoneyField, NumberField
from ui.format import money
from ui.i18n import N_, say, t
from ui.orders.new.making import MakingFields, no_making
from ui.orders.new.repair import RepairFields, no_intake
from ui.orders.parts import quantity_text
from ui.shell.desk import Desk
from ui.widgets import IconButton, Label, Row, VBox, restyle


@dataclass(frozen=True)
class Board:
    """The line of the gold board a price was worked out from."""

    id: Id
    sell: Money
    unit: str


class LineEditor(QFrame):
    """Everything of one line. `changed` on every key, `removed` when its cross is pressed."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, desk: Desk, kind: str = "sale") -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self.desk = desk
        self._currency = desk.context().branch.currency
        self._board: Board | None = None
        self._kind = kind
        self._make()
        self._lay()
        self._listen()
        self.set_kind(kind)

    def _make(self) -> None:
        currency = self._currency
        self.piece = ProductPicker(self.desk)
        self.quantity = NumberField(N_("Quantity"), 3, name="quantity")
        self.quantity.set_text("1")
        self.price = MoneyField(N_("Unit price"), currency, name="unit_price")
        self.labour = MoneyField(N_("Labour"), currency, name="labour")
        self.discount = MoneyField(N_("Discount"), currency, name="discount")
        self.amount = Label(look="value")
        say(self.amount.setAccessibleName, "Amount of this line")
        self._making: MakingFields | None = None
        self._repair: RepairFields | None = None
        self._sizes: tuple[str, ...] = ()
        self.by_weight = QToolButton()
        self.by_weight.setCheckable(True)
        self.by_weight.setProperty("look", "chip")
        say(self.by_weight.setText, "Sold by weight")
        self.board_words = Label(look="tip", wrap=True)
        self.board_words.hide()
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setProperty("look", "chip")
        say(self.more.setText, "Metal and stones")
        self.remove = IconButton(
            "close", N_("Remove this line"), lambda: self.removed.emit(self), look="bare"
        )

    def _lay(self) -> None:
        head = Row(
            self.piece, VBox(Label(N_("Amount"), "muted"), 8, self.amount, None), self.remove
        )
        head.setStretch(0, 1)
        self.amount.setMinimumWidth(120)
        prices = Row(self.quantity, self.price, self.labour, self.discount, spacing=10)
        for place, share in enumerate((2, 4, 3, 3)):
            prices.setStretch(place, share)
        chips = Row(self.more, self.by_weight, None, spacing=8)
        self._column = VBox(head, prices, chips, self.board_words, spacing=10, margins=12)
        self.setLayout(self._column)
        self.setTabOrder(self.by_weight, self.remove)  # else Tab passes it on the way to the price

    def _listen(self) -> None:
        fields = (self.piece, self.quantity, self.price, self.labour, self.discount)
        for field in fields:
            field.changed.connect(self._live)
        self.by_weight.toggled.connect(self._use_weight)
        self.more.toggled.connect(self._show_making)
        self.piece.picked.connect(self.use_product)
        self._live()

    # Made when they are first needed: most sales need neither, and they take a while to make.

    @property
    def making(self) -> MakingFields:
        """Metal, weight, stones."""
        if self._making is None:
            self._making = made = MakingFields()
            made.ring.offer(self._sizes)
            made.weight.changed.connect(self._weighed)
            made.metal.changed.connect(self._weighed)
            made.grade.currentIndexChanged.connect(lambda _index: self._weighed())
            self._column.insertWidget(self._column.count() - 1, made)
        return self._making

    @property
    def repair(self) -> RepairFields:
        """What came in."""
        if self._repair is None:
            self._repair = RepairFields(self._currency)
            self._column.insertWidget(1, self._repair)
        return self._repair

    def _show_making(self, on: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        self.making.setVisible(on)

    def offer_sizes(self, known: tuple[str, ...]) -> None:
        """The customer's own ring sizes are offered first."""
        self._sizes = known
        if self._making is not None:
            self._making.ring.offer(known)

    # What it is ------------------------------------------------------------------------------

    def set_kind(self, kind: str) -> None:
        """A repair is asked other things than a sale."""
        self._kind = kind
        repair = kind == "repair"
        if repair or self._repair is not None:
            self.repair.setVisible(repair)
        self.labour.setVisible(not repair or bool(self.labour.text()))
        self.by_weight.setVisible(not repair)
        if repair:
            self.by_weight.setChecked(False)
        label = N_("The customer's piece") if repair else N_("Piece")
        say(self.piece.label.setText, label)
        say(self.price.label.setText, "Price of the work" if repair else "Unit price")

    def is_empty(self) -> bool:
        """Nothing was typed into it."""
        return not self.piece.text() and not self.price.text()

    def use_product(self, product: Product) -> None:
        """Fill in a piece of the catalogue; one sold by weight is priced from the board."""
        if self.piece.product is None or self.piece.product.id != product.id:
            self.piece.put(product)
            return
        self.making.put(product)
        self.labour.edit.set_money(product.labour)
        if product.pricing_mode == "by_weight":
            self.by_weight.setChecked(True)
            self._ask_board()
        else:
            self.by_weight.setChecked(False)
            self.price.edit.set_money(product.price)
        self.price.input.setFocus()
        self._live()

    def put(self, line: OrderLine) -> None:
        """Show a line that is kept already."""
        self.piece.set_text(line.description)
        self.quantity.set_text(quantity_text(line.quantity))
        self.price.edit.set_money(line.unit_price)
        self.labour.edit.set_money(line.labour or None)
        self.discount.edit.set_money(line.discount or None)
        self.making.put(line)
        self.making.ring.put(line.ring_size)
        if self._kind == "repair":
            self.repair.put(line)
        self.more.setChecked(bool(line.metal or line.stone or line.ring_size))

    # By weight -------------------------------------------------------------------------------

    def _use_weight(self, on: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        self.price.input.setEnabled(not on)
        if on or self._making is not None:
            self.making.grade_field.setVisible(on)
        if on:
            self.more.setChecked(True)
            self._ask_board()
        else:
            self._board = None
            self.board_words.hide()
        self._live()

    def _weighed(self) -> None:
        """The weight or the metal changed: the price follows."""
        if self.by_weight.isChecked():
            self._ask_board()
        self._live()

    def _ask_board(self) -> None:
        try:
            grams = self.making.weight.grams()
        except CanFix:
            grams = None
        if grams is None:
            self._board = None
            self.board_words.words(N_("Type the weight: the price follows from the board."))
            self.board_words.show()
            return
        metal, grade = self.making.metal.value() or "gold", self.making.grade.value()

        def read(ctx: Context) -> PiecePrice:
            return queries.price_by_weight(ctx, grams, metal=metal, grade=grade)

        self.desk.read(self, read, self._priced, self._no_board, key="board")

    def _priced(self, found: PiecePrice) -> None:
        if not self.by_weight.isChecked():
            return
        rate = found.rate
        self._board = Board(rate.id, rate.sell, rate.unit)
        self.price.edit.set_money(found.price.metal)
        unit = N_("per tael") if rate.unit == "tael" else N_("per gram")
        self.board_words.words(
            N_("Board: {price} {unit}. The price follows the weight."),
            price=money(rate.sell),
            unit=lambda: t(unit),
        )
        self.board_words.show()
        self._live()

    def _no_board(self, error: Exception) -> None:
        self._board = None
        if isinstance(error, CanFix):
            self.board_words.words(error.template, **error.values)
            self.board_words.show()
        else:
            self.desk.fail(error)

    # What it comes to ------------------------------------------------------------------------

    def _live(self) -> None:
        found = self.total()
        self.amount.raw("–" if found is None else money(found))
        self.changed.emit()

    def total(self) -> Money | None:
        """What the line comes to; None while it cannot be told."""
        nothing = Money.zero(self._currency)
        try:
            return line_amount(
                self.quantity.number() or Decimal(0),
                self.price.money() or nothing,
                self.labour.money() or nothing,
                self.discount.money() or nothing,
            )
        except CanFix:
            return None

    def line(self) -> NewLine:
        """What was typed. Raises CanFix, already shown under the field it is about."""
        try:
            return self._line()
        except CanFix as error:
            self.mark(error)
            raise

    def mark(self, error: CanFix) -> bool:
        """Show words under the field of this line they are about; False when there is none."""
        from ui.shell.words import words_for
        from ui.widgets import mark_error

        said = words_for(error)
        if said is None or not error.field:
            return False
        if error.field in MakingFields.names:
            self.more.setChecked(True)
        restyle(self)
        return mark_error(self, error.field, said.words)

    def _line(self) -> NewLine:
        if not self.piece.text():
            raise CanFix(N_("Say what it is."), field="description")
        product = self.piece.product
        made = self._making.values() if self._making is not None else no_making()
        price = self._price()
        line = NewLine(
            description=self.piece.text(),
            quantity=self.quantity.number() or Decimal(0),
            unit_price=price,
            labour=self.labour.money(),
            discount=self.discount.money(),
            product_id=product.id if product else None,
            sku=product.sku if product else None,
            gold_rate_id=self._board.id if self._board else None,
            **made,
            **(self.repair.values() if self._kind == "repair" else no_intake()),
        )
        nothing = Money.zero(self._currency)
        shown = self.price.money() or nothing
        line_amount(line.quantity, shown, line.labour or nothing, line.discount or nothing)
        return line

    def _price(self) -> Money | None:
        if not self.by_weight.isChecked():
            return self.price.money()
        if self._board is None:
            raise CanFix(N_("A piece sold by weight needs its weight."), field="weight")
        grams = self.making.weight.grams()
        if grams is not None:  # the amount on screen is that of this very weight
            price = gold_price(grams, self._board.sell, unit=self._board.unit).metal
            self.price.edit.set_money(price)
        return None
