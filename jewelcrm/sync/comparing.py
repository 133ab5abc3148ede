"""The weekly drill's question to head office: is what the backup says it knows known there?

A backup that was put back goes on from the last transaction that head office had answered. If head
office itself was put back to an older state meanwhile, that transaction is not there any more, and
it is better known on a quiet Sunday than on the day of the fire.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from sqlcipher3 import dbapi2 as cipher

from db.shop import syncoffice, syncstate
from db.store import Store
from jewelcrm.backup import ports
from jewelcrm.backup.ports import OfficeWord
from jewelcrm.context import Context
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.wire import backups as wire
from jewelcrm.wire.persons import part_of


class Line(Protocol):
    """The part of the line to head office that is used."""

    def known(self, ask: wire.KnownAsk) -> wire.KnownAnswer: ...


@dataclass(frozen=True, slots=True)
class Sent:
    """The last transaction that head office had answered: how a store and its history name it."""

    epoch: int
    n: int
    names: frozenset[str]


def ask(ctx: Context, restored: Store) -> OfficeWord:
    """What head office says of a store that was put back for trial; nothing is changed there."""
    with ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    if where is None:
        return ""
    with restored.read() as conn:  # not during the question: nobody can say how long that takes
        sent = _sent(conn.connection.driver_connection)
    try:
        with closing(HttpTransport(where, ctx.clock)) as line:
            return _said(line, sent)
    except (Unreachable, Refused):
        return "away"


def ask_over(line: Line, raw: cipher.Connection) -> OfficeWord:
    """The same, over a line that is there.

    Raises:
        Unreachable, Refused: the line.
    """
    return _said(line, _sent(raw))


def _sent(raw: cipher.Connection) -> Sent:
    state = syncstate.state(raw)
    return Sent(state.epoch, state.acked_n, _names(raw, state.acked_n))


def _said(line: Line, sent: Sent) -> OfficeWord:
    if not sent.n:
        return "known"  # nothing was sent before the backup
    said = line.known(wire.KnownAsk(sent.epoch, sent.n))
    if said.last < sent.n:
        return "lacks"
    return "lacks" if said.tx and sent.names and said.tx not in sent.names else "known"


def _names(raw: cipher.Connection, n: int) -> frozenset[str]:
    """What a transaction may be called there; nothing when its history is no longer kept here."""
    sql = "SELECT tx, min(n) FROM change WHERE pushed_n = ? GROUP BY tx"
    rows = raw.execute(sql, (n,))
    return frozenset(name.hex() for tx, first in rows for name in (tx, part_of(tx, first)))


ports.asks_office_with(ask)
