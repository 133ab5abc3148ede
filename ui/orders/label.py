"""The labels of an order's pieces: look at them, print them on the label printer."""

from __future__ import annotations

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.printing.model import BagLabel
from jewelcrm.printing.queries import bag_labels
from ui.i18n import t
from ui.printing.preview import LabelPreview
from ui.shell.desk import Desk


def show(desk: Desk, *, order_id: Id | None = None) -> None:
    """Read the order, then open the preview."""
    if order_id is None:
        desk.toast(t("Open an order first: its labels are printed from there."))
        return

    def read(ctx: Context) -> list[BagLabel]:
        return bag_labels(ctx, order_id)

    desk.read(desk, read, lambda found: LabelPreview(desk, found, found[0].number).open())
