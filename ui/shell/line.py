"""The line to head office as the window knows it: how things stand, and who keeps it up.

What stands in the store is read off the UI thread a moment after each commit; what only the service
knows (why head office said no) it tells itself. While the desk is locked the service goes on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Bell
from ui.format import names

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.sync.elsewhere import BranchName
    from jewelcrm.sync.model import SyncStatus
    from jewelcrm.sync.service import LineState
    from ui.shell.desk import Desk

_SOON_MS = 250
_AFTER_SIGN_IN_MS = 600  # the first page comes first
_LOOK_MS = 15_000  # nothing is committed when a line goes down: its age tells


class Keeper(Protocol):
    """What keeps the line up on a thread of its own (jewelcrm.sync.service)."""

    def poke(self) -> None: ...


class Line(QObject):
    """Tells `changed` when the state, a count or a trouble is another one.

    And `reopened` when this PC may be worked at again after it was too long off line, `ended` when
    head office has taken it off: its store is gone.
    """

    changed = Signal()
    reopened = Signal()
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.status: SyncStatus | None = None
        self.trouble = ""
        """Why the last exchange failed: a code of jewelcrm.wire.reasons, `untrusted`,
        `disk_full_here` or `here`."""
        self.word = ""
        """What the service says of the line; empty while none runs."""
        self._kept: SyncStatus | None = None
        self._branches: dict[Id, BranchName] = {}
        self.keeper: Keeper | None = None
        self._shut = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=_LOOK_MS)
        self._often.timeout.connect(self.look)
        self._told = Bell(self._take)
        desk.changed.connect(self._committed)
        desk.signedIn.connect(self._begin)
        desk.locked.connect(self._often.stop)

    def _begin(self) -> None:
        self._shut = self.shut
        self._often.start()
        self._soon.start(_AFTER_SIGN_IN_MS)

    def _committed(self, tables: frozenset[str]) -> None:
        if "branch" in tables:
            self._branches.clear()
        if not self._soon.isActive():
            self._soon.start(_SOON_MS)

    def look(self) -> None:
        """Read how things stand."""
        self._desk.read(self, _status, self._show, failed=_unseen, key="line")

    def _show(self, status: SyncStatus) -> None:
        self._kept = status
        self._settle()

    def _settle(self) -> None:
        """The store knows when head office last answered, the service how the line is now."""
        status = self._kept
        if status is not None and self.word == "off_line":
            state = "off_line" if status.state == "on_line" else status.state
            status = replace(status, state=state, line_up=False)
        if status is not None and status.enrolled and not self._branches:
            self._desk.read(self, _branches, self._name, failed=_unseen, key="branches")
        if status != self.status:
            self.status = status
            self.changed.emit()
        self._look_at_lease()

    def _look_at_lease(self) -> None:
        """While it was shut every page was refused what it asked for."""
        was, self._shut = self._shut, self.shut
        if was and not self._shut and self._desk.ctx is not None:
            self.reopened.emit()

    def _name(self, found: dict[Id, BranchName]) -> None:
        self._branches = found
        self.changed.emit()

    def elsewhere(self, branch_id: Id | None) -> str:
        """The name of another branch than this one; empty for our own."""
        ctx, found = self._desk.ctx, self._branches.get(branch_id or b"")
        if ctx is None or found is None or branch_id == ctx.branch.id:
            return ""
        return names(found.name, found.name_zh)[0]

    @property
    def enrolled(self) -> bool:
        """Whether this PC has a head office at all."""
        return self.status is not None and self.status.enrolled

    @property
    def shut(self) -> bool:
        """Whether this PC may not be worked at: too long off line, or its branch was closed."""
        from db.types import to_millis

        ctx = self._desk.ctx
        lease = ctx.store.lease if ctx is not None else None
        if ctx is None or lease is None:
            return False
        return lease.ended or not lease.left_ms(to_millis(ctx.clock.now()))

    def named(self, code: str) -> str:
        """The name of the branch with this code; the code itself when it is not known."""
        found = next((one for one in self._branches.values() if one.code == code), None)
        return code if found is None else names(found.name, found.name_zh)[0]

    def send_now(self) -> None:
        """Do not wait for the next round."""
        if self.keeper is not None:
            self.keeper.poke()

    def hear(self, state: LineState) -> None:
        """Called by the service, on its own thread."""
        self._told.ring(state)

    def _take(self, state: LineState) -> None:
        word, why = state.word, state.why
        if word == "stopped":
            return  # by us
        self.word, before = word, (self.word, self.trouble)
        self.trouble = "" if word in ("on_line", "starting") else why
        if word == "revoked":
            self.ended.emit()
            return
        if before != (self.word, self.trouble):
            self.changed.emit()
        self._settle()
        self.look()

    def forget(self) -> None:
        """The store is closed."""
        self.status = self._kept = self.keeper = None
        self._branches.clear()
        self.word = self.trouble = ""
        self.changed.emit()


def _status(ctx: Context) -> SyncStatus:
    from jewelcrm.sync.standing import alone

    return alone(ctx) or _with_office(ctx)


def _with_office(ctx: Context) -> SyncStatus:
    from jewelcrm.sync.queries import status

    return status(ctx)


def _branches(ctx: Context) -> dict[Id, BranchName]:
    from jewelcrm.sync.elsewhere import branches

    return {one.id: one for one in branches(ctx)}


def _unseen(_error: Exception) -> None:
    return  # the state that is missing is no reason to disturb anybody
