"""One order at the right: what it is, where it is, what is owed, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders import queries
from jewelcrm.orders.model import OrderDetail, OrderLine
from jewelcrm.payments.model import Payment
from ui.customers.filling import Filler, empty
from ui.customers.parts import Flow, Glyph
from ui.i18n import N_, bind, t
from ui.orders import told
from ui.orders.moving import allowed_steps, start_move
from ui.orders.parts import DueLine, LineBox, PaymentLine, StepLine, sums
from ui.orders.words import (
    kind_icon,
    over,
    step_source,
)
from ui.shell.desk import Desk
from ui.sync.known import KnownLine
from ui.widgets import (
    Button,
    Card,
    DangerButton,
    EmptyState,
    IconButton,
    Label,
    LinkButton,
    PrimaryButton,
    Row,
    Scroll,
    Section,
    VBox,
    line,
    note,
)

_Press = Callable[[], None]


class OrderPanel(Card):
    """Shows one order and stays in step with the store."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=0, spacing=0)
        self.desk = desk
        self._id: Id | None = None
        self.order: OrderDetail | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self._body.setContentsMargins(20, 18, 20, 20)
        self._filler = Filler(self, self._body)
        inside = QWidget()
        inside.setLayout(self._body)
        self._scroll = Scroll(inside)
        self.box.addWidget(self._scroll)
        desk.languageChanged.connect(self._again)

    def show_order(self, order_id: Id) -> None:
        """Show this order."""
        if order_id != self._id:
            self.order = None
            self._scroll.verticalScrollBar().setValue(0)
        self._id = order_id
        self.reload()

    def order_id(self) -> Id | None:
        """Which order is shown."""
        return self._id

    def reload(self) -> None:
        """Read it again."""
        if (wanted := self._id) is None:
            return

        def read(ctx: Context) -> OrderDetail:
            return queries.order(ctx, wanted)

        self.desk.read(self, read, self._show, self._gone, key="order")

    def forget(self) -> None:
        """Show nothing."""
        self._id = self.order = None
        empty(self._body)

    def _gone(self, error: Exception) -> None:
        self.forget()
        if isinstance(error, CanFix):
            self._body.addWidget(EmptyState("orders", error.template))
        else:
            self.desk.fail(error)

    def _again(self) -> None:
        if self.order is not None:
            self._show(self.order)

    def _show(self, order: OrderDetail) -> None:
        if order.id != self._id:
            return
        self.order = order
        self._filler.fill(self._made(order))

    def _made(self, order: OrderDetail) -> Iterator[QWidget]:
        """Every part, made in the pauses between two events."""
        who = (self._head, self._known, self._taken_elsewhere, self._customer)
        upper = (*who, self._facts, self._steps_to_take)
        lower = (told.remark, self._lines, self._dues, self._payments, self._way)
        for make in (*upper, lambda _order: line(), self._deeds, *lower):
            part = make(order)
            if part is not None:
                yield part
        yield _rest()

    # The upper part ------------------------------------------------------------------------

    def _head(self, order: OrderDetail) -> QWidget:
        number = Label(look="heading").raw(order.number)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton("close", N_("Close this order"), self.closed.emit, look="bare")
        top = Row(Glyph(kind_icon(order.kind), "accent_text", 22), number, None, close, spacing=8)
        column = VBox(top, told.pills(self.desk, order), spacing=6)
        if order.external_key:
            old = Label(look="muted")
            old.words(N_("Old number {number}"), number=order.external_key)
            column.addWidget(old)
        box = QWidget()
        box.setLayout(column)
        return box

    def _known(self, order: OrderDetail) -> QWidget | None:
        return KnownLine(self.desk, order.id) if self.desk.line.enrolled else None

    def _taken_elsewhere(self, order: OrderDetail) -> QWidget | None:
        """What cannot be changed here, and where it can."""
        if not (branch := self.desk.line.elsewhere(order.branch_id)):
            return None
        made = note("", "tip")
        bind(
            made.setText,
            lambda: t(
                "Taken at {branch}: only there its pieces and terms are changed. Steps and "
                "payments can be entered here.",
                branch=branch,
            ),
        )
        return made

    def _may_change(self, order: OrderDetail) -> bool:
        """Pieces and terms are for the branch that took the order."""
        theirs = bool(self.desk.line.elsewhere(order.branch_id))
        return self.desk.allows("orders.edit") and not theirs

    def _customer(self, order: OrderDetail) -> QWidget:
        return told.customer(self.desk, order)

    def _facts(self, order: OrderDetail) -> QWidget:
        return told.facts(self.desk, order)

    # What can be done ----------------------------------------------------------------------

    def _steps_to_take(self, order: OrderDetail) -> QWidget | None:
        steps = allowed_steps(self.desk, order.kind, order.stage)
        if not steps:
            return None
        bar = Flow(spacing=8)
        for place, step in enumerate(steps):
            bar.add(self._step_button(order, step, first=place == 0))
        return bar

    def _step_button(self, order: OrderDetail, step: str, *, first: bool) -> Button:
        make = DangerButton if step == "cancelled" else PrimaryButton if first else Button
        words = step_source(step, order.stage)
        return make(words, pressed=lambda: self.move_to(step))

    def move_to(self, step: str) -> None:
        """Move the order shown."""
        if self._id is not None:
            start_move(self.desk, self, self._id, step, lambda _moved: self.reload())

    def _deeds(self, order: OrderDetail) -> QWidget:
        bar = Flow(spacing=8)
        open_ = self.desk.open
        if order.balance.cents > 0 and order.stage != "draft" and self.desk.allows("payments.take"):
            bar.add(
                Button(
                    N_("Take payment"), "payment", lambda: open_("payments.take", order_id=order.id)
                )
            )
        if self._may_change(order):
            bar.add(Button(N_("Edit"), "pencil", lambda: open_("orders.edit", order=order)))
        bar.add(Button(N_("Print"), "printer", lambda: self._print(order)))
        if order.lines:
            bar.add(Button(N_("Labels"), "tag", lambda: open_("orders.label", order_id=order.id)))
        if self.desk.allows("followups.edit"):
            bar.add(Button(N_("Follow-up"), "bell-ring", lambda: self._follow_up(order)))
        return bar

    def _print(self, order: OrderDetail) -> None:
        taken = [entry for entry in order.payments if entry.amount.cents > 0]
        if order.kind == "sale" and taken:
            self.desk.open("payments.receipt", payment_id=taken[-1].id)
        else:
            self.desk.open("orders.envelope", order_id=order.id)

    def _follow_up(self, order: OrderDetail) -> None:
        self.desk.open("followups.add", customer_id=order.customer_id, order_id=order.id)

    # What it is made of --------------------------------------------------------------------

    def _lines(self, order: OrderDetail) -> QWidget:
        may = self._may_change(order) and not over(order.stage)
        add = LinkButton(
            N_("Add a line"), "plus", lambda: self.desk.open("orders.line", order=order)
        )
        section = Section(N_("Pieces"), *([add] if may else []))
        for one in order.lines:
            section.add(LineBox(one, self._editor(order, one)))
        for part in sums(order):
            section.add(part)
        return section

    def _editor(self, order: OrderDetail, one: OrderLine) -> _Press | None:
        """All of a line while its order is open; afterwards only what a receipt says of it."""
        if not self._may_change(order):
            return None
        if over(order.stage):
            return lambda: self.desk.open("orders.describe", line=one)
        return lambda: self.desk.open("orders.line", order=order, line=one)

    def _dues(self, order: OrderDetail) -> QWidget | None:
        may = self._may_change(order) and not over(order.stage) and bool(order.balance)
        change = LinkButton(
            N_("Change"), pressed=lambda: self.desk.open("orders.dues", order=order)
        )
        if not order.dues and not may:
            return None
        section = Section(N_("To be paid"), *([change] if may else []), spacing=4)
        today = self.desk.context().today()
        for due in order.dues:
            section.add(DueLine(due, today))
        return section

    def _payments(self, order: OrderDetail) -> QWidget | None:
        if not order.payments:
            return None
        section = Section(N_("Payments"), spacing=6)
        zone = self.desk.context().branch.time_zone
        for entry in order.payments:
            section.add(PaymentLine(entry, zone, self._receipt(entry), self._refund(entry)))
        return section

    def _receipt(self, entry: Payment) -> _Press:
        return lambda: self.desk.open("payments.receipt", payment_id=entry.id)

    def _refund(self, entry: Payment) -> _Press | None:
        if entry.amount.cents <= 0 or not self.desk.allows("payments.refund"):
            return None
        return lambda: self.desk.open("payments.refund", payment=entry)

    def _way(self, order: OrderDetail) -> QWidget:
        section = Section(N_("The way so far"), spacing=8)
        zone = self.desk.context().branch.time_zone
        for step in reversed(order.steps):
            section.add(StepLine(step, zone, last=step is order.steps[-1]))
        return section


def _rest() -> QWidget:
    """Takes the room that is left at the end."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return made
