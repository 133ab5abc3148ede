"""Smoke tests of the installed program: `--smoke`, and `--quit` for a picture.

`--smoke` makes a store of its own in a temporary folder, saves, closes, reads back, opens every
page in every language, and says what it did. It touches nothing else of the computer: neither the
shop's store nor the keyring.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from jewelcrm.context import Context
    from ui.shell.window import Window

NAME, NAME_ZH = "Chan Tai Man", "陳大文"
_ODD = "store 店 with spaces"  # as home folders are
_LONGEST_S = 20.0


class SmokeFailed(Exception):
    """What the installed program cannot do."""


@dataclass
class Smoke:
    """What was done, and how long each took."""

    folder: Path
    password: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    login: str = ""
    steps: list[dict[str, object]] = field(default_factory=list)

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """One line of the report."""
        began = time.perf_counter()
        yield
        taken = round((time.perf_counter() - began) * 1000)
        self.steps.append({"step": what, "ms": taken})


def prepare() -> None:
    """Before Qt and the keyring are loaded: no screen, no question of the operating system."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what that screen cannot do
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


def smoke(application: Callable[[], QApplication]) -> int:
    """Try everything once; 0 when all of it works, else 1 and what does not."""
    from jewelcrm.errors import explain
    from jewelcrm.log import stop_writing

    with TemporaryDirectory(prefix="jewelcrm-smoke-", ignore_cleanup_errors=True) as place:
        run = Smoke(Path(place) / _ODD)
        try:
            with run.step("whole"):
                _shop(run)
                _window(run, application())
        except Exception as error:  # noqa: BLE001 - whatever it is, the installer must see it
            _tell({"smoke": "failed", "after": run.steps, "why": _why(error, str(explain(error)))})
            return 1
        finally:
            stop_writing()
    _tell({"smoke": "passed", "steps": run.steps, **_figures()})
    return 0


def _why(error: Exception, words: str) -> str:
    from ui.shell.trouble import report_of

    return str(error) if isinstance(error, SmokeFailed) else f"{words}\n{report_of(error)}"


def _tell(report: dict[str, object]) -> None:
    if sys.stdout is not None:  # a Windows program without a console has none
        print(json.dumps(report, ensure_ascii=False, indent=1))  # noqa: T201 - asked for


def _figures() -> dict[str, object]:
    """What a report of a slow PC needs to be read: the release, and the memory it took."""
    from ui.shell.trouble import version

    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), "0")
    return {"version": version(), "peak_mb": round(int(peak) / 1024)}


def _shop(run: Smoke) -> None:
    """A store is made, written to, closed, and read back from the disk."""
    with run.step("make a store"):
        _found(run)
    with run.step("save"), closing(_signed_in(run)) as door:
        order_id = _saved(door.ctx)
    with run.step("read back"), closing(_signed_in(run)) as door:
        _read_back(door.ctx, order_id)


@dataclass
class _Door:
    ctx: Context

    def close(self) -> None:
        self.ctx.store.close()


def _found(run: Smoke) -> None:
    from jewelcrm.people.founding import NewShop, found

    shop = NewShop("HK01", "Smoke", "Mei Chan", run.password, branch_name_zh="試業分店")
    run.login = found(run.folder, shop).login


def _signed_in(run: Smoke) -> _Door:
    from jewelcrm.access.signin import sign_in
    from jewelcrm.log import write_to

    write_to(run.folder)
    return _Door(sign_in(run.folder, run.login, run.password))


def _saved(ctx: Context) -> bytes:
    """A customer, her order and its deposit."""
    from jewelcrm.customers.commands import add_customer
    from jewelcrm.customers.model import NewContact, NewCustomer
    from jewelcrm.money import Money
    from jewelcrm.orders.commands import place_order
    from jewelcrm.orders.model import NewLine, NewOrder
    from jewelcrm.payments.model import NewPayment

    phone = NewContact(kind="phone", value="91234567")
    someone = add_customer(ctx, NewCustomer(name=NAME, name_zh=NAME_ZH, contacts=(phone,)))
    line = NewLine(description="Plain ring", unit_price=Money(128_000))
    deposit = NewPayment("cash", Money(28_000))
    order = NewOrder(kind="sale", lines=[line], customer_id=someone, deposit=deposit)
    return place_order(ctx, order).id


def _read_back(ctx: Context, order_id: bytes) -> None:
    """What was saved is there; it is found by its Chinese name; its receipt can be printed."""
    from jewelcrm.money import Money
    from jewelcrm.orders.queries import order
    from jewelcrm.payments.printing import receipt
    from jewelcrm.payments.queries import of_order
    from jewelcrm.payments.receipts.render import render
    from jewelcrm.search.queries import search

    if order(ctx, order_id).balance != Money(100_000):
        raise SmokeFailed("The order that was saved does not come back as it was.")
    if not any(one.chinese_name == NAME_ZH for one in search(ctx, NAME_ZH[0])):
        raise SmokeFailed("The customer that was saved is not found.")
    (paid,) = of_order(ctx, order_id)
    if not render(receipt(ctx, paid.id), "A5", "zh_HK").startswith(b"%PDF"):
        raise SmokeFailed("The receipt cannot be made.")


def _window(run: Smoke, app: QApplication) -> None:
    """The real window over that store; every page and every dialog, in every language."""
    from ui.app import build
    from ui.i18n import LANGUAGES

    args = Namespace(lang="en", theme="light")
    with run.step("open the window"):
        window, session = build(app, run.folder, args)
        session.says_farewell = False  # nobody waits here for the day's last backup
        window.show()
        session.begin()
        _settle(app, window)
        session.seat(_signed_in(run).ctx)
        _settle(app, window)
    for language in LANGUAGES:
        window.use_language(language, keep=False)
        for name in _pages(window):
            with run.step(f"{name} ({language})"):
                _open(app, window, name)
    with run.step("close"):
        window.close()
        app.processEvents()


def _pages(window: Window) -> list[str]:
    from ui.pages import DEEDS, PAGES

    allowed = [one for one in PAGES if not one.right or window.desk.allows(one.right)]
    dialogs = [one.opens for one in DEEDS if not one.company]
    return [*(one.name for one in allowed), *dialogs]


def _open(app: QApplication, window: Window, name: str) -> None:
    window.desk.open(name)
    _settle(app, window)
    try:
        _no_fault(app, name)
    finally:
        window.curtain.clear()


def _no_fault(app: QApplication, name: str) -> None:
    from ui.shell.fault import TroubleDialog

    for one in app.topLevelWidgets():
        if isinstance(one, TroubleDialog):
            raise SmokeFailed(f"{name} does not open.\n{one.report.toPlainText()}")


def _settle(app: QApplication, window: Window) -> None:
    """Until nothing is on its way any more."""
    until = time.monotonic() + _LONGEST_S
    calm = 0
    while calm < 3:
        app.processEvents()
        busy = window.desk.background.busy() or (window.sheet is not None and window.sheet.busy())
        calm = 0 if busy else calm + 1
        if time.monotonic() > until:
            raise SmokeFailed("A page is still not there after 20 seconds.")
        time.sleep(0.005)


def quit_after(window: QWidget, seconds: float, picture: Path) -> None:
    """Keep a picture of the window and quit."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def finish() -> None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(picture))
        window.close()
        QApplication.quit()

    QTimer.singleShot(round(seconds * 1000), finish)
