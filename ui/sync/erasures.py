"""Who is to be erased, who asked for it and when, and which PCs have still to confirm it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from db.types import from_millis
from ui.customers.filling import fill
from ui.format import listed, moment, names
from ui.i18n import N_, say, t
from ui.shell.desk import Desk
from ui.sync import office
from ui.sync.asking import Asking
from ui.widgets import Button, EmptyState, Label, Pill, Row, Scroll, VBox, muted

if TYPE_CHECKING:
    from jewelcrm.sync.visiting import ToErase


def show(desk: Desk) -> Erasures:
    """Open the list and ask head office."""
    dialog = Erasures(desk)
    dialog.open()
    dialog.save()
    return dialog


class Erasures(Asking):
    help = "sync#Erasing a person"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, N_("Erasure requests"), save=N_("Ask again"), width=640)
        told = N_(
            "A request waits until another administrator seconds it. Then every PC that held the "
            "customer's data confirms, at its next contact, that nothing of it is left."
        )
        self.box.addWidget(muted(told))
        self.found = VBox(spacing=8)
        inside = QWidget()
        inside.setLayout(self.found)
        scroll = Scroll(inside)
        scroll.setMinimumHeight(260)
        self.box.addWidget(scroll, 1)
        say(self.cancel_button.setText, "Close")

    def save(self) -> None:
        """Ask head office."""
        if self.up():
            self.submit(office.erasures, self._show)

    def _show(self, found: Sequence[ToErase]) -> None:
        fill(self.found, [*map(self._row, found)] or [_nobody()])

    def _row(self, one: ToErase) -> QWidget:
        zone = self.desk.context().branch.time_zone
        line, when = one.line, partial(moment, zone=zone, today=self.desk.context().today())
        who = names(one.name, one.name_zh)[0] or line.number or t("No longer on this PC")
        asked = t("Asked for {time} by {name}", time=when(from_millis(line.asked)), name=line.by)
        column = VBox(Label(look="strong").raw(who), Label(look="muted").raw(asked), spacing=2)
        if stand := _stand(one):
            column.addWidget(Label(look="muted", wrap=True).raw(stand))
        row = Row(spacing=12, margins=10)
        row.addLayout(column, 1)
        row.addWidget(Pill(N_("Being erased"), "info") if line.done else Pill(N_("Waits"), "gold"))
        if not line.done and not line.mine and one.name:
            row.addWidget(Button(N_("Second it…"), "account-cancel", partial(self._second, one)))
        box = QFrame()
        box.setProperty("look", "tile")
        box.setLayout(row)
        return box

    def _second(self, one: ToErase) -> None:
        self.accept()
        name = names(one.name, one.name_zh)[0]
        self.desk.open("sync.erase", customer_id=one.customer_id, name=name)


def _stand(one: ToErase) -> str:
    line = one.line
    if line.done:
        missing = listed(line.missing)
        return t("Still to confirm: {pcs}", pcs=missing)
    if line.mine:
        return t("You asked: another administrator must second it.")
    return "" if one.name else t("Second it at a PC of the customer's branch.")


def _nobody() -> QWidget:
    return EmptyState(
        "check-circle-outline",
        N_("Nobody is to be erased"),
        N_("Requests stand here until every PC has confirmed."),
    )
