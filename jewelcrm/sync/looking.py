"""What the engine asks the store before it asks head office: what waits, what was copied."""

from __future__ import annotations

from db.migrations import SCHEMA
from db.shop import syncchanges as changes
from db.shop import syncmembers, syncstate
from db.store import Store
from jewelcrm.sync import first_copy, presenting, pulling, upgrading
from jewelcrm.sync.keepsake import BackedUp
from jewelcrm.wire.messages import Cursor, PullAsk


def pull_ask(store: Store, req: int, rows: int, backed_up: BackedUp) -> PullAsk:
    """The next question for news: at most so many rows."""
    with store.look() as raw:
        epoch = syncstate.state(raw).epoch
        ready = [Cursor(c.scope, c.seq) for c in syncmembers.cursors(raw) if c.stage is None]
        again = upgrading.wanted(raw) if ready else []
        alarms, life = pulling.untold_alarms(raw), presenting.life(raw)
        told, word = backed_up.to_tell(raw), presenting.watchword(raw)
    ask = PullAsk(SCHEMA, epoch, req, ready, rows, again, alarms=alarms, life=life)
    ask.backed_up, ask.watchword = told, word
    return ask


def has_to_say(store: Store) -> bool:
    """True when changes or notes about erased people are still to be sent."""
    with store.look() as raw:
        return changes.any_waiting(raw) or bool(presenting.untold(raw))


def waits(store: Store, after: int) -> bool:
    """True when something is to be sent behind a change."""
    with store.look() as raw:
        return changes.any_waiting(raw, after)


def learns(store: Store) -> bool:
    """True while rows of tables that are new to this program are still to come."""
    with store.look() as raw:
        return bool(upgrading.wanted(raw))


def copied(store: Store) -> tuple[int, int] | None:
    """How far the first copy is; None when it is complete."""
    with store.look() as raw:
        return first_copy.progress(syncmembers.cursors(raw))


def copies_first(store: Store) -> bool:
    """True while a first copy has not begun."""
    with store.look() as raw:
        return first_copy.not_begun(syncmembers.cursors(raw))


def usable(store: Store) -> bool:
    """True when what the counter needs first is here."""
    with store.look() as raw:
        return first_copy.usable(syncmembers.cursors(raw))
