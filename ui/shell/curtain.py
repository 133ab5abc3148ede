"""What hides open dialogs while the desk is locked: they show customers too."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

from ui import i18n


class Curtain:
    """The dialogs that were open when the desk was locked."""

    def __init__(self) -> None:
        self._hidden: list[QDialog] = []

    def draw(self) -> None:
        """Out of sight, but not lost."""
        self._hidden = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        ]
        for dialog in self._hidden:
            dialog.hide()

    def open(self) -> None:
        """The same person is back: as it was."""
        for dialog in self._taken():
            dialog.show()

    def clear(self) -> None:
        """Another person sits down."""
        for dialog in self._taken():
            dialog.deleteLater()

    def _taken(self) -> list[QDialog]:
        dialogs, self._hidden = self._hidden, []
        return [dialog for dialog in dialogs if i18n.alive(dialog)]
