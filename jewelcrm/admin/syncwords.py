"""How a PC stands with head office, in words for the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from jewelcrm.console import counted, moment
from jewelcrm.sync.model import State, SyncStatus

_STATES: dict[State, str] = {
    "stand_alone": "This PC stands alone.",
    "on_line": "On line with head office.",
    "off_line": "Off line: what is done here is kept and sent later by itself.",
    "attention": "Something needs attention (below).",
    "revoked": "Head office has taken this PC off.",
    "locked": "Locked: this PC was too long without head office. Connect it.",
}
_CLOSED = "Head office has closed this branch."


def lines(found: SyncStatus) -> Iterator[str]:
    """One line for each thing a person wants to know; what is as it should be is said once."""
    yield _CLOSED if found.closed else _STATES[found.state]
    yield _to_send(found)
    if found.last_contact:
        yield f"Head office last answered {moment(found.last_contact)}."
    else:
        yield "Head office has not answered yet."
    yield _copied(found)
    if found.lease_until:
        yield f"This PC may work without head office until {moment(found.lease_until)}."
    yield from _to_see_to(found)


def _to_send(found: SyncStatus) -> str:
    if not found.pending:
        return "Nothing waits to be sent."
    since = (
        f", the oldest since {moment(found.oldest_pending_at)}" if found.oldest_pending_at else ""
    )
    return f"{counted(found.acts_pending, 'change')} to be sent{since}."


def _copied(found: SyncStatus) -> str:
    if found.first_copy is not None:
        done, of = found.first_copy
        can = "" if found.usable else "; the PC cannot be used until people and catalogue are here"
        rows = f"{done:,} of {of:,} rows" if of else "nothing is here yet"
        if not found.line_up:
            return f"The first copy waits for the line to head office: {rows}{can}."
        return f"The first copy goes on: {rows}{can}."
    if found.last_full:
        return f"Everything there was to read was read {moment(found.last_full)}."
    return "Not everything has been read yet."


def _to_see_to(found: SyncStatus) -> Iterator[str]:
    wanted = [
        (found.conflicts_open, "field", "that two people changed"),
        (found.put_aside_open, "change", "that head office could not take"),
        (found.notices_open, "notice", "of head office"),
    ]
    for many, one, what in wanted:
        if many:
            yield f"To be looked at in the window: {counted(many, one)} {what}."
    if not any(many for many, _, _ in wanted):
        yield "Nothing is to be looked at."
    if found.clock_off:
        way = "ahead" if found.clock_off > dt.timedelta(0) else "behind"
        yield f"This PC's clock is {_span(abs(found.clock_off))} {way}."
    if found.differed:
        times = counted(found.differed, "time")
        yield f"Check sums differed {times} this week and were mended."


def _span(length: dt.timedelta) -> str:
    minutes = round(length.total_seconds() / 60)
    if minutes < 120:
        return counted(minutes, "minute")
    hours = round(minutes / 60)
    return counted(hours, "hour") if hours < 48 else counted(round(hours / 24), "day")
