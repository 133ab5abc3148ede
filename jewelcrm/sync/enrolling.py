"""Enrolling this PC with head office: a new PC, or a stand-alone store that joins the chain.

The keys are made here; both screens show the same six words. A new PC's store is made with head
office's branch and letter and the people who work for the chain; its key is left with head office,
sealed so that only two people there together can open it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from db.shop import keys, making, officeslots, osring, syncmembers, syncoffice
from db.shop.keys import Slots
from db.shop.officeslots import Place
from db.store import Store
from db.types import to_millis
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Clock, Context, SystemClock
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.log import log
from jewelcrm.sync import attempt, greeting, introducing, leaving, presenting, pulling
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.greeting import Joining, Pair, Welcome
from jewelcrm.sync.line import Refused, Unreachable, Untrusted
from jewelcrm.sync.patience import again, confirmed
from jewelcrm.sync.tls import plain_url
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.wishing import Enrolled, Progress, Wish, silent, usual_name
from jewelcrm.sync.words import in_words
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import PersonAsk, SlotAsk

__all__ = ["Enrolled", "address_of", "copy_all", "enrol"]

T = TypeVar("T")
WRONG_PERSON = (
    "The log-in or the password is not right. The code is not used up: try again with the same one."
)
AWAY = (
    "Head office cannot be reached there. Check the address and the network, then try again with"
    " the same code."
)
_PEOPLE = "G:staff"


def enrol(
    folder: Path,
    url: str,
    code: str,
    *,
    login: str | None = None,
    password: str | None = None,
    name: str | None = None,
    brings: bool = False,
    progress: Progress | None = None,
    words: Callable[[str], None] | None = None,
    whole: bool = False,
    clock: Clock | None = None,
    ring: osring.OsRing | None = None,
) -> Enrolled:
    """Enrol this PC; `whole`: with the whole first copy, else only what is needed to sign in.

    `words` is given the six words as soon as they are known, for a person to compare them. With
    `brings` the store in `folder` joins with all it holds, in the name of the person who signs in.

    Raises:
        CanFix: says what to do. Unavailable: head office cannot be reached; try again.
        StoreExists, StoreError: the folder. WrongKey, LockedOut: the person (with `brings`).
    """
    wish = Wish(
        folder=folder,
        url=plain_url(url),
        code=code,
        name=name or usual_name(),
        login=login,
        password=password,
        clock=clock or SystemClock(),
        ring=ring or osring.find(),
        tell=progress or silent,
        words=words or silent,
    )
    try:
        done = _bring(wish) if brings else _begin(wish)
    except (Unreachable, Refused) as error:
        raise _why_not(error) from error
    log.info("enrolled", device=done.device)
    return _finished(wish, done) if whole and password and (login or brings) else done


def _why_not(error: Unreachable | Refused) -> CanFix | Unavailable:
    """In words; a line that is cut costs no code."""
    if isinstance(error, Unreachable) and not isinstance(error, Untrusted):
        return Unavailable(AWAY)
    if isinstance(error, Refused) and error.code == "update":
        return CanFix(
            "This program is too old to join head office: nobody could prove who did what on this"
            " PC. Update the program first, then enrol with the same code."
        )
    return in_words(error)


# A new PC


def _begin(wish: Wish) -> Enrolled:
    if wish.ring is None and not (wish.login and wish.password):
        raise CanFix(
            "This computer has no keyring, so the first person must sign in now. Give a log-in and"
            " its password.",
            field="login",
        )
    leaving.finish(wish.folder)
    leaving.forget(wish.folder)
    making.require_room(wish.folder)
    begun = attempt.begin(wish.folder, wish.code)
    welcome = _welcomed(wish, Joining(begun.device, wish.name), begun.pair)
    with closing(HttpTransport(welcome.address, wish.clock)) as line:
        own_key = introducing.new_key()
        first, seal = _first_person(wish, line, own_key)
        made = making.make_as(
            wish.folder,
            making.Identity(
                welcome.address.device,
                welcome.branch_id,
                welcome.answer.branch_code,
                welcome.answer.letter,
            ),
            first=first,
            ring=wish.ring,
            now=wish.now,
            fill=lambda store: _fill(wish, store, welcome, line),
            more_slots=_office_slots(wish, welcome, line),
        )
    if first is not None:
        with closing(Store(wish.folder, made.key)) as store:
            introducing.keep(store, first.staff_id, own_key, seal, now=wish.now)
    attempt.end(wish.folder)
    return _enrolled(wish, welcome, first.login if first else "", made.recovery_code)


def _welcomed(wish: Wish, joining: Joining, pair: Pair) -> Welcome:
    wish.tell("asking head office", 0, 0)
    welcome = greeting.greet(wish.url, wish.code, joining, pair, now=to_millis(wish.now))
    wish.words(pair.words)
    return welcome


def _first_person(
    wish: Wish, line: HttpTransport, key: bytes
) -> tuple[making.FirstPerson | None, str]:
    """Who may sign in first, and head office's word for the person's key."""
    if not wish.login or not wish.password:
        return None, ""
    ask = PersonAsk(wish.login, wish.password, introducing.public_of(key))
    try:
        answer = _confirmed(wish, lambda: line.person(ask))
    except Refused as no:
        if no.code != "password":
            raise
        raise CanFix(WRONG_PERSON, field="password") from no
    staff_id = bytes.fromhex(answer.staff_id)
    return making.FirstPerson(staff_id, wish.login, wish.password), answer.seal


def _fill(wish: Wish, store: Store, welcome: Welcome, line: HttpTransport) -> None:
    """Head office's address, and the people and branches that signing in needs."""
    _join(wish, store, welcome)
    pulling.follow_grants(store, welcome.answer.grants, wish.now)
    engine = Engine(store, line, wish.clock)
    while not _people_are_here(store):
        wish.tell("people and branches", 0, 0)
        _confirmed(wish, engine.copy_step)


def _join(wish: Wish, store: Store, welcome: Welcome) -> None:
    answer = welcome.answer
    with store.apply(now=wish.now) as work:
        syncoffice.join(
            work.raw,
            welcome.address,
            letter=answer.letter,
            now=answer.now,
            at=to_millis(wish.now),
            lease_until=answer.lease_until,
        )
        presenting.keep_word(work.raw, answer.word)
        work.audit("enrolment.done", welcome.address.device)
        work.touched.add("sync")


def _people_are_here(store: Store) -> bool:
    with store.read() as conn:
        cursors = syncmembers.cursors(conn.connection.driver_connection)
    return any(c.scope == _PEOPLE and c.stage is None for c in cursors)


def _office_slots(
    wish: Wish, welcome: Welcome, line: HttpTransport
) -> Callable[[Slots, bytes, bytes], Slots]:
    """Adds the key slots that head office has a part in; its own is sent there first."""
    where = welcome.address

    def add(slots: Slots, key: bytes, half: bytes) -> Slots:
        if where.office_key:
            info = sealing.purpose(sealing.DATABASE_KEY, where.device)
            sealed = sealing.seal(where.office_key, key, info)
            _confirmed(wish, lambda: line.slot(SlotAsk(base64.b64encode(sealed).decode())))
            slots = officeslots.with_office(slots, sealed)
        officeslots.keep_keys(wish.ring if half else None, slots.store, welcome.pair.private)
        slots = officeslots.with_net(slots, key, half, welcome.share)
        return officeslots.with_place(slots, Place(where.url, where.ca, where.device))

    return add


# A store that joins


def _bring(wish: Wish) -> Enrolled:
    with closing(_opened(wish)) as store:
        pc = store.pc
        joining = Joining(pc.id, wish.name, True, pc.branch_id, pc.branch_code)
        welcome = _welcomed(wish, joining, attempt.begin(wish.folder, wish.code, pc.id).pair)
        with closing(HttpTransport(welcome.address, wish.clock)) as line:
            slots = keys.load(wish.folder)
            half = keys.half_of(slots, wish.ring)
            filled = _office_slots(wish, welcome, line)(slots, store.key, half)
            _join(wish, store, welcome)
            keys.save(wish.folder, filled, store.key)
            store.look_again()
    attempt.end(wish.folder)
    return _enrolled(wish, welcome, wish.login or "", "")


def _opened(wish: Wish) -> Store:
    if not wish.password:
        raise CanFix("Give your password: the store must be opened.", field="password")
    ctx = sign_in(wish.folder, wish.login or "", wish.password, clock=wish.clock, ring=wish.ring)
    try:
        _require_free(ctx)
    except BaseException:
        ctx.store.close()
        raise
    return ctx.store


def _require_free(ctx: Context) -> None:
    ctx.require("sync.enrol")
    with ctx.read() as conn:
        known = syncoffice.address(conn.connection.driver_connection)
    if known is not None:
        raise CanFix("This PC belongs to the head office at {url} already.", url=known.url)


# Both


def _finished(wish: Wish, done: Enrolled) -> Enrolled:
    """Send what the store brings and make the whole first copy; may be cut off and gone on with."""
    who = wish.login or "", wish.password or ""
    ctx = sign_in(wish.folder, *who, clock=wish.clock, ring=wish.ring)
    with closing(ctx.store) as store:
        complete = copy_all(store, wish.clock, lambda d, of: wish.tell("first copy", d, of))
    return replace(done, complete=complete)


def copy_all(store: Store, clock: Clock, tell: Callable[[int, int], None]) -> bool:
    """Exchange with head office until there is nothing left; False when the line is cut."""
    where = address_of(store)
    with closing(HttpTransport(where, clock)) as line:
        engine = Engine(store, line, clock, overlap=True)
        try:
            again(lambda: engine.first_copy(tell))
            while again(engine.round).more:
                pass
        except (Unreachable, Refused):
            return False
    return True


def address_of(store: Store) -> syncoffice.Address:
    """Where this PC's head office is.

    Raises:
        CanFix: it has none.
    """
    with store.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    if where is None:
        raise CanFix("This PC belongs to no head office. See: jewelcrm-admin enrol")
    return where


def _confirmed(wish: Wish, ask: Callable[[], T]) -> T:
    """The answer, once somebody at head office has compared the six words, if that is wanted."""
    words = "waiting until head office has compared the six words"
    return confirmed(ask, wish.confirm_s, lambda: wish.tell(words, 0, 0))


def _enrolled(wish: Wish, welcome: Welcome, login: str, code: str) -> Enrolled:
    answer = welcome.answer
    return Enrolled(
        device=welcome.address.device,
        branch_code=answer.branch_code,
        branch_name=answer.branch_name,
        letter=answer.letter,
        words=welcome.pair.words,
        keyring=wish.ring.name if wish.ring else None,
        login=login,
        recovery_code=code,
    )
