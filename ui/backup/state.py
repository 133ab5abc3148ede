"""The upper part of the page: the light in a sentence, what to do, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from ui import icons
from ui.backup.words import DOING, here_of
from ui.customers.parts import Flow
from ui.format import capital, number
from ui.i18n import N_, later, say, t, tn
from ui.shell.safewords import safe_words
from ui.widgets import Button, Card, Label, PrimaryButton, Row, Tile, VBox

if TYPE_CHECKING:
    from ui.backup.work import Found
    from ui.shell.desk import Desk


class StateCard(Card):
    """Says how things stand; makes and tries backups; shows how far that is."""

    make_wanted = Signal()
    drill_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=18, spacing=12)
        self.desk = desk
        self._icon, self._tone = "shield-check", "muted"
        self._picture = QLabel()
        self._picture.setFixedSize(40, 40)
        self.head, self.rest = Label(look="value", wrap=True), Label(look="muted", wrap=True)
        self.make = PrimaryButton(N_("Back up now"), "content-save", self.make_wanted.emit)
        self.drill = Button(N_("Try it out"), "backup-restore", self.drill_wanted.emit)
        say(self.drill.setToolTip, "Puts the newest backup back beside the store, and counts it")
        self.checked, self.tried = Tile(N_("Newest checked backup")), Tile(N_("Last put back"))
        self.next, self.kept = Tile(N_("Next one")), Tile(N_("Moments kept"))
        self.tiles = Flow(self.checked, self.tried, self.next, self.kept, spacing=8)
        self._make_bar()
        self._lay()

    def _make_bar(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "How far it is")
        self.doing = Label(look="muted")
        self.stop = Button(N_("Stop"), "close", self.stop_wanted.emit)
        self.going = QWidget()
        self.going.setLayout(VBox(Row(self.doing, None, self.stop), self.bar, spacing=6))
        self.going.hide()

    def _lay(self) -> None:
        row = Row(spacing=14)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(VBox(self.head, self.rest, spacing=2), 1)
        buttons = Row(self.drill, self.make, spacing=8)
        row.addLayout(buttons)
        row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(row)
        self.box.addWidget(self.going)
        self.box.addWidget(self.tiles)

    def show_found(self, found: Found) -> None:
        """The light, and the numbers under it."""
        here, status = here_of(self.desk), found.status
        words = safe_words(status, here)
        self._icon, self._tone = words.icon, words.tone
        self.head.raw(words.text)
        self.rest.raw(
            later(status.trouble) if status.trouble and not status.no_room else words.rest
        )
        self._draw()
        self.checked.show_value(capital(here.moment(status.last_verified_at)))
        self.tried.show_value(capital(self._tried(found)))
        self.next.show_value(capital(here.moment(status.next_due_at)))
        self.kept.show_value(number(len({point.id for point in found.points})))
        self.allow()

    def _tried(self, found: Found) -> str:
        status = found.status
        at = here_of(self.desk).moment(status.last_drill_at)
        if status.last_drill_at is None or status.last_drill_seconds is None:
            return at
        took = tn("{n} seconds", round(status.last_drill_seconds), one="{n} second")
        return f"{at}  ·  {took}"

    def allow(self) -> None:
        """Buttons only while nothing is under way."""
        free = self.going.isHidden() and self.desk.allows("backup.make")
        self.make.setEnabled(free)
        self.drill.setEnabled(free)

    def begin(self, words: str) -> None:
        """Something is under way."""
        self.bar.setRange(0, 0)
        self.doing.raw(words)
        self.stop.setEnabled(True)
        self.going.show()
        self.allow()

    def tell(self, done: int, total: int, what: str) -> None:
        """How far it is."""
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(min(1000, done * 1000 // total))
        if what in DOING:
            self.doing.raw(later(DOING[what]))

    def end(self) -> None:
        """It is over."""
        self.going.hide()
        self.allow()

    def stopping(self) -> None:
        """Somebody wants it to stop."""
        self.stop.setEnabled(False)
        self.doing.raw(t("Stopping…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_picture", None) is not None:
            self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, 36, self._tone))
