"""The page Follow-ups: every open task by standing and person, and what was closed lately."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.followups import commands, queries
from jewelcrm.followups.model import FollowUp, OpenFilter
from jewelcrm.followups.model import Page as Found
from ui.customers.filling import Filler
from ui.customers.parts import LineChips
from ui.followups.row import TaskRow
from ui.followups.tasks import followup_row
from ui.i18n import N_, bind, t, tn
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.widgets import (
    Button,
    Card,
    Chips,
    EmptyState,
    Label,
    LinkButton,
    Row,
    Scroll,
    VBox,
    title,
)

_TABLES = frozenset({"followup", "customer", "contact_point", "sales_order", "payment"})
_PAGE = 30
_GATHER_MS = 150
_WHOSE = (("all", N_("Everybody's")), ("mine", N_("Mine")))
_SHOWS: dict[str, tuple[str, OpenFilter]] = {
    "now": (N_("Due now"), OpenFilter(standings=("overdue", "due"))),
    "overdue": (N_("Overdue"), OpenFilter(standings=("overdue",))),
    "due": (N_("Due today"), OpenFilter(standings=("due",))),
    "coming": (N_("Coming"), OpenFilter(standings=("coming",))),
    "snoozed": (N_("Put off"), OpenFilter(standings=("snoozed",))),
    "hand": (N_("Made by hand"), OpenFilter(by_hand=True)),
    "unread": (N_("Unread"), OpenFilter(unread=True)),
}
After = tuple[dt.date, Id]


def _shows() -> list[tuple[str, str]]:
    named = [(key, name) for key, (name, _wanted) in _SHOWS.items()]
    return [*named, ("done", N_("Done"))]


class FollowUpsPage(Page):
    name = "followups"
    icon = "followups"
    title = N_("Follow-ups")
    help = "followups"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown: list[FollowUp] = []
        self._next: After | None = None
        self.shows = Chips(_shows(), N_("Which follow-ups"))
        self.whose = LineChips(_WHOSE, N_("Whose follow-ups"))
        self.count = Label(look="muted")
        self.new = Button(N_("New follow-up"), "bell-ring", self._add)
        self.seen = Button(N_("All read"), "check", self._mark_all_seen)
        self.more = LinkButton(N_("Show more"), "chevron-down", self._more)
        self._rows = VBox(spacing=2)
        self._filler = Filler(self, self._rows)
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self._empty = EmptyState(
            "bell",
            N_("Nothing here"),
            N_("Rules add reminders by themselves; you can add your own."),
            N_("New follow-up"),
            self._add,
        )
        sheet = Card(self._rows, Row(self.more, None), self._empty, margins=14, spacing=4)
        body = QWidget()
        body.setLayout(VBox(sheet, None, spacing=0))
        self._scroll = Scroll(body)
        head = Row(title(N_("Follow-ups")), self.count, None, self.whose, self.new)
        filters = Row()
        filters.addWidget(self.shows, 1)
        filters.addWidget(self.seen)
        self.setLayout(VBox(head, filters, self._scroll, spacing=14))
        self.more.hide()
        self._empty.hide()

    def _listen(self) -> None:
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._read)
        self.shows.chosen.connect(lambda _key: self._read())
        self.whose.chosen.connect(lambda _key: self._read())
        self.desk.languageChanged.connect(self._again)
        self.desk.signedIn.connect(self._gather.start)

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """Read afresh; `show` chooses a filter, `whose` a person."""
        self.shows.choose(str(where.get("show") or self.shows.value()))
        self.whose.choose(str(where.get("whose") or self.whose.value()))
        self._read()

    def refresh(self, tables: frozenset[str]) -> None:
        """Something changed: read again, once for many commits."""
        if not tables or tables & _TABLES:
            self._gather.start()

    def clear(self) -> None:
        """Another person: nothing of the last one's stays."""
        self._show(Found((), 0, None), first=True)

    # The list ------------------------------------------------------------------------------

    def _wanted(self) -> OpenFilter:
        _name, wanted = _SHOWS.get(self.shows.value(), _SHOWS["now"])
        return OpenFilter(
            standings=wanted.standings,
            by_hand=wanted.by_hand,
            unread=wanted.unread,
            mine=self.whose.value() == "mine" or wanted.unread,
        )

    def _query(self, after: After | None) -> Callable[[Context], Found]:
        mine = self.whose.value() == "mine"
        if self.shows.value() == "done":
            return lambda ctx: queries.closed(ctx, mine=mine, limit=_PAGE, after=after)
        wanted = self._wanted()
        return lambda ctx: queries.open(ctx, wanted, limit=_PAGE, after=after)

    def _read(self) -> None:
        self.desk.read(
            self, self._query(None), lambda found: self._show(found, first=True), key="list"
        )

    def _more(self) -> None:
        after = self._next
        if after is not None:
            self.more.hide()
            self.desk.read(
                self, self._query(after), lambda found: self._show(found, first=False), key="list"
            )

    def _show(self, found: Found, *, first: bool) -> None:
        self._next = found.next
        before, self.shown = self.shown, [*(() if first else self.shown), *found.items]
        bind(self.count.setText, lambda: tn("{n} follow-ups", found.total, one="{n} follow-up"))
        if not first:
            self._filler.add(self._made(found.items))
        elif self.shown != before:
            self._filler.fill(self._made(found.items))
        self.more.setVisible(found.next is not None)
        self._empty.setVisible(not self.shown)
        self.seen.setVisible(self.shows.value() == "unread" and bool(self.shown))

    def _made(self, items: Sequence[FollowUp]) -> Iterator[TaskRow]:
        return (followup_row(self.desk, one, pills=True) for one in items)

    def _again(self) -> None:
        """Say the rows anew in another language."""
        self._filler.fill(self._made(self.shown))

    def _add(self) -> None:
        self.desk.open("followups.add")

    def _mark_all_seen(self) -> None:
        known = [one.id for one in self.shown]
        self.desk.write(
            self,
            lambda ctx: commands.mark_seen(ctx, known),
            lambda n: self.desk.toast(t("{n} marked as read", n=n)),
        )


PAGE = FollowUpsPage
