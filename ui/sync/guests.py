"""Another branch's customer on the card, and what a company can do with a customer."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ui import icons
from ui.dress import wear
from ui.format import moment, names
from ui.i18n import N_, later, t

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.sync.elsewhere import Guest
    from ui.shell.desk import Desk

_DEEDS = (
    ("customers.move", "truck", N_("Move to another branch…"), "sync.move"),
    ("customers.share", "account-multiple", N_("Share with another branch…"), "sync.share"),
    ("privacy.erase", "account-cancel", N_("Erase this person for good…"), "sync.erase"),
)


def guest_words(guest: Guest | None, zone: str, today: dt.date) -> str:
    """How another branch's customer is here; empty for our own."""
    if guest is None:
        return ""
    where = guest.branch
    branch = names(where.name, where.name_zh)[0] if where is not None else t("another branch")
    if guest.how == "shared":
        return t("A customer of {branch}, shared with this branch.", branch=branch)
    if guest.how == "stub":
        return t(
            "A customer of {branch}: only her initials are here. Look her up to see more.",
            branch=branch,
        )
    until = _until(guest.until, zone, today)
    if guest.hides:
        return t(
            "On loan from {branch} until {time} · some fields hidden", branch=branch, time=until
        )
    return t("On loan from {branch} until {time}", branch=branch, time=until)


def _until(at: dt.datetime | None, zone: str, today: dt.date) -> str:
    if at is None:
        return "–"
    clock = moment(at, zone).rpartition(" ")[2]
    tomorrow = moment(at, zone, today + dt.timedelta(days=1)) == clock
    return t("tomorrow {time}", time=clock) if tomorrow else moment(at, zone, today)


def company_deeds(desk: Desk, *, theirs: bool = False) -> list[tuple[str, str, str]]:
    """Icon, words and dialog of what the person may do with a customer of a company.

    With another branch's customer (`theirs`) only an administrator may.
    """
    if not desk.line.enrolled or (theirs and not desk.allows("privacy.erase")):
        return []
    return [(icon, words, opens) for right, icon, words, opens in _DEEDS if desk.allows(right)]


def show_menu(
    desk: Desk, button: QWidget, customer_id: Id, name: str, *, theirs: bool = False
) -> QMenu:
    """What can be done with her, under the button."""
    menu = QMenu(button)
    wear(menu)
    for icon, words, opens in company_deeds(desk, theirs=theirs):
        action = menu.addAction(icons.icon(icon), later(words))
        ask = partial(desk.open, opens, customer_id=customer_id, name=name)
        action.triggered.connect(lambda _on=False, ask=ask: ask())
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return menu
