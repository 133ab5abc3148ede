"""Pieces of the order panel: lines with their make, totals, dues, payments and the way it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from jewelcrm.customers.rules.ring_sizes import label as ring_label
from jewelcrm.orders.model import OrderDetail, OrderLine, OrderStep
from jewelcrm.payments.model import Due, Payment
from ui.catalogue.words import spec, weight_words
from ui.customers.parts import Glyph
from ui.format import day_words, moment, money, names
from ui.i18n import N_, bind, t
from ui.orders.words import service_word, stage_word
from ui.payments.words import kind_word, method_icon, method_word
from ui.widgets import IconButton, Label, Pill, Row, VBox, restyle


def quantity_text(quantity: Decimal) -> str:
    """2, or 1.5."""
    return f"{quantity.normalize():f}"


def ring_words(size: Decimal | None) -> str:
    """HK 14 · 54.4 mm."""
    return "" if size is None else f"HK {ring_label(size, 'HK')} ({size.normalize():f} mm)"


class LineBox(QFrame):
    """One line of an order: what it is, what it is made of, what it costs."""

    def __init__(self, line: OrderLine, edit: Callable[[], None] | None) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        head = Row(spacing=8)
        head.addWidget(Label(look="strong", wrap=True).raw(line.description), 1)
        head.addWidget(Label(look="strong").raw(money(line.amount)), 0, Qt.AlignmentFlag.AlignTop)
        if edit is not None:
            button = IconButton("pencil", N_("Change this line"), edit, look="bare", tone="muted")
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = VBox(head, spacing=3, margins=10)
        for text in details(line):
            quiet = Label(look="muted", wrap=True)
            bind(quiet.setText, text)
            column.addWidget(quiet)
        self.setLayout(column)


def details(line: OrderLine) -> Iterator[Callable[[], str]]:
    """The small lines under a line, each said again when the language changes."""
    candidates: tuple[Callable[[], str], ...] = (
        lambda: spec(line),
        lambda: _sizes(line),
        lambda: _price(line),
        lambda: _repair(line),
    )
    return (words for words in candidates if words())


def _joined(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)


def _sizes(line: OrderLine) -> str:
    ring = t("Ring size {size}", size=ring_words(line.ring_size)) if line.ring_size else ""
    return _joined(ring, line.sku or "")


def _price(line: OrderLine) -> str:
    many = line.quantity != 1
    if not (many or line.labour or line.discount):
        return ""
    labour = t("labour {amount}", amount=money(line.labour)) if line.labour else ""
    discount = t("discount {amount}", amount=money(line.discount)) if line.discount else ""
    return _joined(f"{quantity_text(line.quantity)} × {money(line.unit_price)}", labour, discount)


def _repair(line: OrderLine) -> str:
    came, went = weight_words(line.weight_in), weight_words(line.weight_out)
    value = money(line.declared_value) if line.declared_value is not None else ""
    return _joined(
        service_word(line.service) if line.service else "",
        t("came in: {condition}", condition=line.condition) if line.condition else "",
        t("in {weight}", weight=came) if came else "",
        t("out {weight}", weight=went) if went else "",
        t("declared value {amount}", amount=value) if value else "",
    )


class Sum(QWidget):
    """A name at the left, an amount at the right."""

    def __init__(self, name: str, amount: str, look: str = "") -> None:
        super().__init__()
        value = Label(look=look).raw(amount)
        label = Label(name, look if look == "strong" else "muted")
        self.setLayout(Row(label, None, value))


def sums(order: OrderDetail) -> Iterator[QWidget]:
    """Total, paid, given back, balance."""
    yield Sum(N_("Total"), money(order.total), "strong")
    yield Sum(N_("Paid"), money(order.paid + order.returned))
    if order.returned:
        yield Sum(N_("Given back"), money(order.returned))
    yield Sum(N_("Balance"), money(order.balance), "value")


class DueLine(QWidget):
    """An amount that is due by a day, and whether it was paid."""

    def __init__(self, due: Due, today: dt.date) -> None:
        super().__init__()
        words = Label()
        bind(words.setText, lambda: _joined(kind_word(due.kind), day_words(due.due_on, today)))
        state = Pill()
        if not due.outstanding:
            state.words(N_("Paid"), "ok")
        elif due.due_on < today:
            state.words(N_("Overdue"), "danger")
        amount = Label(look="strong").raw(money(due.outstanding or due.amount))
        state.setVisible(bool(state.text()))
        self.setLayout(Row(words, state, None, amount, spacing=8))


class PaymentLine(QWidget):
    """A ledger entry: how, when, by whom; its receipt, and giving it back."""

    def __init__(
        self,
        payment: Payment,
        zone: str,
        receipt: Callable[[], None],
        refund: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        head, small = Label(look="strong"), Label(look="muted", wrap=True)
        bind(head.setText, lambda: _joined(kind_word(payment.kind), method_word(payment.method)))
        bind(small.setText, lambda: _taken(payment, zone))
        amount = Label(look="strong").raw(money(payment.amount))
        if payment.amount.cents < 0:
            restyle(amount, look="error")
        row = Row(Glyph(method_icon(payment.method)), head, None, amount, spacing=8)
        row.addWidget(IconButton("receipt", N_("Receipt"), receipt, look="bare", tone="muted"))
        if refund is not None:
            row.addWidget(
                IconButton("cash-refund", N_("Refund"), refund, look="bare", tone="muted")
            )
        below = Row(28, small, spacing=0)
        below.setStretch(1, 1)
        self.setLayout(VBox(row, below, spacing=0))


def _taken(payment: Payment, zone: str) -> str:
    return _joined(
        moment(payment.taken_at, zone),
        names(payment.staff_name, payment.staff_name_zh)[0],
        payment.receipt_number,
        payment.reference or "",
        payment.remark or "",
    )


def _who(step: OrderStep) -> str:
    return names(step.staff_name, step.staff_name_zh)[0]


class StepLine(QWidget):
    """One step of an order's way: where to, when, who, and why."""

    def __init__(self, step: OrderStep, zone: str, *, last: bool) -> None:
        super().__init__()
        head, small = Label(look="strong"), Label(look="muted", wrap=True)
        bind(head.setText, lambda: stage_word(step.to_stage))
        bind(
            small.setText,
            lambda: _joined(moment(step.at, zone), _who(step), step.reason or ""),
        )
        mark = Glyph(
            "check-circle" if last else "circle-outline", "accent_text" if last else "edge", 18
        )
        row = Row(spacing=10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(VBox(head, small, spacing=0), 1)
        self.setLayout(row)
