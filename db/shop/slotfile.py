"""`keyslots.json`: what it holds, and how it is written so that one of its two copies is whole."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.errors import Damaged, NewerStore, NoStore, ReadOnly
from db.files import write_private
from db.shop.connect import FILE_NAME

MAKING = "making"
"""Stands in a folder while a store is made in it; a store beside it was never finished."""
FILE_NAMES = ("keyslots.json", "keyslots.copy.json")
VERSION = 2
"""1: the key lies under the password itself; 2: under a lock that the password opens (`locks`)."""
KEY_BYTES = 32

ORPHAN = (
    "The store is here, but both of its key files are missing. Put keyslots.json back from a"
    " backup; without it nobody can open the store. Nothing was changed."
)
BOTH_DAMAGED = "Both copies of the key file are damaged. Restore them from a backup."


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess at a password costs: Argon2id memory in KiB, passes, lanes."""

    memory: int = 65536
    passes: int = 3
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key; bytes are kept as base64 text.

    With a `lock` the box holds the lock's private half, and `sealed` the database key.
    """

    id: str
    kind: str  # staff | recovery | office | net
    who: str
    salt: str
    nonce: str
    box: str
    cost: Cost | None = None
    keyring: bool = False
    lock: str = ""
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class Slots:
    """The content of `keyslots.json`."""

    store: str
    salt: str
    ring_name: str | None = None
    ring_hash: str | None = None
    slots: tuple[Slot, ...] = ()
    version: int = VERSION
    mac: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def save(folder: Path, slots: Slots, key: bytes) -> Slots:
    """Write both copies, signed with the database key; returns them as written."""
    fresh = replace(slots, version=VERSION)
    signed = replace(fresh, mac=_mac(fresh, key))
    data = text_of(signed)
    for name in FILE_NAMES:
        write_private(folder / name, data)
    return signed


def text_of(slots: Slots) -> bytes:
    """The slots as they stand in the file."""
    body = _body(slots)
    return json.dumps({"sum": _sum(body), "body": body}, indent=1, sort_keys=True).encode()


def parse(data: bytes) -> Slots:
    """The slots of a file's content.

    Raises:
        Damaged: it is not whole. NewerStore: a newer program wrote it.
    """
    try:
        return _parse(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged("The key file is damaged.") from error


def load(folder: Path) -> Slots:
    """The key slots, from whichever copy can be read.

    Raises:
        NoStore: there is no store. Damaged: the key files are lost or neither can be read.
        ReadOnly: the folder may not be opened. NewerStore: a newer program wrote them.
    """
    paths = [folder / name for name in FILE_NAMES]
    if not _any_there(paths):
        if is_orphan(folder):
            raise Damaged(ORPHAN)
        raise NoStore("There is no store in this folder. Set one up first.")
    for path in paths:
        try:
            return parse(path.read_bytes())
        except (OSError, Damaged):
            continue
    raise Damaged(BOTH_DAMAGED)


def mend(folder: Path) -> bool:
    """Write a lost or damaged copy anew from the whole one; True when one was.

    The whole one is copied byte for byte: it stays signed with whatever key signed it.
    """
    paths = [folder / name for name in FILE_NAMES]
    whole = [data for data in map(_whole, paths) if data is not None]
    if len(whole) == len(paths) and len(set(whole)) == 1:
        return False
    for path in paths:
        if whole and _whole(path) != whole[0]:
            write_private(path, whole[0])
    return bool(whole)


def _whole(path: Path) -> bytes | None:
    try:
        data = path.read_bytes()
        parse(data)
    except (OSError, Damaged):
        return None
    return data


def is_orphan(folder: Path) -> bool:
    """True when there is a store whose key files are lost (not one whose making was cut short)."""
    return _any_there([folder / FILE_NAME]) and not _any_there([folder / MAKING])


def _any_there(paths: Sequence[Path]) -> bool:
    try:
        return any(path.exists() for path in paths)
    except PermissionError as error:
        raise ReadOnly("You may not open this folder. Ask for access, or name another.") from error


def is_ours(slots: Slots, key: bytes) -> bool:
    """True when the file is as this program last wrote it."""
    return hmac.compare_digest(slots.mac, _mac(slots, key))


def hkdf(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """A key for one purpose out of a secret."""
    return HKDF(SHA256(), KEY_BYTES, salt or None, purpose.encode()).derive(secret)


def to_text(data: bytes) -> str:
    """Bytes as the file keeps them."""
    return base64.b64encode(data).decode()


def to_bytes(text: str) -> bytes:
    """What `to_text` was given."""
    return base64.b64decode(text)


def _mac(slots: Slots, key: bytes) -> str:
    body = json.dumps(_body(replace(slots, mac="")), sort_keys=True).encode()
    return hmac.new(hkdf(key, b"", "jcrm slots mac"), body, hashlib.sha256).hexdigest()


def _body(slots: Slots) -> dict[str, Any]:
    """As it stands in the file; a slot without a lock looks as it did before there were any."""
    body = asdict(slots)
    body["slots"] = [_without_empty_lock(one) for one in body["slots"]]
    return body


def _without_empty_lock(slot: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in slot.items() if v or k not in {"lock", "sealed"}}


def _sum(body: Any) -> str:
    """A check sum that tells a damaged copy from a wrong password."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _parse(file: Mapping[str, Any]) -> Slots:
    kept = file["body"]
    if _sum(kept) != file["sum"]:
        raise ValueError("damaged copy")
    if kept["version"] > VERSION:
        raise NewerStore(
            "The key file was written by a newer JewelCRM. Update the program on this PC; nothing"
            " was changed."
        )
    slots = tuple(
        Slot(**{**s, "cost": None if s["cost"] is None else Cost(**s["cost"])})
        for s in kept["slots"]
    )
    return Slots(**{**kept, "slots": slots})
