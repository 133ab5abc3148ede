"""Put right how a piece is described, on a finished order too: what a receipt must say of it."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders import commands
from jewelcrm.orders.model import OrderLine
from ui.customers.forms import Form
from ui.i18n import N_, t
from ui.orders.new.making import MakingFields
from ui.shell.desk import Desk
from ui.widgets import Field, Label


def show(desk: Desk, *, line: OrderLine) -> DescribeLine:
    """Open the dialog for a line whose order is over."""
    dialog = DescribeLine(desk, line)
    dialog.open()
    return dialog


class DescribeLine(Form):
    """Words and particulars; what it cost stays as it is."""

    help = "orders#One order"

    def __init__(self, desk: Desk, line: OrderLine) -> None:
        super().__init__(desk, N_("Describe the piece"), width=900)
        self._line = line
        self.description = Field(N_("Piece"), name="description")
        self.description.set_text(line.description)
        self.making = MakingFields()
        self.making.put(line)
        self.making.ring.hide()
        self.making.show()
        by_weight = line.gold_rate_id is not None
        for priced in (self.making.metal, self.making.weight):
            priced.setEnabled(not by_weight)
        words = N_("This order is over. What the piece cost stays; its receipt says it anew.")
        self.add(Label(words, "muted", wrap=True), self.description, self.making)

    def work(self) -> Callable[[Context], object]:
        if not self.description.text():
            raise CanFix(N_("Say what it is."), field="description")
        said = {"description": self.description.text(), **self.making.values()}
        del said["ring_size"]
        line = self._line
        changes = {name: value for name, value in said.items() if value != getattr(line, name)}
        return lambda ctx: commands.complete_line(ctx, line.id, **changes) if changes else None

    def saved(self, _answer: object) -> None:
        """Say so."""
        self.accept()
        self.desk.toast(t("Order changed"))
