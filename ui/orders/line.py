"""Add or change one line of an order that is kept already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders import commands
from jewelcrm.orders.model import NewLine, OrderDetail, OrderLine
from ui.customers.forms import Form
from ui.i18n import N_, t
from ui.orders.new.line import LineEditor
from ui.shell.desk import Desk
from ui.widgets import DangerButton, ask_yes


def show(desk: Desk, *, order: OrderDetail, line: OrderLine | None = None) -> LineDialog:
    """Open the dialog for a new line, or for one that is there."""
    dialog = LineDialog(desk, order, line)
    dialog.open()
    return dialog


class LineDialog(Form):
    """One line editor with what can be done to it."""

    help = "orders#One order"

    def __init__(self, desk: Desk, order: OrderDetail, line: OrderLine | None) -> None:
        super().__init__(desk, N_("Change the piece") if line else N_("Add a piece"), width=900)
        self._order, self._line = order, line
        self.editor = LineEditor(desk, order.kind)
        self.editor.remove.hide()
        self.add(self.editor)
        if line is not None:
            self.editor.put(line)
            if len(order.lines) > 1:
                take_out = DangerButton(N_("Remove this piece"), pressed=self._ask_remove)
                self.buttons.insertWidget(0, take_out)
        self.editor.piece.input.setFocus()

    def scanned(self, text: str) -> None:
        """The scanner was heard: put the piece into the search field."""
        self.editor.piece.set_text(text)

    def work(self) -> Callable[[Context], object]:
        new, order_id, line = self.editor.line(), self._order.id, self._line
        if line is None:
            return lambda ctx: commands.add_line(ctx, order_id, new)
        changes = _changes(line, new)
        return lambda ctx: commands.edit_line(ctx, line.id, **changes) if changes else None

    def show_error(self, error: Exception) -> None:
        """Under the field it is about."""
        if not (isinstance(error, CanFix) and self.editor.mark(error)):
            super().show_error(error)

    def saved(self, _answer: object) -> None:
        """Say so."""
        self.accept()
        self.desk.toast(t("Order changed"))

    def _ask_remove(self) -> None:
        ask_yes(
            self.desk,
            N_("Remove this piece?"),
            N_("The order's total becomes less; its schedule follows."),
            N_("Remove"),
            self._remove,
            danger=True,
        )

    def _remove(self) -> None:
        if (line := self._line) is not None:
            self.submit(lambda ctx: commands.remove_line(ctx, line.id), self.saved)


def _changes(line: OrderLine, new: NewLine) -> dict[str, object]:
    """What was typed that is not what is kept; a price by weight is left to the board."""
    pairs = ((field.name, getattr(new, field.name)) for field in fields(NewLine))
    changed = {name: value for name, value in pairs if value != (getattr(line, name) or None)}
    for name in ("product_id", "sku"):
        if changed.get(name, ...) is None:
            del changed[name]  # its text was changed, it is still that piece
    if new.unit_price is None:
        changed.pop("unit_price", None)
    return changed
