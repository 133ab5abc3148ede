"""The page Today: everything a day at the counter begins with, kept up to date by itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from jewelcrm.followups import commands, queries
from ui import theme
from ui.customers.parts import LineChips, today_of
from ui.followups.tasks import followup_row
from ui.format import long_day
from ui.i18n import N_, bind
from ui.shell.page import Page
from ui.today import rows
from ui.today.section import TodaySection
from ui.today.tiles import Tiles
from ui.widgets import Button, Label, Row, Scroll, VBox, title

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.followups.model import TodayBoard
    from ui.shell.desk import Desk

_TABLES = frozenset(
    {
        "followup",
        "sales_order",
        "order_step",
        "order_line",
        "payment",
        "payment_due",
        "occasion",
        "customer",
        "contact_point",
        "consent",
    }
)
_TWO_COLUMNS = 960
_LOOK_MS = 30_000  # how often it is asked whether a new day has begun
_RULES_MS = 3_000  # the page is read and shown first; the rules take a second of a large store
_GLANCE_MS = 30  # whoever only passes through on her way to another page waits for no reading
_GATHER_MS = 150  # commits in a row are answered by one reading
_WHOSE = (("all", N_("Everybody's")), ("mine", N_("Mine")))


class TodayPage(Page):
    name = "today"
    icon = "today"
    title = N_("Today")
    help = "today"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board: TodayBoard | None = None
        self._ruled: dt.date | None = None
        self._unsaid = False  # in the language in force
        self.whose = LineChips(_WHOSE, N_("Whose follow-ups"))
        self.date = Label(look="muted")
        self.new = Button(N_("New follow-up"), "bell-ring", self._add)
        self.tiles = Tiles()
        self._make_sections()
        self._lay()
        self._listen()

    def _make_sections(self) -> None:
        nothing_due = N_("Nothing is due. Use the time to complete a card.")
        self.sections = {
            "overdue": TodaySection(
                N_("Overdue"), "clock-alert-outline", "danger", N_("Nothing is overdue.")
            ),
            "due": TodaySection(N_("Due today"), "bell-ring", "accent_text", nothing_due),
            "promised_today": TodaySection(
                N_("Promised today"), "calendar-check", "info", N_("Nothing is promised for today.")
            ),
            "ready_waiting": TodaySection(
                N_("Ready and not collected"),
                "package-variant-closed",
                "ok",
                N_("Nothing is waiting to be collected."),
            ),
            "money_due": TodaySection(N_("Money due"), "cash", "gold", N_("No payment is due.")),
            "birthdays": TodaySection(
                N_("Birthdays and anniversaries, next 14 days"),
                "cake-variant",
                "gold",
                N_("No birthdays are near. Ask for birthdays: the month is enough."),
            ),
        }

    def _lay(self) -> None:
        self._left, self._right = VBox(spacing=14), VBox(spacing=14)
        self._columns = Row(spacing=14)
        self._columns.addLayout(self._left, 1)
        self._columns.addLayout(self._right, 1)
        body = QWidget()
        body.setLayout(VBox(self.tiles, self._columns, None, spacing=14))
        self._scroll = Scroll(body)
        names = VBox(title(N_("Today")), self.date, spacing=0)
        head = Row(names, None, self.whose, self.new)
        self.setLayout(VBox(head, self._scroll, spacing=14))
        self._two: bool | None = None
        self._place(two=True)

    def _listen(self) -> None:
        self._midnight = QTimer(self, interval=_LOOK_MS)
        self._midnight.timeout.connect(self._new_day)
        self._midnight.start()
        self._rules = QTimer(self, singleShot=True, interval=_RULES_MS)
        self._rules.timeout.connect(self._run_rules)
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._read)
        self._glance = QTimer(self, singleShot=True, interval=_GLANCE_MS)
        self._glance.timeout.connect(self._read)
        self.whose.chosen.connect(lambda _key: self._read())
        self.tiles.pressed.connect(self._go)
        self.desk.languageChanged.connect(self._spoken)
        self.desk.signedIn.connect(self._gather.start)

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """Read afresh; once a day, a little later, the rules look for what has become due."""
        if self._ruled != today_of(self.desk) and self.desk.allows("followups.edit"):
            self._rules.start()
        self._glance.start()

    def leave(self) -> None:
        """What was not asked yet can wait until she is back."""
        self._glance.stop()
        self._gather.stop()

    def _run_rules(self) -> None:
        """Not while the desk is locked: whoever comes back to this page starts them.

        Nor before the first copy is complete: what seems gone or new may only not be here yet. Nor
        while this PC is too long off line, when it may change nothing.
        """
        if self._copying() or self.desk.line.shut:
            self._rules.start()
        elif self.desk.allows("followups.edit"):
            self._ruled = today_of(self.desk)
            self.desk.write(self, commands.run_rules, lambda _made: None)

    def _copying(self) -> bool:
        status = self.desk.line.status
        return status is not None and status.first_copy is not None

    def refresh(self, tables: frozenset[str]) -> None:
        """Something changed: read again, once for many commits."""
        if not tables or tables & _TABLES:
            self._gather.start()

    def clear(self) -> None:
        """Another person: begin anew."""
        self.board = None
        self._ruled = None
        self._rules.stop()

    def _read(self) -> None:
        self._gather.stop()
        self._glance.stop()
        mine = self.whose.value() == "mine"

        def work(ctx: Context) -> TodayBoard:
            return queries.today(ctx, mine=mine)

        self.desk.read(self, work, self._show, key="today")

    def _show(self, board: TodayBoard) -> None:
        if board != self.board:
            self.board = board
            self._again()

    def _spoken(self) -> None:
        """In another language: now, or when it is seen again."""
        self._unsaid = not self.isVisible()
        if not self._unsaid:
            self._again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unsaid:
            self._again()

    def _again(self) -> None:
        """Say everything anew: after reading, and in another language."""
        self._unsaid = False
        board, desk = self.board, self.desk
        if board is None or desk.ctx is None:
            return
        bind(self.date.setText, lambda: long_day(board.on))
        named = {name: getattr(board, name) for name in self.sections}
        self.tiles.show_counts(board.counts, {name: one.more for name, one in named.items()})
        show = self.sections
        show["overdue"].show_section(board.overdue, lambda one: followup_row(desk, one))
        show["due"].show_section(board.due, lambda one: followup_row(desk, one))
        show["promised_today"].show_section(
            board.promised_today, lambda one: rows.promised_row(desk, one)
        )
        show["ready_waiting"].show_section(
            board.ready_waiting, lambda one: rows.ready_row(desk, one)
        )
        show["money_due"].show_section(board.money_due, lambda one: rows.money_row(desk, one))
        show["birthdays"].show_section(board.birthdays, lambda one: rows.birthday_row(desk, one))

    def _new_day(self) -> None:
        """At midnight, and after the PC slept: a new day has a new page."""
        if self.desk.ctx is None or self.board is None or not self.isVisible():
            return
        if self.board.on != self.desk.ctx.today():
            self.enter()

    def _add(self) -> None:
        self.desk.open("followups.add")

    def _go(self, name: str) -> None:
        """A tile was pressed: show its section; unread ones have a list of their own."""
        if name == "unread":
            self.desk.open("followups", show="unread")
            return
        section = self.sections[name]
        self._scroll.verticalScrollBar().setValue(section.y() - 8)

    # One column or two ---------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(two=self.width() >= theme.px(_TWO_COLUMNS))

    def _place(self, *, two: bool) -> None:
        if two == self._two:
            return
        self._two = two
        for column in (self._left, self._right):
            while column.takeAt(0) is not None:
                pass
        left = ("overdue", "due", "birthdays") if two else tuple(self.sections)
        for name, section in self.sections.items():
            (self._left if name in left else self._right).addWidget(section)
        for column in (self._left, self._right):
            column.addStretch(1)
        self._columns.setStretch(1, 1 if two else 0)
        self._columns.setSpacing(14 if two else 0)


PAGE = TodayPage
