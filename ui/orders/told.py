"""What the panel of an order tells: its state, its customer, its days and what is owed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jewelcrm.orders.model import OrderDetail
from ui.customers.parts import Flow
from ui.customers.words import joined
from ui.format import capital, day_words, money, names
from ui.i18n import N_, bind, t
from ui.orders.words import (
    customer_word,
    in_stage_words,
    kind_source,
    pickup_words,
    promise_words,
    stage_source,
    stage_tone,
)
from ui.shell.desk import Desk
from ui.widgets import Avatar, Label, LinkButton, Pill, Row, Tile, VBox, note


def pills(desk: Desk, order: OrderDetail) -> QWidget:
    """What kind it is, where it stands, and what presses."""
    today = desk.context().today()
    shown = Flow(Pill(kind_source(order.kind), "muted"), spacing=6)
    shown.add(Pill(stage_source(order.stage), stage_tone(order.stage)))
    if branch := desk.line.elsewhere(order.branch_id):
        taken = Pill(tone="info")
        taken.setText(branch)
        shown.add(taken)
    if order.rush:
        shown.add(Pill(N_("Rush"), "gold"))
    if order.late:
        late = Pill(tone="danger")
        bind(late.setText, lambda: promise_words(order, today))
        shown.add(late)
    if order.secret_until is not None:
        secret = Pill(tone="gold")
        until = order.secret_until
        bind(secret.setText, lambda: t("Surprise until {day}", day=day_words(until, today)))
        shown.add(secret)
    return shown


def customer(desk: Desk, order: OrderDetail) -> QWidget:
    """Whose it is, and the way to the card."""
    box = QWidget()
    face = Avatar(40)
    name, name_zh = order.customer_name or "", order.customer_name_zh
    face.show_name(name or "?", name_zh)
    large, small = Label(look="strong", wrap=True), Label(look="muted", wrap=True)
    bind(large.setText, lambda: names(name, name_zh)[0] or customer_word(None, None))
    small.raw(order.customer_number or "")
    bind(
        small.setText,
        lambda: joined(names(name, name_zh)[1], order.customer_number),
    )
    row = Row(face, VBox(large, small, spacing=0))
    row.setStretch(1, 1)
    if order.customer_id is not None:
        who = order.customer_id
        row.addWidget(
            LinkButton(N_("Open card"), pressed=lambda: desk.open("customers", customer_id=who))
        )
    box.setLayout(row)
    return box


def facts(desk: Desk, order: OrderDetail) -> QWidget:
    """When it was promised, how long it waits, what is owed."""
    today = desk.context().today()
    promised = Tile(N_("Promised"))
    stay = Tile(N_("In this stage"))
    balance = Tile(N_("Balance"), money(order.balance))
    bind(promised.value.setText, lambda: capital(day_words(order.promised_on, today)) or "–")
    bind(stay.value.setText, lambda: capital(in_stage_words(order.days_in_stage)))
    box = QWidget()
    row = Row(promised, stay, balance, spacing=8)
    for place in range(3):
        row.setStretch(place, 1)
    box.setLayout(row)
    return box


def remark(order: OrderDetail) -> QWidget | None:
    """How it is fetched, and what was noted of it."""
    if not order.remark and not order.pickup:
        return None
    made = note()
    bind(
        made.setText,
        lambda: "\n".join(filter(None, (pickup_words(order.pickup), order.remark))),
    )
    return made
