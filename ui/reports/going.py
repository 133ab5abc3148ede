"""Something under way: what, how far it is, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.i18n import N_, say, t
from ui.widgets import Button, Label, Row, VBox

if TYPE_CHECKING:
    from ui.background import Job


class Going(QWidget):
    """A line of words, a bar, and Stop."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.doing = Label(look="strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "How far it is")
        self.stop = Button(N_("Stop"), "close", self.stop_wanted.emit)
        self.setLayout(VBox(Row(self.doing, None, self.stop), self.bar, spacing=8))

    def begin(self, words: str) -> None:
        """It has begun."""
        self.doing.raw(words)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)

    def follow(self, job: Job) -> None:
        """Show how far this is."""
        job.progressed.connect(self.tell)

    def tell(self, done: int, total: int, _what: str) -> None:
        """How far it is; a bar that runs to and fro while nobody knows."""
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(min(1000, done * 1000 // total))

    def stopping(self) -> None:
        """Somebody wants it to stop."""
        self.stop.setEnabled(False)
        self.doing.raw(t("Stopping…"))
