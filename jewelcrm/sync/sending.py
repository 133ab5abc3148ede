"""Sending several pushes in a row: the next is put together while head office works on this one.

Still one exchange at a time, and the answers are kept in their order. A push that was put together
ahead is only sent when the answer before it leaves what waits as it is: everything was taken, and
every row is this PC's to see whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from jewelcrm.sync.ahead import Soon
from jewelcrm.sync.outbox import Batch, Sent
from jewelcrm.wire.messages import PushAnswer

_TAKEN = frozenset({"ok", "dup", "merged"})
_NOTHING = (None, None, None)


class Steps(Protocol):
    """What sending is made of; the engine has it."""

    def gather(self, behind: Sent | None = None) -> Batch | None:
        """The next push, behind a transaction that is under way; None when nothing waits."""

    def send(self, batch: Batch) -> PushAnswer:
        """Head office's answer."""

    def accept(self, batch: Batch, answer: PushAnswer) -> bool:
        """Keep the answer; True while there is more to send."""


def in_a_row(steps: Steps, most: int) -> bool:
    """Send up to `most` pushes; True while there is more to send.

    Raises:
        Unreachable, Refused: what was answered is kept; what was sent is sent again.
    """
    batch = steps.gather()
    answered: Callable[[], object] | None = None
    for left in reversed(range(most)):
        if batch is None:
            break
        answer, ahead = _asked(steps, batch, answered, look_ahead=left > 0)
        if ahead is None or not plain(batch, answer):
            return steps.accept(batch, answer)
        answered, batch = _keeping(steps, batch, answer), ahead
    return False


def _keeping(steps: Steps, batch: Batch, answer: PushAnswer) -> Callable[[], object]:
    return lambda: steps.accept(batch, answer)


def _asked(
    steps: Steps, batch: Batch, before: Callable[[], object] | None, *, look_ahead: bool
) -> tuple[PushAnswer, Batch | None]:
    """The push's answer, and the next push; meanwhile the answer `before` it is kept."""
    soon = Soon(lambda: steps.send(batch))
    try:
        if before is not None:
            before()
        ahead = steps.gather(batch.sent[-1]) if look_ahead and batch.sent else None
    finally:
        soon.wait()
    return soon.result(), ahead


def plain(batch: Batch, answer: PushAnswer) -> bool:
    """True when the answer leaves what waits behind the push as it is."""
    if answer.req != batch.ask.req or (answer.expect, answer.epoch, answer.letter) != _NOTHING:
        return False
    return len(answer.res) == len(batch.sent) and all(
        told.id == sent.tx.hex()
        and told.st in _TAKEN
        and all(row.kind == "P" for row in told.rows)
        and {(row.t, row.id) for row in told.rows} == {(t, i.hex()) for t, i in sent.keys}
        for sent, told in zip(batch.sent, answer.res, strict=True)
    )
