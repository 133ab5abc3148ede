"""The line to head office as the window knows it: how things stand, and who keeps it up.

What stands in the store is read off the UI thread a moment after each commit; what only the service
knows (why head office said no) it tells itself. While the desk is locked the service goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.sync.model import SyncStatus
    from ui.shell.desk import Desk

_SOON_MS = 250
_LOOK_MS = 15_000  # nothing is committed when a line goes down: its age tells


class Keeper(Protocol):
    """What keeps the line up on a thread of its own (jewelcrm.sync.service)."""

    def poke(self) -> None: ...
    def stop(self) -> None: ...


class Line(QObject):
    """Tells `changed` when the state, a count or a trouble is another one."""

    changed = Signal()
    _told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.status: SyncStatus | None = None
        self.trouble = ""
        """Why the last exchange failed: a code of jewelcrm.wire.reasons, or `certificate`."""
        self.keeper: Keeper | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=_LOOK_MS)
        self._often.timeout.connect(self.look)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        desk.changed.connect(self._committed)
        desk.signedIn.connect(self._begin)
        desk.locked.connect(self._often.stop)

    def _begin(self) -> None:
        self._often.start()
        self.look()

    def _committed(self, _tables: frozenset[str]) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Read how things stand."""
        self._desk.read(self, _status, self._show, failed=_unseen, key="line")

    def _show(self, status: SyncStatus) -> None:
        if status != self.status:
            self.status = status
            self.changed.emit()

    @property
    def enrolled(self) -> bool:
        """Whether this PC has a head office at all."""
        return self.status is not None and self.status.enrolled

    def up(self) -> bool:
        """Whether head office was heard of lately."""
        return self.status is not None and self.status.line_up

    def send_now(self) -> None:
        """Do not wait for the next round."""
        if self.keeper is not None:
            self.keeper.poke()

    def tell(self, trouble: str) -> None:
        """Called by the service, on any thread: why it failed; empty when it went well."""
        self._told.emit(trouble)

    def _take(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()
        self.look()

    def forget(self) -> None:
        """The store is closed."""
        self.status, self.trouble, self.keeper = None, "", None
        self.changed.emit()


def _status(ctx: Context) -> SyncStatus:
    from jewelcrm.sync.queries import status

    return status(ctx)


def _unseen(_error: Exception) -> None:
    return  # the state that is missing is no reason to disturb anybody


Tell = Callable[[str], None]
