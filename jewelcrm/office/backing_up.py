"""Backups of head office, and coming back from one.

Embedded: one encrypted file, and beside it `.keys`: what opens it and what the PCs trust, sealed to
the recovery key. Without that key (or `office.key`) a thief of both files has nothing; with it,
head office can be put up again on another machine, and every PC goes on as before.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import msgspec
from sqlalchemy import make_url, select

from db.errors import Damaged, DiskFull, ReadOnly, StoreError
from db.files import write_private
from db.office import copying, tables
from db.office.embedded import FILE_NAME, KEY_NAME, EmbeddedStore
from db.office.store import OfficeStore
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.office import certificates, premises
from jewelcrm.wire import sealing

LAST = "last_backup"
KEYS = ".keys"
_SEALED_FOR = b"jcrm office backup v1"


class Manifest(msgspec.Struct):
    """What `FILE.keys` says."""

    made_at: str
    server: str
    sha256: str
    rows: dict[str, int]
    sealed: bytes
    """`Opener`, sealed to the recovery key."""


class Opener(msgspec.Struct):
    """What opens a backup, and the authority that the PCs pin."""

    key: bytes
    config: bytes
    ca: bytes = b""
    ca_key: bytes = b""


def back_up(folder: Path, store: EmbeddedStore, target: Path, now: dt.datetime) -> Manifest:
    """A copy of the embedded store, read again and counted before it gets its name.

    Raises:
        CanFix: the file is there already. StoreError: it could not be made whole.
    """
    _refuse_there(target)
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        copying.copy(store.path, store.key, part)
        counted = copying.count(part, store.key)
        manifest = Manifest(
            made_at=now.isoformat(timespec="seconds"),
            server=store.server.hex(),
            sha256=_sha256(part),
            rows=counted.rows,
            sealed=_sealed(folder, store),
        )
        write_private(_keys(target), msgspec.json.format(msgspec.json.encode(manifest)))
        part.replace(target)
    except OSError as error:
        raise _ours(error) from error
    finally:
        part.unlink(missing_ok=True)
    _remember(store, now)
    return manifest


def restore(folder: Path, backup: Path, recovery_key: bytes) -> Manifest:
    """Put head office up again in a new folder.

    Raises:
        CanFix: the key does not fit, a file is missing, or the folder is taken.
        Damaged: the backup is not as it was made.
    """
    premises.refuse_taken(folder)
    manifest = _manifest(backup)
    if _sha256(backup) != manifest.sha256:
        raise Damaged("The backup was changed or cut short. Take another one.")
    opener = _opened(manifest, recovery_key)
    counted = copying.count(backup, opener.key)
    if counted.rows != manifest.rows:
        raise Damaged("The backup does not hold what it held when it was made.")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_private(folder / KEY_NAME, opener.key.hex().encode())
        if opener.ca:
            write_private(folder / certificates.CA_KEY, opener.ca_key)
            write_private(folder / certificates.CA, opener.ca)
        write_private(folder / FILE_NAME, b"")
        shutil.copyfile(backup, folder / FILE_NAME)
        write_private(folder / premises.CONFIG, opener.config)
    except OSError as error:
        raise _ours(error) from error
    return manifest


def dump(store: OfficeStore, known: premises.Premises, target: Path, now: dt.datetime) -> int:
    """A `pg_dump` of the database, listed again; returns how many tables it holds.

    Raises:
        CanFix, Unavailable: it could not be made.
    """
    _refuse_there(target)
    for tool in ("pg_dump", "pg_restore"):
        if shutil.which(tool) is None:
            raise CanFix("{tool} is not installed. Install PostgreSQL's client tools.", tool=tool)
    url = make_url(known.jobs_url)
    bare = url._replace(drivername="postgresql", password=None)  # URL.set() would keep it
    plain = bare.render_as_string()
    part = target.with_name(f"{target.name}.part")
    environment = {**os.environ, "PGPASSWORD": str(url.password or "")}
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        _tool(
            ["pg_dump", "--format=custom", "--enable-row-security", f"--file={part}", plain],
            environment,
        )
        listed = _tool(["pg_restore", "--list", str(part)], environment)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    _remember(store, now)
    return sum(" TABLE DATA " in line for line in listed.splitlines())


def last(store: OfficeStore) -> dt.datetime | None:
    """When the last backup was made."""
    c = tables.setting.c
    with store.read() as work:
        value = work.conn.execute(select(c.value).where(c.key == LAST)).scalar()
    return dt.datetime.fromisoformat(value) if value else None


def _remember(store: OfficeStore, now: dt.datetime) -> None:
    c = tables.setting

    def keep(work: object) -> None:
        conn = work.conn  # type: ignore[attr-defined]
        conn.execute(c.delete().where(c.c.key == LAST))
        conn.execute(c.insert().values(key=LAST, value=now.isoformat(timespec="seconds")))

    store.run(keep)


def _sealed(folder: Path, store: EmbeddedStore) -> bytes:
    with store.read() as work:
        public = work.conn.execute(select(tables.office_state.c.recovery_key)).scalar()
    if not public:
        raise CanFix("This head office has no recovery key; its backups could not be opened.")
    opener = Opener(
        key=store.key,
        config=(folder / premises.CONFIG).read_bytes(),
        ca=_bytes_of(folder / certificates.CA),
        ca_key=_bytes_of(folder / certificates.CA_KEY),
    )
    return sealing.seal(public, msgspec.msgpack.encode(opener), _SEALED_FOR)


def _opened(manifest: Manifest, recovery_key: bytes) -> Opener:
    try:
        plain = sealing.unseal(recovery_key, manifest.sealed, _SEALED_FOR)
    except sealing.NotSealedForUs as error:
        raise CanFix("This recovery key does not open the backup. Take the right file.") from error
    return msgspec.msgpack.decode(plain, type=Opener)


def _manifest(backup: Path) -> Manifest:
    try:
        return msgspec.json.decode(_keys(backup).read_bytes(), type=Manifest)
    except OSError as error:
        raise CanFix("{path} is missing. It belongs to the backup.", path=_keys(backup)) from error
    except msgspec.DecodeError as error:
        raise Damaged("The file beside the backup is damaged. Take another backup.") from error


def _keys(target: Path) -> Path:
    return target.with_name(f"{target.name}{KEYS}")


def _refuse_there(target: Path) -> None:
    if target.exists() or _keys(target).exists():
        raise CanFix("{path} is there already. Name another file.", path=target)
    if not target.parent.is_dir():
        raise CanFix("There is no folder {path}.", path=target.parent)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CanFix("{path} cannot be read.", path=path) from error


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _tool(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 - a fixed program; the address is our own configuration
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Unavailable(f"{command[0]} failed (exit code {done.returncode}). Nothing was kept.")
    return done.stdout


def _ours(error: OSError) -> StoreError:
    if error.errno in {28, 122}:
        return DiskFull("The disk is full. Nothing was kept; free some space and try again.")
    return ReadOnly("The file cannot be written there. Name another place.")
