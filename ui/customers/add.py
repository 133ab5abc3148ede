"""Quick add: phone, name, consent, Enter. Who is known already shows while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers import commands, queries
from jewelcrm.customers.lists import CONSENT_SOURCES, INTAKES
from jewelcrm.customers.model import DuplicateHint
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.customers.rules.names import split_name
from jewelcrm.errors import CanFix
from ui.customers.duplicates import DuplicateList
from ui.customers.forms import Form, ListField, wide
from ui.i18n import N_, paper_language, t
from ui.shell.desk import Desk
from ui.widgets import Chips, Field, Label

_PAUSE_MS = 150
_CONSENTS = (
    ("", N_("Not asked yet")),
    ("consented", N_("Agrees")),
    ("refused", N_("Refuses")),
)


def show(
    desk: Desk,
    *,
    text: str = "",
    phone: str = "",
    name: str = "",
    then: Callable[[Id], None] | None = None,
) -> QuickAdd:
    """Open quick add; `text` is what was searched for in vain, `then` is told who was added."""
    dialog = QuickAdd(desk, phone=phone, name=name, text=text, then=then)
    dialog.open()
    return dialog


class QuickAdd(Form):
    help = "quick-add"

    def __init__(
        self,
        desk: Desk,
        *,
        phone: str = "",
        name: str = "",
        text: str = "",
        then: Callable[[Id], None] | None = None,
    ) -> None:
        super().__init__(desk, N_("New customer"), save=N_("Add customer"), width=560)
        self._then = then
        self._build()
        self._begin(phone, name, text)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._look_for_duplicates)
        for field in (self.phone, self.name, self.name_zh):
            field.changed.connect(self._wait.start)
        if self.phone.text() or self.name.text() or self.name_zh.text():
            self._wait.start()

    def _build(self) -> None:
        self.phone = Field(N_("Phone"), name="phone", example=N_("9123 4567"))
        self.name = Field(N_("Name"), name="name", example=N_("Chan Tai Man"))
        self.name_zh = Field(N_("Chinese name"), name="name_zh", example=N_("陳大文"))
        self.duplicates = DuplicateList()
        self.duplicates.wanted.connect(self._open_existing)
        self.consent = Chips(_CONSENTS, N_("May we send news of new pieces and offers?"))
        asked = Field(
            N_("May we send news of new pieces and offers?"), self.consent, name="consent"
        )
        self.intake = ListField(N_("Where we met"), INTAKES, name="intake")
        self.source = ListField(
            N_("How the answer was given"), CONSENT_SOURCES, name="source", only=("oral", "form")
        )
        self.witness = Field(N_("Witness"), name="witness")
        self.witness.set_text(self.desk.context().staff.name)
        self.add(self.phone)
        self.box.addLayout(wide(self.name, self.name_zh))
        self.add(self.duplicates, asked)
        self.box.addLayout(wide(self.source, self.witness))
        self.add(self.intake)
        self.add(Label(N_("Enter saves. Everything else can be filled in later."), "muted"))
        self.consent.chosen.connect(lambda _key: self._show_proof())
        self.source.changed.connect(self._show_proof)
        self._show_proof()

    def _begin(self, phone: str, name: str, text: str) -> None:
        """Put what was searched for where it belongs."""
        digits = sum(character.isdigit() for character in text)
        if text and digits >= 3:
            phone = phone or text
        elif text:
            name = name or text
        latin, chinese = split_name(name)
        self.phone.set_text(phone)
        self.name.set_text(latin)
        self.name_zh.set_text(chinese)
        (self.name if phone and not name else self.phone).input.setFocus()

    def _show_proof(self) -> None:
        answered = bool(self.consent.value())
        self.source.setVisible(answered)
        self.witness.setVisible(answered and self.source.value() == "oral")

    def _look_for_duplicates(self) -> None:
        phone, name, name_zh = self.phone.text(), self.name.text(), self.name_zh.text()

        def work(ctx: Context) -> Sequence[DuplicateHint]:
            return queries.possible_duplicates(ctx, phone=phone, name=name, name_zh=name_zh)

        self.desk.read(self, work, self.duplicates.show_hints, key="duplicates")

    def _open_existing(self, customer_id: Id) -> None:
        self.drop()
        self._hand_over(customer_id)

    def _hand_over(self, customer_id: Id) -> None:
        if self._then is not None:
            self._then(customer_id)
        else:
            self.desk.open("customers", customer_id=customer_id)

    def _answer(self) -> ConsentChoice | None:
        state = self.consent.value()
        if not state:
            return None
        spoken = self.source.value() == "oral"
        return ConsentChoice(
            state=state,
            source=self.source.value(),
            notice_language=paper_language(),
            witness=(self.witness.text() or None) if spoken else None,
        )

    def work(self) -> Callable[[Context], object]:
        phone, answer, intake = self.phone.text(), self._answer(), self.intake.value()
        name = f"{self.name_zh.text()} {self.name.text()}".strip()
        if not phone:
            raise CanFix(N_("Fill in the phone number."), field="phone")
        if not name:
            raise CanFix(N_("Fill in a name, in English or Chinese."), field="name")
        return lambda ctx: _added(ctx, phone, name, answer, intake)

    def saved(self, answer: object) -> None:
        """Say so and show her card."""
        assert isinstance(answer, bytes)
        self.accept()
        self.desk.toast(t("Customer added"))
        self._hand_over(answer)


def _added(ctx: Context, phone: str, name: str, answer: ConsentChoice | None, intake: str) -> Id:
    """Add her; what is wrong with the number is said under the field it was typed in."""
    try:
        return commands.quick_add(ctx, phone=phone, name=name, consent=answer, intake=intake)
    except CanFix as error:
        if error.field != "value":
            raise
        raise CanFix(error.template, field="phone", **error.values) from error
