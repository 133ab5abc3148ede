"""The page Reports: choose one, see its figures, get it onto paper or into a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from jewelcrm.errors import CanFix
from ui import theme
from ui.background import Cancelled
from ui.customers.parts import Flow
from ui.i18n import N_, bind, language, t, tn
from ui.reports import work
from ui.reports.listing import ReportList
from ui.reports.options import Options
from ui.reports.result import Result, numbers_of
from ui.reports.words import said
from ui.shell.page import Page
from ui.widgets import Button, Card, EmptyState, Row, Scroll, VBox, title

if TYPE_CHECKING:
    from collections.abc import Callable

    from jewelcrm.dashboard.behind import Named
    from jewelcrm.reports.model import Figures
    from ui.shell.desk import Desk
    from ui.shell.window import Window

_LIST, _NARROW_LIST = 312, 268
_ROOMY = 900
_STOP_AGAIN_MS = 100
_RIGHT = "reports.ask"
_WATCHED = frozenset({"branch", "setting", "prepared", "subscription", "report_grant"})


class ReportsPage(Page):
    name = "reports"
    icon = "chart-line"
    title = N_("Reports")
    help = "reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: work.Catalogue | None = None
        self._run: work.Run | None = None
        self._wanted: dict[str, str] = {}
        self._show_then = self._entering = False
        self.list = ReportList()
        self.options = Options(desk.context().today())
        self.result = Result(desk)
        self.refused = EmptyState(
            "lock",
            N_("Reports are for managers"),
            N_("Ask your manager for the figures you need."),
        )
        self._lay()
        self._listen()
        self._keys()

    def _lay(self) -> None:
        self._left = Card(self.list, margins=6, spacing=0)
        right = VBox(self.options, self.result, spacing=12)
        right.setStretch(1, 1)
        body = Row(self._left, Scroll(right), spacing=14)
        body.setStretch(1, 1)
        allowed = QWidget()
        allowed.setLayout(body)
        self.stack = QStackedWidget()
        self.stack.addWidget(allowed)
        self.stack.addWidget(Card(self.refused))
        self.papers = Button("", "printer", lambda: self.desk.open("reports.waiting"))
        bind(self.papers.setText, self._papers_words)
        self.papers.hide()
        self.shelf = Button("", "calendar-clock", lambda: self.desk.open("reports.prepared"))
        bind(self.shelf.setText, self._shelf_words)
        self.shelf.hide()
        self.subscribe = Button(N_("Prepare by itself…"), "calendar-clock", self._subscribe)
        self.subscribe.hide()
        self.grants = Button(
            N_("Departments…"), "account-group", lambda: self.desk.open("reports.grants")
        )
        self.grants.hide()
        buttons = (self.papers, self.shelf, self.subscribe, self.grants)
        head = Row(title(N_("Reports")), Flow(*buttons, at_right=True))
        head.setStretch(1, 1)
        column = VBox(head, self.stack, spacing=12)
        column.setStretch(1, 1)
        self.setLayout(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(_LIST if self.width() >= theme.px(_ROOMY) else _NARROW_LIST)

    def _listen(self) -> None:
        self._again = QTimer(self, interval=_STOP_AGAIN_MS)
        self._again.timeout.connect(self._stop_again)
        self.list.chosen.connect(self._choose)
        self.list.wanted.connect(lambda _name: self.show_figures())
        self.options.wanted.connect(self.show_figures)
        self.result.stop_wanted.connect(self.stop)
        self.result.print_wanted.connect(lambda: self._leave("print"))
        self.result.save_wanted.connect(self._leave)
        self.result.preview_wanted.connect(self._preview)
        self.result.list_wanted.connect(self._act)

    def _keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self.show_figures),
            ("Ctrl+Shift+P", lambda: self._leave("print")),
            ("Ctrl+Shift+S", lambda: self._leave("xlsx")),
            ("Ctrl+Shift+V", self._preview),
            ("Esc", self.stop),
        )
        for key, deed in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """desk.open("reports", report="sales", detail="orders", period="today", show=True)."""
        if self.found is None:
            self.stack.setCurrentIndex(0 if self.desk.allows("reports.run") else 1)
        self._entering, self._show_then = True, bool(where.pop("show", False))
        if where.pop("prepared", False):
            self.desk.open("reports.prepared")
        asked = {key: str(value) for key, value in where.items()}
        self._wanted = asked or ({} if self.found is not None else self._habits())
        self.read()

    def refresh(self, tables: frozenset[str]) -> None:
        """F5 runs the report again; a branch more or less is offered."""
        if not tables and self.result.figures is not None:
            self.show_figures()
        elif tables & _WATCHED:
            self.read()

    def clear(self) -> None:
        """Another person: nothing of what the last one saw stays, and nothing runs on for her."""
        self.stop()
        self._run = None
        self.found = None
        self.result.put(None)

    def read(self) -> None:
        """What there is to ask for."""
        if self.desk.allows(_RIGHT):
            self.desk.read(self, work.catalogue, self._show, key="catalogue")

    def _show(self, found: work.Catalogue) -> None:
        self.found = found
        self.stack.setCurrentIndex(0 if found.listed else 1)
        if not found.listed:
            return
        self.papers.setText(self._papers_words())
        self.papers.setVisible(found.papers > 0)
        self.shelf.setText(self._shelf_words())
        self.shelf.setVisible(found.subscribes)
        self.subscribe.setVisible(self.desk.allows("reports.subscribe"))
        self.grants.setVisible(self.desk.allows("reports.grant"))
        self.list.offer(found.listed)
        if report := self._wanted.get("report"):
            self.list.choose(report)
        self._choose(self.list.value())
        if self._wanted:
            self.options.choose(self._wanted)
            self._wanted = {}
        if self._show_then:
            self._show_then = False
            self.show_figures()
        elif self._entering:
            self.list.setFocus()
        self._entering = False

    def _shelf_words(self) -> str:
        n = self.found.unread if self.found is not None else 0
        return tn("Prepared ({n} new)", n) if n else t("Prepared")

    def _subscribe(self) -> None:
        ctx, listed = self.desk.ctx, self.list.listed()
        if ctx is None or listed is None:
            return
        asked = self.options.asked(ctx, language(), timed=False)
        detail = listed.report.detail(asked.detail) or listed.details[0]
        self.desk.open("reports.subscribe", report=listed.report, detail=detail, asked=asked)

    def _papers_words(self) -> str:
        n = self.found.papers if self.found is not None else 0
        return tn("{n} papers waiting", n, one="{n} paper waiting")

    def _choose(self, _name: str) -> None:
        listed = self.list.listed()
        if self.found is None or listed is None:
            return
        self.options.offer(listed, self.found.branches)
        if listed.report.filters:
            report = listed.report
            self.desk.read(
                self,
                lambda ctx: work.choices(ctx, report),
                self.options.filters.fill,
                key="choices",
            )

    # Figures -------------------------------------------------------------------------------

    def show_figures(self) -> None:
        """Run it; work goes on meanwhile."""
        ctx, listed = self.desk.ctx, self.list.listed()
        if self._run is not None or ctx is None or listed is None:
            return
        try:
            asked = self.options.asked(ctx, language())
        except CanFix as error:
            self._told(error)
            return
        self._keep_habits()
        self.result.begin(said(listed.report.title))
        run = self._run = work.Run(ctx, listed.report.name, asked)
        run.job = self.desk.background.run_long(
            self, run, lambda figures: self._done(run, figures), lambda e: self._failed(run, e)
        )
        self.result.going.follow(run.job)

    def stop(self) -> None:
        """Give up the report that is on its way."""
        if self._run is not None:
            self.result.going.stopping()
            self._run.stop()
            self._again.start()

    def _stop_again(self) -> None:
        if self._run is None:
            self._again.stop()
        else:
            self._run.stop()

    def _done(self, run: work.Run, figures: Figures) -> None:
        if run is not self._run:
            return  # somebody else sits here now
        self._run = None
        self.result.put(figures)
        self.result.table.table.setFocus()

    def _failed(self, run: work.Run, error: Exception) -> None:
        if run is not self._run:
            return
        self._run = None
        self.result.back()
        if isinstance(error, Cancelled):
            self.desk.toast(t("Stopped."))
        else:
            self._told(error)

    def _told(self, error: Exception) -> None:
        """Under the field it belongs to, or in passing."""
        from ui.shell.words import words_for

        words = words_for(error)
        if words is None or not self.options.tell(words.field, words.words):
            self.desk.fail(error, self)

    # Onto paper, into a file ---------------------------------------------------------------

    def _leave(self, form: str) -> None:
        if self.result.figures is not None and self._run is None:
            self.desk.open("reports.leave", figures=self.result.figures, form=form)

    def _preview(self) -> None:
        if self.result.figures is not None and self._run is None:
            self.desk.open("reports.preview", figures=self.result.figures)

    def _act(self) -> None:
        """A follow-up for each order or customer of the rows."""
        figures = self.result.figures
        if figures is None:
            return
        numbers, words = numbers_of(figures), said(figures.report.title)

        def ask(found: Named) -> None:
            self.desk.open(
                "dashboard.act",
                words=words,
                order_ids=found.orders,
                customer_ids=() if found.orders else found.customers,
            )

        self.desk.read(self, lambda ctx: work.named(ctx, numbers), ask)

    # What was chosen last time -------------------------------------------------------------

    def _shell(self) -> Window | None:
        from ui.shell.window import Window

        window = self.window()
        return window if isinstance(window, Window) else None

    def _habits(self) -> dict[str, str]:
        shell = self._shell()
        try:
            kept = json.loads(shell.likes.report) if shell is not None else {}
        except ValueError:
            return {}
        return cast("dict[str, str]", kept) if isinstance(kept, dict) else {}

    def _keep_habits(self) -> None:
        if (shell := self._shell()) is not None:
            shell.likes.report = json.dumps(self.options.habits())
            shell.save_likes()


PAGE = ReportsPage
