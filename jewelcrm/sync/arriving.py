"""Signing in on an enrolled PC: also people who have no way in here yet, or a new password.

Head office checks the password once and answers with its half of the net slot; the keyring has the
other. The person then has a key slot of their own and signs in as everybody does, off line too.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.errors import KeyringMissing, WrongKey
from db.shop import keys, officeslots, osring
from db.shop.making import FirstPerson
from db.shop.osring import OsRing
from db.shop.syncoffice import Address
from db.store import Store
from db.types import Id
from jewelcrm.access import signin
from jewelcrm.access.rotating import CHANGED
from jewelcrm.context import Clock, Context, SystemClock
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.sync import introducing, leaving
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.words import in_words
from jewelcrm.wire.enrolment import PersonAnswer, PersonAsk

PATIENCE_S = 10.0
COMES_IN_S = 20.0
"""So long somebody whom head office has let in waits for her record to come."""
_PAUSE_S = 0.5
NOT_HERE_YET = (
    "Head office lets you in, but your record has not come to this PC yet. Try again in a minute."
)
FIRST_NEEDS_LINE = (
    "You have not signed in on this PC yet, and head office cannot be reached to check the"
    " password. Somebody who has can sign in meanwhile."
)


class NeedsSomebody(WrongKey):
    """Wrong, or the first time here: this PC has no key of its own to ask head office with."""

    def __init__(self) -> None:
        super().__init__(
            "The log-in or the password is not right. If you have not signed in on this PC yet:"
            " let somebody who has sign in first, then press “Switch or sign out”, “Another"
            " person…” and “Somebody else…”."
        )


def sign_in(
    folder: Path,
    login: str,
    password: str,
    *,
    clock: Clock | None = None,
    ring: OsRing | None = None,
) -> Context:
    """Open the store with a person's password; head office is asked where this PC cannot tell.

    Raises:
        WrongKey, LockedOut, KeyringMissing, NoStore, Damaged, NewerStore, Unavailable: in words.
    """
    _not_taken_off(folder)
    try:
        return signin.sign_in(folder, login, password, clock=clock, ring=ring)
    except WrongKey as wrong:
        if not login or not admit(folder, login, password, clock=clock, ring=ring, wrong=wrong):
            raise
    return signin.sign_in(folder, login, password, clock=clock, ring=ring)


def admit(
    folder: Path,
    login: str,
    password: str,
    *,
    wrong: WrongKey,
    clock: Clock | None = None,
    ring: OsRing | None = None,
) -> bool:
    """Give a person whom head office knows a way in; False on a stand-alone PC.

    Raises:
        WrongKey: head office says no, or cannot be asked about somebody who has a way in.
        Unavailable: the first sign-in needs head office, which cannot be reached, or whose record
            of her does not come.
    """
    slots = keys.load(folder)
    place = officeslots.place_of(slots)
    if place is None:
        return False
    ring = ring or osring.find()
    own = officeslots.kept_keys(ring, slots.store)
    if own is None or not officeslots.has_net(slots):
        raise NeedsSomebody from wrong
    where = Address(place.url, place.ca, b"", b"", place.device, own.sign, own.seal)
    clock = clock or SystemClock()
    with closing(HttpTransport(where, clock, patience=PATIENCE_S)) as line:
        known, own_key = keys.staff_slot(slots, login) is not None, introducing.new_key()
        answer = _asked(line, login, password, own_key, wrong=wrong, known=known)
        half = keys.half_of(slots, ring)
        key = officeslots.open_net(slots, half, base64.b64decode(answer.server_share))
        if key is None:
            raise KeyringMissing("The halves of this PC's key do not fit. Use the recovery code.")
        with closing(Store(folder, key)) as store:
            _bring(store, line, clock, bytes.fromhex(answer.staff_id))
    person = FirstPerson(bytes.fromhex(answer.staff_id), login, password)
    _give_slot(folder, key, half, person)
    with closing(Store(folder, key)) as store:
        introducing.keep(store, person.staff_id, own_key, answer.seal, now=clock.now())
    return True


def admit_here(ctx: Context, login: str, password: str, *, ring: OsRing | None = None) -> Context:
    """Change to a person who has no way in on this PC yet, while its store is open.

    Raises:
        WrongKey, LockedOut: the password is not right. Unavailable: head office is away, or its
            record of her does not come.
    """
    try:
        return signin.unlock_with_password(ctx, login, password)
    except WrongKey as wrong:
        slots = keys.load(ctx.store.folder)
        if officeslots.place_of(slots) is None:
            raise
        where = address_of(ctx.store)
        with closing(HttpTransport(where, ctx.clock, patience=PATIENCE_S)) as line:
            known, own_key = keys.staff_slot(slots, login) is not None, introducing.new_key()
            answer = _asked(line, login, password, own_key, wrong=wrong, known=known)
            _bring(ctx.store, line, ctx.clock, bytes.fromhex(answer.staff_id))
        half = keys.half_of(slots, ring or (osring.find() if slots.ring_name else None))
        person = FirstPerson(bytes.fromhex(answer.staff_id), login, password)
        _give_slot(ctx.store.folder, ctx.store.key, half, person)
        introducing.keep(ctx.store, person.staff_id, own_key, answer.seal, now=ctx.clock.now())
        _mend_net(ctx.store, where, half, base64.b64decode(answer.server_share), ring)
    return signin.unlock_with_password(ctx, login, password)


def _mend_net(store: Store, where: Address, half: bytes, share: bytes, ring: OsRing | None) -> None:
    """After the keyring was lost or came newly: the net slot and this PC's keys are left anew."""
    slots = keys.load(store.folder)
    if half and officeslots.open_net(slots, half, share) is None:
        own = officeslots.DeviceKeys(where.sign_key, where.seal_key)
        officeslots.keep_keys(ring or osring.find(), slots.store, own)
        keys.save(store.folder, officeslots.with_net(slots, store.key, half, share), store.key)


def _not_taken_off(folder: Path) -> None:
    if leaving.finish(folder):
        raise Unavailable(leaving.TAKEN_OFF)


def _asked(
    line: HttpTransport, login: str, password: str, key: bytes, *, wrong: WrongKey, known: bool
) -> PersonAnswer:
    try:
        return line.person(PersonAsk(login, password, introducing.public_of(key)))
    except Unreachable:
        if known:
            raise wrong from None
        raise Unavailable(FIRST_NEEDS_LINE) from None
    except Refused as no:
        if no.code == "password":
            raise wrong from None
        raise in_words(no) from no


def _bring(store: Store, line: HttpTransport, clock: Clock, staff_id: Id) -> None:
    """Somebody who is new to the chain must be known here before the door opens."""
    engine, end = Engine(store, line, clock), time.monotonic() + COMES_IN_S
    while not _is_here(store, staff_id):
        try:
            with _turn_before(store, end):
                more = _some_news(engine)
        except (Unreachable, Refused) as error:
            raise in_words(error) from error
        if not more:
            time.sleep(_PAUSE_S)


def _some_news(engine: Engine) -> bool:
    """Less than a round: whoever waits does not wait for all that this PC has to send."""
    engine.push()
    more = engine.pull()
    return engine.copy_step() or more


@contextmanager
def _turn_before(store: Store, end: float) -> Iterator[None]:
    """Among those who exchange with head office; `end` is on the monotonic clock."""
    left = end - time.monotonic()
    if left <= 0 or not store.exchanging.acquire(timeout=left):
        raise Unavailable(NOT_HERE_YET)
    try:
        yield
    finally:
        store.exchanging.release()


def _is_here(store: Store, staff_id: Id) -> bool:
    with store.read() as conn:
        found = conn.exec_driver_sql("SELECT 1 FROM staff WHERE id = ? AND active", (staff_id,))
        return found.first() is not None


def _give_slot(folder: Path, key: bytes, half: bytes, person: FirstPerson) -> None:
    slots = keys.load(folder)
    if not keys.is_ours(slots, key):
        raise CanFix(CHANGED)
    filled = keys.with_staff(
        slots,
        key,
        half,
        staff_id=person.staff_id,
        login=person.login,
        password=person.password,
    )
    keys.save(folder, filled, key)
