"""What lies beside a backup of head office: `FILE.keys`, which counts it and opens it.

It holds what the PCs trust too, sealed to the recovery key. Without that key a thief of both files
has nothing; with it, head office is put up again on another machine, and every PC goes on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import msgspec
from sqlalchemy import select

from db.decoding import decode
from db.errors import Damaged, DiskFull, ReadOnly, StoreError
from db.files import write_private
from db.office import tables
from db.office.store import OfficeStore
from jewelcrm.errors import CanFix
from jewelcrm.office import certificates, premises
from jewelcrm.wire import sealing

LAST = "last_backup"
KEYS = ".keys"
UNLIKE = (
    "{name} and {name}.keys do not belong together: one was changed, cut short or swapped. Neither"
    " is used. Take another backup."
)
_SEALED_FOR = b"jcrm office backup v1"


class Manifest(msgspec.Struct):
    """What `FILE.keys` says."""

    made_at: str
    server: str
    sha256: str
    rows: dict[str, int]
    sealed: bytes
    """`Opener`, sealed to the recovery key."""
    store: str = "embedded"
    schema: int = 1
    content: str = ""
    """The backup by the names of its chunks."""
    seal: str = ""
    """`jewelcrm.office.genuine`."""


class Opener(msgspec.Struct):
    """What opens a backup, and the authority that the PCs pin."""

    key: bytes
    config: bytes
    ca: bytes = b""
    ca_key: bytes = b""


def write(target: Path, manifest: Manifest) -> None:
    """Put it beside the backup."""
    write_private(keys_of(target), msgspec.json.format(msgspec.json.encode(manifest)))


def read(backup: Path) -> Manifest:
    """What lies beside a backup, which is as it was made.

    Raises:
        CanFix: it is missing. Damaged: one of the two was changed.
    """
    try:
        manifest = decode(keys_of(backup).read_bytes(), Manifest)
    except OSError as error:
        missing = keys_of(backup)
        raise CanFix("{path} is missing. It belongs to the backup.", path=missing) from error
    except (ValueError, msgspec.DecodeError) as error:
        raise Damaged(
            f"{keys_of(backup).name} is damaged. It is not used. Take another backup."
        ) from error
    if sha256(backup) != manifest.sha256:
        raise Damaged(UNLIKE.format(name=backup.name))
    return manifest


def seal(folder: Path, store: OfficeStore, key: bytes) -> bytes:
    """What opens the backup, for whoever has the recovery key."""
    with store.read() as work:
        public = work.conn.execute(select(tables.office_state.c.recovery_key)).scalar()
    if not public:
        raise CanFix("This head office has no recovery key; its backups could not be opened.")
    opener = Opener(
        key=key,
        config=(folder / premises.CONFIG).read_bytes(),
        ca=_bytes_of(folder / certificates.CA),
        ca_key=_bytes_of(folder / certificates.CA_KEY),
    )
    return sealing.seal(public, msgspec.msgpack.encode(opener), _SEALED_FOR)


def unseal(manifest: Manifest, recovery_key: bytes) -> Opener:
    """What opens the backup.

    Raises:
        CanFix: the recovery key is another one's.
    """
    try:
        plain = sealing.unseal(recovery_key, manifest.sealed, _SEALED_FOR)
    except sealing.NotSealedForUs as error:
        raise CanFix("This recovery key does not open the backup. Take the right file.") from error
    return msgspec.msgpack.decode(plain, type=Opener)


def put_authority(folder: Path, opener: Opener) -> None:
    """The authority that the PCs pin, in head office's new folder."""
    if opener.ca:
        write_private(folder / certificates.CA_KEY, opener.ca_key)
        write_private(folder / certificates.CA, opener.ca)


def keys_of(target: Path) -> Path:
    """The file beside a backup."""
    return target.with_name(f"{target.name}{KEYS}")


def refuse_there(target: Path) -> None:
    """Nothing when a backup can be made there.

    Raises:
        CanFix: a file is in the way, or the folder is missing.
    """
    if target.exists() or keys_of(target).exists():
        raise CanFix("{path} is there already. Name another file.", path=target)
    if not target.parent.is_dir():
        raise CanFix(
            "There is no folder {path}. Make it, or plug in or connect the disk it lies on.",
            path=target.parent,
        )


def sha256(path: Path) -> str:
    """The file's hash, in hexadecimal."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CanFix("{path} cannot be read.", path=path) from error


def last(store: OfficeStore) -> dt.datetime | None:
    """When the last backup was made."""
    with store.read() as work:
        rows = work.port.pick(tables.setting, ("value",), [(LAST,)])
    return dt.datetime.fromisoformat(rows[0][0]) if rows else None


def remember(store: OfficeStore, now: dt.datetime) -> None:
    """A backup was made."""
    row = (LAST, now.isoformat(timespec="seconds"))
    store.run(lambda work: work.port.put(tables.setting, [row]))


def in_our_words(error: OSError) -> StoreError:
    """The error as a person reads it."""
    if error.errno in {28, 122}:
        return DiskFull("The disk is full. Nothing was kept; free some space and try again.")
    return ReadOnly("The file cannot be written there. Name another place.")


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
