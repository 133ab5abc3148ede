"""Family dialog: what another customer is to this one, and the household she belongs to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.lists import RELATIONS
from jewelcrm.customers.model import CustomerCard
from jewelcrm.customers.queries import card as read_card
from jewelcrm.errors import CanFix
from ui.customers.forms import Form, ListField
from ui.customers.picker import CustomerPicker
from ui.format import names
from ui.i18n import N_, chinese, say, t
from ui.shell.desk import Desk
from ui.widgets import Field, Label


def show(desk: Desk, *, card: CustomerCard) -> RelationDialog:
    """Open the dialog to tie two customers."""
    dialog = RelationDialog(desk, card)
    dialog.open()
    return dialog


def show_household(desk: Desk, *, card: CustomerCard) -> HouseholdDialog:
    """Open the dialog to begin a household."""
    dialog = HouseholdDialog(desk, card)
    dialog.open()
    return dialog


class RelationDialog(Form):
    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, card: CustomerCard) -> None:
        super().__init__(desk, N_("Family and friends"), width=520)
        self._card = card
        self.other = CustomerPicker(desk, N_("The other customer"))
        self.kind = ListField(N_("Is to the customer"), RELATIONS, name="kind")
        self.note = Field(N_("Remark"), name="note")
        self.together = QCheckBox()
        say(self.together.setText, "They live in one household")
        who = Label(look="muted").raw(names(card.name, card.name_zh)[0])
        self.add(who, self.other, self.kind, self.note, self.together)
        self.other.input.setFocus()

    def work(self) -> Callable[[Context], object]:
        other, mine, together = self.other.required(), self._card, self.together.isChecked()
        kind, note = self.kind.value(), self.note.text() or None

        def work(ctx: Context) -> None:
            commands.relate(ctx, mine.id, other.id, kind=kind, note=note)
            if together:
                _live_together(ctx, mine, other.id)

        return work


def _family_name(card: CustomerCard) -> str:
    """Her family name in the script of the present language, if she has one in it."""
    latin, own = card.name.split(" ")[0], (card.name_zh or "")[:1]
    return (own or latin) if chinese() else (latin or own)


def _live_together(ctx: Context, card: CustomerCard, other_id: bytes) -> None:
    """Both in one household: hers, the other's, or a new one of her family name."""
    theirs = read_card(ctx, other_id)
    home = card.household_id or theirs.household_id
    if home is None:
        home = commands.join_household(ctx, card.id, name=card.name or card.name_zh)
    elif card.household_id is None:
        commands.join_household(ctx, card.id, household_id=home)
    if theirs.household_id != home:
        commands.join_household(ctx, other_id, household_id=home)


class HouseholdDialog(Form):
    """Name a household of her own, or join that of another customer."""

    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, card: CustomerCard) -> None:
        super().__init__(desk, N_("Household"), width=480)
        self._card = card
        self.name = Field(N_("Name of a new household"), name="name")
        self.other = CustomerPicker(desk, N_("Or: lives with"))
        self.add(self.name, self.other)
        self.name.set_text(t("The {name} family", name=_family_name(card)))
        self.name.input.setFocus()

    def work(self) -> Callable[[Context], object]:
        other, name, mine = self.other.customer(), self.name.text(), self._card
        if other is None and not name:
            raise CanFix(N_("Name the household, or find who lives in it."), field="name")

        def work(ctx: Context) -> object:
            if other is None:
                return commands.join_household(ctx, mine.id, name=name)
            _live_together(ctx, mine, other.id)
            return None

        return work
