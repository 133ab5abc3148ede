"""Another branch's customer on the card, and what a company can do with a customer."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ui import icons
from ui.dress import wear
from ui.format import listed, moment, names
from ui.i18n import N_, later, t
from ui.widgets import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.types import Id
    from jewelcrm.sync.elsewhere import BranchName, Guest
    from ui.shell.desk import Desk

Deed = tuple[str, str, str, dict[str, object]]

_DEEDS = (
    ("customers.move", "truck", N_("Move to another branch…"), "sync.move"),
    ("customers.share", "account-multiple", N_("Share with another branch…"), "sync.share"),
    ("privacy.erase", "account-cancel", N_("Erase this person for good…"), "sync.erase"),
)
_FETCH: Deed = ("truck", N_("Move to this branch…"), "sync.move", {"here": True})


def guest_words(guest: Guest | None, zone: str, today: dt.date) -> str:
    """How another branch's customer is here; empty for our own."""
    if guest is None:
        return ""
    branch = _home(guest)
    if guest.how == "shared":
        return t("A customer of {branch}, shared with this branch.", branch=branch)
    if guest.how == "stub":
        return t(
            "A customer of {branch}: only the initials are here, so nothing but payments for "
            "this branch's orders can be entered. Look the customer up and open the card for "
            "the rest.",
            branch=branch,
        )
    until = _until(guest.until, zone, today)
    words = N_("On loan from {branch} until {time}")
    if guest.hides:
        words = N_("On loan from {branch} until {time} · some fields hidden")
    return later(words, {"branch": branch, "time": until})


def _home(guest: Guest) -> str:
    where = guest.branch
    return names(where.name, where.name_zh)[0] if where is not None else t("another branch")


def kept_there(guest: Guest | None) -> list[QWidget]:
    """A line where her business is listed: that of her own branch is not on this PC."""
    if guest is None:
        return []
    words = t("Orders, payments and follow-ups of {branch} are kept there.", branch=_home(guest))
    return [Label(look="muted", wrap=True).raw(words)]


def shared_words(branches: Sequence[BranchName]) -> str:
    """With whom our own customer is shared; empty when with nobody."""
    if not branches:
        return ""
    told = listed(names(one.name, one.name_zh)[0] for one in branches)
    return t("Shared with {branches}.", branches=told)


def _until(at: dt.datetime | None, zone: str, today: dt.date) -> str:
    if at is None:
        return "–"
    clock = moment(at, zone).rpartition(" ")[2]
    tomorrow = moment(at, zone, today + dt.timedelta(days=1)) == clock
    return t("tomorrow {time}", time=clock) if tomorrow else moment(at, zone, today)


def company_deeds(desk: Desk, guest: Guest | None = None) -> list[Deed]:
    """Icon, words, dialog and what it is told, of what the person may do with a company's customer.

    Another branch's customer who stands here with her card open is fetched by this branch's
    manager; all else about her is for her own branch and for administrators. Of a stub nothing.
    """
    if not desk.line.enrolled or (guest is not None and guest.how == "stub"):
        return []
    found: list[Deed] = [_FETCH] if guest is not None and desk.allows("customers.move") else []
    if guest is None or desk.allows("privacy.erase"):
        found += [(icon, words, opens, {}) for r, icon, words, opens in _DEEDS if desk.allows(r)]
    return found


def can_consent(guest: Guest | None) -> bool:
    """Whether this branch asks for her consent: of her own branch's customers and shared ones."""
    return guest is None or guest.how == "shared"


def is_stub(guest: Guest | None) -> bool:
    """Whether only her initials are here."""
    return guest is not None and guest.how == "stub"


def show_menu(
    desk: Desk, button: QWidget, customer_id: Id, name: str, guest: Guest | None = None
) -> QMenu:
    """What can be done with her, under the button."""
    menu = QMenu(button)
    wear(menu)
    for icon, words, opens, told in company_deeds(desk, guest):
        action = menu.addAction(icons.icon(icon), later(words))
        ask = partial(desk.open, opens, customer_id=customer_id, name=name, **told)
        action.triggered.connect(lambda _on=False, ask=ask: ask())
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return menu
