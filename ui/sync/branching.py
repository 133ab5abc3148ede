"""What moving and sharing a customer have in common: another branch, and a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.types import Id
from jewelcrm.sync.elsewhere import BranchName, branches, shared_with
from ui.format import names
from ui.i18n import N_
from ui.shell.desk import Desk
from ui.sync.asking import Asking
from ui.widgets import Area, Choice, Field, Label

if TYPE_CHECKING:
    from jewelcrm.context import Context

Names = tuple[Sequence[BranchName], Sequence[BranchName]]
"""All branches, and those that see the customer besides her home."""


class ToBranch(Asking):
    """A branch from the list, and why; `work` is what is asked of head office."""

    def __init__(self, desk: Desk, title: str, words: str, customer_id: Id, name: str) -> None:
        super().__init__(desk, title, save=title, width=540)
        self.customer_id = customer_id
        self.found: Names = ((), ())
        self.branch = Choice(raw=True)
        self.reason = Field(N_("Reason"), Area(2), name="reason")
        self.box.addWidget(Label(look="strong", wrap=True).raw(name))
        self.words = Label(words, "muted", wrap=True)
        self.box.addWidget(self.words)
        self.where = Field(N_("Branch"), self.branch, name="branch")
        self.box.addWidget(self.where)
        self.box.addWidget(self.reason)
        desk.read(self, lambda ctx: _names(ctx, customer_id), self._offer)

    def _offer(self, found: Names) -> None:
        self.found = found
        self.offer()

    def offer(self) -> None:
        """Fill in the branches to choose from."""
        here = self.desk.context().branch.id
        self.offer_some([one for one in self.found[0] if one.id != here])

    def offer_some(self, some: Sequence[BranchName]) -> None:
        """These branches can be chosen."""
        self.branch.offer([(one.id.hex(), _name(one)) for one in some])
        self.branch.setCurrentIndex(0 if some else -1)

    def save(self) -> None:
        """Ask head office."""
        chosen, reason = self.branch.value(), self.reason.text()
        if not chosen:
            self.where.error(N_("Choose a branch."))
        elif not reason:
            self.reason.error(N_("Say in a few words why."))
        else:
            self.submit(self.work(bytes.fromhex(chosen), reason), self.done_)

    def work(self, branch: Id, reason: str) -> Callable[[Context], None]:
        """What to ask; override it."""
        raise NotImplementedError

    def done_(self, _done: None) -> None:
        """Head office did it: the news come at once."""
        self.desk.line.send_now()
        self.accept()


def _names(ctx: Context, customer_id: Id) -> Names:
    return branches(ctx), shared_with(ctx, customer_id)


def _name(one: BranchName) -> str:
    return f"{one.code}  {names(one.name, one.name_zh)[0]}"
