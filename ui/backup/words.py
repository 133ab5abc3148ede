"""Backups in plain words: "yesterday 18:00, 12,431 customers, checked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.format import capital, number
from ui.i18n import N_, later, t, tn
from ui.shell.safewords import Here

if TYPE_CHECKING:
    from jewelcrm.backup.model import Point, Target, TargetLook
    from ui.shell.desk import Desk

_STATES = {
    "checked": N_("checked"),
    "made": N_("not checked yet"),
    "damaged": N_("damaged"),
    "going": N_("goes soon"),
}
_TONES = {"checked": "ok", "made": "muted", "damaged": "danger", "going": "muted"}
_WHY = {
    "now": N_("made by hand"),
    "hours": N_("made by itself"),
    "close": N_("made at closing"),
    "migration": N_("before an update of the store"),
    "import": N_("before an import"),
    "restore": N_("before a backup was put back"),
    "update": N_("before an update"),
}
_KINDS = {
    "local": N_("This computer's own disk"),
    "folder": N_("Folder"),
    "usb": N_("USB stick"),
    "share": N_("Network folder"),
    "head_office": N_("Head office"),
}
_PICTURES = {
    "local": "harddisk",
    "folder": "folder-open",
    "usb": "content-save",
    "share": "database",
    "head_office": "cloud-check",
}
_TARGET_STATES = {
    "ready": N_("has the newest backup"),
    "behind": N_("does not have the newest backup yet"),
    "away": N_("is not plugged in or not connected"),
    "full": N_("is full"),
    "read_only": N_("cannot be written"),
    "failed": N_("did not take the last backup"),
    "damaged": N_("holds damaged files"),
}
DOING = {
    "copy": N_("Copying the store…"),
    "check": N_("Checking…"),
    "carry": N_("Carrying it to the other places…"),
    "read": N_("Reading…"),
    "drill": N_("Putting it back for trial…"),
    "restore": N_("Putting it back…"),
}
STOPPED = {
    "copy": N_("Stopped. The backups of before are still there."),
    "check": N_("Stopped. It was not checked to the end."),
    "drill": N_("Stopped. It was not tried out to the end."),
}


def here_of(desk: Desk) -> Here:
    """Zone, day and moment at the branch."""
    ctx = desk.context()
    return Here(ctx.branch.time_zone, ctx.today(), ctx.clock.now())


def point_words(point: Point, here: Here) -> str:
    """Yesterday 18:00, 12,431 customers, checked."""
    if not point.customers and point.state == "damaged":
        return t("A damaged backup")
    customers = tn("{n} customers", point.customers, one="{n} customer")
    state = later(_STATES[point.state])
    return t(
        "{time}, {customers}, {state}",
        time=capital(_when(point, here)),
        customers=customers,
        state=state,
    )


def _when(point: Point, here: Here) -> str:
    said = here.moment(point.made_at)
    return said if " " in said else t("today {time}", time=said)


def point_more(point: Point, here: Here) -> str:
    """What else is known of it, quietly."""
    orders = tn("{n} orders", point.orders, one="{n} order")
    parts = [orders, size_words(point.size), later(_WHY.get(point.why, "")), _number(point)]
    if point.drilled_at is not None:
        parts.append(t("put back for trial {time}", time=here.moment(point.drilled_at)))
    return "  ·  ".join(part for part in parts if part)


def _number(point: Point) -> str:
    return f"{point.branch}-{point.letter} {point.seq}" if point.branch else ""


def point_tone(point: Point) -> str:
    """The colour of its state."""
    return _TONES[point.state]


def size_words(size: int) -> str:
    """34 MB."""
    if size < 1_000_000:
        return f"{number(max(1, size // 1000))} kB"
    if size < 1_000_000_000:
        return f"{number(size // 1_000_000)} MB"
    return f"{size / 1e9:.1f} GB"


def kind_words(kind: str) -> str:
    """What sort of place it is."""
    return later(_KINDS.get(kind, kind))


def kind_picture(kind: str) -> str:
    """Its picture."""
    return _PICTURES.get(kind, "harddisk")


def place_words(target: Target) -> str:
    """USB stick "BACKUP", Network folder //server/backups."""
    if not target.place:
        return kind_words(target.kind)
    return f"{kind_words(target.kind)}  {target.place}"


def look_words(look: TargetLook, here: Here) -> str:
    """How a place for copies stands, in a sentence."""
    parts = [later(_TARGET_STATES[look.state])]
    if look.last_made_at is not None:
        parts.append(t("last copy of {time}", time=here.moment(look.last_made_at)))
    if look.free is not None:
        parts.append(t("{size} free", size=size_words(look.free)))
    return "  ·  ".join(parts)


def look_tone(look: TargetLook) -> str:
    """The colour of a place for copies."""
    return {"ready": "ok", "behind": "muted", "away": "gold"}.get(look.state, "danger")
