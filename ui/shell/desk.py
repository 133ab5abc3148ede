"""The desk: what every page and dialog is given to work with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.background import Background, Bell
from ui.shell.line import Line
from ui.shell.safe import Safe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jewelcrm.context import Context

T = TypeVar("T")


class Away(RuntimeError):
    """Something on a page wanted to work while the desk is locked; there is nothing to tell."""


class Front(Protocol):
    """The window, as the desk sees it."""

    def open(self, page: str, where: dict[str, object]) -> None: ...
    def subject(self) -> dict[str, object]: ...
    def toast(self, text: str, action: str, then: Callable[[], None] | None) -> None: ...
    def fail(self, error: Exception, where: QWidget | None) -> None: ...
    def dialog_parent(self) -> QWidget: ...


class Desk(QObject):
    """Who is signed in, the way off the UI thread, and the way to every other screen.

    `line` says how this PC stands with head office, `safe` how its backups do.

    Signals:
        changed: names of the tables a commit touched, on this PC or by sync.
        signedIn: somebody signed in or switched; `ctx` is theirs.
        locked: the desk is locked; pages hide what they show.
        languageChanged, themeChanged: after everything bound by say() was said again.
        noCode: nothing has the number that seemed to be scanned.
    """

    changed = Signal(object)  # frozenset[str]
    signedIn = Signal()
    locked = Signal()
    languageChanged = Signal()
    themeChanged = Signal()
    helpWanted = Signal(str)  # the name of a help page
    languageWanted = Signal()  # a key asks for the other language, for light or dark
    themeWanted = Signal()
    lockWanted = Signal()
    settled = Signal(str, object)  # a setting of this PC changed: its key and value
    noCode = Signal(str)
    putBackWanted = Signal(object, object)  # a point, and the folder it lies in

    def __init__(self, background: Background | None = None) -> None:
        super().__init__()
        self.background = background or Background(self)
        self.background.on_error = self.fail
        self._ctx: Context | None = None
        self._front: Front | None = None
        self._deaf: Callable[[], None] | None = None
        # Commits are told by the thread that made them; pages hear of them on the UI thread.
        self._committed = Bell(self._hear)
        self.line = Line(self)
        self.safe = Safe(self)

    @property
    def ctx(self) -> Context | None:
        """The context of the person signed in; None while nobody is."""
        return self._ctx

    def context(self) -> Context:
        """The context of the person signed in, for code that only runs while somebody is."""
        if self._ctx is None:
            raise Away("nobody is signed in")
        return self._ctx

    def allows(self, right: str) -> bool:
        """Whether the person signed in may do this: hide or grey what she may not."""
        return self._ctx is not None and self._ctx.allows(right)

    def seat(self, ctx: Context | None) -> None:
        """Called by the shell when somebody signs in, switches, or leaves."""
        self._listen(ctx)
        self._ctx = ctx
        if ctx is None:
            self.locked.emit()
        else:
            self.signedIn.emit()

    def _hear(self, tables: frozenset[str]) -> None:
        self.changed.emit(tables)

    def _listen(self, ctx: Context | None) -> None:
        if self._deaf is not None:
            self._deaf()
            self._deaf = None
        if ctx is not None:
            self._deaf = ctx.store.on_commit(self._committed.ring)
            self.background.interrupt = ctx.store.interrupt

    def attach(self, front: Front) -> None:
        """Called once by the window."""
        self._front = front

    def open(self, page: str, **where: object) -> None:
        """Bring a page to the front or open a dialog.

        desk.open("customers", customer_id=…), desk.open("orders", order_id=…),
        desk.open("payments.take", order_id=…). Keyword arguments go to Page.enter() or show().
        """
        if self._front is not None:
            self._front.open(page, where)

    def subject(self) -> dict[str, object]:
        """Ids of what lies open on the page in front."""
        return self._front.subject() if self._front is not None else {}

    def toast(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Say in passing that something is done; optionally with one button ("Undo")."""
        if self._front is not None:
            self._front.toast(text, action, then)

    def fail(self, error: Exception, where: QWidget | None = None) -> None:
        """The one place where any exception becomes words a person can act on.

        A CanFix whose `field` names a Field of `where` is shown under that field, everything else
        in a toast (can be mended, try later) or in the report dialog (a fault of ours).
        """
        if self._front is None:
            raise error
        self._front.fail(error, where)

    def window(self) -> QWidget | None:
        """Parent for dialogs, so that they lie over the window."""
        return self._front.dialog_parent() if self._front is not None else None

    def read(
        self,
        owner: QObject,
        work: Callable[[Context], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        key: str | None = None,
    ) -> None:
        """background.ask() with the context of the person signed in; nothing when nobody is."""
        if (ctx := self._ctx) is not None:
            self.background.ask(owner, lambda: work(ctx), then, failed, "read", key)

    def write(
        self,
        owner: QObject,
        work: Callable[[Context], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a command in the write lane: desk.write(self, lambda ctx: add_note(ctx, …), done)."""
        ctx = self.context()
        self.background.ask(owner, lambda: work(ctx), then, failed, "write")
