"""Whether the `.keys` beside a backup of head office is the one that head office wrote for it.

Anybody may seal to the recovery key, whose public half every PC has: that it opens proves nothing.
So head office puts a seal under a key that only the recovery key gives again. It covers everything
in the file and, by the names of its chunks, every byte of the backup.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.backup.adding import LIST_NAMES
from db.backup.copying import CHUNK
from db.backup.packs import name_of
from db.errors import Damaged
from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from jewelcrm.errors import CanFix
from jewelcrm.office.backup_papers import Manifest, keys_of

SEALS = "backup_seal"
"""Name in `setting` of the key that seals."""
_PURPOSE = b"jcrm office backup seal v1"
_LABEL = b"jcrm office backup keys v1\n"
NOT_SEALED = (
    "{path} has no seal: it was made before head office sealed its backups, or somebody took the"
    " seal off. When you know where it comes from: add --unsealed."
)
FORGED = "{path} was changed, or belongs to another backup. It is not used. Take another backup."


def key_from(recovery_key: bytes) -> bytes:
    """The key that seals, out of the recovery key's private half."""
    return HKDF(SHA256(), 32, None, _PURPOSE).derive(recovery_key)


def keep(work: OfficeWork, recovery_key: bytes) -> None:
    """Head office seals its backups from now on; called whenever the recovery key is at hand."""
    work.port.put(tables.setting, [(SEALS, key_from(recovery_key).hex())])


def sealed(store: OfficeStore, manifest: Manifest) -> Manifest:
    """With its seal; as it is where head office was never given a key to seal with."""
    key = key_of(store)
    return msgspec.structs.replace(manifest, seal=_seal(manifest, key)) if key else manifest


def key_of(store: OfficeStore) -> bytes:
    """The key that seals; empty on a head office that was made before there were seals."""
    with store.read() as work:
        rows = work.port.pick(tables.setting, ("value",), [(SEALS,)])
    return bytes.fromhex(rows[0][0]) if rows else b""


def require(backup: Path, manifest: Manifest, recovery_key: bytes, *, unsealed: bool) -> None:
    """Nothing when head office wrote the manifest, beside this very backup.

    Raises:
        CanFix: it has no seal. Damaged: it was changed, or is another backup's.
    """
    path = keys_of(backup)
    if not manifest.seal:
        if unsealed:
            return
        raise CanFix(NOT_SEALED, path=path)
    if not fits(backup, manifest, key_from(recovery_key)):
        raise Damaged(FORGED.format(path=path.name))


def fits(backup: Path, manifest: Manifest, key: bytes) -> bool:
    """Whether the seal was put on with this key, and belongs to this very backup."""
    same = hmac.compare_digest(manifest.seal, _seal(manifest, key))
    return same and content_of(backup) == manifest.content


def content_of(path: Path) -> str:
    """A file's content by the names of its chunks, as a vault lists them."""
    with path.open("rb") as file:
        names = (name_of(chunk) for chunk in iter(lambda: file.read(CHUNK), b""))
        return content_by(_lists(names))


def content_by(lists: Sequence[str]) -> str:
    """The same, by the lists that a vault's manifest has."""
    return name_of(b"".join(map(bytes.fromhex, lists))).hex()


def _lists(names: Iterable[bytes]) -> list[str]:
    return [name_of(b"".join(some)).hex() for some in _in_lists(names)]


def _in_lists(names: Iterable[bytes]) -> Iterator[tuple[bytes, ...]]:
    rest = iter(names)
    while some := tuple(islice(rest, LIST_NAMES)):
        yield some


def _seal(manifest: Manifest, key: bytes) -> str:
    """Over everything but itself and the plain hash, which a folder of points has no use for."""
    bare = msgspec.json.encode(msgspec.structs.replace(manifest, seal="", sha256=""))
    return hmac.new(key, _LABEL + bare, hashlib.sha256).hexdigest()
