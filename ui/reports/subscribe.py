"""A report that shall be prepared by itself: how often, and whether it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.customers.forms import Form
from ui.i18n import N_, t
from ui.reports.words import EVERY, said
from ui.widgets import Choice, Field, Label, note

if TYPE_CHECKING:
    from collections.abc import Callable

    from jewelcrm.context import Context
    from jewelcrm.reports.model import Asked, Detail, Report
    from ui.shell.desk import Desk

_DELIVER = (
    ("queue", N_("Keep it on the page Reports")),
    ("print", N_("Print it by itself")),
)


def show(desk: Desk, *, report: Report, detail: Detail, asked: Asked) -> None:
    """Ask how often."""
    Subscribe(desk, report, detail, asked).open()


class Subscribe(Form):
    """The period follows from how often: yesterday, last week, last month."""

    help = "reports#Reports that are prepared by themselves"

    def __init__(self, desk: Desk, report: Report, detail: Detail, asked: Asked) -> None:
        super().__init__(desk, N_("Prepare by itself"), save=N_("Prepare it"), width=540)
        self._report, self._asked = report.name, asked
        name = Label(look="strong", wrap=True)
        name.raw(f"{said(report.title)}  ·  {said(detail.title)}")
        self.every = Choice(EVERY)
        self.deliver = Choice(_DELIVER)
        personal = detail.sensitivity == "personal"
        self.purpose = Field(N_("What is it needed for?"), name="purpose", optional=not personal)
        self.add(
            name,
            Field(N_("How often"), self.every, name="every"),
            Field(N_("When it is there"), self.deliver, name="deliver"),
            self.purpose,
        )
        if personal:
            self.add(note(N_("It names customers: printing it counts as rows you take out.")))

    def work(self) -> Callable[[Context], object]:
        name, asked, purpose = self._report, self._asked, self.purpose.text()
        every, deliver = self.every.value(), self.deliver.value()

        def subscribed(ctx: Context) -> object:
            from ui.reports.work import subscribe

            return subscribe(ctx, name, asked, every=every, deliver=deliver, purpose=purpose)

        return subscribed

    def saved(self, _answer: object) -> None:
        """Its first paper is made at once."""
        self.desk.toast(t("It is prepared from now on."))
        self.accept()
