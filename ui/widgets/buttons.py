"""Buttons: one thing to press, or one of a few to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui import icons
from ui.i18n import say
from ui.widgets.flow import FlowLayout

_HAND = Qt.CursorShape.PointingHandCursor


def restyle(widget: QWidget, **properties: object) -> None:
    """Change properties the style sheet looks at, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Button(QPushButton):
    """A push button that translates itself."""

    look = ""
    tone = "text"

    def __init__(
        self, text: str, icon: str = "", pressed: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setCursor(_HAND)
        self.setAutoDefault(False)
        if self.look:
            self.setProperty("look", self.look)
        if icon:
            self.setIcon(icons.icon(icon, self.tone))
            self.setIconSize(QSize(24, 20))  # wider than its picture: air before the words
        if text:
            say(self.setText, text)
        if pressed is not None:
            self.clicked.connect(lambda _checked=False: pressed())


class PrimaryButton(Button):
    """The one thing this screen is for."""

    look = "primary"
    tone = "on_accent"


class DangerButton(Button):
    """Something that cannot be taken back lightly."""

    look = "danger"
    tone = "danger"


class LinkButton(Button):
    """A button that looks like a word."""

    look = "link"
    tone = "accent_text"


class IconButton(QToolButton):
    """A square button with a picture only; its name is told to the mouse and to screen readers."""

    def __init__(
        self,
        icon: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        look: str = "icon",
        tone: str = "text",
    ) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setIcon(icons.icon(icon, tone))
        self.setIconSize(QSize(22, 22) if look == "icon" else QSize(18, 18))
        self.setCursor(_HAND)
        say(self.setToolTip, name)
        say(self.setAccessibleName, name)
        if pressed is not None:
            self.clicked.connect(lambda _checked=False: pressed())


class _OneOf(QWidget):
    """One of a few, each a button; left and right walk through them."""

    chosen = Signal(str)
    button_look = "chip"

    def __init__(self, options: Sequence[tuple[str, str]], name: str = "") -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        self._lay()
        if name:
            say(self.setAccessibleName, name)
        for key, text in options:
            self.add(key, text)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.property("key")))

    def _lay(self) -> None:
        raise NotImplementedError

    def add(self, key: str, text: str) -> QToolButton:
        """One more option; the text is English."""
        button = QToolButton()
        button.setCheckable(True)
        button.setCursor(_HAND)
        button.setProperty("look", self.button_look)
        button.setProperty("key", key)
        say(button.setText, text)
        self._group.addButton(button)
        self._buttons[key] = button
        button.setChecked(len(self._buttons) == 1)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    def value(self) -> str:
        """The key of the chosen one."""
        button = self._group.checkedButton()
        return str(button.property("key")) if button else ""

    def choose(self, key: str) -> None:
        """Choose without telling; the keyboard goes along when it is on one of these."""
        if key in self._buttons:
            was_here = any(button.hasFocus() for button in self._buttons.values())
            self._buttons[key].setChecked(True)
            if was_here:
                self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, key: str) -> QToolButton:
        """One of the buttons, to hide it or to count on it."""
        return self._buttons[key]


class Chips(_OneOf):
    """Filters in a row that wraps: Chips([("all", N_("All")), ("vip", N_("VIP"))])."""

    def _lay(self) -> None:
        FlowLayout(self, spacing=8)


class Tabs(_OneOf):
    """Parts of a card."""

    button_look = "tab"

    def _lay(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
