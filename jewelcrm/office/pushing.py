"""A push from its coming to its answer: who it is from, in which life, and as what it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from db.errors import StoreError
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import given, standing
from jewelcrm.office.auth import Spent
from jewelcrm.office.grants import Grants
from jewelcrm.office.hearing import Hearing, refusing
from jewelcrm.office.push import Before, Push, PutBack
from jewelcrm.office.putting_back import go_on
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.writers import Writers
from jewelcrm.wire.messages import PUSH_TXS, PushAnswer, PushAsk


@dataclass(frozen=True, slots=True)
class _Coming:
    """A push on its way in."""

    hearing: Hearing
    device: Id
    ask: PushAsk
    now: int
    once: Spent
    life: str = ""
    """Which head office is in."""


def push(hearing: Hearing, device: Id, ask: PushAsk, now: int, once: Spent) -> PushAnswer:
    """Take in what a PC changed; see `jewelcrm.office.service.Office.push`."""
    if len(ask.tx) > PUSH_TXS:
        raise Refusal("too_big")
    with hearing.pushing() as backoff:
        answer = _heard(_Coming(hearing, device, ask, now, once))
    answer.hlc = hearing.tick(now, answer.hlc)
    answer.backoff = backoff
    if ask.standing is not None or answer.letter:
        standing.give_word(hearing, device, ask, answer)
    return answer


def _heard(it: _Coming) -> PushAnswer:
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


def _going_on(it: _Coming, anew: tuple[int, str]) -> PushAnswer:
    return PushAnswer(it.ask.req, it.now, 0, epoch=anew[0], letter=anew[1])


def _taken_in(it: _Coming) -> PushAnswer:
    try:
        return _push(it)
    except PutBack:
        it.once.at_once()
        with refusing():
            anew = it.hearing.store.run(lambda work: go_on(work, it.device, it.ask.epoch, it.now))
    return _going_on(it, anew)


def _push(it: _Coming) -> PushAnswer:
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
        answers.append(_push(replace(it, ask=structs.replace(ask, tx=[tx], standing=None))))
        if answers[-1].epoch is not None or answers[-1].expect is not None:
            break
    return _as_one(ask, it.now, answers)


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


def _at_once(it: _Coming, *, refuse: bool = False) -> PushAnswer:
    hearing, device, ask, now = it.hearing, it.device, it.ask, it.now
    tell = not hearing.told_today(device, now)

    def begin(work: OfficeWork) -> Callable[[Grants], tuple[PushAnswer, Push]]:
        it.once.ask(work)
        before = Before(work, device, ask)

        def act(grants: Grants) -> tuple[PushAnswer, Push]:
            it.once.require()
            writers = Writers(work, hearing.writers, hearing.writer_numbers)
            push = Push(work, grants, ask, before, now, writers, tell=tell)
            answer = push.answer(refuse=refuse)
            if answer.res:
                answer.answered = given.answer(work, device, ask.epoch, answer.res[-1].n, it.life)
            return answer, push

        return act

    answer, kept = hearing.act_as(device, now, begin)
    it.once.kept()
    hearing.learn(kept.writers.found)
    if kept.told:
        hearing.note_told(device, now)
    return answer
