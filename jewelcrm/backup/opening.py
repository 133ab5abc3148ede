"""From a password, a code or a key to the database key of a backup; and whether it is ours."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from db.backup import manifest as papers
from db.backup.manifest import Manifest, Signed
from db.errors import Damaged, StoreError
from db.files import write_private
from db.shop import keys, osring, rekeying, slotfile, trial
from db.shop.slotfile import Slots
from jewelcrm.backup import words
from jewelcrm.backup.model import ByCode, ByKey, ByPassword, Opener


def slots_of(manifest: Manifest) -> Slots:
    """The envelopes that a backup brings.

    Raises:
        Damaged: they are not whole.
    """
    return slotfile.parse(manifest.slots.encode())


def key_of(manifest: Manifest, signed: Signed, opener: Opener) -> bytes:
    """The database key of a backup.

    Raises:
        WrongKey, KeyringMissing: not with this. Damaged: the manifest is forged.
    """
    key = opened(slots_of(manifest), opener)
    require_ours(signed, key)
    return key


def require_ours(signed: Signed, key: bytes) -> None:
    """Nothing when whoever wrote the manifest knew the key.

    Raises:
        Damaged: it is forged.
    """
    if not papers.fits(signed, key):
        raise Damaged(words.FORGED)


def among(signed: Signed, folder: Path, key: bytes) -> bytes | None:
    """Which of a store's keys, present and former, a backup was made under."""
    try:
        former = rekeying.former(keys.load(folder), key)
    except StoreError:
        former = []
    return next((one for one in (key, *reversed(former)) if papers.fits(signed, one)), None)


def through_recovery(manifest: Manifest, folder: Path, key: bytes) -> bytes | None:
    """The backup's key by its recovery envelope; None where this store keeps no trial key."""
    wrapping = trial.wrapping_of(keys.load(folder), key)
    return None if wrapping is None else keys.by_trial(slots_of(manifest), wrapping)


def opened(slots: Slots, opener: Opener) -> bytes:
    match opener:
        case ByKey():
            return opener.key
        case ByCode():
            return keys.by_code(slots, opener.code)
        case ByPassword():
            return _by_password(slots, opener)


def _by_password(slots: Slots, opener: ByPassword) -> bytes:
    """The house's own way reads a folder; the envelopes lie in one of their own for a moment."""
    with TemporaryDirectory(prefix="jcrm-") as place:
        for name in keys.FILE_NAMES:
            write_private(Path(place) / name, slotfile.text_of(slots))
        ring = osring.find() if slots.ring_name else None
        opened = keys.open_with_password(Path(place), ring, opener.login, opener.password)
    return opened.key
