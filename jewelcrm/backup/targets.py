"""Second targets: a folder, a stick known by its label, a share, head office.

Whatever a target does (away, full, write-protected, pulled out in the middle) is the target's
trouble: this PC's own backup is there already.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from db.backup import plain
from db.backup.vault import Linked, Vault
from db.errors import DiskFull, ReadOnly, StoreError
from db.files import write_private
from db.shop import keys
from db.types import from_millis, to_millis
from jewelcrm.backup import carrying, keeping, labels, places, ports, words
from jewelcrm.backup.keeping import State
from jewelcrm.backup.model import Target, TargetLook, TargetState, Why
from jewelcrm.backup.ports import Trip
from jewelcrm.context import Context
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.log import log

PATIENCE_S = 8.0
"""A share that is gone answers after minutes; nobody waits for that."""
OFF_SITE_MS, OFF_SITE_LATE_MS = 20 * 3_600_000, 30 * 3_600_000
"""One point a day goes to head office; later than that it is behind."""
_PROBE = ".jewelcrm-probe"
T = TypeVar("T")


def put(ctx: Context, wanted: Sequence[Target]) -> list[Target]:
    """Keep where copies go."""
    for target in wanted:
        _require_fit(ctx, target)
    named = keeping.set_targets(ctx, wanted)
    with ctx.work("backup targets") as work:
        work.audit("backup.targets", columns=sorted({target.kind for target in named}))
    return named


def look(target: Target, known: State) -> TargetLook:
    """How a target stands."""
    at = known.carried.get(target.id, 0)
    last = from_millis(at) if at else None
    trouble = known.troubles.get(target.id, "")
    if target.kind == "head_office":
        state = _state_of(at + OFF_SITE_LATE_MS if at else 0, known, trouble)
        return TargetLook(target, state, last, last, None, trouble or _behind(state))
    place = base_of(target)
    if place is None:
        return TargetLook(target, "away", last, last, None, words.AWAY)
    free = in_time(lambda: shutil.disk_usage(place).free, None)
    state = _state_of(at, known, trouble)
    return TargetLook(target, state, last, last, free, trouble or _behind(state))


def carry_all(trip: Trip, why: Why) -> tuple[list[str], list[str]]:
    """The point on every target in reach; ids of those that have it, sentences of the others.

    Head office gets one a day, and never while somebody waits for the program to close.
    """
    ctx = trip.ctx
    done: list[str] = []
    wrong: list[str] = []
    for target in keeping.targets(ctx):
        if trip.cancelled():
            break
        if target.kind == "head_office" and not _is_due(trip.ctx, target, why):
            continue
        try:
            _carry(trip, target)
        except (StoreError, CanFix, Unavailable, OSError) as error:
            log.warning("backup not carried", kind=target.kind, error=type(error).__name__)
            wrong.append(_note(ctx, target, trouble=_said(error)))
        else:
            made = trip.vault.manifest(trip.point)[0].made
            _note(ctx, target, made=made)
            done.append(target.id)
    return done, wrong


def vaults(ctx: Context) -> Iterator[tuple[str, Path]]:
    """Every vault of this store that is in reach: its target's id, its folder."""
    yield places.LOCAL, places.local(ctx.store.folder)
    for target in keeping.targets(ctx):
        folder = _quietly(ctx, target)
        if folder is not None and Vault(folder).about() is not None:
            yield target.id, folder


def folder_of(ctx: Context, target: Target) -> Path | None:
    """This store's vault in a target; None when the target is away."""
    base = base_of(target)
    if base is None:
        return None
    folder = base / places.ABROAD / keys.load(ctx.store.folder).store
    for one in (folder.parent, folder):
        if plain.is_link(one):
            raise CanFix(words.LINK, path=one)
    return folder


def _quietly(ctx: Context, target: Target) -> Path | None:
    """The same; None too when somebody put a link in its place (the next copy tells of it)."""
    with suppress(CanFix):
        return folder_of(ctx, target)
    return None


def base_of(target: Target) -> Path | None:
    """The target's own folder; None when it is away or does not answer."""
    if target.kind == "head_office":
        return None
    return in_time(lambda: _there(target), None)


def in_time(ask: Callable[[], T], otherwise: T) -> T:
    """The answer, or `otherwise` when there is none in time."""
    answers: list[T] = []

    def run() -> None:
        try:
            answers.append(ask())
        except OSError:
            answers.append(otherwise)

    thread = threading.Thread(target=run, name="backup target", daemon=True)
    thread.start()
    thread.join(PATIENCE_S)
    return answers[0] if answers else otherwise


def _there(target: Target) -> Path | None:
    place = labels.place_of(target.place) if target.kind == "usb" else Path(target.place)
    return place if place is not None and place.is_dir() else None


def _require_fit(ctx: Context, target: Target) -> None:
    if target.kind == "head_office":
        if not ctx.in_chain:
            raise CanFix(words.NO_OFFICE, field="kind")
        return
    base = base_of(target)
    if base is None:
        missing = words.NO_LABEL if target.kind == "usb" else words.NO_FOLDER
        raise CanFix(missing, field="place", path=target.place, label=target.place)
    if base.resolve().is_relative_to(ctx.store.folder.resolve()):
        raise CanFix(words.OWN_DISK, field="place")
    try:
        write_private(base / _PROBE, b"")
        (base / _PROBE).unlink()
    except (ReadOnly, OSError) as error:
        raise CanFix(words.READ_ONLY, field="place") from error
    except DiskFull as error:
        raise CanFix(words.FULL, field="place") from error


def _is_due(ctx: Context, target: Target, why: Why) -> bool:
    if why != "hours":
        return why == "now"
    last = keeping.state(ctx).carried.get(target.id, 0)
    return not 0 <= to_millis(ctx.clock.now()) - last < OFF_SITE_MS


def _carry(trip: Trip, target: Target) -> None:
    if target.kind == "head_office":
        ports.off_site(trip)
        return
    folder = folder_of(trip.ctx, target)
    if folder is None:
        raise CanFix(words.AWAY)
    carrying.carry(trip, folder)


def _note(ctx: Context, target: Target, *, made: int = 0, trouble: str = "") -> str:
    known = keeping.state(ctx)
    carried = {**known.carried, target.id: made} if made else known.carried
    troubles = {**known.troubles, target.id: trouble}
    keeping.set_state(ctx, msgspec.structs.replace(known, carried=carried, troubles=troubles))
    return trouble


def _said(error: Exception) -> str:
    match error:
        case DiskFull():
            return words.FULL
        case Linked():
            return str(error)
        case ReadOnly():
            return words.READ_ONLY
        case OSError():
            return words.AWAY
        case _:
            return str(error)


_STATES: dict[str, TargetState] = {
    words.FULL: "full",
    words.READ_ONLY: "read_only",
    words.AWAY: "away",
}


def _state_of(at: int, known: State, trouble: str) -> TargetState:
    if trouble:
        return _STATES.get(trouble, "failed")
    return "ready" if at >= known.last_made else "behind"


def _behind(state: TargetState) -> str:
    return words.BEHIND if state == "behind" else ""
