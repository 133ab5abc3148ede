"""Contact dialog: a phone, e-mail, WhatsApp or WeChat, added, changed or put away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.lists import CONTACT_KINDS, CONTACT_LABELS
from jewelcrm.customers.model import ContactView, CustomerCard, NewContact
from ui.customers.forms import Form, ListField, wide
from ui.i18n import N_, say
from ui.shell.desk import Desk
from ui.widgets import Field


def show(
    desk: Desk, *, card: CustomerCard, contact: ContactView | None = None, kind: str = "phone"
) -> ContactDialog:
    """Open the dialog for a new contact, or for one that is known."""
    dialog = ContactDialog(desk, card, contact, kind)
    dialog.open()
    return dialog


class ContactDialog(Form):
    help = "customer-card#Parts of the card"

    def __init__(
        self, desk: Desk, card: CustomerCard, contact: ContactView | None, kind: str
    ) -> None:
        super().__init__(desk, N_("Change contact") if contact else N_("New contact"), width=480)
        self._card, self._contact = card, contact
        self.kind = ListField(N_("Kind"), CONTACT_KINDS, name="kind")
        self.label_ = ListField(N_("Where it is"), CONTACT_LABELS, name="label", nothing="")
        self.value = Field(N_("Number or address"), name="value", example=N_("9123 4567"))
        self.preferred = QCheckBox()
        say(self.preferred.setText, "The preferred one")
        self.box.addLayout(wide(self.kind, self.label_))
        self.add(self.value, self.preferred)
        self._fill(contact, kind)
        self.value.input.setFocus()

    def _fill(self, contact: ContactView | None, kind: str) -> None:
        self.kind.choose(contact.kind if contact else kind)
        self.kind.setEnabled(contact is None)
        self.preferred.setChecked(contact.preferred if contact else not self._card.contacts)
        if contact is not None:
            self.label_.choose(contact.label)
            self.value.set_text(contact.value)

    def work(self) -> Callable[[Context], object]:
        value, name = self.value.text(), self.label_.value() or None
        preferred, customer = self.preferred.isChecked(), self._card.id
        if self._contact is None:
            new = NewContact(kind=self.kind.value(), value=value, label=name, preferred=preferred)
            return lambda ctx: commands.add_contact(ctx, customer, new)
        known = self._contact.id
        return lambda ctx: commands.edit_contact(
            ctx, known, value=value, label=name, preferred=preferred
        )
