"""The card: what she wants today, notes, history with undo, the list beside it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.types import new_id
from jewelcrm.context import Context
from jewelcrm.customers import commands, queries
from jewelcrm.customers.model import NewPreference
from jewelcrm.customers.rules.consent import ConsentChoice
from jewelcrm.errors import CanFix
from jewelcrm.followups import commands as followups
from jewelcrm.followups.queries.lists import open as open_followups
from tests.builders import a_line, a_placed_order
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import a_repair, amy, card_of, dialog, press, reads, words_in
from ui import i18n
from ui.customers.card import acting
from ui.customers.evidence import EvidencePreview
from ui.customers.page import CustomersPage
from ui.customers.wish import WishDialog
from ui.shell.window import Window
from ui.widgets import IconButton


def test_the_card_says_what_she_wants_today(window: Window, ctx: Context, qtbot: QtBot) -> None:
    known = amy(ctx)
    a_repair(ctx, known, ready=True)

    panel = card_of(window, qtbot, known)

    reads(
        qtbot,
        panel.wants,
        "Ready: Resize 18K ring 14 to 13",
        "HK$480.00 to pay",
        "Birthday in 9 days",
        "Jade bangle, 56 mm",
    )
    reads(qtbot, panel.head, "Ms Chan Tai Man", "+852 9123 4567", "Allergic: Nickel")


def test_one_click_on_a_balance_takes_the_payment(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = amy(ctx)
    order = a_repair(ctx, known, ready=True)
    panel = card_of(window, qtbot, known)
    reads(qtbot, panel.wants, "HK$480.00 to pay")
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(window.desk, "open", lambda page, **where: opened.append((page, where)))

    press(panel.wants, "Payment")

    assert opened == [("payments.take", {"order_id": order})]


def test_a_tab_that_is_pressed_comes_up_to_where_it_can_be_read(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    panel = card_of(window, qtbot, amy(ctx))
    bar = panel._scroll.verticalScrollBar()
    assert bar.value() == 0

    panel.tabs.button("notes").click()

    def in_sight() -> bool:
        tabs = panel.tabs.mapTo(panel, panel.tabs.rect().topLeft()).y()
        return 0 < tabs < 40 and panel.page("notes").isVisible()

    qtbot.waitUntil(in_sight, timeout=8_000)
    panel.tabs.button("payments").click()
    qtbot.waitUntil(lambda: panel.page("payments").isVisible())
    qtbot.waitUntil(lambda: 0 < panel.tabs.mapTo(panel, panel.tabs.rect().topLeft()).y() < 40)


def test_a_customer_who_left_while_her_card_stood_open_is_no_fault(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = card_of(window, qtbot, amy(ctx))
    failed: list[Exception] = []
    monkeypatch.setattr(window.desk, "fail", failed.append)
    gone = CanFix("This customer is not here. Search again.")

    panel._failed(gone)
    assert not failed
    assert panel.customer_id is None

    panel.customer_id = new_id()  # asked for by a link that is too old
    panel._failed(gone)
    assert failed == [gone]


def test_every_system_shows_her_ring_size(window: Window, ctx: Context, qtbot: QtBot) -> None:
    panel = card_of(window, qtbot, amy(ctx))

    reads(qtbot, panel.page("overview"), "HK 14", "US 6½", "UK M½", "EU 53", "JP 13", "53.1 mm")


def test_what_a_rule_had_somebody_do_is_told_in_chinese_on_the_timeline(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    a_repair(ctx, known)
    followups.run_rules(ctx)
    titles = [one.title for one in open_followups(ctx).items]
    for one in open_followups(ctx).items:
        followups.close(ctx, one.id, outcome="done")
    window.use_language("zh_HK", keep=False)
    panel = card_of(window, qtbot, known)

    panel.tabs.button("timeline").click()

    assert titles
    reads(qtbot, panel.page("timeline"), *map(i18n.later, titles))
    assert not any(title in words_in(panel.page("timeline")) for title in titles)


def test_the_chinese_name_comes_first_in_chinese(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    panel = card_of(window, qtbot, amy(ctx))

    window.use_language("zh_HK", keep=False)

    reads(qtbot, panel.head, "陳大文女士", "Chan Tai Man", "敏感：鎳")


def test_a_note_being_written_survives_language_and_refresh(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    panel = card_of(window, qtbot, known)
    press(panel.bar, "Note")
    notes = panel.page("notes")
    notes.body.set_text("Half a sent")

    window.use_language("zh_HK", keep=False)
    commands.add_preference(ctx, known, NewPreference(kind="tag", value="bride"))
    qtbot.waitUntil(lambda: "bride" in panel.view.card.tags, timeout=8000)

    assert notes.body.text() == "Half a sent"


def test_a_note_waits_for_its_customer(window: Window, ctx: Context, qtbot: QtBot) -> None:
    first, second = amy(ctx), amy(ctx, name="Ho Ka Yan", contacts=())
    panel = card_of(window, qtbot, first)
    press(panel.bar, "Note")
    panel.page("notes").body.set_text("For the first")

    card_of(window, qtbot, second)
    qtbot.waitUntil(lambda: panel.page("notes").body.text() == "")
    card_of(window, qtbot, first)

    qtbot.waitUntil(lambda: panel.page("notes").body.text() == "For the first")


def test_a_note_is_added_and_the_field_is_free_again(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    panel = card_of(window, qtbot, known)
    press(panel.bar, "Note")
    notes = panel.page("notes")
    notes.body.set_text("Tried the jade bangle")

    press(notes, "Add note")

    reads(qtbot, notes, "Tried the jade bangle", "Mei Chan")
    qtbot.waitUntil(lambda: notes.body.text() == "")


def test_one_change_is_undone_from_the_history(window: Window, ctx: Context, qtbot: QtBot) -> None:
    known = amy(ctx)
    commands.edit_customer(ctx, known, tier="gold")
    panel = card_of(window, qtbot, known)
    press(panel.tabs, "History")
    history = panel.page("history")
    reads(qtbot, history, "Tier: VIP → Gold")

    press(history, "Undo")
    press(dialog(qtbot), "Undo")

    qtbot.waitUntil(lambda: queries.card(ctx, known).tier == "vip", timeout=8000)
    reads(qtbot, history, "Tier: Gold → VIP")


def test_the_phone_is_copied_with_a_click(window: Window, ctx: Context, qtbot: QtBot) -> None:
    panel = card_of(window, qtbot, amy(ctx))

    press(panel.head, "Copy the phone number")

    assert QApplication.clipboard().text() == "+85291234567"


def test_whatsapp_opens_only_when_asked(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        acting.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    panel = card_of(window, qtbot, amy(ctx))
    assert opened == []

    press(panel.head, "Open WhatsApp")

    assert opened == ["https://wa.me/85291234567"]


def test_the_next_question_is_put_off_or_answered(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    panel = card_of(window, qtbot, amy(ctx))
    first = panel.question.question.field

    press(panel.question, "Not now")

    assert panel.question.question.field != first


def test_a_wish_is_added_and_shows(window: Window, ctx: Context, qtbot: QtBot) -> None:
    panel = card_of(window, qtbot, amy(ctx))
    reads(qtbot, panel.page("overview"), "Wish list")
    press(panel.page("overview"), "Add wish")
    form = dialog(qtbot, WishDialog)
    form.description.set_text("Pearl necklace")
    form.budget.set_text("12,800")

    form.save()

    reads(qtbot, panel.page("overview"), "Pearl necklace", "HK$12,800.00")


def test_a_sales_associate_may_not_undo(
    open_window: OpenWindow, ctx: Context, sales: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    commands.edit_customer(ctx, known, tier="gold")
    window = open_window(sales)[0]
    panel = card_of(window, qtbot, known)
    press(panel.tabs, "History")

    reads(qtbot, panel.page("history"), "Tier: VIP → Gold")

    assert "Undo" not in words_in(panel.page("history"))


def test_walking_down_the_list_shows_each_card(window: Window, ctx: Context, qtbot: QtBot) -> None:
    amy(ctx)
    amy(ctx, name="Ho Ka Yan", contacts=())
    window.open("customers", {})
    page = window.sheet.page()
    qtbot.waitUntil(lambda: len(page.table.ids()) == 2, timeout=8000)
    qtbot.waitUntil(lambda: page.place.card.view is not None, timeout=8000)
    first = page.place.card.view.card.id

    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: page.place.card.view.card.id != first, timeout=8000)


def test_on_a_small_screen_the_card_lies_over_the_list_and_esc_closes_it(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    window.resize(1024, 768)
    panel = card_of(window, qtbot, known)
    page = window.sheet.page()
    assert panel.isVisible()
    assert panel.geometry().right() <= page.width()

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not panel.isVisible()

    window.resize(1400, 800)
    qtbot.waitUntil(panel.isVisible)


def test_the_filters_narrow_the_list(window: Window, ctx: Context, qtbot: QtBot) -> None:
    vip = amy(ctx)
    amy(ctx, name="Ho Ka Yan", tier="silver", contacts=())
    window.open("customers", {})
    page = window.sheet.page()
    qtbot.waitUntil(lambda: len(page.table.ids()) == 2, timeout=8000)

    press(page.filters, "VIP")

    qtbot.waitUntil(lambda: list(page.table.ids()) == [vip], timeout=8000)


def test_a_shop_without_customers_says_where_a_card_will_be(window: Window, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    window.desk.open("customers")
    page = window.sheet.page()
    qtbot.waitUntil(lambda: page.place.made is not None)

    reads(qtbot, page.place, "Choose a customer")


def test_a_filter_that_finds_nobody_leaves_no_card_beside_the_list(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    panel = card_of(window, qtbot, amy(ctx))
    page = window.sheet.page()
    qtbot.waitUntil(lambda: bool(page.table.ids()), timeout=8000)

    press(page.filters, "Put away")
    reads(qtbot, page, "No customers here", "Choose a customer")
    assert "Chan" not in words_in(page)
    assert page.subject() == {}

    press(page.filters, "All")
    qtbot.waitUntil(lambda: panel.view is not None, timeout=8000)


def test_a_card_that_lies_over_the_list_goes_with_a_filter_that_finds_nobody(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    window.resize(1024, 768)
    panel = card_of(window, qtbot, amy(ctx))
    page = window.sheet.page()
    qtbot.waitUntil(lambda: bool(page.table.ids()), timeout=8000)

    press(page.filters, "Put away")

    reads(qtbot, page, "No customers here")
    assert not panel.isVisible()


def test_who_is_opened_while_an_empty_filter_is_read_stays_open(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    first, second = amy(ctx), amy(ctx, name="Ho Siu Ming", contacts=())
    card_of(window, qtbot, first)
    page = window.sheet.page()

    press(page.filters, "Put away")
    panel = card_of(window, qtbot, second)

    reads(qtbot, page, "No customers here")
    assert panel.customer_id == second


def test_an_empty_shop_offers_the_first_customer(window: Window, qtbot: QtBot) -> None:
    window.open("customers", {})

    reads(qtbot, window.sheet.page(), "No customers here")


def test_nothing_is_left_of_the_last_person(window: Window, ctx: Context, qtbot: QtBot) -> None:
    panel = card_of(window, qtbot, amy(ctx))

    window.sheet.page().clear()

    assert panel.view is None
    assert "Chan" not in words_in(panel)
    assert i18n.language() == "en"


def test_a_new_customers_card_is_not_called_back_by_the_one_marked_before(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    first, second = amy(ctx), amy(ctx, name="Ho Siu Ming", contacts=())
    card_of(window, qtbot, first)
    page = window.sheet.page()
    assert isinstance(page, CustomersPage)
    qtbot.waitUntil(lambda: page.table.select(second), timeout=8000)
    qtbot.waitUntil(lambda: page.place.card.customer_id == second, timeout=8000)

    added = amy(ctx, name="Wong Ka Yan", contacts=())
    window.desk.open("customers", customer_id=added)
    qtbot.waitUntil(lambda: added in page.table.ids(), timeout=8000)
    qtbot.wait(400)
    assert page.place.card.customer_id == added
    assert page.table.current_id() == added


def test_an_answer_about_marketing_can_be_had_on_paper(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    commands.record_consent(ctx, known, ConsentChoice("consented", witness="Wing"))
    panel = card_of(window, qtbot, known)

    qtbot.waitUntil(lambda: bool(_papers(panel)))
    _papers(panel)[0].click()

    shown = dialog(qtbot, EvidencePreview)
    qtbot.waitUntil(lambda: shown.view.document() is not None, timeout=10_000)
    shown.drop()


def _papers(panel: QWidget) -> list[IconButton]:
    buttons = panel.findChildren(IconButton)
    return [one for one in buttons if one.accessibleName() == "On paper"]


def test_orders_of_the_household_are_on_the_card_but_no_surprise(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    her, him = amy(ctx), amy(ctx, name="Lee Ka Ming", name_zh="李家明", contacts=())
    home = commands.join_household(ctx, him, name="Lee")
    commands.join_household(ctx, her, household_id=home)
    a_placed_order(ctx, customer_id=him, lines=[a_line(description="Watch strap")])
    a_placed_order(
        ctx,
        customer_id=him,
        lines=[a_line(description="Surprise ring")],
        secret_until=ctx.today() + dt.timedelta(days=7),
    )
    panel = card_of(window, qtbot, her)

    press(panel.tabs, "Orders")

    reads(qtbot, panel, "Others of the household", "Watch strap", "Lee Ka Ming")
    assert "Surprise ring" not in words_in(panel)
