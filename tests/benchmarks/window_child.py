"""The two programs that `window` compares: `bare` or `ours`, then the folder of a store."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from pathlib import Path

STARTED = float(os.environ["BENCH_START"])
WORD = os.environ["BENCH_PASSWORD"]


def since_start() -> float:
    """Milliseconds since the parent started this program."""
    return (time.time() - STARTED) * 1000


def memory() -> float:
    """Megabytes of this process that are in memory."""
    import psutil

    return float(psutil.Process().memory_info().rss / 1e6)


def bare(folder: Path) -> dict[str, float]:
    """A window with one table, and the file opened with the password."""
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
    """The real program: sign in, customers, then a minute's work squeezed into seconds."""
    from ui.app import _application, build

    app = _application()
    window, session = build(app, folder, Namespace(theme="light", lang="en", demo=False))
    window.resize(1440, 900)
    window.show()
    session.begin()
    app.processEvents()
    painted = since_start()
    from PySide6.QtCore import QTimer

    way_in = session.show_sign_in()
    way_in.login.set_text("bench.admin")
    way_in.password.set_text(WORD)
    way_in.sign_in()
    _until(app, lambda: session.desk.ctx is not None)
    session.desk.open("customers")
    _until(app, lambda: not session.desk.background.busy())
    usable = since_start()

    stalls: list[float] = []
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        stalls.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(beat)
    last[0] = time.perf_counter()
    timer.start()
    for page in ("orders", "followups", "today", "customers"):
        session.desk.open(page)
        _until(app, lambda: not session.desk.background.busy())
    for text in ("c", "ch", "cha", "chan", "chan t", "陳", "陳大", "9123", "91234"):
        window.sheet.top.search.setText(text)
        _for(app, 0.25)
    timer.stop()
    answer = {"painted": painted, "usable": usable, "stall": max(stalls), "memory": memory()}
    window.close()
    return answer


def _until(app: object, done: object, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not done():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
    app.processEvents()


def _for(app: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    print(json.dumps({"bare": bare, "ours": ours}[sys.argv[1]](Path(sys.argv[2]))))
