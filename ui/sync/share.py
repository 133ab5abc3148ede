"""Another branch sees a customer from now on, or no more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from db.types import Id
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.sync import office
from ui.sync.branching import ToBranch
from ui.widgets import Chips

if TYPE_CHECKING:
    from jewelcrm.context import Context


def show(desk: Desk, *, customer_id: Id, name: str = "") -> Share:
    """Open the dialog for one customer."""
    dialog = Share(desk, customer_id, name)
    dialog.open()
    return dialog


class Share(ToBranch):
    help = "sync#A customer of another branch"

    def __init__(self, desk: Desk, customer_id: Id, name: str) -> None:
        super().__init__(desk, _SHARE, _SEEN, customer_id, name)
        self.way = Chips((("begin", N_("Share")), ("stop", N_("Stop sharing"))), N_("What to do"))
        self.way.chosen.connect(self._turn)
        self.way.button("stop").setEnabled(False)
        self.box.insertWidget(self.box.indexOf(self.where), self.way)

    def _turn(self, way: str) -> None:
        """Title, words and button say what is going to be done."""
        stop = way == "stop"
        self.rename(_STOP if stop else _SHARE)
        self.words.words(_UNSEEN if stop else _SEEN)
        self.offer()

    def offer(self) -> None:
        """To share: those who do not see her yet; to stop: those who do."""
        here, shared = self.desk.context().branch.id, {one.id for one in self.found[1]}
        self.way.button("stop").setEnabled(bool(shared))
        stop = self.way.value() == "stop"
        self.offer_some(
            [one for one in self.found[0] if one.id != here and (one.id in shared) == stop]
        )

    def work(self, branch: Id, reason: str) -> Callable[[Context], None]:
        """Share her, or stop."""
        stop = self.way.value() == "stop"
        return partial(
            _share, customer_id=self.customer_id, branch=branch, reason=reason, stop=stop
        )

    def done_(self, done: None) -> None:
        """Say so."""
        super().done_(done)
        stopped = self.way.value() == "stop"
        self.desk.toast(
            t("No longer shared.")
            if stopped
            else t("Shared. The other branch sees the customer at once.")
        )


_SHARE, _STOP = N_("Share with another branch"), N_("Stop sharing")
_SEEN = N_("The other branch sees and serves the customer like its own. The home branch stays.")
_UNSEEN = N_(
    "The other branch sees the customer no more, but for the initials where it has orders of "
    "theirs. A card that it has opened for a day stays there for that day."
)


def _share(ctx: Context, *, customer_id: Id, branch: Id, reason: str, stop: bool) -> None:
    office.share(ctx, customer_id, branch, reason, stop=stop)
