"""The page Reports in the real window, over a shop that sold something."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.money import Money
from tests.builders import a_kept_customer, a_line, a_placed_order
from tests.ui.conftest import OpenWindow
from ui.payments import printers
from ui.reports.page import ReportsPage
from ui.shell.window import Window


@pytest.fixture
def traded(ctx: Context) -> Context:
    """One customer, two orders: HK$1,000 and HK$2,500."""
    chan = a_kept_customer(ctx, name="Chan Tai Man", name_zh="陳大文")
    for dollars in (1_000, 2_500):
        a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(dollars * 100))])
    return ctx


@pytest.fixture(autouse=True)
def _a_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the printers of the machine it runs on."""
    monkeypatch.setattr(printers, "names", lambda: ["Office laser"])


@pytest.fixture
def window(open_window: OpenWindow, traded: Context) -> Window:
    return open_window(traded)[0]


@pytest.fixture
def page(window: Window, calm: Callable[[], None]) -> Iterator[ReportsPage]:
    window.desk.open("reports")
    shown = window.sheet.page()
    assert isinstance(shown, ReportsPage)
    calm()
    yield shown
    calm()


@pytest.fixture
def calm(window: Window, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing is on its way."""
    return lambda: qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=60_000)


@pytest.fixture
def run(page: ReportsPage, calm: Callable[[], None]) -> Callable[[str, str], None]:
    """run("sales", "summary"): choose it and press Show."""

    def press(name: str, detail: str) -> None:
        page.list.choose(name)
        page.options.detail.choose(detail)
        page.options.go.click()
        calm()

    return press
