"""The head of the card: who she is, what to beware of, and the bar of what can be done for her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from jewelcrm.customers.lists import LANGUAGES, TIERS, TITLES
from ui import icons
from ui.customers.filling import fill
from ui.customers.parts import Flow, Glyph
from ui.customers.words import joined, label, service_words, tier_tone
from ui.format import listed, names, phone
from ui.i18n import N_, later, t
from ui.sync.guests import guest_words, shared_words
from ui.widgets import Avatar, Button, IconButton, Label, Pill, PrimaryButton, Row, VBox

if TYPE_CHECKING:
    from jewelcrm.customers.model import CustomerCard
    from ui.customers.card.acting import Acts
    from ui.customers.card.load import CardView


class Head(QWidget):
    """Initials, names, number, tier, service icons, alert."""

    closed = Signal()
    edit = Signal()
    whatsapp = Signal()
    copy = Signal()
    more = Signal()
    look_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._face = Avatar(56)
        self.name = Label(look="value", wrap=True)
        self.small = Label(look="muted", wrap=True)
        self.number = Label(look="muted", wrap=True)
        self._marks = VBox(spacing=6)
        self.guest = Label(look="tip", wrap=True)
        self.guest.hide()
        self.alert = Label(look="note", wrap=True)
        self.edit_button = IconButton("pencil", N_("Edit customer"), self.edit.emit, look="bare")
        self.close_button = IconButton("close", N_("Close the card"), self.closed.emit, look="bare")
        self.whatsapp_button = IconButton(
            "whatsapp", N_("Open WhatsApp"), self.whatsapp.emit, look="bare"
        )
        self.copy_button = IconButton(
            "phone", N_("Copy the phone number"), self.copy.emit, look="bare"
        )
        self.more_button = IconButton("more", N_("More to do"), self.more.emit, look="bare")
        self.more_button.hide()
        self.lookup_button = Button(N_("Look the customer up"), "account-search", self.look_up.emit)
        self.lookup_button.hide()
        words = VBox(self.name, self.small, self.number, spacing=2)
        row = Row(self._face, spacing=12)
        row.addLayout(words, 1)
        buttons = Row(
            self.copy_button,
            self.whatsapp_button,
            self.edit_button,
            self.more_button,
            self.close_button,
            spacing=0,
        )
        buttons.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons)
        found = Row(self.lookup_button, None)
        self.setLayout(VBox(row, self.guest, found, self._marks, self.alert, spacing=10))

    def show_card(self, view: CardView) -> None:
        """Fill it in."""
        card = view.card
        large, small = names(card.name, card.name_zh)
        self._face.show_name(card.name, card.name_zh)
        self.name.raw(_with_title(card, large))
        called = t("likes to be called {name}", name=card.preferred_name or "")
        number = phone(view.phone.normal) if view.phone else None
        self.small.raw(joined(small, number))
        self.number.raw(joined(card.number, called if card.preferred_name else None))
        self.whatsapp_button.setEnabled(view.whatsapp is not None)
        self.copy_button.setEnabled(view.phone is not None)
        fill(self._marks, [_marks(view)])
        told = guest_words(view.guest, view.zone, view.today) or shared_words(view.shared)
        self.guest.raw(told)
        self.guest.setVisible(bool(told))
        self._show_alert(view)

    def _show_alert(self, view: CardView) -> None:
        card = view.card
        said = []
        if card.archived_at is not None:
            said.append(t("This customer has been put away."))
        if card.alert and (card.alert_until is None or card.alert_until >= view.today):
            said.append(card.alert)
        allergic = [one for one in card.preferences if one.kind == "allergy"]
        if allergic:
            from ui.customers.card.rows import preference_words

            said.append(t("Allergic: {what}", what=listed(map(preference_words, allergic))))
        self.alert.raw("\n".join(said))
        self.alert.setVisible(bool(said))


def _with_title(card: CustomerCard, name: str) -> str:
    """Miss Chan, 陳小姐: the Chinese form comes after the name."""
    if not card.title:
        return name
    word = label(TITLES, card.title)
    order = "{name} {word}" if word != card.title else "{word} {name}"
    return later(order, {"name": name, "word": word})


def _marks(view: CardView) -> QWidget:
    """Tier, language, owner, under 18, and the service icons."""
    card, flow = view.card, Flow(spacing=6)
    if card.tier:
        flow.add(_pill(label(TIERS, card.tier), tier_tone(card.tier)))
    if card.language:
        flow.add(_pill(label(LANGUAGES, card.language), "muted"))
    if card.is_minor:
        flow.add(_pill(t("Under 18"), "danger"))
    if card.owner_name:
        owner = names(card.owner_name, card.owner_name_zh)[0]
        flow.add(_pill(t("with {name}", name=owner), "muted"))
    for icon, words in service_words(card.services):
        flow.add(Glyph(icon, "accent_text", 24, words))
    return flow


def _pill(text: str, tone: str) -> Pill:
    pill = Pill("", tone)
    pill.setText(text)
    return pill


class ActionBar(Flow):
    """New order, repair, payment, follow-up, note."""

    note = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self._acts: Acts | None = None
        self._view: CardView | None = None
        self.order = PrimaryButton(N_("New order"), "plus", lambda: self._do("order"))
        self.repair = Button(N_("Repair"), "repair", lambda: self._do("repair"))
        self.pay = Button(N_("Payment"), "payment", self._pay)
        self.follow_up = Button(N_("Follow-up"), "followup", lambda: self._do("follow_up"))
        self.write = Button(N_("Note"), "note-plus", self.note.emit)
        for part in (self.order, self.repair, self.pay, self.follow_up, self.write):
            self.add(part)

    def show_card(self, view: CardView, acts: Acts) -> None:
        """Grey what cannot be done for her."""
        self._acts, self._view = acts, view
        self.order.setEnabled(acts.may("orders.add"))
        self.repair.setEnabled(acts.may("orders.add"))
        self.pay.setEnabled(acts.may("payments.take") and bool(_unpaid(view)))
        self.follow_up.setEnabled(acts.may("followups.edit"))
        self.write.setEnabled(acts.may("customers.edit"))

    def _do(self, deed: str) -> None:
        if self._acts is None:
            return
        if deed == "follow_up":
            self._acts.follow_up()
        else:
            self._acts.order("repair" if deed == "repair" else "sale")

    def _pay(self) -> None:
        """One unpaid order: at once; several: which of them?"""
        if self._acts is None or self._view is None:
            return
        unpaid = _unpaid(self._view)
        if len(unpaid) == 1:
            self._acts.pay(unpaid[0][0])
            return
        menu, acts = QMenu(self), self._acts
        for order_id, words in unpaid:
            action = menu.addAction(icons.icon("payment"), words)
            action.triggered.connect(lambda _on=False, one=order_id: acts.pay(one))
        menu.popup(self.pay.mapToGlobal(self.pay.rect().bottomLeft()))


def _unpaid(view: CardView) -> list[tuple[bytes, str]]:
    return [
        (order.id, f"{order.number}   {order.balance}")
        for order in view.orders
        if order.balance.cents > 0 and order.stage not in ("draft", "cancelled")
    ]
