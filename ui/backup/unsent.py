"""On the page Backups: what the store before a restore had not sent, to be brought back or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.backup import work
from ui.format import listed
from ui.i18n import N_, t, tn
from ui.widgets import Card, DangerButton, Label, PrimaryButton, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from jewelcrm.context import Context
    from jewelcrm.sync.reoffering import Offer
    from ui.shell.desk import Desk


class UnsentCard(Card):
    """Hidden while there is nothing to decide."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=18, spacing=10)
        self.desk = desk
        self._offer: Offer | None = None
        self.words = Label(look="value", wrap=True)
        self.back = PrimaryButton(N_("Bring it back"), "backup-restore", self._bring_back)
        self.leave = DangerButton(N_("Leave it away"), "close", self._let_go)
        self.box.addWidget(self.words)
        self.box.addWidget(
            Label(
                N_(
                    "It comes back under its own times and persons, on top of what others did "
                    "since. What clashes is kept under Changed by two."
                ),
                "muted",
                wrap=True,
            )
        )
        self.box.addLayout(Row(None, self.leave, self.back, spacing=8))
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """What there is to decide."""
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is not None:
            self.words.raw(_words(offer))
        for button in (self.back, self.leave):
            button.setEnabled(True)

    def _bring_back(self) -> None:
        self._decide(work.bring_back, lambda: t("It is back, and goes to head office now."))

    def _let_go(self) -> None:
        self._decide(work.let_go, lambda: t("It stays in the store that was set aside."))

    def _decide(self, act: Callable[[Context], object], said: Callable[[], str]) -> None:
        for button in (self.back, self.leave):
            button.setEnabled(False)
        self.desk.write(self, act, lambda _done: self._decided(said), self._failed)

    def _decided(self, said: Callable[[], str]) -> None:
        self.show_offer(None)
        self.desk.toast(said())

    def _failed(self, error: Exception) -> None:
        self.show_offer(self._offer)
        self.desk.fail(error, self)


def _words(offer: Offer) -> str:
    what = tn("{n} changes", offer.acts, one="{n} change")
    more = []
    if offer.customers:
        more.append(tn("{n} new customers", offer.customers, one="{n} new customer"))
    if offer.orders:
        more.append(tn("{n} new orders", offer.orders, one="{n} new order"))
    if not more:
        return t("Not sent to head office before the store was put back: {what}.", what=what)
    return t(
        "Not sent to head office before the store was put back: {what}, among them {more}.",
        what=what,
        more=listed(more),
    )
