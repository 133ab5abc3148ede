"""One follow-up for each of some orders or customers: what, by when, who; all in one batch."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from jewelcrm.dashboard.behind import Named
from jewelcrm.followups.batches import Made, add_for_customers, add_for_orders
from ui.customers.forms import DayField, Form, area, wide
from ui.dashboard import work
from ui.followups.people import person_choice
from ui.i18n import N_, t, tn
from ui.widgets import Field, Label, muted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.people.queries import Person
    from ui.shell.desk import Desk


def show(
    desk: Desk, *, words: str, order_ids: Sequence[Id] = (), customer_ids: Sequence[Id] = ()
) -> None:
    """Read who works here, then ask."""

    def then(people: Sequence[Person]) -> None:
        whom = Named(tuple(order_ids), tuple(customer_ids))
        MakeFollowUps(desk, people, whom, words).open()

    desk.read(desk, work.everyone, then, key="make follow-ups")


class MakeFollowUps(Form):
    """Whoever has this to do already is left out, and customers who want no offers."""

    help = "dashboard#From a figure to the work"

    def __init__(self, desk: Desk, people: Sequence[Person], whom: Named, words: str) -> None:
        super().__init__(desk, N_("Make follow-ups"), save=N_("Make them"), width=540)
        ctx = desk.context()
        self.whom, self._today = whom, ctx.today()
        if whom.orders:
            many = tn("For {n} orders", len(whom.orders), one="For {n} order")
        else:
            many = tn("For {n} customers", len(whom.customers), one="For {n} customer")
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
        if not whom.orders:
            self.add(muted("Customers who have not agreed to be told of offers are left out."))
        self.what.input.setFocus()

    def work(self) -> Callable[[Context], object]:
        whom, title, body = self.whom, self.what.text(), self.body.text()
        day = self.due_on.day() or self._today
        assignee = bytes.fromhex(self.assignee.value()) or None
        add, ids = (
            (add_for_orders, whom.orders) if whom.orders else (add_for_customers, whom.customers)
        )
        return lambda ctx: add(ctx, ids, title=title, due_on=day, body=body, assignee_id=assignee)

    def saved(self, answer: object) -> None:
        """Say how many, and why others got none."""
        assert isinstance(answer, Made)
        said = [tn("{n} follow-ups made", answer.made, one="{n} follow-up made")]
        if answer.had:
            said.append(t("{n} had this to do already", n=answer.had))
        if answer.unwilling:
            said.append(t("{n} have not agreed to be told of offers", n=answer.unwilling))
        self.desk.toast("  ·  ".join(said))
        self.accept()
