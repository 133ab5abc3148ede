"""Head office's embedded store by the same means as a shop's: frozen, in chunks, checked.

A point's manifest carries what `FILE.keys` does beside a single file: everything that opens it,
sealed to the recovery key. `take_out` makes that single file of a point, for `restore`.
"""

from __future__ import annotations

import datetime as dt
import secrets
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2 as cipher

from db.backup import checks, gathering
from db.backup import manifest as chunks
from db.backup.copying import CHUNK, Copied, Source, copy_into
from db.backup.locking import alone
from db.backup.manifest import Forged, Manifest, Mark
from db.backup.packs import BadPack
from db.backup.stopping import Cancelled, never
from db.backup.vault import About, Vault
from db.decoding import decode
from db.errors import Damaged, StoreError
from db.office import schema, tables
from db.office.embedded import EmbeddedStore
from db.tables import metadata
from db.types import from_millis, to_millis
from jewelcrm.backup import retention
from jewelcrm.backup.retention import Held
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.office import backup_papers as papers
from jewelcrm.office import genuine
from jewelcrm.office.visiting import ledgerfile

FOLDER = "backups"
_TRIES = 2
BUSY = "A backup of this head office is being made just now. Try again when it is done."


@dataclass(frozen=True, slots=True)
class Point:
    """A point of head office's store, checked."""

    id: str
    made_at: dt.datetime
    rows: dict[str, int]
    size: int
    added: int
    sha256: str = ""


def back_up(
    folder: Path,
    store: EmbeddedStore,
    into: Path,
    now: dt.datetime,
    *,
    cancelled: Cancelled = never,
) -> Point:
    """A point in the vault `into`, read again and counted; then what is too old goes.

    Raises:
        StoreError, CanFix: it could not be made whole; nothing half-made is listed.
        Stopped: somebody cancelled it; a point that was checked by then is kept.
    """
    with of(store, into) as vault:
        vault.begin(About(store.server.hex(), "office", "0" * 32, "office"))
        with alone(into, BUSY):
            point = _made(folder, store, vault, now, cancelled)
            papers.remember(store, now)
            ledgerfile.remember(store, into)
            log.info("head office backed up", added=point.added)
            _let_go(store, vault, now, cancelled)
    return point


def take_out(vault_folder: Path, target: Path, point: str = "") -> str:
    """The newest point that was checked (or the one named) as a single file with its `.keys`.

    Raises:
        CanFix: there is none. Damaged: it is not as it was made.
    """
    papers.refuse_there(target)
    with Vault(vault_folder) as vault:
        about = vault.about()
        if about is None or about.kind != "office":
            raise CanFix("There is no backup of a head office in {path}.", path=vault_folder)
        wanted = point or _newest(vault)
        manifest = stated(vault, wanted)
        checks.put_together(vault, manifest, target)
    kept = decode(manifest.slots, papers.Manifest)
    papers.write(target, msgspec.structs.replace(kept, sha256=papers.sha256(target)))
    return wanted


def of(store: EmbeddedStore, into: Path) -> Vault:
    """The folder of backups, in which only this head office's word on a point counts."""
    return Vault(into, trusted=[_signer(store)])


def stated(vault: Vault, point: str) -> Manifest:
    """What a point says of itself.

    Raises:
        Damaged: it was changed.
    """
    try:
        return vault.manifest(point)[0]
    except Forged as error:
        raise Damaged("The file that describes this backup was changed.") from error


def _made(
    folder: Path, store: EmbeddedStore, vault: Vault, now: dt.datetime, cancelled: Cancelled
) -> Point:
    """A point, checked. A pack found damaged is set aside, and what it held is added anew."""
    for left in reversed(range(_TRIES)):
        vault.sweep()
        for bad in vault.bad_packs:
            vault.set_aside(vault.packs / bad)
        source = Source(store.path, store.key, _count)
        copied = copy_into(vault, source, pause=0.01, cancelled=cancelled)
        point = _written(folder, store, vault, copied, now)
        try:
            _checked(store, vault, point, now, cancelled)
        except BadPack as error:
            if not left:
                raise
            vault.set_aside(error.path)
        else:
            break
    return point


def _newest(vault: Vault) -> str:
    for point in reversed(vault.ids()):
        mark = vault.mark(point)
        if mark is not None and mark.verified and not mark.trouble:
            return point
    raise CanFix("There is no checked backup in {path}.", path=vault.folder)


def _written(
    folder: Path, store: EmbeddedStore, vault: Vault, copied: Copied, now: dt.datetime
) -> Point:
    key = signing(store)
    seq, prev = _before(vault)
    opens = papers.Manifest(
        made_at=now.isoformat(timespec="seconds"),
        server=store.server.hex(),
        sha256="",
        rows=copied.counts,
        sealed=papers.seal(folder, store, store.key),
        content=genuine.content_by(copied.lists),
    )
    manifest = Manifest(
        kind="office",
        id=_id(now, seq + 1),
        made=to_millis(now),
        why="hours",
        app=version("jewelcrm"),
        schema=schema.SCHEMA,
        store=store.server.hex(),
        device="0" * 32,
        branch="office",
        branch_id="0" * 32,
        letter="",
        epoch=1,
        seq=seq + 1,
        prev=prev,
        size=copied.size,
        chunk=CHUNK,
        lists=copied.lists,
        counts=copied.counts,
        sums=copied.sums,
        slots=msgspec.json.encode(genuine.sealed(store, opens)).decode(),
        facts={"added": str(copied.added)},
        signer=_signer(store),
    )
    vault.keep(manifest, chunks.sealed(manifest, key, store.key))
    return Point(manifest.id, now, copied.counts, copied.size, copied.added)


def _id(now: dt.datetime, seq: int) -> str:
    """A point's name; points of one second are in order, too: the newest is what is restored."""
    return f"{now:%Y%m%d-%H%M%S}-{seq & 0xFFFFFF:06x}"


def _before(vault: Vault) -> tuple[int, str]:
    for point in reversed(vault.ids()):
        with suppress(Forged):
            manifest, signed = vault.manifest(point)
            return manifest.seq, chunks.digest(signed)
    return 0, ""


def _checked(
    store: EmbeddedStore, vault: Vault, point: Point, now: dt.datetime, cancelled: Cancelled
) -> None:
    """Put together again, every page and reference looked at, counted.

    Raises:
        BadPack: a file of before is damaged. Damaged: it does not hold what it should.
        Stopped: somebody cancelled it. The point is taken away again.
    """
    manifest, signed = vault.manifest(point.id)
    try:
        if faults := faults_in(store, vault, manifest, cancelled=cancelled):
            raise Damaged(f"The backup is not whole: {faults[0]}")
    except StoreError:
        vault.drop_point(point.id)
        raise
    mark = Mark(id=point.id, of=chunks.digest(signed), verified=to_millis(now))
    vault.set_mark(mark, signing(store))


def faults_in(
    store: EmbeddedStore, vault: Vault, manifest: Manifest, *, cancelled: Cancelled = never
) -> list[str]:
    """What is wrong with a point of this store; empty: it is whole.

    Raises:
        StoreError: it cannot be put together. Stopped: somebody cancelled it.
    """
    work = vault.folder / f"check-{secrets.token_hex(4)}.db"
    try:
        checks.put_together(vault, manifest, work, cancelled=cancelled)
        return checks.faults_of(work, store.key, manifest, _count, cancelled=cancelled)
    finally:
        for left in vault.folder.glob(f"{work.name}*"):
            left.unlink(missing_ok=True)


def _let_go(store: EmbeddedStore, vault: Vault, now: dt.datetime, cancelled: Cancelled) -> None:
    held = [_held(vault, point) for point in vault.ids()]
    plan = retention.plan(held, now, retention.HERE, dt.UTC)
    for point, going in [(p, to_millis(now)) for p in plan.mark] + [(p, 0) for p in plan.unmark]:
        signed = vault.manifest(point)[1]
        mark = vault.mark(point) or Mark(id=point, of=chunks.digest(signed))
        vault.set_mark(msgspec.structs.replace(mark, going=going), signing(store))
    for point in plan.drop:
        gathering.dropped(vault, point)
    oldest = to_millis(now - retention.HERE.most + 3 * retention.DAY)
    try:
        gathering.gather(vault, oldest=oldest, cancelled=cancelled)
    except Damaged:  # a point of before lost a part: it goes by its age, and nothing else till then
        log.warning("old backup damaged")


def _held(vault: Vault, point: str) -> Held:
    mark = vault.mark(point)
    going = from_millis(mark.going) if mark and mark.going else None
    try:
        manifest = vault.manifest(point)[0]
    except Forged:
        return Held(point, from_millis(0), (0, 0), checked=False, going=from_millis(1))
    good = bool(mark and mark.verified and not mark.trouble)
    return Held(point, from_millis(manifest.made), (1, manifest.seq), checked=good, going=going)


def _count(raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
    """Rows by table, and each scope's head: feeds that do not add up are a fault."""
    names = [*metadata.tables, *tables.office.tables]
    counts = {n: int(raw.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0]) for n in names}  # noqa: S608
    heads = raw.execute("SELECT scope, seq, cnt FROM scope_head").fetchall()
    return counts, {f"scope {row[0]}": f"{row[1]} {row[2]}" for row in heads}


def signing(store: EmbeddedStore) -> Ed25519PrivateKey:
    """Head office's own key for this: it comes from the store's key, and is nowhere kept."""
    seed = HKDF(SHA256(), 32, None, b"jcrm office backup signing v1").derive(store.key)
    return Ed25519PrivateKey.from_private_bytes(seed)


def _signer(store: EmbeddedStore) -> str:
    return signing(store).public_key().public_bytes_raw().hex()
