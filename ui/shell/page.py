"""What every page of the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class Page(QWidget):
    """One screen opened from the side bar. Made on its first visit and kept.

    A room offers its page as `PAGE = CustomersPage` in ui/<room>/page.py, and its dialogs as a
    function `show(desk, **where)` in ui/<room>/<verb>.py: desk.open("payments.take", order_id=…)
    calls ui.payments.take.show(desk, order_id=…).
    """

    name: str = ""  # the word used in desk.open()
    icon: str = ""
    title: str = ""  # English, marked with N_()
    help: str = ""  # resources/help/<language>/<help>.md

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(f"page_{self.name}")

    def enter(self, **where: object) -> None:
        """The page comes to the front; `where` says what to show. Called at every visit."""

    def refresh(self, tables: frozenset[str]) -> None:
        """Something changed in these tables (empty: everything, F5).

        Called while the page is shown, and on the next visit for what changed meanwhile.
        """

    def subject(self) -> dict[str, object]:
        """Ids of what lies open here (customer_id, order_id): a deed begun by key takes them."""
        return {}

    def leave(self) -> None:
        """Another page comes to the front."""

    def clear(self) -> None:
        """The desk is locked or another person signs in: forget what only the last one may see."""
