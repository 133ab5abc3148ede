"""Nothing heavy is loaded before there is something to see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("sqlalchemy", "sqlcipher3", "reportlab", "keyring", "PIL", "phonenumbers", "zxcvbn")
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
print(",".join(name for name in sys.argv[2].split(",") if name in sys.modules))
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
