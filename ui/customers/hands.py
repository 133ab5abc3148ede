"""Two hands to point at a finger with, and a little hand that shows which one is meant."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from jewelcrm.customers.lists import FINGERS, HANDS
from ui import theme
from ui.customers.words import label
from ui.i18n import bind

Finger = tuple[str, str]
"""A hand and a finger: ("left", "ring")."""

# Seen on the back of a left hand: x, top and height of each finger in a box of 200 x 150.
_SHAPES = {
    "little": (6, 44, 66),
    "ring": (44, 16, 94),
    "middle": (82, 4, 106),
    "index": (120, 18, 92),
    "thumb": (160, 62, 58),
}
_WIDTH, _BOX = 34, QSize(200, 150)
_CENTRE = Qt.AlignmentFlag.AlignCenter


def finger_name(finger: Finger) -> str:
    """Left hand, ring finger."""
    return f"{label(HANDS, finger[0])} · {label(FINGERS, finger[1])}"


def _place(finger: Finger) -> QRect:
    x, top, height = _SHAPES[finger[1]]
    if finger[0] == "right":
        x = _BOX.width() - x - _WIDTH
    return QRect(x, top, _WIDTH, height)


class _FingerButton(QAbstractButton):
    """One finger, with the size known of it at its tip."""

    def __init__(self, finger: Finger, parent: QWidget) -> None:
        super().__init__(parent)
        self.finger, self.size_text = finger, ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        bind(self.setAccessibleName, lambda: f"{finger_name(self.finger)} {self.size_text}")
        bind(self.setToolTip, lambda: finger_name(self.finger))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, ink = self._colors()
        painter.setPen(theme.color("text" if self.hasFocus() else "edge"))
        painter.setBrush(back)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, 16), 16, 16)
        painter.setPen(ink)
        painter.setFont(theme.font(12, theme.SEMIBOLD))
        painter.drawText(QRect(0, 4, self.width(), 28), int(_CENTRE), self.size_text)
        painter.end()

    def _colors(self) -> tuple[QColor, QColor]:
        if self.isChecked():
            return theme.color("accent"), theme.color("on_accent")
        if self.size_text:
            return theme.color("accent_soft"), theme.color("accent_text")
        return theme.color("surface"), theme.color("muted")


class _Hand(QWidget):
    def __init__(self, hand: str) -> None:
        super().__init__()
        self._hand = hand
        self.setFixedSize(_BOX)
        self.buttons = {name: _FingerButton((hand, name), self) for name in _SHAPES}
        for name, button in self.buttons.items():
            button.setGeometry(_place((hand, name)))
        bind(self._named, lambda: label(HANDS, self._hand))

    def _named(self, text: str) -> None:
        self._text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("surface2"))
        x = 4 if self._hand == "left" else 40
        palm = QRect(x, 104, 156, 44)
        painter.drawRoundedRect(palm, 18, 18)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(12, theme.SEMIBOLD))
        painter.drawText(palm.adjusted(0, 8, 0, 0), int(_CENTRE), self._text)
        painter.end()


class HandMap(QWidget):
    """Both hands; `chosen` tells the finger pressed, arrow keys walk from finger to finger."""

    chosen = Signal(str, str)

    def __init__(self, sizes: Mapping[Finger, str] | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[Finger, _FingerButton] = {}
        for number, hand in enumerate(("left", "right")):
            drawn = _Hand(hand)
            drawn.setParent(self)
            drawn.move(number * (_BOX.width() + 16), 0)
            for name, button in drawn.buttons.items():
                self._buttons[hand, name] = button
                self._group.addButton(button)
        self.setFixedSize(_BOX.width() * 2 + 16, _BOX.height())
        self.show_sizes(sizes or {})
        self._group.buttonClicked.connect(self._pressed)

    def show_sizes(self, sizes: Mapping[Finger, str]) -> None:
        """Write what is known on the fingers."""
        for finger, button in self._buttons.items():
            button.size_text = sizes.get(finger, "")
            button.update()

    def choose(self, finger: Finger) -> None:
        """Choose a finger without telling."""
        self._buttons[finger].setChecked(True)

    def finger(self) -> Finger:
        """The finger chosen; the left ring finger when none was."""
        pressed = self._group.checkedButton()
        return pressed.finger if isinstance(pressed, _FingerButton) else ("left", "ring")

    def _pressed(self, button: QAbstractButton) -> None:
        assert isinstance(button, _FingerButton)
        self.chosen.emit(*button.finger)


class HandMark(QWidget):
    """A hand as small as an icon with one finger in colour."""

    def __init__(self, finger: Finger) -> None:
        super().__init__()
        self._finger = finger
        self.setFixedSize(34, 30)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bind(self.setToolTip, lambda: finger_name(self._finger))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _BOX.width(), self.height() / _BOX.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("edge"))
        painter.drawRoundedRect(4 if self._finger[0] == "left" else 40, 112, 156, 36, 16, 16)
        for name in _SHAPES:
            finger = (self._finger[0], name)
            painter.setBrush(theme.color("accent" if finger == self._finger else "edge"))
            painter.drawRoundedRect(_place(finger), 17, 17)
        painter.end()
