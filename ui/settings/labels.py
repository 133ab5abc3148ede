"""Labels: their printer, their sizes, and how far they are moved; a test label to measure by."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.i18n import N_, t
from ui.widgets.buttons import Button, Chips
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.frames import Column, Row
from ui.widgets.inputs import NumberEdit
from ui.widgets.labels import Label, muted

if TYPE_CHECKING:
    from jewelcrm.settings import Value
    from ui.settings.part import Part

_OFFSETS = ("label_right_mm10", "label_down_mm10")


class Labels(QWidget):
    """What the part of receipts shows of labels."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self.printers = Choice(raw=True)
        self.bag = Chips([("60x40", "60 × 40 mm"), ("70x50", "70 × 50 mm")], name="Labels of bags")
        self.tag = Chips([("60x12", "60 × 12 mm"), ("40x30", "40 × 30 mm")], name="Tags of pieces")
        self.moved = {key: NumberEdit(places=1) for key in _OFFSETS}
        right, down = self.moved.values()
        self.fields = (
            Field("Moved right, mm", right, name="label_right"),
            Field("Moved down, mm", down, name="label_down"),
        )
        self.keep_moved = Button("Save", pressed=self._keep)
        self.test = Button("Print a test label", "tag", self._test)
        self._lay()
        self.printers.chosen.connect(lambda key: part.keep("label_printer", key))
        self.bag.chosen.connect(lambda key: part.keep("label_bag_size", key))
        self.tag.chosen.connect(lambda key: part.keep("label_tag_size", key))

    def _lay(self) -> None:
        column = Column(
            Field("Printer of labels", self.printers, name="label_printer"),
            Label(N_("Labels of bags"), "muted"),
            self.bag,
            Label(N_("Tags of pieces"), "muted"),
            self.tag,
            Row(*self.fields),
            muted(
                "Print a test label: its frames lie 1, 2 and 3 mm from the edge. Type by how much"
                " it must move."
            ),
            Row(self.keep_moved, self.test, None),
            spacing=12,
        )
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def show_settings(self, settings: dict[str, Value]) -> None:
        """What is in force."""
        self.bag.choose(str(settings["label_bag_size"]))
        self.tag.choose(str(settings["label_tag_size"]))
        for key, edit in self.moved.items():
            if not edit.hasFocus():
                edit.set_number(Decimal(int(settings[key])) / 10)
        for part in (self.printers, self.bag, self.tag, *self.moved.values(), self.keep_moved):
            part.setEnabled(self._part.may_edit())

    def _keep(self) -> None:
        for field, (key, tenths) in zip(self.fields, self._typed().items(), strict=True):
            if tenths is None:
                field.error(N_("Choose -10 to 10 mm."))
            else:
                field.error("")
                self._part.keep(key, tenths)

    def _typed(self) -> dict[str, int | None]:
        """Tenths of a millimetre; None: that is no such number."""
        return {key: _tenths(edit.text()) for key, edit in self.moved.items()}

    def _test(self) -> None:
        """As labels are moved now, whether that is kept or not."""
        right, down = (tenths or 0 for tenths in self._typed().values())
        printer = self.printers.value() or ""

        def work() -> None:
            from jewelcrm.commissioning.papers import test_label
            from ui.payments.printers import send

            send(test_label((right / 10, down / 10)), printer, "JewelCRM")

        desk = self._part.desk
        told = t("Sent to the printer")
        desk.background.ask(self, work, lambda _n: desk.toast(told), desk.fail, "slow")


def _tenths(typed: str) -> int | None:
    try:
        found = round(float(typed.replace(",", ".") or 0) * 10)
    except (ValueError, OverflowError):
        return None
    return found if -100 <= found <= 100 else None
