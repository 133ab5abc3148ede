"""Used by smoke tests of the installed program: a picture after some seconds, then quit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def quit_after(window: QWidget, seconds: float, picture: Path) -> None:
    """Keep a picture of the window and quit."""

    def finish() -> None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(picture))
        window.close()
        QApplication.quit()

    QTimer.singleShot(round(seconds * 1000), finish)
