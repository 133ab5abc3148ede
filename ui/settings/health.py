"""The doctor's lines, one by one as they are found, and the package for support."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from ui import icons
from ui.background import Cancelled
from ui.i18n import N_, counted, later, t
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.face import Spinner
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jewelcrm.context import Context
    from jewelcrm.doctor.bundle import Bundle
    from jewelcrm.doctor.queries import Line
    from ui.background import Job, Progress
    from ui.shell.desk import Desk

_CHECKS = {
    "store": N_("Store"),
    "keys": N_("Keys"),
    "integrity": N_("Whole"),
    "change capture": N_("Change capture"),
    "audit log": N_("Audit log"),
    "search": N_("Search"),
    "imports": N_("Imports"),
    "keyring": N_("Keyring"),
    "backup": N_("Backup"),
    "restore drill": N_("Restore trial"),
    "backup targets": N_("Places for copies"),
    "disk": N_("Disk"),
    "disk encryption": N_("Disk encryption"),
    "memory": N_("Memory"),
    "clock": N_("Clock"),
    "head office": N_("Head office"),
    "offline lease": N_("Working off line"),
    "to be sent": N_("To be sent"),
    "check sums": N_("Check sums"),
    "clock skew": N_("Clock and head office"),
    "first copy": N_("First copy"),
    "program": N_("Program"),
    "fonts": N_("Fonts"),
    "printer": N_("Printer"),
}
_LIGHTS = {
    "green": ("check-circle", "ok"),
    "amber": ("alert-circle", "gold"),
    "red": ("close-circle", "danger"),
}


def show(desk: Desk) -> None:
    """From the palette, help or the page Backups: the part of the settings, and begin."""
    desk.open("settings", part="about", examine=True)


class Health(QWidget):
    """A button, the lines as they come, the way to stop, and for managers the package."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.found: Sequence[Line] = ()
        self.button = PrimaryButton("Check now", "shield-check", self.examine)
        self.bundle = Button(N_("Package for support…"), "content-save", self._bundle)
        self.spinner = Spinner(26)
        self.doing = Label(look="muted")
        self.stop = Button("Stop", "close", self._stop)
        self._job: Job | None = None
        self.bundle.setVisible(desk.allows("doctor.bundle"))
        self.lines = Column(spacing=10)
        self._working(on=False)
        desk.languageChanged.connect(self._again)
        desk.themeChanged.connect(self._again)
        head = Row(self.button, self.bundle, self.spinner, self.doing, self.stop, None)
        column = Column(head, self.lines, spacing=14)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def examine(self) -> None:
        """Ask the doctor."""
        if not self.button.isEnabled():
            return
        ctx = self.desk.context()
        self._clear()
        found: list[Line] = []
        self.found = found
        self._working(on=True)
        self._job = self.desk.background.run_long(
            self, lambda progress: _examine(ctx, found, progress), self._done, self._failed
        )
        self._job.progressed.connect(self._tell)

    def _stop(self) -> None:
        """What was found by then stays."""
        if self._job is not None:
            self._job.cancel()
            self.stop.setEnabled(False)
            self.doing.words("Stopping…")

    def _clear(self) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _again(self) -> None:
        """What was found, in another language or in other colours."""
        self._clear()
        self._tell(0, 0, "")

    def _working(self, *, on: bool) -> None:
        self.button.setEnabled(not on)
        self.bundle.setEnabled(not on and bool(self.found))
        self.spinner.setVisible(on)
        self.stop.setVisible(on)
        self.stop.setEnabled(on)
        self.doing.setVisible(on)
        self.doing.words("Checking…")

    def _tell(self, _done: int, _total: int, _text: str) -> None:
        """Show the lines that were found since the last time."""
        for one in self.found[self.lines.count() :]:
            self.lines.addWidget(_line(one.check, one.light, one.words, one.advice))
        self.updateGeometry()

    def _done(self, lines: Sequence[Line]) -> None:
        self.found = lines
        self._tell(0, 0, "")
        self._working(on=False)

    def _failed(self, error: Exception) -> None:
        self._tell(0, 0, "")
        self._working(on=False)
        if isinstance(error, Cancelled):
            self.desk.toast(t("Stopped. The rest was not looked at."))
        else:
            self.desk.fail(error)

    def _bundle(self) -> None:
        """Write the package where somebody says."""
        suggested = "jewelcrm-support.zip"
        path, _kind = QFileDialog.getSaveFileName(self, t("Package for support…"), suggested)
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write it off the UI thread."""
        lines = self.found
        self.desk.write(self, lambda ctx: _made(ctx, path, lines), self._told)

    def _told(self, made: Bundle) -> None:
        self.desk.toast(
            t(
                "Written: {name}. It holds no name and no number of anybody; read it before you "
                "send it.",
                name=made.path.name,
            )
        )


def _line(check: str, light: str, words: str, advice: str) -> QWidget:
    icon, tone = _LIGHTS[light]
    picture, name = QLabel(), Label(look="strong")
    picture.setPixmap(icons.pixmap(icon, 22, tone))
    picture.setAccessibleName(light)
    name.raw(later(_CHECKS.get(check, check)))
    said, todo = Label(look="muted", wrap=True), Label(wrap=True)
    said.raw(counted(words))
    todo.raw(counted(advice))
    todo.setVisible(bool(advice))
    made = QWidget()
    row = Row(picture, Column(name, said, todo, spacing=3))
    row.setStretch(1, 1)
    made.setLayout(row)
    return made


def _examine(ctx: Context, lines: list[Line], progress: Progress) -> list[Line]:
    """The doctor's lines, also put into `lines` one by one."""
    from db.backup.stopping import Stopped
    from jewelcrm.doctor.queries import examine

    def told(found: Line) -> None:
        lines.append(found)
        progress(len(lines))

    try:
        return examine(ctx, told=told, cancelled=lambda: progress.cancelled)
    except Stopped as error:
        raise Cancelled from error


def _made(ctx: Context, path: Path, lines: Sequence[Line]) -> Bundle:
    from jewelcrm.doctor import bundle

    return bundle.make(ctx, path, lines)
