"""The window on a real line: `jewelcrm-office` in a process of its own, the service in this one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers.model import NewContact
from tests.builders import a_kept_customer, a_placed_order
from tests.jewelcrm.sync_line.world import PASSWORD, Counter, Program
from tests.ui.customers.scene import dialog, press, reads
from ui.app import build
from ui.shell.window import Window
from ui.signin import keeping
from ui.signin.founding import CodePage
from ui.signin.joining import JoinPage
from ui.signin.session import Session
from ui.signin.takenoff import TakenOff
from ui.sync.borrow import Borrow
from ui.sync.lookup import LookUp

REAL = keeping.make
Opened = tuple[Window, Session]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "office")
    made.found()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def mong_kok(office: Program, tmp_path: Path) -> Iterator[Counter]:
    """A PC of another branch, kept in step."""
    made = Counter(office, tmp_path / "hk02")
    made.enrol("HK02")
    made.start()
    yield made
    made.close()


@pytest.fixture
def program(
    office: Program,
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opened]:
    """The program on a computer without a store; closed before head office is."""
    monkeypatch.setattr(keeping, "make", REAL)
    args = Namespace(lang="en", theme="light", demo=False, quit=None)
    window, session = build(qapp, tmp_path / "pc", args)
    window.resize(1280, 760)
    window.show()
    qtbot.waitExposed(window)
    session.begin()
    yield window, session
    session.says_farewell = False  # it would go on by itself, beside the tests that follow
    window.close()
    window.deleteLater()
    qapp.processEvents()


def front(window: Window, kind: type, qtbot: QtBot) -> object:
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), kind), timeout=30_000)
    return window.stack.currentWidget()


def join(program: Opened, office: Program, qtbot: QtBot) -> Context:
    """Join by the pages a person sees, and sign in."""
    window, session = program
    session.show_joining()
    page = front(window, JoinPage, qtbot)
    assert isinstance(page, JoinPage)
    form = page.form
    form.url.set_text(office.url)
    form.code.set_text(office.code("HK01"))
    form.login.set_text("mary.chan")
    form.password.set_text(PASSWORD)
    page.button.click()
    code = front(window, CodePage, qtbot)
    assert isinstance(code, CodePage)
    code.safe.setChecked(True)
    code.button.click()
    qtbot.waitUntil(window.at_desk, timeout=30_000)
    return window.desk.context()


def says(window: Window, *, begins: str, qtbot: QtBot) -> None:
    pill: Callable[[], str] = window.sheet.top.line.text
    qtbot.waitUntil(lambda: pill().startswith(begins), timeout=30_000)


def test_a_new_pc_joins_works_loses_the_line_and_is_taken_off(
    program: Opened, office: Program, qtbot: QtBot
) -> None:
    window, _ = program
    ctx = join(program, office, qtbot)
    says(window, begins="On line", qtbot=qtbot)
    order = a_placed_order(ctx, kind="repair", customer_id=a_kept_customer(ctx))
    window.desk.open("orders", order_id=order.id)
    reads(qtbot, window.sheet.page(), "Known at head office since")

    port = office.port
    office.stop()
    window.desk.line.send_now()
    says(window, begins="Off line", qtbot=qtbot)
    office.start(port)
    window.desk.line.send_now()
    says(window, begins="On line", qtbot=qtbot)

    device = ctx.store.pc.id.hex()
    office.say("device", "revoke", device)
    window.desk.line.send_now()
    front(window, TakenOff, qtbot)


def test_another_branchs_customer_is_looked_up_and_lent(
    program: Opened, office: Program, mong_kok: Counter, qtbot: QtBot
) -> None:
    window, _ = program
    assert mong_kok.opened is not None
    phone = NewContact(kind="phone", value="9123 4567", preferred=True)
    a_kept_customer(mong_kok.opened, name="Chan Siu Ling", contacts=(phone,))
    qtbot.waitUntil(lambda: mong_kok.pending() == 0, timeout=30_000)
    join(program, office, qtbot)
    says(window, begins="On line", qtbot=qtbot)

    window.desk.open("sync.lookup", text="9123 4567")
    look_up = dialog(qtbot, LookUp)
    look_up.save()
    reads(qtbot, look_up, "Shop HK02")
    press(look_up, "Open…")
    question = dialog(qtbot, Borrow)
    assert isinstance(question, Borrow)
    question.reason.choose("repair")
    question.save()

    qtbot.waitUntil(lambda: not question.isVisible(), timeout=30_000)
    reads(qtbot, window.sheet.page(), "Chan Siu Ling", "On loan from Shop HK02")
