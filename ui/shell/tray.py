"""The light beside the computer's clock: how backups and head office stand, also while locked.

Its colour is the worse of the two. Nothing about anybody is in it; a click brings the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui import theme
from ui.i18n import bind, say, t
from ui.shell.linewords import line_words
from ui.shell.safewords import Here, safe_words

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from ui.shell.window import Window

_SIZES = (16, 22, 32, 48)
_ORDER = ("ok", "info", "muted", "gold", "danger")  # the last is the worst
_DOT = 0.46  # of the picture


class Tray(QObject):
    """The picture, its tool tip and its menu."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._ctx: Context | None = None  # the last one, for zone and day
        self.tone = ""
        self.icon = QSystemTrayIcon(window.windowIcon(), self)
        self.menu = QMenu()
        self._fill_menu()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)
        self._desk.safe.changed.connect(self.tell)
        self._desk.line.changed.connect(self.tell)
        self._desk.signedIn.connect(self.tell)
        bind(self._say, lambda: "")

    def show(self) -> None:
        """Where there is a place for it; nothing is missed without."""
        if self._window.likes.tray and QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    def switch(self, *, on: bool) -> None:
        """As chosen in the settings."""
        self._window.likes.tray = on
        self._window.save_likes()
        self.icon.setVisible(on and QSystemTrayIcon.isSystemTrayAvailable())

    def _fill_menu(self) -> None:
        for text, deed in (
            ("Open JewelCRM", self._window.come_forward),
            ("Lock", self._window.lock_wanted.emit),
            ("Close JewelCRM", self._window.close),
        ):
            action = QAction(self.menu)
            say(action.setText, text)
            action.triggered.connect(lambda _checked=False, act=deed: act())
            self.menu.addAction(action)

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self._window.come_forward()

    def tell(self) -> None:
        """Colour and words of now."""
        self._ctx = self._desk.ctx or self._ctx
        said = self._words()
        self.tone = max((tone for tone, _ in said), key=_rank, default="")
        self.icon.setIcon(_with_dot(self._window.windowIcon(), self.tone))
        self.icon.setToolTip("\n".join(["JewelCRM", *(words for _, words in said)]))

    def _say(self, _text: str = "") -> None:
        self.tell()

    def _words(self) -> list[tuple[str, str]]:
        """Tone and words of each; nothing of what does not exist here."""
        ctx, found = self._ctx, []
        if ctx is None:
            return []
        zone, today = ctx.branch.time_zone, ctx.today()
        if (safe := self._desk.safe.status) is not None:
            backup = safe_words(safe, Here(zone, today, ctx.clock.now()))
            found.append((backup.tone, t("Backups: {state}", state=backup.text)))
        line = self._desk.line
        if line.status is not None and line.enrolled:
            office = line_words(line.status, line.trouble, zone, today)
            if office is not None:
                found.append((office.tone, t("Head office: {state}", state=office.text)))
        return found


def _rank(tone: str) -> int:
    return _ORDER.index(tone) if tone in _ORDER else 0


def _with_dot(icon: QIcon, tone: str) -> QIcon:
    """The program's picture with a coloured dot in its corner."""
    if not tone:
        return icon
    made = QIcon()
    for size in _SIZES:
        picture = QPixmap(icon.pixmap(size, size))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = picture.width() / picture.devicePixelRatio() * _DOT
        at = picture.width() / picture.devicePixelRatio() - side
        painter.setPen(theme.color("surface"))
        painter.setBrush(theme.color(tone))
        painter.drawEllipse(QRectF(at, at, side - 1, side - 1))
        painter.end()
        made.addPixmap(picture)
    return made
