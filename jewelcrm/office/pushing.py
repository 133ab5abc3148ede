"""A push from its coming to its answer: who it is from, in which life, and as what it is kept.

Several that wait may share a transaction (`jewelcrm.office.companies`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from db.errors import StoreError
from db.office.turns import Turns
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import given, standing
from jewelcrm.office.auth import SPENT, Spent
from jewelcrm.office.grants import ask_grants
from jewelcrm.office.hearing import Hearing, Patience, refusing
from jewelcrm.office.push import Before, Push, PutBack
from jewelcrm.office.putting_back import go_on
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.writers import Writers
from jewelcrm.wire.messages import PUSH_TXS, PushAnswer, PushAsk, Tx

MOST_EPOCHS = 1 << 30
"""A PC is put back a few times in its life; a writer's number holds no epoch beyond this one."""
Done = tuple[PushAnswer, Push]


@dataclass(frozen=True, slots=True)
class Sent:
    """What a PC sent."""

    device: Id
    ask: PushAsk
    once: Spent = SPENT


@dataclass(frozen=True, slots=True)
class Coming:
    """A push on its way in."""

    hearing: Hearing
    sent: Sent
    now: int
    life: str = ""
    """Which head office is in."""
    patience: Patience | None = None
    """For what others hold; None: as long as it takes."""

    @property
    def device(self) -> Id:
        """Whose it is."""
        return self.sent.device

    @property
    def ask(self) -> PushAsk:
        """What it brings."""
        return self.sent.ask

    @property
    def once(self) -> Spent:
        """Whether it comes for the first time."""
        return self.sent.once


def push(hearing: Hearing, sent: Sent, now: int, patience: Patience | None = None) -> PushAnswer:
    """Take in what a PC changed; see `jewelcrm.office.service.Office.push`."""
    ask = sent.ask
    if ask.epoch > MOST_EPOCHS:
        raise Refusal("bad_request")
    if len(ask.tx) > PUSH_TXS:
        raise Refusal("too_big")
    with hearing.pushing() as backoff:
        answer = _heard(Coming(hearing, sent, now, patience=patience))
    answer = ticked(hearing, now, answer, backoff)
    if ask.standing is not None or answer.letter:
        standing.give_word(hearing, sent.device, ask, answer)
    return answer


def ticked(hearing: Hearing, now: int, answer: PushAnswer, backoff: float) -> PushAnswer:
    """The answer with head office's clock, and how long the PC is to wait with its next push."""
    answer.hlc = hearing.tick(now, answer.hlc)
    answer.backoff = backoff
    return answer


def _heard(it: Coming) -> PushAnswer:
    """The PC's standing comes before what it sends: who it is may change with it."""
    ask, hearing = it.ask, it.hearing
    if ask.standing is not None:
        it.once.at_once()
    anew = standing.hear(hearing, it.device, ask, it.now)
    it = replace(it, life=hearing.life(anew=ask.standing is not None))
    if anew is None and ask.life not in (None, it.life):
        it.once.at_once()
        answer = standing.of_another_life(hearing, it.device, ask, it.now)
    elif anew is None:
        answer = _taken_in(it)
    else:
        answer = _going_on(it, anew)
    answer.life = it.life
    return answer


def _going_on(it: Coming, anew: tuple[int, str]) -> PushAnswer:
    return PushAnswer(it.ask.req, it.now, 0, epoch=anew[0], letter=anew[1])


def _taken_in(it: Coming) -> PushAnswer:
    try:
        return _push(it)
    except PutBack:
        it.once.at_once()
        with refusing():
            anew = it.hearing.store.run(lambda work: go_on(work, it.device, it.ask.epoch, it.now))
    return _going_on(it, anew)


def _push(it: Coming) -> PushAnswer:
    """All of it at once; one by one when the database refuses something of it."""
    ask = it.ask
    try:
        return _at_once(it)
    except StoreError:
        if not ask.tx:
            raise
    if len(ask.tx) == 1:
        return _at_once(it, refuse=True)
    answers = []
    for tx in ask.tx:
        answers.append(_push(_part(it, tx)))
        if answers[-1].epoch is not None or answers[-1].expect is not None:
            break
    return _as_one(ask, it.now, answers)


def _part(it: Coming, tx: Tx) -> Coming:
    ask = structs.replace(it.ask, tx=[tx], standing=None)
    return replace(it, sent=replace(it.sent, ask=ask))


def _as_one(ask: PushAsk, now: int, answers: Sequence[PushAnswer]) -> PushAnswer:
    last = answers[-1]
    return PushAnswer(
        ask.req,
        now,
        max(answer.hlc for answer in answers),
        [result for answer in answers for result in answer.res],
        last.expect,
        last.epoch,
        last.letter,
        vouched=[one for answer in answers for one in answer.vouched],
        answered=next((one.answered for one in reversed(answers) if one.answered), ""),
    )


def _at_once(it: Coming, *, refuse: bool = False) -> PushAnswer:
    return kept(it, it.hearing.act_alone(turns(it, refuse=refuse), it.patience))


def turns(
    it: Coming, *, refuse: bool = False, apart: bool = True
) -> Callable[[OfficeWork], Turns[Done]]:
    """The push's way through a transaction, which others may share unless it is `apart`."""
    hearing, device, ask, now = it.hearing, it.device, it.ask, it.now

    def take_in(work: OfficeWork) -> Turns[Done]:
        it.once.ask(work)
        before = Before(work, device, ask)
        granted = ask_grants(work, device, now)
        yield
        grants = granted()
        work.widen(grants.scopes)
        it.once.require()
        writers = Writers(work, hearing.writers, hearing.writer_numbers)
        tell = not hearing.told_today(device, now)
        push = Push(work, grants, ask, before, now, writers, tell=tell, apart=apart)
        answer = yield from push.answer(refuse=refuse)
        if answer.res:
            answer.answered = given.answer(work, device, ask.epoch, answer.res[-1].n, it.life)
        return answer, push

    return take_in


def kept(it: Coming, done: Done) -> PushAnswer:
    """The answer of a push that is committed."""
    answer, push = done
    answer.life = it.life
    it.once.kept()
    it.hearing.learn(push.writers.found)
    if push.told:
        it.hearing.note_told(it.device, it.now)
    return answer
