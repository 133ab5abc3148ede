"""Consent dialog: what she answered, for what, by which channels, and how it can be proved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.lists import CHANNELS, CONSENT_SOURCES, PURPOSES, SUBJECT_CLASSES
from jewelcrm.customers.model import CustomerCard
from jewelcrm.customers.rules.consent import (
    NOTICE_VERSION,
    ORAL_CONFIRMATION_DAYS,
    ConsentChoice,
    check_choice,
)
from jewelcrm.customers.rules.notices import notice
from jewelcrm.errors import CanFix
from ui.customers.forms import Form, ListField, Ticks, wide
from ui.i18n import N_, paper_language
from ui.shell.desk import Desk
from ui.widgets import Chips, Choice, Field, Label, VBox

_ANSWERS = (
    ("consented", N_("Agrees")),
    ("refused", N_("Refuses")),
    ("withdrawn", N_("Withdraws")),
)

LANGUAGES = (("zh_HK", "繁體中文"), ("en", "English"))


def show(desk: Desk, *, card: CustomerCard) -> ConsentDialog:
    """Open the dialog for one customer's answer."""
    dialog = ConsentDialog(desk, card)
    dialog.open()
    return dialog


class Answer(Field):
    """Agreed, refused or withdrawn: nothing is chosen beforehand (silence is not consent)."""

    def __init__(self, label: str = N_("Answer")) -> None:
        self.chips = Chips(_ANSWERS, label)
        super().__init__(label, self.chips, name="consent")
        self.clear()
        self.chips.chosen.connect(lambda _key: self._edited())

    def clear(self) -> None:
        """Nothing is answered."""
        group = self.chips._group  # noqa: SLF001 - Chips always choose the first one
        group.setExclusive(False)
        for key, _text in _ANSWERS:
            self.chips.button(key).setChecked(False)
        group.setExclusive(True)

    def value(self) -> str:
        """consented, refused, withdrawn, or empty."""
        return self.chips.value()


class ConsentDialog(Form):
    help = "customer-card#Consent"

    def __init__(self, desk: Desk, card: CustomerCard) -> None:
        super().__init__(desk, N_("Consent to marketing"), save=N_("Record answer"), width=620)
        self._card = card
        self.notice = Label(look="tip", wrap=True)
        self.answer = Answer()
        self.purpose = ListField(N_("Purpose"), PURPOSES, name="purpose")
        self.channels = Ticks(CHANNELS, N_("Channels"))
        self.classes = Ticks(SUBJECT_CLASSES, N_("Kinds of goods"))
        self._build()
        self._show_notice()
        self._show_proof()

    def _build(self) -> None:
        self.source = ListField(
            N_("How the answer was given"),
            CONSENT_SOURCES,
            name="source",
            only=[code for code in CONSENT_SOURCES.codes() if code not in ("import", "confirmed")],
        )
        self.witness = Field(N_("Witness"), name="witness", hint=N_("Who else heard it."))
        self.wording = Choice(LANGUAGES, raw=True)
        self.wording.choose(paper_language())
        self.written = Label(look="note", wrap=True)
        told = Field(N_("Language of the wording"), self.wording, name="notice_language")
        version = Label(look="muted").words(
            "Wording version {version}: read it aloud.", version=NOTICE_VERSION
        )
        self.add(version, self.notice, self.answer)
        self.add(_named(N_("Channels"), self.channels), _named(N_("Kinds of goods"), self.classes))
        self.box.addLayout(wide(self.purpose, told))
        self.box.addLayout(wide(self.source, self.witness))
        self.add(self.written)
        self.wording.chosen.connect(lambda _key: self._show_notice())
        self.source.changed.connect(self._show_proof)
        self.answer.changed.connect(self._show_proof)
        self.answer.changed.connect(self._tick_for_no)

    def _show_notice(self) -> None:
        self.notice.raw(notice(self.wording.value()))

    def _show_proof(self) -> None:
        spoken = self.source.value() == "oral"
        self.witness.setVisible(spoken)
        self.written.setVisible(spoken and self.answer.value() == "consented")
        self.written.words(
            "A spoken consent must be confirmed in writing within {days} days.",
            days=ORAL_CONFIRMATION_DAYS,
        )

    def _tick_for_no(self) -> None:
        """A no is about everything unless she says otherwise; a yes is only what she names."""
        for ticks in (self.channels, self.classes):
            if self.answer.value() != "consented" and not ticks.ticked():
                ticks.tick(["all"])

    def choice(self) -> ConsentChoice:
        """What was answered. Raises CanFix naming what is missing."""
        answer = ConsentChoice(
            state=self.answer.value(),
            source=self.source.value(),
            channels=_without_rest(self.channels.ticked()),
            subject_classes=_without_rest(self.classes.ticked()),
            purpose=self.purpose.value(),
            notice_version=NOTICE_VERSION,
            notice_language=self.wording.value(),
            witness=self.witness.text() or None,
        )
        check_choice(answer)
        if not answer.channels or not answer.subject_classes:
            raise CanFix(N_("Tick at least one channel and one kind of goods."))
        if answer.source == "oral" and not answer.witness:
            raise CanFix(N_("Name a witness of the spoken answer."), field="witness")
        return answer

    def work(self) -> Callable[[Context], object]:
        answer, customer = self.choice(), self._card.id
        return lambda ctx: commands.record_consent(ctx, customer, answer)


def _without_rest(ticked: tuple[str, ...]) -> tuple[str, ...]:
    """Who ticks "all" means all, whatever else is ticked."""
    return ("all",) if "all" in ticked else ticked


def _named(label: str, ticks: Ticks) -> QWidget:
    made = QWidget()
    made.setLayout(VBox(Label(label, "muted"), ticks, spacing=4))
    return made
