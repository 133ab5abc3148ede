"""A small shop whose figures anybody can add up in the head."""

import datetime as dt

import pytest

from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.payments.commands import take_payment
from jewelcrm.reports import queries
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, Figures, Period
from tests.builders import a_kept_customer, a_line, a_placed_order

TODAY = Period(dt.date(2026, 11, 22), dt.date(2026, 11, 22))


@pytest.fixture
def traded(ctx):
    """Two orders of Chan (HK$1,000 and 2,500), one cancelled, one of a walk-in (HK$300)."""
    chan = a_kept_customer(ctx, name="Chan Tai Man", name_zh="陳大文", district="Central")
    first = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(1_000_00))])
    a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(2_500_00))])
    gone = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(9_000_00))])
    move_order(ctx, gone.id, "cancelled", "changed")
    a_placed_order(ctx, lines=[a_line(unit_price=Money(300_00))])
    take_payment(ctx, first.id, kind="deposit", method="cash", amount=Money(400_00))
    return ctx


def needed(ctx, name):
    """A value for each filter that a report cannot do without: the first customer's number."""
    wanted = [one.name for one in reports()[name].filters if one.required] if known(name) else []
    with ctx.read() as conn:
        first = conn.exec_driver_sql("SELECT min(number) FROM customer").scalar()
    return dict.fromkeys(wanted, first or "nobody")


def known(name):
    return name in reports()


@pytest.fixture
def figures():
    """figures(ctx, "sales", "by-day"): what a report says of today."""

    def run(ctx, name, detail="", period=TODAY, **more) -> Figures:
        more.setdefault("filters", needed(ctx, name))
        return queries.run(ctx, name, Asked(detail=detail, period=period, **more))

    return run
