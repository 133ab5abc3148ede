"""The PCs' backups at head office: a vault for each PC, to which the PC may only add.

    offsite/<device>/     a vault as on a stick (`db.backup.vault`); encrypted, its key is not here
    offsite/<device>/kept.json    what head office knows of each point: read whole, marked to go
    offsite/<device>/coming/      which packs are of a backup that is still on its way

Nothing a PC can say takes anything away; generations go by head office's own clock and rules, 90
days at most, so that whoever was erased is in no copy after that.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import select

from db.backup import checks, gathering
from db.backup.locking import alone
from db.backup.manifest import Forged, Manifest, opened
from db.backup.packs import BadPack
from db.backup.stopping import Cancelled, Stopped, never
from db.backup.vault import About, Vault
from db.decoding import decode
from db.errors import Busy, Damaged, DiskFull, StoreError
from db.files import write_private
from db.office import tables
from db.office.store import OfficeStore
from db.tables.people import branch
from db.types import Id, from_millis, to_millis
from jewelcrm.backup import retention
from jewelcrm.backup.retention import Held
from jewelcrm.context import Clock
from jewelcrm.log import log
from jewelcrm.office import coming
from jewelcrm.office.backed_up import APART_MS
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.backups import (
    NAME_BYTES,
    Kept,
    LacksAnswer,
    LacksAsk,
    PackAsk,
    PaperAsk,
    PointKept,
    PointsAnswer,
)

FOLDER, NOTES = "offsite", "kept.json"
FREE_BYTES = 2_000_000_000
"""So much stays free: head office's own store comes first."""
MOST_BYTES = 60_000_000_000
"""Of one PC."""
READ_EVERY = dt.timedelta(days=7)
_BUSY = "This PC's backups are being tidied."


class Note(msgspec.Struct, omit_defaults=True):
    """What head office knows of a point; moments in milliseconds."""

    read: int = 0
    going: int = 0
    trouble: str = ""
    came: int = 0
    """When its manifest came; 0 for those of before this was kept."""


class Lying(NamedTuple):
    """A point as it lies here; moments in milliseconds."""

    id: str
    made: int
    """By the clock of its PC."""
    came: int
    read: int
    order: tuple[int, int]

    def is_apart(self) -> bool:
        """True when the PC's clock, or a long way here, makes the two moments differ."""
        return bool(self.came) and abs(self.made - self.came) > APART_MS


class OffSite:
    """Every PC's vault. Safe to use from several processes."""

    def __init__(self, folder: Path, store: OfficeStore, clock: Clock) -> None:
        self._folder, self._store, self._clock = folder, store, clock

    # What a PC asks

    def lacks(self, device: Id, ask: LacksAsk) -> LacksAnswer:
        """Which chunks are missing.

        Raises:
            Refusal: `bad_request`.
        """
        if len(ask.names) % NAME_BYTES:
            raise Refusal("bad_request")
        with Vault(self._of(device)) as vault:
            vault.look()
            names = (ask.names[n : n + NAME_BYTES] for n in range(0, len(ask.names), NAME_BYTES))
            return LacksAnswer([n for n, name in enumerate(names) if not vault.has(name)])

    def pack(self, device: Id, ask: PackAsk) -> Kept:
        """Keep a pack, when it is whole; one that is there already stays as it is.

        Raises:
            Refusal: `bad_request` for what is no pack; `disk_full`.
        """
        self._require_room(device)
        with Vault(self._of(device)) as vault:
            vault.begin(self._about(device))
            try:
                pack = vault.take_in(ask.pack)
            except Damaged as error:
                raise Refusal("bad_request") from error
            coming.came(vault.folder, pack, self._clock.now())
        return Kept(kept=True)

    def paper(self, device: Id, ask: PaperAsk) -> Kept:
        """Keep a manifest that this PC signed, once everything it names is there.

        Raises:
            Refusal: `bad_request` for another's or a forged one. Busy: just now something goes.
        """
        manifest = self._its_own(device, ask.paper)
        with Vault(self._of(device)) as vault:
            vault.begin(self._about(device))
            with coming.held(vault.folder):
                vault.look()
                kept = _kept(vault, manifest, ask.paper, to_millis(self._clock.now()))
        if kept.kept:
            log.info("backup kept", device=device, point=manifest.seq)
        return kept

    def points(self, device: Id) -> PointsAnswer:
        """What is there of a PC."""
        with Vault(self._of(device)) as vault:
            lie = sorted(lying(vault), key=lambda point: point.id)
        return PointsAnswer([PointKept(point.id, point.made, point.read) for point in lie])

    # What head office does by itself

    def tidy(self, cancelled: Cancelled = never) -> None:
        """Read what is due, let go what may go; called once in a while by housekeeping.

        Raises:
            Stopped: the server ends; what is due is still due.
        """
        for folder in self.folders():
            try:
                self._tidy(folder, cancelled)
            except Stopped:
                raise
            except Busy:
                continue
            except StoreError as error:
                log.warning("off-site put off", error=type(error).__name__)

    def folders(self) -> list[Path]:
        """Every PC's vault."""
        return sorted(path for path in self._folder.glob("*") if path.is_dir())

    def _tidy(self, folder: Path, cancelled: Cancelled) -> None:
        now = self._clock.now()
        with alone(folder, _BUSY), Vault(folder) as vault:
            read = _read_one(vault, now, cancelled)
            with coming.held(folder):
                notes = _notes(vault) | read  # others may have come meanwhile
                _let_go(vault, notes, now)
                _keep(vault, notes)
                spare, oldest = coming.waiting(folder, now), to_millis(now - _MOST)
                gathering.gather(vault, oldest=oldest, spare=spare, cancelled=cancelled)

    def _its_own(self, device: Id, paper: bytes) -> Manifest:
        try:
            manifest, _ = opened(paper)
        except Forged as error:
            raise Refusal("bad_request") from error
        c = tables.device.c
        with self._store.read() as work:
            row = work.conn.execute(select(c.sign_key, c.branch_id).where(c.id == device)).one()
        if (manifest.signer, manifest.device) != (bytes(row.sign_key).hex(), device.hex()):
            raise Refusal("bad_request")
        if manifest.branch_id != row.branch_id.hex():
            raise Refusal("bad_request")
        return manifest

    def _about(self, device: Id) -> About:
        c, b = tables.device.c, branch.c
        with self._store.read() as work:
            query = select(b.id, b.code).where(b.id == c.branch_id, c.id == device)
            row = work.conn.execute(query).one()
        return About(device.hex(), row.code, row.id.hex())

    def _of(self, device: Id) -> Path:
        return self._folder / device.hex()

    def _require_room(self, device: Id) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        packs = (self._of(device) / "packs").glob("*.pack")
        used = sum(path.stat().st_size for path in packs)
        if used > MOST_BYTES or shutil.disk_usage(self._folder).free < FREE_BYTES:
            raise DiskFull("Head office's disk is too full for backups.")


_MOST = retention.OFF_SITE.most - 3 * retention.DAY


def lying(vault: Vault) -> list[Lying]:
    """The points of a PC's vault as it made them, the newest last, whatever its clock said."""
    notes, found = _notes(vault), []
    for point in vault.ids():
        note = notes.get(point, Note())
        with suppress(Forged):
            it = vault.manifest(point)[0]
            found.append(Lying(point, it.made, note.came, note.read, (it.epoch, it.seq)))
    return sorted(found, key=lambda point: point.order)


def _kept(vault: Vault, manifest: Manifest, paper: bytes, now: int) -> Kept:
    missing = _missing(vault, manifest)
    if missing:
        return Kept(kept=False, missing=missing)
    if manifest.id in vault.ids():
        return Kept(kept=vault.raw(manifest.id) == paper)
    _keep(vault, _notes(vault) | {manifest.id: Note(came=now)})
    vault.keep(manifest, paper)
    coming.is_whole(vault.folder)
    return Kept(kept=True)


def _missing(vault: Vault, manifest: Manifest) -> int:
    lists = [bytes.fromhex(piece) for piece in manifest.lists]
    gone = sum(not vault.has(name) for name in lists)
    return gone or sum(not vault.has(name) for name in _names(vault, manifest))


def _names(vault: Vault, manifest: Manifest) -> list[bytes]:
    """The chunks of a point that is about to be kept.

    Raises:
        Refusal: its list cannot be. BadPack: what lies here is damaged.
    """
    try:
        return vault.names(manifest)
    except BadPack:
        raise
    except Damaged as error:
        raise Refusal("bad_request") from error


def _due(vault: Vault, notes: dict[str, Note], now: dt.datetime) -> Iterator[str]:
    """Points that were not read for a week, the newest unread first."""
    before = to_millis(now - READ_EVERY)
    ids = [point for point in reversed(vault.ids()) if notes.get(point, Note()).read < before]
    yield from sorted(ids, key=lambda point: notes.get(point, Note()).read)


def _read_one(vault: Vault, now: dt.datetime, cancelled: Cancelled) -> dict[str, Note]:
    """One a round: a seventh of them a day, in the end."""
    notes = _notes(vault)
    for point in _due(vault, notes, now):
        known = notes.get(point, Note())
        return {point: _read(vault, point, known, to_millis(now), cancelled)}
    return {}


def _read(vault: Vault, point: str, note: Note, now: int, cancelled: Cancelled) -> Note:
    """Read every chunk of a point. A damaged pack is set aside: its PC sends it again."""
    try:
        checks.read_through(vault, vault.manifest(point)[0], cancelled=cancelled)
    except BadPack as error:
        vault.set_aside(error.path)
        return msgspec.structs.replace(note, trouble=str(error))
    except (Damaged, Forged) as error:
        return msgspec.structs.replace(note, trouble=str(error))
    return msgspec.structs.replace(note, read=now, trouble="")


def _let_go(vault: Vault, notes: dict[str, Note], now: dt.datetime) -> None:
    plan = retention.plan(_held(vault, notes), now, retention.OFF_SITE, dt.UTC)
    for point in plan.mark:
        notes[point] = msgspec.structs.replace(notes.get(point, Note()), going=to_millis(now))
    for point in plan.unmark:
        notes[point] = msgspec.structs.replace(notes.get(point, Note()), going=0)
    for point in plan.drop:
        gathering.dropped(vault, point)
        notes.pop(point, None)


def _held(vault: Vault, notes: dict[str, Note]) -> Iterator[Held]:
    for point in vault.ids():
        note = notes.get(point, Note())
        try:
            manifest = vault.manifest(point)[0]
        except Forged:
            continue
        yield Held(
            point,
            from_millis(min(manifest.made, note.came or manifest.made)),
            (manifest.epoch, manifest.seq),
            checked=bool(note.read and not note.trouble),
            going=from_millis(note.going) if note.going else None,
        )


def _notes(vault: Vault) -> dict[str, Note]:
    try:
        return decode((vault.folder / NOTES).read_bytes(), dict[str, Note])
    except (OSError, ValueError, msgspec.DecodeError):
        return {}


def _keep(vault: Vault, notes: dict[str, Note]) -> None:
    write_private(vault.folder / NOTES, msgspec.json.encode(notes))
