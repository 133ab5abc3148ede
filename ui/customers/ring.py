"""Ring size dialog: point at a finger, type the size as she says it, see it in every system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.model import CustomerCard, NewRingSize, RingSizeView
from jewelcrm.customers.rules.ring_sizes import (
    SYSTEMS,
    WIDE_BAND,
    RingSize,
    all_labels,
    for_wide_band,
    read_size,
)
from jewelcrm.errors import CanFix
from ui.customers.forms import DayField, Form, NumberField, wide
from ui.customers.hands import Finger, HandMap, finger_name
from ui.i18n import N_, bind, t
from ui.shell.desk import Desk
from ui.widgets import Field, Label, Row, Tile

_NAMES = {
    "HK": N_("Hong Kong"),
    "US": N_("US"),
    "UK": N_("UK"),
    "EU": N_("EU"),
    "JP": N_("Japan"),
    "CH": N_("Swiss"),
    "mm": N_("mm"),
}


def show(desk: Desk, *, card: CustomerCard, size: RingSizeView | None = None) -> RingDialog:
    """Open the dialog for one customer, at one size or at the first finger without one."""
    dialog = RingDialog(desk, card, size)
    dialog.open()
    return dialog


class RingDialog(Form):
    help = "customer-card#Ring sizes"

    def __init__(self, desk: Desk, card: CustomerCard, size: RingSizeView | None = None) -> None:
        super().__init__(desk, N_("Ring size"), save=N_("Save size"), width=700)
        self._card = card
        self._known = {(one.hand, one.finger): one for one in card.ring_sizes}
        self.hands = HandMap({place: one.label for place, one in self._known.items()})
        self.finger_label = Label(look="strong")
        self.said = Field(
            N_("Size, as the customer says it"),
            name="ring_size",
            example=N_("HK 14, US 6½, UK M½, EU 54, 54.4 mm or 14"),
        )
        self.hint = Label(look="tip", wrap=True)
        self.hint.hide()
        self._tiles = {system: Tile(_NAMES[system], "–") for system in (*SYSTEMS, "mm")}
        self._build()
        self._begin((size.hand, size.finger) if size else self._first_free())

    def _build(self) -> None:
        today = self.desk.context().today()
        self.band = NumberField(N_("Width of the band, mm"), 1, name="band_width")
        self.day = DayField(N_("Measured on"), today, name="measured_on")
        self.note = Field(N_("Remark"), name="note", example=N_("In the evening, a little swollen"))
        self.box.addLayout(Row(None, self.hands, None))
        self.add(self.finger_label, self.said, self._systems(), self.hint)
        self.box.addLayout(wide(self.band, self.day, self.note, shares=(2, 2, 3)))
        bind(self._rename, lambda: "")
        self.hands.chosen.connect(lambda hand, finger: self._begin((hand, finger)))
        self.said.changed.connect(self._live)
        self.band.changed.connect(self._live)

    def _systems(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, tile in enumerate(self._tiles.values()):
            grid.addWidget(tile, number // 4, number % 4)
        return box

    def _first_free(self) -> Finger:
        wanted: tuple[Finger, ...] = (("left", "ring"), ("right", "ring"), ("left", "middle"))
        return next((finger for finger in wanted if finger not in self._known), wanted[0])

    def _begin(self, finger: Finger) -> None:
        """Show what is known of a finger; a size typed before pointing at it stays."""
        self.hands.choose(finger)
        self._rename()
        known = self._known.get(finger)
        if known is not None and not self.said.text():
            self._fill(known)
        self.said.input.setFocus()
        self._live()

    def _fill(self, known: RingSizeView) -> None:
        in_mm = known.system == "mm"
        self.said.set_text(f"{known.label} mm" if in_mm else f"{known.system} {known.label}")
        self.band.edit.set_number(known.band_width)
        self.day.edit.set_day(known.measured_on)
        self.note.set_text(known.note)

    def _rename(self, _text: str = "") -> None:
        self.finger_label.raw(finger_name(self.hands.finger()))

    def read(self) -> RingSize | None:
        """The size typed; None while it is not one."""
        try:
            return read_size(self.said.text())
        except CanFix:
            return None

    def _live(self) -> None:
        found = self.read()
        labels = all_labels(found.circumference) if found else {}
        for system, tile in self._tiles.items():
            tile.show_value(labels.get(system, "–"))
        if found:
            self._tiles["mm"].show_value(f"{found.circumference:.1f} · ø{found.diameter:.1f}")
        self._warn_wide(found)

    def _warn_wide(self, found: RingSize | None) -> None:
        wide = found is not None and self._is_wide()
        self.hint.setVisible(wide)
        if found is not None and wide:
            larger = all_labels(for_wide_band(found.circumference))["HK"]
            self.hint.raw(
                t("A wide band: make it about half a size larger, HK {size}.", size=larger)
            )

    def _is_wide(self) -> bool:
        try:
            width = self.band.number()
        except CanFix:
            return False
        return width is not None and width >= WIDE_BAND

    def work(self) -> Callable[[Context], object]:
        read_size(self.said.text())  # says what is wrong under the field, before anything is asked
        hand, finger = self.hands.finger()
        new = NewRingSize(
            hand=hand,
            finger=finger,
            size=self.said.text(),
            band_width=self.band.number(),
            measured_on=self.day.day(),
            note=self.note.text() or None,
        )
        customer = self._card.id
        return lambda ctx: commands.set_ring_size(ctx, customer, new)
