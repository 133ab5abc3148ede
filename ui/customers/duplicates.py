"""What quick add says while one types: this may be somebody the shop knows already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from jewelcrm.customers.model import DuplicateHint
from ui.customers.filling import fill
from ui.customers.words import joined
from ui.format import names
from ui.i18n import N_, later, t
from ui.widgets import Avatar, Button, Label, Row, VBox

_SHOWN = 3


class DuplicateList(QFrame):
    """The likely cards, each with a button to open it; hidden while there are none."""

    wanted = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self.hints: Sequence[DuplicateHint] = ()
        self._box = VBox(spacing=8)
        self.setLayout(VBox(Label(N_("Perhaps known already"), "strong"), self._box, margins=12))
        self.hide()

    def show_hints(self, hints: Sequence[DuplicateHint]) -> None:
        """Show these, the surest first."""
        self.hints = hints
        fill(self._box, [self._line(hint) for hint in hints[:_SHOWN]])
        self.setVisible(bool(hints))

    def _line(self, hint: DuplicateHint) -> QFrame:
        line = QFrame()
        face = Avatar(36)
        face.show_name(hint.name, hint.name_zh)
        large, small = names(hint.name, hint.name_zh)
        why = Label(look="muted", wrap=True)
        why.raw(joined(small, hint.phone_masked, *(later(reason) for reason in hint.why)))
        button = Button(N_("Open card"), pressed=lambda: self.wanted.emit(hint.customer_id))
        button.setAccessibleName(t("Open the card of {name}", name=large))
        words = VBox(Label(look="strong").raw(large), why, spacing=1)
        row = Row(face)
        row.addLayout(words, 1)
        row.addWidget(button)
        line.setLayout(row)
        return line
