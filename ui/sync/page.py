"""The page Head office: how this PC stands, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from jewelcrm.context import Context
from jewelcrm.sync import queries
from jewelcrm.sync.model import Conflict, Notice, PutAside
from ui.i18n import N_, bind, language, later
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.sync.asides import aside_row
from ui.sync.conflicts import conflict_row
from ui.sync.notices import notice_row
from ui.sync.rows import LEAST, Listing
from ui.sync.state import StateCard
from ui.widgets import Button, Card, Row, Scroll, Tabs, VBox, title

_TABLES = frozenset({"conflict", "quarantine", "notice", "customer", "sales_order", "sync"})
_GATHER_MS = 150
_TABS = (
    ("conflicts", N_("Changed by two")),
    ("asides", N_("Put aside")),
    ("notices", N_("Notices")),
)


@dataclass(frozen=True)
class Found:
    """What somebody should look at."""

    conflicts: Sequence[Conflict]
    asides: Sequence[PutAside]
    notices: Sequence[Notice]


def _find(ctx: Context, tongue: str) -> Found:
    return Found(
        queries.conflicts(ctx, language=tongue),
        queries.put_aside(ctx, language=tongue),
        queries.notices(ctx, language=tongue),
    )


class SyncPage(Page):
    name = "sync"
    icon = "sync"
    title = N_("Head office")
    help = "sync"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: Found | None = None
        self._wanted, self._entered = "", False
        self.state = StateCard(desk)
        self.tabs = Tabs(_TABS, N_("What to look at"))
        self.look_up = Button(N_("Look up a customer elsewhere"), "account-search", self._look_up)
        self.erasures = Button(
            N_("Erasure requests"), "account-cancel", lambda: self.desk.open("sync.erasures")
        )
        self.lists = {
            "conflicts": Listing(
                "check-circle-outline",
                N_("Nobody changed the same thing twice"),
                N_("When two branches change one field, both values are kept and shown here."),
            ),
            "asides": Listing(
                "check-circle-outline",
                N_("Nothing was put aside"),
                N_("Work that head office cannot take is kept here with the reason."),
            ),
            "notices": Listing(
                "bell",
                N_("No notices"),
                N_("Head office tells here who looked up your customers, and what moved."),
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
        self.sheet = Card(self.tabs, Scroll(inside, least=LEAST), margins=14, spacing=6)
        self.sheet.box.setStretch(1, 1)
        self._rest = QWidget()  # takes the room of the sheet while there is none
        below = VBox(self.state, self.sheet, self._rest, spacing=14)
        for place in (self.sheet, self._rest):
            below.setStretchFactor(place, 1)
        head = Row(title(N_("Head office")), None, self.erasures, self.look_up)
        column = VBox(head, Scroll(below), spacing=14)
        column.setStretch(1, 1)
        self.setLayout(column)

    def _listen(self) -> None:
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._read)
        self.tabs.chosen.connect(self._choose)
        self.desk.line.changed.connect(self._show_line)
        self.desk.languageChanged.connect(self._spoken)
        self.desk.signedIn.connect(self._gather.start)
        for key, words in _TABS:
            bind(self.tabs.button(key).setText, partial(self._tab_words, key, words))

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """desk.open("sync", show="notices"); without, the first list that has something."""
        self._wanted, self._entered = str(where.get("show") or ""), True
        self.desk.line.look()
        self._show_line()
        self._read()

    def refresh(self, tables: frozenset[str]) -> None:
        """Something came from head office, or was settled."""
        if not tables or tables & _TABLES:
            self._gather.start()

    def clear(self) -> None:
        """Another person: nothing of the last one's stays."""
        self._show(Found((), (), ()))

    def _read(self) -> None:
        tongue = language()
        self.desk.read(self, lambda ctx: _find(ctx, tongue), self._show, key="found")

    def _show(self, found: Found) -> None:
        self.found = found
        self._again()
        if self._entered:
            self._entered = False
            first = next((key for key, _ in _TABS if self._count(key)), "conflicts")
            self.tabs.choose(self._wanted or first)
        self._choose(self.tabs.value())

    def _spoken(self) -> None:
        """In another language people and branches have other names."""
        self._again()
        if self.desk.ctx is not None:
            self._gather.start()

    def _again(self) -> None:
        """Say the rows anew."""
        found = self.found
        if found is None or self.desk.ctx is None:
            return
        desk = self.desk
        rows: dict[str, list[Callable[[], QWidget]]] = {
            "conflicts": [partial(conflict_row, desk, one) for one in found.conflicts],
            "asides": [partial(aside_row, desk, one) for one in found.asides],
            "notices": [partial(notice_row, desk, one) for one in found.notices],
        }
        for key, words in _TABS:
            self.lists[key].show_all(rows[key])
            self.tabs.button(key).setText(self._tab_words(key, words))
        self._show_line()

    def _choose(self, key: str) -> None:
        for name, made in self.lists.items():
            made.setVisible(name == key)

    def _count(self, key: str) -> int:
        return len(getattr(self.found, key)) if self.found is not None else 0

    def _tab_words(self, key: str, words: str) -> str:
        n = self._count(key)
        return f"{later(words)}  {n}" if n else later(words)

    def _show_line(self) -> None:
        line = self.desk.line
        if line.status is None or self.desk.ctx is None:
            return
        self.state.show_status(line.status, line.trouble)
        self.sheet.setVisible(line.enrolled)
        self._rest.setVisible(not line.enrolled)
        self.erasures.setVisible(line.enrolled and self.desk.allows("privacy.erase"))
        self.look_up.setVisible(line.enrolled and self.desk.allows("customers.lookup"))

    def _look_up(self) -> None:
        self.desk.open("sync.lookup")


PAGE = SyncPage
