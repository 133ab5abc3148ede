"""Dialogs that ask head office something: they say so when the line is cut, and wait off thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui.i18n import N_
from ui.shell.desk import Desk
from ui.widgets import Dialog, note

if TYPE_CHECKING:
    from jewelcrm.context import Context

T = TypeVar("T")

OFF_LINE = N_(
    "This needs the line to head office, and it is cut just now. Nothing of it can be kept for "
    "later; try again when the top of the window says that it is on line."
)


class Asking(Dialog):
    """Its main button is grey while there is no line, with the reason above."""

    help = "sync"

    def __init__(
        self,
        desk: Desk,
        title: str,
        *,
        save: str,
        width: int = 560,
        danger: bool = False,
        off_line: str = OFF_LINE,
    ) -> None:
        super().__init__(desk, title, save=save, width=width, danger=danger)
        self.cut = note(off_line, "tip")
        self.box.addWidget(self.cut)
        desk.line.changed.connect(self.show_line)
        self.show_line()

    def up(self) -> bool:
        """Whether head office can be asked just now."""
        status = self.desk.line.status
        return status is not None and status.enrolled and status.line_up

    def submit(self, work: Callable[[Context], T], then: Callable[[T], None]) -> None:
        """Ask in the lane of slow things: a line that hangs must not keep anybody from saving."""
        ctx = self.desk.context()
        self.submit_in("slow", lambda: work(ctx), then)

    def show_line(self) -> None:
        """The line came or went."""
        self.cut.setVisible(not self.up())
        self.save_button.setEnabled(self.up())
        for part in self.needing_line():
            part.setEnabled(self.up())

    def needing_line(self) -> list[QWidget]:
        """What is of no use while the line is cut."""
        return []
