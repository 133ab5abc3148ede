"""How the backups stand, as the window knows it: the light, and what rests on it.

Read off the UI thread a moment after a sign-in, once a minute, and whenever the background has made
or tried a backup. While the desk is locked the background goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Bell

if TYPE_CHECKING:
    from jewelcrm.backup.model import BackupStatus
    from jewelcrm.context import Context
    from ui.shell.desk import Desk

_FIRST_MS = 3_000  # the first page comes first
_OFTEN_MS = 60_000


class Keeper(Protocol):
    """What makes backups in the background (jewelcrm.backup.schedule)."""

    def start(self) -> None: ...
    def poke(self) -> None: ...
    def stop(self, timeout: float = ...) -> None: ...


class Safe(QObject):
    """Tells `changed` when the light, or anything it rests on, is another one."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.status: BackupStatus | None = None
        self.keeper: Keeper | None = None
        self._first = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._first.timeout.connect(self.look)
        self._often = QTimer(self, interval=_OFTEN_MS)
        self._often.timeout.connect(self.look)
        self._told = Bell(self.show)
        desk.signedIn.connect(self._begin)
        desk.locked.connect(self._pause)

    def _begin(self) -> None:
        self._first.start()
        self._often.start()

    def _pause(self) -> None:
        self._first.stop()
        self._often.stop()

    def look(self) -> None:
        """Read how things stand."""
        if self._desk.allows("backup.view"):
            self._desk.read(self, _status, self.show, failed=_unseen, key="safe")

    def hear(self, status: BackupStatus) -> None:
        """Called by the background, on its own thread."""
        self._told.ring(status)

    def show(self, status: BackupStatus) -> None:
        """This is how things stand."""
        if status != self.status:
            self.status = status
            self.changed.emit()

    def forget(self) -> None:
        """The store is closed."""
        self.status = self.keeper = None
        self.changed.emit()


def _status(ctx: Context) -> BackupStatus:
    from jewelcrm.backup.queries import status

    return status(ctx)


def _unseen(_error: Exception) -> None:
    return  # the light stays as it was; the next look comes in a minute
