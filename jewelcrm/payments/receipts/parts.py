"""The parts of a receipt, from the shop's name to the code that finds the order again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from reportlab.lib.units import mm

from jewelcrm.orders.model import OrderLine
from jewelcrm.orders.rules.disclosures import GOLDS
from jewelcrm.payments.receipts import words
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
    tinted,
)
from jewelcrm.payments.receipts.letters import Style
from jewelcrm.payments.receipts.model import Receipt
from jewelcrm.payments.receipts.paper import A5, ROLL


def shop_lines(receipt: Receipt, sheet: Sheet, room: float, *, align: str = "left") -> list[Block]:
    """The supplier's full name and address, in both languages, and the phone."""
    shop = receipt.shop
    names = [name for name in (shop.name_zh, shop.name) if name]
    grey = replace(sheet.small, colour=sheet.faint)
    places = [place for place in (shop.address_zh, shop.address) if place]
    phone = [f"電話 Tel {shop.phone}"] if shop.phone else []
    return [
        *paragraph(names[0], sheet.shop, room, align=align),
        *(b for name in names[1:] for b in paragraph(name, sheet.strong, room, align=align)),
        *(b for text in (*places, *phone) for b in paragraph(text, grey, room, align=align)),
    ]


def title(receipt: Receipt, language: str) -> tuple[str, str]:
    """What this paper is, in the chosen language and in the other."""
    if receipt.amount.cents < 0:
        key = "refund_note" if receipt.kind == "refund" else "correction"
    else:
        special = {"deposit": "deposit_receipt", "instalment": "instalment_receipt"}
        key = special.get(receipt.kind, "receipt")
    english, chinese = words.WORDS[key]
    return (chinese, english) if language.startswith("zh") else (english, chinese)


def when(receipt: Receipt) -> str:
    """Date and time of the branch: `2026-11-22 12:00`."""
    return f"{receipt.taken_at:%Y-%m-%d %H:%M}"


def customer_text(receipt: Receipt, language: str) -> str:
    names = [receipt.customer_name_zh, receipt.customer_name]
    if not language.startswith("zh"):
        names.reverse()
    known = [*(name for name in names if name), receipt.customer_number or ""]
    return " · ".join(filter(None, known)) or words.word("walk_in", language)


def particulars(receipt: Receipt, language: str) -> Iterator[tuple[str, str]]:
    """Labels and values under the title."""
    kind = words.name_of(words.KINDS, receipt.order_kind, language)
    yield words.word("customer", language), customer_text(receipt, language)
    yield words.word("order", language), f"{receipt.order_number} · {kind}"
    if receipt.promised_on is not None and receipt.stage != "collected":
        yield words.word("promised", language), receipt.promised_on.isoformat()
    if served := words.person(receipt.staff_name, receipt.staff_name_zh, language):
        yield words.word("staff", language), served


def particulars_block(receipt: Receipt, sheet: Sheet, room: float, language: str) -> list[Block]:
    return columns(particulars(receipt, language), sheet, room)


def columns(
    rows: Iterable[tuple[str, str]], sheet: Sheet, room: float, value: Style | None = None
) -> list[Block]:
    """Labels in a column of their own, what they say beside them (in `value`, when given)."""
    grey = replace(sheet.body, colour=sheet.faint)
    usual, widest = (A5, 21 * mm) if sheet.height else (ROLL, 17 * mm)
    label_room = widest * sheet.body.size / usual.body.size
    return [
        beside(
            stacked(paragraph(label, grey, label_room - 4)),
            stacked(paragraph(text, value or sheet.body, room - label_room)),
            label_room,
        )
        for label, text in rows
    ]


def number_text(quantity: Decimal) -> str:
    """A quantity without needless zeros: `1`, `0.5`."""
    return f"{quantity.normalize():f}"


def details(line: OrderLine, receipt: Receipt, language: str) -> Iterator[str]:
    """What is said of a piece under its name, one line each."""
    metal, weight = words.metal_words(line), line.weight
    if metal and weight:
        yield f"{metal} · {words.weight_words(weight)}"
    elif metal or weight:
        yield metal or words.weight_words(weight or Decimal(0))
    stone = words.stone_words(line)
    if stone:
        yield stone
    if line.certificate:
        yield f"{words.word('certificate', language)} {line.certificate}"
    if line.ring_size:
        yield f"{words.word('size', language)} {line.ring_size.normalize():f} mm"
    yield from _price_basis(line, receipt, language)
    yield from _service(line, language)


def _price_basis(line: OrderLine, receipt: Receipt, language: str) -> Iterator[str]:
    """How gold was priced: by weight at the board's price, or by the piece (domain.md 2.3)."""
    rate = receipt.rates.get(line.gold_rate_id) if line.gold_rate_id else None
    if rate is not None:
        unit = words.word(rate.unit, language)
        yield f"{words.word('gold_price', language)} {rate.sell} / {unit}"
    elif line.metal in GOLDS and receipt.order_kind == "sale":
        yield words.word("fixed_price", language)


def _service(line: OrderLine, language: str) -> Iterator[str]:
    if line.service and line.service != "commission":
        yield words.name_of(words.SERVICES, line.service, language)
    if line.condition:
        yield f"{words.word('condition', language)}: {line.condition}"
    if line.weight_in:
        yield f"{words.word('weight_in', language)} {words.weight_words(line.weight_in)}"
    if line.weight_out:
        yield f"{words.word('weight_out', language)} {words.weight_words(line.weight_out)}"


def charges(line: OrderLine, language: str) -> Iterator[tuple[str, str]]:
    """Labour and discount, each by itself (Industry Code 2017)."""
    if line.labour:
        yield words.word("labour", language), line.labour.digits()
    if line.discount:
        yield words.word("discount", language), (-line.discount).digits()


def sums_blocks(receipt: Receipt, sheet: Sheet, room: float, language: str) -> list[Block]:
    """Total, this payment and how it was made, and what they leave."""
    this = "this_payment" if receipt.amount.cents >= 0 else "this_refund"
    before = [("paid_before", receipt.paid_before)] if receipt.paid_before else []
    rows = [("total", receipt.total), *before, (this, receipt.amount), ("paid", receipt.paid)]
    blocks = [
        pair(words.both(key, language), str(money), room, (sheet.body, sheet.body))
        for key, money in rows
    ]
    grey = replace(sheet.small, colour=sheet.faint)
    method = words.name_of(words.METHODS, receipt.method, language)
    blocks.insert(-1, pair(method, receipt.reference or "", room, (grey, grey), indent=6))
    return [*blocks, gap(2), _balance(receipt, sheet, room, language)]


def _balance(receipt: Receipt, sheet: Sheet, room: float, language: str) -> Block:
    label = words.both("balance" if receipt.balance.cents > 0 else "paid_in_full", language)
    row = pair(label, str(receipt.balance), room, (sheet.strong, sheet.strong))
    return tinted(row, room, sheet.tint)


def dues_blocks(receipt: Receipt, sheet: Sheet, room: float, language: str) -> list[Block]:
    """What is still to be paid, and by when."""
    still = [due for due in receipt.dues if due.outstanding]
    if not still or receipt.balance.cents <= 0:
        return []
    rows = [
        pair(
            f"{words.name_of(words.KINDS, due.kind, language)} · {due.due_on.isoformat()}",
            str(due.outstanding),
            room,
            (sheet.small, sheet.body),
        )
        for due in still
    ]
    return [*paragraph(words.both("due", language), sheet.strong, room), *rows]


def terms_blocks(receipt: Receipt, sheet: Sheet, room: float, language: str) -> list[Block]:
    text = receipt.terms.get(language) or next(iter(receipt.terms.values()), "")
    if not text:
        return []
    grey = replace(sheet.small, colour=sheet.faint)
    return paragraph(f"{words.word('terms', language)}: {text}", grey, room)


def thanks(sheet: Sheet, room: float, language: str) -> list[Block]:
    return paragraph(words.word("thanks", language), sheet.small, room, align="centre")


def bars(number: str, sheet: Sheet, room: float) -> Block:
    """The order's number for a laser scanner."""
    style = replace(sheet.small, colour=(0.1, 0.1, 0.1))
    return bar_code(number, room, 9 * mm, style)


def square(receipt: Receipt, side: float) -> Block:
    """The order's number for a camera."""
    return qr_code(receipt.order_number, side)


def thin(room: float) -> Block:
    return rule(room, (0.82, 0.82, 0.84), weight=0.4)
