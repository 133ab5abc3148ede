"""Putting a backup back while the store is closed: which moment, who opens it, how far it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QWidget

from ui import icons
from ui.background import Cancelled
from ui.format import sentences
from ui.i18n import N_, later, say, t
from ui.signin.gate import Answered
from ui.signin.moments import moment_words, restored_words
from ui.signin.officeway import OfficeWay
from ui.signin.panel import Panel
from ui.widgets.buttons import Button, LinkButton, PrimaryButton, Tabs
from ui.widgets.choice import Choice
from ui.widgets.fields import Field, secret
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from jewelcrm.backup.model import Opener, Point, Restored
    from ui.background import Job, Progress
    from ui.shell.desk import Desk
    from ui.signin.gate import Gate

_OPENERS = (
    ("password", N_("With a password")),
    ("code", N_("With the printed code")),
    ("office", N_("With head office's key")),
)
_MOST = 60
NO_OFFICE = N_(
    "This backup is of a computer that belonged to no head office: nobody there has a key to it."
)


class PutBack(Panel):
    """Tells `done(code)` when the store is back; the code is empty when a password opened it."""

    help = "backup"
    done = Signal(str)
    back = Signal()

    def __init__(self, desk: Desk, gate: Gate) -> None:
        super().__init__(desk, width=760)
        self.gate = gate
        self.source: Path = gate.folder
        self.zone = ""
        self.points: dict[str, Point] = {}
        self._job: Job | None = None
        self._restored: Restored | None = None
        self.moment = Choice((), raw=True)
        self.moments = Field(N_("Moment to go back to"), self.moment, name="moment")
        self.elsewhere = Button(N_("From a stick or folder…"), "folder-open", self._browse)
        self.opener = Tabs(_OPENERS, N_("How it is opened"))
        self.login = Field(N_("Log-in name"), QLineEdit(), name="login")
        self.password = Field(N_("Password"), secret(), name="password")
        self.code = Field(
            N_("Recovery code"), QLineEdit(), name="code", example="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
        )
        self.office = OfficeWay(desk)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "How far it is")
        self.button = self.main = PrimaryButton(N_("Put it back"), "backup-restore", self.put_back)
        self.away = LinkButton(N_("Back"), "arrow-left", self._back)
        self._arrange()
        desk.languageChanged.connect(self._tell_again)

    def _arrange(self) -> None:
        row = Row(self.moments, Column(None, self.elsewhere, spacing=0))
        row.setStretch(0, 1)
        form = Column(
            Label(
                N_(
                    "The store goes back to that moment. The store as it is now, if there is one, "
                    "is set aside first, whole."
                ),
                "muted",
                wrap=True,
            ),
            row,
            self.opener,
            self.login,
            self.password,
            self.code,
            self.office,
        )
        self.form, self.end = QWidget(), Label(wrap=True)
        form.setContentsMargins(0, 0, 0, 0)
        self.form.setLayout(form)
        self.advice = note("", "tip")
        self.box.addWidget(Label(N_("Put a backup back"), "title"))
        for part in (self.form, self.end, self.advice, self.bar):
            self.box.addWidget(part)
        self.foot()
        self.box.addLayout(Row(self.away, None, self.button))
        self.opener.chosen.connect(lambda _way: self._chosen())
        self.moment.currentIndexChanged.connect(lambda _at: self._ask())
        for part in (self.end, self.advice, self.bar):
            part.hide()
        self._chosen()

    def start(
        self,
        point: Point | None = None,
        source: Path | None = None,
        login: str = "",
        zone: str = "",
    ) -> None:
        """The moments there are; the page Backups knows the `point`, and the branch's `zone`."""
        self.login.set_text(login)
        self.zone = zone
        self._look(source or self.gate.folder, point.id if point is not None else "")

    def _look(self, source: Path, wanted: str = "") -> None:
        self.source = source
        self.desk.background.ask(
            self,
            lambda: self.gate.points(source),
            lambda points: self._offer(points, wanted),
            self._none,
            "slow",
        )

    def _offer(self, points: list[Point], wanted: str) -> None:
        good = [point for point in points if point.state != "damaged"][:_MOST]
        self.points = {point.id: point for point in good}
        self.moment.offer([(point.id, moment_words(point, self.zone)) for point in good])
        if wanted:
            self.moment.choose(wanted)
        self.wrong.hide()
        self.set_ready(ready=True)
        by_name = self.opener.value() == "password" and not self.login.text()
        (self.login if by_name else self._secret()).input.setFocus()

    def _tell_again(self) -> None:
        """The moments in the language that was chosen."""
        for at in range(self.moment.count()):
            point = self.points.get(self.moment.itemData(at))
            if point is not None:
                self.moment.setItemText(at, moment_words(point, self.zone))

    def _none(self, error: Exception) -> None:
        self.points = {}
        self.moment.offer([])
        self.set_ready(ready=True)
        if self.gate.has_store() or self.source != self.gate.folder:
            self.failed(error)  # on a new computer nobody expects any: the stick is asked for
        self.elsewhere.setFocus()

    def _browse(self) -> None:
        picked = QFileDialog.getExistingDirectory(self, t("Stick or folder with backups"))
        if picked:
            self.zone = ""  # it may be another branch's
            self._look(Path(picked))

    def _chosen(self) -> None:
        way = self.opener.value()
        self.code.setVisible(way == "code")
        self.login.setVisible(way == "password")
        self.password.setVisible(way == "password")
        self.office.setVisible(way == "office")
        self._ask()

    def _ask(self) -> None:
        """The request to head office: for the PC whose backup is chosen."""
        point = self.points.get(self.moment.value())
        if point is None or self.opener.value() != "office":
            return
        self.office.forget()
        self.wrong.hide()
        if "office" not in point.ways:
            self.say_wrong(NO_OFFICE)
            return
        asks = partial(self.gate.request_for, point)
        self.desk.background.ask(
            self, asks, self.office.show_asked, self.failed, "slow", key="request"
        )

    def _act(self, point: Point) -> Callable[[Progress], Restored] | None:
        """What puts it back, once everything is typed."""
        if self.opener.value() == "office":
            return self._by_office(point)
        opener = self._opener()
        if opener is None:
            return None
        return partial(self.gate.put_back, self.source, point.id, opener)

    def _by_office(self, point: Point) -> Callable[[Progress], Restored] | None:
        way = self.office
        if not way.complete():
            return None
        answer = Answered(way.answer.text(), way.login.text(), way.password.text())
        return partial(self.gate.put_back_by_office, self.source, point, answer)

    def _opener(self) -> Opener | None:
        from jewelcrm.backup.model import ByCode, ByPassword

        if self.opener.value() == "code":
            return ByCode(self.code.text()) if self._typed(self.code) else None
        if not (self._typed(self.login) and self._typed(self.password)):
            return None
        box = self.password.input
        return ByPassword(self.login.text(), box.text() if isinstance(box, QLineEdit) else "")

    def _typed(self, field: Field) -> bool:
        if not field.text():
            field.error(N_("This is needed."))
        return bool(field.text())

    def put_back(self) -> None:
        """Off the UI thread; or, at the end, on to the sign-in."""
        if self._restored is not None:
            by_code = self.opener.value() == "code"
            self.done.emit(self.code.text() if by_code else "")
            return
        point = self.points.get(self.moment.value())
        work = None if point is None or self._job is not None else self._act(point)
        if work is None:
            return
        self.wrong.hide()
        self.form.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        say(self.away.setText, "Stop")
        self._job = self.desk.background.run_long(self, work, self._over, self._broken)
        self._job.progressed.connect(self._tell)
        self.set_ready(ready=False)

    def _tell(self, done: int, total: int, _what: str) -> None:
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(min(1000, done * 1000 // total))

    def _broken(self, error: Exception) -> None:
        self._rest()
        self._secret().input.setFocus()  # not on the next thing that was not grey: the language
        if isinstance(error, Cancelled):
            self.say_wrong(N_("Stopped. The store is as it was."))
        else:
            self.failed(error)

    def _secret(self) -> Field:
        """What opens it, by the way that is chosen."""
        ways = {"code": self.code, "office": self.office.login}
        return ways.get(self.opener.value(), self.password)

    def _rest(self) -> None:
        self._job = None
        self.form.setEnabled(True)
        self.bar.hide()
        say(self.away.setText, "Back")
        self.set_ready(ready=True)

    def _over(self, restored: Restored) -> None:
        self._rest()
        self._restored = restored
        self.form.hide()
        self.end.tell(lambda: restored_words(restored))
        self.end.show()
        if restored.warnings:
            self.advice.tell(lambda: sentences(*map(later, restored.warnings)))
            self.advice.show()
        self.away.hide()
        say(self.button.setText, "Sign in")
        self.button.setIcon(icons.icon("login", self.button.tone))
        self.button.setFocus()

    def _back(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.back.emit()

    def set_ready(self, *, ready: bool) -> None:
        """Grey while it works or there is nothing to put back."""
        free = ready and self._job is None and not self.waiting()
        self.button.setEnabled(free and (bool(self.points) or self._restored is not None))
