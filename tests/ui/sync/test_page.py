"""The pill in the top bar and the page Head office."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.sync.model import Notice
from jewelcrm.sync.service import LineState
from jewelcrm.sync.sixwords import of_this_pc
from tests.builders import a_kept_customer
from tests.conftest import SetClock
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import dialog, press, reads, words_in
from tests.ui.sync import scene
from ui import i18n
from ui.customers.filling import busy
from ui.help import book
from ui.shell.window import Window
from ui.sync import words
from ui.sync.drop import Drop
from ui.sync.mend import Mend
from ui.sync.notices import notice_words
from ui.sync.page import SyncPage
from ui.sync.rows import SyncRow
from ui.sync.state import _left
from ui.widgets import Button, Pill


def pill_says(qtbot: QtBot, window: Window, text: str) -> None:
    line = window.sheet.top.line
    window.desk.line.look()
    qtbot.waitUntil(lambda: line.text() == text, timeout=8000)
    assert text in line.accessibleName()
    assert not line.icon().isNull()


def opened(window: Window) -> SyncPage:
    window.desk.line.look()
    window.open("sync", {})
    page = window.sheet.page()
    assert isinstance(page, SyncPage)
    return page


def test_a_shop_that_stands_alone_has_no_pill(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.line.status is not None)
    assert not window.sheet.top.line.isVisible()


def test_the_words_of_a_shop_that_stands_alone_stay_together_at_the_top(
    window: Window, qtbot: QtBot
) -> None:
    page = opened(window)
    qtbot.waitUntil(lambda: page.state.isVisible() and not page.sheet.isVisible())

    def together() -> bool:
        words = page.state.geometry()
        return words.top() < 100 and words.height() <= page.state.sizeHint().height() + 8

    qtbot.waitUntil(together, timeout=4_000)
    assert page.height() > 2 * page.state.height()


def test_on_line_is_said(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    scene.all_sent(ctx)
    pill_says(qtbot, window, "On line")


def test_off_line_says_how_much_waits_and_since_when(
    window: Window, ctx: Context, clock: SetClock, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    scene.all_sent(ctx)
    a_kept_customer(ctx)
    a_kept_customer(ctx)
    clock.move(minutes=30)
    pill_says(qtbot, window, "Off line · 2 to send · since 12:00")


def test_what_one_press_saved_waits_as_one_in_the_pill_and_on_the_page(
    window: Window, ctx: Context, clock: SetClock, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    scene.all_sent(ctx)
    a_kept_customer(ctx)
    clock.move(minutes=30)

    pill_says(qtbot, window, "Off line · 1 to send · since 12:00")

    status = window.desk.line.status
    assert status is not None
    assert status.pending > 1  # a row each for her name, her phone, her consent
    assert opened(window).state.pending.value.text() == "1 change"


def test_the_first_copy_is_told_in_percent(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    scene.first_copy(ctx, 43, 100)
    pill_says(qtbot, window, "First copy 43 %")


@pytest.mark.parametrize("copied", [(0, 0, ""), (43, 100, "43 %  ·  43 of 100 records  ·  ")])
def test_a_first_copy_without_a_line_is_said_to_wait(
    window: Window, ctx: Context, qtbot: QtBot, copied: tuple[int, int, str]
) -> None:
    done, total, told = copied
    scene.enrol(ctx, minutes_ago=30)
    scene.first_copy(ctx, done, total)
    state = opened(window).state
    waits = f"{told}The first copy waits for the line to head office."
    qtbot.waitUntil(lambda: state.copied.text() == waits)
    assert state.copy.isHidden() == (total == 0)


def test_what_must_be_looked_at_is_said(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    scene.a_conflict(ctx, a_kept_customer(ctx))
    pill_says(qtbot, window, "Needs attention")


def test_a_pc_that_was_taken_off_says_so(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx, state="revoked")
    pill_says(qtbot, window, "Taken off by head office")
    reads(qtbot, opened(window), "Head office has taken this PC off")


def test_a_press_on_the_pill_opens_the_page(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    scene.all_sent(ctx)
    pill_says(qtbot, window, "On line")
    window.sheet.top.line.click()
    assert isinstance(window.sheet.page(), SyncPage)
    reads(qtbot, window.sheet.page(), "14 days left", "Nobody changed the same thing twice")


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("update", "This program is too old for head office"),
        ("untrusted", "Somebody stands between this PC and head office"),
        ("disk_full", "Head office has no room on its disk"),
        ("closed", "Head office has closed this branch"),
    ],
)
def test_each_trouble_has_its_sentence(
    window: Window, ctx: Context, qtbot: QtBot, trouble: str, said: str
) -> None:
    scene.enrol(ctx)
    window.desk.line.hear(LineState("refused", trouble))
    reads(qtbot, opened(window), said)


@pytest.mark.parametrize("trouble", ["waiting", "back"])
def test_while_head_office_compares_the_six_words_they_stand_on_the_page(
    window: Window, ctx: Context, qtbot: QtBot, trouble: str
) -> None:
    scene.enrol(ctx)
    window.desk.line.hear(LineState("refused", trouble))
    reads(qtbot, opened(window), of_this_pc(ctx))
    assert len(of_this_pc(ctx).split()) == 6
    window.desk.line.hear(LineState("on_line"))
    qtbot.waitUntil(lambda: not opened(window).state.six.isVisible())


def test_each_trouble_opens_the_help_at_its_section() -> None:
    pages = [words._about(why) for why in {**words._STOPS, **words._TROUBLES}]
    named = [page.partition("#") for page in pages if "#" in page]
    assert len(named) >= 10
    assert not [title for name, _, title in named if not book.section(name, title)]


def test_a_full_disk_is_explained_where_it_is_told(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    window.desk.line.hear(LineState("refused", "disk_full_here"))
    page = opened(window)
    reads(qtbot, page, "This PC's disk is full")

    with qtbot.waitSignal(window.desk.helpWanted) as asked:
        press(page, "What this means")

    assert asked.args == ["sync#A disk is full"]


def test_a_week_without_head_office_says_whom_to_call(
    window: Window, ctx: Context, clock: SetClock, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    clock.move(days=7)
    reads(qtbot, opened(window), "Head office has not answered for 7 days", "7 days left")


def test_a_clock_ten_years_off_is_told(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    off = int(dt.timedelta(days=3660).total_seconds() * 1000)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE sync_state SET clock_offset = ?", (-off,))
    reads(qtbot, opened(window), "The clock of this PC is 10 years fast", "3,674 days left")


def test_both_values_are_shown_and_one_click_swaps_them(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.a_conflict(ctx, customer)
    page = opened(window)
    reads(qtbot, page, "Chan Tai Man", "Chan Dai Man", "Mei Chan  ·  11:55", "For a manager")

    press(page, "Use the other value")

    reads(qtbot, page, "Nobody changed the same thing twice")
    assert _name(ctx, customer) == "Chan Dai Man"


def test_keeping_leaves_what_stands(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.a_conflict(ctx, customer)
    page = opened(window)
    reads(qtbot, page, "Chan Dai Man")

    press(page, "Keep what stands")

    reads(qtbot, page, "Nobody changed the same thing twice")
    assert _name(ctx, customer) == "Chan Tai Man"


def test_a_branch_that_wrote_too_is_named(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    other = scene.a_branch(ctx, "HK02", "Mong Kok")
    scene.a_conflict(ctx, a_kept_customer(ctx), other_branch_id=other)
    reads(qtbot, opened(window), "Mong Kok changed “Name” at 10:25")


def test_sales_see_but_have_no_buttons(
    open_window: OpenWindow, sales: Context, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    scene.a_conflict(ctx, a_kept_customer(ctx))
    window, _ = open_window(sales)
    page = opened(window)
    reads(qtbot, page, "Chan Dai Man")
    with pytest.raises(AssertionError):
        press(page, "Use the other value")


def test_put_aside_work_is_mended_with_the_form(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.an_aside(ctx, scene.a_new_note(ctx, customer, "Likes ruby"), customer_id=customer)
    page = opened(window)
    reads(qtbot, page, "One of the values is not possible.", "Likes ruby")

    press(page, "Mend and send…")
    form = dialog(qtbot, Mend)
    assert isinstance(form, Mend)
    form.fields[0, "body"].set_text("Likes rubies")
    assert (0, "channel") not in form.fields  # a word out of a list is told, not typed
    form.save()

    reads(qtbot, page, "Nothing was put aside")
    with ctx.read() as conn:
        notes = conn.exec_driver_sql("SELECT body FROM note").scalars().all()
    assert "Likes rubies" in notes


def test_a_value_that_is_too_long_is_told_shortened_and_marked_in_the_form(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    wish = scene.a_new_note(ctx, customer, "") | {"t": "wish"}
    wish["set"] = {
        "customer_id": customer.hex(),
        "description": "Jade bangles. " * 1_000,
        "state": "open",
        "branch_id": ctx.branch.id.hex(),
        "created_at": 1,
    }
    scene.an_aside(ctx, wish, customer_id=customer)
    page = opened(window)
    reads(qtbot, page, "(14,000 characters)")
    assert len(words_in(page)) < 2_000

    press(page, "Mend and send…")
    form = dialog(qtbot, Mend)
    assert isinstance(form, Mend)
    what = form.fields[0, "description"]
    assert what.wrong.text() == "These are 14,000 characters; there is room for 300. Shorten it."
    what.set_text("Jade bangles")
    assert what.wrong.isHidden()
    form.save()
    reads(qtbot, page, "Nothing was put aside")


def test_words_of_a_list_in_work_that_was_put_aside_are_in_her_language(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    i18n.use("zh_HK")
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.an_aside(ctx, scene.a_new_note(ctx, customer, "Note"), customer_id=customer)
    reads(qtbot, opened(window), "途徑：備註", "內容：Note")  # what she typed stays as it is


def test_giving_up_needs_a_reason(window: Window, ctx: Context, qtbot: QtBot) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.an_aside(ctx, scene.a_new_note(ctx, customer, "Likes ruby"))
    page = opened(window)
    reads(qtbot, page, "Likes ruby")

    press(page, "Give it up…")
    question = dialog(qtbot, Drop)
    assert isinstance(question, Drop)
    question.save()
    reads(qtbot, question, "Say in a few words why it is given up.")
    question.reason.set_text("Written anew")
    question.save()

    reads(qtbot, page, "Nothing was put aside")


def test_the_keyboard_goes_on_with_the_next_row_when_one_is_given_up(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    for text in ("Likes ruby", "Likes jade", "Likes pearls"):
        scene.an_aside(ctx, scene.a_new_note(ctx, customer, text))
    page = opened(window)
    reads(qtbot, page, "Likes ruby", "Likes jade", "Likes pearls")
    first, second, _third = page.lists["asides"].findChildren(SyncRow)
    told = second.accessibleName()
    button = next(one for one in first.findChildren(Button) if one.text().startswith("Give"))
    button.setFocus()
    button.click()
    question = dialog(qtbot, Drop)
    assert isinstance(question, Drop)
    question.reason.set_text("Written anew")
    question.save()

    qtbot.waitUntil(lambda: len(page.found.asides) == 2 and not busy())
    held = window.focusWidget()
    assert isinstance(held, SyncRow)
    assert held.accessibleName() == told
    assert held is page.lists["asides"].rows.itemAt(0).widget()


def test_a_notice_is_told_in_a_sentence_and_read(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.a_notice(ctx, "opened", customer, who="Wing Lau", branch="Mong Kok", reason="repair")
    page = opened(window)
    reads(qtbot, page, "Wing Lau (Mong Kok) opened the card of Chan Tai Man.", "A repair")

    press(page, "Read")

    reads(qtbot, page, "No notices")


def test_a_notice_about_a_masked_name_ends_with_one_full_stop() -> None:
    when, params = (
        dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
        {"who": "Wing Lau", "branch": "Mong Kok"},
    )
    masked = Notice(bytes(16), "opened", None, None, "L. M. L.", when, params)
    assert notice_words(masked) == "Wing Lau (Mong Kok) opened the card of L. M. L."


def test_rows_are_walked_with_the_arrows(window: Window, ctx: Context, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    from ui.sync.rows import SyncRow

    scene.enrol(ctx)
    for _ in range(3):
        scene.a_conflict(ctx, a_kept_customer(ctx))
    page = opened(window)

    def rows_seen() -> list[SyncRow]:
        return [row for row in page.findChildren(SyncRow) if row.isVisible()]

    qtbot.waitUntil(lambda: len(rows_seen()) == 3, timeout=8000)
    rows = rows_seen()
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.waitUntil(rows[1].hasFocus)
    assert words_in(rows[1])


def a_home_branch(ctx: Context, customer: bytes, branch: bytes) -> dict[str, object]:
    """Her home branch, written by hand."""
    values = {"set": {"branch_id": branch.hex()}, "old": {"branch_id": ctx.branch.id.hex()}}
    return {"t": "customer", "id": customer.hex(), "op": "U", "base": 1, **values}


def test_a_home_branch_that_was_refused_is_told_and_can_only_be_given_up(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer, central = a_kept_customer(ctx), scene.a_branch(ctx, "HK03", "Central")
    op = a_home_branch(ctx, customer, central)
    scene.an_aside(ctx, op, customer_id=customer, why="not_yours")
    page = opened(window)
    reads(
        qtbot,
        page,
        f"Home branch: {ctx.branch.name} → Central",
        "Nothing of it can be mended here: give it up.",
        "The home branch is changed by moving the customer",
    )
    press(page, "Give it up…")
    dialog(qtbot, Drop)
    with pytest.raises(AssertionError):
        press(page, "Mend and send…")


def test_whose_a_record_is_is_told_in_the_form_and_not_typed(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.an_aside(ctx, scene.a_new_note(ctx, customer, "Likes ruby"), customer_id=customer)
    page = opened(window)
    reads(qtbot, page, "Customer: Chan Tai Man", f"Branch: {ctx.branch.name}")
    press(page, "Mend and send…")
    form = dialog(qtbot, Mend)
    assert isinstance(form, Mend)
    reads(qtbot, form, "Customer: Chan Tai Man")
    assert (0, "customer_id") not in form.fields


def test_sales_are_told_who_settles_what_was_put_aside(
    open_window: OpenWindow, sales: Context, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx)
    scene.an_aside(ctx, scene.a_new_note(ctx, customer, "Likes ruby"), customer_id=customer)
    window, _ = open_window(sales)
    page = opened(window)
    reads(qtbot, page, "Likes ruby", "What stands below is settled by a manager.")
    (row,) = page.lists["asides"].findChildren(SyncRow)
    assert [pill.text() for pill in row.findChildren(Pill)] == ["For a manager"]


def test_the_home_branch_reads_that_the_customer_was_served_there(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    told = {"who": "Wing Lau", "branch": "Mong Kok", "reason": "service_here"}
    scene.a_notice(ctx, "opened", a_kept_customer(ctx), **told)
    reads(qtbot, opened(window), "The customer was being served there")


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (dt.timedelta(days=14, seconds=-5), "14 days left"),
        (dt.timedelta(days=2, hours=11), "2 days left"),
        (dt.timedelta(days=1, hours=13), "2 days left"),
        (dt.timedelta(days=1), "1 day left"),
        (dt.timedelta(hours=23, minutes=59), "23 hours left"),
        (dt.timedelta(hours=1, minutes=40), "1 hour left"),
        (dt.timedelta(0), "0 hours left"),
    ],
)
def test_time_off_line_is_told_to_the_nearest_day_and_never_too_long_in_the_last(
    left: dt.timedelta, words: str
) -> None:
    assert _left(left) == words


def _name(ctx: Context, customer: bytes) -> str:
    with ctx.read() as conn:
        found = conn.exec_driver_sql("SELECT name FROM customer WHERE id = ?", (customer,))
        return str(found.scalar())
