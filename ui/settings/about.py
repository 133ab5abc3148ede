"""Health of this computer's store, and what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from ui import icons
from ui.i18n import N_, counted, later
from ui.settings.part import Part
from ui.widgets.buttons import PrimaryButton
from ui.widgets.face import Spinner
from ui.widgets.frames import Column, Row, line
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.doctor.queries import Line
    from ui.background import Progress
    from ui.shell.desk import Desk

_CHECKS = {
    "store": N_("Store"),
    "keys": N_("Keys"),
    "integrity": N_("Whole"),
    "change capture": N_("Change capture"),
    "audit log": N_("Audit log"),
    "search": N_("Search"),
    "keyring": N_("Keyring"),
    "disk": N_("Disk"),
    "clock": N_("Clock"),
    "fonts": N_("Fonts"),
    "printer": N_("Printer"),
}
_LIGHTS = {
    "green": ("check-circle", "ok"),
    "amber": ("alert-circle", "gold"),
    "red": ("close-circle", "danger"),
}


class About(Part):
    """The doctor's lines, one by one as they are found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Health",
            "Checks the store, its keys, the disk and this computer. You can go on working.",
        )
        self.button = PrimaryButton("Check now", "shield-check", self.examine)
        self.spinner = Spinner(26)
        self.spinner.hide()
        self.box.addLayout(Row(self.button, self.spinner, None))
        self.lines = Column(spacing=10)
        self.box.addLayout(self.lines)
        self.box.addWidget(line())
        self.box.addWidget(Label("About", "heading"))
        for label in self._about():
            self.box.addWidget(label)

    def _about(self) -> list[Label]:
        from ui.shell.trouble import version

        name, place = Label(), Label(look="muted", wrap=True)
        name.words("JewelCRM, version {version}", version=version())
        ctx = self.desk.ctx
        if ctx is not None:
            place.words("The store is in {folder}", folder=str(ctx.store.folder))
        free = Label(
            "Free software under the Apache License 2.0. Uses Qt under the LGPL, Inter and Noto "
            "under the Open Font License.",
            "muted",
            wrap=True,
        )
        return [name, place, free]

    def load(self) -> None:
        """Nothing by itself: checking a large store takes minutes."""

    def examine(self) -> None:
        """Ask the doctor."""
        ctx = self.desk.context()
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.button.setEnabled(False)
        self.spinner.show()
        job = self.desk.background.run_long(
            self, lambda progress: _examine(ctx, progress), self._done, self._failed
        )
        job.progressed.connect(self._tell)

    def _tell(self, _done: int, _total: int, text: str) -> None:
        check, light, words, advice = text.split("\t")
        self.lines.addWidget(_line(check, light, words, advice))

    def _done(self, _lines: object) -> None:
        self.button.setEnabled(True)
        self.spinner.hide()

    def _failed(self, error: Exception) -> None:
        self._done(None)
        self.desk.fail(error)


def _line(check: str, light: str, words: str, advice: str) -> QWidget:
    icon, tone = _LIGHTS[light]
    picture, name = QLabel(), Label(look="strong")
    picture.setPixmap(icons.pixmap(icon, 22, tone))
    picture.setAccessibleName(light)
    name.raw(later(_CHECKS.get(check, check)))
    said = Label(look="muted", wrap=True)
    said.raw(" ".join(part for part in (counted(words), counted(advice)) if part))
    made = QWidget()
    row = Row(picture, Column(name, said, spacing=0))
    row.setStretch(1, 1)
    made.setLayout(row)
    return made


def _examine(ctx: Context, progress: Progress) -> list[Line]:
    from jewelcrm.doctor.queries import examine

    def told(found: Line) -> None:
        progress(0, 0, f"{found.check}\t{found.light}\t{found.words}\t{found.advice}")

    return examine(ctx, told=told)
