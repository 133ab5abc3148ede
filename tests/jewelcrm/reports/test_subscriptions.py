"""Reports that prepare themselves: in time, once a turn, with the rights of who wants them."""

import datetime as dt

import pytest

from db.tables.people import staff
from jewelcrm.errors import CanFix, Denied
from jewelcrm.reports import subscriptions
from jewelcrm.reports.model import Asked
from jewelcrm.reports.subscriptions import (
    of_mine,
    paper,
    prepare_due,
    prepared,
    printed,
    subscribe,
    to_print,
    turn_of,
    unsubscribe,
)
from tests.jewelcrm.reports.conftest import TODAY


def a_subscription(ctx, name="sales", detail="by-day", every="daily", **more):
    return subscribe(ctx, name, Asked(detail, TODAY), every=every, **more)


@pytest.mark.parametrize(
    ("every", "days", "papers"),
    [("opening", 10, 10), ("daily", 10, 10), ("weekly", 15, 3), ("monthly", 40, 2)],
)
def test_each_turn_makes_one_paper_however_often_one_opens(ctx, clock, every, days, papers):
    a_subscription(ctx, every=every)
    for _ in range(days):
        prepare_due(ctx)
        assert prepare_due(ctx) == 0
        clock.move(days=1)
    assert len(prepared(ctx)) == papers


def test_a_pc_that_was_off_makes_the_last_turn_only(ctx, clock):
    a_subscription(ctx)
    clock.move(days=30)
    assert prepare_due(ctx) == 1


def test_the_paper_is_about_the_days_before_and_counts_as_read_once_looked_at(traded, clock):
    a_subscription(traded)
    clock.move(days=1)
    prepare_due(traded)
    (one,) = prepared(traded)
    assert (one.rows, one.ready, one.read_at) == (1, True, None)
    assert paper(traded, one.id).startswith(b"%PDF")
    assert prepared(traded)[0].read_at == clock.now()


def test_only_thirty_papers_are_kept(ctx, clock, monkeypatch):
    monkeypatch.setattr(subscriptions, "KEPT", 3)
    a_subscription(ctx)
    for _ in range(5):
        prepare_due(ctx)
        clock.move(days=1)
    turns = [one.turn for one in prepared(ctx)]
    assert turns == ["2026-11-26", "2026-11-25", "2026-11-24"]


def test_one_sees_and_ends_ones_own_only(ctx, manager):
    mine = a_subscription(ctx)
    assert of_mine(manager) == ()
    with pytest.raises(CanFix, match="not yours"):
        unsubscribe(manager, mine)
    prepare_due(ctx)
    assert prepared(manager) == ()
    with pytest.raises(CanFix):
        paper(manager, prepared(ctx)[0].id)
    unsubscribe(ctx, mine)
    assert (of_mine(ctx), prepared(ctx)) == ((), ())


def test_names_need_a_purpose(ctx):
    with pytest.raises(CanFix, match="needed for"):
        a_subscription(ctx, detail="lines")
    a_subscription(ctx, detail="lines", purpose="month end")


def test_what_is_to_be_printed_waits_until_it_was_and_is_counted(traded, clock):
    a_subscription(traded, detail="lines", deliver="print", purpose="month end")
    clock.move(days=1)
    prepare_due(traded)
    (one,) = to_print(traded)
    assert printed(traded, one.id).startswith(b"%PDF")
    assert to_print(traded) == ()
    with traded.read() as conn:
        book = conn.exec_driver_sql("SELECT what, counted, outcome FROM extraction").all()
    assert book == [("sales/lines", 3, "done")]


def test_once_the_right_is_gone_nothing_is_prepared_nor_shown(ctx, manager, clock):
    a_subscription(manager)
    prepare_due(manager)
    (one,) = prepared(manager)
    with ctx.work("right withdrawn") as work:
        work.update(staff, manager.staff.id, role="sales")
    with pytest.raises(Denied):
        paper(manager, one.id)
    clock.move(days=1)
    prepare_due(manager)
    newest = prepared(manager)[0]
    assert (newest.ready, "not allowed" in newest.problem) == (False, True)


def test_a_paper_that_names_an_erased_customer_is_taken_back(traded, clock):
    a_subscription(traded, detail="lines", purpose="month end")
    a_subscription(traded, detail="by-day")
    clock.move(days=1)
    prepare_due(traded)
    with traded.store.apply(now=clock.now()) as work:
        (who,) = work.raw.execute("SELECT id FROM customer LIMIT 1").fetchone()
        work.raw.execute("DELETE FROM customer WHERE id = ?", (who,))
    assert sorted((one.personal, one.ready) for one in prepared(traded)) == [
        (False, True),
        (True, False),
    ]


def test_sales_staff_subscribe_to_nothing(sales):
    with pytest.raises(Denied):
        a_subscription(sales)


@pytest.mark.parametrize("wrong", [{"every": "hourly"}, {"deliver": "pigeon"}, {"name": "profit"}])
def test_what_there_is_not_is_refused(ctx, wrong):
    with pytest.raises(CanFix):
        a_subscription(ctx, **wrong)


def test_a_turn_is_known_by_its_first_day():
    sunday = dt.date(2026, 11, 22)
    assert turn_of("daily", sunday) == "2026-11-22"
    assert turn_of("weekly", sunday) == "2026-11-16"
    assert turn_of("monthly", sunday) == "2026-11-01"
