"""Departments are granted reports level by level, by mouse or by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jewelcrm.reports.grants import Grant, grant, grants, join_department, members
from tests.ui.reports.test_prepared import opened
from ui.reports.grants import Grants


@pytest.fixture
def dialog(page, calm):
    page.grants.click()
    calm()
    return opened(Grants)


def line_of(ticks, key):
    return next(one for one in ticks._lines() if one.data(0, int(Qt.ItemDataRole.UserRole)) == key)


def ticked(ticks):
    role = int(Qt.ItemDataRole.UserRole)
    return {
        one.data(0, role) for one in ticks._lines() if one.checkState(0) == Qt.CheckState.Checked
    }


def test_levels_of_several_departments_are_ticked_and_kept_together(dialog, calm, traded):
    dialog.department.choose("marketing")
    dialog._show()
    line_of(dialog.levels, "distribution/by-age").setCheckState(0, Qt.CheckState.Checked)
    dialog.department.choose("accounts")
    dialog._show()
    assert ticked(dialog.levels) == set()
    line_of(dialog.levels, "takings/by-day").setCheckState(0, Qt.CheckState.Checked)
    dialog.save()
    calm()
    assert set(grants(traded)) == {
        Grant("marketing", "distribution", "by-age"),
        Grant("accounts", "takings", "by-day"),
    }


def test_what_is_granted_stands_ticked_and_is_withdrawn_by_unticking(page, calm, traded):
    grant(traded, department="sales", report="sales", detail="by-day")
    page.grants.click()
    calm()
    dialog = opened(Grants)
    assert ticked(dialog.levels) == {"sales/by-day"}
    line_of(dialog.levels, "sales/by-day").setCheckState(0, Qt.CheckState.Unchecked)
    dialog.save()
    calm()
    assert grants(traded) == ()


def test_sales_staff_belong_to_sales_by_their_role_and_others_are_put_into_it(
    dialog, calm, traded, sales
):
    ann = sales.staff.id.hex()
    assert line_of(dialog.people, ann).isDisabled()
    assert ann in ticked(dialog.people)
    dialog.department.choose("workshop")
    dialog._show()
    line_of(dialog.people, ann).setCheckState(0, Qt.CheckState.Checked)
    dialog.save()
    calm()
    assert [(one.department, one.name) for one in members(traded)] == [
        ("workshop", sales.staff.name)
    ]


def test_who_left_a_department_is_unticked(page, calm, traded, sales):
    join_department(traded, department="workshop", staff_id=sales.staff.id)
    page.grants.click()
    calm()
    dialog = opened(Grants)
    dialog.department.choose("workshop")
    dialog._show()
    line_of(dialog.people, sales.staff.id.hex()).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.save()
    calm()
    assert members(traded) == ()


def test_a_level_is_reached_and_ticked_by_keys_alone(dialog, calm, traded):
    ticks = dialog.levels
    ticks.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(ticks, key)
    assert ticked(ticks) == {"abnormal-invoices/by-rule"}
    QTest.keyClick(ticks, Qt.Key.Key_Return)
    assert ticked(ticks) == set()
    QTest.keyClick(ticks, Qt.Key.Key_Return)
    dialog.save()
    calm()
    assert [one.report for one in grants(traded)] == ["abnormal-invoices"]


def test_only_who_may_grant_is_offered_the_window(page, sales):
    assert page.grants.isVisible()
    assert not sales.allows("reports.grant")


def test_levels_that_name_people_say_so(dialog):
    assert "Personal data" in line_of(dialog.levels, "sales/lines").text(0)
    assert "Personal data" not in line_of(dialog.levels, "sales/by-day").text(0)
