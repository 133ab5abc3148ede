"""Erasing a person for good: one administrator asks, another one seconds it."""

from __future__ import annotations

from db.types import Id
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.sync import office
from ui.sync.asking import Asking
from ui.widgets import Area, Chips, Field, Label, note

_WAYS = (("ask", N_("Ask for it")), ("second", N_("Second another's request")))


def show(desk: Desk, *, customer_id: Id, name: str = "") -> Erase:
    """Open the dialog for one customer."""
    dialog = Erase(desk, customer_id, name)
    dialog.open()
    return dialog


class Erase(Asking):
    help = "sync#Erasing a person"

    def __init__(self, desk: Desk, customer_id: Id, name: str) -> None:
        title = N_("Erase this person for good")
        super().__init__(desk, title, save=N_("Erase for good"), width=560, danger=True)
        self._customer_id = customer_id
        self.way = Chips(_WAYS, N_("What to do"))
        self.reason = Field(
            N_("Reason"), Area(2), name="reason", example=N_("The customer asked for it in writing")
        )
        self.box.addWidget(Label(look="strong", wrap=True).raw(name))
        self.box.addWidget(
            note(
                N_(
                    "The customer's name, contacts, notes and wishes are removed from head office "
                    "and every PC, and from backups within 90 days. Orders and payments stay "
                    "without the name, as the law asks. It cannot be taken back."
                )
            )
        )
        told = N_("Two administrators are needed: one asks, the other seconds.")
        self.box.addWidget(Label(told, "muted", wrap=True))
        self.box.addWidget(self.way)
        self.box.addWidget(self.reason)

    def save(self) -> None:
        """Ask, or second."""
        who, reason = self._customer_id, self.reason.text()
        approve = self.way.value() == "second"
        if not reason:
            self.reason.error(N_("Say in a few words why."))
            return
        self.submit(lambda ctx: office.erase(ctx, who, reason, approve=approve), self._answered)

    def _answered(self, asked: object) -> None:
        self.desk.line.send_now()
        waits = t("Asked for. Another administrator must second it.")
        self.desk.toast(
            waits if asked else t("Erased. Every PC forgets the customer at its next contact.")
        )
        self.accept()
