"""How many things wait, beside the names of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.desk import Desk
    from ui.shell.sidebar import SideBar

_PAUSE_MS = 1_500
_AFTER_SIGN_IN_MS = 4_000  # the first page reads the same rows, and comes first
_HOURLY_MS = 3_600_000
_WATCHED = frozenset({"followup", "sales_order", "payment", "payment_due", "order_due"})


class Badges(QObject):
    """Counts again a moment after something changed, and once an hour (a new day)."""

    def __init__(self, desk: Desk, side: SideBar) -> None:
        super().__init__(side)
        self.desk, self.side = desk, side
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.count)
        self._hour = QTimer(self)
        self._hour.setInterval(_HOURLY_MS)
        self._hour.timeout.connect(self.count)
        self._hour.start()
        desk.signedIn.connect(self._signed_in)
        desk.changed.connect(self._changed)

    def _signed_in(self) -> None:
        self._pause.start(_AFTER_SIGN_IN_MS)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _WATCHED:
            self._pause.start(_PAUSE_MS)

    def count(self) -> None:
        """Count off the UI thread."""
        if self.desk.allows("followups.view"):
            self.desk.read(self, _counts, self._show, failed=_unseen, key="badges")

    def _show(self, counts: dict[str, int]) -> None:
        mine = counts.get("due", 0) + counts.get("overdue", 0)
        self.side.show_count("today", mine + counts.get("promised_today", 0))
        self.side.show_count("followups", mine)
        self.side.show_count("orders", counts.get("ready_waiting", 0))


def _counts(ctx: Context) -> dict[str, int]:
    from jewelcrm.followups.queries import today

    return today(ctx).counts


def _unseen(_error: Exception) -> None:
    return  # a count that is missing is no reason to disturb anybody
