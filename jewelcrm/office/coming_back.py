"""What follows when head office was put back to an older state, before any PC is answered.

Who was erased since is erased again; PCs that were taken off and people who came or left since are
as they were (`since`). And another life begins (`lives`): the PCs say who they are, which letters
they have, and what head office has forgotten of them is sent again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.office.store import OfficeStore
from db.types import to_millis
from jewelcrm.office import lives, since
from jewelcrm.office.since import Line, Undone
from jewelcrm.office.visiting import ledger
from jewelcrm.office.visiting.ledger import Entry


@dataclass(frozen=True, slots=True)
class Back:
    """How many were in the ledger of erasures, and whom of them it brought back for a moment."""

    known: int
    again: int
    undone: Undone


@dataclass(frozen=True, slots=True)
class Later:
    """What is known of the time after the backup; people only with the recovery key."""

    erased: Sequence[Entry] = ()
    lines: Sequence[Line] = ()
    recovery_key: bytes | None = field(default=None, repr=False)


def come_back(
    store: OfficeStore, later: Later, now: dt.datetime, state_of: dt.datetime | None
) -> Back:
    """Make a store that was put back fit to be answered from; done twice it does no harm."""
    again = ledger.replay(store, later.erased, to_millis(now))
    undone = since.replay(store, later.lines, later.recovery_key, now)
    moment = to_millis(state_of) if state_of else None
    store.run(lambda work: lives.begin(work, to_millis(now), by=work.server, state_of=moment))
    return Back(len(later.erased), again, undone)
