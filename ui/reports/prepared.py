"""What was prepared: looked at, printed, or why not; and the subscriptions behind it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.format import day_words, moment
from ui.i18n import N_, later, t, tn
from ui.payments import printers
from ui.reports import work
from ui.reports.preview import PaperPreview
from ui.reports.words import EVERY, said
from ui.sync.rows import Deed, Listing, SyncRow
from ui.widgets import Dialog, Label, Pill, Row, Scroll, Tabs

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.reports.subscribed import Prepared, Subscription
    from ui.shell.desk import Desk

_TABS = (("papers", N_("Prepared")), ("subscriptions", N_("Prepared by themselves")))


def show(desk: Desk) -> None:
    """Open the list."""
    PreparedReports(desk).open()


class PreparedReports(Dialog):
    """Papers, the newest first; and what makes them."""

    help = "reports#Reports that are prepared by themselves"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Prepared reports"), save=N_("Close"), width=660)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button.hide()
        self.tabs = Tabs(_TABS, N_("Prepared reports"))
        self.papers = Listing(
            "file-document-outline",
            N_("Nothing was prepared yet"),
            N_("Choose a report and press Prepare by itself."),
        )
        self.subscriptions = Listing(
            "calendar-clock",
            N_("No report is prepared by itself"),
            N_("Choose a report and press Prepare by itself."),
        )
        self.lists = {"papers": self.papers, "subscriptions": self.subscriptions}
        self.box.addWidget(self.tabs)
        self.scrolls = {name: Scroll(made) for name, made in self.lists.items()}
        for name, scroll in self.scrolls.items():
            scroll.setMinimumHeight(300)
            self.box.addWidget(scroll, 1)
            scroll.setVisible(name == "papers")
        self.tabs.chosen.connect(self._choose)
        self.read()

    def _choose(self, key: str) -> None:
        for name, scroll in self.scrolls.items():
            scroll.setVisible(name == key)

    def read(self) -> None:
        """Look again."""
        self.desk.read(self, work.prepared, self._show, key="prepared")

    def _show(self, found: work.Shelf) -> None:
        self.papers.show_all([partial(self._paper, one) for one in found.papers])
        self.subscriptions.show_all([partial(self._subscription, one) for one in found.running])

    # Rows --------------------------------------------------------------------------------------

    def _paper(self, one: Prepared) -> SyncRow:
        ctx = self.desk.context()
        at = moment(one.at, ctx.branch.time_zone, ctx.today())
        words, tone = _state(one)
        pill = Pill("", tone)
        pill.setText(words)
        pill.setAccessibleName(words)
        rows = tn("{n} rows", one.rows, one="{n} row")
        told = Label(look="muted", wrap=True).raw(f"{at}  ·  {rows}" if one.ready else at)
        row = SyncRow(
            "file-document-outline",
            tone if tone != "accent" else "accent_text",
            work.title_of(one.report, one.detail, said),
            told,
        )
        if one.problem:
            row.column.addWidget(Label(look="muted", wrap=True).raw(later(one.problem)))
        if one.ready:
            deeds = (
                Deed(N_("Look at it"), "eye", "L", partial(self.look, one)),
                Deed(N_("Print"), "printer", "P", partial(self.print, one)),
            )
            row.offer(deeds)
        row.column.insertLayout(1, Row(pill, None))
        return row

    def _subscription(self, one: Subscription) -> SyncRow:
        every = later(dict(EVERY)[one.every])
        last = _day(one.last_turn)
        told = t("{every}, last for {day}", every=every, day=last) if last else every
        row = SyncRow(
            "calendar-clock",
            "muted",
            work.title_of(one.report, one.asked.detail, said),
            Label(look="muted", wrap=True).raw(told),
        )
        row.offer((Deed(N_("End it"), "close", "X", partial(self.end, one)),))
        return row

    # What can be done --------------------------------------------------------------------------

    def look(self, one: Prepared) -> None:
        """In the window; it counts as read."""

        def shown(pdf: bytes) -> None:
            title = work.title_of(one.report, one.detail, said)
            PaperPreview(self.desk, title, pdf).open()
            self.read()

        self.desk.write(self, lambda ctx: work.paper(ctx, one.id), shown, self.show_error)

    def print(self, one: Prepared) -> None:
        """On the printer of reports."""
        title = work.title_of(one.report, one.detail, said)

        def printed(ctx: Context) -> None:
            printer = work.printer(ctx)
            printers.see_to(printer)
            printers.send(work.to_printer(ctx, one.id), printer, title)

        self.submit(printed, lambda _nothing: self._printed())

    def _printed(self) -> None:
        self.desk.toast(t("Sent to the printer"))
        self.read()

    def end(self, one: Subscription) -> None:
        """No more of it; what it made goes too."""
        self.desk.write(
            self, lambda ctx: work.unsubscribe(ctx, one.id), lambda _n: self.read(), self.show_error
        )


def _state(one: Prepared) -> tuple[str, str]:
    if not one.ready:
        return t("Could not be made"), "danger"
    if one.printed_at is not None:
        return t("Printed"), "ok"
    return (t("Read"), "muted") if one.read_at is not None else (t("Unread"), "accent")


def _day(turn: str | None) -> str:
    return day_words(dt.date.fromisoformat(turn)) if turn else ""
