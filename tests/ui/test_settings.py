"""Settings are kept, obeyed at once, and only changed by those who may."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from db.shop import keys, osring
from jewelcrm.context import Context
from jewelcrm.customers.forms import form_of
from jewelcrm.customers.rules.collection import NEVER
from jewelcrm.doctor import queries as doctor
from jewelcrm.doctor import storing
from jewelcrm.doctor.model import Line, Round
from jewelcrm.people.queries import everyone, shop
from jewelcrm.settings import get
from tests.builders import a_chain
from tests.conftest import PASSWORD
from tests.jewelcrm.sync_line.world import MemoryRing
from tests.ui.conftest import OpenWindow
from ui import i18n, theme
from ui.settings.keyring import UseKeyring
from ui.settings.office import Office
from ui.settings.person import EditPerson, NewPassword, NewPerson
from ui.settings.rules import parse_days
from ui.shell import preferences
from ui.widgets.buttons import Button


def calm(window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)


def a_part(window, qtbot: QtBot, key: str):
    window.desk.open("settings", part=key)
    calm(window, qtbot)
    return window.sheet.page().part(key)


def test_the_language_is_remembered_on_this_computer(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "looks")

    part.language.button("zh_HK").click()

    assert i18n.language() == "zh_HK"
    assert preferences.load(window.folder).language == "zh_HK"


def test_larger_text_is_larger_at_once(open_window: OpenWindow, ctx: Context, qtbot: QtBot) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "looks")

    part.text_size.button("130").click()

    assert theme.font(15).pixelSize() == round(15 * 1.3)


def test_the_minutes_until_the_lock_are_kept_and_obeyed(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    part = a_part(window, qtbot, "safety")

    part.minutes.choose("10")
    part.minutes.chosen.emit("10")
    calm(window, qtbot)
    qtbot.waitUntil(lambda: session.idle.minutes == 10)

    assert get(ctx, "lock_minutes") == 10


def test_the_scanner_can_be_switched_off(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "scanner")

    part.on.click()

    qtbot.waitUntil(lambda: not window.scanner.on)


def test_a_scan_on_the_settings_page_is_shown(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "scanner")

    window.scanner.scanned.emit("HK01A0001237")

    assert "HK01A0001237" in part.tried.text()


def test_receipts_go_by_what_was_chosen(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "receipts")

    part.paper.button("80mm").click()
    calm(window, qtbot)

    assert get(ctx, "receipt_paper") == "80mm"


def test_a_sales_assistant_may_look_but_not_change(
    open_window: OpenWindow, sales: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(sales)

    assert not a_part(window, qtbot, "safety").minutes.isEnabled()
    assert not a_part(window, qtbot, "receipts").paper.isEnabled()
    assert not a_part(window, qtbot, "people").add.isEnabled()
    assert not a_part(window, qtbot, "rules")._lines[0].on.isEnabled()


def test_in_a_chain_what_head_office_keeps_for_itself_is_not_offered(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    a_chain(ctx)
    window, _ = open_window(ctx)
    qtbot.waitUntil(lambda: window.desk.line.enrolled, timeout=10_000)

    assert a_part(window, qtbot, "people").add.isHidden()
    assert a_part(window, qtbot, "shop").save.isHidden()


def test_nothing_is_said_of_head_office_before_it_is_known(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    a_chain(ctx)
    window, _ = open_window(ctx)
    fresh = Office(window.desk)
    fresh.setParent(window)
    assert fresh.state.text() == "Looking…"
    assert fresh.join.isHidden()
    assert fresh.who.isHidden()

    fresh.load()
    calm(window, qtbot)
    assert fresh.state.text() == "This PC belongs to a head office."


def test_in_a_chain_a_manager_is_offered_no_import_of_products(
    open_window: OpenWindow, manager: Context, qtbot: QtBot
) -> None:
    a_chain(manager)
    window, _ = open_window(manager)
    window.desk.open("imports")
    calm(window, qtbot)
    kinds = ("customers", "orders", "products", "gold-rates")
    offered = [one for one in kinds if not window.sheet.page().pick.kind.button(one).isHidden()]

    assert offered == ["customers", "orders"]


def test_the_days_of_a_rule_are_kept(open_window: OpenWindow, ctx: Context, qtbot: QtBot) -> None:
    from jewelcrm.followups.queries import rules

    window, _ = open_window(ctx)
    line = a_part(window, qtbot, "rules")._lines[0]

    line.days.setText("-5, -1")
    line.days.editingFinished.emit()
    calm(window, qtbot)

    assert next(r for r in rules(ctx) if r.key == line.rule.key).days == (-5, -1)


def test_days_that_are_no_days_are_said_and_not_kept(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    line = a_part(window, qtbot, "rules")._lines[0]

    line.days.setText("next week")
    line.days.editingFinished.emit()

    assert line.wrong.text() == "Type days like -7, 0, 3"


@pytest.mark.parametrize(
    ("text", "days"),
    [("-7, 0", (-7, 0)), ("3 7 14", (3, 7, 14)), ("3，7", (3, 7)), ("", None), ("x", None)],
)
def test_days_may_be_typed_in_many_ways(text: str, days: tuple[int, ...] | None) -> None:
    assert parse_days(text) == days


def test_the_administrator_adds_a_person_who_can_sign_in(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    dialog = NewPerson(window.desk)
    dialog.name.set_text("Grace Wong")
    dialog.login.set_text("grace")
    dialog.password.first.set_text("seven silver spoons")
    dialog.password.again.set_text("seven silver spoons")

    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.save()

    assert any(person.login == "grace" and person.can_sign_in for person in everyone(ctx))


def test_a_taken_log_in_is_said_under_its_field_and_nothing_typed_is_lost(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    dialog = NewPerson(window.desk)
    dialog.name.set_text("Another Ann")
    dialog.login.set_text("ann")
    dialog.password.first.set_text("seven silver spoons")
    dialog.password.again.set_text("seven silver spoons")
    dialog.show()

    dialog.save()
    qtbot.waitUntil(dialog.login.wrong.isVisible, timeout=10_000)

    assert "ann" in dialog.login.wrong.text()
    assert dialog.name.text() == "Another Ann"
    assert dialog.password.text() == "seven silver spoons"
    dialog.reject()


def test_a_person_gets_another_role(open_window: OpenWindow, ctx: Context, qtbot: QtBot) -> None:
    window, _ = open_window(ctx)
    ann = next(person for person in everyone(ctx) if person.login == "ann")
    dialog = EditPerson(window.desk, ann)
    dialog.roles.choose("manager")

    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.save()

    assert next(p for p in everyone(ctx) if p.login == "ann").role == "manager"


def test_a_forgotten_password_is_replaced(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    from jewelcrm.access.signin import unlock_with_password

    window, _ = open_window(ctx)
    ann = next(person for person in everyone(ctx) if person.login == "ann")
    dialog = NewPassword(window.desk, ann)
    dialog.password.first.set_text("seven silver spoons")
    dialog.password.again.set_text("seven silver spoons")

    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.save()

    assert unlock_with_password(ctx, "ann", "seven silver spoons").staff.login == "ann"


def test_the_health_page_says_what_the_doctor_finds(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "about")

    part.examine()
    qtbot.waitUntil(part.health.button.isEnabled, timeout=30_000)

    assert part.health.lines.count() >= 8
    found = part.health.lines.count()
    window.use_language("zh_HK", keep=False)

    def names() -> list[str]:
        labels = part.health.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    qtbot.waitUntil(lambda: "資料庫" in names(), timeout=10_000)
    assert "Store" not in names()
    assert part.health.lines.count() == found


def test_the_doctor_can_be_stopped_and_what_he_found_by_then_stays(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def endless(at: Round) -> Iterator[Line]:
        begun.set()
        at.conn.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        ).fetchall()
        yield Line("search", "green", "never")

    monkeypatch.setattr(doctor, "CHECKS", (storing.store, endless, storing.imports))
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "about")
    assert not part.health.stop.isVisible()

    part.examine()
    qtbot.waitUntil(begun.is_set)
    part.health.stop.click()
    assert part.health.doing.text() == "Stopping…"
    qtbot.waitUntil(part.health.button.isEnabled)

    assert not part.health.stop.isVisible()
    assert part.health.lines.count() == 1
    assert window._toast.words.text() == "Stopped. The rest was not looked at."


def test_the_person_sets_her_pin(open_window: OpenWindow, ctx: Context, qtbot: QtBot) -> None:
    from jewelcrm.access.signin import has_pin
    from ui.signin.pin import SetPin

    window, session = open_window(ctx)
    dialog = SetPin(window.desk, session.gate)
    dialog.pin.set_text("394857")
    dialog.again.set_text("394857")

    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.save()

    assert has_pin(ctx, "mei.chan")


def test_the_shops_own_terms_go_under_its_receipts(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "receipts")

    part.terms["receipt_terms_en"].set_text("Exchange within 7 days.")
    part.keep_terms.click()
    calm(window, qtbot)

    assert get(ctx, "receipt_terms_en") == "Exchange within 7 days."


def test_control_and_enter_saves_from_any_field_and_f1_asks_for_help(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    from PySide6.QtCore import Qt

    window, _ = open_window(ctx)
    dialog = NewPerson(window.desk)
    dialog.help = "settings"
    dialog.show()

    with qtbot.waitSignal(window.desk.helpWanted) as wanted:
        qtbot.keyClick(dialog, Qt.Key.Key_F1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert wanted.args == ["settings"]
    assert dialog.password.first.wrong.text() == "Type a password."
    dialog.reject()


def test_the_shops_address_is_typed_once_and_printed(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "shop")

    part.save.click()
    calm(window, qtbot)
    assert "address" in part.fields["address"].wrong.text()
    part.fields["address"].set_text("1/F, 500 Nathan Road")
    part.save.click()
    calm(window, qtbot)

    assert shop(ctx).address == "1/F, 500 Nathan Road"


def test_the_logo_of_reports_is_chosen_shown_by_its_name_and_taken_off(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "receipts")
    chosen = ("/pictures/lion.png", "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)

    part.choose_logo.click()
    qtbot.waitUntil(lambda: part.logo.text() == "lion.png", timeout=10_000)
    assert get(ctx, "report_logo") == "/pictures/lion.png"

    part.no_logo.click()
    qtbot.waitUntil(lambda: not part.no_logo.isVisibleTo(part), timeout=10_000)
    assert get(ctx, "report_logo") == ""


def test_what_is_asked_of_a_customer_is_chosen_for_each_way_in(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "asking")
    assert part.levels["source"].value() == "required"
    assert "hkid" not in part.levels

    part.way.choose("web")
    part.way.chosen.emit("web")
    calm(window, qtbot)
    assert part.levels["source"].value() == ""
    part.levels["gender"].choose("forbidden")
    part.levels["gender"].chosen.emit("forbidden")
    calm(window, qtbot)

    assert form_of(ctx, "web").forbidden == ("gender", *NEVER)
    assert set(form_of(ctx, "web").required) == {"name", "email", "consent"}
    assert "gender" not in form_of(ctx, "walk_in").forbidden


def test_sales_staff_see_what_is_asked_and_cannot_change_it(
    open_window: OpenWindow, sales: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(sales)
    part = a_part(window, qtbot, "asking")
    assert part.levels["name"].value() == "required"
    assert not any(choice.isEnabled() for choice in part.levels.values())


def test_a_keyring_that_came_later_is_offered_and_taken_up_with_the_password(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = osring.OsRing("memory", MemoryRing())
    monkeypatch.setattr(osring, "find", lambda: ring)
    window, _ = open_window(ctx)
    part = a_part(window, qtbot, "safety")
    assert part.keyring.isVisible()

    part.keyring.findChild(Button).click()
    dialog = window.findChild(UseKeyring)
    dialog.save()
    assert ring.backend.kept == {}
    dialog.password.set_text(PASSWORD)
    dialog.save()
    qtbot.waitUntil(lambda: not part.keyring.isVisible())

    assert keys.load(ctx.store.folder).ring_name == "memory"


def test_without_a_keyring_none_is_offered_nor_to_those_who_change_no_settings(
    open_window: OpenWindow, sales: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(osring, "find", lambda: osring.OsRing("memory", MemoryRing()))
    window, _ = open_window(sales)
    assert not a_part(window, qtbot, "safety").keyring.isVisible()
