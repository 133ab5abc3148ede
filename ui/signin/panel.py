"""The card in the middle of an empty window that all ways in share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from ui import icons
from ui.i18n import N_, NATIVE_NAMES, bind, later, next_language, say, t
from ui.shell.words import words_for
from ui.widgets.buttons import Button, IconButton, PrimaryButton
from ui.widgets.face import Spinner
from ui.widgets.fields import clear_errors, mark_error
from ui.widgets.frames import Card, Column, Row, Scroll
from ui.widgets.labels import Label, note

if TYPE_CHECKING:
    from ui.shell.desk import Desk

T = TypeVar("T")
_WIDTH = 440
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SLOW_MS = 400  # who is in before that sees no circle; drawing it takes turns with the loading


def _takes_keys(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab


class Panel(QWidget):
    """Brand, language and theme, a card with a form, words for what went wrong."""

    language_pressed = Signal()
    theme_pressed = Signal()
    help = "signin"  # the help page of F1, with the section after its `#`
    main: PrimaryButton | None = None  # what Enter presses, in a field or on it

    def __init__(self, desk: Desk, width: int = _WIDTH) -> None:
        super().__init__()
        self.desk = desk
        self._working = False
        self._wait = 0
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.wrong = note("", "bad")
        self.wrong.hide()
        self.spinner = Spinner(26)
        self.spinner.hide()
        self.doing = Label(look="muted")
        self.card = Card(margins=28, spacing=14)
        self.card.setFixedWidth(width)
        self.box = self.card.box
        self._lay()
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self.spinner.show)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)

    def _lay(self) -> None:
        language_button = self._language = Button("", "language", self.language_pressed.emit)
        bind(language_button.setText, lambda: NATIVE_NAMES[next_language()])
        bind(language_button.setAccessibleName, lambda: t("Change the language"))
        theme_button = IconButton("theme", "Light or dark", self.theme_pressed.emit)
        middle = Column(
            None,
            Row(None, self._brand(), None),
            Row(None, self.card, None),
            None,
            spacing=18,
            margins=24,
        )
        inside = QWidget()
        inside.setLayout(middle)
        top = Row(None, language_button, theme_button)
        top.setContentsMargins(24, 18, 24, 0)
        self.setLayout(Column(top, Scroll(inside), spacing=0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._give_keys)

    def _give_keys(self) -> None:
        """What had the keys is gone with the page before: they are the card's now."""
        if self.isVisible() and QApplication.focusWidget() in (None, self._language):
            inside = [one for one in self.card.findChildren(QWidget) if _takes_keys(one)]
            typed = any(isinstance(one, QLineEdit) for one in inside)
            begins = inside[:1] if typed or self.main is None else [self.main]
            for one in begins:
                one.setFocus()

    def _brand(self) -> QWidget:
        logo, name = QLabel(), Label(look="title")
        logo.setPixmap(icons.pixmap("brand", 34, "brand"))
        name.raw("JewelCRM")
        brand = QWidget()
        brand.setLayout(Row(logo, name, spacing=10))
        return brand

    def foot(self) -> None:
        """Words for errors and the spinner, at the end of the card; called last by the form."""
        self.box.addWidget(self.wrong)
        self.box.addLayout(Row(self.spinner, self.doing, None, spacing=10))

    def run(self, work: Callable[[], T], then: Callable[[T], None], doing: str) -> None:
        """Do something slow (Argon2id, opening the file) with a turning circle."""
        if self._working or self._wait:
            return
        self._set_working(working=True)
        say(self.doing.setText, doing)
        self.wrong.hide()
        clear_errors(self)
        self.desk.background.ask(
            self, work, lambda answer: self._done(then, answer), self.failed, "write"
        )

    def _done(self, then: Callable[[T], None], answer: T) -> None:
        self._set_working(working=False)
        then(answer)

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.doing.setVisible(working)
        if working:
            self._slow.start()
        else:
            self._slow.stop()
            self.spinner.hide()
        self.set_ready(ready=not working)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field, or on it, presses the main button."""
        keys = self.focusWidget()
        meant = isinstance(keys, QLineEdit) or keys is self.main
        if event.key() in _ENTER and meant and self.main is not None:
            self.main.click()
        else:
            super().keyPressEvent(event)

    def set_ready(self, *, ready: bool) -> None:
        """Whether the main button may be pressed."""

    def failed(self, error: Exception) -> None:
        """Say what went wrong; for a lock-out count down the time that is left."""
        from db.errors import LockedOut

        self._set_working(working=False)
        if isinstance(error, LockedOut):
            self._wait = error.seconds
            self._tick.start()
            self._say_wait()
            self.set_ready(ready=False)
            return
        said = words_for(error)
        if said is None:
            self.desk.fail(error, self)
        elif not mark_error(self, said.field, said.words):
            self.tell_wrong(said.words)

    def say_wrong(self, text: str, look: str = "bad") -> None:
        """Words above the foot of the card."""
        self.tell_wrong(lambda: later(text), look)

    def tell_wrong(self, make: Callable[[], str], look: str = "bad") -> None:
        """Like say_wrong(), for words that are made: they follow the language."""
        self.wrong.tell(make)
        self.wrong.setProperty("look", look)
        self.wrong.style().unpolish(self.wrong)
        self.wrong.style().polish(self.wrong)
        self.wrong.show()

    def _say_wait(self) -> None:
        left = f"{self._wait // 60}:{self._wait % 60:02}"
        self.wrong.words(N_("Too many wrong tries. You can try again in {left}."), left=left)
        self.wrong.show()

    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if self._wait:
            self._say_wait()
            return
        self._tick.stop()
        self.wrong.hide()
        self.set_ready(ready=True)

    def begin_again(self) -> None:
        """Another person, another way in: the last try's wait and words are not theirs."""
        self._wait = 0
        self._tick.stop()
        self.wrong.hide()
        self.set_ready(ready=not self._working)

    def waiting(self) -> bool:
        """Whether somebody is locked out."""
        return self._wait > 0
