"""Reports that are prepared by themselves: at opening and each hour, printed where that is wanted.

What the printer does not take stays where it lies, to be printed by hand: nothing is lost. The sums
that reports are made of are brought up to date at the same times, a little at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.i18n import t, tn

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk

_OPENING_MS = 20_000  # the day's first customer comes first
_HOURLY_MS = 3_600_000
_BREATH_MS = 3_000  # between two portions of sums: sales are saved meanwhile
_PORTION = 120  # days, or as many customers and orders as take as long
_RIGHT = "reports.subscribe"
Count = Callable[[str, int], None]


class Preparer(QObject):
    """Lives as long as the window. `count(page, n)` shows how many were not read yet."""

    def __init__(self, desk: Desk, count: Count, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self._count = desk, count
        self._soon = QTimer(self, singleShot=True, interval=_OPENING_MS)
        self._soon.timeout.connect(self.prepare)
        self._hourly = QTimer(self, interval=_HOURLY_MS)
        self._hourly.timeout.connect(self.prepare)
        self._hourly.start()
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._breath.timeout.connect(self._sum_up)
        desk.signedIn.connect(self._signed_in)
        desk.changed.connect(self._changed)

    def _signed_in(self) -> None:
        self._count("reports", 0)
        self._soon.start()

    def _changed(self, tables: frozenset[str]) -> None:
        if "prepared" in tables or "subscription" in tables:
            self.count()

    def prepare(self) -> None:
        """Make what is due; then print what is to be printed."""
        if self.desk.allows(_RIGHT):
            ctx = self.desk.context()
            self.desk.background.ask(
                self, lambda: _prepare(ctx), self._prepared, _quietly, "slow", "prepare"
            )
        self._sum_up()

    def _sum_up(self) -> None:
        """Some of what waits to be summed, and then more of it."""
        if self.desk.allows("reports.ask"):
            ctx = self.desk.context()
            self.desk.background.ask(
                self, lambda: _sum(ctx), self._summed, _quietly, "slow", "sums"
            )

    def _summed(self, left: int) -> None:
        if left:
            self._breath.start()

    def _prepared(self, unprinted: int) -> None:
        if unprinted:
            self.desk.toast(
                tn(
                    "{n} reports could not be printed. They wait on the page Reports.",
                    unprinted,
                    one="A report could not be printed. It waits on the page Reports.",
                ),
                t("Reports"),
                lambda: self.desk.open("reports", prepared=True),
            )
        self.count()

    def count(self) -> None:
        """How many papers were not looked at yet."""
        if self.desk.allows(_RIGHT):
            self.desk.read(self, _unread, lambda n: self._count("reports", n), _quietly, "unread")


def _prepare(ctx: Context) -> int:
    """How many of those that should have been printed were not."""
    from jewelcrm.reports import subscriptions

    subscriptions.prepare_due(ctx)
    return sum(not _printed(ctx, one.id) for one in subscriptions.to_print(ctx))


def _sum(ctx: Context) -> int:
    """How much is left."""
    from jewelcrm.reports import summaries

    left = summaries.catch_up(ctx, most=_PORTION)
    ctx.store.rest()  # what was read for it, up to 32 MB, goes out of memory again
    return left


def _printed(ctx: Context, paper_id: bytes) -> bool:
    """On the printer that reports are bound to; False when it did not take it."""
    from jewelcrm.errors import CanFix, Unavailable
    from jewelcrm.reports import subscriptions
    from jewelcrm.settings import get
    from ui.payments import printers

    printer = str(get(ctx, "report_printer"))
    try:
        printers.see_to(printer)
        printers.send(subscriptions.printed(ctx, paper_id), printer, "Report")
    except (CanFix, Unavailable):
        return False
    return True


def _unread(ctx: Context) -> int:
    from jewelcrm.reports import subscriptions

    found = subscriptions.prepared(ctx)
    return sum(one.read_at is None for one in found)


def _quietly(_error: Exception) -> None:
    """It is tried again in an hour; nobody has asked for it just now."""
