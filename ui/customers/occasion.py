"""Occasion dialog: a birthday or another day, by the Gregorian or the lunar calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.lists import CALENDARS, OCCASIONS
from jewelcrm.customers.model import CustomerCard, NewOccasion, OccasionView
from jewelcrm.customers.rules.calendar import check_day, next_occurrence, years_on
from jewelcrm.errors import CanFix
from ui.customers.forms import Form, ListField, NumberField, wide
from ui.customers.words import in_days, joined, occasion_day, years_words
from ui.format import long_day
from ui.i18n import N_, bind, locale, say, t
from ui.shell.desk import Desk
from ui.widgets import Choice, Field, Label


def show(
    desk: Desk, *, card: CustomerCard, occasion: OccasionView | None = None, kind: str = "birthday"
) -> OccasionDialog:
    """Open the dialog for a new day, or for one that is known."""
    dialog = OccasionDialog(desk, card, occasion, kind)
    dialog.open()
    return dialog


@dataclass(frozen=True)
class _Typed:
    """What the form says at the moment."""

    calendar: str
    year: int | None
    month: int
    day: int | None
    leap_month: bool


class _MonthField(Field):
    """A month by name in the Gregorian calendar, by number in the lunar one."""

    def __init__(self) -> None:
        self.choice = Choice((), raw=True)
        self._lunar = False
        super().__init__(N_("Month"), self.choice, name="month")
        bind(self._offer, lambda: "")

    def use(self, *, lunar: bool) -> None:
        """Name the months of this calendar; the number chosen stays."""
        self._lunar = lunar
        self._offer()

    def _offer(self, _text: str = "") -> None:
        names = [(str(month), self._name(month)) for month in range(1, 13)]
        self.choice.offer([("", t("Choose")), *names])

    def _name(self, month: int) -> str:
        if self._lunar:
            return t("Lunar month {n}", n=month)
        return locale().standaloneMonthName(month)

    def month(self) -> int:
        """The month. Raises CanFix when none was chosen."""
        if not self.choice.value():
            raise CanFix(N_("Choose a month."), field="month")
        return int(self.choice.value())


class OccasionDialog(Form):
    help = "customer-card#Birthdays"

    def __init__(
        self, desk: Desk, card: CustomerCard, occasion: OccasionView | None, kind: str
    ) -> None:
        title = N_("Change this day") if occasion else N_("Birthday or another day")
        super().__init__(desk, title, width=540)
        self._card, self._occasion = card, occasion
        self._today = desk.context().today()
        self._build()
        self._fill(occasion, kind)
        self._listen()
        self._live()

    def _build(self) -> None:
        self.kind = ListField(N_("Occasion"), OCCASIONS, name="kind")
        self.whose = Field(
            N_("Whose (empty: the customer's own)"), name="whose", example=N_("Husband")
        )
        self.calendar = ListField(N_("By which calendar"), CALENDARS, name="calendar")
        self.month = _MonthField()
        self.day = NumberField(N_("Day (may be empty)"), name="day")
        self.year = NumberField(N_("Year (may be empty)"), name="year")
        self.leap = QCheckBox()
        say(self.leap.setText, "It is the leap month")
        self.note = Field(N_("Remark"), name="note")
        self.preview = Label(look="tip", wrap=True)
        self.box.addLayout(wide(self.kind, self.whose))
        self.box.addLayout(wide(self.calendar, self.month))
        self.box.addLayout(wide(self.day, self.year))
        self.add(self.leap, self.preview, self.note)

    def _fill(self, occasion: OccasionView | None, kind: str) -> None:
        self.kind.choose(occasion.kind if occasion else kind)
        if occasion is None:
            return
        self.calendar.choose(occasion.calendar)
        self.whose.set_text(occasion.whose)
        self.note.set_text(occasion.note)
        self.month.choice.choose(str(occasion.month))
        self.day.set_text(str(occasion.day or ""))
        self.year.set_text(str(occasion.year or ""))
        self.leap.setChecked(occasion.leap_month)

    def _listen(self) -> None:
        for field in (self.calendar, self.month, self.day, self.year):
            field.changed.connect(self._live)
        self.leap.toggled.connect(lambda _on: self._live())
        self.desk.languageChanged.connect(self._live)
        self.calendar.changed.connect(self._use_calendar)
        self._use_calendar()

    def _use_calendar(self) -> None:
        lunar = self.calendar.value() == "lunar"
        self.leap.setVisible(lunar)
        if not lunar:
            self.leap.setChecked(False)
        self.month.use(lunar=lunar)

    def _live(self) -> None:
        """Say what the day is and when it comes next, as far as it is typed."""
        try:
            self.preview.raw(self._when(self._typed()))
        except CanFix:
            self.preview.words("The month alone is enough for a birthday offer.")

    def _when(self, typed: _Typed) -> str:
        coming = next_occurrence(typed, self._today)
        if coming is None:
            return occasion_day(typed)
        years = years_on(typed, coming)
        turns = years_words(self.kind.value(), years)
        return joined(
            occasion_day(typed),
            t("next: {day}", day=long_day(coming)),
            in_days(coming, self._today),
            turns,
        )

    def _typed(self) -> _Typed:
        typed = _Typed(
            calendar=self.calendar.value(),
            year=self.year.whole(),
            month=self.month.month(),
            day=self.day.whole(),
            leap_month=self.leap.isChecked(),
        )
        check_day(typed)
        return typed

    def work(self) -> Callable[[Context], object]:
        typed = self._typed()
        new = NewOccasion(
            kind=self.kind.value(),
            month=typed.month,
            day=typed.day,
            year=typed.year,
            calendar=typed.calendar,
            leap_month=typed.leap_month,
            whose=self.whose.text() or None,
            note=self.note.text() or None,
        )
        customer, known = self._card.id, self._occasion.id if self._occasion else None
        return lambda ctx: commands.set_occasion(ctx, customer, new, occasion_id=known)
