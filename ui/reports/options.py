"""What is asked of a report: level of detail, period, branch."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.customers.forms import DayField, at
from ui.customers.parts import Flow
from ui.i18n import N_, bind, chinese, t
from ui.reports.filters import Filters
from ui.reports.words import OWN, PERIODS, said
from ui.widgets import Card, Choice, Field, LinkButton, PrimaryButton, Row, VBox, note

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jewelcrm.context import Context
    from jewelcrm.reports.branches import Known
    from jewelcrm.reports.model import Asked, Period
    from jewelcrm.reports.queries import Listed

_WIDTHS = {"detail": 190, "period": 150, "day": 140, "branch": 190}


class Options(Card):
    """A row of choices that wraps, and the button that shows the figures."""

    wanted = Signal()

    def __init__(self, today: dt.date) -> None:
        super().__init__(margins=14, spacing=8)
        self._today = today
        self._listed: Listed | None = None
        self._branches: Sequence[Known] = ()
        self.detail = Choice(raw=True)
        self.period = Choice(PERIODS)
        self.branch = Choice(raw=True)
        self.since = DayField(N_("From"), today, name="since")
        self.until = DayField(N_("To"), today, name="until")
        self.fields = {
            "detail": Field(N_("Level of detail"), self.detail, name="detail"),
            "period": Field(N_("Period"), self.period, name="period"),
            "branch": Field(N_("Branch"), self.branch, name="branch"),
        }
        self.go = PrimaryButton(N_("Show"), "table", self.wanted.emit)
        self._lay()
        self.period.choose("this-month")
        self.period.chosen.connect(lambda _key: self._periods())
        bind(self._reword, lambda: "")

    def _lay(self) -> None:
        for name, field in self.fields.items():
            field.setMinimumWidth(_WIDTHS[name])
        for day in (self.since, self.until):
            day.setFixedWidth(_WIDTHS["day"])
        chosen = (self.fields["detail"], self.fields["period"])
        self.filters = Filters()
        self.narrow = LinkButton("", "filter", self._unfold)
        bind(self.narrow.setText, self._narrow_words)
        deeds = QWidget()
        deeds.setLayout(VBox(20, Row(self.go, self.narrow, spacing=10), spacing=4))
        deeds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.custom = QWidget()  # from one day to another: the two stay side by side
        self.custom.setLayout(Row(self.since, self.until, spacing=10))
        self.custom.hide()
        self.box.addWidget(Flow(*chosen, self.custom, self.fields["branch"], deeds, spacing=10))
        self.box.addWidget(self.filters)
        self.wrong = note("", "bad")
        self.wrong.hide()
        self.box.addWidget(self.wrong)
        for field in self._named().values():
            field.changed.connect(self.wrong.hide)
        self.filters.changed.connect(self._narrowed)

    def _unfold(self) -> None:
        """Show or hide what the report can be narrowed by: the table needs the room."""
        self.filters.setVisible(self.filters.isHidden())

    def _narrowed(self) -> None:
        self.wrong.hide()
        self.narrow.setText(self._narrow_words())

    def _narrow_words(self) -> str:
        chosen = len(self.filters.asked())
        return t("Narrow ({n})", n=chosen) if chosen else t("Narrow")

    def _fold(self) -> None:
        """Unfolded only where something is chosen, or must be."""
        self.narrow.setVisible(bool(self.filters.parts))
        self.narrow.setText(self._narrow_words())
        self.filters.setVisible(bool(self.filters.asked()))

    def _named(self) -> dict[str, Field]:
        return {**self.fields, "since": self.since, "until": self.until}

    def tell(self, name: str, make: Callable[[], str]) -> bool:
        """What is wrong, in a line of its own: a field of a day is too narrow for a sentence."""
        field = self._named().get(name)
        box = field.input if field is not None else self.filters.input(name)
        if box is None:
            return False
        if field is None:
            self.filters.show()
        self.wrong.tell(make)
        self.wrong.show()
        bind(box.setAccessibleDescription, make)
        box.setFocus()
        return True

    # What can be chosen ----------------------------------------------------------------------

    def offer(self, listed: Listed | None, branches: Sequence[Known]) -> None:
        """The choices of this report."""
        self._listed, self._branches = listed, branches
        self.filters.offer(listed.report.filters if listed is not None else ())
        self._fold()
        self._reword()
        self._periods()

    def _reword(self, _text: str = "") -> None:
        if self._listed is not None:
            self.detail.offer([(one.name, said(one.title)) for one in self._listed.details])
        names = [(one.id.hex(), _branch(one)) for one in self._branches]
        self.branch.offer([("", t("All this PC knows of")), *names])
        self.fields["branch"].setVisible(len(self._branches) > 1)

    def _periods(self) -> None:
        timed = self._listed is None or self._listed.report.uses_period
        own = timed and self.period.value() == OWN
        self.fields["period"].setVisible(timed)
        self.custom.setVisible(own)
        if own and not self.since.text() and not self.until.text():
            self.since.edit.set_day(self._today.replace(day=1))
            self.until.edit.set_day(self._today)

    # What is chosen --------------------------------------------------------------------------

    def name(self) -> str:
        """The report's name."""
        return self._listed.report.name if self._listed is not None else ""

    def asked(self, ctx: Context, language: str, *, timed: bool = True) -> Asked:
        """What was chosen; with `timed` False of today, whatever dates stand there.

        Raises:
            CanFix: the dates are none, or the wrong way round.
        """
        from jewelcrm.reports.model import Asked, Period

        today = ctx.today()
        branch = self.branch.value()
        return Asked(
            detail=self.detail.value(),
            period=self.days(today) if timed else Period(today, today),
            branch=bytes.fromhex(branch) if branch else None,
            currency=ctx.branch.currency,
            language=language,
            filters=self.filters.asked(),
        )

    def days(self, today: dt.date) -> Period:
        """The days chosen."""
        from jewelcrm.reports.periods import between, named

        if self.period.value() != OWN:
            return named(self.period.value(), today)
        return at("since", lambda: between(self.since.day(), self.until.day(), today))

    # Kept until next time --------------------------------------------------------------------

    def habits(self) -> dict[str, str]:
        """What was chosen, to begin with next time."""
        return {
            "report": self.name(),
            "detail": self.detail.value(),
            "period": self.period.value(),
            "since": self.since.text(),
            "until": self.until.text(),
            "branch": self.branch.value(),
            **{f"is_{name}": value for name, value in self.filters.asked().items()},
        }

    def choose(self, habits: dict[str, str]) -> None:
        """As it was chosen before; what is not there any more is left as it is."""
        self.period.choose(habits.get("period", ""))
        self.since.set_text(habits.get("since", ""))
        self.until.set_text(habits.get("until", ""))
        self.detail.choose(habits.get("detail", ""))
        self.branch.choose(habits.get("branch", ""))
        self.filters.choose(
            {key[3:]: value for key, value in habits.items() if key.startswith("is_")}
        )
        self._fold()
        self._periods()


def _branch(one: Known) -> str:
    name = one.name_zh if chinese() and one.name_zh else one.name
    words = f"{one.code} {name}"
    return t("{branch} (closed)", branch=words) if one.closed else words
