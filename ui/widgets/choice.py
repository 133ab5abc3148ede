"""A drop-down list of a few fixed choices, in the language of the person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.i18n import bind, later, say


class Choice(QComboBox):
    """Choice([("cash", N_("Cash")), ("card", N_("Card"))], name="Paid by").

    `raw=True` when the words are data (names of people) and not ours to translate.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), name: str = "", *, raw: bool = False
    ) -> None:
        super().__init__()
        self._raw = raw
        self._options: list[tuple[str, str]] = []
        if name:
            say(self.setAccessibleName, name)
        self.offer(options)
        bind(self._relabel, lambda: "")
        self.activated.connect(lambda _index: self.chosen.emit(self.value()))

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace what can be chosen; the present choice stays when it is still there."""
        before = self.value()
        self._options = list(options)
        self.blockSignals(True)
        self.clear()
        for key, text in self._options:
            self.addItem(text if self._raw else later(text), key)
        self.blockSignals(False)
        self.choose(before)

    def _relabel(self, _text: str = "") -> None:
        if not self._raw:
            for index, (_key, text) in enumerate(self._options):
                self.setItemText(index, later(text))

    def value(self) -> str:
        """The key of what is chosen; empty when nothing is."""
        data = self.currentData()
        return "" if data is None else str(data)

    def choose(self, key: str) -> None:
        """Choose by key; an unknown key chooses nothing new."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over a closed list must not change what was chosen."""
        event.ignore()
