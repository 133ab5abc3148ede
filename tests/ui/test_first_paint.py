"""Nothing heavy is loaded before there is something to see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("sqlalchemy", "sqlcipher3", "reportlab", "keyring", "PIL", "phonenumbers", "zxcvbn")
LATER = (  # rooms of ours that the sign-in page has no use for, and what they bring along
    *("ui.shell.sheet", "ui.shell.palette", "ui.shell.toasts", "ui.shell.fault"),
    *("ui.widgets.table", "ui.widgets.cells", "ui.widgets.dialog", "ui.widgets.inputs"),
    *("ui.customers", "ui.today", "jewelcrm.context", "db.store", "zoneinfo", "decimal"),
)
UNLEARNT = ("QStyle", "QTableView", "QHeaderView", "QAbstractItemView", "QSystemTrayIcon")
"""Qt for Python makes a class when it is first named or comes back from a call: these take 12 ms,
most of it for their enumerations. `viewport()`, `style()` and `findChild()` have it look through
whole families of classes."""
ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from argparse import Namespace
from pathlib import Path
from ui import app as program
app = program._application()
args = Namespace(lang="en", theme="light", demo=False, quit=None)
window, session = program.build(app, Path(sys.argv[1]), args)
session.begin()
window.show()
window.repaint()
app.processEvents()
from PySide6 import QtWidgets
names = {*sys.modules, *(one for one in vars(QtWidgets) if vars(QtWidgets)[one] is not None)}
print(",".join(name for name in sys.argv[2].split(",") if name in names))
"""


def run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    return done.stdout.strip()


def test_the_sign_in_page_is_painted_before_the_stores_libraries_load(tmp_path: Path) -> None:
    assert run(PROGRAM, str(tmp_path), ",".join(HEAVY)) == ""


def test_the_sign_in_page_loads_nothing_that_comes_after_it(tmp_path: Path) -> None:
    assert run(PROGRAM, str(tmp_path), ",".join(LATER)) == ""


def test_the_sign_in_page_has_qt_for_python_learn_no_class_that_comes_after_it(
    tmp_path: Path,
) -> None:
    assert run(PROGRAM, str(tmp_path), ",".join((*UNLEARNT, "QLabel"))) == "QLabel"


def test_reading_the_command_line_does_not_even_load_qt() -> None:
    loaded = run("import sys, ui.app; print('PySide6' in sys.modules)")

    assert loaded == "False"


def test_what_only_a_file_or_a_chart_needs_is_not_loaded_ahead_for_all_pages() -> None:
    seldom = ("numpy", "pyqtgraph", "python_calamine", "charset_normalizer", "pyzipper", "PIL")
    code = """
import sys
from importlib import import_module
from ui import app
for name in app._SOON + app._WHEN_IDLE:
    import_module(name)
print(",".join(name for name in sys.argv[1].split(",") if name in sys.modules))
"""

    assert run(code, ",".join(seldom)) == ""


def test_a_thread_that_computes_gives_the_window_its_turn_within_a_millisecond() -> None:
    code = "import sys; from ui import app; app._application(); print(sys.getswitchinterval())"

    assert float(run(code)) < 0.001
