"""`jewelcrm-admin backup targets list|add|remove`: where copies go besides this PC's own disk."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from jewelcrm.admin.desk import Desk
from jewelcrm.backup import commands, queries
from jewelcrm.backup.model import Target, TargetKind, TargetLook
from jewelcrm.errors import CanFix

KINDS: dict[str, TargetKind] = {
    "folder": "folder",
    "stick": "usb",
    "share": "share",
    "head-office": "head_office",
}
"""As they are typed, and as they are kept."""
_TYPED: dict[TargetKind, str] = {kept: typed for typed, kept in KINDS.items()}


def register(acts: Any) -> None:
    """Add the act to `backup`."""
    verb = acts.add_parser("targets", help="where copies go besides this PC's own disk")
    verb.set_defaults(run=_list)
    what = verb.add_subparsers(dest="what", metavar="WHAT")
    what.add_parser("list", help="every place, and how it stands").set_defaults(run=_list)
    add = what.add_parser("add", help="copies go there too, from the next backup on")
    add.add_argument("kind", choices=tuple(KINDS), help="what it is")
    add.add_argument(
        "place",
        nargs="?",
        default="",
        help="a folder's or share's path, or a stick's label; nothing for head-office",
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
    kind = KINDS[args.kind]
    if (kind == "head_office") == bool(args.place):
        raise CanFix(
            "Name the path of the folder or share, or the stick's label; head-office needs none.",
            field="place",
        )
    with desk.signed_in() as ctx:
        known = queries.targets(ctx)
        new = Target(kind, args.place)
        if new in [replace(one, id="") for one in known]:
            raise CanFix("Copies go there already.", field="place")
        added = commands.set_targets(ctx, [*known, new])[-1]
    return {**_one(added), "text": f"Copies go there from the next backup on. Id: {added.id}"}


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
        "last_made_at": last.isoformat(timespec="seconds") if last else None,
        "free": look.free,
        "words": look.words,
    }


def _shown(look: TargetLook) -> str:
    target, last = look.target, look.last_made_at
    newest = f"{last.astimezone():%Y-%m-%d %H:%M}" if last else "nothing yet"
    said = f"  {look.words}" if look.words else ""
    return f"{look.state:<10}{target.id}  {_TYPED[target.kind]:<11} {target.place}  {newest}{said}"
