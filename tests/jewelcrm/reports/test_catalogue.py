"""What each report counts, added up by hand; and that no filter is forgotten anywhere."""

import datetime as dt
from dataclasses import replace

import pytest

from db.tables.orders import order_line, sales_order
from db.tables.people import branch
from jewelcrm.customers.commands import (
    add_note,
    add_wish,
    confirm_consent,
    record_consent,
    set_occasion,
)
from jewelcrm.customers.model.entering import NewOccasion, NewWish
from jewelcrm.errors import CanFix, Denied
from jewelcrm.followups.commands import add, close
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.orders.model import NewDue
from jewelcrm.payments.commands import refund, take_payment
from jewelcrm.reports import queries
from jewelcrm.reports.asking import branch_coded
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, Period
from tests.builders import a_consent, a_kept_customer, a_line, a_phone, a_placed_order
from tests.jewelcrm.reports.conftest import TODAY, needed

LEVELS = [(one.name, level.name) for one in reports().values() for level in one.details]
FILTERED = [
    (one.name, level.name, narrow.name)
    for one in reports().values()
    for level in one.details
    for narrow in one.filters
]
WIDE = Period(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


def by_label(figures):
    return {row[0]: row[1:] for row in figures.rows}


# What may be asked ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "detail", "narrow"), FILTERED)
def test_a_filter_narrows_every_level_of_its_report(busy, figures, name, detail, narrow):
    nothing = needed(busy, name) | {narrow: "no such thing"}
    if name == "customers-for-purpose" and narrow in {"channel", "about"}:
        pytest.skip("decides by the rule of consent, tried below")
    if (name, narrow) == ("statement", "customer"):
        pytest.skip("a number that nobody has is refused, tried below")
    came = figures(busy, name, detail, WIDE, filters=nothing)
    assert sum(came.totals.values()) == 0
    assert not any(cell for row in came.rows for cell in row if isinstance(cell, int))


@pytest.mark.parametrize("number", ["no such thing", "1"])
def test_a_statement_of_a_number_that_nobody_has_is_refused_in_words(busy, figures, number):
    with pytest.raises(CanFix, match="No customer here has the number") as no:
        figures(busy, "statement", "entries", WIDE, filters={"customer": number})
    assert (no.value.field, no.value.values["number"]) == ("filter", number)


@pytest.mark.parametrize(("name", "detail"), LEVELS)
def test_a_filter_that_a_report_does_not_have_is_refused(ctx, figures, name, detail):
    with pytest.raises(CanFix, match="cannot be narrowed"):
        figures(ctx, name, detail, filters=needed(ctx, name) | {"moon": "full"})


@pytest.mark.parametrize("report", [one for one in reports().values() if one.filters])
def test_the_values_of_every_filter_can_be_offered(busy, report):
    for narrow in report.filters:
        offered = queries.choices(busy, report.name, narrow.name)
        assert bool(offered) == bool(narrow.options)
        assert all(value and label for value, label in offered)


def test_who_may_not_run_a_report_is_not_told_its_values_either(sales):
    with pytest.raises(Denied):
        queries.choices(sales, "sales", "staff")


def test_the_values_of_a_filter_give_the_figures_of_their_part(busy, figures):
    whole = figures(busy, "sales", "by-kind")
    repairs = figures(busy, "sales", "by-kind", filters={"kind": "repair"})
    assert repairs.rows == [row for row in whole.rows if row[0] == "repair"]


def test_dates_the_wrong_way_round_are_said_so(ctx, figures):
    with pytest.raises(CanFix, match="before it begins"):
        figures(ctx, "sales", period=Period(dt.date(2026, 11, 2), dt.date(2026, 11, 1)))


def test_a_report_about_one_customer_asks_whose(ctx, figures):
    with pytest.raises(CanFix, match="customer"):
        figures(ctx, "statement", filters={})


@pytest.mark.parametrize(
    ("name", "detail"), [(n, d) for n, d in LEVELS if reports()[n].detail(d).tally]
)
def test_a_long_lists_tally_is_what_its_rows_add_up_to(busy, figures, name, detail):
    a_placed_order(busy, lines=[a_line(unit_price=Money(0))])
    with busy.work("a customer of before") as work:
        first = "SELECT min(id) FROM sales_order WHERE customer_id IS NOT NULL"
        order = work.raw.execute(first).fetchone()[0]
        work.update(sales_order, order, placed_at=dt.datetime(2020, 1, 5, tzinfo=dt.UTC))
    came = figures(busy, name, detail, WIDE)
    columns = came.detail.columns
    assert came.count == len(came.rows) > 0
    assert came.totals == {
        column.name: sum(row[at] or 0 for row in came.rows)
        for at, column in enumerate(columns)
        if column.total
    }


def test_a_branch_that_was_closed_keeps_its_figures_and_is_marked(busy, figures):
    here = branch_coded(busy, "HK01")
    with busy.store.apply(now=busy.clock.now()) as work:
        work.update(branch, here, archived_at=busy.clock.now())
    came = figures(busy, "sales", "by-branch", branch=branch_coded(busy, "hk01"))
    assert came.rows[0][0].endswith("†")
    assert came.as_of[0].branch.endswith("†")
    assert came.totals["orders"] == 4


# What is not in the figures ------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "sales",
        "orders",
        "new-customers",
        "activity",
        "receivables",
        "abnormal-invoices",
        "takings",
        "wishes",
    ],
)
def test_money_in_another_currency_is_said_not_left_out_silently(ctx, figures, name):
    someone = a_kept_customer(ctx)
    add_wish(ctx, someone, NewWish(description="ring", budget=Money(1_00, "USD")))
    order = a_placed_order(
        ctx,
        kind="special",
        customer_id=someone,
        dues=[NewDue("balance", ctx.today(), Money(1_280_00))],
    )
    taken = take_payment(ctx, order.id, kind="deposit", method="cash", amount=Money(1_00))
    assert figures(ctx, name).notes == () or name == "wishes"
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.update(sales_order, order.id, currency="USD")
        work.raw.execute("UPDATE payment_due SET currency = 'USD'")
        work.raw.execute("UPDATE payment SET currency = 'USD' WHERE id = ?", (taken.payment_id,))
    (note,) = figures(ctx, name).notes
    assert "in USD" in note.en
    assert "USD" in note.zh


@pytest.mark.parametrize("name", ["follow-ups", "occasions", "access-log", "distribution"])
def test_a_report_without_money_says_nothing_of_currencies(ctx, figures, name):
    order = a_placed_order(ctx)
    with ctx.work() as work:
        work.update(sales_order, order.id, currency="USD")
    assert figures(ctx, name).notes == ()


# What each counts ----------------------------------------------------------------------------


def test_a_follow_up_is_in_time_by_the_day_of_its_own_season(ctx, figures, clock):
    there = replace(ctx, branch=replace(ctx.branch, time_zone="Europe/London"))
    clock.moment = dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC)
    due = add(there, title="Call", due_on=dt.date(2026, 7, 1))
    clock.moment = dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)  # 00:30 on the 2nd in London
    close(there, due, outcome="reached")
    clock.moment = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)  # no summer time any more
    july = Period(dt.date(2026, 7, 1), dt.date(2026, 7, 31))
    (row,) = figures(there, "follow-ups", "by-outcome", july).rows
    assert row == ("reached", 1, 1, 0, 0, 10_000)


def test_activity_is_contacts_visits_follow_ups_and_orders(busy, figures):
    someone = a_kept_customer(busy)
    add_note(busy, someone, "tried rings", channel="visit")
    add_note(busy, someone, "likes jade", channel="note")
    (row,) = figures(busy, "activity", "by-staff").rows
    assert row[1:5] == (2, 1, 0, 4)
    assert row[5] == 40_000  # four orders to one visit noted


def test_a_statement_runs_from_what_was_before_to_what_is_owed(ctx, figures, clock):
    someone = a_kept_customer(ctx)
    first = a_placed_order(ctx, customer_id=someone, lines=[a_line(unit_price=Money(1_000_00))])
    take_payment(ctx, first.id, kind="deposit", method="cash", amount=Money(400_00))
    clock.move(days=2)
    taken = take_payment(ctx, first.id, kind="balance", method="fps", amount=Money(600_00))
    refund(ctx, taken.payment_id, Money(50_00), reason="scratched")
    day = Period(ctx.today(), ctx.today())
    rows = figures(ctx, "statement", period=day).rows
    assert [row[3:] for row in rows] == [
        ("Balance before", None, None, None, 600_00),
        ("balance", rows[1][4], None, 600_00, 0),
        ("refund", rows[2][4], None, -50_00, 50_00),
    ]


def test_a_statement_is_of_one_person_only(busy, figures):
    other = a_kept_customer(busy, name="Lam Siu Fong")
    a_placed_order(busy, customer_id=other)
    names = {row[1] for row in figures(busy, "statement", period=WIDE).rows}
    assert names == {"Chan Tai Man 陳大文"}


def test_days_of_the_sun_and_of_the_moon_fall_in_their_period(ctx, figures):
    someone = a_kept_customer(ctx, name="Wong Mei Ling")
    set_occasion(ctx, someone, NewOccasion(kind="birthday", year=1990, month=11, day=30))
    moon = NewOccasion(kind="anniversary", calendar="lunar", month=8, day=15)
    set_occasion(ctx, someone, moon)
    november = Period(dt.date(2026, 11, 1), dt.date(2026, 11, 30))
    (row,) = figures(ctx, "occasions", "list", november).rows
    assert (row[0], row[1], row[5]) == ("2026-11-30", "birthday", "36")
    autumn = Period(dt.date(2026, 9, 1), dt.date(2026, 9, 30))
    assert [row[0] for row in figures(ctx, "occasions", "list", autumn).rows] == ["2026-09-25"]


def test_wishes_are_counted_until_they_are_bought(busy, figures):
    assert figures(busy, "wishes", "by-product").rows == [("jade bangle", 1, 1, 8_000_00)]


CONSENTS = {
    "agreed on a form": (a_consent(), True),
    "agreed to mail only": (a_consent(channels=("mail",)), False),
    "agreed by word": (a_consent(source="oral"), False),
    "refused": (a_consent("refused"), False),
}


@pytest.mark.parametrize("answer", CONSENTS)
def test_only_who_agreed_to_the_purpose_is_in_its_list(ctx, figures, answer):
    choice, listed = CONSENTS[answer]
    someone = a_kept_customer(ctx, name="Wong Mei Ling", contacts=(a_phone("91234567"),))
    record_consent(ctx, someone, choice)
    a_kept_customer(ctx, name="Never Asked")
    came = figures(ctx, "customers-for-purpose", "list", filters={"channel": "phone"})
    assert [row[4] for row in came.rows] == (["91234567"] if listed else [])
    counts = by_label(figures(ctx, "customers-for-purpose", "counts"))
    assert counts.get("May be reached", (0,)) == (int(listed),)


def test_a_spoken_consent_counts_once_it_is_confirmed_and_a_withdrawal_at_once(ctx, figures):
    someone = a_kept_customer(ctx)
    (kept,) = record_consent(ctx, someone, a_consent(source="oral"))
    confirm_consent(ctx, kept)
    assert len(figures(ctx, "customers-for-purpose", "list").rows) == 1
    record_consent(ctx, someone, a_consent("withdrawn"))
    assert figures(ctx, "customers-for-purpose", "list").rows == []


def test_who_cannot_be_reached_there_is_in_no_list(ctx, figures):
    record_consent(ctx, a_kept_customer(ctx), a_consent())
    asked = {"channel": "email"}
    assert figures(ctx, "customers-for-purpose", "list", filters=asked).rows == []


def test_problems_of_records_are_counted_and_named(ctx, figures):
    for name in ("Chan", "Lee"):
        a_kept_customer(ctx, name=name, contacts=(a_phone("91234567"),))
    counts = by_label(figures(ctx, "data-quality"))
    assert counts["Same telephone or e-mail as another"] == (2, 10_000)
    assert counts["No telephone"][0] == 0
    (row, _) = figures(ctx, "data-quality", "list").rows
    assert "Never asked about marketing" in row[4]


def test_refusals_and_files_are_in_the_access_log(ctx, sales, figures):
    with pytest.raises(Denied):
        figures(sales, "sales")
    rows = figures(ctx, "access-log", "by-action").rows
    assert ("reports.run", 1, 1, 1) in rows


def test_abnormal_invoices_are_found_rule_by_rule(ctx, figures):
    free = a_placed_order(ctx, lines=[a_line(unit_price=Money(100_00), discount=Money(100_00))])
    paid = a_placed_order(ctx, lines=[a_line(unit_price=Money(100_000_00))])
    taken = take_payment(ctx, paid.id, kind="balance", method="cash", amount=Money(100_000_00))
    refund(ctx, taken.payment_id, Money(10_00), reason="scratched")
    with ctx.work("as head office may leave it") as work:
        work.update(sales_order, free.id, number=paid.number)
        work.raw.execute("UPDATE order_line SET amount_cents = 5 WHERE order_id = ?", (paid.id,))
    cases = by_label(figures(ctx, "abnormal-invoices"))
    assert cases["The same number twice"][0] == 2
    assert cases["A sale that comes to nothing or less"][0] == 1
    assert cases["A discount of more than half"][0] == 1
    assert cases["Cash near the amount that must be reported"][0] == 1
    assert cases["Paid more than it comes to"][0] == 1
    assert "Dated before it was written" not in cases
    assert order_line.name == "order_line"


def test_the_day_end_has_its_first_and_last_receipt(busy, figures):
    rows = figures(busy, "takings", "day-end").rows
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("2026-11-22", "cash", 400_00),
        ("2026-11-22", "fps", 100_00),
    ]
    assert all(row[7] <= row[8] for row in rows)


def test_a_piece_that_waits_for_sixty_days_is_uncollected(ctx, figures, clock):
    order = a_placed_order(ctx, kind="repair")
    for stage in ("confirmed", "in_work", "ready"):
        try:
            move_order(ctx, order.id, stage, reason="test")
        except CanFix:
            continue
    ready = figures(ctx, "orders", "ready").rows
    clock.move(days=61)
    assert len(figures(ctx, "orders", "uncollected").rows) == len(ready)


def test_what_was_asked_again_is_answered_from_memory_until_something_is_written(
    ctx, figures, monkeypatch
):
    a_placed_order(ctx)
    first = figures(ctx, "sales")
    monkeypatch.setattr("jewelcrm.reports.figuring.go_through", None)
    assert figures(ctx, "sales").rows == first.rows
    monkeypatch.undo()
    a_placed_order(ctx)
    assert figures(ctx, "sales").rows[0][0] == 2


def test_what_one_may_not_see_is_not_answered_from_memory(ctx, sales):
    queries.run(ctx, "sales", Asked("summary", TODAY))
    with pytest.raises(Denied):
        queries.run(sales, "sales", Asked("summary", TODAY))


def test_a_list_for_a_purpose_reads_many_people_one_after_the_other(ctx, figures):
    for n in range(6):
        someone = a_kept_customer(ctx, contacts=(a_phone(f"9123450{n}"),))
        record_consent(ctx, someone, a_consent())
    came = figures(ctx, "customers-for-purpose", "list")
    assert sorted(row[4] for row in came.rows) == [f"9123450{n}" for n in range(6)]


def test_the_numbers_of_a_purpose_are_those_of_its_rule_person_by_person(ctx, figures, clock):
    for answers in (
        ["consented"],
        ["consented", "refused"],
        ["refused", "consented"],
        ["consented", "withdrawn", "consented"],
        ["consented"],
    ):
        someone = a_kept_customer(ctx)
        for state in answers:
            clock.move(minutes=1)
            record_consent(ctx, someone, a_consent(state))
    counts = dict(figures(ctx, "customers-for-purpose", "counts").rows)
    assert counts == {
        "May be reached": 4,
        "The customer does not want marketing here.": 1,
    }
    assert len(figures(ctx, "customers-for-purpose", "list").rows) == 4
