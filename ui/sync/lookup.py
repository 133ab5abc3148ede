"""Looking up another branch's customer: one exact question, masked cards, a reason to open one."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from jewelcrm.customers.lists import TIERS
from ui.customers.filling import fill
from ui.customers.parts import Flow
from ui.customers.words import label
from ui.i18n import N_, later, t, tn
from ui.shell.desk import Desk
from ui.sync import office
from ui.sync.asking import Asking
from ui.widgets import Avatar, Button, Chips, EmptyState, Field, Label, Pill, Row, VBox, muted

if TYPE_CHECKING:
    from jewelcrm.sync.visiting import Found
    from jewelcrm.wire.visiting import Card, LookupBy

_BY = (
    ("phone", N_("Phone")),
    ("email", N_("E-mail")),
    ("number", N_("Customer number")),
    ("surname", N_("Surname and phone")),
)
_EXAMPLES = {
    "phone": N_("The whole number, such as 9123 4567"),
    "email": N_("The whole address"),
    "number": N_("As it stands on a receipt, such as HK02-A-000123-7"),
    "surname": N_("Chan or 陳"),
}
_OFF_LINE = N_(
    "Off line nobody at another branch can be looked up: this PC does not have their customers, on "
    "purpose. Add a new customer; when the line is back, duplicates are shown and can be put "
    "together."
)


def show(desk: Desk, *, text: str = "") -> LookUp:
    """Open the dialog, perhaps with what was searched for."""
    dialog = LookUp(desk, text)
    dialog.open()
    return dialog


class LookUp(Asking):
    help = "sync#A customer of another branch"

    def __init__(self, desk: Desk, text: str = "") -> None:
        super().__init__(
            desk,
            N_("Look up a customer of another branch"),
            save=N_("Look up"),
            width=620,
            off_line=_OFF_LINE,
        )
        self.by = Chips(_BY, N_("Look up by"))
        self.text = Field("", QLineEdit(), name="text")
        self.last_four = Field(N_("Last four digits of the phone"), QLineEdit(), name="last_four")
        self.found = VBox(spacing=8)
        self._opens: list[Button] = []
        self._told: tuple[str, str, str] | None = None  # the question whose cards stand here
        self.left = Label(look="muted")
        self.new = Button(N_("New customer"), "account-plus", self._new)
        self.new.setVisible(desk.allows("customers.add"))
        asked = Row(self.text, self.last_four, spacing=12)
        asked.setStretch(0, 1)
        told = muted(
            N_("Only exactly this is found, and head office writes down who looked up whom.")
        )
        for part in (told, self.by):
            self.box.addWidget(part)
        self.box.addLayout(asked)
        self.box.addLayout(self.found)
        self.box.addWidget(self.left)
        self.buttons.insertWidget(1, self.new)
        self.by.chosen.connect(self._choose)
        self._begin(text)
        self.show_line()

    def _begin(self, text: str) -> None:
        by = guess(text)
        self.by.choose(by)
        self.text.set_text(text)
        self._choose(by)

    def needing_line(self) -> list[QWidget]:
        """Without a line only a new customer can be taken in."""
        parts = [getattr(self, name, None) for name in ("by", "text", "last_four")]
        return [part for part in parts if part is not None]

    def _choose(self, by: str) -> None:
        words = dict(_BY)[by] if by != "surname" else N_("Surname")
        self.text.label.words(words)
        self.text.input.setAccessibleName(later(words))
        cast("QLineEdit", self.text.input).setPlaceholderText(later(_EXAMPLES[by]))
        self.last_four.setVisible(by == "surname")

    def save(self) -> None:
        """Ask head office; Enter in the field of a question answered below goes to its answer."""
        by, text, four = self.by.value(), self.text.text(), self.last_four.text()
        if (by, text, four) == self._told and self.focusWidget() is not self.save_button:
            self._go_to_answer()
        elif not text:
            self.text.error(N_("Type what to look for."))
        elif by == "surname" and not re.fullmatch(r"\d{4}", four):
            self.last_four.error(N_("These are four digits."))
        else:
            asked = cast("LookupBy", by)
            self.submit(
                lambda ctx: office.look_up(ctx, asked, text, four or None),
                partial(self._show, (by, text, four)),
            )

    def _go_to_answer(self) -> None:
        """Enter once more means the first card; another question costs one of the hour's few."""
        if self._opens:
            self._opens[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, question: tuple[str, str, str], answer: Found) -> None:
        self._told = question if answer.cards else None
        self._opens.clear()
        if answer.cards:
            fill(self.found, [self._card(card) for card in answer.cards])
        else:
            fill(self.found, [_nobody()])
        left = answer.left
        self.left.raw(tn("{n} look-ups left this hour", left, one="{n} look-up left this hour"))

    def _card(self, card: Card) -> QWidget:
        face = Avatar(40)
        face.show_name(card.initials)
        small = "  ·  ".join(
            (
                t("Phone ends in {digits}", digits=card.phone_end or "–"),
                self.desk.line.named(card.branch),
            )
        )
        words = VBox(
            Label(look="strong").raw(card.initials),
            Label(look="muted", wrap=True).raw(small),
            spacing=1,
        )
        pills = _pills(card)
        if pills:
            words.addWidget(Flow(*pills, spacing=6))
        row = Row(face, spacing=12, margins=10)
        row.addLayout(words, 1)
        if self.desk.allows("customers.remote_open"):
            open_it = Button(N_("Open…"), "eye", partial(self._open, card))
            open_it.setAccessibleDescription(f"{card.initials} {small}")
            row.addWidget(open_it)
            self._opens.append(open_it)
        box = QFrame()
        box.setProperty("look", "tile")
        box.setLayout(row)
        return box

    def _open(self, card: Card) -> None:
        from ui.sync.borrow import Borrow

        question = Borrow(self.desk, card)
        question.accepted.connect(self.accept)
        question.open()

    def _new(self) -> None:
        self.drop()
        self.desk.open("customers.add")


def _pills(card: Card) -> list[Pill]:
    pills = []
    if card.tier:
        tier = Pill("", "gold")
        tier.setText(label(TIERS, card.tier))
        pills.append(tier)
    if card.open_order_here:
        pills.append(Pill(N_("Has an open order here"), "accent"))
    return pills


def _nobody() -> QWidget:
    return EmptyState(
        "account-search",
        N_("Nobody is exactly that"),
        N_("Look at the digits again, ask for another number, or add a new customer."),
    )


def guess(text: str) -> str:
    """What a text looks like: an e-mail, a customer number, a phone, a surname."""
    plain = text.strip()
    if "@" in plain:
        return "email"
    if re.match(r"(?i)[A-Z]{2,}\d*-", plain):
        return "number"
    if plain and re.search(r"[^\W\d_]", plain):
        return "surname"
    return "phone"
