"""Head office's answer to a push: what it knows now, what became of it, what to send again.

Two things can have been put back to an older state. This PC: head office then names a new epoch,
under which it counts from 1 as a writer of its own. Head office: it then says which number it
expects, and everything from there on is sent again; repeats are told by their transaction's id.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.clock import COUNTER_BITS
from db.shop import syncchanges as changes
from db.shop import syncstate
from db.work import Work
from jewelcrm.sync import audited, presenting, stamping
from jewelcrm.sync.applying import Applying
from jewelcrm.sync.outbox import Batch, Sent
from jewelcrm.wire.messages import Image, PushAnswer, Row, TxAnswer

_FUTURE_MS = 5 * 60_000  # a logical clock further ahead than this is not believed


@dataclass(frozen=True, slots=True)
class Taken:
    """How many transactions head office answered, and whether this PC must start anew."""

    acked: int = 0
    new_epoch: bool = False
    sent_back: int = 0

    @property
    def moved(self) -> bool:
        """True when the next push will be another one."""
        return bool(self.acked or self.new_epoch or self.sent_back)


def accept(work: Work, batch: Batch, answer: PushAnswer, *, local_now: int) -> Taken:
    """Take in the answer to this very push."""
    hear(work, hlc=answer.hlc, now=answer.now, local_now=local_now)
    work.touched |= {"sync", "change"}
    presenting.keep_word(work.raw, answer.word)
    if answer.epoch is None and answer.life == batch.ask.life:
        audited.was_told(work.raw, batch.ask.audit)
    if answer.epoch is not None:
        syncstate.new_epoch(work.raw, answer.epoch, answer.letter)
        return Taken(new_epoch=True)
    stamping.vouched(work.raw, answer.vouched)
    answered = _answered(batch, answer)
    if answered:
        _acknowledge(work, batch, answered, answer.now)
        last = answered[-1][0].n
        presenting.keep_answer(work.raw, batch.ask.epoch, last, answer.answered)
    back = _send_again(work, answer.expect)
    return Taken(len(answered), sent_back=back)


def hear(work: Work, *, hlc: int, now: int, local_now: int) -> None:
    """Head office's clocks. The PC's own clock is never set; the difference is kept."""
    believed = min(hlc, (now + _FUTURE_MS) << COUNTER_BITS)
    syncstate.hear(work.raw, hlc=believed, offset=now - local_now)
    syncstate.contact(work.raw, now)


def _answered(batch: Batch, answer: PushAnswer) -> list[tuple[Sent, TxAnswer]]:
    """The transactions that were answered, in order and without a gap."""
    found = []
    for sent, told in zip(batch.sent, answer.res, strict=False):
        if told.id != sent.tx.hex():
            break
        found.append((sent, told))
    return found


def _acknowledge(work: Work, batch: Batch, answered: list[tuple[Sent, TxAnswer]], now: int) -> None:
    changes.acknowledge(work.raw, ((s.n, s.first, s.last) for s, _ in answered), now)
    syncstate.set_acked(work.raw, answered[-1][0].n)
    applying = Applying(work)
    rows = [row for sent, told in answered for row in _rows(sent, told)]
    applying.answers(rows, _said(batch))
    applying.close()


def _said(batch: Batch) -> dict[tuple[str, str], Image]:
    """Records that the push added and did not change again, as they are shown here."""
    said: dict[tuple[str, str], Image] = {}
    for tx in batch.ask.tx:
        for op in tx.ops:
            if op.op == "I":
                added = {name: value for name, value in op.set.items() if value is not None}
                said[op.t, op.id] = added | {"updated_at": tx.at}
            else:
                said.pop((op.t, op.id), None)
    return said


def _rows(sent: Sent, told: TxAnswer) -> list[Row]:
    """What was said of the transaction's rows; one that was not named is not there for us."""
    named = {(row.t, row.id) for row in told.rows}
    unnamed = [(t, row_id.hex()) for t, row_id in sent.keys if (t, row_id.hex()) not in named]
    return [*(Row(t=t, id=row_id, kind="R") for t, row_id in unnamed), *told.rows]


def _send_again(work: Work, expect: int | None) -> int:
    """Head office has only seen up to `expect - 1`: what it knew after that must be sent again."""
    if expect is None or expect > syncstate.state(work.raw).acked_n:
        return 0
    syncstate.set_acked(work.raw, expect - 1)
    return max(1, changes.take_back(work.raw, expect))
