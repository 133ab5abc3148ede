"""The upper part of the page: how this PC stands, what waits, how long it may be off line."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from jewelcrm.sync.model import SyncStatus
from jewelcrm.sync.sixwords import ASKED_FOR, of_this_pc
from ui import icons
from ui.customers.parts import Flow
from ui.format import capital, number
from ui.i18n import N_, say, t, tn
from ui.shell.desk import Desk
from ui.shell.linewords import percent
from ui.sync.rows import when_of
from ui.sync.words import Standing, standing
from ui.widgets import Button, Card, Label, LinkButton, PrimaryButton, Row, Tile, VBox

_DAY = dt.timedelta(days=1)
_RESTYLED = QEvent.Type.StyleChange


class StateCard(Card):
    """Says it in a sentence, with what to do; the numbers stand under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=18, spacing=12)
        self.desk = desk
        self._icon, self._tone, self._about = "home", "muted", "sync"
        self._picture = QLabel()
        self._picture.setFixedSize(40, 40)
        self.head = Label(look="value", wrap=True)
        self.rest = Label(look="muted", wrap=True)
        self.six = Label(look="code", wrap=True)
        self.send = Button(N_("Send now"), "sync", self._send)
        self.help = LinkButton(N_("What this means"), "help", self._explain)
        self.join = PrimaryButton(N_("Join head office…"), "link", self._join)
        self.copy = QProgressBar()
        self.copy.setTextVisible(False)
        say(self.copy.setAccessibleName, "First copy")
        self.copied = Label(look="muted")
        self.pending = Tile(N_("Still to be sent"))
        self.oldest = Tile(N_("The oldest waits since"))
        self.contact = Tile(N_("Head office last answered"))
        self.lease = Tile(N_("May work off line until"))
        self.tiles = Flow(self.pending, self.oldest, self.contact, self.lease, spacing=8)
        self._lay()

    def _lay(self) -> None:
        words = VBox(self.head, self.rest, self.six, spacing=2)
        row = Row(spacing=14)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = Row(self.help, self.join, self.send, spacing=8)
        row.addLayout(buttons)
        row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        for part in (row, VBox(self.copy, self.copied, spacing=4)):
            self.box.addLayout(part)
        self.box.addWidget(self.tiles)

    def _send(self) -> None:
        self.desk.line.send_now()
        self.desk.toast(t("Asking head office…"))

    def _explain(self) -> None:
        self.desk.helpWanted.emit(self._about)

    def _join(self) -> None:
        self.desk.open("sync.join")

    def show_status(self, status: SyncStatus, trouble: str) -> None:
        """Say how things stand, by head office's clock."""
        now = self.desk.context().clock.now() - (status.clock_off or dt.timedelta(0))
        settles = self.desk.allows("sync.review")
        self._say(standing(status, trouble, when_of(self.desk), now, settles=settles))
        enrolled = status.enrolled
        for part in (self.tiles, self.help):
            part.setVisible(enrolled)
        ended = status.closed or trouble == "closed" or status.state == "revoked"
        self.send.setVisible(enrolled and not ended and self.desk.allows("sync.now"))
        self.lease.setVisible(not ended)
        self.join.setVisible(not enrolled and self.desk.allows("sync.enrol"))
        self._show_six(trouble)
        self._show_copy(status)
        if enrolled:
            self._show_numbers(status, now)

    def _say(self, said: Standing) -> None:
        self._icon, self._tone, self._about = said.icon, said.tone, said.help
        self.head.raw(said.head)
        self.rest.raw(said.rest)
        self._draw()

    def _show_six(self, trouble: str) -> None:
        """The words that head office is to compare, while it has them read out."""
        wanted = trouble in ASKED_FOR
        self.six.setVisible(wanted)
        if wanted and not self.six.text():
            self.desk.read(self, of_this_pc, self._show_words, key="six")

    def _show_words(self, six: str) -> None:
        self.six.raw(six)

    def _show_copy(self, status: SyncStatus) -> None:
        copying = status.first_copy is not None
        done, total = status.first_copy or (0, 0)
        self.copy.setVisible(total > 0)
        self.copied.setVisible(copying)
        self.copy.setRange(0, 100)
        self.copy.setValue(percent((done, total)))
        parts = []
        if total:
            parts = [f"{percent((done, total))} %"]
            parts.append(t("{done} of {total} records", done=number(done), total=number(total)))
        if not status.line_up:
            parts.append(t("The first copy waits for the line to head office."))
        self.copied.raw("  ·  ".join(parts))

    def _show_numbers(self, status: SyncStatus, now: dt.datetime) -> None:
        when = when_of(self.desk)
        self.pending.show_value(tn("{n} changes", status.acts_pending, one="{n} change"))
        self.oldest.setVisible(status.oldest_pending_at is not None)
        self.oldest.show_value(capital(when(status.oldest_pending_at)))
        self.contact.show_value(capital(when(status.last_contact)) or "–")
        self.lease.show_value(_lease(status, capital(when(status.lease_until)), now))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == _RESTYLED and getattr(self, "_picture", None) is not None:
            self._draw()

    def _draw(self) -> None:
        tone = {"muted": "edge"}.get(self._tone, self._tone)
        self._picture.setPixmap(icons.pixmap(self._icon, 36, tone))


def _lease(status: SyncStatus, until: str, now: dt.datetime) -> str:
    """The moment, and how long that is from now; the moment alone when it is over."""
    if status.lease_until is None or status.lease_until <= now:
        return until or "–"
    return f"{until}  ·  {_left(status.lease_until - now)}"


def _left(left: dt.timedelta) -> str:
    """To the nearest day; in the last one the whole hours, which never promise too much."""
    if left < _DAY:
        hours = int(left / dt.timedelta(hours=1))
        return tn("{n} hours left", hours, one="{n} hour left")
    days = int(left / _DAY + 0.5)
    return tn("{n} days left", days, one="{n} day left")
