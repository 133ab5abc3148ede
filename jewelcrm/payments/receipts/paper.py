"""The papers the shop prints on, and blocks put down on them one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.payments.receipts.blocks import Block, Sheet
from jewelcrm.payments.receipts.letters import Style

A5 = Sheet(
    width=148 * mm,
    height=210 * mm,
    margin=11 * mm,
    body=Style(8.6),
    small=Style(7.2),
    strong=Style(9.2, "bold"),
    title=Style(13, "bold"),
    shop=Style(15, "bold"),
    accent=(0.66, 0.49, 0.18),
    tint=(0.965, 0.945, 0.90),
    faint=(0.38, 0.38, 0.42),
)
ROLL = Sheet(
    width=80 * mm,
    height=None,
    margin=4.5 * mm,
    body=Style(8.4, colour=(0, 0, 0)),
    small=Style(7.4, colour=(0, 0, 0)),
    strong=Style(9.4, "bold", (0, 0, 0)),
    title=Style(12, "bold", (0, 0, 0)),
    shop=Style(14, "bold", (0, 0, 0)),
    accent=(0, 0, 0),
    tint=(0.93, 0.93, 0.93),
    faint=(0, 0, 0),
)


def canvas_of(out: BytesIO, *, title: str, author: str, size: tuple[float, float]) -> Canvas:
    """`invariant`: no clock and no random id in the file, so that reprints are identical."""
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("JewelCRM")
    return canvas


def put_down(canvas: Canvas, blocks: Sequence[Block], x: float, y: float) -> None:
    """Paint blocks one below the other, the first with its left upper corner at (x, y)."""
    for block in blocks:
        block.paint(canvas, x, y)
        y -= block.height


def one_strip(blocks: Sequence[Block], sheet: Sheet, *, title: str, author: str) -> bytes:
    """One page as long as the blocks need, and no shorter than the sheet."""
    needed = sum(block.height for block in blocks) + 2 * sheet.margin + 4 * mm
    height = max(needed, sheet.height or 0)
    out = BytesIO()
    canvas = canvas_of(out, title=title, author=author, size=(sheet.width, height))
    put_down(canvas, blocks, sheet.margin, height - sheet.margin)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
