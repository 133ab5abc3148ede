"""Captured changes as pushes: whole transactions in their order, as many as fit.

A transaction that is larger than head office takes at once goes in parts, each one of its own
there: else it and all that came after it would wait here for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Any

import msgspec
from sqlcipher3 import dbapi2 as cipher

from db.clock import BEHIND_ALERT_MS
from db.migrations import SCHEMA
from db.shop import syncchanges as changes
from db.shop import syncstate
from db.shop.syncchanges import Change
from db.shop.syncrows import plan
from db.types import Id
from jewelcrm.sync import papers, stamping
from jewelcrm.wire.messages import LONE_TX_BYTES, PUSH_BYTES, PUSH_TXS, Op, PushAsk, Tx
from jewelcrm.wire.persons import part_of

PART_BYTES = LONE_TX_BYTES // 4
"""What of a transaction goes at once when it is more than twice this: sizes are estimated."""
_ENVELOPE = 200  # about what a transaction or change costs besides its values
_decode = msgspec.json.Decoder(dict[str, Any]).decode


@dataclass(frozen=True, slots=True)
class Sent:
    """A transaction under way: its id and n there, its first and last change here."""

    tx: Id
    n: int
    first: int
    last: int
    keys: tuple[tuple[str, Id], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """A push, and what it is made of."""

    ask: PushAsk
    sent: tuple[Sent, ...]


def gather(
    raw: cipher.Connection,
    req: int,
    *,
    txs: int = PUSH_TXS,
    size: int = PUSH_BYTES,
    behind: Sent | None = None,
) -> Batch:
    """The next push, empty when nothing waits. One transaction goes alone if it must.

    `behind`: the last transaction of a push that is under way; what follows it is taken.
    """
    found = list(_fitting(_transactions(raw, behind.last if behind else 0), txs, size))
    whole = [papers.completed(raw, tx) for tx in found]
    names = [tx[0].tx for tx in found]
    if found and changes.tx_before(raw, found[0][0].n) == names[0]:
        names[0] = part_of(found[0][0].tx, found[0][0].n)
    state = syncstate.state(raw)
    made = _creation_times(raw, whole)
    numbered = list(enumerate(whole, start=(behind.n if behind else state.acked_n) + 1))
    ask = PushAsk(
        schema=SCHEMA,
        epoch=state.epoch,
        req=req,
        acked=state.acked_n,
        tx=[_tx(n, tx, made, name) for (n, tx), name in zip(numbered, names, strict=True)],
        behind=state.clock_offset if state.clock_offset > BEHIND_ALERT_MS else 0,
    )
    stamping.stamp(raw, ask.tx, [tx[0] for tx in whole])
    ask.sessions = stamping.sessions_of(raw, ask.tx)
    ask.stamps = stamping.together(raw, ask.tx)
    sent = (_sent(n, tx, name) for (n, tx), name in zip(numbered, names, strict=True))
    return Batch(ask, tuple(sent))


def _transactions(raw: cipher.Connection, after: int) -> Iterator[list[Change]]:
    for _, group in groupby(changes.waiting(raw, after), key=attrgetter("tx")):
        yield list(group)


def _fitting(found: Iterator[list[Change]], txs: int, size: int) -> Iterator[list[Change]]:
    room = size
    for taken, tx in enumerate(found):
        part = _part(tx)
        room -= _size(part)
        if taken == txs or (taken and room < 0):
            return
        yield part
        if len(part) < len(tx):
            return  # the rest goes with the next push


def _part(tx: list[Change]) -> list[Change]:
    """The whole transaction; of one that is too large, what of it goes first."""
    if len(tx) == 1 or _size(tx) <= 2 * PART_BYTES:
        return tx
    sizes = accumulate(_size([change]) for change in tx)
    return tx[: max(1, sum(size <= PART_BYTES for size in sizes))]


def _size(tx: Iterable[Change]) -> int:
    return _ENVELOPE + sum(_ENVELOPE + _length(c.cols) + _length(c.old) for c in tx)


def _length(text: str | None) -> int:
    if not text:
        return 0
    return len(text) if text.isascii() else len(text.encode())


def _creation_times(raw: cipher.Connection, whole: Iterable[list[Change]]) -> dict[Id, int]:
    """When added records were made; capture leaves bookkeeping columns out."""
    added: dict[str, list[Id]] = {}
    for change in (c for tx in whole for c in tx if c.op == "I" and not c.is_husk):
        added.setdefault(change.tbl, []).append(change.id)
    times: dict[Id, int] = {}
    for table, ids in added.items():
        times.update(changes.created(raw, table, ids))
    return times


def _tx(n: int, tx: list[Change], made: dict[Id, int], name: Id) -> Tx:
    head = tx[0]
    return Tx(
        id=name.hex(),
        n=n,
        hlc=head.hlc,
        at=head.at,
        actor=head.actor.hex(),
        ops=[_op(change, made) for change in tx if not change.is_husk],
        reason=head.reason,
    )


def _op(change: Change, made: dict[Id, int]) -> Op:
    written = values(change.tbl, change.cols)
    if change.op == "I":
        written["created_at"] = min(made.get(change.id, change.at), change.at)
    return Op(
        t=change.tbl,
        id=change.id.hex(),
        op="I" if change.op == "I" else "U",
        base=change.base,
        set=written,
        old=values(change.tbl, change.old) if change.old else None,
    )


def values(table: str, captured: str | None) -> dict[str, Any]:
    """Captured JSON as an image: keys in small letters."""
    found = _decode(captured) if captured else {}
    known = plan(table)
    for name in known.key_names if known else ():
        if found.get(name):
            found[name] = found[name].lower()
    return found


def _sent(n: int, tx: list[Change], name: Id) -> Sent:
    keys = tuple((c.tbl, c.id) for c in tx if not c.is_husk)
    return Sent(name, n, tx[0].n, tx[-1].n, keys)
