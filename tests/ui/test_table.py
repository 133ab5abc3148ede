"""A list of any length: rows come when they are looked at."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.widgets import Column, LazyTable, PersonCell, PillCell, TextCell
from ui.widgets.cells import Brush
from ui.widgets.table import PAGE


@dataclass(frozen=True)
class Row:
    number: int
    name: str


def id_of(number: int) -> bytes:
    return number.to_bytes(16, "big")


class Fetched:
    def __init__(self) -> None:
        self.calls: list[int] = []
        self.may_go = threading.Event()
        self.may_go.set()

    def __call__(self, ids: Sequence[bytes]) -> list[Row]:
        self.calls.append(len(ids))
        self.may_go.wait(5)
        return [Row(int.from_bytes(i, "big"), f"Name {int.from_bytes(i, 'big')}") for i in ids]


@pytest.fixture
def fetched() -> Fetched:
    return Fetched()


@pytest.fixture
def table(background: Background, fetched: Fetched, qtbot: QtBot) -> LazyTable[Row]:
    made: LazyTable[Row] = LazyTable(
        [
            Column("Name", PersonCell(lambda r: r.name, lambda _r: "葉景輝"), 200, 1),
            Column("Role", TextCell(lambda r: str(r.number), right=True), 120),
            Column("PIN", PillCell(lambda _r: "Gold", lambda _r: "gold"), 100, hide_below=500),
        ],
        fetched,
        background,
        "Customers",
    )
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_only_what_is_in_sight_is_fetched(
    table: LazyTable[Row], fetched: Fetched, qtbot: QtBot
) -> None:
    table.show_ids([id_of(n) for n in range(1_000_00)])
    qtbot.waitUntil(lambda: bool(fetched.calls))
    qtbot.wait(30)

    assert fetched.calls == [PAGE]


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """Where grey bars were painted in the place of rows."""
    painted: list[QRect] = []
    monkeypatch.setattr(Brush, "placeholder", lambda _brush, _painter, rect: painted.append(rect))
    return painted


def test_no_bar_is_painted_for_rows_that_come_at_once(
    table: LazyTable[Row], bars: list[QRect], qtbot: QtBot
) -> None:
    table.show_ids([id_of(n) for n in range(500)])
    qtbot.waitUntil(lambda: table.model().row_at(0) is not None)

    assert not bars


def test_a_bar_stands_in_for_a_row_that_takes_longer(
    table: LazyTable[Row], fetched: Fetched, bars: list[QRect], qtbot: QtBot
) -> None:
    fetched.may_go.clear()
    table.show_ids([id_of(n) for n in range(500)])

    qtbot.waitUntil(lambda: bool(bars))
    fetched.may_go.set()
    qtbot.waitUntil(lambda: table.model().row_at(0) is not None)


def test_jumping_far_down_shows_the_rows_there(
    table: LazyTable[Row], fetched: Fetched, qtbot: QtBot
) -> None:
    table.show_ids([id_of(n) for n in range(50_000)])

    table.select_row(49_990)
    qtbot.waitUntil(lambda: table.current_row() is not None)

    assert table.current_row().name == "Name 49990"


def test_the_marked_row_is_told(table: LazyTable[Row], qtbot: QtBot) -> None:
    table.show_ids([id_of(n) for n in range(10)])

    with qtbot.waitSignal(table.selected) as told:
        table.select_row(3)

    assert told.args == [id_of(3)]


def test_enter_opens_the_marked_row(table: LazyTable[Row], qtbot: QtBot) -> None:
    table.show_ids([id_of(n) for n in range(10)])
    table.select_row(4)

    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert told.args == [id_of(4)]


def test_the_marked_row_stays_marked_in_a_new_list(table: LazyTable[Row], qtbot: QtBot) -> None:
    table.show_ids([id_of(n) for n in range(10)])
    table.select_row(4)

    table.show_ids([id_of(n) for n in (9, 4, 2)], keep=True)

    assert table.current_id() == id_of(4)
    assert table.currentIndex().row() == 1


def test_refreshing_fetches_again(table: LazyTable[Row], fetched: Fetched, qtbot: QtBot) -> None:
    table.show_ids([id_of(n) for n in range(10)])
    qtbot.waitUntil(lambda: len(fetched.calls) == 1)

    table.refresh()

    qtbot.waitUntil(lambda: len(fetched.calls) == 2)


def test_less_important_columns_hide_in_a_narrow_table(table: LazyTable[Row]) -> None:
    assert not table.isColumnHidden(2)
    table.resize(420, 500)

    assert table.isColumnHidden(2)
    assert table.columnWidth(0) >= 200


def test_the_model_keeps_qts_rules(table: LazyTable[Row], qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(
        table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    table.show_ids([id_of(n) for n in range(250)])
    qtbot.waitUntil(lambda: table.model().row_at(0) is not None)
    table.show_ids(())

    assert tester.model() is table.model()
    assert table.current_id() is None


def test_a_row_is_said_in_words_for_screen_readers(table: LazyTable[Row], qtbot: QtBot) -> None:
    table.show_ids([id_of(7)])
    qtbot.waitUntil(lambda: table.model().row_at(0) is not None)

    said = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Name 7 葉景輝"


_NAME, _NUMBER = "Au Yeung Lai Mei Eva", "HK01-A-006108-7"


def _drawn(large: str, small: str, width: int) -> list[str]:
    """What stands in a row of that width, line by line."""
    drawn: list[str] = []

    class Pen(Brush):
        def text(self, *given: object) -> None:  # type: ignore[override]
            drawn.append(str(given[2]))

    line = QRect(0, 0, width, 20)
    Pen().names(QPainter(), line, line, large, small, _NUMBER)
    return drawn


@pytest.mark.parametrize("width", [60, 130, 160, 190, 400])
def test_a_number_is_shown_to_its_last_digit_whatever_becomes_of_the_names(
    qapp: QApplication, width: int
) -> None:
    assert _drawn("歐陽麗美", _NAME, width)[-1].endswith(_NUMBER)


def test_the_other_name_stands_where_it_can_be_read(qapp: QApplication) -> None:
    assert _drawn("歐陽麗美", _NAME, 400) == ["歐陽麗美", _NAME, _NUMBER]
    assert _drawn("歐陽麗美", _NAME, 240) == ["歐陽麗美", _NAME, _NUMBER]
    assert _drawn(_NAME, "歐陽麗美", 190) == [_NAME, f"歐陽麗美 · {_NUMBER}"]


@pytest.mark.parametrize("width", range(40, 300, 7))
def test_no_name_is_cut_down_to_a_few_letters(qapp: QApplication, width: int) -> None:
    shown = "".join(_drawn("歐陽麗美", _NAME, width))

    assert "Au Ye" in shown or "Au" not in shown


def test_a_line_that_is_alone_stands_in_the_middle_of_its_row(qapp: QApplication) -> None:
    drawn: list[tuple[str, int]] = []

    class Pen(Brush):
        def text(self, *given: object) -> None:  # type: ignore[override]
            drawn.append((str(given[2]), given[1].center().y()))  # type: ignore[attr-defined]

    row = Row(7, "+852 9123 4567")
    middle = QRect(0, 0, 200, 60)
    for phone in (row.name, ""):
        cell = TextCell[Row](lambda _r, phone=phone: phone, lambda r: f"HK01-A-{r.number}")  # type: ignore[misc]
        cell.paint(Pen(), QPainter(), middle, row)

    (_, phone), (_, below), alone = drawn
    assert phone < middle.center().y() < below
    assert alone == ("HK01-A-7", middle.center().y())
