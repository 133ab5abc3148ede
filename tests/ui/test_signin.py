"""Coming in: clear words for everything that can go wrong, and nothing typed is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.errors import KeyringMissing, LockedOut, PasswordFirst, WrongKey
from jewelcrm.context import CLOSED, TOO_LONG
from jewelcrm.errors import Locked as LeaseOver
from jewelcrm.people.founding import Founded
from ui import i18n
from ui.shell.desk import Desk
from ui.shell.line import Line
from ui.signin.first import SignIn
from ui.signin.founding import CodePage, NewShopPage
from ui.signin.gate import Colleague
from ui.signin.lock import Locked
from ui.signin.recover import Recover


class Staff:
    login = "mei.chan"
    name = "Mei Chan"
    name_zh = None
    role = "administrator"


class Ctx:
    staff = Staff()


class FakeGate:
    """Answers as told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.folder = Path()
        self.asked: list[tuple[object, ...]] = []
        self.answer: Callable[[], object] = Ctx
        self.people = [
            Colleague("mei.chan", "Mei Chan", "陳美", "administrator", pin=True),
            Colleague("ann", "Ann Lee", None, "sales", pin=False),
        ]

    def _told(self, *asked: object) -> object:
        self.asked.append(asked)
        return self.answer()

    def sign_in(self, login: str, password: str) -> object:
        return self._told("sign_in", login, password)

    def switch(self, _ctx: object, login: str, pin: str) -> object:
        return self._told("switch", login, pin)

    def unlock(self, _ctx: object, login: str, password: str) -> object:
        return self._told("unlock", login, password)

    def recover(self, code: str, login: str, new_password: str) -> object:
        return self._told("recover", code, login, new_password)

    def found(self, shop: object) -> object:
        return self._told("found", shop)

    def colleagues(self, _ctx: object) -> list[Colleague]:
        return self.people


def failing(error: Exception) -> Callable[[], object]:
    def fail() -> object:
        raise error

    return fail


@pytest.fixture
def gate() -> FakeGate:
    return FakeGate()


@pytest.fixture
def page(desk: Desk, gate: FakeGate, qtbot: QtBot) -> SignIn:
    made = SignIn(desk, gate)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.login.set_text("mei.chan")
    made.password.set_text("copper kettle sings")
    return made


def test_name_and_password_lead_in(page: SignIn, gate: FakeGate, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.entered):
        qtbot.keyClick(page.password.input, Qt.Key.Key_Return)

    assert gate.asked == [("sign_in", "mei.chan", "copper kettle sings")]
    assert page.password.text() == ""


def test_the_circle_turns_while_the_store_is_opened(
    page: SignIn, gate: FakeGate, qtbot: QtBot
) -> None:
    slow = threading.Event()
    gate.answer = lambda: slow.wait(5) and Ctx()

    page.sign_in()

    assert not page.button.isEnabled()
    qtbot.waitUntil(page.spinner.isVisible)
    with qtbot.waitSignal(page.entered):
        slow.set()
    assert not page.spinner.isVisible()


def test_nothing_is_asked_without_a_password(page: SignIn, gate: FakeGate) -> None:
    page.password.set_text("")

    page.sign_in()

    assert gate.asked == []
    assert page.password.wrong.text() == "Type your password."


def test_a_wrong_password_is_said_and_the_name_stays(
    page: SignIn, gate: FakeGate, qtbot: QtBot
) -> None:
    gate.answer = failing(WrongKey("no"))

    page.sign_in()
    qtbot.waitUntil(page.wrong.isVisible)

    assert page.wrong.text() == "The log-in name or the password is not right."
    assert page.login.text() == "mei.chan"
    assert page.button.isEnabled()


def test_somebody_locked_out_sees_how_long(page: SignIn, gate: FakeGate, qtbot: QtBot) -> None:
    gate.answer = failing(LockedOut(95))

    page.sign_in()
    qtbot.waitUntil(page.wrong.isVisible)

    assert "1:35" in page.wrong.text()
    assert not page.button.isEnabled()


def test_the_wait_counts_down_and_ends(page: SignIn, gate: FakeGate, qtbot: QtBot) -> None:
    gate.answer = failing(LockedOut(1))

    page.sign_in()
    qtbot.waitUntil(page.waiting)
    qtbot.waitUntil(page.button.isEnabled, timeout=4000)

    assert not page.wrong.isVisible()


def test_a_colleague_may_sign_in_while_somebody_is_locked_out(
    page: SignIn, gate: FakeGate, qtbot: QtBot
) -> None:
    gate.answer = failing(LockedOut(900))
    page.login.set_text("mei.chan")
    page.password.set_text("wrong")
    page.sign_in()
    qtbot.waitUntil(page.waiting)
    assert not page.password.input.isEnabled()

    qtbot.keyClicks(page.login.input, "ann")

    assert not page.waiting()
    assert page.wrong.isHidden()
    assert page.password.input.isEnabled()


def test_a_lost_keyring_half_leads_to_the_recovery_code(
    page: SignIn, gate: FakeGate, qtbot: QtBot
) -> None:
    gate.answer = failing(KeyringMissing("lost"))

    page.sign_in()
    qtbot.waitUntil(page.wrong.isVisible)

    assert "recovery code" in page.wrong.text()
    with qtbot.waitSignal(page.lost):
        page.recovery.click()


def test_errors_are_said_in_chinese_too(page: SignIn, gate: FakeGate, qtbot: QtBot) -> None:
    i18n.use("zh_HK")
    gate.answer = failing(WrongKey("no"))

    page.sign_in()
    qtbot.waitUntil(page.wrong.isVisible)

    assert page.wrong.text() == "登入名稱或密碼不正確。"


def test_the_demo_shows_its_password(page: SignIn) -> None:
    page.show_demo("mei", "demo-1234-shop")

    assert "demo-1234-shop" in page.demo.text()
    assert page.login.text() == "mei"


@pytest.fixture
def locked(desk: Desk, gate: FakeGate, qtbot: QtBot) -> Locked:
    made = Locked(desk, gate)
    qtbot.addWidget(made)
    made.show()
    made.start(Ctx())
    qtbot.waitUntil(lambda: len(made._group.buttons()) == 2)
    return made


def test_the_locked_desk_asks_the_last_person_for_her_pin(locked: Locked) -> None:
    assert locked.asks_for_pin()
    assert locked._group.buttons()[0].text() == "Mei Chan"


def test_the_locked_desk_calls_people_as_the_language_does(locked: Locked) -> None:
    i18n.use("zh_HK")
    assert [button.text() for button in locked._group.buttons()] == ["陳美", "Ann Lee"]


def test_a_pin_leads_back(locked: Locked, gate: FakeGate, qtbot: QtBot) -> None:
    locked.key.set_text("394857")

    with qtbot.waitSignal(locked.entered):
        locked.go_on()

    assert gate.asked == [("switch", "mei.chan", "394857")]


def test_a_colleague_without_a_pin_is_asked_for_the_password(
    locked: Locked, gate: FakeGate, qtbot: QtBot
) -> None:
    locked._group.buttons()[1].click()
    locked.key.set_text("yellow river stone")

    with qtbot.waitSignal(locked.entered):
        locked.go_on()

    assert gate.asked == [("unlock", "ann", "yellow river stone")]


def test_the_pin_may_be_forgotten(locked: Locked, gate: FakeGate, qtbot: QtBot) -> None:
    locked.other.click()
    locked.key.set_text("copper kettle sings")

    with qtbot.waitSignal(locked.entered):
        locked.go_on()

    assert gate.asked == [("unlock", "mei.chan", "copper kettle sings")]


@pytest.mark.parametrize("why", [TOO_LONG, CLOSED])
def test_a_desk_that_may_not_be_worked_at_says_why_and_lets_her_go_on(
    desk: Desk, gate: FakeGate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    fail = failing(LeaseOver(why))
    monkeypatch.setattr(gate, "colleagues", lambda _ctx: fail())
    locked = Locked(desk, gate)
    qtbot.addWidget(locked)
    locked.show()
    locked.start(Ctx())
    qtbot.waitUntil(locked.wrong.isVisible)
    assert locked.wrong.text() == why
    locked.key.set_text("copper kettle sings")

    with qtbot.waitSignal(locked.entered):
        locked.go_on()

    assert gate.asked == [("unlock", "mei.chan", "copper kettle sings")]


def test_the_locked_desk_of_a_branch_that_was_opened_again_offers_everybody_at_once(
    desk: Desk, gate: FakeGate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail = failing(LeaseOver(CLOSED))
    locked = Locked(desk, gate)
    qtbot.addWidget(locked)
    locked.show()
    with monkeypatch.context() as closed:
        closed.setattr(gate, "colleagues", lambda _ctx: fail())
        locked.start(Ctx())
        qtbot.waitUntil(locked.wrong.isVisible)
    locked.key.set_text("copper")
    desk.line.changed.emit()
    assert locked.key.text() == "copper"
    locked.key.set_text("")

    desk.line.changed.emit()

    qtbot.waitUntil(lambda: len(locked._group.buttons()) == 2)
    assert not locked.wrong.isVisible()
    assert locked.asks_for_pin()


@pytest.mark.parametrize("why", [TOO_LONG, CLOSED])
def test_it_says_so_in_chinese_too(why: str) -> None:
    i18n.use("zh_HK")

    assert i18n.later(why) != why


def test_who_has_no_way_in_yet_gives_her_log_in_where_there_is_a_head_office(
    desk: Desk, gate: FakeGate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Line, "enrolled", True)
    locked = Locked(desk, gate)
    qtbot.addWidget(locked)
    locked.show()
    locked.start(Ctx())
    qtbot.waitUntil(lambda: len(locked._group.buttons()) == 3)
    assert locked.login.isHidden()
    locked._group.buttons()[-1].click()
    assert locked.login.isVisible()
    locked.key.set_text("yellow river stone")
    locked.go_on()
    assert not gate.asked
    locked.login.set_text(" grace ")
    with qtbot.waitSignal(locked.entered):
        locked.go_on()
        assert locked.doing.text() == "Asking head office…"
    assert gate.asked == [("unlock", "grace", "yellow river stone")]


def test_nobody_waits_for_what_somebody_else_mistyped(
    locked: Locked, gate: FakeGate, qtbot: QtBot
) -> None:
    gate.answer = failing(LockedOut(30))
    locked.key.set_text("111222")
    locked.go_on()
    qtbot.waitUntil(locked.waiting)

    locked._group.buttons()[1].click()

    assert not locked.waiting()
    assert locked.wrong.isHidden()
    assert locked.button.isEnabled()
    assert locked.key.input.isEnabled()


def test_after_too_many_wrong_pins_the_password_is_asked_for(
    locked: Locked, gate: FakeGate, qtbot: QtBot
) -> None:
    gate.answer = failing(PasswordFirst("Too many wrong PINs. Sign in with the password."))
    locked.key.set_text("111222")
    locked.go_on()

    qtbot.waitUntil(lambda: not locked.asks_for_pin())
    assert locked.wrong.text() == "Too many wrong PINs. Sign in with the password."
    assert locked.key.text() == ""


def test_the_recovery_code_opens_the_store(desk: Desk, gate: FakeGate, qtbot: QtBot) -> None:
    page = Recover(desk, gate)
    qtbot.addWidget(page)
    page.code.set_text("ABCDE-FGHJK")
    page.login.set_text("mei.chan")
    page.password.first.set_text("copper kettle sings")
    page.password.again.set_text("copper kettle sings")

    with qtbot.waitSignal(page.entered):
        page.recover()

    assert gate.asked == [("recover", "ABCDE-FGHJK", "mei.chan", "copper kettle sings")]


def test_two_different_passwords_are_refused(desk: Desk, gate: FakeGate, qtbot: QtBot) -> None:
    page = Recover(desk, gate)
    qtbot.addWidget(page)
    page.code.set_text("ABCDE")
    page.login.set_text("mei.chan")
    page.password.first.set_text("copper kettle sings")
    page.password.again.set_text("copper kettle")

    page.recover()

    assert gate.asked == []
    assert page.password.again.wrong.text() == "The two passwords are not the same."


def test_a_new_shop_is_set_up_in_one_page(desk: Desk, gate: FakeGate, qtbot: QtBot) -> None:
    gate.answer = lambda: Founded("mei.chan", "AAAAA-BBBBB", None)
    page = NewShopPage(desk, gate)
    qtbot.addWidget(page)
    page.code.set_text("HK01")
    page.branch.set_text("Nathan Road")
    page.admin.set_text("Mei Chan")
    page.password.first.set_text("copper kettle sings")
    page.password.again.set_text("copper kettle sings")

    with qtbot.waitSignal(page.founded) as made:
        page.found()

    assert made.args[0] == "mei.chan"
    assert gate.asked[0][1].branch_code == "HK01"


def test_enter_in_a_field_sets_the_shop_up_and_on_another_button_does_not(
    desk: Desk, gate: FakeGate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = NewShopPage(desk, gate)
    qtbot.addWidget(page)
    page.show()
    pressed: list[bool] = []
    page.button.clicked.connect(lambda: pressed.append(True))
    page.code.input.setFocus()
    qtbot.keyClick(page.code.input, Qt.Key.Key_Return)
    assert pressed == [True]

    page.join.setFocus()
    qtbot.keyClick(page.join, Qt.Key.Key_Return)
    assert pressed == [True]


def test_a_new_shop_says_what_is_missing(desk: Desk, gate: FakeGate, qtbot: QtBot) -> None:
    page = NewShopPage(desk, gate)
    qtbot.addWidget(page)

    page.found()

    assert page.branch.wrong.text() == "This is needed."
    assert page.password.first.wrong.text() == "Type a password."  # all at once, not one by one
    assert gate.asked == []


def test_the_recovery_code_must_be_confirmed(desk: Desk, qtbot: QtBot) -> None:
    page = CodePage(desk, Founded("mei.chan", "AAAAA-BBBBB", None))
    qtbot.addWidget(page)

    assert not page.button.isEnabled()
    page.safe.setChecked(True)
    assert page.button.isEnabled()


def test_the_six_words_of_a_pc_that_joined_stay_to_be_compared(desk: Desk, qtbot: QtBot) -> None:
    made = Founded("mei.chan", "AAAAA-BBBBB", "head office")
    joined = CodePage(desk, made, "air piece winner liberty whip mind")
    alone = CodePage(desk, made)
    qtbot.addWidget(joined)
    qtbot.addWidget(alone)
    joined.show()
    alone.show()

    assert joined.words.isVisible()
    assert joined.words.text() == "air piece winner liberty whip mind"
    assert not alone.words.isVisible()


def test_a_weak_password_is_called_weak(desk: Desk, gate: FakeGate, qtbot: QtBot) -> None:
    page = NewShopPage(desk, gate)
    qtbot.addWidget(page)

    page.password.first.set_text("password1")
    qtbot.waitUntil(lambda: page.password.words.text() != "", timeout=5000)

    assert page.password.words.text() == "Very easy to guess"
    assert page.password.bar.property("look") == "error"
