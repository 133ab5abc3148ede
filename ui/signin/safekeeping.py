"""Backups are made while a store is open, also while the desk is locked, and at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from jewelcrm.backup.model import BackupStatus
    from jewelcrm.context import Context
    from ui.shell.desk import Desk

Hear = Callable[["BackupStatus"], None]
_PATIENCE_S = 3.0
# who erases, who sends, who asks head office: once loaded
_PORTS = ("jewelcrm.sync.erasing", "jewelcrm.sync.offsite", "jewelcrm.sync.comparing")


class Service(Protocol):
    """jewelcrm.backup.schedule.Schedule."""

    def start(self) -> None: ...
    def poke(self) -> None: ...
    def stop(self, timeout: float = ...) -> None: ...
    def at_close(
        self, progress: Callable[[str, int, int], None] = ..., cancelled: Callable[[], bool] = ...
    ) -> bool: ...


class Safekeeping(QObject):
    """Starts the background's backups once for a store, and stops them before it is closed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ctx: Context | None = None
        self.service: Service | None = None
        self.changed = False
        """Something was written since the last backup that is known of."""
        self._last: dt.datetime | None = None
        desk.changed.connect(self._committed)
        desk.safe.changed.connect(self._looked)

    def begin(self, ctx: Context) -> None:
        """Somebody is at the desk: backups are made in her name from now on."""
        before, self._ctx = self._ctx, ctx
        if before is None or before.store is not ctx.store:
            work = partial(make, self._who, self._desk.safe.hear)
            self._desk.background.ask(self, work, partial(self._begun, ctx), _failed, "slow")

    def _committed(self, _tables: frozenset[str]) -> None:
        self.changed = True

    def _looked(self) -> None:
        status = self._desk.safe.status
        last = status.last_made_at if status is not None else None
        if last is not None and last != self._last:
            self.changed, self._last = False, last

    def _who(self) -> Context | None:
        return self._ctx

    def _begun(self, ctx: Context, service: Service) -> None:
        if self._ctx is None or self._ctx.store is not ctx.store:
            return  # somebody has left meanwhile
        self.service = service
        self._desk.safe.keeper = service
        service.start()

    def let_go(self) -> Callable[[], None]:
        """Forget the service; gives what stops it, to be called before the store is closed."""
        service, self.service, self._ctx = self.service, None, None
        self._desk.safe.forget()
        return partial(_stop, service)


def _stop(service: Service | None) -> None:
    if service is not None:
        service.stop(_PATIENCE_S)


def _failed(error: Exception) -> None:
    from jewelcrm.log import log

    log.warning("backups not started", kind=type(error).__name__)


def make(who: Callable[[], Context | None], hear: Hear) -> Service:
    """The real one; tests give another."""
    from jewelcrm.backup.schedule import Schedule

    for name in _PORTS:
        import_module(name)
    return Schedule(who, told=hear)
