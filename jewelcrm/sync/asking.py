"""A PC that nobody can open asks head office for its key on paper (security.md 3.2).

For when head office cannot be reached, and for when the keyring is lost, so that there is nothing
left to sign with: then two people compare six words on the telephone instead. The answer opens only
with the private key that was made, or kept, for this very request.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from db.errors import KeyringMissing
from db.files import write_private
from db.shop import keys, officeslots, osring
from db.shop.osring import OsRing
from db.shop.slotfile import Slots
from db.types import Id
from jewelcrm.access.passwords import check_password
from jewelcrm.backup import places
from jewelcrm.context import Clock, Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.sync.recovering import NewPassword, let_in, no_office, not_ours
from jewelcrm.wire import sealing
from jewelcrm.wire.recovery import NotWhole, Request, answer_from, request_text

PENDING = places.REQUEST
"""Which request waits, and its private key where the keyring could not give one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to carry to head office."""

    text: str
    words: str
    """The six words that head office reads out loud too."""
    signed: bool
    """False: the keyring is lost, so that head office must compare the words."""


def ask(folder: Path, *, ring: OsRing | None = None) -> Asked:
    """The request of this PC: the same until it is answered.

    Raises:
        CanFix: this PC has no head office. NoStore, Damaged: in words.
    """
    slots = keys.load(folder)
    place = officeslots.place_of(slots)
    if place is None:
        raise no_office()
    own = _own(slots, ring or osring.find())
    request = _waiting(folder, place.device, own) or _begun(folder, place.device, own)
    log.info("key asked for on paper")
    return Asked(request_text(request), request.words, bool(request.signature))


def ask_for(folder: Path, device: Id) -> Asked:
    """The request of a new PC for the key of a dead one, whose backup comes back in `folder`.

    The dead PC's keys are gone with it, so that head office compares the six words.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    request = _waiting(folder, device, None) or _begun(folder, device, None)
    log.info("key of another PC asked for on paper", device=device)
    return Asked(request_text(request), request.words, signed=False)


def key_for(folder: Path, device: Id, text: str) -> bytes:
    """The dead PC's key out of head office's answer to `ask_for`.

    Raises:
        CanFix: a letter is wrong, or it answers another request.
    """
    kept = _kept(folder)
    if kept is None or not kept.get("private"):
        raise CanFix("This PC has not asked for its key. Make a request first.", field="answer")
    return _opened(text, kept["nonce"], base64.b64decode(kept["private"]), device)


def let_in_again(folder: Path, key: bytes, login: str, password: str) -> None:
    """After a dead PC's backup was put back with its key: this person has a new password.

    Raises:
        WrongKey: nobody with this log-in works here.
    """
    slots, ring = keys.load(folder), osring.find()
    wanted = NewPassword(login, password)
    let_in(folder, slots, key, wanted, clock=None, ring=ring).store.close()
    (folder / PENDING).unlink(missing_ok=True)


def take(
    folder: Path,
    text: str,
    wanted: NewPassword,
    *,
    clock: Clock | None = None,
    ring: OsRing | None = None,
) -> Context:
    """Open the store with head office's answer; this person has a new password and is signed in.

    Raises:
        CanFix: a letter is wrong, it answers another request, or the password is weak.
    """
    check_password(wanted.password, about=[wanted.login])
    slots, ring = keys.load(folder), ring or osring.find()
    key = _key(folder, slots, ring, text)
    ctx = let_in(folder, slots, key, wanted, clock=clock, ring=ring)
    (folder / PENDING).unlink(missing_ok=True)
    return ctx


def _key(folder: Path, slots: Slots, ring: OsRing | None, text: str) -> bytes:
    place, kept = officeslots.place_of(slots), _kept(folder)
    if place is None or kept is None:
        raise CanFix("This PC has not asked for its key. Make a request first.", field="answer")
    return _opened(text, kept["nonce"], _private(kept, slots, ring), place.device)


def _opened(text: str, nonce: str, private: bytes, device: Id) -> bytes:
    """What head office sealed for this very request."""
    try:
        answer = answer_from(text)
    except NotWhole as error:
        raise CanFix(
            "A letter of the answer is wrong or missing. Compare it with head office's.",
            field="answer",
        ) from error
    if answer.nonce != bytes.fromhex(nonce):
        raise CanFix(
            "This answers another request. Send head office the request that is shown now.",
            field="answer",
        )
    try:
        info = sealing.purpose(sealing.DATABASE_KEY, device)
        return sealing.unseal(private, answer.box, info)
    except sealing.NotSealedForUs as error:
        raise not_ours() from error


def _private(kept: dict[str, str], slots: Slots, ring: OsRing | None) -> bytes:
    if kept.get("private"):
        return base64.b64decode(kept["private"])
    own = _own(slots, ring)
    if own is None:
        raise CanFix("This computer's keyring changed since. Make a new request.", field="answer")
    return own.seal


def _own(slots: Slots, ring: OsRing | None) -> officeslots.DeviceKeys | None:
    try:
        return officeslots.kept_keys(ring, slots.store)
    except KeyringMissing:
        return None


def _kept(folder: Path) -> dict[str, str] | None:
    try:
        kept: dict[str, str] = json.loads((folder / PENDING).read_bytes())
    except (OSError, ValueError):
        return None
    return kept


def _waiting(folder: Path, device: Id, own: officeslots.DeviceKeys | None) -> Request | None:
    """The request that was made before, unless the keyring has come or gone since."""
    kept = _kept(folder)
    if kept is None or (own is None) != bool(kept.get("private")):
        return None
    public = base64.b64decode(kept["public"])
    request = Request(device, bytes.fromhex(kept["nonce"]), public)
    return request if own is None else request.signed(own.sign)


def _begun(folder: Path, device: Id, own: officeslots.DeviceKeys | None) -> Request:
    private, public = sealing.new_pair() if own is None else (b"", sealing.public_of(own.seal))
    nonce = secrets.token_bytes(16)
    kept = {
        "nonce": nonce.hex(),
        "public": base64.b64encode(public).decode(),
        "private": base64.b64encode(private).decode() if private else "",
    }
    write_private(folder / PENDING, json.dumps(kept).encode())
    request = Request(device, nonce, public)
    return request if own is None else request.signed(own.sign)
