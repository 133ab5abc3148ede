"""Opening another branch's customer for a day: the reason, in a word from the list and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.sync import office
from ui.sync.asking import Asking
from ui.sync.notices import REASON_WORDS
from ui.widgets import Area, Choice, Field, Label, muted

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.sync.visiting import Opened
    from jewelcrm.wire.visiting import Card

_PATIENCE_MS = 20_000


class Borrow(Asking):
    help = "sync#A customer of another branch"

    def __init__(self, desk: Desk, card: Card) -> None:
        super().__init__(desk, N_("Open for a day"), save=N_("Open for a day"), width=520)
        self._card = card
        self._waits_for: Id | None = None
        self.reason = Choice(tuple(REASON_WORDS.items()))
        self.words = Field(
            N_("In your words"), Area(3), name="words", example=N_("Brings a ring for resizing")
        )
        told = f"{card.initials}  ·  {desk.line.named(card.branch)}"
        self.box.addWidget(Label(look="strong").raw(told))
        self.box.addWidget(
            muted(
                N_(
                    "The customer's card stays on this PC for a day, with some fields hidden. "
                    "Their branch is told who opened it and why."
                )
            )
        )
        self.box.addWidget(Field(N_("Why"), self.reason, name="reason"))
        self.box.addWidget(self.words)
        self._limit = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._limit.timeout.connect(self._late)
        desk.changed.connect(self._look)

    def save(self) -> None:
        """Ask head office for the loan."""
        ticket, reason, words = self._card.ticket, self.reason.value(), self.words.text()
        if reason == "other" and not words:
            self.words.error(N_("Another reason needs a few words."))
            return
        self.submit(lambda ctx: office.borrow(ctx, ticket, reason, words), self._granted)

    def _granted(self, answer: Opened) -> None:
        """Her card is on its way: it comes with the next news."""
        self._waits_for = answer.customer_id
        self._set_working(working=True)
        self.desk.line.send_now()
        self._limit.start()
        self._look(frozenset())

    def _look(self, _tables: frozenset[str]) -> None:
        wanted = self._waits_for
        if wanted is not None:
            self.desk.read(self, lambda ctx: _is_here(ctx, wanted), self._arrived, key="arrived")

    def _arrived(self, here: bool) -> None:  # noqa: FBT001 - an answer
        wanted = self._waits_for
        if here and wanted is not None:
            self._end()
            self.accept()
            self.desk.open("customers", customer_id=wanted)

    def _late(self) -> None:
        self._end()
        self.accept()
        self.desk.toast(t("The card is on its way. Search for the customer in a moment."))

    def _end(self) -> None:
        self._waits_for = None
        self._limit.stop()
        self._set_working(working=False)


def _is_here(ctx: Context, customer_id: Id) -> bool:
    from jewelcrm.customers.queries import header
    from jewelcrm.sync.elsewhere import guest

    found = guest(ctx, customer_id)
    return bool(header(ctx, [customer_id])) and (found is None or found.how != "stub")
