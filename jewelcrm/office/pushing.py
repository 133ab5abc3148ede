"""A push from its coming to its answer: who it is from, in which life, and as what it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from db.errors import StoreError
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import given, standing
from jewelcrm.office.grants import Grants
from jewelcrm.office.hearing import Hearing, refusing
from jewelcrm.office.push import Before, Push, PutBack
from jewelcrm.office.putting_back import go_on
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.writers import Writers
from jewelcrm.wire.messages import PUSH_TXS, PushAnswer, PushAsk


def push(hearing: Hearing, device: Id, ask: PushAsk, now: int) -> PushAnswer:
    """Take in what a PC changed; see `jewelcrm.office.service.Office.push`."""
    if len(ask.tx) > PUSH_TXS:
        raise Refusal("too_big")
    with hearing.pushing() as backoff:
        answer = _heard(hearing, device, ask, now)
    answer.hlc = hearing.tick(now, answer.hlc)
    answer.backoff = backoff
    if ask.standing is not None or answer.letter:
        standing.give_word(hearing, device, ask, answer)
    return answer


def _heard(hearing: Hearing, device: Id, ask: PushAsk, now: int) -> PushAnswer:
    """The PC's standing comes before what it sends: who it is may change with it."""
    anew = standing.hear(hearing, device, ask, now)
    life = hearing.life(anew=ask.standing is not None)
    if anew is None and ask.life not in (None, life):
        answer = standing.of_another_life(hearing, device, ask, now)
    elif anew is None:
        answer = _taken_in(hearing, device, ask, now, life)
    else:
        answer = _going_on(ask, now, anew)
    answer.life = life
    return answer


def _going_on(ask: PushAsk, now: int, anew: tuple[int, str]) -> PushAnswer:
    return PushAnswer(ask.req, now, 0, epoch=anew[0], letter=anew[1])


def _taken_in(hearing: Hearing, device: Id, ask: PushAsk, now: int, life: str) -> PushAnswer:
    try:
        return _push(hearing, device, ask, now, life)
    except PutBack:
        with refusing():
            anew = hearing.store.run(lambda work: go_on(work, device, ask.epoch, now))
    return _going_on(ask, now, anew)


def _push(hearing: Hearing, device: Id, ask: PushAsk, now: int, life: str) -> PushAnswer:
    """All of it at once; one by one when the database refuses something of it."""
    try:
        return _at_once(hearing, device, ask, now, life)
    except StoreError:
        if not ask.tx:
            raise
    if len(ask.tx) == 1:
        return _at_once(hearing, device, ask, now, life, refuse=True)
    answers = []
    for tx in ask.tx:
        one = replace(ask, tx=[tx], standing=None)
        answers.append(_push(hearing, device, one, now, life))
        if answers[-1].epoch is not None or answers[-1].expect is not None:
            break
    return _as_one(ask, now, answers)


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


def _at_once(
    hearing: Hearing, device: Id, ask: PushAsk, now: int, life: str, *, refuse: bool = False
) -> PushAnswer:
    tell = not hearing.told_today(device, now)

    def begin(work: OfficeWork) -> Callable[[Grants], tuple[PushAnswer, Push]]:
        before = Before(work, device, ask)

        def act(grants: Grants) -> tuple[PushAnswer, Push]:
            writers = Writers(work, hearing.writers, hearing.writer_numbers)
            push = Push(work, grants, ask, before, now, writers, tell=tell)
            answer = push.answer(refuse=refuse)
            if answer.res:
                answer.answered = given.answer(work, device, ask.epoch, answer.res[-1].n, life)
            return answer, push

        return act

    answer, kept = hearing.act_as(device, now, begin)
    hearing.learn(kept.writers.found)
    if kept.told:
        hearing.note_told(device, now)
    return answer
