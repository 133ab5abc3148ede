"""The tab Timeline: visits, orders, payments and messages in one line of time, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jewelcrm.customers import queries
from jewelcrm.customers.queries.events import Event
from ui.customers.card.acting import Acts
from ui.customers.card.load import CardView
from ui.customers.filling import Filler
from ui.customers.order_words import title_words
from ui.customers.parts import Line
from ui.customers.words import joined
from ui.format import moment, money
from ui.i18n import N_, later
from ui.orders.words import stage_word
from ui.payments.words import kind_word, method_word
from ui.shell.desk import Desk
from ui.widgets import Chips, LinkButton, VBox, muted

_PAGE = 40
_WHERE = (("all", N_("Everything")), ("online", N_("Online only")))
_ICONS = {
    "note": "note-text",
    "order": "clipboard-list",
    "payment": "cash",
    "followup": "bell",
    "consent": "check-circle-outline",
}


class Timeline(QWidget):
    """What has happened with her, by pages; all of it, or only what she did online."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: CardView | None = None
        self._oldest: dt.datetime | None = None
        self.where = Chips(_WHERE, N_("Where it happened"))
        box = VBox(spacing=12)
        self._filler = Filler(self, box)
        self.more = LinkButton(N_("Show older"), "chevron-down", self._read)
        self.more.hide()
        self.setLayout(VBox(self.where, box, self.more, None, spacing=12))
        self.where.chosen.connect(lambda _key: self._from_the_top())

    def show_view(self, view: CardView, _acts: Acts) -> None:
        """Read the newest."""
        self._view = view
        self._from_the_top()

    def _from_the_top(self) -> None:
        self._oldest = None
        self._read()

    def _read(self) -> None:
        if self._view is None:
            return
        customer, before = self._view.card.id, self._oldest
        online = self.where.value() == "online"
        self._desk.read(
            self,
            lambda ctx: queries.timeline(
                ctx, customer, before=before, limit=_PAGE, online_only=online
            ),
            lambda found: self._show(found, first=before is None),
            key="timeline",
        )

    def _show(self, found: Sequence[Event], *, first: bool) -> None:
        lines = (self._line(event) for event in found)
        if first:
            self._filler.fill(lines, lambda: muted(N_("Nothing has happened yet.")))
        else:
            self._filler.add(lines)
        self._oldest = found[-1].at if found else self._oldest
        self.more.setVisible(len(found) == _PAGE)

    def _line(self, event: Event) -> Line:
        assert self._view is not None
        when = moment(event.at, self._view.zone, self._view.today)
        text = later(event.what, {"number": event.number})
        if event.kind in ("note", "followup"):
            told = f"{title_words(event.detail, event.rule)}\n{when}"
            return Line(_ICONS[event.kind], text, told)
        amount = money(event.amount) if event.amount is not None else ""
        return Line(_ICONS.get(event.kind, "history"), text, joined(when, amount, *_details(event)))


def _details(event: Event) -> tuple[str, ...]:
    """Where an order stands; what a payment was for, and by what."""
    if event.kind == "order":
        return (stage_word(event.detail),)
    if event.kind == "payment":
        return (kind_word(event.detail), method_word(event.channel))
    return ()
