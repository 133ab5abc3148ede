"""What this PC knows of its own place with head office: numbers, clock, contact, alarms."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as cipher

ALARMS, FORGET, INDEXING = "sync.alarms", "sync.forget", "sync.indexing"
BACKFILL, FAILED = "sync.backfill", "sync.failed"
"""Keys in `setting` that are not for anybody to set."""

_KEPT_ALARMS = 20


@dataclass(frozen=True, slots=True)
class State:
    """The numbers of the exchange with head office."""

    epoch: int
    last_hlc: int
    clock_offset: int
    """Head office's clock less ours, in milliseconds."""
    acked_n: int
    req: int


@dataclass(frozen=True, slots=True)
class Office:
    """Head office as this PC keeps it; moments in milliseconds."""

    state: str
    lease_until: int
    last_contact: int | None
    last_full: int | None


def state(raw: cipher.Connection) -> State:
    """The numbers as they stand."""
    row = raw.execute("SELECT epoch, last_hlc, clock_offset, acked_n, req FROM sync_state")
    return State(*row.fetchone())


def reserve_requests(raw: cipher.Connection, count: int) -> int:
    """Request numbers that nobody has used: the first of `count`."""
    sql = "UPDATE sync_state SET req = req + ? RETURNING req"
    return int(raw.execute(sql, (count,)).fetchone()[0]) - count + 1


def hear(raw: cipher.Connection, *, hlc: int, offset: int) -> None:
    """Head office's clocks: ours never falls behind what it has said."""
    raw.execute(
        "UPDATE sync_state SET last_hlc = max(last_hlc, ?), clock_offset = ?", (hlc, offset)
    )


def set_acked(raw: cipher.Connection, n: int) -> None:
    """Head office has answered up to this transaction."""
    raw.execute("UPDATE sync_state SET acked_n = ?", (n,))


def new_epoch(raw: cipher.Connection, epoch: int, letter: str | None) -> None:
    """This PC was put back to an older state: it goes on as a new writer."""
    raw.execute("UPDATE sync_state SET epoch = ?, acked_n = 0", (epoch,))
    if letter:
        raw.execute("UPDATE pc SET letter = ?, next_number = 1", (letter,))


def office(raw: cipher.Connection) -> Office | None:
    """Head office, if this PC has one."""
    sql = "SELECT state, lease_until, last_contact, last_full FROM head_office"
    row = raw.execute(sql).fetchone()
    return Office(*row) if row else None


def contact(raw: cipher.Connection, at: int) -> None:
    """Head office answered."""
    raw.execute("UPDATE head_office SET last_contact = ?", (at,))


def all_read(raw: cipher.Connection, at: int) -> None:
    """There was nothing left to read."""
    raw.execute("UPDATE head_office SET last_full = ?", (at,))


def set_lease(raw: cipher.Connection, until: int) -> None:
    """Until when this PC may work without having reached head office."""
    raw.execute("UPDATE head_office SET lease_until = ? WHERE lease_until <> ?", (until, until))


def set_state(raw: cipher.Connection, word: str) -> None:
    """joining, on, revoked or closed."""
    raw.execute("UPDATE head_office SET state = ?", (word,))


def alarms(raw: cipher.Connection) -> list[dict[str, object]]:
    """When check sums differed, newest last."""
    found = _kept(raw, ALARMS)
    return list(json.loads(found)) if found else []


def alarm(raw: cipher.Connection, facts: dict[str, object]) -> None:
    """Keep that a check sum differed."""
    _keep(raw, ALARMS, json.dumps([*alarms(raw), facts][-_KEPT_ALARMS:]))


def alarms_told(raw: cipher.Connection, moments: Collection[int]) -> None:
    """Head office has been told of the alarms of these moments."""
    noted = [{**one, "told": 1} if one["at"] in moments else one for one in alarms(raw)]
    _keep(raw, ALARMS, json.dumps(noted))


@dataclass(frozen=True, slots=True)
class Failed:
    """The last exchange failed: when, by this PC's clock; why, as a word and as a sentence."""

    at: int
    why: str
    words: str


def failed(raw: cipher.Connection) -> Failed | None:
    """How the last exchange failed; nothing: it went well."""
    kept = _kept(raw, FAILED)
    return Failed(*json.loads(kept)) if kept else None


def note_failed(raw: cipher.Connection, how: Failed) -> None:
    """The last exchange failed."""
    _keep(raw, FAILED, json.dumps([how.at, how.why, how.words]))


def note_went_well(raw: cipher.Connection) -> None:
    """The last exchange went well."""
    raw.execute("DELETE FROM setting WHERE key = ?", (FAILED,))


def must_forget(raw: cipher.Connection) -> bool:
    """True while the search index and the log still have to be emptied of an erased person."""
    return _kept(raw, FORGET) is not None


def note_forget(raw: cipher.Connection) -> None:
    """Somebody was erased: the search index and the log must be emptied of her."""
    _keep(raw, FORGET, "1")


def forgotten(raw: cipher.Connection) -> None:
    """The search index and the log hold nothing of her any more."""
    raw.execute("DELETE FROM setting WHERE key = ?", (FORGET,))


def indexing(raw: cipher.Connection) -> str | None:
    """How far the search index of a first copy is, as JSON; nothing: it is in step."""
    return _kept(raw, INDEXING)


def set_indexing(raw: cipher.Connection, place: str | None) -> None:
    """The search index has come so far; nothing: it is in step."""
    if place is None:
        raw.execute("DELETE FROM setting WHERE key = ?", (INDEXING,))
    else:
        _keep(raw, INDEXING, place)


def backfill(raw: cipher.Connection) -> tuple[int | None, list[str]]:
    """The schema with which this PC read last, and what is to be sent to it again."""
    kept = _kept(raw, BACKFILL)
    schema, left = json.loads(kept) if kept else (None, [])
    return schema, left


def set_backfill(raw: cipher.Connection, schema: int, left: list[str]) -> None:
    """This PC reads with this schema now; `left` is still to be sent again."""
    _keep(raw, BACKFILL, json.dumps([schema, left]))


def _kept(raw: cipher.Connection, key: str) -> str | None:
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def _keep(raw: cipher.Connection, key: str, value: str) -> None:
    raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
