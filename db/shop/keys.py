"""The key slots: the store's key, wrapped once for every person who may open it.

    database key (32 random bytes, SQLCipher raw key)
      person's slot   AES-256-GCM under HKDF(Argon2id(password) + keyring half)
      recovery slot   AES-256-GCM under HKDF(recovery code of 125 random bits)
      office, net     kept as they are; filled when the PC is enrolled

Neither the disk, nor the keyring, nor a password opens the store alone (security.md 3.1). A PC
without a keyring has slots under the password alone, and says so. `keyslots.json` holds no name:
a person is found by a keyed hash of the log-in. It is written in two copies, each whole.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.errors import Damaged, KeyringMissing, NoStore, ReadOnly, WrongKey
from db.files import write_private
from db.shop.connect import FILE_NAME
from db.shop.osring import OsRing

MAKING = "making"
"""Stands in a folder while a store is made in it; a store beside it was never finished."""
FILE_NAMES = ("keyslots.json", "keyslots.copy.json")
KEY_BYTES = 32
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
CODE_LETTERS = 25


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess at a password costs: Argon2id memory in KiB, passes, lanes."""

    memory: int = 65536
    passes: int = 3
    lanes: int = 1


POLICY = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the database key; bytes are kept as base64 text."""

    id: str
    kind: str  # staff | recovery | office | net
    who: str
    salt: str
    nonce: str
    box: str
    cost: Cost | None = None
    keyring: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """The content of `keyslots.json`."""

    store: str
    salt: str
    ring_name: str | None = None
    ring_hash: str | None = None
    slots: tuple[Slot, ...] = ()
    version: int = 1
    mac: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """The database key, whose slot gave it, and what looked wrong on the way."""

    key: bytes
    staff_id: bytes | None
    slots: Slots
    warnings: tuple[str, ...] = ()


def create(ring: OsRing | None) -> tuple[Slots, bytes, bytes]:
    """New, empty slots, a new database key and the new keyring half (empty without a keyring)."""
    store, half = secrets.token_hex(16), b""
    ring_name = ring_hash = None
    if ring is not None:
        half = secrets.token_bytes(KEY_BYTES)
        ring.put(store, half)
        ring_name, ring_hash = ring.name, _text(hashlib.sha256(half).digest())
    slots = Slots(store, _text(secrets.token_bytes(16)), ring_name, ring_hash)
    return slots, secrets.token_bytes(KEY_BYTES), half


def with_staff(
    slots: Slots, key: bytes, half: bytes, *, staff_id: bytes, login: str, password: str
) -> Slots:
    """The slots with one for this person; an earlier one of the same person is replaced."""
    salt = secrets.token_bytes(16)
    base = Slot(staff_id.hex(), "staff", who(slots, login), _text(salt), "", "", POLICY, bool(half))
    wrapping = _staff_key(password, salt, POLICY, half, base.id)
    mine = _wrap(slots, base, wrapping, key)
    if any(s.id == mine.id for s in slots.slots):
        return replace(slots, slots=tuple(mine if s.id == mine.id else s for s in slots.slots))
    return replace(slots, slots=(*slots.slots, mine))


def with_recovery(slots: Slots, key: bytes) -> tuple[Slots, str]:
    """The slots with a fresh recovery slot, and the code to print: `XXXXX-XXXXX-...`."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LETTERS))
    salt = secrets.token_bytes(16)
    base = Slot("recovery", "recovery", "", _text(salt), "", "")
    kept = tuple(s for s in slots.slots if s.kind != "recovery")
    sealed = _wrap(slots, base, _code_key(code, salt), key)
    return replace(slots, slots=(*kept, sealed)), "-".join(
        code[i : i + 5] for i in range(0, CODE_LETTERS, 5)
    )


def without(slots: Slots, staff_id: bytes) -> Slots:
    """The slots without this person's: a leaver's password opens nothing any more."""
    return replace(slots, slots=tuple(s for s in slots.slots if s.id != staff_id.hex()))


def open_with_password(folder: Path, ring: OsRing | None, login: str, password: str) -> Opened:
    """The database key for a person.

    Raises:
        WrongKey: unknown log-in or wrong password (the two look alike).
        KeyringMissing: the keyring half is gone; the recovery code still opens the store.
    """
    slots = load(folder)
    slot = staff_slot(slots, login)
    half = _half(slots, ring) if slots.ring_name and (slot is None or slot.keyring) else b""
    if slot is None or slot.cost is None:
        _staff_key(password, b"nobody's salt...", POLICY, half, "")
        raise WrongKey("The log-in or the password is not right.")
    key = _unwrap(slots, slot, _staff_key(password, _bytes(slot.salt), slot.cost, half, slot.id))
    if key is None:
        raise WrongKey("The log-in or the password is not right.")
    return Opened(key, bytes.fromhex(slot.id), slots, _check(slots, key))


def open_with_code(folder: Path, code: str) -> Opened:
    """The database key by the printed recovery code; hyphens, spaces and O/0, I/1 are forgiven.

    Raises:
        WrongKey: the code is not this store's.
    """
    slots = load(folder)
    slot = next((s for s in slots.slots if s.kind == "recovery"), None)
    key = None if slot is None else _unwrap(slots, slot, _code_key(code, _bytes(slot.salt)))
    if key is None:
        raise WrongKey("The recovery code is not right. Check it letter by letter.")
    return Opened(key, None, slots, _check(slots, key))


def renew_half(slots: Slots, ring: OsRing | None) -> tuple[Slots, bytes]:
    """A new keyring half after the old one was lost; every person's slot must be made again."""
    half, name, seen = b"", None, None
    if ring is not None:
        half = secrets.token_bytes(KEY_BYTES)
        ring.put(slots.store, half)
        name, seen = ring.name, _text(hashlib.sha256(half).digest())
    kept = tuple(s for s in slots.slots if s.kind != "staff")
    return replace(slots, ring_name=name, ring_hash=seen, slots=kept), half


def half_of(slots: Slots, ring: OsRing | None) -> bytes:
    """The keyring half in force, empty where the store uses none."""
    return _half(slots, ring) if slots.ring_name else b""


def save(folder: Path, slots: Slots, key: bytes) -> Slots:
    """Write both copies, signed with the database key; returns them as written."""
    signed = replace(slots, mac=_mac(slots, key))
    body = asdict(signed)
    data = json.dumps({"sum": _sum(body), "body": body}, indent=1, sort_keys=True).encode()
    for name in FILE_NAMES:
        write_private(folder / name, data)
    return signed


def load(folder: Path) -> Slots:
    """The key slots, from whichever copy can be read.

    Raises:
        NoStore: there is no store. Damaged: the key files are lost or neither can be read.
        ReadOnly: the folder may not be opened.
    """
    paths = [folder / name for name in FILE_NAMES]
    if not _any_there(paths):
        if is_orphan(folder):
            raise Damaged(ORPHAN)
        raise NoStore("There is no store in this folder. Set one up first.")
    for path in paths:
        try:
            return _parse(json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError):
            continue
    raise Damaged("Both copies of the key file are damaged. Restore them from a backup.")


ORPHAN = (
    "The store is here, but both of its key files are missing. Put keyslots.json back from a"
    " backup; without it nobody can open the store. Nothing was changed."
)


def is_orphan(folder: Path) -> bool:
    """True when there is a store whose key files are lost (not one whose making was cut short)."""
    return _any_there([folder / FILE_NAME]) and not _any_there([folder / MAKING])


def _any_there(paths: Sequence[Path]) -> bool:
    try:
        return any(path.exists() for path in paths)
    except PermissionError as error:
        raise ReadOnly("You may not open this folder. Ask for access, or name another.") from error


def who(slots: Slots, login: str) -> str:
    """The keyed hash under which a log-in is found, so that the file names nobody."""
    folded = unicodedata.normalize("NFKC", login).casefold().strip()
    return hmac.new(_bytes(slots.salt), folded.encode(), hashlib.sha256).hexdigest()[:32]


def staff_slot(slots: Slots, login: str) -> Slot | None:
    """The slot of a log-in; of the first person (the founding administrator) when it is empty."""
    staff = [s for s in slots.slots if s.kind == "staff"]
    tag = who(slots, login)
    return next((s for s in staff if not login or s.who == tag), None)


def needs_rehash(opened: Opened) -> bool:
    """True when the person's slot was made under a weaker policy than today's."""
    slot = next((s for s in opened.slots.slots if s.id == (opened.staff_id or b"").hex()), None)
    cost = slot.cost if slot else None
    return cost is not None and (cost.memory, cost.passes) < (POLICY.memory, POLICY.passes)


def _half(slots: Slots, ring: OsRing | None) -> bytes:
    secret = ring.get(slots.store) if ring is not None else None
    if secret is None or _text(hashlib.sha256(secret).digest()) != slots.ring_hash:
        raise KeyringMissing(
            "The half of the key kept by this computer's keyring is missing. Sign in to the"
            " computer as usual and unlock its keyring; if that does not help, use the recovery"
            " code."
        )
    return secret


def _staff_key(password: str, salt: bytes, cost: Cost, half: bytes, slot_id: str) -> bytes:
    stretched = hash_secret_raw(
        unicodedata.normalize("NFKC", password).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
    return _hkdf(stretched + half, salt, f"jcrm slot v1 {slot_id}")


def _code_key(code: str, salt: bytes) -> bytes:
    plain = code.upper().translate(str.maketrans("OIL", "011"))
    letters = "".join(c for c in plain if c in _LETTERS)
    return _hkdf(letters.encode(), salt, "jcrm recovery v1")


def _wrap(slots: Slots, slot: Slot, wrapping: bytes, key: bytes) -> Slot:
    nonce = secrets.token_bytes(12)
    box = AESGCM(wrapping).encrypt(nonce, key, _label(slots, slot))
    return replace(slot, nonce=_text(nonce), box=_text(box))


def _unwrap(slots: Slots, slot: Slot, wrapping: bytes) -> bytes | None:
    try:
        return AESGCM(wrapping).decrypt(_bytes(slot.nonce), _bytes(slot.box), _label(slots, slot))
    except InvalidTag:
        return None


def _label(slots: Slots, slot: Slot) -> bytes:
    """What a slot is bound to: it cannot be moved to another store or person."""
    return f"{slots.store} {slot.kind} {slot.id} {slot.who} {slot.cost} {slot.keyring}".encode()


def is_ours(slots: Slots, key: bytes) -> bool:
    """True when the file is as this program last wrote it."""
    return hmac.compare_digest(slots.mac, _mac(slots, key))


def _check(slots: Slots, key: bytes) -> tuple[str, ...]:
    if is_ours(slots, key):
        return ()
    return ("The key file was changed outside the program.",)


def _mac(slots: Slots, key: bytes) -> str:
    body = json.dumps(asdict(replace(slots, mac="")), sort_keys=True).encode()
    return hmac.new(_hkdf(key, b"", "jcrm slots mac"), body, hashlib.sha256).hexdigest()


def _hkdf(secret: bytes, salt: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt or None, purpose.encode()).derive(secret)


def _sum(body: Any) -> str:
    """A check sum that tells a damaged copy from a wrong password."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _parse(file: dict[str, Any]) -> Slots:
    kept = file["body"]
    if _sum(kept) != file["sum"]:
        raise ValueError("damaged copy")
    slots = tuple(
        Slot(**{**s, "cost": None if s["cost"] is None else Cost(**s["cost"])})
        for s in kept["slots"]
    )
    return Slots(**{**kept, "slots": slots})


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
