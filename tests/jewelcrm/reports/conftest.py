"""A small shop whose figures anybody can add up in the head."""

import datetime as dt
import shutil

import pytest

from db.tables.catalogue import product
from db.tables.followups import followup
from jewelcrm.access.signin import sign_in
from jewelcrm.customers.commands import (
    add_note,
    add_wish,
    edit_customer,
    record_consent,
    set_occasion,
)
from jewelcrm.customers.model.entering import NewOccasion, NewWish
from jewelcrm.followups.commands import add
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.payments.commands import take_payment
from jewelcrm.reports import queries
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, Figures, Period
from tests.builders import a_consent, a_kept_customer, a_line, a_placed_order
from tests.conftest import PASSWORD, SetClock, Shop

TODAY = Period(dt.date(2026, 11, 22), dt.date(2026, 11, 22))


@pytest.fixture
def shop(request, tmp_path):
    """A fresh store that is closed: one that has traded where that is asked for."""
    asked = request.fixturenames
    made = next((name for name in ("busy", "traded") if name in asked), "first")
    folder, code = request.getfixturevalue(f"_{made}_shop")
    shutil.copytree(folder, tmp_path / "shop")
    return Shop(tmp_path / "shop", code)


@pytest.fixture(scope="session")
def _traded_shop(_first_shop, tmp_path_factory):
    return furnished(_first_shop, tmp_path_factory.mktemp("traded") / "shop", trade)


@pytest.fixture(scope="session")
def _busy_shop(_traded_shop, tmp_path_factory):
    return furnished(_traded_shop, tmp_path_factory.mktemp("busy") / "shop", be_busy)


@pytest.fixture
def traded(ctx):
    """Two orders of Chan (HK$1,000 and 2,500), one cancelled, one of a walk-in (HK$300)."""
    return ctx


@pytest.fixture
def busy(traded):
    """One of everything that some report counts, besides."""
    return traded


def furnished(shop, folder, furnish):
    """A copy of a shop in which somebody has done something."""
    shutil.copytree(shop[0], folder)
    ctx = sign_in(folder, "mei.chan", PASSWORD, clock=SetClock())
    furnish(ctx)
    ctx.store.close()
    return folder, shop[1]


def trade(ctx):
    chan = a_kept_customer(ctx, name="Chan Tai Man", name_zh="陳大文", district="Central")
    first = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(1_000_00))])
    a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(2_500_00))])
    gone = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(9_000_00))])
    move_order(ctx, gone.id, "cancelled", "changed")
    a_placed_order(ctx, lines=[a_line(unit_price=Money(300_00))])
    take_payment(ctx, first.id, kind="deposit", method="cash", amount=Money(400_00))


def be_busy(ctx):
    chan = a_kept_customer(ctx, name="Ho Ka Yan", tier="vip", source="walk_in")
    add_note(ctx, chan, "called her", channel="call")
    add_wish(ctx, chan, NewWish(description="jade bangle", budget=Money(8_000_00)))
    record_consent(ctx, chan, a_consent())
    set_occasion(ctx, chan, NewOccasion(kind="birthday", year=1990, month=11, day=22))
    due = add(ctx, title="Call her", due_on=ctx.today(), customer_id=chan)
    edit_customer(ctx, chan, language="yue")
    with ctx.work("a piece, and a rule that fired") as work:
        work.insert(product, sku="R1", name="Ring", category="ring", currency="HKD", active=True)
        work.update(followup, due, rule="birthday")
    order = a_placed_order(ctx, customer_id=chan, kind="repair")
    take_payment(ctx, order.id, kind="deposit", method="fps", amount=Money(100_00))


def needed(ctx, name):
    """A value for each filter that a report cannot do without: the first customer's number."""
    wanted = [one.name for one in reports()[name].filters if one.required] if known(name) else []
    return dict.fromkeys(wanted, first_number(ctx) or made_number(ctx)) if wanted else {}


def first_number(ctx):
    with ctx.read() as conn:
        return conn.exec_driver_sql("SELECT min(number) FROM customer").scalar()


def made_number(ctx):
    a_kept_customer(ctx, name="Lee Ann")
    return first_number(ctx)


def known(name):
    return name in reports()


@pytest.fixture
def figures():
    """figures(ctx, "sales", "by-day"): what a report says of today."""

    def run(ctx, name, detail="", period=TODAY, **more) -> Figures:
        more.setdefault("filters", needed(ctx, name))
        return queries.run(ctx, name, Asked(detail=detail, period=period, **more))

    return run
