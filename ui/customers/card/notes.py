"""The tab Notes: what staff wrote about her, newest first; notes are added, never changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.types import Id
from jewelcrm.customers import commands
from jewelcrm.customers.lists import NOTE_CHANNELS
from jewelcrm.customers.model import NoteView
from ui.customers import note as note_dialog
from ui.customers.card.acting import Acts
from ui.customers.card.load import CardView
from ui.customers.filling import Filler
from ui.customers.forms import ListField, area
from ui.customers.parts import Line
from ui.customers.words import joined, kind_icon, label
from ui.format import moment, names
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.shell.words import words_for
from ui.widgets import IconButton, PrimaryButton, Row, VBox, muted


class Notes(QWidget):
    """A field to write in, kept for each customer until it is saved, and the notes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._customer: Id | None = None
        self._drafts: dict[Id, str] = {}
        self.body = area(
            N_("New note"), 2, name="body", example=N_("Tried the jade bangle, wants 56 mm")
        )
        self.channel = ListField(N_("How you were in touch"), NOTE_CHANNELS, name="channel")
        self.save = PrimaryButton(N_("Add note"), pressed=self._save)
        box = VBox(spacing=12)
        self._filler = Filler(self, box)
        row = Row(self.channel, None)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(VBox(self.body, row, box, None, spacing=12))
        self.body.changed.connect(self._remember)

    def show_view(self, view: CardView, acts: Acts) -> None:
        """Fill the list; what was being written for this customer stays or comes back."""
        if self._customer != view.card.id:
            self._customer = view.card.id
            self.body.set_text(self._drafts.get(view.card.id, ""))
        may = acts.may("customers.edit")
        self.save.setEnabled(may)
        self._filler.fill(
            (_note(one, view, acts, may=may) for one in view.card.notes),
            lambda: muted(N_("No notes yet.")),
        )

    def write(self) -> None:
        """Put the cursor where a note is written."""
        self.body.input.setFocus()

    def _remember(self) -> None:
        if self._customer is not None:
            self._drafts[self._customer] = self.body.text()

    def _save(self) -> None:
        customer, body, channel = self._customer, self.body.text(), self.channel.value()
        if customer is None:
            return
        if not body:
            self.body.error(N_("Write something first."))
            return
        self.save.setEnabled(False)
        self._desk.write(
            self,
            lambda ctx: commands.add_note(ctx, customer, body, channel=channel),
            lambda _note_id: self._saved(customer),
            self._failed,
        )

    def _saved(self, customer: Id) -> None:
        self.save.setEnabled(True)
        self._drafts.pop(customer, None)
        if customer == self._customer:
            self.body.set_text("")
        self._desk.toast(t("Note added"))

    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        said = words_for(error)
        if said is None:
            self._desk.fail(error)
        else:
            self.body.tell(said.words)


def _note(one: NoteView, view: CardView, acts: Acts, *, may: bool) -> Line:
    small = joined(
        label(NOTE_CHANNELS, one.channel) if one.channel != "note" else None,
        moment(one.created_at, view.zone, view.today),
        names(one.author_name, one.author_name_zh)[0],
        t("corrected since") if one.corrected else None,
        t("a correction") if one.corrects else None,
    )
    actions: list[QWidget] = []
    if may and not one.corrected:
        correct = IconButton(
            "pencil",
            N_("Correct note"),
            lambda: note_dialog.show(acts.desk, card=view.card, note=one),
            look="bare",
            tone="muted",
        )
        correct.setAccessibleDescription(one.body[:80])
        actions.append(correct)
    line = Line(kind_icon(one.channel, "note-text"), one.body, small, *actions, strong=False)
    line.words.setEnabled(not one.corrected)
    return line
