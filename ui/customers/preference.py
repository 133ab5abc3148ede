"""Likes dialog: metals, stones, styles, allergies, services to tick, and free words."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.lists import BASES, CHOICES_OF_PREFERENCE, PREFERENCE_KINDS, Choices
from jewelcrm.customers.model import CustomerCard, NewPreference, PreferenceView
from jewelcrm.errors import CanFix
from ui.customers.forms import Form, ListField, Ticks
from ui.i18n import N_
from ui.shell.desk import Desk
from ui.widgets import Field

_FREE = Choices()


def show(desk: Desk, *, card: CustomerCard, kind: str = "metal") -> PreferenceDialog:
    """Open the dialog at one kind of preference."""
    dialog = PreferenceDialog(desk, card, kind)
    dialog.open()
    return dialog


class PreferenceDialog(Form):
    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, card: CustomerCard, kind: str) -> None:
        super().__init__(desk, N_("Likes, and what cannot be worn"), width=560)
        self._card = card
        self.kind = ListField(N_("About"), PREFERENCE_KINDS, name="kind")
        self.ticks = {code: Ticks(of, PREFERENCE_KINDS.label(code)) for code, of in _lists()}
        self.other = Field(
            N_("In other words"), name="value", example=N_("Jade bangles, no yellow gold")
        )
        self.basis = ListField(N_("How do we know"), BASES, name="basis")
        self.note = Field(N_("Remark"), name="note")
        self.add(self.kind, *self.ticks.values(), self.other, self.basis, self.note)
        for code, ticks in self.ticks.items():
            ticks.tick(one.value for one in card.preferences if one.kind == code)
        self.kind.choose(kind)
        self.kind.changed.connect(self._show_kind)
        self._show_kind()

    def _show_kind(self) -> None:
        for code, ticks in self.ticks.items():
            ticks.setVisible(code == self.kind.value())

    def work(self) -> Callable[[Context], object]:
        """Only what differs from the card is added or put away, of every kind ticked."""
        new, gone = self._added(), [one.id for one in self._unticked()]
        if not new and not gone:
            raise CanFix(N_("Tick something or write it in other words."), field="value")
        customer = self._card.id

        def work(ctx: Context) -> None:
            for preference in new:
                commands.add_preference(ctx, customer, preference)
            for preference_id in gone:
                commands.archive_preference(ctx, preference_id)

        return work

    def _added(self) -> list[NewPreference]:
        known = {(one.kind, one.value) for one in self._card.preferences}
        ticked = [(code, value) for code, box in self.ticks.items() for value in box.ticked()]
        if words := self.other.text():
            ticked.append((self.kind.value(), words))
        return [self._new(kind, value) for kind, value in ticked if (kind, value) not in known]

    def _new(self, kind: str, value: str) -> NewPreference:
        return NewPreference(
            kind=kind, value=value, basis=self.basis.value(), note=self.note.text() or None
        )

    def _unticked(self) -> list[PreferenceView]:
        return [
            one
            for one in self._card.preferences
            if one.kind in self.ticks
            and CHOICES_OF_PREFERENCE[one.kind].find(one.value) is not None
            and one.value not in self.ticks[one.kind].ticked()
        ]


def _lists() -> list[tuple[str, Choices]]:
    return [(code, CHOICES_OF_PREFERENCE.get(code, _FREE)) for code in CHOICES_OF_PREFERENCE]
