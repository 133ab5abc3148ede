"""What the program has loaded when the list of customers can be used.

Every library takes its time just when somebody stands at the counter: whatever only another page
needs (reports, charts, printing, spreadsheets, the line to head office) comes afterwards; so does
SQLAlchemy: a sign-in, the settings and the first list are in plain SQL (`Store.look`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jewelcrm.access.signin import sign_in
from jewelcrm.customers.commands import add_customer
from tests.builders import a_customer
from tests.conftest import PASSWORD

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import json, os, sys
from argparse import Namespace
from pathlib import Path
from PySide6.QtCore import QTimer
from ui import app as program
from ui.customers import place
from ui.signin import session as sitting
sitting._LISTEN_MS = 3_600_000  # what comes seconds after a sign-in never comes here,
names = []
place._load = lambda: names.append(sorted(sys.modules))  # the card beside the list is next
app = program._application()
args = Namespace(lang="en", theme="light", demo=False, quit=None)
window, session = program.build(app, Path(sys.argv[1]), args)
session.begin()
window.resize(1440, 900)
window.show()
session.seat(session.gate.sign_in(sys.argv[2], sys.argv[3]))
for timer in [*window.findChildren(QTimer), *session.desk.findChildren(QTimer)]:
    if timer.interval() > 100:
        timer.stop()  # ... however slow the machine is
session.desk.open("customers")
page = window.make_sheet().page()
while page.table.current_row() is None or not names:
    app.processEvents()
print(json.dumps(names[0]))
sys.stdout.flush()
os._exit(0)
"""

LIBRARIES = frozenset({"PySide6", "argon2", "cryptography", "sqlcipher3"})
SMALL = frozenset({"cython_runtime", "shiboken6", "shibokensupport", "typing_extensions"})
OURS = frozenset({"db", "jewelcrm", "resources", "ui"})
NOT_YET = (  # rooms of ours, and heavy parts of what Python or a library brings along
    *("sqlalchemy", "db.columns", "db.tables", "db.shop.local"),
    *("jewelcrm.backup", "jewelcrm.catalogue", "jewelcrm.dashboard", "jewelcrm.doctor"),
    *("jewelcrm.followups", "jewelcrm.history", "jewelcrm.imports", "jewelcrm.office"),
    *("jewelcrm.payments", "jewelcrm.reports", "jewelcrm.search", "jewelcrm.sync"),
    *("jewelcrm.wire", "jewelcrm.customers.queries.cards", "jewelcrm.customers.commands"),
    *("db.office", "ui.dashboard", "ui.orders", "ui.payments", "ui.settings", "ui.sync"),
    *("ui.customers.card", "ui.reports.page", "ui.shell.tray", "ui.signin.founding"),
    *("PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtPrintSupport", "PySide6.QtSvg"),
    *("http.client", "sqlite3", "unittest", "urllib.request", "xml.etree"),
)


AHEAD = """
import json, os, sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path
from ui import app as program
app = program._application()
args = Namespace(lang="en", theme="light", demo=False, quit=None)
window, session = program.build(app, Path(sys.argv[1]), args)
session.begin()
for name in program._SOON:
    import_module(name)
print(json.dumps(sorted(sys.modules)))
sys.stdout.flush()
os._exit(0)
"""


def ran(code: str, *words: str) -> list[str]:
    """The modules that a program says are there, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, _first_shop: tuple[Path, str]) -> list[str]:
    """Every module that is there when the list can be used."""
    folder = tmp_path_factory.mktemp("start") / "shop"
    shutil.copytree(_first_shop[0], folder)
    ctx = sign_in(folder, "mei.chan", PASSWORD)
    add_customer(ctx, a_customer())
    ctx.store.close()
    return ran(PROGRAM, str(folder), "mei.chan", PASSWORD)


def test_the_list_needs_no_library_but_qt_and_the_stores(loaded: list[str]) -> None:
    known = LIBRARIES | SMALL | OURS | set(sys.stdlib_module_names)
    tops = {name.partition(".")[0] for name in loaded}
    others = {one for one in tops - known if not one.startswith("_")}

    assert tops > LIBRARIES
    assert others <= {"signature_bootstrap"}  # Qt for Python's own


@pytest.mark.parametrize("name", NOT_YET)
def test_what_another_page_needs_is_loaded_after_the_list(loaded: list[str], name: str) -> None:
    assert not [one for one in loaded if one == name or one.startswith(f"{name}.")]


def test_nobody_waits_for_a_module_once_the_password_has_given_the_key(
    loaded: list[str], tmp_path: Path
) -> None:
    """While Argon2 stretches the password Python has nothing to do: all the rest loads then."""
    late = set(loaded) - set(ran(AHEAD, str(tmp_path)))

    assert sorted(one for one in late if not one.startswith("encodings.")) == []
