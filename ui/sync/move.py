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


def show(desk: Desk, *, customer_id: Id, name: str = "", here: bool = False) -> Move:
    """Open the dialog for one customer; `here`: this branch becomes her home."""
    dialog = Move(desk, customer_id, name, here=here)
    dialog.open()
    return dialog


class Move(ToBranch):
    help = "sync#A customer of another branch"

    def __init__(self, desk: Desk, customer_id: Id, name: str, *, here: bool = False) -> None:
        self._here = here
        title, words = (_TO_HERE, _FETCHED) if here else (_AWAY, _GIVEN)
        super().__init__(desk, title, words, customer_id, name)

    def offer(self) -> None:
        """Another branch; or this one, when she is fetched."""
        if not self._here:
            super().offer()
            return
        here = self.desk.context().branch.id
        self.offer_some([one for one in self.found[0] if one.id == here])
        self.branch.setEnabled(False)

    def work(self, branch: Id, reason: str) -> Callable[[Context], None]:
        """Move her."""
        return partial(_move, customer_id=self.customer_id, branch=branch, reason=reason)

    def done_(self, done: None) -> None:
        """Say so."""
        super().done_(done)
        here = t("Moved. This branch has the customer now; the whole card comes in a moment.")
        self.desk.toast(here if self._here else t("Moved. The other branch has the card now."))


_AWAY, _TO_HERE = N_("Move to another branch"), N_("Move to this branch")
_GIVEN = N_(
    "The other branch gets the whole card and this branch keeps only what its own orders need. "
    "Both branches are told."
)
_FETCHED = N_(
    "This branch gets the whole card and the other branch keeps only what its own orders need. "
    "Both branches are told."
)


def _move(ctx: Context, *, customer_id: Id, branch: Id, reason: str) -> None:
    office.move(ctx, customer_id, branch, reason)
