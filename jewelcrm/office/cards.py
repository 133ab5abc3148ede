"""The recovery key on three cards: any two give it back, and one alone says nothing.

A card is a sheet of paper with letters that can be typed, and the same as a picture. Its letters
end in a check sum; a check of the key itself tells that two cards are of the same cutting.
"""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

import segno
from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.errors import CanFix
from jewelcrm.office import shamir
from jewelcrm.wire.recovery import NotWhole, letters_of, whole_of

MARK = "JCRC"
CARDS, LEAST = 3, 2
_SET, _CHECK, _VERSION = 4, 8, 1
_HEAD = 3 + _SET  # version, number, how many are needed, which cutting


@dataclass(frozen=True, slots=True)
class Card:
    """One share of a recovery key. `cutting`: the same on all cards that belong together."""

    number: int
    least: int
    cutting: bytes
    share: bytes = field(repr=False)


def cut(recovery_key: bytes) -> list[Card]:
    """Three cards of a recovery key."""
    secret = recovery_key + _check(recovery_key)
    cutting = secrets.token_bytes(_SET)
    shares = shamir.split(secret, shares=CARDS, least=LEAST)
    return [Card(number, LEAST, cutting, share) for number, share in shares.items()]


def join(cards: Iterable[Card]) -> bytes:
    """The recovery key of two cards.

    Raises:
        CanFix: one is there twice, they are not of one cutting, or there are too few.
    """
    known = {card.number: card for card in cards}
    if len({(card.cutting, card.least) for card in known.values()}) > 1:
        raise CanFix("These cards do not belong together. Take two of the same cutting.")
    needed = max((card.least for card in known.values()), default=LEAST)
    if len(known) < needed:
        raise CanFix("{needed} different cards are needed.", needed=needed)
    secret = shamir.join({number: card.share for number, card in known.items()})
    key, check = secret[:-_CHECK], secret[-_CHECK:]
    if check != _check(key):
        raise CanFix("These cards do not give a recovery key. One of them is forged.")
    return key


def text_of(card: Card) -> str:
    """A card's letters."""
    head = bytes((_VERSION, card.number, card.least)) + card.cutting
    return letters_of(MARK, head + card.share)


def card_from(text: str) -> Card:
    """A card by its letters.

    Raises:
        CanFix: a letter is wrong or missing.
    """
    try:
        body = whole_of(MARK, text)
    except NotWhole as error:
        raise CanFix("This is no card, or a letter of it is wrong or missing.") from error
    if len(body) <= _HEAD + _CHECK or body[0] != _VERSION:
        raise CanFix("This card was made by a newer program. Update this one.")
    return Card(body[1], body[2], body[3:_HEAD], body[_HEAD:])


def sheets(cards: Iterable[Card], server: str) -> bytes:
    """The cards as a PDF to print, a sheet each; head office's id tells whose they are."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A5)
    canvas.setTitle("JewelCRM recovery cards")
    for card in cards:
        _sheet(canvas, card, server)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _sheet(canvas: Canvas, card: Card, server: str) -> None:
    width, height = A5
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(15 * mm, height - 22 * mm, f"Recovery card {card.number} of {CARDS}")
    canvas.setFont("Helvetica", 9)
    for at, line in enumerate(_words(card, server)):
        canvas.drawString(15 * mm, height - 32 * mm - at * 5 * mm, line)
    text = text_of(card)
    canvas.setFont("Courier-Bold", 10)
    for at, line in enumerate(text.splitlines()):
        canvas.drawString(15 * mm, height - 62 * mm - at * 5.5 * mm, line)
    picture = ImageReader(io.BytesIO(_picture(text)))
    side = 58 * mm
    canvas.drawImage(picture, (width - side) / 2, 12 * mm, side, side)


def _words(card: Card, server: str) -> list[str]:
    return [
        f"JewelCRM head office {server[:8]}, cutting {card.cutting.hex()}",
        f"Any {card.least} of the {CARDS} cards are the recovery key; one alone is nothing.",
        "Lock each away in another place, with another person. Never photograph two.",
        "To use them: jewelcrm-office recovery join CARD-FILE CARD-FILE",
    ]


def _picture(text: str) -> bytes:
    file = io.BytesIO()
    segno.make(text, error="m").save(file, kind="png", scale=6, border=2)
    return file.getvalue()


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"jcrm recovery cards v1" + key).digest()[:_CHECK]
