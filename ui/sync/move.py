"""A customer moves to another branch: it becomes her home."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from db.types import Id
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.sync import office
from ui.sync.branching import ToBranch

if TYPE_CHECKING:
    from jewelcrm.context import Context


def show(desk: Desk, *, customer_id: Id, name: str = "") -> Move:
    """Open the dialog for one customer."""
    dialog = Move(desk, customer_id, name)
    dialog.open()
    return dialog


class Move(ToBranch):
    help = "sync"

    def __init__(self, desk: Desk, customer_id: Id, name: str) -> None:
        words = N_(
            "The other branch gets all of her card and this branch keeps only what its own "
            "orders need. Both branches are told."
        )
        super().__init__(desk, N_("Move to another branch"), words, customer_id, name)

    def work(self, branch: Id, reason: str) -> Callable[[Context], None]:
        """Move her."""
        return partial(_move, customer_id=self.customer_id, branch=branch, reason=reason)

    def done_(self, done: None) -> None:
        """Say so."""
        super().done_(done)
        self.desk.toast(t("Moved. The other branch has her card now."))


def _move(ctx: Context, *, customer_id: Id, branch: Id, reason: str) -> None:
    office.move(ctx, customer_id, branch, reason)
