"""The window closes: the day's last backup, with how far it is, and a way out at any moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled
from ui.dress import wear
from ui.i18n import N_, say, t
from ui.widgets.buttons import Button
from ui.widgets.frames import Column, Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.background import Background, Job, Progress

LastPoint = Callable[[Callable[[str, int, int], None], Callable[[], bool]], bool]
"""Given how to tell how far it is, and whom to ask whether somebody wants it to stop."""
_MOST_MS = 120_000  # nobody's computer stays on for a disk that does not answer


class Farewell(QWidget):
    """A small window of its own; tells `over` once, whatever became of the backup."""

    over = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._background = background
        self._job: Job | None = None
        self._told = False
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say(self.setWindowTitle, "JewelCRM")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        say(self.bar.setAccessibleName, "How far it is")
        self.leave = Button(N_("Close without waiting"), "close", self._end)
        self.setLayout(
            Column(
                Label(N_("The day's last backup is being made"), "heading"),
                Label(
                    N_(
                        "You can switch the computer off at any time: the backup before is still "
                        "there, and nothing of the store is lost."
                    ),
                    "muted",
                    wrap=True,
                ),
                self.bar,
                Row(None, self.leave),
                margins=24,
            )
        )
        wear(self)
        self.resize(440, 180)

    def begin(self, make: LastPoint) -> None:
        """Show it, and make the backup."""
        self.show()
        QGuiApplication.instance().commitDataRequest.connect(self._end)  # type: ignore[union-attr]
        QTimer.singleShot(_MOST_MS, self, self._end)

        def work(progress: Progress) -> bool:
            return make(progress.step, lambda: progress.cancelled)

        self._job = self._background.run_long(self, work, lambda _made: self._end(), self._failed)
        self._job.progressed.connect(self._tell)

    def _tell(self, done: int, total: int, _what: str) -> None:
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(min(1000, done * 1000 // total))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.bar.setToolTip(t("It could not be made."))
        self._end()

    def _end(self, *_manager: object) -> None:
        if self._told:
            return
        self._told = True
        if self._job is not None:
            self._job.cancel()
        self.hide()
        self.over.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._end()
