"""The tag of a piece for sale: look at it, print it on the label printer."""

from __future__ import annotations

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.printing.model import Tag
from jewelcrm.printing.queries import tag
from ui.i18n import t
from ui.printing.preview import LabelPreview
from ui.shell.desk import Desk


def show(desk: Desk, *, product_id: Id | None = None) -> None:
    """Read the piece, then open the preview."""
    if product_id is None:
        desk.toast(t("Choose a piece first: its tag is printed from there."))
        return

    def read(ctx: Context) -> Tag:
        return tag(ctx, product_id)

    desk.read(desk, read, lambda found: LabelPreview(desk, [found], found.sku).open())
