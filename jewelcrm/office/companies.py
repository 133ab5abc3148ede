"""Pushes that wait for head office at the same time share a transaction.

What it costs to wake the database, and to wait for its disk, they pay once. What one of them sees
is its own PC's, as ever; two that touch the same record never go together; and whatever goes wrong
with one, each of the others is taken in by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import StoreError
from db.types import Id
from jewelcrm.log import log
from jewelcrm.office.hearing import Hearing, Patience
from jewelcrm.office.loading import held
from jewelcrm.office.push import NotAbreast, PutBack
from jewelcrm.office.pushing import MOST_EPOCHS, Coming, Sent, kept, push, ticked, turns
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import PushAnswer

ABREAST_OPS = 64
"""Changes of a push that may share its transaction: a larger one would make the others wait."""
ABREAST_WAIT_MS = 200
"""A company is broken up when somebody holds for longer what one of them wants."""
SOON = Patience(500, 3)
"""Then the one is told to come again, so that others do not wait for what a branch sends."""
_ALONE = (Refusal, StoreError, PutBack, NotAbreast)
"""What ends a company as it may: each goes on alone."""


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

    In each they go by their PCs' keys, as in those of other processes: two companies with the
    same PCs then never wait for each other.
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
        its = [Coming(hearing, one, now, life) for one in some]
        if any(it.ask.life not in {None, life} for it in its):
            return []
        with hearing.pushing() as backoff:
            done = hearing.act_abreast([turns(it, apart=False) for it in its], ABREAST_WAIT_MS)
    except _ALONE:
        return []
    except Exception as error:  # noqa: BLE001 - a fault of ours with one is not the others' trouble
        log.error("pushes did not go together", error=type(error).__name__)
        return []
    return [ticked(hearing, now, kept(it, one), backoff) for it, one in zip(its, done, strict=True)]


def _each(hearing: Hearing, some: Sequence[Sent], now: int) -> Iterator[PushAnswer | Exception]:
    for one in some:
        try:
            yield push(hearing, one, now, SOON)
        except Exception as error:  # noqa: BLE001 - it is the answer of this one
            yield error
