"""Putting a point back: checked first, the present store set aside, a new series of numbers."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from db.backup import checks, plain
from db.backup import manifest as papers
from db.backup.locking import NAME, alone
from db.backup.manifest import Forged, Manifest, Newer, Signed
from db.backup.packs import BadPack
from db.backup.steps import reached
from db.backup.stopping import Cancelled, Stopped
from db.backup.vault import Vault
from db.errors import Busy, Damaged, DiskFull
from db.files import in_our_words, sync_folder, write_private
from db.migrations import bring_up_to_date
from db.shop import keys, putting
from db.shop.connect import FILE_NAME
from db.shop.erasures import Erased
from db.shop.syncstate import state
from db.store import Store
from db.types import from_millis, to_millis
from jewelcrm.access.persons_here import branch_of
from jewelcrm.backup import opening, places, ports, present, sums, words
from jewelcrm.backup.model import Opener, Point, Progress, Restored
from jewelcrm.backup.present import Present
from jewelcrm.context import Clock, SystemClock
from jewelcrm.errors import CanFix
from jewelcrm.log import FOLDER as LOGS
from jewelcrm.log import log

ROOM = 1.15
CONNECT = (
    "Connect this PC to head office before anybody works on it: what other PCs did since this"
    " backup comes first, and head office gives this PC a new letter."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A point that was found, and what it takes to open it."""

    vault: Vault
    manifest: Manifest
    signed: Signed
    key: bytes = field(repr=False)

    @property
    def point(self) -> Point:
        """As a person reads of it."""
        return places.in_words(self.manifest, self.vault.mark(self.manifest.id), "")


def restore(
    source: Path,
    point_id: str,
    to: Path,
    opener: Opener,
    *,
    progress: Progress,
    cancelled: Cancelled,
    clock: Clock | None = None,
) -> Restored:
    """Put a point back into `to`."""
    with closing(vault_with(source, point_id)) as vault:
        chosen = choose(vault, point_id, opener)
        _make_folder(to)
        _require_fit(to)
        putting.finish(to)
        with alone(to, words.BUSY):
            now = present.look(to, opener, chosen.point.made_at)
            present.require_same_branch(now, chosen.manifest)
            course = Course(chosen, to, now, clock or SystemClock(), progress, cancelled)
            return carry_out(course)


def vault_with(source: Path, point_id: str) -> Vault:
    """The vault in a folder that holds the point.

    Raises:
        CanFix: none does.
    """
    found = [vault for vault in places.vaults_in(source) if point_id in vault.ids()]
    if not found:
        raise CanFix(words.NO_SUCH, id=point_id)
    return found[0]


def choose(vault: Vault, point_id: str, opener: Opener) -> Chosen:
    """The point, with its key.

    Raises:
        Damaged: it was forged. WrongKey, KeyringMissing: the opener does not open it.
    """
    try:
        manifest, signed = vault.manifest(point_id)
    except Newer as error:
        raise CanFix(words.NEWER) from error
    except Forged as error:
        raise Damaged(words.FORGED) from error
    return Chosen(vault, manifest, signed, opening.key_of(manifest, signed, opener))


@dataclass(frozen=True, slots=True)
class Course:
    """A restore on its way."""

    chosen: Chosen
    to: Path
    now: Present
    clock: Clock
    progress: Progress
    cancelled: Cancelled


def carry_out(course: Course) -> Restored:
    """Everything of a restore, once it is known what goes where."""
    began, to = time.monotonic(), course.to
    _require_room(to, course.chosen.manifest.size)
    fresh = to / f"{putting.FRESH}{secrets.token_hex(4)}"
    try:
        fresh.mkdir(mode=0o700)
        _read(course, fresh)
        told = _renumber(course, fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    aside = to / f"{putting.ASIDE}{course.clock.now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    putting.put(to, fresh, aside)
    if not course.now.there:
        _remove_empty(aside)
    log.warning("store restored", point=course.chosen.manifest.seq)
    return Restored(
        point=course.chosen.point,
        folder=to,
        safety=aside if course.now.there else None,
        epoch=told.epoch,
        letter=told.letter,
        first_number=told.first,
        unsynced=course.now.unsynced,
        erased_again=told.erased,
        seconds=time.monotonic() - began,
        newer_known=_newer(course),
        warnings=told.warnings,
        zone=told.zone,
    )


def _read(course: Course, fresh: Path) -> None:
    """The point's files in a folder of their own, every page and figure compared."""
    try:
        _require_whole(course, fresh / FILE_NAME)
    except Stopped as stopped:
        raise Stopped("Stopped. The store is as it was.") from stopped
    reached("restore checked")
    for name in keys.FILE_NAMES:
        write_private(fresh / name, course.chosen.manifest.slots.encode())


def _require_whole(course: Course, file: Path) -> None:
    """The point's store, written to `file`.

    Raises:
        CanFix: it is damaged. Stopped: somebody cancelled it.
    """
    chosen = course.chosen

    def told(done: int, total: int) -> None:
        course.progress("read", done, total)

    try:
        checks.put_together(chosen.vault, chosen.manifest, file, told, cancelled=course.cancelled)
    except BadPack as error:
        raise CanFix(words.BAD_FILE, name=error.path.name) from error
    reached("restore read")
    course.progress("check", 0, 0)
    if faults := checks.faults_of(
        file, chosen.key, chosen.manifest, sums.of_shop, cancelled=course.cancelled
    ):
        raise CanFix(words.BAD_POINT, what=faults[0])


@dataclass(frozen=True, slots=True)
class Told:
    """What became of the store before it is in its place."""

    epoch: int
    letter: str
    first: int
    erased: int
    warnings: tuple[str, ...]
    zone: str


def _renumber(course: Course, fresh: Path) -> Told:
    """A new series of numbers, and nobody in it who was erased since."""
    chosen, now = course.chosen, to_millis(course.clock.now())
    bring_up_to_date(fresh, chosen.key)
    marks = [course.now.mark] if course.now.mark else []
    with closing(Store(fresh, chosen.key)) as store:
        first = store.begin_anew(now, marks)
        erased = ports.erase_again(store, _ledger(course))
        with store.apply(now=course.clock.now()) as work:
            work.audit("store.restored", store.pc.id, reason=chosen.manifest.id)
        with store.read() as conn:
            epoch = state(conn.connection.driver_connection).epoch
        chained = store.lease is not None
        warnings, zone = (CONNECT,) if chained else (), branch_of(store).time_zone
        told = Told(epoch, store.pc.letter, first, erased, warnings, zone)
    _leave_only(fresh)
    sync_folder(fresh)
    reached("restore renumbered")
    return told


def _ledger(course: Course) -> list[Erased]:
    """Whoever was erased, by the store that goes and by every newer point in reach."""
    ledgers = [*course.now.erased]
    for vault in _vaults(course):
        for point in vault.ids():
            with suppress(Forged):
                manifest, signed = vault.manifest(point)
                if papers.fits(signed, course.chosen.key):
                    ledgers += [(table, row, int(at)) for table, row, at in manifest.erased]
    return list(dict.fromkeys(ledgers))


def _newer(course: Course) -> dt.datetime | None:
    """A newer point of the same store that is in reach, or that the store knew of."""
    mine = course.chosen.manifest
    made = [mine.made]
    for vault in _vaults(course):
        for point in vault.ids():
            with suppress(Forged):
                other = vault.manifest(point)[0]
                if other.store == mine.store and other.device == mine.device:
                    made.append(other.made)
    newest = max(made)
    return from_millis(newest) if newest > mine.made else None


def _vaults(course: Course) -> list[Vault]:
    return [course.chosen.vault, *places.vaults_in(places.local(course.to))]


def _require_room(to: Path, size: int) -> None:
    if shutil.disk_usage(to).free < size * ROOM:
        raise DiskFull(
            f"The disk is too full: {size * ROOM / 1e9:.1f} GB are needed. Nothing was changed;"
            " free some space and try again."
        )


def _remove_empty(aside: Path) -> None:
    """There was nothing to set aside: no empty folder stays."""
    with suppress(OSError):
        aside.rmdir()


def _leave_only(fresh: Path) -> None:
    """The store's file and its key files; its log is empty by now.

    Raises:
        Busy: it is not.
    """
    log_file = fresh / f"{FILE_NAME}-wal"
    if log_file.exists() and log_file.stat().st_size:
        raise Busy(words.BUSY)
    keep = {FILE_NAME, *keys.FILE_NAMES}
    for path in fresh.iterdir():
        if path.name not in keep:
            path.unlink()


def _require_fit(to: Path) -> None:
    """A store, or nothing at all: among other people's files nothing is moved about.

    Raises:
        CanFix: something else lies there.
    """
    there = [path.name for path in to.iterdir() if path.name != NAME]
    ours = (FILE_NAME, *keys.FILE_NAMES, places.FOLDER, places.REQUEST, putting.JOURNAL, LOGS)
    if there and not any(name in ours or name.startswith(putting.ASIDE) for name in there):
        raise CanFix(words.TAKEN, path=to)


def _make_folder(to: Path) -> None:
    if plain.is_link(to):
        raise CanFix(words.LINK, path=to)
    try:
        to.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise in_our_words(error) from error
