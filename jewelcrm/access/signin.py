"""Signing in, switching persons at the counter, and losing a password without losing data.

The first sign-in of a session takes the password, which opens the store. After it, for twelve
hours, a person may switch with a PIN, which opens nothing by itself (security.md 3.3).
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from db.backup.stopping import Cancelled, never
from db.clock import BEHIND_NOTICE_MS
from db.errors import KeyringMissing, PasswordFirst, WrongKey
from db.shop import attempts, keys, mark, osring, putting, rotating
from db.shop.reserve import SHORT
from db.shop.sessions import open_key as opened_key
from db.shop.walcheck import lost_commits
from db.store import Store
from db.types import Id, from_millis, to_millis
from db.work import Work
from jewelcrm.access import sessions
from jewelcrm.access.newer import bring_up_to_date
from jewelcrm.access.opening import Unlocked, unlock
from jewelcrm.access.passwords import check_password, check_pin
from jewelcrm.access.persons_here import active_person, branch_of, person_by_login
from jewelcrm.context import Clock, Context, Staff, SystemClock
from jewelcrm.settings import value_in

PIN_HOURS = 12
PIN_TRIES = 5
_PINS = PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)

NO_KEYRING = (
    "No keyring keeps a part of this store's key, so the password alone protects the store."
)
WAL_LOST = (
    "The last entries before the power went may be incomplete. Compare today's papers with the"
    " screen."
)

PUT_BACK = (
    "This store is older than when this PC last worked: it was put back from a backup. What was"
    " done since then is not here. New papers get numbers of a new series, so that none is given"
    " twice; in a chain, connect this PC to head office now."
)

_FULL_FIRST = "Sign in with the password once; after that the PIN works for 12 hours."

LEASE_ENDS = (
    "Head office has not been reached for some time. In a few days this PC stops working until it"
    " is: check the network."
)
CLOCK_BACK = "This computer's clock was set back. Set its date and time."


def sign_in(
    folder: Path,
    login: str,
    password: str,
    *,
    clock: Clock | None = None,
    ring: osring.OsRing | None = None,
) -> Context:
    """Open the store with a person's password; an empty log-in is the founding administrator's.

    Raises:
        WrongKey, LockedOut, KeyringMissing, NoStore, Damaged, NewerStore: in words.
    """
    clock = clock or SystemClock()
    now = clock.now().timestamp()
    return enter(folder, unlock(folder, login, password, now=now, ring=ring), clock=clock)


def enter(
    folder: Path,
    unlocked: Unlocked,
    *,
    clock: Clock | None = None,
    cancelled: Cancelled = never,
) -> Context:
    """The second half of a sign-in: the store is opened with the key that `unlock` gave.

    Raises:
        WrongKey: the person does not work here any more. Damaged, NewerStore: in words.
        Stopped: somebody cancelled the backup before an update; nothing else asks for long.
    """
    ctx = _open(folder, unlocked.opened, clock or SystemClock(), cancelled)
    return _after_password(_compared_with_ring(ctx, unlocked), unlocked)


def recover(
    folder: Path, code: str, *, login: str, new_password: str, clock: Clock | None = None
) -> Context:
    """Open the store with the printed recovery code and give this person a new password.

    The keyring half is made anew, so every other person needs a new password too, from the
    administrator. The code stays valid.

    Raises:
        WrongKey: the code or the log-in is not right.
    """
    clock = clock or SystemClock()
    putting.finish(folder)
    attempts.begin(folder, "recovery", clock.now().timestamp())
    opened = keys.open_with_code(folder, code)
    attempts.clear(folder, "recovery")
    check_password(new_password, about=[login])
    rotating.finish(folder, opened.key)
    bring_up_to_date(folder, opened.key)
    store = Store(folder, opened.key)
    person = person_by_login(store, login)
    if person is None:
        store.close()
        raise WrongKey("Nobody with this log-in works here.")
    from db.shop import officeslots  # of no use to anybody who knows her password

    ring = osring.find()
    slots, half = keys.renew_half(opened.slots, ring)
    with store.look() as raw:
        officeslots.keep_again(ring, slots.store, raw)
    slots = keys.with_staff(
        slots, opened.key, half, staff_id=person.id, login=login, password=new_password
    )
    keys.save(folder, slots, opened.key)
    ctx = Context(store, person, branch_of(store), clock, opened.warnings)
    with ctx.work("recovery code") as work:
        work.audit("recovery.used", person.id)
        _remember_full(work, person.id)
        lock = keys.lock_of(slots, person.id)
        session = sessions.begin(work, person.id, opened=b"", lock=lock)
    return replace(ctx, session=session)


def switch(ctx: Context, login: str, pin: str) -> Context:
    """Change to another person (or back after a lock) with a PIN, while the store is open.

    Raises:
        WrongKey: wrong PIN, or the password is needed. LockedOut: too many tries.
    """
    person = holder_of(ctx, login, pin)
    with ctx.look() as raw:
        session = sessions.resume(raw, person.id, ctx.clock.now())
    if session is None:
        raise PasswordFirst(_FULL_FIRST)
    switched = Context(ctx.store, person, ctx.branch, ctx.clock, ctx.warnings, session)
    with switched.work() as work:
        work.audit("signin.pin", person.id)
    return switched


def holder_of(ctx: Context, login: str, pin: str) -> Staff:
    """The person of that log-in, once the PIN has proved to be theirs; nobody is switched.

    Raises:
        WrongKey: wrong PIN, or the password is needed. LockedOut: too many tries.
    """
    person = person_by_login(ctx.store, login)
    kept, last_full = _pin_of(ctx.store, person.id if person else b"")
    fresh = last_full is not None and ctx.clock.now() - last_full < dt.timedelta(hours=PIN_HOURS)
    if person is None or kept is None or not fresh:
        raise PasswordFirst(_FULL_FIRST)
    tries = attempts.begin(ctx.store.folder, f"pin {person.id.hex()}", ctx.clock.now().timestamp())
    if tries >= PIN_TRIES:
        raise PasswordFirst("Too many wrong PINs. Sign in with the password.")
    try:
        _PINS.verify(kept, pin)
    except VerifyMismatchError:
        raise WrongKey("The PIN is not right.") from None
    attempts.clear(ctx.store.folder, f"pin {person.id.hex()}")
    return person


def owner_of(ctx: Context, login: str, password: str) -> Staff:
    """The person of that log-in, once the password has proved to be theirs; nobody is switched.

    Raises:
        WrongKey, LockedOut, KeyringMissing: in words.
    """
    unlocked = unlock(ctx.store.folder, login, password, now=ctx.clock.now().timestamp())
    return active_person(ctx.store, unlocked.opened.staff_id)


def unlock_with_password(ctx: Context, login: str, password: str) -> Context:
    """Change person with the password, while the store is open.

    Raises:
        WrongKey, LockedOut, KeyringMissing: in words.
    """
    folder = ctx.store.folder
    unlocked = unlock(folder, login, password, now=ctx.clock.now().timestamp())
    person = active_person(ctx.store, unlocked.opened.staff_id)
    switched = Context(ctx.store, person, ctx.branch, ctx.clock, ctx.warnings)
    return _after_password(switched, unlocked)


def set_pin(ctx: Context, pin: str) -> None:
    """Set the signed-in person's own PIN.

    Raises:
        CanFix: the PIN is not 6 to 8 digits or easy to guess.
    """
    check_pin(pin)
    verifier = _PINS.hash(pin)
    with ctx.work("PIN") as work:
        work.raw.execute(
            "INSERT INTO signin(staff_id, pin) VALUES (?, ?)"
            " ON CONFLICT(staff_id) DO UPDATE SET pin = excluded.pin",
            (ctx.staff.id, verifier),
        )
        work.audit("pin.set", ctx.staff.id)


def has_pin(ctx: Context, login: str) -> bool:
    """True when this person can switch with a PIN now."""
    person = person_by_login(ctx.store, login)
    kept, last_full = _pin_of(ctx.store, person.id if person else b"")
    fresh = last_full is not None and ctx.clock.now() - last_full < dt.timedelta(hours=PIN_HOURS)
    if person is None or kept is None or not fresh:
        return False
    with ctx.look() as raw:
        return sessions.resume(raw, person.id, ctx.clock.now()) is not None


def change_password(ctx: Context, old: str, new: str) -> None:
    """Give the signed-in person a new password; the old one must be known.

    Raises:
        WrongKey: the old password is wrong. CanFix: the new one is not good enough.
    """
    check_password(new, about=[ctx.staff.login, ctx.staff.name])
    folder = ctx.store.folder
    unlocked = unlock(folder, ctx.staff.login, old, now=ctx.clock.now().timestamp())
    rewrap(ctx, unlocked, new, act="password.changed")


def rewrap(ctx: Context, unlocked: Unlocked, password: str, *, act: str) -> None:
    """Wrap the signed-in person's own way in anew; what lies behind its lock goes with it."""
    slots = _rewrapped(ctx, unlocked, password)
    keys.save(ctx.store.folder, slots, unlocked.opened.key)
    with ctx.work("password") as work:
        own = opened_key(work.raw, ctx.staff.id, unlocked.opened.lock)
        if own is not None:
            sessions.keep(work.raw, ctx.staff.id, own, lock=keys.lock_of(slots, ctx.staff.id))
        work.audit(act, ctx.staff.id)


def _open(folder: Path, opened: keys.Opened, clock: Clock, cancelled: Cancelled) -> Context:
    keys.mend(folder)
    rotating.finish(folder, opened.key)
    lost = lost_commits(folder, opened.key)
    bring_up_to_date(folder, opened.key, cancelled)
    store = Store(folder, opened.key)
    try:
        person = active_person(store, opened.staff_id)
        warnings = list(opened.warnings)
        if not opened.slots.ring_name:
            warnings.append(NO_KEYRING)
        if lost:
            warnings.append(WAL_LOST)
        if store.put_back:
            warnings.append(PUT_BACK)
        if store.reserve.is_short:
            warnings.append(SHORT)
        warnings += _of_head_office(store, clock)
        return Context(store, person, branch_of(store), clock, tuple(warnings))
    except BaseException:
        store.close()
        raise


def _compared_with_ring(ctx: Context, unlocked: Unlocked) -> Context:
    """The keyring remembers how far this PC has come, also when its whole folder was put back."""
    ring, store = unlocked.ring, unlocked.opened.slots.store
    seen = mark.in_ring(ring, store)
    told = ctx.store.put_back
    if seen is not None and ctx.store.compare([seen]) and not told:
        ctx = replace(ctx, warnings=(*ctx.warnings, PUT_BACK))
    mark.keep_in_ring(ring, store, ctx.store.reached())
    return ctx


def _of_head_office(store: Store, clock: Clock) -> list[str]:
    """What is to be said of the time that this PC may work without head office."""
    lease, now = store.lease, to_millis(clock.now())
    if lease is None or lease.ended:
        return []
    with store.look() as raw:
        warn = int(value_in(raw, "lease_warn_days"))
    found = [CLOCK_BACK] if lease.floor - (now + lease.offset) > BEHIND_NOTICE_MS else []
    return [*found, LEASE_ENDS] if 0 < lease.days_left(now) <= warn else found


def _after_password(ctx: Context, unlocked: Unlocked) -> Context:
    """The context in the session that begins with this password."""
    slots = unlocked.opened.slots
    ours = keys.is_ours(slots, unlocked.opened.key)
    if ours and keys.needs_rehash(unlocked.opened):
        with suppress(KeyringMissing):  # who needs no half gets in without one
            slots = _rewrapped(ctx, unlocked, unlocked.password)
            keys.save(ctx.store.folder, slots, unlocked.opened.key)
    lock = keys.lock_of(slots, ctx.staff.id)
    with ctx.work() as work:
        work.audit("signin.password", ctx.staff.id)
        _remember_full(work, ctx.staff.id)
        session = sessions.begin(work, ctx.staff.id, opened=unlocked.opened.lock, lock=lock)
    attempts.clear(ctx.store.folder, f"pin {ctx.staff.id.hex()}")
    return replace(ctx, session=session)


def _rewrapped(ctx: Context, unlocked: Unlocked, password: str) -> keys.Slots:
    """The key slots with the person's own wrapped under `password`, as today's policy wants."""
    opened = unlocked.opened
    half, slots = keys.half_of(opened.slots, unlocked.ring), opened.slots
    if not keys.is_ours(slots, opened.key):
        slots = keys.only(slots, ctx.staff.id)
    return keys.with_staff(
        slots,
        opened.key,
        half,
        staff_id=ctx.staff.id,
        login=ctx.staff.login,
        password=password,
    )


def _remember_full(work: Work, staff_id: Id) -> None:
    work.raw.execute(
        "INSERT INTO signin(staff_id, last_full) VALUES (?, ?)"
        " ON CONFLICT(staff_id) DO UPDATE SET last_full = excluded.last_full",
        (staff_id, to_millis(work.now)),
    )


def _pin_of(store: Store, staff_id: Id) -> tuple[str | None, dt.datetime | None]:
    with store.look() as raw:
        sql = "SELECT pin, last_full FROM signin WHERE staff_id = ?"
        pin, full = raw.execute(sql, (staff_id,)).fetchone() or (None, None)
    return pin, None if full is None else from_millis(full)
