"""Every role, every report, every level: what is not granted is denied, also to the last moment."""

import pytest

from db.tables.people import staff
from jewelcrm.errors import CanFix, Denied
from jewelcrm.reports import commands, grants, queries
from jewelcrm.reports.allowed import DEPARTMENTS
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked
from tests.jewelcrm.reports.conftest import TODAY, needed

LEVELS = [(one.name, level.name) for one in reports().values() for level in one.details]


def asked(ctx, name, detail):
    return Asked(detail, TODAY, filters=needed(ctx, name))


def seen(ctx):
    """The levels a person gets figures of, each one tried."""
    got = set()
    for name, detail in LEVELS:
        try:
            queries.run(ctx, name, asked(ctx, name, detail))
        except Denied:
            continue
        got.add((name, detail))
    return got


def listed(ctx):
    return {(one.report.name, level.name) for one in queries.listing(ctx) for level in one.details}


@pytest.fixture
def people(ctx, manager, sales):
    return {"administrator": ctx, "manager": manager, "sales": sales}


@pytest.mark.parametrize("role", ["administrator", "manager", "sales"])
def test_every_role_gets_exactly_what_it_may_and_is_shown_exactly_that(people, role):
    allowed = set(LEVELS) if role != "sales" else set()
    assert seen(people[role]) == listed(people[role]) == allowed


@pytest.mark.parametrize(
    "granted", [("sales", "by-branch"), ("orders", "late"), ("distribution", "by-age")]
)
def test_a_level_granted_to_the_department_opens_that_level_and_no_other(ctx, sales, granted):
    name, detail = granted
    grants.grant(ctx, department="sales", report=name, detail=detail)
    assert seen(sales) == listed(sales) == {granted}
    grants.withdraw(ctx, department="sales", report=name, detail=detail)
    assert seen(sales) == set()


def test_what_another_department_may_see_is_not_for_us_until_we_join_it(ctx, sales):
    grants.grant(ctx, department="marketing", report="distribution", detail="by-age")
    assert seen(sales) == set()
    grants.join_department(ctx, department="marketing", staff_id=sales.staff.id)
    assert seen(sales) == {("distribution", "by-age")}
    assert [one.name for one in grants.members(ctx)] == [sales.staff.name]
    grants.leave_department(ctx, department="marketing", staff_id=sales.staff.id)
    assert seen(sales) == set()


def test_what_one_may_see_may_not_for_that_be_taken_out(ctx, sales, tmp_path):
    grants.grant(ctx, department="sales", report="sales", detail="by-day")
    figures = queries.run(sales, "sales", asked(ctx, "sales", "by-day"))
    with pytest.raises(Denied):
        commands.write(sales, figures, tmp_path / "a.csv", form="csv")
    with pytest.raises(Denied):
        commands.print_pdf(sales, figures)


@pytest.mark.parametrize("change", [{"role": "sales"}, {"active": False}])
def test_a_right_withdrawn_while_the_report_runs_leaves_no_file(ctx, manager, tmp_path, change):
    figures = queries.run(manager, "sales", asked(ctx, "sales", "summary"))
    with ctx.work("right withdrawn") as work:
        work.update(staff, manager.staff.id, **change)
    with pytest.raises(Denied):
        commands.write(manager, figures, tmp_path / "a.csv", form="csv")
    with pytest.raises(Denied):
        queries.run(manager, "sales", asked(ctx, "sales", "summary"))
    assert list(tmp_path.glob("*a.csv*")) == []


def test_granting_twice_is_once_and_withdrawing_what_is_not_there_is_said(ctx):
    for _ in range(2):
        grants.grant(ctx, department="workshop", report="orders", detail="late")
    assert len(grants.grants(ctx)) == 1
    grants.withdraw(ctx, department="workshop", report="orders", detail="late")
    with pytest.raises(CanFix, match="may not see this anyway"):
        grants.withdraw(ctx, department="workshop", report="orders", detail="late")


@pytest.mark.parametrize(
    "wrong",
    [
        {"department": "moon", "report": "orders", "detail": "late"},
        {"department": "sales", "report": "profit", "detail": "late"},
        {"department": "sales", "report": "orders", "detail": "never"},
        {"department": "sales", "report": "orders", "detail": ""},
    ],
)
def test_only_what_there_is_can_be_granted(ctx, wrong):
    with pytest.raises(CanFix):
        grants.grant(ctx, **wrong)


def test_sales_staff_grant_nothing(sales):
    with pytest.raises(Denied):
        grants.grant(sales, department="sales", report="orders", detail="late")
    with pytest.raises(Denied):
        grants.grants(sales)


def test_what_is_granted_and_withdrawn_is_in_the_audit_log(ctx):
    grants.grant(ctx, department="sales", report="orders", detail="late")
    grants.withdraw(ctx, department="sales", report="orders", detail="late")
    with ctx.read() as conn:
        noted = conn.exec_driver_sql(
            "SELECT action, reason FROM audit_log WHERE action LIKE 'reports.%' ORDER BY seq"
        ).all()
    assert noted == [
        ("reports.granted", "sales: orders/late"),
        ("reports.withdrawn", "sales: orders/late"),
    ]


def test_a_grant_of_another_branch_is_not_ours(ctx, sales):
    grants.grant(ctx, department="sales", report="orders", detail="late")
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE report_grant SET branch_id = ?", (bytes(16),))
    assert seen(sales) == set()


def test_departments_are_named_in_both_languages():
    assert all(words.en and words.zh for words in DEPARTMENTS.values())
