"""Other branches' customers, and what head office knows of an order."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.tables import NUMBERS
from db.types import Id, to_millis
from jewelcrm.context import Context
from jewelcrm.sync.elsewhere import guest
from jewelcrm.sync.service import LineState
from jewelcrm.sync.visiting import Found, Opened
from jewelcrm.wire.visiting import Card
from tests.builders import a_kept_customer, a_placed_order
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import card_of, dialog, press, reads, words_in
from tests.ui.sync import scene
from tests.ui.sync.conftest import Quiet
from ui.shell.palette import Palette
from ui.shell.window import Window
from ui.sync import office
from ui.sync.borrow import Borrow
from ui.sync.guests import company_deeds
from ui.sync.lookup import LookUp, guess
from ui.sync.move import Move
from ui.sync.page import SyncPage
from ui.sync.share import Share
from ui.widgets import Button, LinkButton

CARD = Card("ticket", "C. T. M.", "vip", "567", "Mong Kok", True)


@pytest.fixture
def company(window: Window, ctx: Context, qtbot: QtBot) -> Window:
    """A window of a shop that has a head office, on line."""
    scene.enrol(ctx)
    scene.all_sent(ctx)
    scene.a_branch(ctx, "HK02", "Mong Kok")
    window.desk.line.look()
    qtbot.waitUntil(lambda: window.desk.line.enrolled, timeout=8000)
    return window


def on_loan(ctx: Context, customer: Id, *, hours: int = 24) -> None:
    """She is Mong Kok's, and here for a while."""
    with ctx.read() as conn:
        home = conn.exec_driver_sql("SELECT id FROM branch WHERE code = 'HK02'").scalar()
    until = to_millis(ctx.clock.now() + dt.timedelta(hours=hours))
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE customer SET branch_id = ? WHERE id = ?", (home, customer))
        work.raw.execute(
            "INSERT INTO sync_cursor(no, scope, seq, count, sum, mask, until)"
            " VALUES (7, 'L:00', 0, 1, '', 'restricted value', ?)",
            (until,),
        )
        work.raw.execute(
            "INSERT INTO sync_member VALUES (7, ?, ?, 1, 'P')", (NUMBERS["customer"], customer)
        )


def test_nobody_found_here_offers_the_other_branches(company: Window, qtbot: QtBot) -> None:
    company.palette_open()
    palette = dialog(qtbot, Palette)
    assert isinstance(palette, Palette)
    palette.edit.setText("9123 4567")
    palette.finder.ask()
    qtbot.waitUntil(lambda: palette.first() is not None and "9123" in palette.first().title)

    palette.results.pick()

    asked = dialog(qtbot, LookUp)
    assert isinstance(asked, LookUp)
    assert (asked.by.value(), asked.text.text()) == ("phone", "9123 4567")


@pytest.mark.parametrize("typed", ["Head office", "head off", "總公司"])
def test_a_page_that_is_named_stands_above_the_offer_of_the_other_branches(
    company: Window, qtbot: QtBot, typed: str
) -> None:
    company.use_language("zh_HK" if typed == "總公司" else "en", keep=False)
    company.palette_open()
    palette = dialog(qtbot, Palette)
    assert isinstance(palette, Palette)
    palette.edit.setText(typed)
    palette.finder.ask()
    qtbot.waitUntil(lambda: "Nothing found here" in str(palette.results.lines()))

    palette.results.pick()

    assert isinstance(company.sheet.page(), SyncPage)


@pytest.mark.parametrize("typed", ["9123 4567", "mary@example.com", "HK02-A-000123-7", "office"])
def test_what_is_no_page_s_name_offers_the_other_branches_first(
    company: Window, qtbot: QtBot, typed: str
) -> None:
    company.palette_open()
    palette = dialog(qtbot, Palette)
    assert isinstance(palette, Palette)
    palette.edit.setText(typed)
    palette.finder.ask()

    qtbot.waitUntil(lambda: palette.first() is not None and typed in palette.first().title)


def test_a_shop_alone_is_not_offered_what_only_a_company_has(window: Window, qtbot: QtBot) -> None:
    window.palette_open()
    palette = dialog(qtbot, Palette)
    assert isinstance(palette, Palette)
    assert "Look up a customer of another branch" not in str(palette.results.lines())


def test_masked_cards_are_shown_and_one_is_opened_with_a_reason(
    company: Window, ctx: Context, qtbot: QtBot, service: Quiet, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer, asked = a_kept_customer(ctx), []
    monkeypatch.setattr(office, "look_up", lambda *_a: Found((CARD,), 28))

    def lend(_ctx: Context, *told: str) -> Opened:
        asked.append(told)
        on_loan(ctx, customer)
        return Opened(customer, "L:00", 0, ())

    monkeypatch.setattr(office, "borrow", lend)
    company.desk.open("sync.lookup", text="9123 4567")
    look_up = dialog(qtbot, LookUp)
    look_up.save()
    reads(qtbot, look_up, "C. T. M.", "Phone ends in 567", "Mong Kok", "28 look-ups left")

    press(look_up, "Open…")
    question = dialog(qtbot, Borrow)
    assert isinstance(question, Borrow)
    question.reason.choose("repair")
    question.words.set_text("Brings a ring")
    question.save()

    qtbot.waitUntil(lambda: not question.isVisible(), timeout=8000)
    assert asked == [("ticket", "repair", "Brings a ring")]
    page = company.sheet.page()
    reads(qtbot, page, "On loan from Mong Kok until tomorrow 12:00 · some fields hidden")


def test_enter_once_more_goes_to_the_card_and_costs_no_other_look_up(
    company: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def look_up(_ctx: Context, *question: object) -> Found:
        asked.append(question)
        return Found((CARD,), 28)

    monkeypatch.setattr(office, "look_up", look_up)
    company.desk.open("sync.lookup", text="9123 4567")
    asking = dialog(qtbot, LookUp)
    assert isinstance(asking, LookUp)
    qtbot.keyClick(asking.text.input, Qt.Key.Key_Return)
    reads(qtbot, asking, "28 look-ups left")

    qtbot.keyClick(asking.text.input, Qt.Key.Key_Return)
    at = asking.focusWidget()
    assert isinstance(at, Button)
    assert at.text() == "Open…"
    assert len(asked) == 1

    asking.text.input.setFocus()
    asking.text.set_text("9123 4568")
    qtbot.keyClick(asking.text.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_the_button_asks_again_for_a_result_that_is_too_old_to_open(
    company: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter((28, 27))
    monkeypatch.setattr(office, "look_up", lambda *_a: Found((CARD,), next(left)))
    company.desk.open("sync.lookup", text="9123 4567")
    asking = dialog(qtbot, LookUp)
    asking.save()
    reads(qtbot, asking, "28 look-ups left")
    qtbot.mouseClick(asking.save_button, Qt.MouseButton.LeftButton)
    reads(qtbot, asking, "27 look-ups left")


def test_another_reason_needs_words(company: Window, qtbot: QtBot) -> None:
    question = Borrow(company.desk, CARD)
    question.open()
    question.reason.choose("other")
    question.save()
    reads(qtbot, question, "Another reason needs a few words.")


def test_nobody_found_says_what_to_do(
    company: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "look_up", lambda *_a: Found((), 27))
    company.desk.open("sync.lookup", text="a@b.example")
    look_up = dialog(qtbot, LookUp)
    look_up.save()
    reads(qtbot, look_up, "Nobody is exactly that")


def test_off_line_says_why_not_and_offers_a_new_customer(company: Window, qtbot: QtBot) -> None:
    company.desk.line.hear(LineState("off_line"))
    qtbot.waitUntil(lambda: not company.desk.line.status.line_up)
    company.desk.open("sync.lookup")
    look_up = dialog(qtbot, LookUp)
    assert isinstance(look_up, LookUp)
    reads(qtbot, look_up, "Off line nobody at another branch can be looked up")
    assert not look_up.save_button.isEnabled()
    assert look_up.new.isEnabled()


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("9123 4567", "phone"),
        ("+852 9123 4567", "phone"),
        ("amy@shop.example", "email"),
        ("HK02-A-000123-7", "number"),
        ("Chan", "surname"),
        ("陳", "surname"),
        ("", "phone"),
    ],
)
def test_what_was_typed_is_guessed(text: str, by: str) -> None:
    assert guess(text) == by


def test_an_order_says_since_when_head_office_knows_it(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    order = a_placed_order(ctx)
    company.desk.open("orders", order_id=order.id)
    reads(qtbot, company.sheet.page(), "Not sent to head office yet")

    scene.all_sent(ctx)

    reads(qtbot, company.sheet.page(), "Known at head office since 12:00")


def test_another_branchs_order_names_the_branch_and_follows_its_stage(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    customer = a_kept_customer(ctx)
    order = a_placed_order(ctx, kind="repair", customer_id=customer)
    qtbot.waitUntil(lambda: bool(company.desk.line._branches), timeout=8000)
    _from_office(ctx, order.id, "in_work")
    panel = card_of(company, qtbot, customer)
    panel.tabs.choose("orders")
    panel._show_tab("orders")
    reads(qtbot, panel, "Mong Kok", "In work")

    _from_office(ctx, order.id, "ready")

    reads(qtbot, panel, "Ready")


def _from_office(ctx: Context, order: Id, stage: str) -> None:
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "UPDATE sales_order SET stage = ?,"
            " branch_id = (SELECT id FROM branch WHERE code = 'HK02') WHERE id = ?",
            (stage, order),
        )
        work.touched.add("sales_order")


def test_the_card_offers_moving_sharing_and_erasing(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    panel = card_of(company, qtbot, a_kept_customer(ctx))
    assert panel.head.more_button.isVisibleTo(panel)
    assert [words for _icon, words, *_ in company_deeds(company.desk)] == [
        "Move to another branch…",
        "Share with another branch…",
        "Erase this person for good…",
    ]


def test_the_card_that_is_open_when_the_line_is_known_offers_moving_then(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    panel = card_of(window, qtbot, a_kept_customer(ctx))
    assert not panel.head.more_button.isVisibleTo(panel)
    scene.enrol(ctx)
    window.desk.line.look()
    qtbot.waitUntil(lambda: panel.head.more_button.isVisibleTo(panel))


def test_a_customer_on_loan_has_her_own_branchs_orders_elsewhere(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    customer = a_kept_customer(ctx)
    on_loan(ctx, customer)
    panel = card_of(company, qtbot, customer)
    kept = "Orders, payments and follow-ups of Mong Kok are kept there."
    reads(qtbot, panel.wants, kept)
    for tab in ("orders", "payments", "followups"):
        panel.tabs.choose(tab)
        panel._show_tab(tab)
        reads(qtbot, panel.page(tab), kept)
    said = words_in(panel)
    assert "No orders yet" not in said
    assert "Nothing is waiting" not in said


def shared_with_mong_kok(ctx: Context, customer: Id) -> None:
    """As head office tells it."""
    with ctx.read() as conn:
        branch = conn.exec_driver_sql("SELECT id FROM branch WHERE code = 'HK02'").scalar()
    scene.from_office(ctx, "customer_share", customer_id=customer, branch_id=branch)


def test_the_home_card_shows_with_whom_she_is_shared(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    customer = a_kept_customer(ctx)
    panel = card_of(company, qtbot, customer)
    assert panel.head.guest.isHidden()
    shared_with_mong_kok(ctx, customer)
    reads(qtbot, panel, "Shared with Mong Kok.")


def test_the_share_dialog_says_when_it_is_going_to_stop(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    customer = a_kept_customer(ctx)
    shared_with_mong_kok(ctx, customer)
    company.desk.open("sync.share", customer_id=customer, name="Chan Tai Man")
    share = dialog(qtbot, Share)
    assert isinstance(share, Share)
    qtbot.waitUntil(share.way.button("stop").isEnabled)
    share.way.button("stop").click()
    reads(qtbot, share, "The other branch sees the customer no more")
    names = (share.windowTitle(), share.head.text(), share.save_button.text())
    assert names == ("Stop sharing",) * 3
    assert share.branch.count() == 1
    share.way.button("begin").click()
    assert share.save_button.text() == "Share with another branch"


def test_sales_may_neither_move_nor_share(
    open_window: OpenWindow, sales: Context, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    window, _ = open_window(sales)
    panel = card_of(window, qtbot, a_kept_customer(ctx))
    assert panel.head.more_button.isHidden()


def test_moving_asks_head_office_with_the_branch_and_the_reason(
    company: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(office, "move", lambda _ctx, *told: asked.append(told))
    customer = a_kept_customer(ctx)
    company.desk.open("sync.move", customer_id=customer, name="Chan Tai Man")
    move = dialog(qtbot, Move)
    assert isinstance(move, Move)
    qtbot.waitUntil(lambda: move.branch.count() > 0, timeout=8000)
    move.save()
    reads(qtbot, move, "Say in a few words why.")
    move.reason.set_text("She moved house")
    move.save()
    qtbot.waitUntil(lambda: bool(asked), timeout=8000)
    assert asked[0][0] == customer
    assert asked[0][2] == "She moved house"


def a_stub(ctx: Context) -> None:
    """Everybody is Mong Kok's, and only initials are here."""
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "UPDATE customer SET branch_id = (SELECT id FROM branch WHERE code = 'HK02')"
        )


def test_only_initials_are_told_as_such(company: Window, ctx: Context, qtbot: QtBot) -> None:
    customer = a_kept_customer(ctx)
    a_stub(ctx)
    found = guest(ctx, customer)
    assert found is not None
    assert found.how == "stub"
    panel = card_of(company, qtbot, customer)
    reads(qtbot, panel, "A customer of Mong Kok: only the initials are here, so nothing but")
    bar, head = panel.bar, panel.head
    for button in (head.edit_button, bar.order, bar.repair, bar.write, bar.follow_up, bar.pay):
        assert not button.isEnabled()
    assert not panel.question.isVisible()
    assert company_deeds(company.desk, found) == []

    press(head, "Look the customer up")
    look_up = dialog(qtbot, LookUp)
    assert isinstance(look_up, LookUp)
    assert look_up.by.value() == "number"


def test_of_a_stub_an_order_of_this_branch_can_be_paid(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    customer = a_kept_customer(ctx)
    a_placed_order(ctx, customer_id=customer)
    a_stub(ctx)
    panel = card_of(company, qtbot, customer)
    qtbot.waitUntil(panel.bar.pay.isEnabled, timeout=8000)
    assert not panel.bar.order.isEnabled()


def test_a_lent_card_asks_for_nothing_that_her_own_branch_keeps(
    company: Window, ctx: Context, qtbot: QtBot
) -> None:
    customer = a_kept_customer(ctx)
    panel = card_of(company, qtbot, customer)
    qtbot.waitUntil(panel.question.isVisible, timeout=8000)
    on_loan(ctx, customer)
    panel.reload()
    qtbot.waitUntil(lambda: not panel.question.isVisible(), timeout=8000)
    assert panel.bar.order.isEnabled()
    assert panel.bar.write.isEnabled()
    sections = panel.page("overview")._lists.sections
    assert not any(b.isEnabled() for b in sections["Marketing consent"].findChildren(LinkButton))
    assert any(b.isEnabled() for b in sections["Ring sizes"].findChildren(LinkButton))
    reads(qtbot, panel, "The customer's own branch keeps what there is.")


def test_the_branch_where_she_stands_makes_her_its_own(
    company: Window,
    ctx: Context,
    manager: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(office, "move", lambda _ctx, *told: asked.append(told))
    customer = a_kept_customer(ctx)
    on_loan(ctx, customer)
    company.desk.seat(manager)
    deeds = company_deeds(company.desk, guest(ctx, customer))
    assert [words for _icon, words, *_ in deeds] == ["Move to this branch…"]
    _icon, _words, opens, told = deeds[0]

    company.desk.open(opens, customer_id=customer, name="Chan Tai Man", **told)
    move = dialog(qtbot, Move)
    assert isinstance(move, Move)
    qtbot.waitUntil(lambda: move.branch.count() == 1, timeout=8000)
    assert move.branch.value() == ctx.branch.id.hex()
    move.reason.set_text("She lives here now")
    move.save()
    qtbot.waitUntil(lambda: bool(asked), timeout=8000)
    assert asked[0] == (customer, ctx.branch.id, "She lives here now")
