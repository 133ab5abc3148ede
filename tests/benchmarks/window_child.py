"""The programs that `window` runs: bare, ours, typed or day, then the folder of a store."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.shell.window import Window
    from ui.signin.session import Session

STARTED = float(os.environ["BENCH_START"])
WORD = os.environ["BENCH_PASSWORD"]
PAGES = (
    *("orders", "payments", "followups", "products", "imports", "settings"),
    *("sync", "backup", "today", "customers"),
)
FIGURES = ("dashboard", "reports")  # NumPy comes with the charts: memory is told with and without
DIALOGS = ("customers.add", "orders.add", "payments.take", "followups.add")
TYPED = ("c", "ch", "cha", "chan", "chan t", "陳", "陳大", "9", "91", "912", "9123", "91234")
CARDS = 20
MOVED = 500  # customers with new business in a day, who move up in the index at rest
_SLOW_BEAT = 5
TYPING = 2.5  # seconds that a quick person takes for her name and password


def since_start() -> float:
    """Milliseconds since the parent started this program."""
    return (time.time() - STARTED) * 1000


def memory() -> float:
    """Megabytes of this process that are in memory."""
    import psutil

    return float(psutil.Process().memory_info().rss / 1e6)


def most_memory() -> float:
    """Megabytes that this process has had in memory at most.

    Where the system says so; `ru_maxrss` also counts what the parent had when it started this.
    """
    import resource

    status = Path("/proc/self/status")
    for line in status.read_text().splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def bare(folder: Path) -> dict[str, float]:
    """A window with one table, and the file opened with the password.

    It stretches the password as the design demands and loads nothing that opening does not need;
    a test holds `db.shop.keys` and `db.shop.connect` to that.
    """
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

    app = QApplication([])
    window = QMainWindow()
    table = QTableWidget(50, 3)
    window.setCentralWidget(table)
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    painted = since_start()
    from db.shop import keys
    from db.shop.connect import FILE_NAME, connect

    raw = connect(folder / FILE_NAME, keys.open_with_password(folder, None, "", WORD).key)
    rows = raw.execute("SELECT name, name_zh, number FROM customer ORDER BY id DESC LIMIT 50")
    for at, row in enumerate(rows.fetchall()):
        for column, text in enumerate(row):
            table.setItem(at, column, QTableWidgetItem(text or ""))
    app.processEvents()
    return {"painted": painted, "usable": since_start(), "memory": memory()}


def ours(folder: Path) -> dict[str, float]:
    """The real program, signed in to without a pause: until the list can be used."""
    window, session = _shown(folder)
    answer = {"painted": since_start()}
    _sign_in(session, window, Loop(_SLOW_BEAT))
    answer["usable"] = since_start()
    window.close()
    return answer


def day(folder: Path) -> dict[str, float]:
    """The real program in use: a day's work squeezed into a minute, then a rest."""
    window, session = _shown(folder)
    loop = Loop()
    _sign_in(session, window, loop)
    loop.until(lambda: not session.desk.background.busy())
    loop.rest(0.5)
    answer = {
        f"stall: {name}": max(loop.step(step) for step in steps)
        for name, steps in _day(window).items()
    }
    answer["memory"] = memory()
    answer["stall: at rest"] = _at_rest(session, loop)
    answer["memory at rest"], answer["most memory"] = memory(), most_memory()
    figures = [loop.step(_calls(session.desk.open, page)) for page in FIGURES * 2]
    answer["stall: dashboard or reports opened"] = max(figures)
    answer["memory with charts"] = memory()
    window.close()
    return answer


def typed(folder: Path) -> dict[str, float]:
    """The real program as a person meets it: the rest of it loads while she types."""
    window, session = _shown(folder)
    answer = {"painted": since_start()}
    loop = Loop(_SLOW_BEAT)
    loop.rest(TYPING)
    pressed = since_start()
    _sign_in(session, window, loop)
    answer["from the password"] = since_start() - pressed
    window.close()
    return answer


def _shown(folder: Path) -> tuple[Window, Session]:
    """The program as `ui.app` starts it, with the sign-in page on the screen."""
    from ui.app import _after_first_paint, _application, build

    app = _application()
    args = Namespace(theme="light", lang="en", demo=False, quit=None)
    window, session = build(app, folder, args)
    window.resize(1440, 900)
    window.show()
    _after_first_paint(args, window, session)
    app.processEvents()
    return window, session


def _sign_in(session: Session, window: Window, loop: Loop) -> None:
    """The password is given; until the list's rows are there, drawn, and can be opened."""
    way_in = session.show_sign_in()
    way_in.login.set_text("bench.admin")
    way_in.password.set_text(WORD)
    way_in.sign_in()
    loop.until(lambda: session.desk.ctx is not None)
    session.desk.open("customers")
    loop.until(lambda: _listed(window))


class Loop:
    """Qt's own event loop with a heart that beats every millisecond, or slower.

    Each beat takes Python's lock from what loads beside it: for a start, few are enough.
    """

    def __init__(self, beat: int = 1) -> None:
        from PySide6.QtCore import QEventLoop, Qt, QTimer

        self._loop, self._timer = QEventLoop(), QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(beat)
        self._timer.timeout.connect(self._beat)
        self._last = self._longest = self._end = 0.0
        self._done: Callable[[], bool] = bool
        self._late = False

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        if self._done():
            self._loop.quit()
        elif now > self._end:
            self._timer.stop()  # or it would say so every millisecond from now on
            self._loop.quit()
            self._late = True

    def until(self, done: Callable[[], bool], seconds: float = 60) -> None:
        """Let the program run until `done`."""
        self._done, self._last = done, time.perf_counter()
        self._end = self._last + seconds
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        if self._late:
            raise TimeoutError("the program was not ready in time")

    def rest(self, seconds: float) -> None:
        """Let the program run for a while."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)

    def step(self, deed: Callable[[], object]) -> float:
        """Milliseconds of the longest stall from the press of a key until all is quiet again.

        The mouse moves first, as it would: nobody does this at a desk that is at rest.
        """
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtTest import QTest

        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                QTest.mouseMove(window, window.geometry().center() - window.position())
        return self.quiet(deed)

    def quiet(self, deed: Callable[[], object]) -> float:
        """The same without a hand on the mouse."""
        from PySide6.QtCore import QTimer

        self._longest = 0.0
        QTimer.singleShot(5, deed)
        self.rest(0.35)
        return self._longest * 1000


def _day(window: Window) -> dict[str, Iterator[Callable[[], object]]]:
    """What is done, by the name of the figure."""
    from db.types import Id

    desk = window.desk
    with desk.context().read() as conn:
        someone: list[Id] = list(
            conn.exec_driver_sql(
                "SELECT DISTINCT customer_id FROM sales_order ORDER BY id DESC LIMIT ?", (CARDS,)
            ).scalars()
        )
    sheet = window.make_sheet()
    return {
        "page opened first": (_calls(desk.open, page) for page in PAGES),
        "page opened again": (_calls(desk.open, page) for page in PAGES),
        "card opened": (_calls(desk.open, "customers", customer_id=one) for one in someone),
        "list scrolled": _scrolling(window),
        "dialog opened": (deed for name in DIALOGS for deed in (_calls(desk.open, name), _close)),
        "typing a search": (_calls(_type, sheet.top.search, text) for text in TYPED),
        "theme changed": iter((window.next_theme, window.next_theme)),
        "language changed": iter((window.next_language, window.next_language)),
    }


def _at_rest(session: Session, loop: Loop) -> float:
    """The longest stall while nobody touches anything and all is tidied."""
    ctx = session.desk.context()
    with ctx.work() as work:
        work.raw.execute(
            "INSERT OR IGNORE INTO search_later(row_id)"
            " SELECT DISTINCT customer_id FROM sales_order ORDER BY id DESC LIMIT ?",
            (MOVED,),
        )
    longest = 0.0
    session.desk.changed.emit(frozenset({"sales_order"}))
    for _ in range(MOVED // 100 + 10):
        longest = max(longest, loop.quiet(session.idle.resting.emit))
    return longest


def _listed(window: Window) -> bool:
    page: Any = window.make_sheet().front()
    return page is not None and page.name == "customers" and page.table.current_row() is not None


def _calls(deed: Callable[..., object], *values: object, **named: object) -> Callable[[], object]:
    return lambda: deed(*values, **named)


def _type(box: Any, text: str) -> None:
    box.setFocus()
    box.setText(text)


def _close() -> None:
    from PySide6.QtWidgets import QApplication, QDialog

    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
            widget.deleteLater()


def _scrolling(window: Window) -> Iterator[Callable[[], object]]:
    """A page down in every list of the customers' and orders' pages."""
    from PySide6.QtWidgets import QAbstractItemView

    for page in ("customers", "orders"):
        yield _calls(window.desk.open, page)
        for view in window.findChildren(QAbstractItemView):
            if view.isVisible():
                bar = view.verticalScrollBar()
                for part in (0.1, 0.5, 1.0, 0.0):
                    yield _calls(bar.setValue, round(bar.maximum() * part))


if __name__ == "__main__":
    PROGRAMS = {"bare": bare, "ours": ours, "typed": typed, "day": day}
    print(json.dumps(PROGRAMS[sys.argv[1]](Path(sys.argv[2]))))
