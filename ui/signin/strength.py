"""A new password, twice, with words for how good it is; or one that is known already, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from ui.i18n import N_, say
from ui.widgets.fields import Field, secret
from ui.widgets.frames import Column
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk

_WORDS = (
    N_("Very easy to guess"),
    N_("Easy to guess"),
    N_("Could be better"),
    N_("Good"),
    N_("Very good"),
)
_TONES = ("error", "error", "muted", "good", "good")
_PAUSE_MS = 200


class StrongPassword(QWidget):
    """Two boxes and a bar. How good it is, is looked up off the UI thread (zxcvbn)."""

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__()
        self.desk = desk
        self._known = False
        self.first = Field(label, secret(), name="password", hint="A few words in a row are best")
        self.again = Field("The same again", secret(), name="again")
        self.bar = QProgressBar()
        self.bar.setRange(0, 4)
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "How good the password is")
        self.words = Label(look="muted")
        self.setLayout(Column(self.first, self.bar, self.words, self.again, spacing=8))
        self.bar.hide()
        self.words.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.first.changed.connect(self._pause.start)

    def ask_known(self, *, known: bool) -> None:
        """One that is in use elsewhere already is typed once, and nobody judges it."""
        self._known = known
        for part in (self.first.hint, self.again):
            part.setVisible(not known)
        self._look()

    def text(self) -> str:
        """What was typed, blanks included."""
        box = self.first.input
        return box.text() if isinstance(box, QLineEdit) else ""

    def clear(self) -> None:
        """Empty both boxes."""
        self.first.set_text("")
        self.again.set_text("")
        self.first.clear_error()
        self.again.clear_error()
        self.bar.hide()
        self.words.hide()

    def agrees(self) -> bool:
        """Whether it is typed, and a new one twice the same; says so when not."""
        box = self.again.input
        if not self.text():
            self.first.error(N_("Type a password."))
            self.first.input.setFocus()
            return False
        if self._known:
            return True
        if not isinstance(box, QLineEdit) or box.text() != self.text():
            self.again.error(N_("The two passwords are not the same."))
            box.setFocus()
            return False
        return True

    def _look(self) -> None:
        typed = self.text()
        if not typed or self._known:
            self.bar.hide()
            self.words.hide()
            return
        self.desk.background.ask(self, lambda: _score(typed), self._tell, lane="slow", key="score")

    def _tell(self, score: int) -> None:
        if self._known:
            return  # it was asked before the way was changed
        self.bar.setValue(max(score, 0))
        say(self.words.setText, _WORDS[score])
        for part in (self.words, self.bar):
            part.setProperty("look", _TONES[score])
            part.style().unpolish(part)
            part.style().polish(part)
        self.bar.show()
        self.words.show()


def _score(password: str) -> int:
    from zxcvbn import zxcvbn

    found = int(zxcvbn(password[:72])["score"])
    return min(found, 1) if len(password) < 8 else found
