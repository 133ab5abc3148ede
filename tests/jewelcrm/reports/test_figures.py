"""The figures are what one adds up by hand, and nobody sees more than they may."""

import datetime as dt

import pytest

from db.tables.orders import sales_order
from jewelcrm.errors import CanFix, Denied
from jewelcrm.money import Money
from jewelcrm.payments.commands import refund, take_payment
from jewelcrm.reports import queries, reading
from jewelcrm.reports.asking import branch_coded
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.catalogue.receivables import band
from jewelcrm.reports.model import Asked, Period
from tests.builders import a_kept_customer, a_line, a_placed_order
from tests.jewelcrm.reports.conftest import TODAY

LEVELS = [(one.name, level.name) for one in reports().values() for level in one.details]


def by_label(figures):
    return {row[0]: row[1:] for row in figures.rows}


def test_sales_leave_out_what_was_cancelled(traded, figures):
    came = figures(traded, "sales")
    assert came.rows == [(3, 3_000, 3_800_00, 0, 3_800_00, 1_266_67)]


def test_sales_of_a_day_are_under_that_day(traded, figures):
    assert by_label(figures(traded, "sales", "by-day"))["2026-11-22"][4] == 3_800_00


def test_a_day_is_the_branches_day_not_greenwichs(traded, figures, clock):
    clock.move(hours=14)  # 02:00 on the 23rd in Hong Kong, 18:00 on the 22nd in Greenwich
    a_placed_order(traded, lines=[a_line(unit_price=Money(50_00))])
    both = Period(dt.date(2026, 11, 22), dt.date(2026, 11, 23))
    days = by_label(figures(traded, "sales", "by-day", both))
    assert (days["2026-11-22"][4], days["2026-11-23"][4]) == (3_800_00, 50_00)


def test_another_currency_is_said_not_mixed_in(traded, figures):
    foreign = a_placed_order(traded, lines=[a_line(unit_price=Money(70_00))])
    with traded.work() as work:  # as an import of another country's orders leaves it
        work.update(sales_order, foreign.id, currency="USD")
    came = figures(traded, "sales")
    assert came.rows[0][4] == 3_800_00
    assert "1 orders in USD" in came.notes[0].en


def test_takings_are_what_the_ledger_holds(traded, figures):
    order = a_placed_order(traded, customer_id=a_kept_customer(traded))
    taken = take_payment(traded, order.id, kind="deposit", method="fps", amount=Money(500_00))
    refund(traded, taken.payment_id, Money(100_00), reason="scratched")
    methods = by_label(figures(traded, "takings", "by-method"))
    assert methods["cash"] == (1, 400_00, 0, 400_00)
    assert sum(row[3] for row in methods.values()) == 800_00


def test_one_who_bought_before_is_returning(traded, figures, clock):
    clock.move(days=40)
    later = Period(traded.today(), traded.today())
    a_placed_order(traded, customer_id=a_kept_customer(traded, name="Lau Siu Ming"))
    assert [row[0] for row in figures(traded, "new-customers", period=later).rows] == ["New"]
    assert by_label(figures(traded, "new-customers"))["New"] == (1, 2, 3_500_00)


def test_what_is_owed_is_under_the_age_of_its_day(traded, figures):
    assert [
        band(traded.today() - dt.timedelta(days=n), traded.today())
        for n in (-1, 0, 1, 30, 31, 60, 61, 90, 91)
    ] == [0, 0, 1, 1, 2, 2, 3, 3, 4]
    total = figures(traded, "receivables").rows[0]
    assert sum(total[:-1]) == total[-1]


@pytest.mark.parametrize(("name", "detail"), LEVELS)
def test_every_report_runs_with_nothing_and_with_something(ctx, figures, request, name, detail):
    empty = figures(ctx, name, detail)
    request.getfixturevalue("traded")
    full = figures(ctx, name, detail)
    for came in (empty, full):
        wide = len(came.detail.columns)
        assert all(len(row) == wide for row in came.rows)
        assert set(came.totals) == {c.name for c in came.detail.columns if c.total}


@pytest.mark.parametrize(("name", "detail"), LEVELS)
def test_every_report_says_what_it_is_in_both_languages(name, detail):
    report = reports()[name]
    level = report.detail(detail)
    said = [report.title, report.about, report.formula, level.title]
    said += [column.title for column in level.columns]
    assert all(words.en.strip() and words.zh.strip() for words in said)
    assert len({column.name for column in level.columns}) == len(level.columns)


@pytest.mark.parametrize(("name", "detail"), LEVELS)
def test_sales_staff_are_refused_every_report(sales, figures, name, detail):
    with pytest.raises(Denied):
        figures(sales, name, detail)


def test_a_report_that_is_not_there_names_those_that_are(ctx, figures):
    with pytest.raises(CanFix, match="takings"):
        figures(ctx, "profit")
    with pytest.raises(CanFix, match="by-month"):
        figures(ctx, "sales", "by-moon")


def test_a_report_of_too_many_rows_says_what_to_do(traded, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    with pytest.raises(CanFix, match="shorter period"):
        queries.run(traded, "sales", Asked(detail="lines", period=TODAY))


def test_of_one_branch_only_its_own(traded, figures):
    here = branch_coded(traded, "hk01")
    assert figures(traded, "sales", branch=here).rows[0][0] == 3
    assert figures(traded, "sales", branch=bytes(16)).rows[0][0] == 0
