"""The lines of a new order: one to begin with, more by key, by button or by scanner."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jewelcrm.catalogue import queries
from jewelcrm.catalogue.model import Product
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import NewLine
from ui.i18n import N_, t
from ui.orders.new.line import LineEditor
from ui.shell.desk import Desk
from ui.widgets import LinkButton, Row, VBox


class Lines(QWidget):
    """All lines. `changed` when the total may have."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._kind = "sale"
        self.editors: list[LineEditor] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        add = LinkButton(N_("Another piece"), "plus", self.add_by_hand)
        self.setLayout(VBox(self._box, Row(add, None), spacing=6))
        self.add()

    def add(self) -> LineEditor:
        """One more line."""
        editor = LineEditor(self.desk, self._kind)
        editor.changed.connect(self.changed)
        editor.removed.connect(self.remove)
        self.editors.append(editor)
        self._box.addWidget(editor)
        self._renumber()
        return editor

    def add_by_hand(self) -> None:
        """One more line, ready to be typed into."""
        self.add().piece.input.setFocus()

    def remove(self, editor: LineEditor) -> None:
        """Take a line away; an order keeps at least one."""
        if len(self.editors) < 2:
            return
        self.editors.remove(editor)
        self._box.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._renumber()
        self.changed.emit()

    def _renumber(self) -> None:
        for editor in self.editors:
            editor.remove.setVisible(len(self.editors) > 1)

    def set_kind(self, kind: str) -> None:
        """A repair is asked other things than a sale."""
        self._kind = kind
        for editor in self.editors:
            editor.set_kind(kind)

    def use_product(self, product: Product) -> None:
        """Put a piece into the first empty line, or into a new one."""
        empty = next((editor for editor in self.editors if editor.is_empty()), None)
        (empty or self.add()).use_product(product)

    def scanned(self, code: str) -> None:
        """A barcode was scanned."""

        def read(ctx: Context) -> Product | None:
            return queries.by_barcode(ctx, code)

        self.desk.read(self, read, lambda found: self._scanned(code, found), key="scan")

    def _scanned(self, code: str, found: Product | None) -> None:
        if found is None:
            self.desk.noCode.emit(code)
            self.desk.toast(t("No piece has the code {code}.", code=code))
        else:
            self.use_product(found)

    def total(self) -> Money:
        """What all lines come to, as far as they can be told."""
        currency = self.desk.context().branch.currency
        amounts = (editor.total() for editor in self.editors)
        return Money.total((amount for amount in amounts if amount is not None), currency)

    def lines(self) -> list[NewLine]:
        """What was typed; empty lines after the first are left out. Raises CanFix."""
        filled = [editor for editor in self.editors if not editor.is_empty()]
        return [editor.line() for editor in filled or self.editors[:1]]

    def mark(self, error: CanFix) -> bool:
        """Show a refusal of the store at the line it is most likely about."""
        return (self._suspect(error.field or "")).mark(error)

    def _suspect(self, field: str) -> LineEditor:
        for editor in self.editors:
            discounted = field == "unit_price" and editor.discount.text()
            if discounted or (field == "weight" and editor.by_weight.isChecked()):
                return editor
        return self.editors[0]
