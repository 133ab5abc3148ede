"""Who a PC's people are: their keys on it, their sessions, and whether an act was made in one.

A PC whose program makes sessions is believed about nobody any more: what comes from it in a
person's name must carry a stamp of a session that the person's own key on that PC has signed. A key
is known because head office was shown the password with it, or has sealed its word for it before
(`jewelcrm.wire.persons`). When an older PC's program is new, and when a stand-alone store joins,
for 30 days the first key of a person who was known there is taken on trust; the branch is told.
A PC of an older program is believed as before, until its program is new.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlalchemy import select, update

from db.clock import COUNTER_BITS
from db.office import tables
from db.office.port import Asked
from db.office.work import OfficeWork
from db.types import Id, from_millis
from jewelcrm.office.grants import Device
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.office.visiting import keys
from jewelcrm.office.visiting.records import notice
from jewelcrm.wire import persons
from jewelcrm.wire.messages import PushAsk, Tx
from jewelcrm.wire.persons import Session, Vouched
from jewelcrm.wire.reasons import NOT_SIGNED

SIGNING_SCHEMA = 3
"""Programs of this schema and newer make sessions."""
TRUST = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Heard:
    """A session that head office believes."""

    person: Id
    public: bytes
    begun: int
    heard: int


@dataclass(slots=True)
class Sessions:
    """The sessions of one PC's push."""

    device: Device
    now: int
    heard: dict[str, Heard] = field(default_factory=dict)
    vouched: list[Vouched] = field(default_factory=list)
    together: set[str] = field(default_factory=set)
    """Those of which all acts of the push are proved by one stamp."""

    def require(self, tx: Tx) -> Heard | None:
        """The session in which an act was made; None where none is wanted.

        Raises:
            PutAside: nothing proves that the person did it.
        """
        if not tx.sess and not self._must_sign(tx):
            return None
        session = self.heard.get(tx.sess or "")
        if session is None and self.device.bringing:
            return None  # it tells of a time before head office
        if session is None or session.person.hex() != tx.actor or not self._is_in(session, tx):
            raise PutAside(NOT_SIGNED)
        return session

    def _must_sign(self, tx: Tx) -> bool:
        """False for an older program's PC, and for what was made before its program was new."""
        since = self.device.signs_since
        if since is None or self.device.bringing:
            return False
        made_before = tx.hlc >> COUNTER_BITS < since
        return not (made_before and self.now < (self.device.trust_until or 0))

    def _is_in(self, session: Heard, tx: Tx) -> bool:
        """True when the stamp is the session's, and the session had not been over for long.

        A PC's clock may be set right in the middle of a session: then it counts when head office
        has heard of it.
        """
        by_clock = session.begun - persons.EARLY_MS <= tx.at <= session.begun + persons.SESSION_MS
        if not by_clock and self.now > session.heard + persons.SESSION_MS:
            return False
        act = bytes.fromhex(tx.act or tx.id)
        if tx.act and persons.part_of(act, tx.part).hex() != tx.id:
            return False
        return tx.sess in self.together or persons.is_stamped(
            session.public,
            persons.bytes_of(tx.stamp or ""),
            session=bytes.fromhex(tx.sess or ""),
            tx=act,
            hlc=tx.hlc,
            at=tx.at,
        )


def of_push(work: OfficeWork, device: Device, ask: PushAsk, now: int, *, before: Asked) -> Sessions:
    """The sessions that a push tells of, and which of them its stamps on many acts are of.

    Such a stamp is tried once for each session that is believed; where it does not fit, each act
    needs its own. `before`: what `ask_heard` asked.
    """
    found = hear(work, device, ask.sessions, now, before=before)
    for id_, session in found.heard.items():
        acts = persons.acts_of(id_, ask.tx) if id_ in ask.stamps else []
        sig = persons.bytes_of(ask.stamps.get(id_, ""))
        of = bytes.fromhex(id_)
        if len(acts) > 1 and persons.is_stamped_together(session.public, sig, of, acts):
            found.together.add(id_)
    return found


def hear(
    work: OfficeWork,
    device: Device,
    told: Collection[Session],
    now: int,
    *,
    before: Asked | None = None,
) -> Sessions:
    """The sessions that a PC tells of, as far as they are believed."""
    found = Sessions(device, now)
    said = [one for one in told if one.device == device.id.hex()]
    known = _heard_before(device.id, before or ask_heard(work, told))
    found.heard = {one.id: known[one.id] for one in said if one.id in known}
    for one in said:
        if one.id not in found.heard and (heard := _believed(work, found, one)):
            found.heard[one.id] = heard
    return found


def of_question(work: OfficeWork, device: Device, said: Session, now: int) -> Id | None:
    """The person in whose name a question comes; the header's stamp was checked (`wire`)."""
    session = hear(work, device, [said], now).heard.get(said.id)
    if session is None or persons.bytes_of(said.key) != session.public:
        return None
    over = now > session.heard + persons.SESSION_MS
    return None if over or said.person != session.person.hex() else session.person


def known_by_password(work: OfficeWork, staff_id: Id, device: Id, public: bytes, now: int) -> str:
    """Keep a person's new key on a PC, which came with the password; head office's word for it."""
    c = tables.person_key.c
    work.conn.execute(
        update(tables.person_key)
        .where(c.staff_id == staff_id, c.device == device, c.ended_at.is_(None))
        .values(ended_at=now)
    )
    _keep_key(work, (staff_id, device, public), "password", now)
    work.audit(staff_id, "person.key", staff_id, device=device, at=now)
    return _seal(work, staff_id, device, public)


def ask_heard(work: OfficeWork, told: Iterable[Session]) -> Asked:
    """Which of the sessions were heard of before, asked."""
    ids = [(bytes.fromhex(one.id),) for one in told]
    columns = ("id", "staff_id", "device", "public", "begun_at", "heard_at")
    return work.port.ask_pick(tables.person_session, columns, ids)


def _heard_before(device: Id, asked: Asked) -> dict[str, Heard]:
    return {
        row[0].hex(): Heard(row[1], bytes(row[3]), row[4], row[5])
        for row in asked.rows()
        if row[2] == device
    }


def _believed(work: OfficeWork, found: Sessions, said: Session) -> Heard | None:
    """A session that is new: kept, when the key that signed it is the person's on this PC."""
    device, now = found.device, found.now
    public = persons.bytes_of(said.key)
    if len(public) != 32 or not persons.is_signed(said):
        return None
    if not _is_persons_key(work, found, said):
        return None
    meanwhile = ask_heard(work, [said])
    if meanwhile.rows():  # a question of this PC told of it, or it is another PC's
        return _heard_before(device.id, meanwhile).get(said.id)
    heard = Heard(bytes.fromhex(said.person), public, said.begun, now)
    row = (bytes.fromhex(said.id), heard.person, device.id, public, said.begun, now)
    work.port.put(tables.person_session, [row])
    _signs_from_now_on(work, found)
    return heard


def _is_persons_key(work: OfficeWork, found: Sessions, said: Session) -> bool:
    person, device, now = bytes.fromhex(said.person), found.device, found.now
    public = persons.bytes_of(said.person_key)
    c = tables.person_key.c
    known = work.conn.execute(
        select(c.ended_at).where(c.staff_id == person, c.device == device.id, c.public == public)
    ).first()
    if known is not None:
        return known.ended_at is None or said.begun <= known.ended_at
    if persons.is_sealed(keys.secret(work), said):
        _keep_key(work, (person, device.id, public), "sealed", now)
        return True
    if not _on_trust(work, found, person):
        work.audit(person, "person.unknown_key", person, outcome="denied", device=device.id, at=now)
        return False
    _keep_key(work, (person, device.id, public), "trusted", now)
    found.vouched.append(
        Vouched(said.person, said.person_key, _seal(work, person, device.id, public))
    )
    work.audit(person, "person.key_trusted", person, device=device.id, at=now)
    if not device.bringing:
        _tell(work, device, person, now)
    return True


def _on_trust(work: OfficeWork, found: Sessions, person: Id) -> bool:
    """True for the first key of a person who was known at this PC before it could be proved."""
    device = found.device
    fresh = device.signs_since is None and not device.bringing
    if not (fresh or device.bringing or found.now < (device.trust_until or 0)):
        return False
    c = tables.person_key.c
    had = select(c.at).where(c.staff_id == person, c.device == device.id)
    if work.conn.execute(had.limit(1)).first() is not None:
        return False
    return device.bringing or known_here(work, device.id, device.branch_id, person)


def known_here(work: OfficeWork, device: Id, branch_id: Id, staff_id: Id) -> bool:
    """True when the person has shown a password at this PC, or came with it to the chain."""
    person = work.rows("staff", [staff_id]).get(staff_id)
    if person is None:
        return False
    if person["branch_id"] == branch_id:
        return True
    log = tables.audit_log.c
    signed_in = select(log.seq).where(
        log.actor == staff_id, log.pc == device, log.action == "signin.first"
    )
    return work.conn.execute(signed_in.limit(1)).first() is not None


def _signs_from_now_on(work: OfficeWork, found: Sessions) -> None:
    """A PC whose program has become new: nothing without a session is believed from now on."""
    if found.device.signs_since is not None:
        return
    d, now = tables.device.c, from_millis(found.now)
    work.conn.execute(
        update(tables.device)
        .where(d.id == found.device.id, d.signs_since.is_(None))
        .values(signs_since=now, trust_until=now + TRUST)
    )
    work.audit(
        found.device.id, "device.signs", found.device.id, device=found.device.id, at=found.now
    )


def _tell(work: OfficeWork, device: Device, person: Id, now: int) -> None:
    row = work.rows("staff", [person]).get(person)
    params: dict[str, object] = {"who": str(row["name"]) if row else ""}
    notice(work, device.branch_id, "key_trusted", now, params=params)


def _keep_key(work: OfficeWork, of: tuple[Id, Id, bytes], how: str, now: int) -> None:
    """A key: whose, on which PC, its public half."""
    work.port.put(tables.person_key, [(*of, how, now, None)])


def _seal(work: OfficeWork, staff_id: Id, device: Id, public: bytes) -> str:
    return persons.seal(
        keys.secret(work), person=staff_id.hex(), device=device.hex(), key=persons.text_of(public)
    )
