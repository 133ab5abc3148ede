"""One follow-up for each of some orders: what, by when, who; all in one batch."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from jewelcrm.followups.commands import add_for_orders
from ui.customers.forms import DayField, Form, area, wide
from ui.dashboard import work
from ui.followups.people import person_choice
from ui.i18n import N_, t, tn
from ui.widgets import Field, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.people.queries import Person
    from ui.shell.desk import Desk


def show(desk: Desk, *, order_ids: Sequence[Id], words: str) -> None:
    """Read who works here, then ask."""

    def then(people: Sequence[Person]) -> None:
        MakeFollowUps(desk, people, order_ids, words).open()

    desk.read(desk, work.everyone, then, key="make follow-ups")


class MakeFollowUps(Form):
    """Orders that have this to do already are left out."""

    help = "dashboard"

    def __init__(
        self, desk: Desk, people: Sequence[Person], order_ids: Sequence[Id], words: str
    ) -> None:
        super().__init__(desk, N_("Make follow-ups"), save=N_("Make them"), width=540)
        ctx = desk.context()
        self.order_ids, self._today = list(order_ids), ctx.today()
        many = tn("For {n} orders", len(self.order_ids), one="For {n} order")
        self.many = Label(look="strong", wrap=True).raw(f"{many}  ·  {words}")
        self.what = Field(
            N_("What is to be done"), name="title", example=N_("Call: your order is ready")
        )
        self.due_on = DayField(N_("On"), self._today, name="due_on")
        self.due_on.edit.set_day(self._today + dt.timedelta(days=1))
        self.assignee = person_choice(people, ctx.staff.id)
        self.body = area(N_("More about it"), 2, name="body")
        self.add(self.many, self.what)
        self.box.addLayout(
            wide(self.due_on, Field(N_("Who does it"), self.assignee, name="assignee"))
        )
        self.add(self.body)
        self.what.input.setFocus()

    def work(self) -> Callable[[Context], object]:
        ids, title, body = self.order_ids, self.what.text(), self.body.text()
        day = self.due_on.day() or self._today
        assignee = bytes.fromhex(self.assignee.value()) or None
        return lambda ctx: add_for_orders(
            ctx, ids, title=title, due_on=day, body=body, assignee_id=assignee
        )

    def saved(self, made: object) -> None:
        """Say how many; the rest had it to do already."""
        many = made if isinstance(made, int) else 0
        self.desk.toast(
            tn("{n} follow-ups made", many, one="{n} follow-up made")
            if many == len(self.order_ids)
            else t(
                "{n} follow-ups made; {others} had this to do already.",
                n=many,
                others=len(self.order_ids) - many,
            )
        )
        self.accept()
