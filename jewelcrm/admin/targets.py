"""`jewelcrm-admin backup targets list|add|remove`: where copies go besides this PC's own disk."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.backup import commands, labels, queries
from jewelcrm.backup.model import Target, TargetKind, TargetLook
from jewelcrm.console import WrongUse, iso, moment
from jewelcrm.errors import CanFix

KINDS: dict[str, TargetKind] = {
    "folder": "folder",
    "stick": "usb",
    "share": "share",
    "head-office": "head_office",
}
"""As they are typed, and as they are kept."""
_ALSO = {"usb": "stick", "head_office": "head-office", "network": "share"}
_MOUNTS = Path("/proc/mounts")
_SHARED = frozenset(["cifs", "smb3", "nfs", "nfs4", "fuse.sshfs", "9p"])
_HOW = (
    "Name the place: the path of a folder (/mnt/disk/backups), the path of a share on the network"
    " (share /mnt/nas/backups), the label of a stick (stick SHOP), or the word head-office."
)
_TYPED: dict[TargetKind, str] = {kept: typed for typed, kept in KINDS.items()}


def register(acts: Any) -> None:
    """Add the act to `backup`."""
    verb = acts.add_parser("targets", help="where copies go besides this PC's own disk")
    verb.set_defaults(run=_list)
    what = verb.add_subparsers(dest="what", metavar="WHAT")
    what.add_parser("list", help="every place, and how it stands").set_defaults(run=_list)
    add = what.add_parser("add", help="copies go there too, from the next backup on")
    add.add_argument(
        "where",
        nargs="+",
        metavar="[KIND] PLACE",
        help="the path of a folder or of a share on the network, the label of a stick, or the word"
        " head-office; what it is is found out, or said before it: folder, share, stick",
    )
    add.set_defaults(run=_add)
    remove = what.add_parser("remove", help="no new copies go there; those that lie there stay")
    remove.add_argument("id", help="its id, as `list` shows it, or how that begins")
    remove.set_defaults(run=_remove)


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in() as ctx:
        looks = queries.status(ctx).targets
    text = "\n".join(map(_shown, looks)) or "Backups lie on this PC's own disk only."
    return {"results": [_plain(look) for look in looks], "text": text}


def _add(args: Namespace, desk: Desk) -> dict[str, Any]:
    new = understood(args.where)
    with desk.signed_in() as ctx:
        known = queries.targets(ctx)
        if new in [replace(one, id="") for one in known]:
            raise CanFix("Copies go there already.", field="place")
        added = commands.set_targets(ctx, [*known, new])[-1]
    told = f"Copies go to {_named(added)} from the next backup on. Id: {added.id}"
    return {**_one(added), "text": told}


def understood(where: Sequence[str]) -> Target:
    """The place that was typed, with what it is before it or found out.

    Raises:
        WrongUse: it is none; says what places there are.
    """
    said, place = KINDS.get(_ALSO.get(where[0], where[0])), where[-1]
    if len(where) == 1:
        return Target("head_office") if said == "head_office" else _guessed(place, said)
    if len(where) > 2 or said is None or (said == "head_office"):
        raise WrongUse(_HOW)
    return Target(said, place)


def _guessed(place: str, said: TargetKind | None) -> Target:
    if said is not None:
        raise WrongUse(_HOW)  # the kind alone, no place
    if place.startswith(("//", "\\\\")) or _on_the_network(place):
        return Target("share", place)
    if labels.place_of(Path(place).name) == Path(place):
        return Target("usb", Path(place).name)
    if "/" in place or "\\" in place or Path(place).exists():
        return Target("folder", str(Path(place).expanduser().absolute()))
    return Target("usb", place)


def _on_the_network(place: str) -> bool:
    """Whether the folder is mounted from another computer."""
    with suppress(OSError):
        mounts = [line.split() for line in _MOUNTS.read_text("utf-8", "replace").splitlines()]
        shared = [m[1] for m in mounts if len(m) > 2 and m[2] in _SHARED and m[1] != "/"]
        return any(Path(place).absolute().is_relative_to(mount) for mount in shared)
    return False


def _named(target: Target) -> str:
    words = {"folder": "the folder", "share": "the share", "usb": "the stick called"}
    what = words.get(target.kind)
    return f"{what} {target.place}" if what else "head office"


def _remove(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in() as ctx:
        known = queries.targets(ctx)
        gone = [one for one in known if args.id and one.id.startswith(args.id)]
        if len(gone) != 1:
            raise CanFix("There is no one place {id}. See: backup targets list", id=args.id)
        commands.set_targets(ctx, [one for one in known if one != gone[0]])
    return {**_one(gone[0]), "text": "No new copies go there. Those that lie there stay."}


def _one(target: Target) -> dict[str, Any]:
    return {"id": target.id, "kind": _TYPED[target.kind], "place": target.place}


def _plain(look: TargetLook) -> dict[str, Any]:
    last = look.last_made_at
    return {
        **_one(look.target),
        "state": look.state,
        "last_made_at": iso(last),
        "free": look.free,
        "words": look.words,
    }


def _shown(look: TargetLook) -> str:
    target, last = look.target, look.last_made_at
    newest = moment(last) if last else "nothing yet"
    said = f"  {look.words}" if look.words else ""
    return f"{look.state:<10}{target.id}  {_TYPED[target.kind]:<11} {target.place}  {newest}{said}"
