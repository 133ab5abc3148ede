"""The page Follow-ups and its dialogs."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers.commands import quick_add
from jewelcrm.followups import commands, queries
from jewelcrm.people.queries import everyone
from tests.ui.customers.scene import amy, dialog, press, reads, words_in
from ui.followups.add import AddFollowUp
from ui.followups.assign import AssignFollowUp
from ui.followups.close import CloseFollowUp
from ui.followups.page import FollowUpsPage
from ui.followups.row import Deed, TaskRow
from ui.shell.window import Window
from ui.widgets import Button


@pytest.fixture
def page(window: Window, ctx: Context, qtbot: QtBot) -> FollowUpsPage:
    """One task due, one coming, one put off."""
    day, known = ctx.today(), amy(ctx)
    commands.add(ctx, title="Call about the bangle", due_on=day, customer_id=known)
    commands.add(ctx, title="Ask for a review", due_on=day + dt.timedelta(days=5))
    off = commands.add(ctx, title="Send photographs", due_on=day)
    commands.snooze(ctx, off, until=day + dt.timedelta(days=2), reason="She is abroad")
    window.open("followups", {})
    return window.sheet.page()


def test_the_list_begins_with_what_is_due_now(page: FollowUpsPage, qtbot: QtBot) -> None:
    reads(qtbot, page, "Call about the bangle", "Due today")
    assert "Ask for a review" not in words_in(page)


def test_each_standing_has_its_chip(page: FollowUpsPage, qtbot: QtBot) -> None:
    press(page.shows, "Coming")
    reads(qtbot, page, "Ask for a review", "in 5 days")

    press(page.shows, "Put off")
    reads(qtbot, page, "Send photographs", "put off: She is abroad")

    press(page.shows, "Overdue")
    reads(qtbot, page, "Nothing here")


def test_a_rule_shows_its_name(page: FollowUpsPage, ctx: Context, qtbot: QtBot) -> None:
    quick_add(ctx, phone="9777 6666", name="Wong Siu Ming")
    press(page.shows, "Coming")

    reads(qtbot, page, "Wong Siu Ming", "Welcome a new customer")


def _only_customer(ctx: Context) -> bytes:
    from jewelcrm.customers.queries import ids

    return ids(ctx)[0]


def test_a_follow_up_is_added_for_a_customer_who_is_searched_for(
    page: FollowUpsPage, ctx: Context, qtbot: QtBot
) -> None:
    press(page, "New follow-up")
    form = dialog(qtbot, AddFollowUp)
    form.what.set_text("Show the new pearls")
    form.customer.set_text("9123")
    qtbot.waitUntil(lambda: form.customer.list.count() == 1, timeout=8000)
    form.customer.list.itemClicked.emit(form.customer.list.item(0))
    press(form.soon, "Today")

    form.save()

    reads(qtbot, page, "Show the new pearls")
    added = queries.of_customer(ctx, _only_customer(ctx))
    assert "Show the new pearls" in [one.title for one in added]


def test_an_empty_task_is_refused_and_the_day_typed_stays(
    page: FollowUpsPage, qtbot: QtBot
) -> None:
    press(page, "New follow-up")
    form = dialog(qtbot, AddFollowUp)
    form.due_on.edit.setText("24/12/2026")

    form.save()
    qtbot.waitUntil(form.what.wrong.isVisible, timeout=8000)

    assert form.due_on.text() == "24/12/2026"


def test_it_is_closed_with_an_outcome_and_a_word(
    page: FollowUpsPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    reads(qtbot, page, "Call about the bangle")
    one = page.shown[0]
    window.desk.open("followups.close", followup=one)
    form = dialog(qtbot, CloseFollowUp)
    press(form.outcome, "Made an appointment")
    form.note.set_text("Saturday at three")

    form.save()

    qtbot.waitUntil(lambda: queries.one(ctx, one.id).standing == "done", timeout=8000)
    closed = queries.one(ctx, one.id)
    assert (closed.outcome, closed.outcome_note) == ("appointment", "Saturday at three")


def test_the_keyboard_goes_on_with_the_next_row_when_one_is_closed(
    page: FollowUpsPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    for what in ("Polish the bangle", "Weigh the gold", "Write to the workshop", "Ring her son"):
        commands.add(ctx, title=what, due_on=ctx.today())
    qtbot.waitUntil(lambda: len(_rows(page)) == len(page.shown) == 5)
    second, third = (row.accessibleName() for row in _rows(page)[1:3])
    _rows(page)[1].setFocus()

    window.desk.open("followups.close", followup=page.shown[1])
    form = dialog(qtbot, CloseFollowUp)
    press(form.outcome, "Reached")
    form.save()

    qtbot.waitUntil(lambda: len(_rows(page)) == 4 and window.focusWidget() is not None)
    held = window.focusWidget()
    assert isinstance(held, TaskRow)
    assert held.accessibleName() == third != second


def test_the_keyboard_stays_on_its_row_when_the_list_changes(
    page: FollowUpsPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    reads(qtbot, page, "Call about the bangle")
    name = _rows(page)[0].accessibleName()
    _rows(page)[0].setFocus()

    commands.add(ctx, title="A colleague's came meanwhile", due_on=ctx.today())

    qtbot.waitUntil(lambda: len(_rows(page)) == 2 and window.focusWidget() is not None)
    assert window.focusWidget().accessibleName() == name


def test_the_keyboard_stays_on_the_page_when_the_list_is_done(
    page: FollowUpsPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    reads(qtbot, page, "Call about the bangle")
    _rows(page)[0].setFocus()

    commands.close(ctx, page.shown[0].id, outcome="reached")

    qtbot.waitUntil(lambda: not _rows(page) and window.focusWidget() is not None)
    assert page.isAncestorOf(window.focusWidget())


def test_the_first_button_is_as_wide_in_every_row(qtbot: QtBot) -> None:
    every = [Deed(name, "check", "", lambda: None) for name in ("Outcome", *"abcd")]
    widths = set()
    for deeds in (every[:3], every[:4], every):
        row = TaskRow("Call", "tomorrow", deeds)
        qtbot.addWidget(row)
        row.resize(600, 90)
        row.show()
        widths.add(row.findChild(Button).width())

    assert len(widths) == 1


def _rows(page: FollowUpsPage) -> list[TaskRow]:
    items = [page._rows.itemAt(place) for place in range(page._rows.count())]
    return [item.widget() for item in items]


def test_it_is_given_to_a_colleague(
    page: FollowUpsPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    reads(qtbot, page, "Call about the bangle")
    one = page.shown[0]
    ann = next(person for person in everyone(ctx) if person.login == "ann")
    window.desk.open("followups.assign", followup=one)
    form = dialog(qtbot, AssignFollowUp)
    form.who.choose(ann.id.hex())

    form.save()

    reads(qtbot, page, "for Ann Lee")
    press(page.whose, "Mine")
    reads(qtbot, page, "Nothing here")


def test_a_new_task_of_mine_is_unread_until_it_is_marked(
    window: Window, ctx: Context, manager: Context, qtbot: QtBot
) -> None:
    mine = commands.add(manager, title="Order boxes", due_on=ctx.today(), assignee_id=ctx.staff.id)
    window.open("followups", {"show": "unread"})
    page = window.sheet.page()
    reads(qtbot, page, "Order boxes")

    press(page, "All read")

    qtbot.waitUntil(lambda: queries.one(ctx, mine).seen, timeout=8000)
    reads(qtbot, page, "Nothing here")
