"""The place of the card beside the list: empty until the list stands there, then the card.

The card has more parts than the list; who signs in waits for the list only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import pages
from ui.dress import wear
from ui.widgets import VBox

if TYPE_CHECKING:
    from ui.customers.card.panel import CustomerPanel
    from ui.shell.desk import Desk


class CardPlace(QWidget):
    """Where the card lies. `closed` when the person is done with the customer."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._desk = desk
        self._card: CustomerPanel | None = None
        self._closable = False
        self.setLayout(VBox(spacing=0))

    @property
    def made(self) -> CustomerPanel | None:
        """The card, if anybody has wanted it yet."""
        return self._card

    @property
    def card(self) -> CustomerPanel:
        """The card, made now if it must be."""
        if self._card is None:
            self._card = self._make()
        return self._card

    def when_made(self, then: Callable[[CustomerPanel], None]) -> None:
        """Make the card, its module loaded off the UI thread, and hand it over."""
        if self._card is not None or pages.AT_ONCE:
            then(self.card)
            return

        def loaded(_class: type[CustomerPanel]) -> None:
            then(self.card)

        self._desk.background.ask(self, _load, loaded, self._desk.fail, key="card")

    def set_closable(self, *, closable: bool) -> None:
        """Whether the card has a button to close it: where it lies over the list."""
        self._closable = closable
        if self._card is not None:
            self._card.head.close_button.setVisible(closable)

    def _make(self) -> CustomerPanel:
        card = _load()(self._desk)
        card.closed.connect(self.closed)
        card.head.close_button.setVisible(self._closable)
        wear(card)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(card)
        return card


def _load() -> type[CustomerPanel]:
    from ui.customers.card.panel import CustomerPanel

    return CustomerPanel
