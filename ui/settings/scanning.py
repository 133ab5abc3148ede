"""The barcode scanner: on or off, how fast it types, and a place to try it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from ui.i18n import N_, say
from ui.settings.part import Part
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.labels import note

if TYPE_CHECKING:
    from jewelcrm.settings import Value
    from ui.shell.desk import Desk

_GAPS = (
    ("20", N_("Fast (USB)")),
    ("35", N_("Usual")),
    ("60", N_("Slow (Bluetooth)")),
    ("100", N_("Very slow")),
)


class Scanning(Part):
    """Heard on every page; a scan opens the order, customer or product of that number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Scanner",
            "A barcode scanner that types like a keyboard is heard on every page. Turn Chinese "
            "typing off while you scan.",
        )
        self._listens = False
        self.on = QCheckBox()
        say(self.on.setText, "Hear the scanner")
        self.gap = Choice(_GAPS)
        self.field = Field("How fast it types", self.gap, name="scanner_gap_ms")
        self.tried = note("Scan something now: what is read is shown here.", "tip")
        for part in (self.on, self.field, self.tried):
            self.box.addWidget(part)
        self.on.clicked.connect(lambda on: self.keep("scanner_on", bool(on)))
        self.gap.chosen.connect(lambda key: self.keep("scanner_gap_ms", int(key)))

    def show_settings(self, settings: dict[str, Value]) -> None:
        """What is in force."""
        self.on.setChecked(bool(settings["scanner_on"]))
        key = str(settings["scanner_gap_ms"])
        if self.gap.findData(key) < 0:
            self.gap.offer([*_GAPS, (key, f"{key} ms")])
        self.gap.choose(key)
        for widget in (self.on, self.gap):
            widget.setEnabled(self.may_edit())
        window = self.shell()
        if window is not None and not self._listens:
            self._listens = True
            window.scanner.scanned.connect(self._read)

    def _read(self, text: str) -> None:
        self.tried.words("Read: {text}", text=text)
