"""Taking in what a PC changed: idempotent, in order, each transaction whole or put aside whole.

Pushes of several PCs may share a transaction of the store: each takes turns with the others, and
asks for all that it can before it waits (`db.office.turns`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from db.clock import BEHIND_ALERT_MS
from db.office.kinds import Applied
from db.office.port import Asked
from db.office.turns import Turns
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import audited, doubles, persons, rights_past
from jewelcrm.office.grants import Grants
from jewelcrm.office.loading import has_customer, load
from jewelcrm.office.merging import clocks, consents
from jewelcrm.office.merging.changes import Change, without_erased
from jewelcrm.office.merging.deciding import decide
from jewelcrm.office.merging.known import Draft, Known
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.office.persons import Heard, Sessions
from jewelcrm.office.recording import Recording, bury
from jewelcrm.office.replies import Answers, Taken
from jewelcrm.office.reviewing import Desk
from jewelcrm.office.rights_past import Since
from jewelcrm.office.sequence import order
from jewelcrm.office.skew import up_to_date
from jewelcrm.office.writers import Writers
from jewelcrm.wire.messages import PushAnswer, PushAsk, Tx, TxAnswer
from jewelcrm.wire.persons import EARLY_MS
from jewelcrm.wire.reasons import INVALID, TOO_OLD


class Before:
    """How far the PC had come before a push; other pushes of the PC wait until this one ended."""

    def __init__(self, work: OfficeWork, device: Id, ask: PushAsk) -> None:
        self._epoch = _lock_epoch(work, device, ask.epoch)
        self.states = work.ask_applied([bytes.fromhex(tx.id) for tx in ask.tx])
        """Of its transactions that were dealt with before: how."""
        self._work = work
        self._named = {bytes.fromhex(one.person) for one in ask.sessions}
        self._past = rights_past.ask_of(work, self._named)
        self.sessions = persons.ask_heard(work, ask.sessions)
        """Those that its sessions were, as far as they were heard of before."""
        self.audit = audited.ask_told(work, device)
        """What was told before of its audit log."""

    def numbers(self) -> tuple[int, int]:
        """The last number of the epoch, and the newest epoch of the PC's that is known."""
        last, newest = self._epoch.rows()[0]
        return int(last), int(newest or 0)

    def past(self, people: set[Id]) -> dict[Id, list[Since]]:
        """The roles that these people had; whom a session names has been asked for already."""
        found = self._past() if people else {}
        return {i: found[i] for i in people & self._named} | rights_past.of(
            self._work, people - self._named
        )


@dataclass(slots=True)
class Push:
    """One push of one PC, in one transaction of the store."""

    work: OfficeWork
    grants: Grants
    ask: PushAsk
    before: Before
    now: int
    writers: Writers
    tell: bool = True
    """False: the branch was told today that this PC's clock is wrong."""
    told: bool = False
    apart: bool = True
    """False: other pushes share the transaction."""
    hlc: int = 0
    sessions: Sessions = field(init=False)
    recording: Recording = field(init=False)
    past: dict[Id, list[Since]] = field(default_factory=dict)
    """The roles of the people whose acts are proved."""
    buried: list[Change] = field(default_factory=list)
    """New records of people who were erased before."""

    def answer(self, *, refuse: bool = False) -> Turns[PushAnswer]:
        """Decide, write and answer; with `refuse`, everything new is put aside.

        Raises:
            PutBack: the PC goes on anew first. NotAbreast: it must be alone in its transaction.
        """
        epoch = self.ask.epoch
        last, newest = self.before.numbers()
        states = self._states()
        self.sessions = persons.of_push(
            self.work, self.grants.device, self.ask, self.now, before=self.before.sessions
        )
        known_ids = {tx.hex() for tx in states}
        came = order(
            self.ask.tx, known_ids, last=last, acked=self.ask.acked, outdated=epoch < newest
        )
        if came.put_back:
            raise PutBack
        taken = [self._taken(tx, states) for tx in came.taken]
        known = yield from self._decide(taken, refuse=refuse)
        yield from self._keep(taken, known, came.last, states)
        return self._answer(
            res=Answers(known, self.ask.schema, self.grants).of(taken), expect=came.expect
        )

    def _states(self) -> dict[Id, str]:
        return self.before.states()

    def _taken(self, tx: Tx, states: dict[Id, str]) -> Taken:
        ops = up_to_date(tx.ops, self.ask.schema)
        changes = [Change(op.t, bytes.fromhex(op.id), op.op, op.base, op.set, op.old) for op in ops]
        state = states.get(bytes.fromhex(tx.id))
        repeated = {"ok": "dup", "merged": "dup"}
        return Taken(tx, changes, state="" if state is None else repeated.get(state, state))

    # Deciding

    def _decide(self, taken: Sequence[Taken], *, refuse: bool) -> Turns[Known]:
        changes = [change for one in taken for change in one.changes]
        actors = [bytes.fromhex(one.tx.actor) for one in taken]
        known = yield from load(self.work, self.grants.pc, changes, actors)
        device = self.grants.device.id
        self.past = self.before.past({one.person for one in self._heard()})
        known.own = self.writers.own(_numbers(known), device, self.ask.epoch)
        desk = Desk(self.work, known, self.writers, self.now)
        self.recording = Recording(self.work, known)
        for one in taken:
            if one.state:
                self._bury(one, known)
        again = [one.tx for one in taken if one.state == "quarantined"]
        if again:
            desk.keep_only(again)
        clamped: list[Taken] = []
        for part, later in _in_parts([one for one in taken if not one.state]):
            clamped += [one for one in part if self._one(one, desk, refuse=refuse)]
            if later:
                self.recording.put(later)
        fast = [one.tx for one in clamped if one.tx.at > self.now + clocks.AHEAD_MS]
        if fast:  # the ticks of one that was put right run ahead for years
            self._tell_clock(desk, fast[0], fast[0].at - self.now)
        elif taken and self.ask.behind > BEHIND_ALERT_MS:
            self._tell_clock(desk, taken[0].tx, -self.ask.behind)
        return known

    def _heard(self) -> list[Heard]:
        return list(self.sessions.heard.values())

    def _one(self, one: Taken, desk: Desk, *, refuse: bool) -> bool:
        """Decide a transaction; True when its clock had to be set back."""
        moment = clocks.clamp(one.tx.hlc, one.tx.at, self.now)
        self.hlc = max(self.hlc, moment.hlc)
        known = desk.known
        self._bury(one, known)
        plain = moment.at == one.tx.at and not known.erased and not known.emptied
        writer = self._writer(one.tx, known)
        draft = Draft(known, writer, moment.hlc, moment.at, plain=plain)
        try:
            self._require_fresh(moment.hlc, known, refuse=refuse)
            draft.then = self._roles_then(one.tx)
            if one.left:
                decide(draft, bytes.fromhex(one.tx.actor), one.left)
        except PutAside as aside:
            self._put_aside(one, desk, aside)
        else:
            self._take_over(one, desk, draft)
        return moment.clamped

    def _bury(self, one: Taken, known: Known) -> None:
        """New records of an erased person are as erased as she is: what follows of them, too.

        Also those of a transaction that is known: its PC may have heard of the erasure while this
        was under way, and have sent it again without her.
        """
        one.left = without_erased(one.changes, known.erased, known.emptied)
        if len(one.left) == len(one.changes) and not known.emptied:
            return
        left = {change.id for change in one.left}
        late = {
            change.id: change
            for change in one.changes
            if change.op == "I"
            and change.id not in left
            and change.id not in known.erased
            and (change.table, change.id) not in known.rows
        }
        known.erased = {*known.erased, *late}
        self.buried.extend(late.values())
        self.buried.extend(_late_orders(one, known))

    def _require_fresh(self, hlc: int, known: Known, *, refuse: bool) -> None:
        if refuse:
            raise PutAside(INVALID)
        if clocks.too_old(hlc, self.now) and not known.pc.bringing:
            raise PutAside(TOO_OLD)

    def _roles_then(self, tx: Tx) -> frozenset[str] | None:
        """The roles of who did it, at any time of the session until then.

        Raises:
            PutAside: nothing proves who did it.
        """
        session = self.sessions.require(tx)
        if session is None:
            return None
        since, until = session.begun - EARLY_MS, max(session.begun, tx.at) + EARLY_MS
        return rights_past.between(self.past.get(session.person, []), since, until)

    def _writer(self, tx: Tx, known: Known) -> int:
        number = self.writers.number(self.grants.device.id, self.ask.epoch, bytes.fromhex(tx.actor))
        known.own.add(number)
        return number

    def _put_aside(self, one: Taken, desk: Desk, aside: PutAside) -> None:
        one.state, one.why = "quarantined", aside.why
        desk.put_aside(one.tx, one.left, aside)
        self.work.audit(
            bytes.fromhex(one.tx.actor),
            "sync.put_aside",
            bytes.fromhex(one.tx.id),
            columns=[aside.detail] if aside.detail else [],
            reason=aside.why,
            outcome="denied",
            device=self.grants.device.id,
            at=self.now,
        )

    def _take_over(self, one: Taken, desk: Desk, draft: Draft) -> None:
        for key in draft.rows:
            if key[0] == "consent":
                consents.received(draft.versions[key], draft.writer, self.now)
        draft.keep()
        one.clashes = draft.clashes
        one.state = "merged" if draft.clashes else "ok"
        if one.left != one.changes:
            one.state = "erased"
        for clash in draft.clashes:
            desk.clash(clash)
        for flag in draft.flags:
            desk.flag(flag)
        for refusal in draft.repeated:
            desk.add("consent", **refusal)

    def _tell_clock(self, desk: Desk, tx: Tx, ahead_ms: int) -> None:
        if not self.tell:
            return
        self.told = True
        device = self.grants.device
        params: dict[str, object] = {"ahead_s": ahead_ms // 1000}
        desk.notice("clock", device.branch_id, device.id, None, params)
        self.work.audit(
            bytes.fromhex(tx.actor),
            "sync.clock",
            device.id,
            reason="ahead" if ahead_ms > 0 else "behind",
            device=device.id,
            at=self.now,
        )

    # Keeping

    def _keep(
        self, taken: Sequence[Taken], known: Known, last: int, states: dict[Id, str]
    ) -> Turns[None]:
        if known.reshaped and not self.apart:
            raise NotAbreast  # it must see what others write about her, and wait for it
        yield from self.recording.finish(self.now)
        bury(self.work, self.buried, self.now)
        if self.ask.epoch > 1:
            doubles.tell(self.work, known, self.now)
        if known.reshaped:
            self._reshape(known)
        device, epoch = self.grants.device.id, self.ask.epoch
        done = [
            Applied(bytes.fromhex(one.tx.id), device, epoch, one.tx.n, one.state, self.now)
            for one in taken
            if bytes.fromhex(one.tx.id) not in states
        ]
        with self.work.port.together():
            self.work.put_applied(done)
            self.work.set_last_n(device, epoch, last)
            self._note_audit()

    def _note_audit(self) -> None:
        device, told = self.grants.device, self.before.audit
        audited.note(self.work, device, self.ask.epoch, self.ask.audit, self.now, told=told)

    def _reshape(self, known: Known) -> None:
        from jewelcrm.office.scoping import rescope

        rescope(self.work, known.reshaped, self.now)
        known.places = self.work.members({*known.places, *known.changed})

    def _answer(self, *, res: list[TxAnswer], expect: int | None = None) -> PushAnswer:
        vouched = self.sessions.vouched
        return PushAnswer(self.ask.req, self.now, self.hlc, res, expect, vouched=vouched)


class PutBack(Exception):
    """The PC was put back to an older state: nothing is taken in before it goes on anew."""


class NotAbreast(Exception):
    """The push cannot share its transaction with others."""


PART = 500
"""So many changes are decided before the database begins to write what they come to."""


def _in_parts(taken: Iterable[Taken]) -> list[tuple[list[Taken], set[Id]]]:
    """The transactions in parts, each with the records that those behind it touch."""
    parts: list[list[Taken]] = []
    room = 0
    for one in taken:
        if room <= 0:
            parts.append([])
            room = PART
        parts[-1].append(one)
        room -= len(one.changes)
    touched = [{change.id for one in part for change in one.changes} for part in parts]
    return [(part, set().union(*touched[n + 1 :])) for n, part in enumerate(parts)]


def _numbers(known: Known) -> set[int]:
    numbers = {versions.writer for versions in known.versions.values()}
    for versions in known.versions.values():
        numbers.update(version[1] for version in versions.cols.values())
    return numbers


def _late_orders(one: Taken, known: Known) -> list[Change]:
    """New orders of erased people: kept without them, and without words that follow."""
    return [
        change
        for change in one.changes
        if (change.table, change.op) == ("sales_order", "I")
        and change.id in known.emptied
        and "customer_id" in change.image
        and not has_customer(known, change.id)
    ]


def _lock_epoch(work: OfficeWork, device: Id, epoch: int) -> Asked:
    return work.port.ask(
        "INSERT INTO device_epoch(device, epoch, last_n) VALUES (?, ?, 0)"
        " ON CONFLICT(device, epoch) DO UPDATE SET last_n = device_epoch.last_n"
        " RETURNING last_n, (SELECT max(epoch) FROM device_epoch e WHERE e.device = ?)",
        (work.port.bind(device), epoch, work.port.bind(device)),
    )
