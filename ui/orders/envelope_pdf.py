"""The job envelope as PDF: what came in, in which state, what is to be done, by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.customers.rules.ring_sizes import label as ring_label
from jewelcrm.orders.model import OrderDetail, OrderLine
from jewelcrm.payments.receipts import Paper
from jewelcrm.payments.receipts.blocks import (
    Block,
    Sheet,
    bar_code,
    beside,
    gap,
    pair,
    paragraph,
    qr_code,
    rule,
    stacked,
)
from jewelcrm.payments.receipts.letters import Style
from jewelcrm.payments.receipts.render import A5, ROLL
from jewelcrm.weights import carat_text, gram_text, tael_text
from ui.orders.words import SERVICES

_A5 = replace(
    A5,
    body=Style(11),
    small=Style(10, colour=(0.3, 0.3, 0.34)),
    strong=Style(12, "bold"),
    title=Style(15, "bold"),
    shop=Style(22, "bold"),
)  # an envelope is read at arm's length
_WORDS = {
    "title": ("Job envelope", "維修袋／工單袋"),
    "customer": ("Customer", "顧客"),
    "phone": ("Phone", "電話"),
    "taken": ("Taken in", "收件"),
    "promised": ("Promised", "取件日期"),
    "by": ("By", "經手人"),
    "piece": ("Piece", "貨品"),
    "service": ("To be done", "服務"),
    "condition": ("Condition", "收件狀況"),
    "weight": ("Weight in", "收件重量"),
    "size": ("Ring size", "手寸"),
    "stone": ("Stone", "寶石"),
    "value": ("Declared value", "申報價值"),
    "total": ("Total", "總額"),
    "paid": ("Paid", "已付"),
    "balance": ("Balance", "尾數"),
    "rush": ("RUSH", "加急"),
    "remark": ("Remark", "備註"),
    "customer_signs": ("Customer", "顧客簽署"),
    "shop_signs": ("Shop", "店方簽署"),
}
_SERVICES_ZH = {
    "resize": "改圈",
    "polishing": "清洗打磨",
    "rhodium_plating": "電白（鍍銠）",
    "prongs": "修爪",
    "stone_setting": "鑲石",
    "stone_replacement": "補石",
    "soldering": "焊接",
    "restring": "重新穿線",
    "engraving": "刻字",
    "remake": "熔金重造",
    "watch": "手錶電池／錶帶",
    "appraisal": "估值",
    "other": "其他",
}


@dataclass(frozen=True)
class Envelope:
    """What the envelope says beside the order itself."""

    order: OrderDetail
    shop: str
    phone: str  # only its end: an envelope lies about
    taken_on: str
    promised_on: str


def render(envelope: Envelope, paper: Paper, language: str) -> bytes:
    """A5, or a strip of 80 mm as long as it needs."""
    sheet = _A5 if paper == "A5" else ROLL
    blocks = list(_blocks(envelope, sheet, 1 if language == "zh_HK" else 0))
    needed = sum(block.height for block in blocks) + 2 * sheet.margin + 4 * mm
    height = max(needed, sheet.height or 0)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(sheet.width, height), invariant=1, pageCompression=1)
    canvas.setTitle(envelope.order.number)
    y = height - sheet.margin
    for block in blocks:
        block.paint(canvas, sheet.margin, y)
        y -= block.height
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _blocks(envelope: Envelope, sheet: Sheet, tongue: int) -> Iterator[Block]:
    order, room, side = envelope.order, sheet.room, 24 * mm
    head = [
        *paragraph(envelope.shop, sheet.strong, room - side),
        *paragraph(_WORDS["title"][tongue], sheet.title, room - side - 8),
        *paragraph(order.number, sheet.shop, room - side - 8),
        *(paragraph(_WORDS["rush"][tongue], sheet.title, room - side - 8) if order.rush else ()),
    ]
    yield beside(stacked(head), qr_code(order.number, side), room - side)
    yield rule(room, sheet.accent, weight=1.0, space=4)
    for key, value in _facts(envelope):
        yield _pair(key, value, sheet, tongue)
    for line in order.lines:
        yield rule(room, sheet.faint, space=4)
        yield from _line(line, sheet, tongue)
    yield rule(room, sheet.faint, space=4)
    yield from _foot(order, sheet, tongue)


def _pair(key: str, value: str, sheet: Sheet, tongue: int) -> Block:
    return pair(_WORDS[key][tongue], value, sheet.room, (sheet.small, sheet.strong))


def _facts(envelope: Envelope) -> Iterator[tuple[str, str]]:
    order = envelope.order
    both = " ".join(filter(None, (order.customer_name_zh, order.customer_name)))
    facts = (
        ("customer", both),
        ("phone", envelope.phone),
        ("taken", envelope.taken_on),
        ("promised", envelope.promised_on),
        ("by", order.staff_name or ""),
    )
    yield from ((key, value) for key, value in facts if value)


def _line(line: OrderLine, sheet: Sheet, tongue: int) -> Iterator[Block]:
    yield from paragraph(f"{line.position}. {line.description}", sheet.strong, sheet.room)
    for key, value in _particulars(line, tongue):
        yield _pair(key, value, sheet, tongue)


def _particulars(line: OrderLine, tongue: int) -> Iterator[tuple[str, str]]:
    if line.service:
        yield "service", _service(line.service, tongue)
    if line.condition:
        yield "condition", line.condition
    if line.weight_in is not None:
        yield "weight", f"{gram_text(line.weight_in)} ({tael_text(line.weight_in)})"
    if line.ring_size is not None:
        yield "size", f"HK {ring_label(line.ring_size, 'HK')} · {line.ring_size.normalize():f} mm"
    if line.stone:
        carats = carat_text(line.stone_weight) if line.stone_weight is not None else ""
        yield "stone", f"{line.stone} {carats}".strip()
    if line.declared_value is not None:
        yield "value", str(line.declared_value)


def _service(service: str, tongue: int) -> str:
    english = next((words for key, words in SERVICES if key == service), service)
    return _SERVICES_ZH.get(service, english) if tongue else english


def _foot(order: OrderDetail, sheet: Sheet, tongue: int) -> Iterator[Block]:
    sums = (("total", order.total), ("paid", order.paid), ("balance", order.balance))
    for key, amount in sums:
        yield _pair(key, str(amount), sheet, tongue)
    if order.remark:
        yield gap(4)
        yield from paragraph(f"{_WORDS['remark'][tongue]}: {order.remark}", sheet.body, sheet.room)
    yield gap(10)
    yield bar_code(order.number, sheet.room, 12 * mm, sheet.small)
    yield gap(30)
    half = sheet.room / 2
    yield beside(
        _signature("customer_signs", sheet, tongue), _signature("shop_signs", sheet, tongue), half
    )


def _signature(key: str, sheet: Sheet, tongue: int) -> Block:
    length = sheet.room / 2 - 10
    return stacked([rule(length, (0, 0, 0)), *paragraph(_WORDS[key][tongue], sheet.small, length)])
