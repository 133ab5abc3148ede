"""Nobody gets in: the window says why, and every way back ends at the sign-in with everything."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.access.lost import Lost
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands
from jewelcrm.backup.model import Point, Restored, Unsynced
from jewelcrm.sync.asking import Asked
from jewelcrm.sync.recovering import Waiting
from jewelcrm.wire.recovery import Request, request_text
from tests.builders import a_kept_customer
from tests.conftest import PASSWORD, Shop
from tests.shots_backup import POINTS
from tests.ui.orders.hand import wrong
from ui import i18n
from ui.app import build
from ui.background import Background
from ui.shell.desk import Desk
from ui.signin import lost as lost_page
from ui.signin.asking import AskOffice
from ui.signin.farewell import Farewell
from ui.signin.founding import NewShopPage
from ui.signin.gate import StoreGate
from ui.signin.moments import time_words
from ui.signin.putback import PutBack
from ui.signin.recover import Recover
from ui.signin.session import Session


@pytest.fixture
def front(qapp: QApplication, qtbot: QtBot, shop: Shop) -> Iterator[Session]:
    """The window before anybody has signed in, over the shop's store."""
    window, session = build(
        qapp, shop.folder, Namespace(lang="en", theme="light", demo=False, quit=None)
    )
    window.show()
    session.begin()
    yield session
    session.says_farewell = False
    window.scanner.stop()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def calm(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.desk.background.busy(), timeout=60_000)


def backed_up(shop: Shop) -> None:
    """A customer, then a backup, then one customer more."""
    ctx = sign_in(shop.folder, "mei.chan", PASSWORD)
    a_kept_customer(ctx, name="Before Wong")
    commands.back_up(ctx)
    a_kept_customer(ctx, name="After Lee")
    ctx.store.close()


def names(shop: Shop, password: str = PASSWORD) -> list[str]:
    ctx = sign_in(shop.folder, "mei.chan", password)
    with ctx.read() as conn:
        found = conn.exec_driver_sql("SELECT name FROM customer ORDER BY name").scalars().all()
    ctx.store.close()
    return found


def in_front(session: Session, kind: type) -> object:
    shown = session.window.stack.currentWidget()
    assert isinstance(shown, kind)
    return shown


def test_the_link_on_the_first_page_leads_to_what_is_the_matter(
    front: Session, qtbot: QtBot
) -> None:
    front.show_sign_in().recovery.click()
    page = in_front(front, lost_page.Lost)
    calm(front, qtbot)
    assert "as it should be" in page.matter.text()
    shown = [way for way, button in page.ways.items() if button.isVisibleTo(page)]
    assert shown == ["code", "backup"]
    page.ways["code"].click()
    assert in_front(front, Recover)


@pytest.mark.parametrize("matter", list(lost_page._MATTERS))
def test_every_matter_is_said_in_a_sentence_and_none_says_delete(
    desk: Desk, qtbot: QtBot, matter: str
) -> None:
    gate = StoreGate(Path("nowhere"))
    gate.look_lost = lambda: Lost(matter, ("code", "paper", "backup"))
    page = lost_page.Lost(desk, gate)
    qtbot.addWidget(page)
    page.start()
    qtbot.waitUntil(lambda: page.matter.text() != "Looking…", timeout=5_000)
    assert page.matter.text().endswith((".", ":"))
    buttons = [button.text().lower() for button in page.ways.values()]
    assert not any("delete" in text or "remove" in text for text in buttons)


def test_a_backup_is_put_back_with_a_password(front: Session, shop: Shop, qtbot: QtBot) -> None:
    backed_up(shop)
    front._ways_back.show_put_back(login="mei.chan")
    page = in_front(front, PutBack)
    calm(front, qtbot)
    assert "customer" in page.moment.currentText()
    page.password.set_text(PASSWORD)
    page.put_back()
    calm(front, qtbot)
    assert "The store is back as it was" in page.end.text()
    assert "lies, whole, in" in page.end.text()
    page.button.click()
    assert front.window.stack.currentWidget() is front._sign_in
    assert names(shop) == ["Before Wong"]


@pytest.fixture
def pc_in_london() -> Iterator[None]:
    """The computer's own clock is not the shop's."""
    with pytest.MonkeyPatch.context() as computer:
        computer.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


AUTUMN = dt.datetime(2025, 11, 22, 10, 5, tzinfo=dt.UTC)
SUMMER = dt.datetime(2025, 7, 22, 17, 5, tzinfo=dt.UTC)


@pytest.mark.usefixtures("pc_in_london")
def test_before_anybody_has_signed_in_a_moment_says_whose_clock_it_is_by() -> None:
    assert time_words(AUTUMN, "") == "22 Nov 2025 10:05 (UTC+00:00)"
    assert time_words(SUMMER, "") == "22 Jul 2025 18:05 (UTC+01:00)"
    i18n.use("zh_HK")
    assert time_words(SUMMER, "") == "2025年7月22日 18:05（UTC+01:00）"


@pytest.mark.usefixtures("pc_in_london")
def test_who_comes_from_the_page_backups_finds_its_moment_in_the_shop_s_time(
    front: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    point = replace(POINTS[0], made_at=SUMMER)
    front.gate.points = lambda _source: [point]
    front._ways_back.show_put_back(point, tmp_path, "mei.chan", "Asia/Hong_Kong")
    page = in_front(front, PutBack)
    calm(front, qtbot)
    assert page.moment.currentText().startswith("23 Jul 2025 01:05, ")

    i18n.use("zh_HK")
    front.desk.languageChanged.emit()
    assert page.moment.currentText().startswith("2025年7月23日 01:05")


@pytest.mark.usefixtures("pc_in_london")
def test_what_is_put_back_is_told_in_its_shop_s_time(front: Session, qtbot: QtBot) -> None:
    front._ways_back.show_put_back()
    page = in_front(front, PutBack)
    calm(front, qtbot)
    done = a_restored(replace(POINTS[0], made_at=SUMMER))
    page._over(replace(done, zone="Asia/Hong_Kong"))
    assert "as it was 23 Jul 2025 01:05:" in page.end.text()


def test_a_wrong_password_puts_nothing_back(front: Session, shop: Shop, qtbot: QtBot) -> None:
    backed_up(shop)
    front._ways_back.show_put_back(login="mei.chan")
    page = in_front(front, PutBack)
    calm(front, qtbot)
    page.password.set_text("not this one")
    page.put_back()
    calm(front, qtbot)
    assert page.form.isVisibleTo(page)
    assert not page.end.isVisibleTo(page)
    assert page.wrong.isVisibleTo(page) or not page.password.wrong.isHidden()
    assert page.focusWidget() is page.password.input
    assert names(shop) == ["After Lee", "Before Wong"]


def test_on_a_new_computer_a_stick_and_the_printed_code_bring_everything_back(
    front: Session, shop: Shop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(shop)
    stick = tmp_path / "stick"
    shutil.copytree(shop.folder / "backups", stick / "backups")
    shutil.rmtree(shop.folder)  # the old computer is gone
    shop.folder.mkdir()
    front.begin()
    in_front(front, NewShopPage).again.click()
    page = in_front(front, PutBack)
    calm(front, qtbot)
    assert not page.button.isEnabled()
    page._look(stick)
    calm(front, qtbot)
    page.opener.choose("code")
    page._chosen()
    page.code.set_text(shop.recovery_code)
    page.put_back()
    calm(front, qtbot)
    page.button.click()
    recover = in_front(front, Recover)
    assert recover.code.text() == shop.recovery_code
    recover.login.set_text("mei.chan")
    for box in recover.password.findChildren(type(recover.code.input)):
        box.setText("eleven silver spoons")
    recover.recover()
    calm(front, qtbot)
    assert front.desk.ctx is not None
    front._close_store()
    calm(front, qtbot)
    assert names(shop, "eleven silver spoons") == ["Before Wong"]


def test_a_dead_computers_backup_is_put_back_with_head_offices_key(
    front: Session, qtbot: QtBot
) -> None:
    asked: list[object] = []
    request = Request(b"d" * 16, b"n" * 16, b"s" * 32)
    gate = front.gate
    points = [
        replace(POINTS[0], device=b"d" * 16, ways=("staff", "office")),
        replace(POINTS[1], ways=("staff",)),
    ]
    gate.points = lambda _source: points
    gate.request_for = lambda point: (
        asked.append(point.device) or Asked(request_text(request), request.words, signed=False)
    )
    gate.put_back_by_office = lambda _source, point, answered, _progress: (
        asked.append((point.id, answered.text, answered.login)) or a_restored(point)
    )
    front._ways_back.show_put_back()
    page = in_front(front, PutBack)
    calm(front, qtbot)
    page.opener.choose("office")
    page._chosen()
    calm(front, qtbot)
    assert request.words in page.office.paper.words.text()
    assert page.office.paper.isVisibleTo(page)

    page.put_back()
    assert wrong(page) == {"answer": "This is needed.", "login": "This is needed."}
    page.office.answer.set_text("JCRA 12345")
    page.office.login.set_text("mei.chan")
    for box in page.office.password.findChildren(type(page.office.login.input)):
        box.setText("eleven silver spoons")
    page.put_back()
    calm(front, qtbot)
    assert asked == [b"d" * 16, (points[0].id, "JCRA 12345", "mei.chan")]
    assert "The store is back as it was" in page.end.text()
    page.button.click()
    assert front.window.stack.currentWidget() is front._sign_in


def test_head_office_has_no_key_to_a_backup_of_a_shop_that_stood_alone(
    front: Session, qtbot: QtBot
) -> None:
    front.gate.points = lambda _source: [replace(POINTS[0], ways=("staff", "recovery"))]
    front._ways_back.show_put_back()
    page = in_front(front, PutBack)
    calm(front, qtbot)
    page.opener.choose("office")
    page._chosen()
    assert "no head office" in page.wrong.text()
    assert not page.office.paper.isVisibleTo(page)


def a_restored(point: Point) -> Restored:
    return Restored(
        point=point,
        folder=Path("store"),
        safety=None,
        epoch=2,
        letter="B",
        first_number=421_000,
        unsynced=Unsynced(known=False),
        erased_again=0,
        seconds=41.0,
    )


def test_what_was_put_back_is_told_in_the_language_that_is_switched_to(
    front: Session, qtbot: QtBot
) -> None:
    front._ways_back.show_put_back()
    page = in_front(front, PutBack)
    calm(front, qtbot)
    page._over(a_restored(POINTS[0]))
    english = page.end.text()
    i18n.use("zh_HK")
    assert "資料庫" in page.end.text()
    assert page.end.text() != english


def test_a_request_on_paper_is_shown_with_its_words_and_its_picture(
    desk: Desk, qtbot: QtBot
) -> None:
    request = Request(b"d" * 16, b"n" * 16, b"s" * 32)
    gate = StoreGate(Path("nowhere"))
    gate.request = lambda: Asked(request_text(request), request.words, signed=False)
    page = AskOffice(desk, gate)
    qtbot.addWidget(page)
    page.start("mei.chan")
    qtbot.waitUntil(lambda: bool(page.paper.text.toPlainText()), timeout=5_000)
    assert request.words in page.paper.words.text()
    assert page.ways.value() == "paper"
    assert page.paper.picture.pixmap().width() > 100


def test_head_offices_answer_opens_the_store(desk: Desk, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    gate = StoreGate(Path("nowhere"))
    gate.request = lambda: Asked("JCRQ", "one two", signed=True)
    gate.ask_office = lambda _login, _password: Waiting(1, 2)
    gate.take_answer = lambda text, login, _password: asked.append((text, login)) or "a context"
    page = AskOffice(desk, gate)
    qtbot.addWidget(page)
    page.start("mei.chan")
    for box in page.password.findChildren(type(page.login.input)):
        box.setText("eleven silver spoons")
    page.ask()
    qtbot.waitUntil(lambda: not page.told.isHidden(), timeout=5_000)
    assert "1 of 2 people" in page.told.text()
    page.ways.choose("paper")
    page._chosen()
    page.answer.set_text("JCRA 12345")
    with qtbot.waitSignal(page.entered, timeout=5_000):
        page.ask()
    assert asked == [("JCRA 12345", "mei.chan")]


# At close ------------------------------------------------------------------------------


def a_farewell(background: Background, qtbot: QtBot) -> Farewell:
    page = Farewell(background)
    qtbot.addWidget(page)
    return page


def test_the_days_last_backup_shows_how_far_it_is_and_ends_by_itself(
    background: Background, qtbot: QtBot
) -> None:
    told: list[str] = []
    page = a_farewell(background, qtbot)

    def make(progress: Callable[[str, int, int], None], _stopped: Callable[[], bool]) -> bool:
        progress("copy", 1, 2)
        told.append("made")
        return True

    with qtbot.waitSignal(page.over, timeout=5_000):
        page.begin(make)
    assert told == ["made"]
    assert page.isHidden()


def test_nobody_waits_for_it_who_does_not_want_to(background: Background, qtbot: QtBot) -> None:
    import threading

    hold = threading.Event()
    page = a_farewell(background, qtbot)
    page.begin(lambda _progress, _stopped: hold.wait(20))
    with qtbot.waitSignal(page.over, timeout=1_000):
        page.leave.click()
    hold.set()
    qtbot.waitUntil(lambda: not background.busy(), timeout=5_000)


def test_a_window_in_which_nothing_was_written_closes_at_once(front: Session) -> None:
    assert not front._farewell()


def test_closing_after_work_makes_a_backup_first_and_then_closes_the_store(
    front: Session, shop: Shop, qtbot: QtBot
) -> None:
    from ui.signin.safekeeping import make

    ctx = sign_in(shop.folder, "mei.chan", PASSWORD)
    front.seat(ctx)
    calm(front, qtbot)
    front.safekeeping._ctx = ctx
    front.safekeeping.service = make(lambda: ctx, front.desk.safe.hear)
    a_kept_customer(ctx)
    qtbot.waitUntil(lambda: front.safekeeping.changed, timeout=5_000)
    closed: list[bool] = []
    front.window.closing.connect(lambda: closed.append(True))
    front.window.close()
    assert closed == []
    assert front.window.isHidden()
    qtbot.waitUntil(lambda: bool(closed), timeout=60_000)
    assert list((shop.folder / "backups").rglob("*"))
    again = sign_in(shop.folder, "mei.chan", PASSWORD)
    again.store.close()
