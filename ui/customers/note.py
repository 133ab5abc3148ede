"""Note dialog: corrects a note by writing a new one in its place; the first stays readable."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.lists import NOTE_CHANNELS
from jewelcrm.customers.model import CustomerCard, NoteView
from jewelcrm.errors import CanFix
from ui.customers.forms import Form, ListField, area
from ui.i18n import N_
from ui.shell.desk import Desk


def show(desk: Desk, *, card: CustomerCard, note: NoteView | None = None) -> NoteDialog:
    """Open the dialog for a new note, or to correct one."""
    dialog = NoteDialog(desk, card, note)
    dialog.open()
    return dialog


class NoteDialog(Form):
    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, card: CustomerCard, note: NoteView | None) -> None:
        super().__init__(desk, N_("Correct note") if note else N_("New note"), width=520)
        self._card, self._note = card, note
        self.channel = ListField(N_("How you were in touch"), NOTE_CHANNELS, name="channel")
        self.body = area(
            N_("Note"),
            5,
            name="body",
            hint=N_("The first note stays readable in the history.") if note else "",
        )
        self.add(self.channel, self.body)
        if note is not None:
            self.channel.choose(note.channel)
            self.channel.setEnabled(False)
            self.body.set_text(note.body)
        self.body.input.setFocus()

    def work(self) -> Callable[[Context], object]:
        body, channel, customer = self.body.text(), self.channel.value(), self._card.id
        if not body:
            raise CanFix(N_("Write something first."), field="body")
        if self._note is None:
            return lambda ctx: commands.add_note(ctx, customer, body, channel=channel)
        known = self._note.id
        return lambda ctx: commands.correct_note(ctx, known, body)
