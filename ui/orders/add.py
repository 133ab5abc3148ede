"""New order (Ctrl+O): kind, customer, pieces, what is promised, what is paid now."""

from __future__ import annotations

from collections.abc import Callable

from db.types import Id
from jewelcrm.catalogue import queries as catalogue
from jewelcrm.catalogue.model import Product
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.customers.model import CustomerCard
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders import commands
from jewelcrm.orders.model import NewOrder as Keyed
from jewelcrm.orders.model import PlacedOrder
from ui.customers.forms import Form
from ui.customers.picker import CustomerPicker, Picked
from ui.format import money
from ui.i18n import N_
from ui.orders.new.lines import Lines
from ui.orders.new.paying import Paying
from ui.orders.new.placed import Placed
from ui.orders.new.terms import TermsFields
from ui.orders.words import KINDS
from ui.shell.desk import Desk
from ui.widgets import Chips, Label, LinkButton, Row, VBox, heading, line


def show(
    desk: Desk,
    *,
    customer_id: Id | None = None,
    kind: str = "sale",
    product_id: Id | None = None,
) -> NewOrder:
    """Open the dialog; from a card with the customer, from a piece with the piece filled in."""
    dialog = NewOrder(desk, kind)
    if customer_id is not None:
        dialog.use_customer(customer_id)
    if product_id is not None:
        dialog.use_product(product_id)
    dialog.open()
    return dialog


class NewOrder(Form):
    """What is typed stays, whatever goes wrong; the total is always in sight."""

    help = "new-order"

    def __init__(self, desk: Desk, kind: str = "sale") -> None:
        super().__init__(desk, N_("New order"), save=N_("Save order"), width=980)
        ctx = desk.context()
        self.kind = Chips(KINDS, N_("Kind of order"))
        self.kind.choose(kind)
        self.customer = CustomerPicker(desk, N_("Customer"), name="customer_id")
        self.lines = Lines(desk)
        self.terms = TermsFields(ctx.today())
        self.paying = Paying(ctx.today(), ctx.branch.currency)
        self._arrange()
        self._listen()
        self._set_kind()
        self.customer.input.setFocus()

    def _arrange(self) -> None:
        new = LinkButton(N_("New customer"), "account-plus", self._new_customer)
        new.setVisible(self.desk.allows("customers.add"))
        who = Row(self.customer, VBox(22, new, None, spacing=0))
        who.setStretch(0, 1)
        self.box.addWidget(self.kind)
        self.box.addLayout(who)
        self.add(line(), heading(N_("Pieces")), self.lines)
        self.add(line(), heading(N_("What is agreed")), self.terms)
        self.add(line(), heading(N_("Payment")), self.paying)
        self.box.addStretch(1)
        self._foot()

    def _foot(self) -> None:
        self._sums: dict[str, Label] = {}
        foot = Row(spacing=22)
        for name, words in (
            ("total", N_("Total")),
            ("paid", N_("Paid now")),
            ("left", N_("Balance")),
        ):
            value = self._sums[name] = Label(look="value")
            foot.addLayout(VBox(Label(words, "muted"), value, spacing=0))
        self.buttons.insertLayout(0, foot)

    def _listen(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._set_kind())
        self.customer.picked.connect(self._customer_picked)
        self.lines.changed.connect(self._live)
        self.terms.promised.changed.connect(self._live)
        self.paying.changed.connect(self._sum_up)

    def _set_kind(self) -> None:
        kind = self.kind.value()
        self.lines.set_kind(kind)
        self.paying.set_kind(kind)
        self._live()

    def _live(self) -> None:
        try:
            promised = self.terms.promised.day()
        except CanFix:
            promised = None
        self.paying.set_total(self.lines.total(), promised)
        self._sum_up()

    def _sum_up(self) -> None:
        self._sums["total"].raw(money(self.lines.total()))
        self._sums["paid"].raw(money(self.paying.paid()))
        left = self.paying.balance()
        self._sums["left"].raw(money(left) if left.cents >= 0 else money(Money.zero(left.currency)))

    # Who and what ----------------------------------------------------------------------------

    def _new_customer(self) -> None:
        self.desk.open("customers.add", text=self.customer.text(), then=self.use_customer)

    def use_customer(self, customer_id: Id) -> None:
        """Choose a customer by id."""

        def read(ctx: Context) -> CustomerCard:
            return customers.card(ctx, customer_id)

        self.desk.read(self, read, self._use_card, key="card")

    def _use_card(self, card: CustomerCard) -> None:
        if (chosen := self.customer.customer()) is None or chosen.id != card.id:
            self.customer.put(Picked(card.id, card.number, card.name, card.name_zh))
        known = tuple(f"{size.system} {size.label}" for size in card.ring_sizes)
        for editor in self.lines.editors:
            editor.offer_sizes(known)

    def _customer_picked(self, who: Picked) -> None:
        self.use_customer(who.id)
        self.lines.editors[0].piece.input.setFocus()

    def use_product(self, product_id: Id) -> None:
        """Put a piece of the catalogue into the order."""

        def read(ctx: Context) -> Product:
            return catalogue.piece(ctx, product_id)

        self.desk.read(self, read, self.lines.use_product)

    def scanned(self, text: str) -> None:
        """The scanner was heard while this dialog was in front."""
        self.lines.scanned(text)

    # Saving ----------------------------------------------------------------------------------

    def work(self) -> Callable[[Context], object]:
        new = self.typed()
        return lambda ctx: commands.place_order(ctx, new)

    def typed(self) -> Keyed:
        """The order as it was typed. Raises CanFix naming the field."""
        who, kind = self.customer.customer(), self.kind.value()
        if who is None and (kind != "sale" or self.customer.text()):
            raise CanFix(N_("Find the customer and choose."), field="customer_id")
        return Keyed(
            kind=kind,
            customer_id=who.id if who else None,
            lines=self.lines.lines(),
            deposit=self.paying.payment(),
            dues=self.paying.schedule(),
            take_now=self.paying.taken_along(),
            **self.terms.values(),
        )

    def show_error(self, error: Exception) -> None:
        """Words under the field they are about."""
        if not (isinstance(error, CanFix) and error.field in _OF_LINES and self.lines.mark(error)):
            super().show_error(_renamed(error))

    def saved(self, answer: object) -> None:
        """The number, large, and the receipt."""
        assert isinstance(answer, PlacedOrder)
        self.accept()
        Placed(self.desk, answer, self.kind.value()).open()


_OF_LINES = frozenset(
    {
        "description",
        "quantity",
        "unit_price",
        "labour",
        "discount",
        "weight",
        "gold_rate_id",
        "ring_size",
        "fineness",
        "stone_weight",
    }
)


def _renamed(error: Exception) -> Exception:
    """The store speaks of the deposit, the form of the amount."""
    if isinstance(error, CanFix) and error.field in ("deposit", "take_now"):
        return CanFix(error.template, field="amount", **error.values)
    return error
