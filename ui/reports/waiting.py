"""Papers that did not come out: print them again, or let them go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.background import Cancelled
from ui.format import day_words, moment
from ui.i18n import N_, later, t
from ui.reports import work
from ui.reports.going import Going
from ui.reports.words import said
from ui.sync.rows import Deed, Listing, SyncRow
from ui.widgets import Dialog, Label, Scroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jewelcrm.reports.model import Figures
    from jewelcrm.reports.waiting import Waiting
    from ui.background import Job
    from ui.shell.desk import Desk


def show(desk: Desk) -> None:
    """Open the list."""
    PapersWaiting(desk).open()


class PapersWaiting(Dialog):
    """One row a paper, the oldest first; each is run again before it is printed."""

    help = "reports#When the printer does not print"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Papers waiting"), save=N_("Close"), width=620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button.hide()
        self._job: Job | None = None
        self.list = Listing(
            "printer",
            N_("No paper waits"),
            N_("What a printer did not take is kept here."),
        )
        self.going = Going()
        self.going.hide()
        self.going.stop_wanted.connect(self._stop)
        scroll = Scroll(self.list)
        scroll.setMinimumHeight(300)
        self.box.addWidget(scroll, 1)
        self.box.addWidget(self.going)
        self.read()

    def read(self) -> None:
        """Look again."""
        self.desk.read(self, work.waiting, self._show, key="waiting")

    def _show(self, papers: Sequence[Waiting]) -> None:
        self.list.show_all([partial(self._row, paper) for paper in papers])

    def _row(self, paper: Waiting) -> SyncRow:
        ctx = self.desk.context()
        at = moment(paper.at, ctx.branch.time_zone, ctx.today())
        period = paper.asked.period
        days = f"{day_words(period.since)} – {day_words(period.until)}"
        row = SyncRow(
            "printer",
            "gold",
            work.title_of(paper.report, paper.asked.detail, said),
            Label(look="muted", wrap=True).raw(f"{days}  ·  {at}"),
            Label(look="muted", wrap=True).raw(work.asked_words(paper.report, paper.asked, said)),
            Label(look="muted", wrap=True).raw(later(paper.trouble)),
        )
        deeds = (
            Deed(N_("Print again"), "printer", "P", partial(self.again, paper)),
            Deed(N_("Remove"), "close", "X", partial(self.remove, paper)),
        )
        row.offer(deeds)
        return row

    def again(self, paper: Waiting) -> None:
        """Run it with the rights of today, then print."""
        if self._job is not None:
            return
        run = work.Run(self.desk.context(), paper.report, paper.asked)
        self.going.begin(t("Reading the figures…"))
        self.going.show()
        self._job = self.desk.background.run_long(
            self, run, partial(self._print, paper), self._not_run
        )
        run.job = self._job
        self._run = run

    def _stop(self) -> None:
        if self._job is not None:
            self.going.stopping()
            self._run.stop()

    def _over(self) -> None:
        self._job = None
        self.going.hide()

    def _not_run(self, error: Exception) -> None:
        self._over()
        if not isinstance(error, Cancelled):
            self.show_error(error)

    def _print(self, paper: Waiting, figures: Figures) -> None:
        from ui.reports.leave import PrintDialog

        self._over()
        dialog = PrintDialog(self.desk, figures)
        dialog.purpose.set_text(paper.purpose)
        dialog.accepted.connect(partial(self.remove, paper))
        dialog.open()

    def remove(self, paper: Waiting) -> None:
        """It came out, or is wanted no more."""
        self.desk.write(self, lambda ctx: work.drop(ctx, paper.id), lambda _nothing: self.read())
