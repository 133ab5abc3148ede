"""The demo store: made with a progress bar when it is not there yet, its sign-in on screen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from ui.background import Cancelled, Progress
from ui.i18n import N_, language, later, say
from ui.signin.panel import Panel
from ui.widgets.buttons import Button
from ui.widgets.frames import Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk
    from ui.signin.session import Session

CUSTOMERS = 5_000
STEPS = (N_("Customers"), N_("Orders"), N_("Reminders"))  # what jewelcrm.demo says it is at
MARK = "demo.json"
SHOP = {
    "branch_code": "HK01",
    "branch_name": "Nathan Road",
    "branch_name_zh": "彌敦道分店",
    "admin_name": "Mei Chan",
    "admin_login": "mei",
    "address": "1/F, 500 Nathan Road, Yau Ma Tei",
    "phone": "+852 2345 6789",
}


class MakingDemo(Panel):
    """How far the made-up shop is."""

    ready = Signal()
    stopped = Signal()

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__(desk)
        self._folder = folder
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        say(self.bar.setAccessibleName, "How far the demo store is")
        self.what = Label("Making the key of the store…", "muted")
        self.cancel = Button("Stop", pressed=self._stop)
        for part in (
            Label("Making the demo store", "title"),
            Label(
                "A made-up shop with 5,000 customers, their orders, payments and reminders. "
                "Nobody in it is real.",
                "muted",
                wrap=True,
            ),
            self.bar,
            self.what,
        ):
            self.box.addWidget(part)
        self.foot()
        self.box.addLayout(Row(None, self.cancel))

    def start(self) -> None:
        """Make it on a thread of its own."""
        folder = self._folder
        self._job = self.desk.background.run_long(
            self,
            lambda progress: make_demo(folder, progress),
            lambda _made: self.ready.emit(),
            self._failed,
        )
        self._job.progressed.connect(self._tell)

    def _tell(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        if text:
            self.what.raw(later(text))

    def _stop(self) -> None:
        self._job.cancel()
        self.what.words("Stopping…")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.stopped.emit()
            return
        self.failed(error)


def begin_demo(session: Session) -> None:
    """Make the demo store if need be, then show the sign-in with its password."""
    if session.gate.has_store():
        _show_sign_in(session)
        return
    page = MakingDemo(session.desk, session.gate.folder)
    page.language_pressed.connect(session.window.next_language)
    page.theme_pressed.connect(session.window.next_theme)
    page.ready.connect(lambda: _show_sign_in(session))
    page.stopped.connect(session.window.close)
    session.window.front(page)
    page.start()


def _show_sign_in(session: Session) -> None:
    page = session.show_sign_in()
    if (known := credentials(session.gate.folder)) is not None:
        page.show_demo(*known)


def credentials(folder: Path) -> tuple[str, str] | None:
    """Log-in and password of a demo store; None when this folder holds a real one."""
    try:
        kept = json.loads((folder / MARK).read_text("utf-8"))
        return str(kept["login"]), str(kept["password"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def make_demo(folder: Path, progress: Progress, customers: int = CUSTOMERS) -> None:
    """Make a demo store. It stands in the folder only once it is whole."""
    from jewelcrm.access.signin import sign_in
    from jewelcrm.demo import PASSWORD, fill
    from jewelcrm.people.commands import edit_person
    from jewelcrm.people.founding import NewShop, found
    from jewelcrm.settings import put

    draft = folder.with_name(folder.name + ".making")
    shutil.rmtree(draft, ignore_errors=True)
    made = found(draft, NewShop(password=PASSWORD, **SHOP))
    ctx = sign_in(draft, made.login, PASSWORD)
    try:
        put(ctx, "language", language())  # what staff of the demo wrote is in it too
        edit_person(ctx, ctx.staff.id, name_zh="陳美")
        fill(ctx, customers=customers, progress=progress)
    finally:
        ctx.store.close()
    mark = {"login": made.login, "password": PASSWORD}
    (draft / MARK).write_text(json.dumps(mark), "utf-8")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for part in sorted(draft.iterdir(), key=lambda path: path.name.startswith("keyslots")):
        part.replace(folder / part.name)
    draft.rmdir()
