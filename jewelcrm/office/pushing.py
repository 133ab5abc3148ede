"""A push from its coming to its answer: who it is from, in which life, and as what it is kept.

Pushes that wait for head office at the same time share a transaction: what it costs to wake the
database, and to wait for its disk, they pay once. What one of them sees is its own PC's as ever;
two that touch the same record never go together, and whatever goes wrong with one, each of the
others is taken in by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from db.errors import StoreError
from db.office.turns import Turns
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.log import log
from jewelcrm.office import given, standing
from jewelcrm.office.auth import SPENT, Spent
from jewelcrm.office.grants import ask_grants
from jewelcrm.office.hearing import Hearing, Patience, refusing
from jewelcrm.office.loading import held
from jewelcrm.office.push import Before, NotAbreast, Push, PutBack
from jewelcrm.office.putting_back import go_on
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.writers import Writers
from jewelcrm.wire.messages import PUSH_TXS, PushAnswer, PushAsk

MOST_EPOCHS = 1 << 30
"""A PC is put back a few times in its life; a writer's number holds no epoch beyond this one."""
ABREAST_OPS = 64
"""Changes of a push that may share its transaction: a larger one would make the others wait."""
ABREAST_WAIT_MS = 200
"""A company is broken up when somebody holds for longer what one of them wants."""
SOON = Patience(500, 3)
"""Then the one is told to come again, so that others do not wait for what a branch sends."""
Done = tuple[PushAnswer, Push]
_ALONE = (Refusal, StoreError, PutBack, NotAbreast)
"""What ends a company as it may: each goes on alone."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a PC sent."""

    device: Id
    ask: PushAsk
    once: Spent = SPENT


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
    patience: Patience | None = None
    """For what others hold; None: as long as it takes."""


def push(hearing: Hearing, sent: Sent, now: int, patience: Patience | None = None) -> PushAnswer:
    """Take in what a PC changed; see `jewelcrm.office.service.Office.push`."""
    device, ask, once = sent.device, sent.ask, sent.once
    if ask.epoch > MOST_EPOCHS:
        raise Refusal("bad_request")
    if len(ask.tx) > PUSH_TXS:
        raise Refusal("too_big")
    with hearing.pushing() as backoff:
        answer = _heard(_Coming(hearing, device, ask, now, once, patience=patience))
    answer = _ticked(hearing, now, answer, backoff)
    if ask.standing is not None or answer.letter:
        standing.give_word(hearing, device, ask, answer)
    return answer


def push_abreast(
    hearing: Hearing, several: Sequence[Sent], now: int
) -> list[PushAnswer | Exception]:
    """Take in what several PCs sent; for each its answer, or why it got none."""
    answers: dict[int, PushAnswer | Exception] = {}
    for numbers in _companies(several):
        some = [several[number] for number in numbers]
        together = _company(hearing, some, now)
        answers.update(zip(numbers, together or _each(hearing, some, now), strict=True))
    return [answers[number] for number in range(len(several))]


def _companies(several: Sequence[Sent]) -> list[list[int]]:
    """Which of them share a transaction, company after company as they came.

    Each company goes by its PCs' keys, as each other process's do: whoever waits for one of them
    is waited for by nobody.
    """
    companies: list[list[int]] = []
    taken: set[Id] = set()
    for number, one in enumerate(several):
        reach = _reach(one)
        if reach is None or not taken or not taken.isdisjoint(reach):
            companies.append([])
            taken = set()
        companies[-1].append(number)
        taken |= reach or set()
    return [sorted(some, key=lambda number: several[number].device) for some in companies]


def _reach(sent: Sent) -> set[Id] | None:
    """The PC, its transactions and all records that it holds; None: the push must go alone."""
    ask = sent.ask
    ops = [op for tx in ask.tx for op in tx.ops]
    if ask.standing is not None or max(len(ops), len(ask.tx)) > ABREAST_OPS:
        return None
    if ask.epoch > MOST_EPOCHS:
        return None
    return {sent.device, *(bytes.fromhex(tx.id) for tx in ask.tx), *held(ops)}


def _company(hearing: Hearing, some: Sequence[Sent], now: int) -> list[PushAnswer]:
    """Their answers out of one transaction; none when anything went wrong with any of them."""
    if len(some) == 1:
        return []
    try:
        life = hearing.life()
        its = [_Coming(hearing, one.device, one.ask, now, one.once, life) for one in some]
        if any(it.ask.life not in {None, life} for it in its):
            return []
        with hearing.pushing() as backoff:
            done = hearing.act_abreast([_turns(it, apart=False) for it in its], ABREAST_WAIT_MS)
    except _ALONE:
        return []
    except Exception as error:  # noqa: BLE001 - a fault of ours with one is not the others' trouble
        log.error("pushes did not go together", error=type(error).__name__)
        return []
    return [
        _ticked(hearing, now, _kept(it, one), backoff) for it, one in zip(its, done, strict=True)
    ]


def _each(hearing: Hearing, some: Sequence[Sent], now: int) -> Iterator[PushAnswer | Exception]:
    for one in some:
        try:
            yield push(hearing, one, now, SOON)
        except Exception as error:  # noqa: BLE001 - it is the answer of this one
            yield error


def _ticked(hearing: Hearing, now: int, answer: PushAnswer, backoff: float) -> PushAnswer:
    answer.hlc = hearing.tick(now, answer.hlc)
    answer.backoff = backoff
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
    return _kept(it, it.hearing.act_alone(_turns(it, refuse=refuse), it.patience))


def _turns(
    it: _Coming, *, refuse: bool = False, apart: bool = True
) -> Callable[[OfficeWork], Turns[Done]]:
    """The push's way through a transaction."""
    hearing, device, ask, now = it.hearing, it.device, it.ask, it.now

    def turns(work: OfficeWork) -> Turns[Done]:
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

    return turns


def _kept(it: _Coming, done: Done) -> PushAnswer:
    """The answer of a push that is committed."""
    answer, push = done
    answer.life = it.life
    it.once.kept()
    it.hearing.learn(push.writers.found)
    if push.told:
        it.hearing.note_told(it.device, it.now)
    return answer
