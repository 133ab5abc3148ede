"""Joining a head office: address and code, the six words both screens show, and how far it is.

The form stands in a dialog of the settings (this shop's data is brought along) and on the page of
a computer without a store (a new PC of the company). What was typed stays whatever goes wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from ui.background import Cancelled, Job, Progress
from ui.i18n import N_, later, say
from ui.shell.desk import Desk
from ui.shell.words import words_for
from ui.widgets import (
    Field,
    Label,
    Row,
    Spinner,
    VBox,
    clear_errors,
    mark_error,
    muted,
    note,
    secret,
)

if TYPE_CHECKING:
    from jewelcrm.context import Clock
    from jewelcrm.sync.enrolling import Enrolled

_BROKEN_OFF = N_("Broken off; nothing has changed. For an hour the same code goes on with it.")
# What jewelcrm.sync.enrolling says it is doing.
_DOING = (
    N_("asking head office"),
    N_("people and branches"),
    N_("first copy"),
    N_("waiting until head office has compared the six words"),
)


@dataclass(frozen=True)
class Wish:
    """What was typed."""

    folder: Path
    url: str
    code: str
    login: str
    password: str
    name: str
    brings: bool
    clock: Clock | None = None


def enrol_now(
    wish: Wish, progress: Callable[[str, int, int], None], words: Callable[[str], None]
) -> Enrolled:
    """The real thing; tests and pictures give another."""
    from jewelcrm.sync.enrolling import enrol

    return enrol(
        wish.folder,
        wish.url,
        wish.code,
        login=wish.login,
        password=wish.password,
        name=wish.name,
        brings=wish.brings,
        progress=progress,
        words=words,
        clock=wish.clock,
    )


class JoinForm(QWidget):
    """Tells `joined(enrolled)`; `working(bool)` while it asks, which cancel() breaks off."""

    joined = Signal(object)
    working = Signal(bool)
    _words = Signal(str)

    def __init__(self, desk: Desk, folder: Path, *, brings: bool) -> None:
        from jewelcrm.sync.wishing import usual_name

        super().__init__()
        self.desk, self._folder, self._brings = desk, folder, brings
        self._job: Job | None = None
        self.url = Field(N_("Address of head office"), QLineEdit(), name="url")
        self.url.input.setPlaceholderText("https://office.example.com:8443")  # type: ignore[attr-defined]
        self.code = Field(N_("One-time code"), QLineEdit(), name="code", hint=_CODE_HINT)
        self.code.input.setPlaceholderText("ABCDE-12345")  # type: ignore[attr-defined]
        self.login = Field(N_("Your log-in name"), QLineEdit(), name="login")
        self.password = Field(N_("Your password"), secret(), name="password")
        self.pc = Field(N_("Name of this computer"), QLineEdit(), name="name")
        self.pc.set_text(usual_name())
        self.wrong = note("", "bad")
        self.wrong.hide()
        self.words = Label(look="code", wrap=True)
        self.doing = Label(look="muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "How far it is")
        self._words.connect(self._show_words)
        self._lay()

    def _lay(self) -> None:
        self._form, self._under_way = QWidget(), QWidget()
        place = _side_by_side(self.url, self.code)
        person = _side_by_side(self.login, self.password)
        self._form.setLayout(VBox(place, person, self.pc, self.wrong, spacing=12))
        told = muted(
            N_(
                "Read these six words to head office on the telephone. The same six must stand "
                "there; if they do not, somebody is in between: stop."
            )
        )
        self._compare = QWidget()
        self._compare.setLayout(VBox(told, self.words, spacing=8))
        self._compare.hide()
        turning = Row(Spinner(24), self.doing, spacing=10)
        turning.setStretch(1, 1)
        self._under_way.setLayout(VBox(self._compare, turning, self.bar, None, spacing=14))
        self.setLayout(VBox(self._form, self._under_way, spacing=0))
        self._turn(under_way=False)

    def _turn(self, *, under_way: bool) -> None:
        """What is typed, or how far it is; as tall as that."""
        self._form.setHidden(under_way)
        self._under_way.setVisible(under_way)
        self.working.emit(under_way)

    def begin(self) -> None:
        """Ask head office, once everything is filled in."""
        clear_errors(self)
        self.wrong.hide()
        empty = [field for field in self._needed() if not field.text()]
        for field in empty:
            field.error(N_("This is needed."))
        if empty:
            empty[0].input.setFocus()
        elif self._job is None:
            self._start(self._wish())

    def _needed(self) -> tuple[Field, ...]:
        return (self.url, self.code, self.login, self.password, self.pc)

    def _wish(self) -> Wish:
        ctx = self.desk.ctx
        typed = [field.text() for field in self._needed()]
        url, code, login, password, name = typed
        clock = ctx.clock if ctx is not None else None
        return Wish(self._folder, url, code, login, password, name, self._brings, clock)

    def _start(self, wish: Wish) -> None:
        self._compare.hide()
        self._tell(0, 0, "asking head office")
        self._turn(under_way=True)
        words = self._words.emit

        def work(progress: Progress) -> Enrolled:
            return enrol_now(wish, lambda what, done, of: progress(done, of, what), words)

        self._job = self.desk.background.run_long(self, work, self._done, self._failed)
        self._job.progressed.connect(self._tell)

    def cancel(self) -> bool:
        """Break it off; False when nothing was under way."""
        if self._job is None:
            return False
        self.doing.words(N_("Breaking off…"))
        self._job.cancel()
        return True

    def _tell(self, done: int, total: int, what: str) -> None:
        self.doing.raw(later(what)[:1].upper() + later(what)[1:] + "…")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setVisible(total > 0)

    def _show_words(self, words: str) -> None:
        self.words.raw(words)
        self._compare.show()

    def _end(self) -> None:
        self._job = None
        self._turn(under_way=False)

    def _done(self, enrolled: Enrolled) -> None:
        self._end()
        self.joined.emit(enrolled)

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._say(lambda: later(_BROKEN_OFF))
            return
        said = words_for(error)
        if said is None:
            self.desk.fail(error, self)
        elif not mark_error(self, said.field, said.words):
            self._say(said.words)

    def _say(self, make: Callable[[], str]) -> None:
        self.wrong.tell(make)
        self.wrong.show()


def _side_by_side(*fields: Field) -> Row:
    """Two fields whose boxes stand in one line, also when one has a hint below."""
    row = Row(spacing=12)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


_CODE_HINT = N_("Head office makes it; it is good for ten minutes.")
