"""A point from this PC's vault to another folder: chunks that are missing there, then its paper."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from db.backup import checks, plain
from db.backup import manifest as papers
from db.backup.locking import alone
from db.backup.manifest import Manifest
from db.backup.packs import BadPack
from db.backup.steps import reached
from db.backup.stopping import Cancelled, Stopped, unless
from db.backup.vault import Vault
from db.errors import Damaged
from db.files import write_private
from db.types import to_millis
from jewelcrm.backup import keeping, places, words
from jewelcrm.backup.ports import Trip

FULL_READ_MS = 86_400_000
STAMP = "read.stamp"
_TRIES = 3


def carry(trip: Trip, folder: Path) -> None:
    """Put the point there too, and read it again from there.

    A damaged pack there is set aside and its chunks are brought anew.

    Raises:
        StoreError: it could not be done; the target holds what it held before.
    """
    with keeping.vault(trip.ctx, folder) as target:
        target.begin(places.about(trip.ctx))
        with alone(folder, words.BUSY):
            target.sweep()
            try:
                _with_patience(trip, target)
            except Stopped as stopped:
                raise Stopped("Stopped. It goes on with the next backup.") from stopped


def _with_patience(trip: Trip, target: Vault) -> None:
    for left in reversed(range(_TRIES)):
        try:
            _bring(trip, target)
            _look_again(trip, target)
        except BadPack as error:
            if not left or error.path.parent != target.packs:
                raise
            target.set_aside(error.path)
        else:
            return


def _bring(trip: Trip, target: Vault) -> None:
    source = trip.vault
    manifest, _ = source.manifest(trip.point)
    source.look()
    wanted = [bytes.fromhex(piece) for piece in manifest.lists] + source.names(manifest)
    with target.writing() as adding:
        for bad in target.bad_packs:
            raise BadPack(target.packs / bad)
        for n, name in enumerate(wanted):
            if not target.has(name):
                adding.put(name, source.read(name))
            if not n % 256:
                unless(trip.cancelled)
                trip.progress("carry", n, len(wanted))
    reached("carried packs")
    target.keep(manifest, source.raw(trip.point))
    reached("carried manifest")


def _look_again(trip: Trip, target: Vault) -> None:
    """Read it from the target itself; each chunk once a day, what is new at once."""
    manifest, signed = target.manifest(trip.point)
    mine = trip.vault.mark(trip.point)
    target.look()
    target.close()
    for path in target.packs.glob("*.pack"):
        _forget_cached(path)
    now = to_millis(trip.ctx.clock.now())
    if _is_due(target, now):
        checks.read_through(target, manifest, cancelled=trip.cancelled)
        write_private(target.folder / STAMP, str(now).encode())  # nothing goes through a link
    else:
        _read_new(target, manifest, trip.cancelled)
    if mine is not None and mine.of == papers.digest(signed):
        target.set_mark(msgspec.structs.replace(mine, going=0), keeping.signing_key(trip.ctx))


def _is_due(target: Vault, now: int) -> bool:
    """True when the target was not read as a whole within a day."""
    try:
        last = int(plain.read(target.folder / STAMP, plain.NOTE))
    except (OSError, ValueError):
        last = 0
    return not 0 <= now - last < FULL_READ_MS


def _read_new(target: Vault, manifest: Manifest, cancelled: Cancelled) -> None:
    """What the newest pack holds of this point."""
    newest = max(target.packs.glob("*.pack"), key=lambda path: path.stat().st_mtime, default=None)
    for name in target.names(manifest):
        place = target.place(name)
        if place is None:
            raise Damaged("A part of the backup is missing. It is not used.")
        if place.pack == newest:
            unless(cancelled)
            target.read(name)


def _forget_cached(path: Path) -> None:
    """So that it is read from the stick, not from memory, where the system lets us say so."""
    if not hasattr(os, "posix_fadvise"):
        return
    with suppress(OSError), plain.opened(path) as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
