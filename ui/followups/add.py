"""New follow-up: what to do, for whom, by when, and who does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.followups import commands
from jewelcrm.people.queries import Person, everyone
from ui.customers.forms import DayField, Form, area, wide
from ui.customers.picker import CustomerPicker, Picked
from ui.followups.people import person_choice
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.widgets import Chips, Field

_SOON = (
    ("0", N_("Today")),
    ("1", N_("Tomorrow")),
    ("3", N_("In 3 days")),
    ("7", N_("In a week")),
    ("30", N_("In a month")),
)


def show(
    desk: Desk, *, customer_id: Id | None = None, order_id: Id | None = None, title: str = ""
) -> None:
    """Open the dialog, for a customer or an order if one is named."""

    def work(ctx: Context) -> tuple[Sequence[Person], Picked | None]:
        rows = customers.header(ctx, [customer_id]) if customer_id else []
        who = [Picked(row.id, row.number, row.name, row.name_zh) for row in rows]
        return everyone(ctx), (who[0] if who else None)

    def then(found: tuple[Sequence[Person], Picked | None]) -> None:
        AddFollowUp(desk, found[0], found[1], order_id=order_id, title=title).open()

    desk.read(desk, work, then, key="new follow-up")


class AddFollowUp(Form):
    help = "followups#A new one"

    def __init__(
        self,
        desk: Desk,
        people: Sequence[Person],
        customer: Picked | None,
        *,
        order_id: Id | None = None,
        title: str = "",
    ) -> None:
        super().__init__(desk, N_("New follow-up"), width=540)
        ctx = desk.context()
        self._today, self._order = ctx.today(), order_id
        self.what = Field(
            N_("What is to be done"), name="title", example=N_("Call about the jade bangle")
        )
        self.customer = CustomerPicker(desk, N_("Customer (may be empty)"), name="customer")
        self.soon = Chips(_SOON, N_("By when"))
        self.due_on = DayField(N_("On"), self._today, name="due_on")
        self.assignee = person_choice(people, ctx.staff.id)
        self.body = area(N_("More about it"), 2, name="body")
        self.add(self.what, self.customer, self.soon)
        self.box.addLayout(
            wide(self.due_on, Field(N_("Who does it"), self.assignee, name="assignee"))
        )
        self.add(self.body)
        self.soon.chosen.connect(self._set_day)
        self.soon.choose("1")
        self._set_day("1")
        self.what.set_text(title)
        if customer is not None:
            self.customer.put(customer)
        self.what.input.setFocus()

    def _set_day(self, days: str) -> None:
        self.due_on.edit.set_day(self._today + dt.timedelta(days=int(days)))

    def work(self) -> Callable[[Context], object]:
        who, day = self.customer.customer(), self.due_on.day() or self._today
        title, body, order = self.what.text(), self.body.text(), self._order
        assignee = bytes.fromhex(self.assignee.value()) or None
        return lambda ctx: commands.add(
            ctx,
            title=title,
            due_on=day,
            customer_id=who.id if who else None,
            order_id=order,
            body=body or None,
            assignee_id=assignee,
        )

    def saved(self, _answer: object) -> None:
        self.accept()
        self.desk.toast(t("Follow-up added"))
