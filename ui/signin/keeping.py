"""The line to head office is kept up while a store is open, also while the desk is locked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from db.store import Store
    from jewelcrm.context import Context
    from jewelcrm.sync.service import LineState
    from ui.shell.desk import Desk

_PATIENCE_S = 3.0  # for the last exchange, when the program ends

Hear = Callable[["LineState"], None]


class Service(Protocol):
    """jewelcrm.sync.service.Syncing."""

    def start(self) -> bool: ...
    def stop(self, timeout: float = ...) -> None: ...
    def poke(self) -> None: ...


class Keeping(QObject):
    """Starts the service of an enrolled store once, and stops it before the store is closed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._store: Store | None = None
        self._made: list[Service] = []

    def begin(self, ctx: Context) -> None:
        """Somebody is at the desk: see that the line is kept up, by one service only."""
        if self._store is ctx.store:
            return
        self._store = ctx.store
        work = partial(_started, ctx, self._desk.line.hear, self._made)
        self._desk.background.ask(self, work, partial(self._begun, ctx), self._failed, "slow")

    def _begun(self, ctx: Context, service: Service | None) -> None:
        if self._store is not ctx.store:
            _stop([service] if service is not None else [])  # somebody has left meanwhile
            return
        if service is None:
            self._store = None  # it stands alone, so far
            return
        self._desk.line.keeper = service

    def _failed(self, error: Exception) -> None:
        from jewelcrm.log import log

        self._store = None
        log.warning("sync not started", kind=type(error).__name__)

    def let_go(self) -> Callable[[], None]:
        """Forget the service; gives what stops it, to be called before the store is closed.

        One that is only being started is stopped too, though nobody hears any more that it was.
        """
        made, self._made, self._store = self._made, [], None
        self._desk.line.forget()
        return partial(_stop, made)


def _stop(made: list[Service]) -> None:
    for service in made:
        service.stop(_PATIENCE_S)


def _started(ctx: Context, hear: Hear, made: list[Service]) -> Service | None:
    """The running service; None for a shop that stands alone."""
    service = make(ctx, hear)
    made.append(service)
    return service if service.start() else None


def make(ctx: Context, hear: Hear) -> Service:
    """The real one; tests give another."""
    from jewelcrm.sync.service import Syncing, ring_of

    return Syncing(ctx.store, clock=ctx.clock, ring=ring_of(ctx.store), on_state=hear)
