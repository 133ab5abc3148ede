"""What hides open dialogs while the desk is locked: they show customers too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from ui import i18n


class Curtain:
    """The dialogs that were open when the desk was locked."""

    def __init__(self) -> None:
        self._hidden: list[tuple[QDialog, Typing | None]] = []

    def draw(self) -> None:
        """Out of sight, but not lost."""
        self._hidden = [
            (widget, _typing_in(widget))
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        ]
        for dialog, _ in self._hidden:
            dialog.hide()

    def open(self) -> None:
        """The same person is back: as it was."""
        for dialog, typing in self._taken():
            dialog.show()
            if typing is not None:
                typing.go_on()

    def clear(self) -> None:
        """Another person sits down."""
        for dialog, _ in self._taken():
            dialog.deleteLater()

    def _taken(self) -> list[tuple[QDialog, Typing | None]]:
        dialogs, self._hidden = self._hidden, []
        return [one for one in dialogs if i18n.alive(one[0])]


@dataclass(frozen=True, slots=True)
class Typing:
    """Where somebody was in a line: the cursor, and what she had selected before or after it."""

    line: QLineEdit
    cursor: int
    start: int
    end: int

    def go_on(self) -> None:
        """Qt selects the whole line of a dialog that is shown again: a key would overwrite it."""
        if not i18n.alive(self.line):
            return
        if self.start < 0:
            self.line.setCursorPosition(self.cursor)  # and nothing is selected
        elif self.cursor == self.start:
            self.line.setSelection(self.end, self.start - self.end)
        else:
            self.line.setSelection(self.start, self.end - self.start)


def _typing_in(dialog: QDialog) -> Typing | None:
    """The line that has the keys; that of a number, a day or a list is inside of it."""
    keys: QWidget | None = dialog.focusWidget()
    line = keys if isinstance(keys, QLineEdit) or keys is None else keys.findChild(QLineEdit)
    if not isinstance(line, QLineEdit):
        return None
    return Typing(line, line.cursorPosition(), line.selectionStart(), line.selectionEnd())
