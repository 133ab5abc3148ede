"""`jewelcrm-office device`: the chain's PCs."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

import msgspec

from db.office.store import OfficeStore
from db.types import from_millis, to_millis
from jewelcrm import console
from jewelcrm.office import alarms, backed_up, devices, returning, two_places
from jewelcrm.office.desk import Desk
from jewelcrm.office.visiting import ledgerfile


def register(verbs: Any) -> None:
    """Add the command."""
    acts = verbs.add_parser(
        "device", help="list PCs, confirm new ones, take lost ones off"
    ).add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("list", help="all PCs, with the six words of each").set_defaults(run=_list)
    confirm = acts.add_parser("confirm", help="the six words are the same on the PC: let it work")
    confirm.set_defaults(run=_confirm)
    readmit = acts.add_parser(
        "readmit",
        help="take a PC in again that was enrolled after the backup from which head office was put"
        " up; compare its six words first",
    )
    readmit.set_defaults(run=_readmit)
    revoke = acts.add_parser(
        "revoke", help="take a PC off: refused from now on, it erases itself when it asks again"
    )
    revoke.set_defaults(run=_revoke)
    exposure = acts.add_parser(
        "exposure", help="whose data was on a PC, for the report after one was stolen"
    )
    exposure.set_defaults(run=_exposure)
    for act in (confirm, readmit, revoke, exposure):
        act.add_argument("device", help="its name, e.g. HK01-A, or how its id begins")


def _list(_args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.store() as store:
        return _everything(store, desk.now)


def _confirm(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in("people.manage") as (store, by):
        store.run(lambda work: devices.confirm(work, devices.find(work, args.device).id, by.id))
        return _everything(store, desk.now)


def _readmit(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in("people.manage") as (store, by):
        store.run(
            lambda work: returning.readmit(work, devices.find(work, args.device), desk.now, by.id)
        )
        return _everything(store, desk.now)


def _revoke(args: Namespace, desk: Desk) -> dict[str, Any]:
    with desk.signed_in("people.manage") as (store, by):
        store.run(
            lambda work: devices.revoke(work, devices.find(work, args.device).id, desk.now, by.id)
        )
        ledgerfile.keep(store)
        told = _everything(store, desk.now)
    said = (
        f"{args.device} is taken off. It erases itself when it asks head office again; device list"
        " then says so.\n"
        f"If it was stolen: device exposure {args.device} tells whose data was on it."
    )
    return {**told, "text": f"{said}\n\n{told['text']}"}


def _exposure(args: Namespace, desk: Desk) -> dict[str, Any]:
    from jewelcrm.office.visiting import exposing

    with desk.signed_in("people.manage") as (store, by):
        pc = store.run(lambda work: devices.find(work, args.device))
        with store.read() as work:
            told = msgspec.to_builtins(exposing.report(work, pc.id))
        store.run(lambda work: work.audit(by.id, "device.exposure", pc.id))
    rows = [
        (one["number"], one["name"], _HOW[one["how"]], ", ".join(one["classes"]))
        for one in told["persons"]
    ]
    table = console.table([_EXPOSED, *rows] if rows else [])
    dated = _dated(told, "enrolled_at", "last_seen")
    dated["persons"] = [_dated(one, "at") for one in told["persons"]]
    return {**dated, "text": f"{exposing.UNSIGNED}\n\n{table}" if told["unsigned"] else table}


_EXPOSED = ("NUMBER", "NAME", "HELD BECAUSE", "WHAT WAS HELD")
_HOW = {
    "branch": "of this branch",
    "lease": "opened here for a while",
    "stub": "named in an order",
    "left": "of this branch before",
}


def _everything(store: OfficeStore, now: dt.datetime) -> dict[str, Any]:
    with store.read() as work:
        everyone = devices.everyone(work)
        differed = alarms.in_a_week(work, to_millis(now))
        known = backed_up.told(work, [pc.id for pc in everyone])
        heard = backed_up.first_heard(work, [pc.id for pc in everyone])
        twice = two_places.in_a_week(work, [pc.id for pc in everyone], to_millis(now))
    late = backed_up.late(everyone, known, now)
    listed = [
        {
            "id": pc.id.hex(),
            "branch": pc.branch,
            "letter": pc.letter,
            "name": pc.name,
            "state": pc.state,
            "words": pc.words,
            "enrolled_at": _moment(pc.enrolled_at),
            "last_seen": _moment(pc.last_seen),
            "has_key": pc.has_key,
            "differed": differed.get(pc.id, 0),
            "backed_up": _moment(known.get(pc.id)),
            "backup_heard_at": _moment(_came(heard.get(pc.id))),
            "backup_late": pc.id in late,
            "unsigned": pc.unsigned,
            "two_places": pc.id in twice,
            "revoked_at": _moment(pc.revoked_at),
            "told_to_erase_at": _moment(pc.told_at),
        }
        for pc in everyone
    ]
    rows = [
        (
            f"{pc.branch}-{pc.letter}",
            pc.state,
            _day(pc.last_seen),
            pc.name,
            pc.words,
            "; ".join(
                filter(
                    None,
                    (
                        two_places.WORDS if pc.id in twice else "",
                        _flag(differed.get(pc.id, 0)),
                        _late(late.get(pc.id)),
                        _apart(heard.get(pc.id)),
                        _unsigned(pc),
                        _leaving(pc),
                    ),
                )
            ),
        )
        for pc in everyone
    ]
    return {"devices": listed, "text": console.table(rows)}


def _flag(differed: int) -> str:
    """What a list says of a PC whose sums differ too often."""
    often = differed >= alarms.TOO_OFTEN
    return f"differed {differed} times this week: look into it" if often else ""


def _late(age: dt.timedelta | None) -> str:
    """What a list says of a PC without a checked backup."""
    return "" if age is None else f"no checked backup for {max(2, age.days)} days"


def _came(heard: backed_up.Heard | None) -> dt.datetime | None:
    return from_millis(heard.came) if heard else None


def _apart(heard: backed_up.Heard | None) -> str:
    """What a list says of a backup of another time than head office heard of it."""
    if heard is None or not heard.is_apart():
        return ""
    said, came = (console.moment(from_millis(at)) for at in heard)
    return f"its newest backup is of {said} by its clock, and was heard of {came}"


def _unsigned(pc: devices.Pc) -> str:
    """What a list says of a PC whose people prove nothing."""
    return f"its people act unsigned: {devices.UNSIGNED}" if pc.unsigned else ""


def _leaving(pc: devices.Pc) -> str:
    """What a list says of a PC that was taken off."""
    if pc.state != "revoked":
        return ""
    if pc.told_at is None:
        return "has not asked since, so it still holds what it held"
    return f"asked {console.moment(pc.told_at)}, and was told to erase itself"


def _dated(told: Mapping[str, Any], *moments: str) -> dict[str, Any]:
    """With these moments, in milliseconds or none, as the other lists tell theirs."""
    made = {name: from_millis(told[name]) if told[name] is not None else None for name in moments}
    return {**told, **{name: _moment(at) for name, at in made.items()}}


def _moment(at: dt.datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def _day(at: dt.datetime | None) -> str:
    return console.moment(at) if at else "never seen"
