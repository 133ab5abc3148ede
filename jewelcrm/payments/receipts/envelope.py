"""The job envelope as PDF: what came in, in which state, what is to be done, by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm

from jewelcrm.customers.rules.ring_sizes import label as ring_label
from jewelcrm.orders.envelope import Envelope
from jewelcrm.orders.model import OrderDetail, OrderLine
from jewelcrm.payments.receipts import parts, words
from jewelcrm.payments.receipts.blocks import (
    Block,
    Sheet,
    beside,
    gap,
    pair,
    paragraph,
    qr_code,
    rule,
    stacked,
)
from jewelcrm.payments.receipts.letters import Style
from jewelcrm.payments.receipts.model import Paper
from jewelcrm.payments.receipts.paper import A5, ROLL, one_strip
from jewelcrm.weights import carat_text

_LARGE = replace(
    A5,
    body=Style(10),
    small=Style(10, colour=(0.3, 0.3, 0.34)),
    strong=Style(12, "bold"),
    title=Style(15, "bold"),
    shop=Style(22, "bold"),
)  # an envelope is read at arm's length


def render(envelope: Envelope, paper: Paper, language: str) -> bytes:
    """A5 and as much longer as it needs, or a strip of 80 mm."""
    sheet = _LARGE if paper == "A5" else ROLL
    blocks = list(_blocks(envelope, sheet, language))
    return one_strip(blocks, sheet, title=envelope.order.number, author=envelope.shop)


def _blocks(envelope: Envelope, sheet: Sheet, language: str) -> Iterator[Block]:
    yield _head(envelope, sheet, language)
    yield rule(sheet.room, sheet.accent, weight=1.0, space=4)
    yield from parts.columns(_facts(envelope, language), sheet, sheet.room, sheet.strong)
    for line in envelope.order.lines:
        yield rule(sheet.room, sheet.faint, space=4)
        called = words.called(line, envelope.names, language)
        yield from paragraph(f"{line.position}. {called}", sheet.strong, sheet.room)
        yield from parts.columns(_particulars(line, language), sheet, sheet.room, sheet.strong)
    yield rule(sheet.room, sheet.faint, space=4)
    yield from _foot(envelope.order, sheet, language)


def _head(envelope: Envelope, sheet: Sheet, language: str) -> Block:
    side = 24 * mm
    room = sheet.room - side - 8
    order = envelope.order
    rush = paragraph(words.word("rush", language), sheet.title, room) if order.rush else []
    said = [
        *paragraph(envelope.shop, sheet.strong, room),
        *paragraph(words.word("envelope", language), sheet.title, room),
        *paragraph(order.number, sheet.shop, room),
        *rush,
    ]
    return beside(stacked(said), qr_code(order.number, side), sheet.room - side)


def _facts(envelope: Envelope, language: str) -> Iterator[tuple[str, str]]:
    order = envelope.order
    facts = (
        ("customer", " ".join(filter(None, (order.customer_name_zh, order.customer_name)))),
        ("phone", envelope.phone),
        ("taken", _day(envelope.taken_on)),
        ("wanted", _day(order.promised_on)),
        ("staff", words.person(order.staff_name, order.staff_name_zh, language)),
    )
    yield from ((words.word(key, language), text) for key, text in facts if text)


def _day(day: dt.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _particulars(line: OrderLine, language: str) -> Iterator[tuple[str, str]]:
    facts = (
        ("service", words.name_of(words.SERVICES, line.service, language) if line.service else ""),
        ("condition", line.condition or ""),
        ("weight", words.weight_words(line.weight_in) if line.weight_in is not None else ""),
        ("ring", _ring(line)),
        ("stone", _stone(line)),
        ("value", str(line.declared_value) if line.declared_value is not None else ""),
    )
    yield from ((words.word(key, language), text) for key, text in facts if text)


def _ring(line: OrderLine) -> str:
    if line.ring_size is None:
        return ""
    return f"HK {ring_label(line.ring_size, 'HK')} · {line.ring_size.normalize():f} mm"


def _stone(line: OrderLine) -> str:
    carats = carat_text(line.stone_weight) if line.stone_weight is not None else ""
    return f"{line.stone} {carats}".strip() if line.stone else ""


def _foot(order: OrderDetail, sheet: Sheet, language: str) -> Iterator[Block]:
    """What is to be paid, the remark, the order's bars, and room for two names."""
    for key, amount in (("total", order.total), ("paid", order.paid), ("balance", order.balance)):
        styles = (sheet.small, sheet.strong)
        yield pair(words.word(key, language), str(amount), sheet.room, styles)
    if order.remark:
        yield gap(4)
        said = f"{words.word('remark', language)}: {order.remark}"
        yield from paragraph(said, sheet.body, sheet.room)
    yield gap(10)
    yield parts.bars(order.number, sheet, sheet.room)
    yield gap(30)
    names = [_signature(key, sheet, language) for key in ("customer_signs", "shop_signs")]
    yield beside(names[0], names[1], sheet.room / 2)


def _signature(key: str, sheet: Sheet, language: str) -> Block:
    length = sheet.room / 2 - 10
    name = paragraph(words.word(key, language), sheet.small, length)
    return stacked([rule(length, (0, 0, 0)), *name])
