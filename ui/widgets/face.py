"""Initials, pills and the little turning circle: painted or coloured small things."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme
from ui.i18n import say
from ui.widgets.buttons import restyle

_HUES = 12
_CENTRE = Qt.AlignmentFlag.AlignCenter
_TURN_MS, _TURN = 80, 30  # every turn takes a little from whoever it turns for


def initial(name: str, name_zh: str | None = None) -> str:
    """One Chinese character, or up to two Latin letters: Chan Tai Man -> CT."""
    if name_zh and name_zh.strip():
        return name_zh.strip()[0]
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()


def face_colors(name: str) -> tuple[QColor, QColor]:
    """Background and letter colour for a name: always the same, and readable in both themes."""
    hue = crc32(name.encode()) % _HUES * (360 // _HUES)
    if theme.is_dark():
        return QColor.fromHsl(hue, 70, 62), QColor("#FFFFFF")
    return QColor.fromHsl(hue, 130, 222), QColor("#1B2A41")


class Avatar(QWidget):
    """Somebody's initials on a quiet colour."""

    def __init__(self, size: int = 40) -> None:
        super().__init__()
        self._name, self._letters, self._size = "", "", size
        self.setFixedSize(size, size)

    def show_name(self, name: str, name_zh: str | None = None) -> None:
        """Whose initials to show."""
        self._name, self._letters = name or name_zh or "", initial(name, name_zh)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        back, ink = face_colors(self._name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawEllipse(self.rect())
        painter.setPen(ink)
        painter.setFont(theme.font(round(self._size * 0.4 / theme.scale()), theme.SEMIBOLD))
        painter.drawText(self.rect(), int(_CENTRE), self._letters)


class Pill(QLabel):
    """A word in a small coloured lozenge. Tones: muted, accent, gold, danger, ok, info."""

    def __init__(self, text: str = "", tone: str = "muted") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("pill", tone)
        self.setSizePolicy(self.sizePolicy().Policy.Maximum, self.sizePolicy().Policy.Maximum)
        if text:
            say(self.setText, text)

    def words(self, text: str, tone: str | None = None) -> None:
        """Say another text, perhaps in another tone."""
        say(self.setText, text)
        if tone is not None:
            restyle(self, pill=tone)


class Spinner(QWidget):
    """A turning circle while somebody waits."""

    def __init__(self, size: int = 28) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)
        say(self.setAccessibleName, "Please wait")

    def sizeHint(self) -> QSize:
        return self.size()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _turn(self) -> None:
        self._angle = (self._angle + _TURN) % 360
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(2.0, self.width() / 10)
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        for color, start, span in (("line", 0, 360), ("accent", -self._angle, 100)):
            painter.setPen(QPen(theme.color(color), width))
            painter.drawArc(box, start * 16, span * 16)
