"""Exchanging with head office once, to the end: for the command line and for who waits."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass

from db.store import Store
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import Unavailable
from jewelcrm.sync import leaving, returning, tries
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.handing import hand_in
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.renewing import renew
from jewelcrm.sync.service import ring_of
from jewelcrm.sync.tidying import close_leavers, note_contact
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.words import in_words


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How many transactions went, and rows came."""

    pushed: int
    pulled: int


@command("sync.now")
def exchange(ctx: Context, *, progress: Callable[[int, int], None] | None = None) -> Exchanged:
    """Send all that waits, read all there is; goes on with a first copy that was cut short.

    Raises:
        CanFix: this PC has no head office, or it says no. Unavailable: it cannot be reached, or
            has taken this PC off (what it held is erased then).
    """
    store = ctx.store
    with closing(HttpTransport(address_of(store), ctx.clock)) as line:
        engine = Engine(store, line, ctx.clock, overlap=True)
        try:
            engine.first_copy(progress)
            while engine.round().more:
                pass
            renew(store, line, ctx.clock)
            hand_in(store, line)
        except Refused as no:
            if no.code == "revoked":
                leaving.wipe(store.folder, ring=ring_of(store), close=store.close)
                raise Unavailable(leaving.TAKEN_OFF) from no
            told = _asked_back(store, line) if no.code == "signature" else no
            tries.note(store, ctx.clock, told)
            raise in_words(told) from no
        except Unreachable as error:
            tries.note(store, ctx.clock, error)
            raise in_words(error) from error
    tries.went_well(store, ctx.clock)
    note_contact(store, ctx.clock)
    close_leavers(store)
    return Exchanged(engine.pushed, engine.pulled)


def _asked_back(store: Store, line: HttpTransport) -> Refused:
    """Head office does not know this PC, which asks to be taken in again: what it says to that."""
    with suppress(Refused, Unreachable):
        if returning.ask_back(store, line):
            return Refused("back")
    return Refused("signature")
