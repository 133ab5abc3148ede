"""The page Backups: the light, the moments to go back to, the places for copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.background import Cancelled
from ui.backup import work
from ui.backup.rows import point_row, target_row
from ui.backup.state import StateCard
from ui.backup.unsent import UnsentCard
from ui.backup.words import DOING, STOPPED, here_of, place_words, point_words
from ui.format import sentences
from ui.i18n import N_, bind, later, t, tn
from ui.shell.page import Page
from ui.sync.rows import LEAST, Listing
from ui.widgets import Button, Card, Row, Scroll, Tabs, VBox, title

if TYPE_CHECKING:
    from jewelcrm.backup.model import Drilled, Made, Point, Target, Verified
    from jewelcrm.context import Context
    from ui.background import Job, Progress
    from ui.backup.work import Found
    from ui.shell.desk import Desk

_TABS = (("points", N_("Moments to go back to")), ("targets", N_("Places for copies")))
_GATHER_MS = 200


class BackupPage(Page):
    name = "backup"
    icon = "shield-check"
    title = N_("Backups")
    help = "backup"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: Found | None = None
        self._job: Job | None = None
        self.state = StateCard(desk)
        self.unsent = UnsentCard(desk)
        self.tabs = Tabs(_TABS, N_("Backups"))
        self.add = Button(N_("Add a place…"), "plus", lambda: desk.open("backup.target"))
        self.health = Button(N_("Health"), "shield-check", lambda: desk.open("settings.health"))
        self.lists = {
            "points": Listing(
                "history",
                N_("No backup yet"),
                N_("One is made by itself every four hours while the program is open."),
            ),
            "targets": Listing(
                "content-save",
                N_("Backups lie on this computer only"),
                N_("If its disk breaks they are gone too. Add a USB stick or a network folder."),
            ),
        }
        self._lay()
        self._listen()

    def _lay(self) -> None:
        body = VBox(spacing=0)
        for made in self.lists.values():
            body.addWidget(made)
        body.addStretch(1)
        inside = QWidget()
        inside.setLayout(body)
        head = Row(self.tabs, None, self.add)
        self.sheet = Card(head, Scroll(inside, least=LEAST), margins=14, spacing=6)
        self.sheet.box.setStretch(1, 1)
        head_row = Row(title(N_("Backups")), None, self.health)
        below = VBox(self.state, self.unsent, self.sheet, spacing=14)
        below.setStretch(2, 1)
        column = VBox(head_row, Scroll(below), spacing=14)
        column.setStretch(1, 1)
        self.setLayout(column)

    def _listen(self) -> None:
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self.read)
        self.tabs.chosen.connect(self._choose)
        self.state.make_wanted.connect(self.make)
        self.state.drill_wanted.connect(self.drill)
        self.state.stop_wanted.connect(self.stop)
        self.desk.safe.changed.connect(self._gather.start)
        self.desk.languageChanged.connect(self._again)
        for key, words in _TABS:
            bind(self.tabs.button(key).setText, partial(self._tab_words, key, words))

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """desk.open("backup", begin=True) makes one at once; show="targets" shows the places."""
        self.tabs.choose(str(where.get("show") or "points"))
        self._choose(self.tabs.value())
        self.state.allow()
        self.read()
        if where.get("begin") and self._job is None:
            self.make()

    def refresh(self, tables: frozenset[str]) -> None:
        """F5, or the places were changed."""
        if not tables or "setting" in tables or "audit_log" in tables:
            self._gather.start()

    def clear(self) -> None:
        """Another person: what runs goes on."""
        self.found = None
        self.unsent.show_offer(None)
        for listing in self.lists.values():
            listing.show_all([])

    def read(self) -> None:
        """Look again."""
        self.desk.read(self, work.find, self._show, key="backup")

    def _show(self, found: Found) -> None:
        self.found = found
        self.desk.safe.show(found.status)
        self._again()

    def _again(self) -> None:
        found, desk = self.found, self.desk
        if found is None or desk.ctx is None:
            return
        places = {target.id: place_words(target) for target in found.targets}
        rows: dict[str, list[Callable[[], QWidget]]] = {
            "points": [
                partial(point_row, desk, one, places, self.verify, self.put_back)
                for one in found.points
            ],
            "targets": [
                partial(target_row, desk, look, self.remove) for look in found.status.targets
            ],
        }
        for key, words in _TABS:
            self.lists[key].show_all(rows[key])
            self.tabs.button(key).setText(self._tab_words(key, words))
        self.state.show_found(found)
        self.unsent.show_offer(found.unsent)
        self._choose(self.tabs.value())

    def _choose(self, key: str) -> None:
        for name, made in self.lists.items():
            made.setVisible(name == key)
        self.add.setVisible(key == "targets" and self.desk.allows("backup.targets"))

    def _tab_words(self, key: str, words: str) -> str:
        found = self.found
        shown: Sequence[object] = ()
        if found is not None:
            shown = found.points if key == "points" else found.status.targets
        return f"{later(words)}  {len(shown)}" if shown else later(words)

    # What can be done ----------------------------------------------------------------------

    def make(self) -> None:
        """A backup now; work goes on meanwhile."""
        self._run(work.back_up, self._made, "copy")

    def drill(self) -> None:
        """Put the newest back for trial."""
        self._run(work.drill, self._drilled, "drill")

    def verify(self, point: Point) -> None:
        """Read one again."""

        def reads(ctx: Context, progress: Progress) -> Verified:
            return work.verify(ctx, point, progress)

        self._run(reads, self._verified, "check")

    def put_back(self, point: Point) -> None:
        """Ask first: everything since then goes."""
        self.desk.open("backup.putback", point=point)

    def remove(self, target: Target) -> None:
        """Copies that lie there stay; new ones go there no more."""
        if self.found is None:
            return
        kept = [one for one in self.found.targets if one.id != target.id]
        self.desk.write(self, lambda ctx: work.put_targets(ctx, kept), lambda _kept: self.read())

    def stop(self) -> None:
        """Give up what is under way."""
        if self._job is not None:
            self._job.cancel()
            self.state.stopping()

    def _run(
        self,
        act: Callable[[Context, Progress], object],
        then: Callable[..., None],
        what: str,
    ) -> None:
        if self._job is not None:
            return
        ctx = self.desk.context()
        self.state.begin(later(DOING[what]))

        def done(answer: object) -> None:
            self._over()
            then(answer)

        self._job = self.desk.background.run_long(
            self, lambda progress: act(ctx, progress), done, partial(self._failed, what)
        )
        self._job.progressed.connect(self.state.tell)

    def _over(self) -> None:
        self._job = None
        self.state.end()
        self.read()

    def _failed(self, what: str, error: Exception) -> None:
        self._over()
        if isinstance(error, Cancelled):
            self.desk.toast(later(STOPPED[what]))
        else:
            self.desk.fail(error, self)

    def _made(self, made: Made) -> None:
        if self.desk.ctx is None:
            return
        said = point_words(made.point, here_of(self.desk))
        warned = map(later, made.warnings)
        self.desk.toast(sentences(t("Backed up: {what}.", what=said), *warned))

    def _drilled(self, drilled: Drilled) -> None:
        if drilled.passed:
            customers = tn("{n} customers", drilled.customers, one="{n} customer")
            said = t(
                "Put back for trial in {n} seconds: {customers}, all counted.",
                n=max(1, round(drilled.seconds)),
                customers=customers,
            )
            from jewelcrm.backup.words import OFFICE

            heard = later(OFFICE[drilled.office]) if drilled.office else ""
            self.desk.toast(sentences(said, heard))
        else:
            self.desk.toast(
                t("The trial found something wrong: {what}", what=later(drilled.faults[0]))
            )

    def _verified(self, checked: Verified) -> None:
        if checked.whole:
            self.desk.toast(t("Every page of it is as it was made."))
        else:
            self.desk.toast(t("It is damaged: {what}", what=later(checked.faults[0])))


PAGE = BackupPage
