"""How this PC stands with head office: contact, lease, what waits, sums, clock."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2 as cipher

from db.clock import BEHIND_NOTICE_MS
from db.shop import syncchanges, syncmembers, syncstate
from db.shop.lease import Lease
from db.shop.syncstate import Office
from db.types import from_millis, to_millis
from jewelcrm.doctor.model import Line, Round
from jewelcrm.settings import value_in

HOUR_MS, DAY_MS = 3_600_000, 86_400_000
QUIET_HOURS = 24
"""Longer without a word from head office: somebody should look at the line."""
OLD_HOURS = 24
_ALARMS = 2


def head_office(at: Round) -> Iterator[Line]:
    """Every line about head office; one only on a stand-alone PC."""
    raw: cipher.Connection = at.conn.connection.driver_connection
    office, lease = syncstate.office(raw), at.ctx.store.lease
    if office is None or lease is None:
        yield Line("head office", "green", "none: this PC stands alone")
        return
    now = to_millis(at.ctx.clock.now())
    moment = lease.moment(now)
    yield _gone(office) or _last_try(raw, at.ctx.zone()) or _contact(office, moment)
    yield _lease(lease, now, int(value_in(raw, "lease_warn_days")))
    yield _waiting(raw, moment)
    yield _sums(raw, moment)
    yield _clock(lease, now)


def copy_complete(at: Round) -> Iterator[Line]:
    """Whether everything this PC may see is here; nothing on a stand-alone PC."""
    raw: cipher.Connection = at.conn.connection.driver_connection
    cursors = syncmembers.cursors(raw)
    if syncstate.office(raw) is None:
        return
    going = sum(1 for cursor in cursors if cursor.stage is not None)
    if going or not cursors:
        yield Line(
            "first copy",
            "amber",
            f"{going} of {len(cursors)} parts are still being copied",
            "Leave the program open and connected, or run: jewelcrm-admin sync now",
        )
        return
    yield Line("first copy", "green", f"complete, {sum(c.count for c in cursors):,} records")


def _last_try(raw: cipher.Connection, zone: ZoneInfo) -> Line | None:
    """What the last try came to, when it failed; its moment in the branch's time."""
    failed = syncstate.failed(raw)
    if failed is None:
        return None
    at = f"{from_millis(failed.at).astimezone(zone):%Y-%m-%d %H:%M %Z}"
    return Line(
        "head office",
        "amber",
        f"the last try ({at}) failed: {failed.words}",
        "Then try again: jewelcrm-admin sync now",
    )


def _gone(office: Office) -> Line | None:
    """What there is to say when this PC works for nobody any more."""
    if office.state not in ("revoked", "closed"):
        return None
    words = "has taken this PC off" if office.state == "revoked" else "has closed this branch"
    return Line("head office", "red", words, "Ask head office what becomes of this PC.")


def _contact(office: Office, moment: int) -> Line:
    hours = (moment - (office.last_contact or 0)) // HOUR_MS
    if hours >= QUIET_HOURS:
        return Line(
            "head office",
            "amber",
            f"not reached for {hours // 24} days",
            "Check the network, then: jewelcrm-admin sync now",
        )
    return Line("head office", "green", "reached within the last day")


def _lease(lease: Lease, now: int, warn: int) -> Line:
    days = lease.days_left(now)
    if days == 0:
        return Line(
            "offline lease",
            "red",
            "this PC is locked until it reaches head office",
            "Connect it to the network, then: jewelcrm-admin sync now",
        )
    advice = "Connect this PC to the network before it locks." if days <= warn else ""
    return Line(
        "offline lease", "amber" if advice else "green", f"{days} days without head office", advice
    )


def _waiting(raw: cipher.Connection, moment: int) -> Line:
    rows, oldest = syncchanges.how_many_wait(raw)
    pending = syncchanges.acts_that_wait(raw, rows) if rows else 0
    if pending and oldest is not None and moment - oldest > OLD_HOURS * HOUR_MS:
        return Line(
            "to be sent",
            "amber",
            f"{pending:,} changes, the oldest {(moment - oldest) // DAY_MS} days old",
            "Until they are sent they are on this PC only. Check the network.",
        )
    return Line("to be sent", "green", f"{pending:,} changes" if pending else "nothing")


def _sums(raw: cipher.Connection, moment: int) -> Line:
    alarms = [a for a in syncstate.alarms(raw) if int(str(a["at"])) > moment - 7 * DAY_MS]
    if len(alarms) >= _ALARMS:
        return Line(
            "check sums",
            "amber",
            f"differed from head office's {len(alarms)} times this week, and were mended",
            "Tell head office; the disk of this PC may be failing.",
        )
    return Line("check sums", "green", "what is here is what head office has")


def _clock(lease: Lease, now: int) -> Line:
    if abs(lease.offset) > BEHIND_NOTICE_MS:
        minutes = abs(lease.offset) // 60_000
        way = "behind" if lease.offset > 0 else "ahead of"
        return Line(
            "clock skew",
            "amber",
            f"this PC's clock is {minutes:,} minutes {way} head office's",
            "Set the computer's date and time, best by itself from the network.",
        )
    if lease.floor - (now + lease.offset) > BEHIND_NOTICE_MS:
        return Line(
            "clock skew",
            "amber",
            "this PC's clock was set back",
            "Set the computer's date and time, best by itself from the network.",
        )
    return Line("clock skew", "green", "this PC's clock and head office's agree")
