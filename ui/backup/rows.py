"""The rows of the two lists: moments to go back to, places for copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.backup.words import (
    here_of,
    kind_picture,
    look_tone,
    look_words,
    place_words,
    point_more,
    point_tone,
    point_words,
)
from ui.i18n import N_, later
from ui.sync.rows import Deed, SyncRow
from ui.widgets import Label

if TYPE_CHECKING:
    from jewelcrm.backup.model import Point, Target, TargetLook
    from ui.shell.desk import Desk

Act = Callable[..., object]


def point_row(desk: Desk, point: Point, places: dict[str, str], check: Act, back: Act) -> SyncRow:
    """A moment to go back to, and what can be done with it."""
    here = here_of(desk)
    parts = [Label(look="muted", wrap=True).raw(point_more(point, here))]
    if point.target in places:
        parts.append(Label(look="muted", wrap=True).raw(places[point.target]))
    if point.trouble:
        parts.append(Label(look="error", wrap=True).raw(later(point.trouble)))
    icon = "check-circle" if point.state == "checked" else "clock-outline"
    icon = "alert-circle" if point.state == "damaged" else icon
    row = SyncRow(icon, point_tone(point), point_words(point, here), *parts)
    row.offer(_deeds(desk, point, check, back))
    return row


def _deeds(desk: Desk, point: Point, check: Act, back: Act) -> list[Deed]:
    deeds = []
    if desk.allows("backup.make") and point.target == "local":
        deeds.append(Deed(N_("Check again"), "shield-check", "C", lambda: check(point)))
    if desk.allows("backup.targets") and point.state != "damaged":
        deeds.append(Deed(N_("Put back…"), "backup-restore", "B", lambda: back(point)))
    return deeds


def target_row(desk: Desk, look: TargetLook, remove: Callable[[Target], object]) -> SyncRow:
    """A place for copies: how it stands and what to do."""
    here = here_of(desk)
    parts = [Label(look="muted", wrap=True).raw(look_words(look, here))]
    if look.words:
        parts.append(Label(wrap=True).raw(later(look.words)))
    picture = kind_picture(look.target.kind)
    row = SyncRow(picture, look_tone(look), place_words(look.target), *parts)
    if desk.allows("backup.targets"):
        row.offer([Deed(N_("Take off the list"), "close", "T", lambda: remove(look.target))])
    return row
