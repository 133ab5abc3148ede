"""The dashboard: how the shop stands, or one person; from each figure to the list behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.customers.parts import LineChips
from ui.dashboard import drawn, work
from ui.dashboard.charts import NameChart, TimeChart, Titled
from ui.dashboard.tiles import FigureTiles
from ui.dashboard.words import NAMES, SPANS, WHOSE, days_words, short
from ui.format import moment
from ui.i18n import N_, later, t
from ui.orders.words import stage_word
from ui.shell.page import Page
from ui.turns import turns
from ui.widgets import Button, Card, Chips, Label, Row, Scroll, VBox, title

if TYPE_CHECKING:
    from jewelcrm.dashboard.behind import What
    from jewelcrm.dashboard.model import Board, Span, Tile
    from jewelcrm.reports.model import Period
    from ui.shell.desk import Desk

_TABLES = frozenset({"sales_order", "order_line", "payment", "followup", "setting", "order_step"})
_GATHER_MS = 600  # commits in a row are answered by one reading
_SUMS_MS = 1_200  # the page stands there first
_TWO_COLUMNS = 900
_OWN = ("net_sales", "orders", "average", "takings", "on_time", "late", "ready", "overdue")
_SHOP = (
    "net_sales",
    "orders",
    "average",
    "takings",
    "new_customers",
    "on_time",
    "overdue",
    "late",
    "ready",
    "owed",
)


class DashboardPage(Page):
    name = "dashboard"
    icon = "chart-bar"
    title = N_("Dashboard")
    help = "dashboard"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board: Board | None = None
        self._slower: tuple[Tile, ...] = ()
        self._wants_slower = False
        self.span = Chips(SPANS, N_("Period"))
        self.span.choose("this-month")
        self.whose = LineChips(WHOSE, N_("Whose figures"))
        self.targets = Button(N_("Targets…"), "flag", lambda: desk.open("dashboard.targets"))
        self.told = Label(look="muted", wrap=True)
        self.tiles = FigureTiles(NAMES)
        self.time = Titled(N_("Net sales"), N_("Nothing was sold in this period yet."))
        self.stages = Titled(N_("Open orders by stage"), N_("No order is open."))
        self.people = Titled(N_("Net sales by person"), N_("Nobody has sold anything yet."))
        self._lay()
        self._listen()

    def _lay(self) -> None:
        names = VBox(title(N_("Dashboard")), self.told, spacing=0)
        head = Row(names, self.whose, self.targets)
        head.setStretch(0, 1)
        self._people_card = Card(self.people, margins=16)
        self._charts = Row(spacing=12)  # side by side, both as high as the higher
        self._charts.addWidget(Card(self.time, margins=16), 3)
        self._charts.addWidget(Card(self.stages, margins=16), 2)
        body = QWidget()
        body.setLayout(VBox(self.tiles, self._charts, self._people_card, None, spacing=12))
        column = VBox(head, self.span, Scroll(body), spacing=12)
        column.setStretch(2, 1)
        self.setLayout(column)
        self._makers: list[Callable[[], None]] = [
            lambda: self.time.hold(TimeChart(N_("Net sales"), short_of)),
            lambda: self.stages.hold(NameChart(N_("Open orders by stage"))),
            lambda: self.people.hold(NameChart(N_("Net sales by person"))),
        ]
        self._drawers: list[Callable[[], None]] = []

    def _listen(self) -> None:
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self.read)
        self._sums = QTimer(self, singleShot=True, interval=_SUMS_MS)
        self._sums.timeout.connect(self._sum_up)
        self._making = turns(self, self._make_next)
        self._making.start()
        self.span.chosen.connect(lambda _span: self.read())
        self.whose.chosen.connect(lambda _whose: self.read())
        self.tiles.pressed.connect(self.press)
        self.desk.languageChanged.connect(self._again)

    def _make_next(self) -> None:
        """One chart in a turn: to make or draw all of them at once would hold the window up."""
        if self._makers:
            self._makers.pop(0)()
            if not self._makers:
                self.time.chart_chosen(self._open_day)
                self.stages.chart_chosen(self._open_stage)
                self.people.chart_chosen(self._open_person)
                self._again()
        elif self._drawers:
            self._drawers.pop(0)()
        else:
            self._making.stop()
            if self._wants_slower:
                self._read_slower()

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """desk.open("dashboard", span="today")."""
        self.span.choose(str(where.get("span") or self.span.value()))
        manager = self.desk.allows("reports.run")
        self.whose.setVisible(manager)
        self.targets.setVisible(manager and self.desk.allows("settings.edit"))
        self.read()
        self._sums.start()

    def leave(self) -> None:
        """What was not asked yet can wait until she is back."""
        self._gather.stop()
        self._sums.stop()

    def refresh(self, tables: frozenset[str]) -> None:
        """Something changed: read again, once for many commits."""
        if not tables or tables & _TABLES:
            self._gather.start()

    def clear(self) -> None:
        """Another person: begin anew, with her own figures."""
        self.board, self._slower, self._wants_slower = None, (), False
        self._drawers.clear()
        for tile in self.tiles.tiles.values():
            tile.put(None, "")
        for chart in (self.time, self.stages, self.people):
            chart.put(())
        self.whose.choose("all")

    def read(self) -> None:
        """Figures first; what reports have to be read for comes after them."""
        self._gather.stop()
        span, mine = self._span(), self.whose.value() == "mine"
        self.desk.read(self, lambda ctx: work.board(ctx, span, mine=mine), self._show, key="board")

    def _span(self) -> Span:
        return work.span_named(self.span.value())

    def _show(self, board: Board) -> None:
        self.board = board
        self._slower = tuple(one for one in self._slower if not board.mine)
        self._again()
        self._wants_slower = not board.mine

    def _read_slower(self) -> None:
        """Once the charts are there: the two would only wait for each other."""
        board, self._wants_slower = self.board, False
        if board is not None:
            span = board.span
            self.desk.read(
                self, lambda ctx: work.slower(ctx, span), self._show_slower, key="slower"
            )

    def _show_slower(self, tiles: tuple[Tile, ...]) -> None:
        self._slower = tiles
        if self.board is not None and not self.board.mine:
            self.tiles.put(tiles, self.board.currency)

    def _sum_up(self) -> None:
        """Days that wait to be summed are summed in the background, a few at a time."""
        self.desk.background.ask(
            self, partial(work.catch_up, self.desk.context()), self._summed, lane="slow", key="sums"
        )

    def _summed(self, left: int) -> None:
        if left and self.isVisible():
            self._sums.start()

    def _again(self) -> None:
        """Say and draw everything anew: after reading, and in another language."""
        board, ctx = self.board, self.desk.ctx
        if board is None or ctx is None or self._makers:
            return
        at = moment(board.as_of, ctx.branch.time_zone, ctx.today())
        whose = t("Your own figures") if board.mine else t("All this PC knows of")
        days = days_words(board.period.since, board.period.until)
        against = t("▲ ▼ against {days}", days=days_words(board.before.since, board.before.until))
        self.told.raw(f"{days}  ·  {whose}  ·  {t('as of {at}', at=at)}  ·  {against}")
        self.tiles.only(_OWN if board.mine else _SHOP)
        self.tiles.put((*board.tiles, *self._slower), board.currency)
        self._drawers = [
            lambda: self.time.put(drawn.points(board)),
            lambda: self.stages.put(drawn.stages(board)),
            lambda: self.people.put(drawn.people(board)),
        ]
        self._making.start()
        self._people_card.setVisible(not board.mine)
        self.time.tell(drawn.legend(board))

    # From a figure to what is behind it ------------------------------------------------------

    def press(self, name: str) -> None:
        """A tile: the list behind it."""
        board = self.board
        if board is None:
            return
        so_far = work.so_far(self.desk.context(), board)
        lists: dict[str, What] = {
            **dict.fromkeys(("net_sales", "orders", "average"), "sold"),
            "takings": "taken",
            "late": "late",
            "ready": "ready",
        }
        if name in lists:
            self._open(lists[name], later(NAMES[name][0]), so_far)
        elif name == "overdue":
            self.desk.open("followups", show="overdue", whose="mine" if board.mine else "all")
        elif name == "on_time" and board.mine:
            self.desk.open("followups", show="done", whose="mine")
        else:
            self._report(name, board)

    def _report(self, name: str, board: Board) -> None:
        """What a report lists: opened at the same period."""
        report, detail = {
            "on_time": ("follow-ups", "list"),
            "new_customers": ("new-customers", "new"),
            "owed": ("receivables", "dues"),
        }[name]
        self.desk.open("reports", report=report, detail=detail, period=board.span, show=True)

    def _open(
        self,
        what: What,
        words: str,
        period: Period | None = None,
        *,
        stage: str = "",
        staff_id: bytes | None = None,
    ) -> None:
        mine = self.board is not None and self.board.mine
        own = self.desk.context().staff.id if mine else None
        self.desk.open(
            "dashboard.behind",
            which=work.behind_of(what, period, stage, staff_id or own),
            words=words,
        )

    def _open_day(self, at: int) -> None:
        board = self.board
        if board is not None and at < len(board.points):
            one = board.points[at]
            words = f"{t('Net sales')}  ·  {days_words(one.since, one.until)}"
            self._open("sold", words, work.days(one.since, one.until))

    def _open_stage(self, at: int) -> None:
        if self.board is not None and at < len(self.board.stages):
            stage = self.board.stages[at].key
            self._open("stage", stage_word(stage), stage=stage)

    def _open_person(self, at: int) -> None:
        board = self.board
        if board is not None and at < len(board.people):
            one = board.people[at]
            self._open(
                "sold", one.label, work.so_far(self.desk.context(), board), staff_id=one.staff_id
            )

    # One column or two ---------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_TWO_COLUMNS)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._charts.direction() != way:
            self._charts.setDirection(way)


def short_of(cents: float) -> str:
    """A money axis."""
    return short(round(cents))


PAGE = DashboardPage
