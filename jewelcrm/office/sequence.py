"""In which order a PC's transactions come: repeats, gaps, and PCs put back to an older state.

Repeats are told by the transaction's id alone. The running number `n` finds gaps, and PCs whose
file was restored: they give a number again that head office knows under another id (sync.md 2.5).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from jewelcrm.wire.messages import Tx


@dataclass(frozen=True, slots=True)
class Order:
    """What of a push is to be answered, and how far the PC's numbers have come."""

    taken: list[Tx] = field(default_factory=list)
    last: int = 0
    expect: int | None = None
    put_back: bool = False


def order(
    txs: Sequence[Tx], known: Collection[str], *, last: int, acked: int, outdated: bool
) -> Order:
    """Which transactions are answered.

    `known`: ids that were dealt with before. `last`: the last number seen of the epoch. `acked`:
    the last number the PC has an answer for. `outdated`: the PC names an epoch that it left.
    """
    if outdated or (not txs and acked < last):
        return Order(last=last, put_back=True)
    if not txs and acked > last:
        return Order(last=last, expect=last + 1)  # head office itself was put back
    taken: list[Tx] = []
    for tx in txs:
        if tx.n > last + 1:
            return Order(taken, last, expect=last + 1)
        if tx.n <= last and tx.id not in known:
            return Order(last=last, put_back=True)
        last = max(last, tx.n)
        taken.append(tx)
    return Order(taken, last)
