"""The key slots: the store's key, behind a lock for every person who may open it.

    database key (32 random bytes, SQLCipher raw key)
      person's slot   a lock (`locks`) under HKDF(Argon2id(password) + keyring half)
      recovery slot   a lock under HKDF(recovery code of 125 random bits)
      office, net     kept as they are; filled when the PC is enrolled (`officeslots`)

Neither the disk, nor the keyring, nor a password opens the store alone (security.md 3.1). A PC
without a keyring has slots under the password alone, and says so. `keyslots.json` holds no name:
a person is found by a keyed hash of the log-in. It is written in two copies, each whole
(`slotfile`).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from db.errors import KeyringMissing, WrongKey
from db.shop import locks, machine, trial
from db.shop.osring import OsRing
from db.shop.slotfile import (
    FILE_NAMES,
    KEY_BYTES,
    MAKING,
    ORPHAN,
    Cost,
    Slot,
    Slots,
    hkdf,
    is_orphan,
    is_ours,
    load,
    mend,
    save,
)
from db.shop.slotfile import to_bytes as _bytes
from db.shop.slotfile import to_text as _text

__all__ = [
    "CODE_LETTERS",
    "FILE_NAMES",
    "MAKING",
    "ORPHAN",
    "POLICY",
    "Cost",
    "Opened",
    "Slot",
    "Slots",
    "by_code",
    "by_trial",
    "create",
    "half_of",
    "is_orphan",
    "is_ours",
    "label",
    "load",
    "lock_of",
    "mend",
    "needs_rehash",
    "only",
    "open_with_code",
    "open_with_password",
    "renew_half",
    "save",
    "staff_slot",
    "who",
    "with_half",
    "with_recovery",
    "with_staff",
    "without",
]

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
CODE_LETTERS = 25
POLICY = Cost()


@dataclass(frozen=True, slots=True)
class Opened:
    """The database key, whose slot gave it, and what looked wrong on the way.

    `lock`: the private half of the person's lock, which the password alone opened.
    """

    key: bytes = field(repr=False)
    staff_id: bytes | None
    slots: Slots
    warnings: tuple[str, ...] = ()
    lock: bytes = field(default=b"", repr=False)


def create(ring: OsRing | None) -> tuple[Slots, bytes, bytes]:
    """New, empty slots, a new database key and the new keyring half (empty without a keyring)."""
    store, half = secrets.token_hex(16), b""
    ring_name = ring_hash = None
    if ring is not None:
        half = secrets.token_bytes(KEY_BYTES)
        ring.put(store, half)
        ring_name, ring_hash = ring.name, _text(hashlib.sha256(half).digest())
    slots = Slots(store, _text(secrets.token_bytes(16)), ring_name, ring_hash)
    return machine.marked(slots), secrets.token_bytes(KEY_BYTES), half


def with_staff(
    slots: Slots, key: bytes, half: bytes, *, staff_id: bytes, login: str, password: str
) -> Slots:
    """The slots with one for this person; an earlier one of the same person is replaced."""
    salt = secrets.token_bytes(16)
    base = Slot(staff_id.hex(), "staff", who(slots, login), _text(salt), "", "", POLICY, bool(half))
    wrapping = _staff_key(password, salt, POLICY, half, base.id)
    mine = locks.shut(base, wrapping, key, label(slots, base))
    if any(s.id == mine.id for s in slots.slots):
        return replace(slots, slots=tuple(mine if s.id == mine.id else s for s in slots.slots))
    return replace(slots, slots=(*slots.slots, mine))


def with_recovery(slots: Slots, key: bytes) -> tuple[Slots, str]:
    """The slots with a fresh recovery slot, and the code to print: `XXXXX-XXXXX-...`."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LETTERS))
    salt = secrets.token_bytes(16)
    base = Slot("recovery", "recovery", "", _text(salt), "", "")
    kept = tuple(s for s in slots.slots if s.kind != "recovery")
    wrapping = _code_key(code, salt)
    sealed = locks.shut(base, wrapping, key, label(slots, base))
    tried = trial.with_trial(replace(slots, slots=(*kept, sealed)), key, wrapping)
    return tried, "-".join(code[i : i + 5] for i in range(0, CODE_LETTERS, 5))


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
    wrapping = _staff_key(password, _bytes(slot.salt), slot.cost, half, slot.id)
    inside = locks.private_half(slot, wrapping, label(slots, slot))
    lock = inside if inside and slot.lock else b""
    key = locks.behind(slot, lock, label(slots, slot)) if lock else inside
    if key is None:
        raise WrongKey("The log-in or the password is not right.")
    return Opened(key, bytes.fromhex(slot.id), slots, _check(slots, key), lock)


def open_with_code(folder: Path, code: str) -> Opened:
    """The database key by the printed recovery code; hyphens, spaces and O/0, I/1 are forgiven.

    Raises:
        WrongKey: the code is not this store's.
    """
    slots = load(folder)
    key = by_code(slots, code)
    return Opened(key, None, slots, _check(slots, key))


def by_code(slots: Slots, code: str) -> bytes:
    """The database key behind the recovery slot of these slots, e.g. those kept with a backup.

    Raises:
        WrongKey: the code is not theirs.
    """
    slot = next((s for s in slots.slots if s.kind == "recovery"), None)
    wrapping = b"" if slot is None else _code_key(code, _bytes(slot.salt))
    key = None if slot is None else locks.opened(slot, wrapping, label(slots, slot))
    if key is None:
        raise WrongKey("The recovery code is not right. Check it letter by letter.")
    return key


def by_trial(slots: Slots, wrapping: bytes) -> bytes | None:
    """The database key behind the recovery slot, by what its code becomes (`trial`)."""
    slot = next((s for s in slots.slots if s.kind == "recovery"), None)
    return None if slot is None else locks.opened(slot, wrapping, label(slots, slot))


def renew_half(slots: Slots, ring: OsRing | None) -> tuple[Slots, bytes]:
    """A new keyring half after the old one was lost; every person's slot must be made again."""
    emptied = replace(slots, slots=tuple(s for s in slots.slots if s.kind != "staff"))
    if ring is None:
        return machine.marked(replace(emptied, ring_name=None, ring_hash=None)), b""
    fresh = with_half(emptied, ring)
    return fresh, _half(fresh, ring)


def with_half(slots: Slots, ring: OsRing) -> Slots:
    """The slots with a new half in this keyring; those that need none stay as they are.

    Raises:
        KeyringMissing: the keyring did not keep it.
    """
    half = secrets.token_bytes(KEY_BYTES)
    ring.put(slots.store, half)
    seen = _text(hashlib.sha256(half).digest())
    return machine.marked(replace(slots, ring_name=ring.name, ring_hash=seen))


def half_of(slots: Slots, ring: OsRing | None) -> bytes:
    """The keyring half in force, empty where the store uses none."""
    return _half(slots, ring) if slots.ring_name else b""


def who(slots: Slots, login: str) -> str:
    """The keyed hash under which a log-in is found, so that the file names nobody."""
    folded = unicodedata.normalize("NFKC", login).casefold().strip()
    return hmac.new(_bytes(slots.salt), folded.encode(), hashlib.sha256).hexdigest()[:32]


def staff_slot(slots: Slots, login: str) -> Slot | None:
    """The slot of a log-in; of the first person (the founding administrator) when it is empty."""
    staff = [s for s in slots.slots if s.kind == "staff"]
    tag = who(slots, login)
    return next((s for s in staff if not login or s.who == tag), None)


def lock_of(slots: Slots, staff_id: bytes) -> bytes:
    """The public half of a person's lock; nothing for a slot of before there were locks."""
    slot = next((s for s in slots.slots if s.id == staff_id.hex()), None)
    return _bytes(slot.lock) if slot else b""


def only(slots: Slots, staff_id: bytes) -> Slots:
    """The slots of a file that somebody changed, with none that was not opened just now.

    A planted slot opens nothing by itself; signed and sealed anew with the others it would. The
    person's own was opened with the password, and head office's box has no lock.
    """
    kept = tuple(s for s in slots.slots if s.id == staff_id.hex() or not s.lock)
    return replace(slots, slots=tuple(s for s in kept if s.kind in {"staff", "office"}))


def needs_rehash(opened: Opened) -> bool:
    """True when the person's slot is weaker than one made today.

    Made under another policy, without a lock, or before a keyring kept half of the key.
    """
    slot = next((s for s in opened.slots.slots if s.id == (opened.staff_id or b"").hex()), None)
    cost = slot.cost if slot else None
    if slot is None or cost is None:
        return False
    without_half = opened.slots.ring_name is not None and not slot.keyring
    return (
        without_half or not slot.lock or (cost.memory, cost.passes) < (POLICY.memory, POLICY.passes)
    )


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
    return hkdf(stretched + half, salt, f"jcrm slot v1 {slot_id}")


def _code_key(code: str, salt: bytes) -> bytes:
    plain = code.upper().translate(str.maketrans("OIL", "011"))
    letters = "".join(c for c in plain if c in _LETTERS)
    return hkdf(letters.encode(), salt, "jcrm recovery v1")


def label(slots: Slots, slot: Slot) -> bytes:
    """What a slot is bound to: it cannot be moved to another store or person."""
    return f"{slots.store} {slot.kind} {slot.id} {slot.who} {slot.cost} {slot.keyring}".encode()


def _check(slots: Slots, key: bytes) -> tuple[str, ...]:
    if is_ours(slots, key):
        return ()
    return ("The key file was changed outside the program.",)
