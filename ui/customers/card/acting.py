"""What a click on the card does: every way from a customer to the next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.customers.parts import copy_text, zone_of
from ui.i18n import N_, t
from ui.sync.guests import can_consent, is_stub
from ui.widgets import ask_yes

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.customers.model import ContactView, CustomerCard, WishView
    from jewelcrm.sync.elsewhere import Guest
    from ui.shell.desk import Desk


def whatsapp_url(contact: ContactView) -> str:
    """The address that opens a chat with this number; nothing is sent by it."""
    return f"https://wa.me/{quote(contact.normal.lstrip('+'))}"


_WITH_A_STUB = ("payments.take", "customers.lookup")
"""What can be done for a customer of whom only the initials are here."""


class Acts:
    """The deeds of one card; each is one click."""

    def __init__(self, desk: Desk, card: CustomerCard, guest: Guest | None = None) -> None:
        self.desk, self.card, self.guest = desk, card, guest
        self.zone = zone_of(desk)

    def may(self, right: str) -> bool:
        """Whether the person may, and it can be done with what of her is here."""
        if right == "customers.consent":
            return self.desk.allows("customers.edit") and can_consent(self.guest)
        return self.desk.allows(right) and (right in _WITH_A_STUB or not is_stub(self.guest))

    def look_up(self) -> None:
        """Find her at head office, by her number."""
        self.desk.open("sync.lookup", text=self.card.number)

    def order(self, kind: str = "sale") -> None:
        """A new order or repair for her."""
        self.desk.open("orders.add", customer_id=self.card.id, kind=kind)

    def sell(self, wish: WishView) -> None:
        """A new order for something she wished for."""
        self.desk.open("orders.add", customer_id=self.card.id, product_id=wish.product_id)

    def pay(self, order_id: Id) -> None:
        """Take a payment."""
        self.desk.open("payments.take", order_id=order_id)

    def open_order(self, order_id: Id) -> None:
        """Show an order."""
        self.desk.open("orders", order_id=order_id)

    def follow_up(self, title: str = "") -> None:
        """A new follow-up."""
        self.desk.open("followups.add", customer_id=self.card.id, title=title)

    def open_customer(self, customer_id: Id) -> None:
        """Show another customer's card."""
        self.desk.open("customers", customer_id=customer_id)

    def edit(self, section: str = "") -> None:
        """Change anything on the card."""
        self.desk.open("customers.edit", customer_id=self.card.id, section=section)

    def copy(self, contact: ContactView) -> None:
        """Put a contact on the clipboard."""
        copy_text(contact.normal if contact.kind == "phone" else contact.value, self.desk.toast)

    def whatsapp(self, contact: ContactView) -> None:
        """Open a chat: the only thing on the card that leaves the PC, and only on this click."""
        QDesktopServices.openUrl(QUrl(whatsapp_url(contact)))

    def run(self, work: Callable[[Context], object], done: str = "") -> None:
        """Run a command of one click, and say that it is done."""
        self.desk.write(self.desk, work, lambda _answer: self.desk.toast(done) if done else None)

    def close_wish(self, wish_id: Id, state: str) -> None:
        """She bought it, or no longer wants it."""

        def work(ctx: Context) -> None:
            from jewelcrm.customers.commands import close_wish

            close_wish(ctx, wish_id, state)

        self.run(work, t("Saved"))

    def consent_on_paper(self, consent_id: Id) -> None:
        """Look at an answer as a paper, to print or to keep."""
        self.desk.open("customers.evidence", consent_id=consent_id)

    def confirm_consents(self, consent_ids: Sequence[Id]) -> None:
        """The written confirmation has gone out, for every answer it names."""

        def work(ctx: Context) -> None:
            from jewelcrm.customers.commands import confirm_consent

            for consent_id in consent_ids:
                confirm_consent(ctx, consent_id)

        self.run(work, t("Saved"))

    def put_away(self, command: Callable[[Context], object]) -> None:
        """Put a line of the card away, after asking."""
        ask_yes(
            self.desk,
            N_("Take this off the card?"),
            N_("It stays in the history and can be brought back."),
            N_("Take off"),
            lambda: self.run(command, t("Taken off the card")),
        )
