"""The one best question to ask next, why it is worth asking, and the way to note the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from jewelcrm.customers.rules.known import card_fields
from jewelcrm.customers.rules.profile import Question, next_question
from ui.customers.parts import Glyph
from ui.i18n import N_, later
from ui.sync.guests import can_consent
from ui.widgets import Button, Label, LinkButton, Row, VBox

if TYPE_CHECKING:
    from jewelcrm.customers.model import CustomerCard
    from ui.customers.card.acting import Acts

_LIKES = ("allergy", "metal", "stone", "style", "service")
_DAYS = ("birthday", "anniversary")


class NextQuestion(QFrame):
    """Ask, answer or put off; what is put off is not asked again in this session."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self._skipped: dict[bytes, set[str]] = {}
        self._card: CustomerCard | None = None
        self._acts: Acts | None = None
        self.question: Question | None = None
        self.ask, self.why = Label(look="strong", wrap=True), Label(look="muted", wrap=True)
        self.answer = Button(N_("Answer"), pressed=self._answer)
        self.skip = LinkButton(N_("Not now"), pressed=self._skip)
        words = VBox(self.ask, self.why, spacing=2)
        row = Row(Glyph("help-circle", "accent_text", 24), spacing=12)
        row.addLayout(words, 1)
        buttons = Row(None, self.skip, self.answer, spacing=8)
        self.setLayout(VBox(row, buttons, spacing=8, margins=12))

    def show_card(self, card: CustomerCard, acts: Acts) -> None:
        """Find the question for this card."""
        self._card, self._acts = card, acts
        skipped = self._skipped.get(card.id, set()) | card.forbidden
        self.question = next_question(card_fields(card), skipped)
        # Of another branch's customer much is not shown here: it is no question.
        may = acts.may("customers.edit") and can_consent(acts.guest)
        self.setVisible(self.question is not None and may)
        if self.question is not None:
            self.ask.raw(later(self.question.ask))
            self.why.raw(later(self.question.why))

    def _skip(self) -> None:
        if self._card is None or self._acts is None or self.question is None:
            return
        self._skipped.setdefault(self._card.id, set()).add(self.question.field)
        self.show_card(self._card, self._acts)

    def _answer(self) -> None:
        if self._card is not None and self._acts is not None and self.question is not None:
            answer_way(self.question.field, self._card, self._acts)()


def answer_way(field: str, card: CustomerCard, acts: Acts) -> Callable[[], object]:
    """The dialog in which the answer to a question goes."""
    desk = acts.desk
    if field in _LIKES:
        return lambda: desk.open("customers.preference", card=card, kind=field)
    if field in _DAYS:
        return lambda: desk.open("customers.occasion", card=card, kind=field)
    ways: dict[str, Callable[[], object]] = {
        "contact": lambda: desk.open("customers.contact", card=card),
        "consent": lambda: desk.open("customers.consent", card=card),
        "ring_size": lambda: desk.open("customers.ring", card=card),
        "wish": lambda: desk.open("customers.wish", card=card),
        "district": lambda: acts.edit(N_("Address")),
        "source": lambda: acts.edit(N_("In our shop")),
    }
    return ways.get(field, lambda: acts.edit(N_("Names")))
